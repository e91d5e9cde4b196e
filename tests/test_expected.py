"""The two base documents, typed a second time by someone who never opened `data/`: both readings say the same."""

import csv
import re
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from loaders import facts

DECK, ARTICLE = "essen-koriyama-deck-2023", "nag-2025-06-base"
NAMED = ("organisations", "people", "sites", "programmes", "cities")
SAME_LOCATOR = {  # a locator of the transcription: the same place in our words; an item of section 1 is a heading with its bullet
    r"section 1, heading (\d)": r"section 1, item \1",
    r"section 1, bullet": r"section 1, item [1-5]",
    r"section ([345]), heading": r"section \1",
    r"section 4, bullet": r"section 4, list",
    r"section 5, fast fact": r"section 5, fast facts",
    r"running header": r"running title between sections [0-9]+ and [0-9]+",
}
SAME_QUALIFIER = {"approx.": "about", "rund": "about"}
FACTOR = {"million EUR": 1_000_000}


def expected(name):
    with (Path(__file__).parent / "expected" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def ours(name):
    """Our table as rows of plain values, blank cells as empty texts."""
    frame = facts().table(name)
    return frame.astype(object).where(frame.notna(), "").to_dict("records")


def each_row_of(name, *columns):
    rows = expected(name)
    return pytest.mark.parametrize("row", rows, ids=[" | ".join(row[column] for column in columns) for row in rows])


def said(source, *tables, **cells):
    """Evidence of `source` on `tables` that has these cells; a key may be an event's, whose children count."""
    rows = [row for row in ours("evidence") if row["source_id"] == source and (not tables or row["table"] in tables)]
    return [row for row in rows if all(row[column] == value for column, value in cells.items())]


def of_event(event, source):
    return [row for row in said(source, "events", "event_places", "participants", "measures") if row["key"].split(".")[0] == event]


def same_locator(theirs, locator):
    pattern = re.escape(theirs)
    for their_form, our_form in SAME_LOCATOR.items():
        if re.fullmatch(their_form, theirs):
            pattern = re.sub(their_form, our_form, theirs)
    return re.fullmatch(pattern, locator) is not None


def as_printed(row):
    """Whether a date is what stands in the flattened text, which a correction sets right."""
    where = ("table", "key", "column", "source_id")
    return any(row["value"] == fix["printed"] and all(row[c] == fix[c] for c in where) for fix in ours("corrections"))


@each_row_of("events", "event_id")
def test_an_event_of_a_document_is_an_event_of_ours(row):
    assert row["event_id"] in {event["event_id"] for event in ours("events")}


@each_row_of("events", "event_id")
def test_the_documents_own_date_is_in_evidence(row):
    found = said(row["source_id"], "events", key=row["event_id"], column="date")
    assert row["date"] in {word["value"] for word in found} if row["date"] else {word["stance"] for word in found} <= {"infers"}


@each_row_of("events", "event_id")
def test_a_document_has_no_date_that_it_does_not_say(row):
    for word in said(row["source_id"], "events", key=row["event_id"], column="date"):
        coarser = row["date"].startswith(f"{word['value']}-")
        assert word["value"] == row["date"] or coarser or as_printed(word) or (not row["date"] and word["stance"] == "infers"), word


def test_a_document_speaks_of_no_event_that_it_does_not_have():
    both = {(word["key"], source) for source in (DECK, ARTICLE) for word in said(source, "events")}
    assert both == {(row["event_id"], row["source_id"]) for row in expected("events")}


@each_row_of("events", "event_id")
def test_the_documents_own_status_is_in_evidence(row):
    found = {word["value"] for word in said(row["source_id"], "events", key=row["event_id"], column="status")}
    assert found <= {"held"} if row["status"] == "held" else found == {row["status"]}  # what is told as past needs no word for it


@each_row_of("events", "event_id")
def test_every_place_where_a_document_tells_an_event_is_cited(row):
    cited = {word["locator"] for word in of_event(row["event_id"], row["source_id"])}
    missing = [place for place in row["locators"].split("; ") if not any(same_locator(place, locator) for locator in cited)]
    assert not missing, f"cited are {sorted(cited)}"


def plain(name):
    return re.sub(r"[„“”'\"‘’]", "", name).casefold().strip()


def keys_named(name, kind=""):
    """Table and key of the rows with that name; a person by the family name, as documents print titles for given names."""
    for table in NAMED:
        for row in ours(table):
            names = [plain(row[column]) for column in ("name", "name_de", "name_ja") if row.get(column)]
            if plain(name) in names or (kind == table == "person") or (
                kind == "person" and table == "people" and plain(name).split()[-1] == names[0].split()[-1]
            ):
                yield table, next(iter(row.values()))
