"""What was looked for in public sources, and what came of it."""

from html import escape

import pandas as pd
import streamlit as st

from loaders.datetext import date_text
from loaders.events.selection import Selection, derived
from loaders.store import Store
from loaders.subjects import card_keys
from loaders.text import counted, message, say
from pages.parts.opening import open_card
from pages.parts.words import md
from pages.sources.lists import left_rows
from pages.sources.views import to_view
from pages.widgets.table import Column, packed, table

FOUND, LATEST = "found", 4
_COLUMNS = (
    Column("subject", message("Looked for"), "title"),
    Column("time", message("In the time"), "words"),
    Column("outcome", message("Outcome")),
    Column("result", message("What came of it"), "words"),
)


@derived
def searched(shown: Selection) -> pd.DataFrame:
    """The searches that the filter leaves, those for a whole relationship first: the columns of `searches`, `time` and `outcome` in words, and `key` (blank where no card tells of it)."""
    rows = _every(shown.store)
    return rows[rows.index.isin(left_rows(shown, "searches").index)]


@derived
def _every(store: Store) -> pd.DataFrame:
    facts, cards = store.facts, card_keys(store.facts, "searches")
    rows, names = facts.table("searches"), facts.table("vocabulary").query("field == 'searches.outcome'").set_index("code")["name"]
    rows = rows.assign(
        time=rows["period"].map(date_text, na_action="ignore"),
        vain=rows["outcome"] != FOUND,
        outcome=rows["outcome"].map(names).fillna(rows["outcome"]),
        whole=rows["tie_id"].notna(),
        key=[key if key in cards else "" for key in rows["search_id"]],
    )
    return rows.sort_values(["vain", "whole", "read_on", "search_id"], ascending=[False, False, False, True])


def draw_latest_searches(shown: Selection) -> None:
    """The first of those that found nothing, and the way to all."""
    every = searched(shown)
    rows = every[every["vain"]].head(LATEST)
    if rows.empty:
        return
    st.subheader(say("What was looked for and not found"), anchor=False)
    lines = [f'<tr><th scope="row">{escape(row.subject)}</th><td>{escape(row.outcome)}</td></tr>' for row in rows.itertuples()]
    st.html(f'<table class="looked">{"".join(lines)}</table>')
    label = counted("The search", "All {count} searches", count=len(every))
    st.button(md(label), key="to-searches", type="tertiary", on_click=to_view, args=("coverage",))


def draw_searches(shown: Selection) -> None:
    """All of them; a row opens the card of its event."""
    if searched(shown).empty:
        return
    cards = card_keys(shown.facts, "searches")
    table(_searches(shown), key="searches", open=lambda key: open_card(*cards[key]))


@derived
def _searches(shown: Selection) -> bytes:
    rows = searched(shown)
    heading = counted("{count} search", "{count} searches", count=len(rows))
    return packed(rows.fillna(""), _COLUMNS, caption=heading, heading=heading)
