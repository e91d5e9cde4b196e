"""Three findings with a number each, and what is in doubt: a click on a number lists its rows."""

import streamlit as st

from loaders.events.selection import Selection
from loaders.story.overview import doubts, findings
from loaders.text import counted, number, say
from pages.parts import state
from pages.parts.words import md


def draw_findings(shown: Selection) -> None:
    """Each with its number, what it counts, and a line."""
    found = findings(shown)
    if not found:
        return
    with st.container(key="findings"):
        for place, (column, finding) in enumerate(zip(st.columns(len(found), gap="large"), found, strict=True)):
            with column, st.container(key=f"finding-{place}", horizontal=True, wrap=False):
                st.html(f'<b class="big">{number(finding.number)}</b>', width="content")
                with st.container(gap=None):
                    st.markdown(f"**{md(finding.title)}**")
                    if finding.line:
                        st.markdown(md(finding.line))
                    label = counted("See the {count} event", "See the {count} events", count=finding.number)
                    st.page_link("timeline/timeline.py", label=label, query_params=shown.narrowed(**finding.choices).filters.to_query())


def draw_doubts(shown: Selection) -> None:
    """How many events are in doubt, by kind."""
    kinds = doubts(shown)
    if not kinds:
        return
    st.subheader(say("What is in doubt"), anchor=False)
    with st.container(key="doubts", horizontal=True, gap="large"):
        for place, (count, words, choices) in enumerate(kinds):
            label = f"**{number(count)}** {md(words)}"
            st.button(label, key=f"doubt-{place}", type="tertiary", on_click=state.narrow, kwargs=choices)
