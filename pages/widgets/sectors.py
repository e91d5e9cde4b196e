"""What the colours of the sectors stand for, each with its number; a click chooses the sector."""

from html import escape

import streamlit as st

from charts.look import on_paper
from loaders.events.selection import Selection, derived
from pages.parts import state
from pages.parts.drawn import dark
from pages.parts.words import md


def sector_buttons(shown: Selection) -> None:
    """The sectors of these events, the largest first."""
    with st.container(key="sectors", horizontal=True, gap="small"):
        for code, name, _, number in sectors(shown):
            st.button(f"{md(name)} {number}", key=f"sector-of-{code}", type="tertiary", on_click=state.narrow, kwargs={"sector": (code,)})
        rules = "".join(
            f".st-key-sector-of-{escape(code)} button::before {{ background: {on_paper(colour, dark=dark())} }}"
            for code, _, colour, _ in sectors(shown)
        )
        st.html(f"<style>{rules}</style>")


@derived
def sectors(shown: Selection) -> list[tuple[str, str, str, int]]:
    """The sectors of these events, the largest first: code, name, colour, number."""
    known = {row.sector_id: row for row in shown.facts.table("sectors").itertuples()}
    return [(code, known[code].name, known[code].colour, number) for code, number in shown.most("sector")]
