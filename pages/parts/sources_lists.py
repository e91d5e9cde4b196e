"""What is shown other than printed, where sources disagree, and what was looked for."""

import pandas as pd
import streamlit as st

from loaders.contradictions import contradictions
from loaders.documents import corrections
from loaders.events.selection import Selection
from loaders.subjects import cards
from pages.parts.downloads import downloads
from pages.parts.opening import open_card
from pages.parts.sources_parts import kept
from pages.parts.words import md, number_of


def draw_corrections(shown: Selection) -> None:
    """Every correction, by whose fault it is: printed, shown, why."""
    table = _with_cards(shown, "corrections", corrections(shown.facts), "correction_id")
    st.subheader("Printed wrongly", anchor="printed-wrongly")
    st.caption(
        f"{number_of(len(table), 'correction')}: what a document has, what we show instead, and why. Only the first two groups are its authors’ own."
    )
    words = shown.facts.table("vocabulary").query("field == 'corrections.fault'")
    for code, name in zip(words["code"], words["name"], strict=True):
        rows = table[table["fault"] == code]
        for source, some in rows.groupby("source", sort=False):
            st.markdown(f"**{md(name).capitalize()}** · {md(source)} · {number_of(len(some), 'correction')}")
            for row in some.itertuples():
                _item(_correction(row), row, row.correction_id)
    if len(table):
        downloads("corrections", len(table))


def _correction(row) -> str:
    place = f" ({md(row.locator)})" if isinstance(row.locator, str) else ""
    has = "read as" if row.fault == "copy" else "printed"
    return f"{md(row.what)}{place}: {has} “{md(row.printed_text)}”, shown “**{md(row.shown_text)}**”. {md(row.reason)}"


def draw_contradictions(shown: Selection) -> None:
    """Every word against what is shown that no correction explains: who says what, who is followed, why."""
    every = _with_cards(shown, "evidence", contradictions(shown.facts), "evidence_id")
    table = every[~every["corrected"]]
    st.subheader("Where sources disagree", anchor="where-sources-disagree")
    st.caption(
        f"{number_of(len(every), 'word')} of documents against what is shown; {len(every) - len(table)} of them corrected above, "
        f"{len(table)} listed here. The CSV has all of them."
    )
    for row in table.itertuples():
        place = f", {md(row.locator)}" if row.locator else ""
        shown = f"shown “**{md(row.shown_text)}**”" if row.shown_text else "shown: **nothing**"
        followed = f", after {md(row.followed)}" if row.followed else ""
        text = f"{md(row.what)}: {shown}{followed}; otherwise “**{md(row.said_text)}**”: {md(row.by)}{place}. {md(row.why)}"
        _item(text, row, row.evidence_id)
    if len(every):
        downloads("contradictions", len(every))


def draw_figure_conflicts(shown: Selection) -> None:
    """Every city and indicator for which published figures differ, with the one that is shown first, and why."""
    keys = set(kept(shown, "observations"))
    found = [conflict.within(keys) for conflict in shown.store.conflicts()]
    found = [conflict for conflict in found if len(conflict.rows) > 1 and conflict.preferred]
    st.subheader("Figures that differ", anchor="figures-that-differ")
    st.caption(
        f"{number_of(len(found), 'case')} in which published figures of one city differ by more than rounding for about the same time (areas whatever their year). All stay; the one followed is shown first."
    )
    for conflict in found:
        first, *others = conflict.rows
        with st.container(gap="xxsmall"):
            st.button(
                md(conflict.name),
                key=f"to-conflict-{first.observation_id}",
                type="tertiary",
                on_click=open_card,
                args=("figure", first.observation_id),
            )
            st.markdown(f"Followed: “**{md(first.figure)}**”, {md(first.as_of_text)}, {md(first.series)}; {md(conflict.reason)}")
            st.markdown(
                "\n".join(f"- also “**{md(row.figure)}**”, {md(row.as_of_text)}, {md(row.series)}: {md(row.why)}" for row in others)
            )


def draw_searches(shown: Selection) -> None:
    """What was looked for, and what came of it."""
    table = _with_cards(shown, "searches", shown.facts.table("searches"), "search_id")
    st.subheader("Looked for", anchor="looked-for")
    st.caption(f"{number_of(len(table), 'search', 'searches')}: what was looked for in public sources, when, and what came of it.")
    for row in table.itertuples():
        _item(f"{md(row.result)} (read {md(row.read_on)})", row, row.search_id)


def _with_cards(shown: Selection, name: str, table: pd.DataFrame, key: str) -> pd.DataFrame:
    """The rows that the filter leaves, with the `kind` and key (`card`) of the card that tells of each; blank where faults hide it."""
    table, facts = table[table[key].isin(kept(shown, name))], shown.facts
    if facts.faults:
        return table.assign(kind="", card="")
    found = cards(facts, name).set_axis(facts.table(name)[facts.schema[name].key], axis="index").fillna("")
    return table.assign(kind=table[key].map(found["kind"]), card=table[key].map(found["key"]))


def _item(text: str, row, key: str) -> None:
    """What the words are about, as a link to its card where it has one, and the words."""
    with st.container(gap="xxsmall"):
        if row.kind:
            st.button(md(row.subject), key=f"to-{key}", type="tertiary", on_click=open_card, args=(row.kind, row.card))
        else:
            st.markdown(f"**{md(row.subject)}**")
        st.markdown(text)
