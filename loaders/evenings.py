"""The Düsseldorf Evenings in Tokyo as a series: guests and beer, reported or only announced, and what sources say against it."""

import pandas as pd

from loaders import views
from loaders.citations import evidence, row_citations
from loaders.confidence_words import marked
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.figures import NOT_READ
from loaders.numbers import figure_text, spaced
from loaders.store import Store

MEASURES = ("guests", "altbier")
CSV_COLUMNS = [
    "measure_id",
    "event_id",
    "title",
    "date",
    "measure",
    "value",
    "unit",
    "qualifier",
    "report",
    "note",
    "witnesses",
    "primary",
    "citations",
]


@derived
def evenings(selection: Selection) -> pd.DataFrame:
    """One row is one of MEASURES for one selected evening, oldest first; `value` is missing where no source has it.

    Columns: those of `measures`, and `date_text`, `year` (as text), `figure` (in words), `basis` (reported, announced, or blank where there is
    no figure), `against` (who says otherwise or forecast it, in words; else blank), `said` (sources), `told` (who reports and who only announced), `sources` (how many), `citations`,
    and `witnesses`, `primary`, `confidence`, `confidence_text` (see `confidence_words.marked`; blank where there is no figure).
    """
    rows = _every(selection.store)
    return _selected(selection, rows[rows["measure"].isin(MEASURES)])


@derived
def evening_figures(selection: Selection) -> pd.DataFrame:
    """One row is one figure of one selected evening, kegs included, with the columns of `evenings`."""
    rows = _every(selection.store)
    return _selected(selection, rows[rows["measure_id"].notna()])


def _selected(selection: Selection, rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["event_id"].isin(selection.events.rows["event_id"])].reset_index(drop=True)


@derived
def _every(store: Store) -> pd.DataFrame:
    """The figures of every evening, and a row without one for each of MEASURES that an evening lacks."""
    facts, events = store.facts, store.events().rows
    programmes = facts.table("programmes")
    events = events[events["programme_id"].isin(programmes.loc[programmes["featured"].eq(True), "programme_id"])]
    figures = views.measures(facts).drop(columns=["title", "date"])
    figures = figures[figures["event_id"].isin(events["event_id"])]
    wanted = pd.MultiIndex.from_product([events["event_id"], MEASURES], names=["event_id", "measure"]).to_frame(index=False)
    return _worded(facts, wanted.merge(figures, on=["event_id", "measure"], how="outer"), events)


def _worded(facts: FactBase, rows: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    rows = rows.merge(events[["event_id", "title", "date", "date_text", "start", "year"]], on="event_id")
    said = evidence(facts)
    words = said[(said["table"] == "measures") & said["key"].isin(rows["measure_id"])]
    words = words.assign(event_id=words["key"].map(facts.table("measures").set_index("measure_id")["event_id"]))
    announcing = _announcing(said)
    rows["year"] = rows["year"].astype("str").fillna("")
    rows["figure"] = [_figure(row) for row in rows.itertuples()]
    rows["basis"] = rows["measure_id"].map({key: _basis(some, announcing) for key, some in words.groupby("key")}).astype("str").fillna("")
    rows["against"] = rows["measure_id"].map({key: _against(some) for key, some in words.groupby("key")}).astype("str").fillna("")
    agree = words[words["stance"] != "contradicts"]
    briefs = agree.groupby("key", sort=False)["brief"].agg(lambda found: "; ".join(dict.fromkeys(found)))
    rows["said"] = rows["measure_id"].map(briefs).astype("str").fillna("")
    rows["told"] = rows["measure_id"].map(_told(agree, announcing)).astype("str").fillna("")
    sure = marked(facts, "measures", rows["measure_id"])[["sources", "witnesses", "primary", "confidence", "confidence_text"]]
    rows = rows.join(sure)
    rows.loc[rows["measure_id"].isna(), ["confidence", "confidence_text"]] = ""
    rows["citations"] = rows["measure_id"].map(row_citations(facts, "measures")).astype("str").fillna("")
    return rows.sort_values(["start", "event_id", "measure"], ascending=[True, True, False], kind="stable", ignore_index=True)


def _figure(row) -> str:
    if pd.isna(row.value):
        return NOT_READ
    return figure_text(row.value, {"persons": "guests", "litres": "litres of Altbier"}.get(row.unit, row.unit), row.qualifier)


def _announcing(said: pd.DataFrame) -> set[tuple[str, str]]:
    """Pairs of event and source where the source only announces the event."""
    rows = said[(said["table"] == "events") & (said["column"] == "status") & (said["value"] == "planned")]
    return set(zip(rows["key"], rows["source_id"], strict=True))


def _basis(words: pd.DataFrame, announcing: set[tuple[str, str]]) -> str:
    """Whether at least one source that agrees reports, or all of them wrote before the evening."""
    agree = words[words["stance"] != "contradicts"]
    before = [pair in announcing for pair in zip(agree["event_id"], agree["source_id"], strict=True)]
    return "announced" if all(before) else "reported"


def _told(agree: pd.DataFrame, announcing: set[tuple[str, str]]) -> dict[str, str]:
    """Per figure, who reports it and who only announced it: `reported by A; announced by B`."""
    before = [pair in announcing for pair in zip(agree["event_id"], agree["source_id"], strict=True)]
    words = agree.assign(how=pd.Series(before, index=agree.index, dtype=bool).map({True: "announced", False: "reported"}))
    texts = words.groupby(["key", "how"], sort=False)["brief"].agg(lambda found: "; ".join(dict.fromkeys(found))).reset_index()
    texts = texts.sort_values("how", ascending=False, kind="stable")
    texts["text"] = texts["how"] + " by " + texts["brief"]
    return texts.groupby("key", sort=False)["text"].agg("; ".join).to_dict()


def _against(words: pd.DataFrame) -> str:
    rows = words[words["stance"] == "contradicts"]
    return "; ".join(_otherwise(row) + (f": {spaced(row.note)}" if isinstance(row.note, str) else "") for row in rows.itertuples())


def _otherwise(row) -> str:
    if row.column == "qualifier" and row.value in ("expected", "planned"):
        return f"{row.brief} had it as {row.value}"
    return f"{row.brief} says otherwise ({row.column}: {row.value})"


def evening_rows(selection: Selection) -> pd.DataFrame:
    """One row is one figure of an evening as it is downloaded; `value` in its `unit`, `date` in EDTF, `report`: reported or announced."""
    return evening_figures(selection).rename(columns={"basis": "report"})[CSV_COLUMNS]
