"""Computed figures, apart from the published ones: how each was computed, from what, and how far to trust it."""

import streamlit as st

from loaders.city_activity import events_of_cities
from loaders.computed import computed
from loaders.events.selection import Selection, derived
from loaders.figures import ALL, figure_list
from loaders.numbers import spaced
from pages.parts.cities_said import Said, said_of_figures
from pages.parts.words import md


def computed_figures(shown: Selection, chosen: str) -> None:
    """What is computed from the chosen indicator, here or with the data."""
    text = _text(shown, chosen)
    st.subheader("Computed, not published", anchor="computed")
    if not text:
        st.markdown("Nothing is computed from these figures.")
        return
    st.caption(
        "Computed from published figures where no source that was read prints the value for that day. They stand apart from the published ones, are drawn beside none of them, and are rounded."
    )
    st.markdown(text)


@derived
def _text(shown: Selection, chosen: str) -> str:
    """What is computed here, a paragraph for each kind, and what is computed in the data; blank where nothing is."""
    selected, said = figure_list(shown), said_of_figures(shown.store)
    kinds: dict[str, list[str]] = {}
    for row in computed(selected, events_of_cities(shown)):
        if chosen == ALL or (row.name == "Density" if chosen == "density" else chosen in row.indicators):
            kinds.setdefault(row.name, []).append(_ours(row))
    theirs = [_theirs(row, said) for row in selected if row.derived and chosen in (ALL, row.indicator_id)]
    texts = [f"**{md(name)}** (computed by this dashboard)\n" + "\n".join(lines) for name, lines in kinds.items()]
    texts += ["**Computed and kept with the data**\n" + "\n".join(theirs)] * bool(theirs)
    return "\n\n".join(texts)


def _ours(row) -> str:
    warning = f" **Mind:** {md(row.warning)}." if row.warning else ""
    return f"- {md(row.place)}: **{md(row.value_text)} {md(row.unit)}** = {md(row.formula)}.{warning}  \n  From: {md(row.inputs)}."


def _theirs(row, said: Said) -> str:
    note = f" {md(spaced(row.note))}" if isinstance(row.note, str) else ""
    figure = f"**{md(row.figure)}**, {md(row.as_of_text)}, {md(row.series)}: {md(row.definition)}"
    return f"- {md(row.place)}, {md(row.indicator)}: {figure}{note} ({said.line(row.observation_id)})"
