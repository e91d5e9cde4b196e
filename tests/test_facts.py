"""The fact base as it is shipped: valid by an independent checker, read-only, and its words complete in three languages."""

import importlib
import json

import pandas as pd
import pytest
from frictionless import Package

from loaders.facts import DATA, facts, fingerprint, stamp
from loaders.faults import FaultyData
from loaders.schema import PACKAGE

NAMED_FIELDS = ("events.kind", "events.status", "event_places.role", "participants.role")
NAMED_TABLES = ("cities", "sectors", "indicators")


def blank(table):
    """Per row, whether a reader of German or Japanese would miss its name."""
    names = table[["name_de", "name_ja"]]
    return (names.isna() | (names == "")).any(axis="columns")


def test_the_shipped_facts_have_no_fault(fact_base):
    assert fact_base.faults == ()


def test_the_package_is_valid_for_frictionless_too():
    report = Package(str(DATA / PACKAGE)).validate()
    assert report.flatten(["taskNumber", "rowNumber", "fieldName", "message"]) == []
    assert report.valid


def test_every_file_of_the_folder_is_declared_in_the_package(fact_base):
    assert {path.name for path in DATA.glob("*.csv")} == {table.path for table in fact_base.schema.values()}


def test_there_are_206_events(fact_base):
    assert len(fact_base.table("events")) == 206


def test_writing_to_a_table_leaves_the_next_one_as_it_was(fact_base):
    before = fact_base.table("events").copy(deep=True)
    ours = fact_base.table("events")
    ours["title"] = "changed"
    ours.loc[0, "date"] = "changed"
    del ours["status"]
    pd.testing.assert_frame_equal(fact_base.table("events"), before)


def test_the_values_below_a_table_cannot_be_written(fact_base):
    values = fact_base.table("measures")["value"].to_numpy()
    with pytest.raises(ValueError, match="read-only"):
        values[0] = -1


def test_the_fact_base_itself_cannot_be_changed(fact_base):
    with pytest.raises(AttributeError):
        fact_base.faults = ()


def test_every_column_and_table_is_described():
    package = json.loads((DATA / PACKAGE).read_text(encoding="utf-8"))
    missing = [table["name"] for table in package["resources"] if not table["description"].strip()]
    missing += [
        f"{table['name']}.{field['name']}"
        for table in package["resources"]
        for field in table["schema"]["fields"]
        if not field.get("description", "").strip()
    ]
    assert missing == []


def enums(fact_base):
    return {
        (f"{table.name}.{column.name}", word) for table in fact_base.schema.values() for column in table.columns for word in column.enum
    }


def words(fact_base):
    table = fact_base.table("vocabulary")
    return set(zip(table["field"], table["code"], strict=True))


def test_every_allowed_word_is_in_the_vocabulary(fact_base):
    assert enums(fact_base) - words(fact_base) == set()


def test_every_word_of_the_vocabulary_is_allowed(fact_base):
    assert words(fact_base) - enums(fact_base) == set()


def test_no_word_stands_twice_in_the_vocabulary(fact_base):
    assert len(words(fact_base)) == len(fact_base.table("vocabulary"))


@pytest.mark.parametrize("name", NAMED_TABLES)
def test_a_name_that_readers_meet_everywhere_is_in_three_languages(fact_base, name):
    table = fact_base.table(name)
    assert list(table.loc[blank(table), "name"]) == []


@pytest.mark.parametrize("field", NAMED_FIELDS)
def test_a_word_that_readers_meet_everywhere_is_in_three_languages(fact_base, field):
    table = fact_base.table("vocabulary")
    table = table[table["field"] == field]
    assert len(table)
    assert list(table.loc[blank(table), "code"]) == []


@pytest.mark.parametrize("file", ["events.csv", "datapackage.json", "LICENSE.md"])
def test_the_fingerprint_changes_with_a_file(package, file):
    folder = package()
    (folder / "LICENSE.md").write_text("Terms.", encoding="utf-8")
    before = fingerprint(folder), stamp(folder)
    path = folder / file
    path.write_bytes(path.read_bytes() + b"\n")
    assert fingerprint(folder) != before[0] and stamp(folder) != before[1]


def test_a_file_that_is_not_of_the_package_changes_neither_sign(package):
    folder = package()
    before = fingerprint(folder), stamp(folder)
    (folder / "notes.md").write_text("Read on Monday.", encoding="utf-8")
    assert (fingerprint(folder), stamp(folder)) == before


def test_a_folder_that_is_not_there_is_told(tmp_path):
    assert stamp(tmp_path / "data") == stamp(tmp_path / "elsewhere")
    with pytest.raises(FaultyData, match=r"data/datapackage\.json: the file is missing"):
        facts(tmp_path / "data")


def test_the_fingerprint_changes_with_a_name(package):
    folder = package()
    before = fingerprint(folder)
    (folder / "events.csv").rename(folder / "happenings.csv")
    assert fingerprint(folder) != before


def test_the_fingerprint_of_the_same_files_elsewhere_is_the_same(package, tmp_path):
    folder = package()
    before = fingerprint(folder)
    assert fingerprint(folder.rename(tmp_path / "elsewhere")) == before


def test_the_data_are_as_of_the_packages_version(fact_base):
    assert pd.Timestamp(fact_base.as_of).strftime("%Y.%m.%d") == fact_base.package["version"]


def written_while_read(monkeypatch, folder, times):
    """Lets each of the first so many readings be overtaken: behind its last table, `sectors.csv` is written, which was read before."""
    module, left = importlib.import_module("loaders.facts"), list(range(times))
    read = module.read_cells

    def read_and_write(where, table):
        found = read(where, table)
        if table.name == "vocabulary" and left:
            path = folder / "sectors.csv"
            path.write_text(path.read_text(encoding="utf-8").replace("Energy", f"Energy {left.pop()}", 1), encoding="utf-8")
        return found

    monkeypatch.setattr(module, "read_cells", read_and_write)


def test_rows_that_were_overtaken_are_read_again_under_the_new_fingerprint(package, monkeypatch):
    folder = package()
    written_while_read(monkeypatch, folder, 1)
    found = facts(folder)
    assert "Energy 0" in set(found.table("sectors")["name"]) and found.fingerprint == fingerprint(folder)


def test_files_that_are_written_all_the_while_are_a_fault_that_says_so(package, monkeypatch):
    folder = package()
    written_while_read(monkeypatch, folder, 100)
    with pytest.raises(FaultyData, match="is being written at this moment"):
        facts(folder)
