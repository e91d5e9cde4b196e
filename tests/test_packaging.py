"""The package, opened again: by frictionless, by our own loaders, by its sums; it is the selection and all that it rests on."""

import hashlib
import io
import json
import zipfile
from functools import cache

import pandas as pd
import pytest
from frictionless import Package
from packages import HOST, ONE, SELECTIONS, opened_store, packed
from selections import read

from loaders.events.filters import select
from loaders.facts import DATA
from loaders.formats import FORMATS
from loaders.offers import export
from loaders.package_texts import OWN
from loaders.packaging import package_bytes, package_files
from loaders.readable import POINTING
from loaders.schema import PACKAGE, read_schema
from loaders.store import Store
from loaders.story.headlines import timeline_headline

SCHEMA = read_schema(DATA)
VIEWED = ("events", "places", "journeys", "links", "coverage")
NARROW = [name for name in SELECTIONS if name != "everything"]


@pytest.fixture(scope="module")
def packages(store, tmp_path_factory):
    return {name: packed(store, filters, tmp_path_factory.mktemp("package") / "ties") for name, filters in SELECTIONS.items()}


@pytest.fixture(scope="module")
def opened_again(packages):
    """A function that gives the store of an unpacked package, read by our own loaders."""
    return cache(lambda name: opened_store(packages[name].folder))


def keys(rows, table):
    return [row[SCHEMA[table].key] for row in rows]


def said(package):
    return json.loads((package.folder / PACKAGE).read_text(encoding="utf-8"))


def foreign_keys(package):
    return {(table["name"], key["fields"][0]) for table in said(package)["resources"] for key in table["schema"]["foreignKeys"]}


@pytest.mark.parametrize("name", SELECTIONS)
def test_frictionless_opens_the_zip_as_it_is_and_finds_no_fault(name, packages):
    report = Package(str(packages[name].file)).validate()
    assert report.flatten(["taskNumber", "rowNumber", "fieldName", "message"]) == []
    assert report.valid and len(report.tasks) == len(SCHEMA)


@pytest.mark.parametrize("name", ["everything", "energy", "no event"])
def test_our_loaders_find_no_fault_and_show_the_same_view(name, opened_again, store, all_events):
    filters = SELECTIONS[name]
    ours, shown = opened_again(name), select(all_events, filters)
    assert ours.facts.faults == ()
    assert list(ours.events().rows["event_id"]) == list(shown.rows["event_id"])
    again = select(ours.events(), filters)
    assert len(again) == len(shown)
    if len(shown):
        assert timeline_headline(ours.selection(filters)) == timeline_headline(store.selection(filters))
    for view in VIEWED:
        ours_rows, rows = (export(one.selection(filters), view).rows for one in (ours, store))
        pd.testing.assert_frame_equal(ours_rows, rows, check_dtype=bool(len(rows)))


@pytest.mark.parametrize("name", SELECTIONS)
def test_cells_and_order_are_those_of_the_data(name, packages):
    for table in SCHEMA:
        rows = packages[name].rows(table)
        here = set(keys(rows, table))
        assert rows == [row for row in read(table) if row[SCHEMA[table].key] in here], table


def test_a_package_of_everything_has_the_files_of_the_data_byte_for_byte(packages):
    for table in SCHEMA.values():
        assert (packages["everything"].folder / table.path).read_bytes() == (DATA / table.path).read_bytes()
    assert (packages["everything"].folder / "LICENSE.md").read_bytes() == (DATA / "LICENSE.md").read_bytes()


@pytest.mark.parametrize("name", NARROW)
def test_nothing_that_a_source_says_of_a_row_is_left_out(name, packages):
    here = {table: set(keys(packages[name].rows(table), table)) for table in SCHEMA}
    for pointing in POINTING:
        wanted = {row[SCHEMA[pointing].key] for row in read(pointing) if row["key"] in here[row["table"]]}
        assert wanted == here[pointing]
    stances = {row["stance"] for row in packages["energy"].rows("evidence")}
    assert "contradicts" in stances


@pytest.mark.parametrize("name", NARROW)
def test_every_key_leads_to_its_row_but_those_of_events_outside(name, packages):
    here = {table: set(keys(packages[name].rows(table), table)) for table in SCHEMA}
    dangling = {
        (table.name, reference.column)
        for table in SCHEMA.values()
        for reference in table.references
        if {row[reference.column] for row in packages[name].rows(table.name)} - {""} - here[reference.table]
    }
    assert dangling <= {("events", "part_of"), ("events", "maybe_same_as")}
    whole = {(table.name, reference.column) for table in SCHEMA.values() for reference in table.references}
    assert foreign_keys(packages[name]) == whole - dangling


