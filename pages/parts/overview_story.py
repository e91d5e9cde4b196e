"""The overview's story: a few generated sentences, each with the view that shows it, then how it began, its phases and what is announced."""

from collections.abc import Sequence

import streamlit as st

from loaders.activity import beginnings
from loaders.events import Events
from loaders.facts import FactBase
from loaders.page_choices import MARKED
from loaders.story import NAMED, UNSAID, Sentence, View, has_story
from loaders.story_meeting import announced, outcome_unknown
from loaders.story_phases import RULES
from loaders.story_sectors import years_text
from pages.parts import state
from pages.parts.marking import MOST
from pages.parts.opening import open_card
from pages.parts.overview_kept import Story, kept_story
from pages.parts.overview_parts import card_button
from pages.parts.words import md, number_of

_LISTED = 4


def draw_lead(facts: FactBase, shown: Events) -> None:
    """The story in a few sentences, each with one link."""
    if not has_story(shown):
        return
    with st.container(gap="xsmall"):
        for number, sentence in enumerate(kept_story(facts, shown).lead):
            draw_sentence(sentence, f"lead-{number}")


def draw_sentence(sentence: Sentence, place: str) -> None:
    """A sentence and the links that it leads to."""
    with st.container(gap=None):
        st.markdown(md(sentence.text))
        draw_links(sentence.views, place)


def draw_links(views: Sequence[View], place: str) -> None:
    """Links to the views that show what was said, and the card where it is about one event; `place` tells them from others of the page."""
    with st.container(horizontal=True, gap="medium", key=f"found-story-{place}"):
        for one in views:
            _leads(one, place)


def _leads(one: View, place: str) -> None:
    query = one.filters.to_query() | ({MARKED: list(one.keys[:MOST])} if one.counts == NAMED else {})
    if len(one.keys) == 1:
        st.button("Open its card", key=f"to-{place}-{one.keys[0]}", type="tertiary", on_click=open_card, args=("event", one.keys[0]))
    st.page_link(f"{one.page}.py", label=_label(one), query_params=query)


def _label(one: View) -> str:
    number = "" if len(one.keys) == 1 or one.counts == UNSAID else f" ({one.number})"
    return f"Mark {md(one.label)}{number} among all" if one.only_marks else f"See {md(one.label)}{number}"


def draw_beginnings(facts: FactBase, shown: Events) -> None:
    """How each relationship began and through whom, its latest event, and when a mayor first travelled."""
    if not has_story(shown):
        return
    filters, said = state.current_filters(), kept_story(facts, shown).began
    if not said:
        return
    st.subheader("The first of each that is shown, and the latest" if filters.narrowing else "How each began, and the latest that is known")
    latest = beginnings(shown, years=filters.years).set_index("tie_id")
    for column, sentence in zip(st.columns(len(said)), said, strict=True):
        with column:
            draw_sentence(sentence, f"first-{sentence.views[0].filters.tie[0]}")
            _latest(latest, sentence.views[0])
    trips = kept_story(facts, shown).mayors
    if trips:
        st.subheader("When a mayor first travelled")
        columns = st.columns(2, gap="large")
        for number, sentence in enumerate(trips):
            with columns[number % 2]:
                draw_sentence(sentence, f"mayor-{number}")


def _latest(latest, first: View) -> None:
    (tie,) = first.filters.tie
    if tie in latest.index and latest.loc[tie, "latest_id"] not in first.keys:
        row = latest.loc[tie]
        card_button(f"Latest: {row['latest_text']}, {row['latest']}", "event", row["latest_id"], place=f"latest-{tie}")


def draw_phases(facts: FactBase, shown: Events) -> None:
    """The phases one by one, folded, with the rules by which they are found."""
    if not has_story(shown):
        return
    told = kept_story(facts, shown)
    with st.expander("The phases one by one, and how they are found"):
        for number, sentence in enumerate(told.phases):
            draw_sentence(sentence, f"phase-{number}")
        st.markdown("\n".join(f"- {md(rule)}" for rule in (*RULES, *_split(told, facts.as_of))))


def _split(told: Story, as_of: str) -> list[str]:
    return [
        f"Sectors: {years_text(before)} against {years_text(after)}, as many whole years each, split where the online years begin "
        f"(where there are none, in the middle); a year not over on {as_of} is left out. Held events as the headline counts them, each once; a sector’s own view counts a part of a visit too where the whole is of another sector."
        for before, after in ([told.periods] if told.periods else [])
    ]


def draw_announced(shown: Events) -> None:
    """What was announced and has no known outcome, each with its card; folded where it is long."""
    filters = state.current_filters()
    said = announced(shown, filters) if has_story(shown) else []
    if not said:
        return
    st.subheader("Announced, outcome not known")
    draw_sentence(said[0], "announced")
    rows = outcome_unknown(shown, filters)
    if rows.empty:
        return
    where = st.expander(f"The {number_of(len(rows), 'event')}") if len(rows) > _LISTED else st.container(gap="xxsmall")
    with where:
        for row in rows.itertuples():
            card_button(f"{row.title}, {row.date_text}", "event", row.event_id, place="announced")
