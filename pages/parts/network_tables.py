"""The pairs of the network in rows, with their download."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from loaders.events.selection import Selection, derived
from loaders.network import WHO, pair_means
from loaders.network_rows import chosen_links
from pages.parts import state
from pages.parts.downloads import downloads
from pages.parts.rows import rows_table
from pages.parts.words import number_of

_COLUMNS = {
    "one_name": "One",
    "other_name": "The other",
    "events": "Joint events",
    "sectors": "Sectors",
    "first": "First",
    "latest": "Latest",
    "titles": "Events",
    "resting": "Confidence",
}
_WIDTHS = {"One": 230, "The other": 230, "Joint events": 95, "Sectors": 210, "First": 130, "Latest": 130, "Events": 420, "Confidence": 330}


def pair_rows(shown: Selection, who: str, picture: Callable[[], None]) -> None:
    """Every pair as a row; those of the filter where some are chosen. `picture`: draws the button of the page's figures."""
    links = chosen_links(shown, who)
    st.subheader("All pairs in rows")
    st.caption(f"{number_of(len(links), 'pair')}. Click a row to see only the events of its two, everywhere.")
    alt = f"{number_of(len(links), 'pair')} of {who} in rows with joint events, sectors, first and latest date, titles and how well they are founded."
    click, name = partial(pair_chosen, who), state.anew(f"network-rows-{who}")
    rows_table(_pairs(shown, who), _COLUMNS, kind=None, key="pair", name=name, widths=_WIDTHS, alt=alt, chosen=click)
    if who == WHO[0]:
        downloads("links", len(links), picture=picture)
    else:
        picture()


@derived
def _pairs(shown: Selection, who: str) -> pd.DataFrame:
    """The links with `pair`, the keys of both."""
    links = chosen_links(shown, who)
    return links.assign(pair=links["one"] + "|" + links["other"])[[*_COLUMNS, "pair"]]


def pair_chosen(who: str, pair: str) -> None:
    """Narrows to the events of two, their keys joined by a stroke."""
    state.narrow(**pair_means(who, *pair.split("|")))