def test_a_key_of_an_event_outside_stays_and_is_explained(packages):
    (event,) = packages["one event"].rows("events")
    assert (event["event_id"], event["part_of"]) == (ONE, "essen-delegation-koriyama-2018")
    (table,) = [table for table in said(packages["one event"])["resources"] if table["name"] == "events"]
    words = {field["name"]: field["description"] for field in table["schema"]["fields"]}
    assert words["part_of"].endswith("it may name an event outside the selection, which is not here.")
    assert "outside" not in words["maybe_same_as"] and ("events", "maybe_same_as") in foreign_keys(packages["one event"])
    assert "although `events.part_of` name" in (packages["one event"].folder / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SELECTIONS)
def test_the_sums_are_those_of_every_other_file(name, packages):
    lines = (packages[name].folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    sums = {file: digest for digest, _, file in (line.partition("  ") for line in lines)}
    files = {path.name: path.read_bytes() for path in packages[name].folder.iterdir() if path.name != "SHA256SUMS"}
    assert sums == {file: hashlib.sha256(data).hexdigest() for file, data in files.items()}


def test_a_package_made_twice_has_the_same_bytes_and_the_day_of_its_data(packages, fact_base):
    package = packages["two years of a tie"]
    assert package_bytes(Store(fact_base).selection(package.selection.filters), host=HOST) == package.data
    entries = zipfile.ZipFile(io.BytesIO(package.data)).infolist()
    assert {entry.date_time for entry in entries} == {(2026, 11, 21, 0, 0, 0)}
    names = [entry.filename for entry in entries]
    assert names == sorted(names) and not any("/" in name or "\\" in name for name in names)


def test_a_package_says_what_was_chosen_of_which_data_and_where(packages, fact_base):
    package = packages["two years of a tie"]
    found, whole = said(package), json.loads((DATA / PACKAGE).read_text(encoding="utf-8"))
    assert (found["version"], found["created"], found["licenses"]) == (whole["version"], whole["created"], whole["licenses"])
    assert found[OWN + "fingerprint"] == fact_base.fingerprint
    assert found[OWN + "address"] == f"{HOST}/timeline?years=2019&years=2020&tie=essen-koriyama"
    assert found[OWN + "parameters"] == {"years": ["2019", "2020"], "tie": ["essen-koriyama"]}
    assert found["name"] == "city-ties_package_2019-2020_tie-essen-koriyama_2026-11-21"
    assert {"name": "Years", "value": "2019–2020"} in found[OWN + "filters"]
    assert len(found["sources"]) == len(package.rows("sources"))
    text = (package.folder / "README.md").read_text(encoding="utf-8")
    number = len(package.rows("events"))
    for words in (
        "- Years: 2019–2020",
        "- Relationship: Essen–Koriyama",
        f"{number} of 206 events",
        fact_base.fingerprint,
        found[OWN + "address"],
    ):
        assert words in text


def test_every_source_is_there_as_a_citation_where_that_format_is_offered(packages):
    file = packages["energy"].folder / "sources.bib"
    assert file.is_file() == ("bib" in FORMATS)
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    assert not text or all(f"{{{key},\n" in text for key in keys(packages["energy"].rows("sources"), "sources"))


def test_the_citations_give_the_address_that_the_readme_gives(store):
    selection = store.selection(SELECTIONS["two years of a tie"])
    files, address = package_files(selection, "/map", HOST), HOST + selection.address("/map")
    for name in ("README.md", "sources.txt", "sources.bib"):
        assert address in files[name].decode("utf-8"), name


def test_an_empty_selection_gives_a_package_that_says_so(packages):
    assert packages["no event"].rows("events") == [] and packages["no event"].rows("event_places") == []
    assert len(packages["no event"].rows("vocabulary")) == len(read("vocabulary"))
    assert "No event fits: `events.csv` has its header and no row" in (packages["no event"].folder / "README.md").read_text(
        encoding="utf-8"
    )


def test_a_package_of_a_package_has_the_same_tables(packages, opened_again):
    package = packages["words"]
    files = package_files(opened_again("words").selection())
    assert all(files[table.path] == (package.folder / table.path).read_bytes() for table in SCHEMA.values())


@pytest.mark.parametrize("name", ["energy", "no event"])
def test_a_table_has_the_same_columns_in_words_however_few_its_rows(name, opened_again, store):
    ours = opened_again(name)
    for table in ("participants", "event_places", "measures", "sites", "evidence"):
        assert list(ours.words(table).rows) == list(store.words(table).rows), table
