"""Each document by the years of the events that it tells of, and when it was itself published."""

import pandas as pd
import streamlit as st

from charts.coverage import year_grid
from charts.coverage_signs import HELD
from charts.look import look
from charts.ready import ReadyFigure
from loaders.coverage import SIDES, source_year_rows, uncounted_documents
from loaders.coverage_years import BEFORE, year_columns
from loaders.datetext import date_text
from loaders.events import Events
from loaders.events.filters import Filters, choices
from loaders.facts import FactBase, stamp
from pages.parts import state
from pages.parts.base import all_events, kept_drawing
from pages.parts.coverage_ties import column_names
from pages.parts.downloads import downloads
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.picture import Drawing
from pages.parts.rows import rows_table
from pages.parts.screen import screen
from pages.parts.words import number_of

MOST = 25
_SHOWN = {"most": f"The {MOST} that tell of most", "all": "All documents"}
_NAME_PX = 400.0
_NOTE = (
    "Columns are the years of the events, not of the documents, and the cell says of how many a document tells. "
    "The line under a cell marks the year in which the document itself was published; “no date” stands where none, or no single year, is stated. "
    "Documents stand with the side that published them, reprints too."
)
_REST = {"publisher": "Publisher", "title": "Document", "published_text": "Published", "told": "Events told"}
_WIDTHS = {"Publisher": 220, "Document": 420, "Published": 120}


def draw_documents(facts: FactBase, events: Events) -> None:
    """The grid of documents and years; a click opens the document's card."""
    table = source_year_rows(facts, events, state.current_filters())
    rest = uncounted_documents(facts, events, state.current_filters(), beside=table)
    st.subheader("By document and year", anchor="by-document")
    keys = list(dict.fromkeys(table["source_id"]))
    if not keys:
        st.markdown("No document tells of an event that counts here.")
        _uncounted(rest)
        return
    st.caption(_note(len(keys)))
    shown = table[table["source_id"].isin(_choice(keys))]
    years = year_columns(facts, events, state.current_filters())
    width = screen()
    figure = _figure(stamp(), state.current_filters(), shown["source_id"].nunique(), dark(), width == "narrow", shown, years)
    with st.container(key=f"{width}-source-years"):
        narrowing_chart(figure, key=f"source-years-{width}", kind="document", alt=_alt(shown), means=_means)
    _uncounted(rest)
    downloads("source_years", len(table))


def _means(_: str, key: str) -> dict[str, object]:
    """The choices for a click on a cell: its document, and its years where it tells of an event in them."""
    source, _, year = key.partition("|")
    if not year:
        return {"source": (source,)}
    first = choices(all_events()).years[0]
    return {"source": (source,), "years": (first, BEFORE) if int(year) == BEFORE else (int(year), int(year))}


def _uncounted(rest: pd.DataFrame) -> None:
    """The documents that have no line in the grid; a click opens a card."""
    if rest.empty:
        return
    words = f"{number_of(len(rest), 'document')} of this selection speak{'s' * (len(rest) == 1)} only of what does not count here"
    with st.expander(words):
        st.caption(
            "What does not count: context, the frame of the states, parts of other events, and what has no end or no one year. Click a row for the document’s card."
        )
        table = rest.assign(published_text=[date_text(day) if isinstance(day, str) else "not stated" for day in rest["published"]])
        rows_table(
            table,
            _REST,
            kind="document",
            key="source_id",
            name="uncounted",
            alt=f"{words}: publisher, title, date and number of events.",
            widths=_WIDTHS,
        )


def _choice(keys: list[str]) -> list[str]:
    """The documents that the reader or the address wants to see."""
    if len(keys) <= MOST:
        return keys
    names = tuple(_SHOWN)
    labels = {**_SHOWN, "all": f"All {len(keys)} documents"}
    st.segmented_control(
        "Documents", names, format_func=labels.get, required=True, label_visibility="collapsed", **state.chosen("documents", names)
    )
    return keys if state.choice("documents", names) == "all" else keys[:MOST]


