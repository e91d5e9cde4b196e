"""Documents and what rests on them, counted a second time from the files; corrections in words."""

from collections import Counter, defaultdict

import pytest
from selections import read

from loaders.documents import corrections, documents


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


def test_a_document_counts_the_rows_and_events_that_rest_on_it(table, resting):
    for row in table.itertuples():
        rows = resting[row.source_id]
        assert (row.rows, row.events) == (len(rows), sum(name == "events" for name, _ in rows)), row.source_id


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
