"""Every table in words: names beside keys, dates written out, who says so, what Search finds, and what is downloaded."""

import csv
from types import SimpleNamespace

import pytest
from selections import read

from loaders.checking import UNCITED
from loaders.described import fields
from loaders.export import cells, csv_bytes, neutralised
from loaders.facts import DATA
from loaders.folding import holds_all
from loaders.readable import readable
from loaders.schema import read_schema

SCHEMA = read_schema(DATA)
TABLES = list(SCHEMA)


@pytest.fixture(scope="module")
def worded(fact_base, all_events):
    """A function that gives one table in words, each made once."""
    made = {}
    return lambda name: made.setdefault(name, readable(fact_base, all_events, name))


def row_of(table, key):
    return table.rows.set_index(table.table.key).loc[key]


def found(table, words):
    return set(table.rows.loc[holds_all(table.search, words), table.table.key])


@pytest.mark.parametrize("name", TABLES)
def test_every_stored_column_is_shown_once_under_a_name_of_its_own(name, worded):
    table = worded(name)
    assert set(SCHEMA[name].names) <= {column.name for column in table.columns}
    labels = [column.label for column in table.columns]
    assert len(set(labels)) == len(labels)
    assert all(column.help for column in table.columns)


@pytest.mark.parametrize("name", TABLES)
def test_keys_stand_behind_what_can_be_read(name, worded):
    columns = [column.name for column in worded(name).columns]
    assert columns[0] not in (SCHEMA[name].key, *(reference.column for reference in SCHEMA[name].references))
    for reference in SCHEMA[name].references:
        word = reference.column.removesuffix("_id") if reference.column.endswith("_id") else f"{reference.column}_text"
        assert columns.index(word) < columns.index(reference.column), reference.column


@pytest.mark.parametrize("name", TABLES)
def test_every_key_that_names_a_row_has_its_name_beside_it_and_no_other_cell_has(name, worded):
    rows = worded(name).rows
    for reference in SCHEMA[name].references:
        word = reference.column.removesuffix("_id") if reference.column.endswith("_id") else f"{reference.column}_text"
        assert list(rows[word].notna()) == list(rows[reference.column].notna()), reference.column


def test_a_further_partner_is_told_with_members_state_and_witness(worded):
    row = row_of(worded("ties"), "duesseldorf-moscow")
    assert (row["members"], row["since_text"], row["state"], row["scope_text"]) == (
        "Düsseldorf; Moscow",
        "1992",
        "frozen 2022",
        "other partner",
    )
    assert row["said_by"] and row["citations"]


def test_the_subject_and_the_frame_are_told_from_other_partners(worded):
    scopes = worded("ties").rows.set_index("tie_id")["scope_text"]
    assert {scopes[key] for key in ("essen-koriyama", "duesseldorf-chiba", "duesseldorf-tokyo")} == {"subject of this data set"}
    assert scopes["fukushima-nrw"] == "framework"


def test_a_figure_stands_with_its_indicator_and_unit(worded):
    row = row_of(worded("observations"), "essen.deck-population-dated.2022-12-31")
    assert (row["city"], row["indicator"], row["value"], row["unit"], row["as_of_text"]) == (
        "Essen",
        "Population",
        593489,
        "persons",
        "31 Dec 2022",
    )


def test_evidence_says_in_words_what_it_is_about_and_what_it_says(worded):
    rows = worded("evidence").rows
    deck = rows[(rows["key"] == "fmddsc-opening") & (rows["stance"] == "contradicts") & (rows["column"] == "date")].iloc[0]
    assert (deck["column_text"], deck["value_text"], deck["value"]) == ("Date", "7 Nov 2017", "2017-11-07")
    assert "FMDDSC" in deck["about"]


def test_evidence_on_a_part_of_an_event_names_part_and_event(worded):
    row = worded("evidence").rows.set_index("key").loc["sauerwein-order-rising-sun.erkrath.venue"].iloc[0]
    assert row["about"].startswith("Erkrath (venue): ")


@pytest.mark.parametrize("name", [name for name in TABLES if name not in UNCITED])
def test_a_cited_row_counts_its_documents_and_is_disputed_where_one_contradicts(name, worded):
    said = [row for row in read("evidence") if row["table"] == name]
    for row in worded(name).rows.to_dict("records")[:60]:
        own = [word for word in said if word["key"] == row[SCHEMA[name].key]]
        assert row["sources"] == len({word["source_id"] for word in own}) > 0
        assert row["disputed"] == any(word["stance"] == "contradicts" for word in own)


def test_search_looks_through_names_behind_keys_in_any_spelling(worded):
    dusseldorf = {row["site_id"] for row in read("sites") if row["city_id"] == "duesseldorf"}
    for spelling in ("Düsseldorf", "duesseldorf", "DUSSELDORF"):
        assert dusseldorf <= found(worded("sites"), spelling)
    of_mayor = {row["participant_id"] for row in read("participants") if row["person_id"] == "mayor-shinagawa"}
    assert of_mayor and of_mayor <= found(worded("participants"), "Shinagawa")
    assert "duesseldorf-moscow" in found(worded("ties"), "frozen moscow")


def test_events_are_searched_as_on_the_timeline(worded, all_events):
    for words in ("hydrogen", "郡山", "Toshiba tokyo"):
        rows = all_events.rows
        assert found(worded("events"), words) == set(rows.loc[holds_all(rows["search"], words), "event_id"])


@pytest.mark.parametrize("name", TABLES)
def test_the_download_has_the_cells_of_the_file_and_then_words(name, worded):
    table = worded(name)
    rows = table.rows[table.exported]
    helps = {column.name: column.help for column in table.columns}
    text = csv_bytes(cells(SimpleNamespace(rows=rows, fields=fields(table.table, rows, helps)))).decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert list(rows[0])[: len(SCHEMA[name].names)] == SCHEMA[name].names
    numbers = {column.name for column in SCHEMA[name].columns if column.type in ("number", "integer")}
    for ours, file in zip(rows, read(name), strict=True):
        for column, cell in file.items():
            same = float(ours[column]) == float(cell) if column in numbers and cell else ours[column] == neutralised(cell)
            assert same, (column, cell, ours[column])
    assert name in UNCITED or all(row["citations"] for row in rows)
