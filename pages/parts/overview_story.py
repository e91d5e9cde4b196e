"""The overview's story: generated sentences, each with the views that show it, and small charts that narrow what is shown."""

import streamlit as st

from charts.small_columns import year_columns
from charts.small_pairs import pairs
from loaders.events import Events
from loaders.facts import FactBase, stamp
from loaders.filters import Filters
from loaders.story import NAMED, Sentence, View, has_story
from loaders.story_beginnings import began, mayors_first, who_took_part
from loaders.story_meeting import announced, directions, meeting, modes_by_year, one_source
from loaders.story_phases import RULES, phases
from loaders.story_sectors import changes, periods, sector_sentences
from pages.parts import state
from pages.parts.base import kept_drawing
from pages.parts.drawn import CONFIG, dark
from pages.parts.opening import open_card
from pages.parts.words import md

_SEVERAL = 3


def draw_story(facts: FactBase, shown: Events) -> None:
    """How each relationship began, its phases, what grew and fell, how they met and travelled, and what is announced."""
    if not has_story(shown):
        return
    filters = state.current_filters()
    who = who_took_part(facts)
    left, right = st.columns(2, gap="large")
    with left:
        _part("How each began, and through whom", began(shown, filters, who))
        _part("When a mayor first travelled", mayors_first(shown, filters, who, facts))
    with right:
        _part("What followed", [*phases(shown, filters), *announced(shown, filters), *one_source(shown, filters)])
        _rules(shown, filters, facts)
    left, right = st.columns(2, gap="large")
    with left:
        said = sector_sentences(shown, filters, facts.as_of)
        _part("Which sectors grew or fell", said)
        _draw_pairs(shown, filters, facts, said)
    with right:
        said = meeting(shown, filters)
        _part("In person or online, and who travelled", [*said, *directions(shown, filters, facts)])
        _draw_columns(shown, filters, said)


def _part(title: str, sentences: list[Sentence]) -> None:
    if not sentences:
        return
    st.subheader(title)
    for number, sentence in enumerate(sentences):
        with st.container(gap="xxsmall"):
            st.markdown(md(sentence.text))
            with st.container(horizontal=True, gap="small"):
                for one in sentence.views[: _SEVERAL * 2]:
                    _leads(one, f"{title}-{number}")


def _leads(one: View, place: str) -> None:
    st.page_link(
        f"{one.page}.py",
        label=f"See {md(one.label)} ({one.number})" if one.counts != NAMED else f"See {md(one.label)}",
        query_params=one.filters.to_query(),
    )
    if len(one.keys) == 1:
        st.button("Open its card", key=f"to-{place}-{one.keys[0]}", type="tertiary", on_click=open_card, args=("event", one.keys[0]))


def _rules(shown: Events, filters: Filters, facts: FactBase) -> None:
    with st.expander("How this is worked out"):
        found = periods(shown, filters, facts.as_of)
        split = (
            [
                f"Sectors: {found[0][0]}–{found[0][1]} against {found[1][0]}–{found[1][1]}, as many whole years each, split where the online years begin (where there are none, in the middle); a year not over on {facts.as_of} is left out."
            ]
            if found
            else []
        )
        st.markdown("\n".join(f"- {md(rule)}" for rule in (*RULES, *split)))


def _draw_pairs(shown: Events, filters: Filters, facts: FactBase, said: list[Sentence]) -> None:
    table = changes(shown, filters, facts.as_of)
    if table.empty:
        return
    st.caption("Held events; the ring is the earlier period, the dot the later. A click narrows to the sector.")
    figure = _pairs(stamp(), filters, dark(), shown, facts.as_of)
    words = " ".join(sentence.text for sentence in said)
    st.plotly_chart(figure, theme=None, key="story-pairs", config=CONFIG, alt=words, on_select=_sector_clicked, selection_mode="points")


def _draw_columns(shown: Events, filters: Filters, said: list[Sentence]) -> None:
    table = modes_by_year(shown, filters)
    if table.empty:
        return
    st.caption("Held events a year: filled in person, outlined online wholly or in part, grey not recorded. A click narrows to the year.")
    words = " ".join(sentence.text for sentence in said)
    figure = _columns(stamp(), filters, dark(), shown)
    st.plotly_chart(figure, theme=None, key="story-columns", config=CONFIG, alt=words, on_select=_year_clicked, selection_mode="points")


@kept_drawing
def _pairs(stamp: str, filters: Filters, dark: bool, _shown: Events, as_of: str) -> dict:
    return pairs(changes(_shown, filters, as_of), dark=dark)


@kept_drawing
def _columns(stamp: str, filters: Filters, dark: bool, _shown: Events) -> dict:
    return year_columns(modes_by_year(_shown, filters), dark=dark)


def _clicked(key: str) -> list:
    points = st.session_state[key]["selection"]["points"]
    return next((point["customdata"] for point in points if point.get("customdata")), [])


def _sector_clicked() -> None:
    if found := _clicked("story-pairs"):
        state.narrow(sector=(found[0],))


def _year_clicked() -> None:
    if found := _clicked("story-columns"):
        state.narrow(years=(int(found[0]), int(found[0])))