def document_pictures(facts: FactBase, events: Events) -> list[Drawing]:
    """The grid of the chosen documents as it is saved."""
    filters = state.current_filters()
    table = source_year_rows(facts, events, filters)
    keys = list(dict.fromkeys(table["source_id"]))
    drawn = keys if len(keys) <= MOST or state.choice("documents", tuple(_SHOWN)) == "all" else keys[:MOST]
    shown, years = table[table["source_id"].isin(drawn)], year_columns(facts, events, filters)
    figure = (stamp(), filters, len(drawn), False, False, shown, years)
    links = set(document_links(pd.Series(drawn, dtype="str"))["key"])
    return [Drawing("Documents by the years of the events they tell of", lambda: _figure(*figure), _NOTE, links)] if keys else []


def document_links(keys: pd.Series) -> pd.DataFrame:
    """Each document as its own source, as `rows.cite` takes them, under keys that no event has."""
    return pd.DataFrame({"key": "document " + keys, "source_id": keys}).drop_duplicates()


def _note(number: int) -> str:
    return f"{number_of(number, 'document')}. {_NOTE} Click a document’s name for its card, a number for what it tells of that year alone."


def _alt(shown: pd.DataFrame) -> str:
    first = shown.iloc[0]
    return f"{number_of(shown['source_id'].nunique(), 'document')} by the years of the events they tell of; first {first['publisher']}: {first['title']}, with {first['total']}."


@kept_drawing
def _figure(stamp: str, filters: Filters, number: int, dark: bool, narrow: bool, _shown: pd.DataFrame, _years: list[int]) -> ReadyFigure:
    one = _shown.drop_duplicates("source_id")
    one = one.assign(place=one["side"].map(SIDES.index), in_side=one.groupby("side")["source_id"].transform("size"))
    one = one.sort_values(["place", "total"], ascending=[True, False], kind="stable")
    lines = pd.DataFrame(
        {
            "row": one["source_id"],
            "name": one["publisher"] + ": " + one["title"],
            "note": one["total"].astype(str) + one["published_year"].isna().map({True: " · no date", False: ""}),
            "group": [f"{row.side.capitalize()} sources ({row.in_side})" for row in one.itertuples()],
            "key": one["source_id"],
            "said": [_about(row) for row in one.itertuples()],
        }
    )
    names = column_names(pd.Series(_years))
    cells = _cells(_shown, one, _years, dark)
    return ReadyFigure(year_grid(cells, lines, names, name_px=_NAME_PX, dark=dark, narrow=narrow, what="cell"))


def _cells(shown: pd.DataFrame, one: pd.DataFrame, years: list[int], dark: bool) -> pd.DataFrame:
    """A cell where the document tells of events, and where it was published."""
    told = shown.assign(column=shown["year"].fillna(BEFORE).astype("int64"))[["source_id", "column", "events", "resting", "titles"]]
    published = one[["source_id", "published_year"]].dropna().rename(columns={"published_year": "column"})
    published = published.assign(column=published["column"].clip(lower=BEFORE).astype("int64"), under=True)
    table = told.merge(published[published["column"].isin(years)], on=["source_id", "column"], how="outer")
    table = table.merge(one[["source_id", "publisher", "title", "published"]], on="source_id")
    some = table["events"].notna()
    number = table["events"].fillna(0).astype("int64")
    return pd.DataFrame(
        {
            "row": table["source_id"],
            "year": table["column"],
            "sign": some.map({True: HELD, False: ""}),
            "text": number.astype(str).where(some, ""),
            "strength": number / max(number.max(), 1),
            "colour": look(False).accent,
            "also": False,
            "under": table["under"].fillna(False).astype(bool),
            "key": table["source_id"] + ("|" + table["column"].astype(str)).where(some, ""),
            "said": [_said(row) for row in table.itertuples()],
        }
    )


def _published(row) -> str:
    return f"published {date_text(row.published)}" if isinstance(row.published, str) else "no date of publication stated"


def _about(row) -> list[str]:
    return [_short(f"{row.publisher}: {row.title}"), f"{_published(row)} · {number_of(row.total, 'event')} · click for its card"]


def _said(row) -> list[str]:
    titles = row.titles.split("; ") if isinstance(row.titles, str) else ["tells of no counted event of this year"]
    year = "Before 2000" if row.column == BEFORE else str(row.column)
    more = [f"and {len(titles) - 3} more"] * (len(titles) > 3)
    resting = [f"of these, {row.resting}"] if isinstance(row.resting, str) else []
    return [
        _short(f"{row.publisher}: {row.title}"),
        f"{year}: {_short(titles[0])}",
        *map(_short, titles[1:3]),
        *more,
        *resting,
        _published(row),
    ]


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:89] + "…"
