"""The overview's small charts: each says its finding, and a click on it narrows what is shown."""

from collections.abc import Sequence

import streamlit as st

from charts.ready import ReadyFigure
from charts.small_columns import FILLED, OUTLINED, QUIET, year_columns
from charts.small_pairs import pairs
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase, stamp
from loaders.story import Sentence, has_story
from loaders.story_meeting import MODES, apart
from loaders.story_sectors import years_text
from pages.parts import state
from pages.parts.base import kept_drawing
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.overview_kept import Columns, Story, kept_story
from pages.parts.overview_story import draw_links
from pages.parts.words import md

_STYLES = {name: style for (name, _), style in zip(MODES, (FILLED, OUTLINED, QUIET), strict=True)}


def draw_small_charts(facts: FactBase, shown: Events) -> None:
    """Which sectors grew or fell, how they met, and who travelled."""
    if not has_story(shown):
        return
    told = kept_story(facts, shown)
    left, right = st.columns(2, gap="large")
    with left:
        _sectors(told)
    with right:
        for facet, columns in told.columns.items():
            _columns(facet, columns, told)


def _finding(sentences: Sequence[Sentence], place: str) -> str:
    """Writes what the chart beneath it shows, with its links; gives it as the text of the chart."""
    text = " ".join(sentence.text for sentence in sentences)
    with st.container(gap=None):
        st.markdown(f"**{md(text)}**")
        draw_links([one for sentence in sentences for one in sentence.views], place)
    return text


def _sectors(told: Story) -> None:
    if told.periods is None or told.changes.empty:
        return
    text = _finding(told.sectors, "sectors")
    figure = _pairs(stamp(), state.current_filters(), dark(), told)
    narrowing_chart(figure, key="story-pairs", alt=text, means=lambda what, key: {"sector": (key,)})
    st.caption(
        md(
            f"{told.why} Held events as the headline counts them, each once: the ring is the earlier period, the dot the later. "
            "A click narrows to the sector, parts of visits included."
        )
    )


def _columns(facet: str, drawn: Columns, told: Story) -> None:
    if not drawn.said:
        return
    text = _finding(drawn.said, facet)
    figure = _year_columns(stamp(), state.current_filters(), dark(), facet, drawn, told)

    def means(what: str, key: str) -> dict[str, object]:
        number, year = key.split()
        return {facet: drawn.kinds[int(number)][1], "years": (int(year), int(year))}

    narrowing_chart(figure, key=f"story-{facet}", alt=text, means=means)
    st.caption(md(f"Held events a year. A click narrows to the year and this kind. {apart(drawn.table)}"))


@kept_drawing
def _pairs(stamp: str, filters: Filters, dark: bool, _told: Story) -> ReadyFigure:
    return ReadyFigure(pairs(_told.changes, words=tuple(map(years_text, _told.periods)), dark=dark))


@kept_drawing
def _year_columns(stamp: str, filters: Filters, dark: bool, facet: str, _drawn: Columns, _told: Story) -> ReadyFigure:
    styles = [(name, _STYLES.get(name, FILLED)) for name, _ in _drawn.kinds]
    return ReadyFigure(year_columns(_drawn.table, styles, years=_told.years, dark=dark))
