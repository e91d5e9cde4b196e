"""What we show otherwise than a document has it: as printed, as shown, why, and where."""

import streamlit as st

from loaders.documents import left_corrections
from loaders.events.selection import Selection, derived
from loaders.subjects import card_keys
from loaders.text import counted, message, say
from pages.parts.faults import section
from pages.parts.opening import open_card
from pages.parts.picture import Drawing
from pages.widgets.table import Column, packed, table
from pages.widgets.take import take

_COLUMNS = (
    Column("subject", message("What"), "title"),
    Column("printed_text", message("Printed"), "struck"),
    Column("shown_text", message("We show"), "words"),
    Column("reason", message("Why"), "words"),
    Column("source", message("Where it was printed"), "words"),
)


def draw(shown: Selection) -> None:
    """The corrections as rows; a row opens the card of what it is about."""
    with section(say("What is corrected")):
        rows = left_corrections(shown)
        if rows.empty:
            st.info(say("Nothing is corrected in what is chosen."))
            return
        cards = card_keys(shown.facts, "corrections")
        with st.container(key="picture-corrections"):
            table(_corrections(shown), key="corrections", open=lambda key: open_card(*cards[key]))
        take("corrections", len(rows))


@derived
def _corrections(shown: Selection) -> bytes:
    rows = left_corrections(shown)
    cards = card_keys(shown.facts, "corrections")
    keys = [key if key in cards else "" for key in rows["correction_id"]]
    heading = counted("{count} correction", "{count} corrections", count=len(rows))
    return packed(rows.assign(key=keys).fillna(""), _COLUMNS, caption=heading, heading=heading)


def pictures(_shown: Selection) -> list[Drawing]:
    """Rows are no picture."""
    return []
