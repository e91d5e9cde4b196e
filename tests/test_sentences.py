"""Every sentence of the two base documents by place and number: where it is recorded, or why nothing is to be recorded.

A heading, bullet, caption, label, row of a table or sentence is one; lines that only the layout broke are one. The numbers run through a
place in the order of the document.
"""

from collections import Counter

import pytest
from test_expected import ARTICLE, DECK, each_row_of, expected, ours, said

IDS = ("source_id", "locator", "number")


def cells(row):
    """(table, key, column) of each cell or row that records a sentence; the column is blank where it is the row."""
    for cell in row["recorded_in"].split("; ") if row["recorded_in"] else ():
        table, key = cell.split(".", 1)
        yield (table, key, "") if key in ours(table) else (table, *key.rsplit(".", 1))


@each_row_of("sentences", *IDS)
def test_a_sentence_is_in_a_cell_that_cites_its_place_or_says_nothing_to_record(row):
    assert bool(row["recorded_in"]) != bool(row["why"])
    for table, key, column in cells(row):
        assert ours(table)[key][column] != "" if column else key in ours(table)
        assert said(row["source_id"], table, key=key, column=column, locator=row["locator"]), (table, key, column)


def test_the_numbers_run_through_each_place_without_a_gap():
    found = {}
    for row in expected("sentences"):
        found.setdefault((row["source_id"], row["locator"]), []).append(int(row["number"]))
    assert all(numbers == [*range(1, len(numbers) + 1)] for numbers in found.values())


@pytest.mark.parametrize(("source", "sentences", "nothing"), [(DECK, 198, 17), (ARTICLE, 29, 5)])
def test_the_documents_have_198_and_29_sentences(source, sentences, nothing):
    counted = Counter(bool(row["why"]) for row in expected("sentences") if row["source_id"] == source)
    assert counted == {False: sentences - nothing, True: nothing}


@pytest.mark.parametrize("source", [DECK, ARTICLE])
def test_every_place_that_evidence_names_is_one_of_the_documents(source):
    """Or the section of such places."""
    places = {row["locator"] for row in expected("sentences") if row["source_id"] == source}
    named = {word["locator"] for word in said(source) if word["locator"]}
    assert not {place for place in named - places if not any(other.startswith(f"{place}, ") for other in places)}
    assert {row["locator"] for row in expected("sentences") if row["source_id"] == source and row["recorded_in"]} <= named
