"""How to read the map: its signs beside what they mean."""

import html

import pandas as pd
import streamlit as st

from charts.look import look, on_paper
from charts.map_signs import arrow_sign, city_sign, moved_sign, ring_sign, shares_sign, site_sign
from charts.still_key import JOURNEY, MOVED, OF_CITIES, OF_SITES
from pages.parts.base import fact_base

_AT = {"dx": 0.0, "dy": 0.0}


def reading_key(sites: pd.DataFrame, cities: pd.DataFrame, *, whole: bool, dark: bool) -> None:
    """The signs that this map has, each with its meaning in words, then the sectors' colours."""
    mode = look(dark)
    signs = _of_cities(dark) if whole else _of_sites(dark)
    signs += [(moved_sign(mode), MOVED["moved"]), (arrow_sign(mode.accent), JOURNEY["journey"])]
    items = "".join(_item(sign, words) for sign, words in [*signs, *_sectors(sites, cities, whole=whole, dark=dark)])
    st.html(f'<div style="display:flex;flex-wrap:wrap;gap:2px 18px;font-size:0.875rem;align-items:center">{items}</div>')


def _item(sign: dict, words: str) -> str:
    picture = f'<img alt="" src="{sign["icon"]["url"]}" height="{sign["height_px"]}">'
    return f'<span style="display:inline-flex;gap:5px;align-items:center">{picture}{html.escape(words)}</span>'


def _of_cities(dark: bool) -> list[tuple[dict, str]]:
    mode = look(dark)
    parts = [(on_paper("#0072B2", dark=dark), 0.6), (on_paper("#E69F00", dark=dark), 0.4)]
    return [
        (
            shares_sign(**_AT, radius=11, number=9, shares=parts, mode=mode),
            OF_CITIES["city"],
        ),
        (shares_sign(**_AT, radius=5, number=0, shares=[], mode=mode), OF_CITIES["city without"]),
    ]


def _of_sites(dark: bool) -> list[tuple[dict, str]]:
    mode = look(dark)
    ink = mode.quiet
    return [
        (site_sign(**_AT, radius=8, colour=ink, hollow=False, mode=mode), OF_SITES["site"]),
        (site_sign(**_AT, radius=5, colour=ink, hollow=True, mode=mode), OF_SITES["site without"]),
        (city_sign(**_AT, radius=9, number=9, mode=mode), OF_SITES["town"]),
        (ring_sign(dashed=False, mode=mode), OF_SITES["ring"]),
        (ring_sign(dashed=True, mode=mode), OF_SITES["rough ring"]),
    ]


def _sectors(sites: pd.DataFrame, cities: pd.DataFrame, *, whole: bool, dark: bool) -> list[tuple[dict, str]]:
    """The sectors that are drawn, by name."""
    names = sector_names()
    drawn = {colour for pairs in cities["shares"] for colour, _ in pairs} if whole else set(sites["colour"].dropna())
    found = [(colour, name) for colour, name in names.items() if colour in drawn]
    return [(site_sign(**_AT, radius=5, colour=on_paper(c, dark=dark), hollow=False, mode=look(dark)), name) for c, name in found]


def sector_names() -> dict[str, str]:
    """The sectors' names by their colours."""
    table = fact_base().table("sectors")
    return dict(zip(table["colour"], table["name"], strict=True))
