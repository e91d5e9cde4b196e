"""What recurs and is measured: programmes of several events with the same figure, reported or only announced, and what sources say against it."""

import itertools
from typing import NamedTuple

import pandas as pd

from loaders import views
from loaders.citations import evidence, row_citations
from loaders.confidence_words import marked
from loaders.events.selection import Selection, derived
from loaders.numbers import figure_text, spaced
from loaders.store import Store

LEAST = 3
"""So many events of a programme must have a figure for it to recur."""
CSV_COLUMNS = ["measure_id", "programme", "event_id", "title", "date", "measure", "value", "unit", "qualifier", "report", "note"]
CSV_COLUMNS += ["witnesses", "primary", "citations"]


class Recurring(NamedTuple):
    """A programme and one of its figures. `rows`: one row is an event with it, oldest first; see `figures`."""

    programme: str
    measure: str
    unit: str
    rows: list


@derived
def figures(selection: Selection) -> pd.DataFrame:
    """One row is one figure of one selected event of a programme in which it recurs, oldest first.

    Columns: those of `measures`, `programme`, `title`, `date`, `date_text`, `year` (missing where there is none), `figure` (in words), `report` (reported, or announced: by
    those who wrote before the event alone), `against` (who says otherwise or forecast it, in words; else blank), `witnesses`, `primary`, `confidence`,
    `confidence_text` and `citations`.
    """
    rows = _every(selection.store)
    return rows[selection.mask[rows["place"]]].reset_index(drop=True)


@derived
def recurring(selection: Selection, most: int) -> list[Recurring]:
    """The programmes with a figure that LEAST of the selected events or more have, those of most figures first."""
    groups: dict[tuple, list] = {}
    for row in itertools.compress(_rows(selection.store), selection.mask[_every(selection.store)["place"]]):
        groups.setdefault((row.programme, row.measure), []).append(row)
    found = [Recurring(*names, rows[0].unit, rows) for names, rows in groups.items() if len(rows) >= LEAST]
    return sorted(found, key=lambda one: (-len(one.rows), one.programme, one.measure))[:most]


@derived
def _rows(store: Store) -> list:
    return list(_every(store).itertuples())


@derived
def _every(store: Store) -> pd.DataFrame:
    """The figures of all events of such programmes, with all that is said of them."""
    facts, events = store.facts, store.events().rows.reset_index(names="place")
    programmes = facts.table("programmes").set_index("programme_id")["name"]
    events = events[events["programme_id"].notna()]
    events = events.assign(programme=events["programme_id"].map(programmes).astype("str"))
    columns = ["event_id", "programme", "place", "title", "date", "date_text", "year"]
    rows = views.measures(facts).drop(columns=["title", "date"]).merge(events[columns], on="event_id")
    rows = rows[rows.groupby(["programme", "measure"])["measure_id"].transform("size") >= LEAST]
    words = evidence(facts)
    announcing = words[(words["table"] == "events") & (words["column"] == "status") & (words["value"] == "planned")]
    announcing = set(zip(announcing["key"], announcing["source_id"], strict=True))
    words = words[(words["table"] == "measures") & words["key"].isin(rows["measure_id"])]
    said = dict(list(words.groupby("key")))
    rows["figure"] = [
        figure_text(row.value, row.measure if row.unit == "persons" else row.unit, row.qualifier) for row in rows.itertuples()
    ]
    rows["report"] = [
        _report(said[row.measure_id], row.event_id, announcing) if row.measure_id in said else "" for row in rows.itertuples()
    ]
    rows["against"] = [_against(said[key]) if key in said else "" for key in rows["measure_id"]]
    rows = rows.join(marked(facts, "measures", rows["measure_id"])[["witnesses", "primary", "confidence", "confidence_text"]])
    rows["citations"] = rows["measure_id"].map(row_citations(facts, "measures")).astype("str").fillna("")
    return rows.sort_values(["place", "measure"], kind="stable", ignore_index=True)


def _report(words: pd.DataFrame, event: str, announcing: set[tuple[str, str]]) -> str:
    """Whether at least one source that agrees reports, or all of them wrote before the event."""
    agree = words.loc[words["stance"] != "contradicts", "source_id"]
    return "announced" if all((event, source) in announcing for source in agree) else "reported"


def _against(words: pd.DataFrame) -> str:
    rows = words[words["stance"] == "contradicts"]
    return "; ".join(_otherwise(row) + (f": {spaced(row.note)}" if isinstance(row.note, str) else "") for row in rows.itertuples())


def _otherwise(row) -> str:
    if row.column == "qualifier" and row.value in ("expected", "planned"):
        return f"{row.brief} had it as {row.value}"
    return f"{row.brief} says otherwise ({row.column}: {row.value})"


def recurring_rows(selection: Selection) -> pd.DataFrame:
    """One row is one figure as it is downloaded; `value` in its `unit`, `date` in EDTF, `report`: reported or announced."""
    return figures(selection)[CSV_COLUMNS]
