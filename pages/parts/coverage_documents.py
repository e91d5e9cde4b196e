"""Each document by the years of the events that it tells of, and when it was itself published."""

import pandas as pd
import streamlit as st

from charts.coverage import year_grid
from charts.coverage_signs import HELD, OUTLINED
from charts.look import look
from charts.ready import ReadyFigure
from loaders.coverage import SIDES, document_means, source_year_rows
from loaders.coverage_years import BEFORE, year_columns
from loaders.datetext import date_text
from loaders.events.selection import Selection, derived
from pages.parts import state
from pages.parts.coverage_ties import column_names
from pages.parts.downloads import downloads
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.picture import Drawing
from pages.parts.screen import screen
from pages.parts.words import number_of

MOST = 25
_SHOWN = {"most": f"The {MOST} that tell of most", "all": "All documents"}
_NAME_PX = 400.0
_NOTE = (
    "Columns are the years of the events, not of the documents. "
    "The line under a cell marks the year in which the document itself was published; “no date” stands where none, or no single year, is stated. "
    "Documents stand with the side that published them, reprints too."
)


def draw_documents(shown: Selection) -> None:
    """The grid of documents and years; a click narrows to what a document tells."""
    table, total = source_year_rows(shown), source_year_rows(shown)["source_id"].nunique()
    st.subheader("By document and year", anchor="by-document")
    st.caption(f"{number_of(total, 'document')}. {_NOTE} Click a document’s name for all that it tells of, a number for that year alone.")
    if total > MOST:
        labels = {**_SHOWN, "all": f"All {total} documents"}
        chosen = state.chosen("documents", tuple(_SHOWN))
        st.segmented_control("Documents", tuple(_SHOWN), format_func=labels.get, required=True, label_visibility="collapsed", **chosen)
    if year_columns(shown):
        width, number = screen(), _number(total)
        figure = document_figure(shown, number, dark(), width == "narrow")
        first = table.iloc[0]
        alt = f"{number_of(number, 'document')} by the years of the events they tell of; first {first['publisher']}: {first['title']}, with {first['total']}."
        with st.container(key=f"{width}-source-years"):
            narrowing_chart(figure, key=f"source-years-{width}", alt=alt, means=lambda _, key: means(shown, key))
    downloads("source_years", len(table))


def means(shown: Selection, key: str) -> dict[str, object]:
    """The choices for a click: on a document, or on it in one column (`key|2018`)."""
    source, _, column = key.partition("|")
    return document_means(shown, source, int(column) if column else None)


def _number(total: int) -> int:
    """How many documents the reader or the address wants to see."""
    return total if state.choice("documents", tuple(_SHOWN)) == "all" else min(total, MOST)


def document_pictures(shown: Selection) -> list[Drawing]:
    """The grid of the chosen documents as it is saved."""
    keys = source_year_rows(shown)["source_id"].drop_duplicates()
    number = _number(len(keys))
    drawing = Drawing(
        "Documents by the years of the events they tell of",
        lambda: document_figure(shown, number, False, False),
        _NOTE,
        set(document_links(keys.head(number))["key"]),
    )
    return [drawing] if number and year_columns(shown) else []


def document_links(keys: pd.Series) -> pd.DataFrame:
    """Each document as its own source, as `rows.cite` takes them, under keys that no event has."""
    return pd.DataFrame({"key": "document " + keys, "source_id": keys}).drop_duplicates()


@derived
def document_figure(shown: Selection, number: int, dark: bool, narrow: bool) -> ReadyFigure:
    """The grid of so many documents, those that tell of most."""
    table, columns = source_year_rows(shown), year_columns(shown)
    table = table[table["source_id"].isin(table["source_id"].drop_duplicates().head(number))]
    one = table.drop_duplicates("source_id")
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
    cells = _cells(table[table["years"] != "no date"], one, columns)
    return ReadyFigure(year_grid(cells, lines, column_names(columns), name_px=_NAME_PX, dark=dark, narrow=narrow, what="cell"))


def _cells(told: pd.DataFrame, one: pd.DataFrame, columns: list[int]) -> pd.DataFrame:
    """A cell where the document tells of events, and where it was published."""
    told = told.assign(column=told["year"].fillna(BEFORE).astype("int64"))
    told = told[["source_id", "column", "events", "held", "doubtful", "resting", "titles"]]
    published = one[["source_id", "published_year"]].dropna().rename(columns={"published_year": "column"})
    published = published.assign(column=published["column"].clip(lower=BEFORE).astype("int64"), under=True)
    table = told.merge(published[published["column"].isin(columns)], on=["source_id", "column"], how="outer")
    table = table.merge(one[["source_id", "publisher", "title", "published"]], on="source_id")
    some = table["events"].notna()
    number = table["events"].fillna(0).astype("int64")
    return pd.DataFrame(
        {
            "row": table["source_id"],
            "year": table["column"],
            "sign": (table["held"] > 0).map({True: HELD, False: OUTLINED}).where(some, ""),
            "text": number.astype(str).where(some, ""),
            "strength": number / max(number.max(), 1),
            "colour": look(False).accent,
            "doubt": table["doubtful"].fillna(0) > 0,
            "also": False,
            "under": table["under"].fillna(False).astype(bool),
            "key": table["source_id"] + ("|" + table["column"].astype(str)).where(some, ""),
            "said": [_said(row) for row in table.itertuples()],
        }
    )


def _published(row) -> str:
    return f"published {date_text(row.published)}" if isinstance(row.published, str) else "no date of publication stated"


def _about(row) -> list[str | tuple[str, ...]]:
    return [
        _short(f"{row.publisher}: {row.title}"),
        (_published(row), " · click for the ", number_of(row.total, "event"), " that it tells of"),
    ]


def _said(row) -> list[str | tuple[str, ...]]:
    titles = row.titles.split("; ") if isinstance(row.titles, str) else ["tells of no event of this year"]
    year = "Before 2000" if row.column == BEFORE else str(row.column)
    more = [f"and {len(titles) - 3} more"] * (len(titles) > 3)
    resting = [f"of these, {row.resting}"] if isinstance(row.resting, str) else []
    return [
        _short(f"{row.publisher}: {row.title}"),
        (f"{year}: ", _short(titles[0])),
        *map(_short, titles[1:3]),
        *more,
        *resting,
        _published(row),
    ]


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:89] + "…"
