"""Faulty data sets on disk, each under a name that says its fault: what a curator is told, and what still loads."""

from pathlib import Path

import pytest

from loaders import FaultyData, facts

FAULTY = Path(__file__).parent / "faulty"
SETS = sorted(folder.name for folder in FAULTY.iterdir() if folder.is_dir() and folder.name != "sound")


def told(folder):
    return [str(fault) for fault in facts(folder).faults]


def test_the_sound_set_has_no_fault(package):
    assert told(package()) == []


@pytest.mark.parametrize("name", SETS)
def test_a_fault_is_told_by_file_line_column_value_and_what_was_expected(faulty_base, name):
    assert [str(fault) for fault in faulty_base(name).faults] == told_of(name)


def test_a_fault_reads_as_the_house_style_has_it(package):
    assert told(package("unknown-sector")) == ["data/events.csv:14: sector_id: 'enrgy' is not in data/sectors.csv (nearest: energy)"]


def test_a_missing_file_is_told(package):
    folder = package()
    (folder / "measures.csv").unlink()
    assert told(folder) == ["data/measures.csv: the file is missing; datapackage.json declares it"]


def test_a_missing_package_is_told(package):
    folder = package()
    (folder / "datapackage.json").unlink()
    with pytest.raises(FaultyData, match=r"data/datapackage\.json: the file is missing"):
        facts(folder)


def test_a_package_that_is_no_json_is_told_with_its_line(package):
    folder = package()
    (folder / "datapackage.json").write_text('{\n"resources": [}', encoding="utf-8")
    with pytest.raises(FaultyData, match=r"data/datapackage\.json:2: is not JSON"):
        facts(folder)


def test_an_empty_file_lacks_every_column(package):
    folder = package()
    (folder / "measures.csv").write_bytes(b"")
    assert [fault.split(";")[0] for fault in told(folder)] == [
        "data/measures.csv:1: the header lacks measure_id, event_id, measure, value, unit, qualifier, note"
    ]


@pytest.mark.parametrize("name", SETS)
def test_a_faulty_table_is_never_handed_out(faulty_base, name):
    base = faulty_base(name)
    for path in {fault.file.removeprefix("data/") for fault in base.faults}:
        with pytest.raises(FaultyData):
            base.table(path.removesuffix(".csv"))


@pytest.mark.parametrize("name", SETS)
def test_a_table_without_a_fault_loads_beside_faulty_ones(faulty_base, name):
    base = faulty_base(name)
    faulty = {fault.file.removeprefix("data/") for fault in base.faults}
    for table in base.schema.values():
        if table.path not in faulty:
            assert list(base.table(table.name).columns) == table.names


def test_a_refusal_lists_every_fault_of_its_table_and_of_no_other(package):
    base = facts(package("all-at-once"))
    with pytest.raises(FaultyData) as refused:
        base.table("events")
    assert [fault.line for fault in refused.value.faults] == [3, 3, 5, 6]
    assert {fault.file for fault in refused.value.faults} == {"data/events.csv"}


def test_two_sets_of_faults_laid_together_are_both_told(package):
    both = told(package("not-a-number", "bad-date"))
    assert both == [*told_of("bad-date"), *told_of("not-a-number")]


def told_of(name):
    return (FAULTY / name / "faults.txt").read_text(encoding="utf-8").splitlines()


def test_a_table_that_the_schema_does_not_have_is_named_with_those_that_it_has(fact_base):
    with pytest.raises(KeyError, match="no table 'event'; there are sources, cities"):
        fact_base.table("event")
