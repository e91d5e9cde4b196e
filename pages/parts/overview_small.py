"""The overview's small charts: each says its finding, and a click on it narrows what is shown."""

from collections.abc import Sequence

import streamlit as st

from charts.small_columns import FILLED, OUTLINED, QUIET, year_columns
from charts.small_pairs import pairs
from loaders.events import Events
from loaders.facts import FactBase, stamp
from loaders.filters import Filters
from loaders.story import Sentence, has_story
from loaders.story_meeting import MODES, by_year, directions, journeys, meeting, modes
from loaders.story_sectors import changes, periods, sector_sentences, years_text
from pages.parts import state
from pages.parts.base import kept_drawing
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.overview_story import draw_links
from pages.parts.words import md

_STYLES = {name: style for (name, _), style in zip(MODES, (FILLED, OUTLINED, QUIET), strict=True)}


def draw_small_charts(facts: FactBase, shown: Events) -> None:
    """Which sectors grew or fell, how they met, and who travelled."""
    if not has_story(shown):
        return
    filters = state.current_filters()
    left, right = st.columns(2, gap="large")
    with left:
        _sectors(facts, shown, filters)
    with right:
        _columns(shown, filters, "mode", modes(shown, filters), meeting(shown, filters))
        _columns(shown, filters, "journey", journeys(shown, filters, facts), directions(shown, filters, facts))


def _finding(sentences: Sequence[Sentence], place: str) -> str:
    """Writes what the chart beneath it shows, with its links; gives it as the text of the chart."""
    text = " ".join(sentence.text for sentence in sentences)
    with st.container(gap=None):
        st.markdown(f"**{md(text)}**")
        draw_links([one for sentence in sentences for one in sentence.views], place)
    return text


def _sectors(facts: FactBase, shown: Events, filters: Filters) -> None:
    table, found = changes(shown, filters, facts.as_of), periods(shown, filters, facts.as_of)
    if found is None or table.empty:
        return
    text = _finding(sector_sentences(shown, filters, facts.as_of), "sectors")
    figure = _pairs(stamp(), filters, dark(), shown, facts.as_of)
    narrowing_chart(figure, key="story-pairs", alt=text, means=lambda what, key: {"sector": (key,)})
    st.caption("Held events: the ring is the earlier period, the dot the later. A click narrows to the sector.")


def _columns(shown: Events, filters: Filters, facet: str, kinds: Sequence, said: list[Sentence]) -> None:
    if not said:
        return
    text = _finding(said, facet)
    figure = _year_columns(stamp(), filters, dark(), facet, tuple(kinds), shown)

    def means(what: str, key: str) -> dict[str, object]:
        number, year = key.split()
        return {facet: kinds[int(number)][1], "years": (int(year), int(year))}

    narrowing_chart(figure, key=f"story-{facet}", alt=text, means=means)
    st.caption("Held events a year. A click narrows to the year and this kind.")


@kept_drawing
def _pairs(stamp: str, filters: Filters, dark: bool, _shown: Events, as_of: str) -> dict:
    words = tuple(map(years_text, periods(_shown, filters, as_of)))
    return pairs(changes(_shown, filters, as_of), words=words, dark=dark)


@kept_drawing
def _year_columns(stamp: str, filters: Filters, dark: bool, facet: str, kinds: tuple, _shown: Events) -> dict:
    styles = [(name, _STYLES.get(name, FILLED)) for name, _ in kinds]
    return year_columns(by_year(_shown, filters, facet, kinds), styles, dark=dark)
