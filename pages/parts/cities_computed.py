"""Computed figures, apart from the published ones: how each was computed, from what, and how far to trust it."""

import streamlit as st

from loaders.city_activity import events_of_cities
from loaders.computed import computed
from loaders.events.selection import Selection
from loaders.figures import ALL, select_figures
from loaders.numbers import spaced
from pages.parts.cities_said import Said, said_of_figures
from pages.parts.words import md


def computed_figures(shown: Selection, chosen: str) -> None:
    """What is computed from the chosen indicator, here or by a reference table."""
    selected = select_figures(shown)
    ours = computed(selected, events_of_cities(shown))
    theirs = selected[selected["derived"]]
    if chosen != ALL:
        ours = ours[[chosen in used for used in ours["indicators"]]] if len(ours) else ours
        theirs = theirs[theirs["indicator_id"] == chosen]
        if chosen == "density":
            ours = computed(selected).query("name == 'Density'")
    st.subheader("Computed, not published", anchor="computed")
    if ours.empty and theirs.empty:
        st.markdown("Nothing is computed from these figures.")
        return
    st.caption(
        "Computed from published figures where no source that was read prints the value for that day. They stand apart from the published ones, are drawn beside none of them, and are rounded."
    )
    for name, rows in ours.groupby("name", sort=False):
        st.markdown(f"**{md(name)}** (computed by this dashboard)\n" + "\n".join(_ours(row) for row in rows.itertuples()))
    if len(theirs):
        said = said_of_figures(shown.store)
        st.markdown("**Computed by the reference table**\n" + "\n".join(_theirs(row, said) for row in theirs.itertuples()))


def _ours(row) -> str:
    warning = f" **Mind:** {md(row.warning)}." if row.warning else ""
    return f"- {md(row.place)}: **{md(row.value_text)} {md(row.unit)}** = {md(row.formula)}.{warning}  \n  From: {md(row.inputs)}."


def _theirs(row, said: Said) -> str:
    note = f" {md(spaced(row.note))}" if isinstance(row.note, str) else ""
    figure = f"**{md(row.figure)}**, {md(row.as_of_text)}, {md(row.series)}: {md(row.definition)}"
    return f"- {md(row.place)}, {md(row.indicator)}: {figure}{note} ({said.line(row.observation_id)})"
