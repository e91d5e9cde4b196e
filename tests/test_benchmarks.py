"""The data that the benchmark of scale makes are as sound as the shipped ones."""

import pytest

from benchmarks.growing import COPIED, earlier, grow, rows_of
from loaders.facts import DATA, facts
from loaders.schema import read_schema

SHIPPED = len(rows_of(DATA, read_schema(DATA)["events"]))


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """The fact base of twice the shipped events."""
    folder = tmp_path_factory.mktemp("grown")
    grow(SHIPPED + 1, folder)
    return facts(folder)


def test_grown_data_have_no_fault(grown):
    assert list(grown.faults) == []


@pytest.mark.parametrize("name", COPIED)
def test_each_copy_has_all_that_hangs_on_its_events(grown, fact_base, name):
    assert len(grown.table(name)) == 2 * len(fact_base.table(name))


def test_a_part_of_a_copied_event_is_a_part_of_its_copied_whole(grown, fact_base):
    parts = grown.table("events").dropna(subset="part_of")
    copied = parts["event_id"].str.endswith(".copy-1")
    assert copied.sum() == fact_base.table("events")["part_of"].notna().sum()
    assert (parts["part_of"].str.endswith(".copy-1") == copied).all()


def test_what_a_source_says_of_a_copied_date_is_as_much_earlier_as_the_date(grown):
    words, events = grown.table("evidence"), grown.table("events").set_index("event_id")
    dates = words[(words["table"] == "events") & (words["column"] == "date") & words["value"].notna()]
    agree = dates["value"] == dates["key"].map(events["date"])
    copied = dates["key"].str.endswith(".copy-1")
    assert 0 < agree[copied].sum() == agree[~copied].sum()


def test_the_same_number_of_events_gives_the_same_files(grown, tmp_path):
    grow(SHIPPED + 1, tmp_path)
    for name, table in grown.schema.items():
        assert rows_of(tmp_path, table) == rows_of(grown.folder, table), name


def test_no_more_events_than_are_shipped_are_the_shipped_ones(tmp_path):
    number, schema = grow(1, tmp_path), read_schema(DATA)
    assert number == len(rows_of(DATA, schema["events"]))
    assert rows_of(tmp_path, schema["evidence"]) == rows_of(DATA, schema["evidence"])


@pytest.mark.parametrize(
    ("text", "years", "made"),
    [
        ("2020-02-29", 1, "2019-02-28"),
        ("2020-02-29", 4, "2016-02-29"),
        ("[0250..0538]", 20, "[0230..0518]"),
        ("2023-21~/..", 3, "2020-21~/.."),
        ("2021-03-13T11:00:00Z", 2, "2019-03-13T11:00:00Z"),
    ],
)
def test_a_date_is_moved_by_whole_years(text, years, made):
    assert earlier(text, years) == made
