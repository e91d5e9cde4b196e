"""What the sources cover: each tie by sector and year, each document by the years it tells of, and the same tie as each side tells it."""

import pandas as pd
import streamlit as st

from loaders.confidence_words import resting_note
from loaders.coverage import NONE_KNOWN, coverage_rows
from loaders.coverage_words import coverage_headline
from loaders.coverage_years import ties_shown
from loaders.events import Events
from loaders.events.selection import Selection, derived
from pages.parts.base import selection
from pages.parts.coverage_documents import document_links, document_pictures, draw_documents
from pages.parts.coverage_sides import draw_sides, side_pictures
from pages.parts.coverage_ties import draw_ties, tie_pictures
from pages.parts.downloads import downloads
from pages.parts.picture import Drawing, picture_button
from pages.parts.rows import event_links, event_sources, rows_table, stop_if_empty
from pages.parts.words import md, number_of
from pages.widgets.headline import headline

_EMPTY = "**An empty cell need not be a gap in the cooperation:** most pages were read in part, and what nobody wrote down, or nobody has read or searched for, is not here. Sources are of the German, the Japanese or the European side; international ones are of neither side, or of both together."
_COLUMNS = {
    "tie": "Relationship",
    "sector": "Sector",
    "years": "Year",
    "events": "Events",
    "state": "State",
    "resting": "Thinly founded",
    "titles": "Told",
    "begun_titles": "Begun earlier",
    "possible_titles": "May lie in this year",
    "searches": "Looked for, not found",
}
_WIDTHS = {
    "Relationship": 150,
    "Sector": 110,
    "Year": 90,
    "State": 170,
    "Thinly founded": 360,
    "Told": 360,
    "Begun earlier": 240,
    "May lie in this year": 240,
    "Looked for, not found": 240,
}


def coverage_view() -> None:
    """Headline, the three grids, their rows, and the sources of exactly what is shown."""
    shown = selection()
    sentence, note = _words(shown)
    headline(sentence)
    stop_if_empty(ties_shown(shown))
    st.markdown(_EMPTY)
    st.caption(note)
    table = _ordered(shown)
    draw_ties(shown)
    draw_documents(shown)
    draw_sides(shown)
    if len(table):
        _rows(table)
    downloads(
        "coverage",
        len(table),
        picture=lambda: picture_button("coverage", lambda: _pictures(shown), headline=sentence, links=lambda: _links(shown.events)),
    )
    event_sources(shown.facts, shown)


@derived
def _words(shown: Selection) -> tuple[str, str]:
    """The headline, and on what the events rest."""
    return coverage_headline(shown), resting_note(shown.by("witnesses", "primary"))


def _pictures(shown: Selection) -> list[Drawing]:
    return [*tie_pictures(shown), *document_pictures(shown), *side_pictures(shown)]


def _links(events: Events) -> pd.DataFrame:
    """Each source's word on each event; and each document as its own source, for the grid of documents."""
    links = event_links(events)
    return pd.concat([links, document_links(links["source_id"])])


def _rows(table: pd.DataFrame) -> None:
    st.subheader("The first grid in rows")
    st.caption(
        "One row is one relationship, sector and year, with or without events; those of which nothing is known come last. Click a row to open the card of the first event that it names."
    )
    alt = f"{number_of(len(table), 'row')}: relationship, sector, year, number of events, state and titles."
    rows_table(table, _COLUMNS, kind="event", key="first", name="coverage", alt=md(alt), widths=_WIDTHS)


@derived
def _ordered(shown: Selection) -> pd.DataFrame:
    """The rows as they are shown, words that repeat as codes, so that each travels once; `first`: the first event that a row names."""
    table = coverage_rows(shown)
    named = zip(*(table[column].tolist() for column in ("event_ids", "begun_ids", "possible_ids")), strict=True)
    first = [next((keys.partition("; ")[0] for keys in some if keys), "") for some in named]
    table = table.assign(first=first, quiet=table["state"] == NONE_KNOWN).sort_values("quiet", kind="stable", ignore_index=True)
    texts = [column for column in _COLUMNS if not pd.api.types.is_numeric_dtype(table[column])]
    return table.astype(dict.fromkeys(texts, "category")).assign(events=pd.to_numeric(table["events"], downcast="integer"))
