"""Documents and what rests on them, counted a second time from the files; corrections in words."""

from collections import Counter, defaultdict

import pytest
from selections import read

from loaders.documents import corrections, documents, telling_documents
from loaders.events.filters import Filters


@pytest.fixture(scope="module")
def table(fact_base):
    return documents(fact_base)


@pytest.fixture(scope="module")
def resting():
    """Per source, the rows that rest on it."""
    found = defaultdict(set)
    for row in read("evidence"):
        found[row["source_id"]].add((row["table"], row["key"]))
    return found


def test_every_source_is_a_document_once(table):
    assert sorted(table["source_id"]) == sorted(row["source_id"] for row in read("sources"))


def test_a_document_counts_the_rows_that_rest_on_it(table, resting):
    for row in table.itertuples():
        assert row.rows == len(resting[row.source_id]), row.source_id


def test_with_background_a_document_tells_of_every_event_that_rests_on_it(store, resting):
    for row in telling_documents(store.selection(Filters(background=True))).itertuples():
        assert row.events == sum(name == "events" for name, _ in resting[row.source_id]), row.source_id


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(sector=("energy",)),
        Filters(years=(2017, 2018)),
        Filters(tie=("duesseldorf-tokyo",)),
        Filters(city=("essen",), background=True),
        Filters(text="hospital"),
        Filters(source=("wz-2017-09",)),
    ],
)
def test_the_number_beside_every_document_is_that_of_the_rows_that_a_click_on_it_lists(store, filters):
    selection = store.selection(filters)
    table = telling_documents(selection)
    assert len(table) == len(read("sources")), "no document is lost"
    for row in table.itertuples():
        clicked = selection.narrowed(source=(row.source_id,))
        assert row.events == len(clicked)


def test_what_rests_on_one_document_alone_is_counted_there(table):
    """A copy is no second witness, and who contradicts, or tells only of something around it, bears no witness at all."""
    root = {row["source_id"]: row["copy_of"] or row["source_id"] for row in read("sources")}
    bearing = defaultdict(set)
    for row in read("evidence"):
        if row["stance"] not in ("contradicts", "context"):
            bearing[row["table"], row["key"]].add(row["source_id"])
    alone = Counter(source for sources in bearing.values() if len({root[source] for source in sources}) == 1 for source in sources)
    assert {row.source_id: row.alone for row in table.itertuples() if row.alone} == alone


def test_the_document_on_which_most_rests_comes_first(table):
    assert list(table["rows"]) == sorted(table["rows"], reverse=True)


def test_a_correction_is_told_in_words_without_keys(fact_base):
    rows = corrections(fact_base).set_index("correction_id")
    row = rows.loc["events.fmddsc-opening.date"]
    assert (row["what"], row["printed_text"], row["shown_text"]) == ("Date", "7 Nov 2017", "7 Nov 2016")
    assert row["subject"] == fact_base.table("events").set_index("event_id").loc["fmddsc-opening", "title"]


def test_every_correction_names_its_subject_source_and_both_texts(fact_base):
    rows = corrections(fact_base)
    assert len(rows) == len(read("corrections"))
    assert (rows[["subject", "what", "printed_text", "shown_text", "source", "reason"]].map(bool)).all(axis=None)
    assert rows[["subject", "source"]].notna().all(axis=None)
