"""Downloads, opened again: the rows that are shown, and nothing that a spreadsheet would run."""

import csv
import io
import re
from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selections import selections
from test_filters import HOSTILE

from loaders.described import fields
from loaders.events.filters import Filters, select
from loaders.export import EVENT_COLUMNS, cells, csv_bytes, event_rows, file_name, neutralised
from loaders.facts import DATA
from loaders.schema import read_schema

FORMULA_SIGNS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
EVENTS = read_schema(DATA)["events"]
TODAY = date(2026, 11, 21)
LIVELY = st.one_of(st.text(), st.builds("{}{}".format, st.sampled_from(FORMULA_SIGNS + "\n\"',;' "), st.text()))


def _cells(events):
    """The events' cells as texts: an export of nothing but these rows."""
    rows = event_rows(events)
    return cells(SimpleNamespace(rows=rows, fields=fields(EVENTS, rows)))


def opened(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@settings(max_examples=30)
@given(st.data())
def test_the_file_has_the_rows_that_are_shown(all_events, allowed, data):
    shown = select(all_events, data.draw(selections(allowed)))
    header, *rows = opened(csv_bytes(event_rows(shown)))
    assert header == EVENT_COLUMNS
    assert [row[0] for row in rows] == list(shown.rows["event_id"])


def test_pandas_reads_the_cells_that_are_shown(all_events):
    data = csv_bytes(event_rows(all_events))
    table = pd.read_csv(io.BytesIO(data), encoding="utf-8-sig", dtype="str", keep_default_na=False)
    assert list(table.columns) == EVENT_COLUMNS
    assert list(table["title"]) == list(all_events.rows["title"].map(neutralised))
    assert list(table["sector"]) == list(all_events.rows["sector"])
    assert list(table["date"]) == list(all_events.rows["date"].fillna(""))


def test_every_row_of_the_file_says_who_says_so(all_events):
    rows = event_rows(all_events)
    assert (rows["citations"].str.len() > 0).all()


def test_a_bound_that_is_open_is_blank_and_one_that_is_known_a_day(invented):
    rows = _cells(invented({"date": "2020/.."}, {"date": "2017-02"}, {"date": None})).set_index("event_id")
    assert rows.loc["e1", ["start", "end"]].tolist() == ["2017-02-01", "2017-02-28"]
    assert rows.loc["e0", "start"] == "2020-01-01"
    assert rows.loc[["e0", "e2"], "end"].isna().all()


def test_a_year_before_1000_keeps_four_digits(invented):
    assert _cells(invented({"date": "[0250..0538]"}))[["start", "end"]].to_numpy().tolist() == [["0250-01-01", "0538-12-31"]]


def test_the_file_begins_with_one_byte_order_mark(all_events):
    data = csv_bytes(event_rows(all_events))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\xef\xbb\xbf") == 1


def test_every_row_ends_with_carriage_return_and_line_feed():
    data = csv_bytes(pd.DataFrame({"a": ["x", "y"], "b": ["1", "2"]}))
    assert data.decode("utf-8-sig") == "a,b\r\nx,1\r\ny,2\r\n"


def test_quotes_are_doubled_and_commas_quoted():
    data = csv_bytes(pd.DataFrame({"a": ['say "yes", now']}))
    assert data.decode("utf-8-sig") == 'a\r\n"say ""yes"", now"\r\n'


@given(st.lists(LIVELY, min_size=1))
def test_no_cell_begins_like_a_formula_and_every_other_is_unchanged(texts):
    _, *rows = opened(csv_bytes(pd.DataFrame({"text": pd.Series(texts, dtype="str"), "end": "."})))
    for text, (cell, _) in zip(texts, rows, strict=True):
        number = re.fullmatch(r"[+-]?\d+([.,]\d+)?", text)
        assert cell == ("'" + text if text and text[0] in FORMULA_SIGNS and not number else text)


@pytest.mark.parametrize(
    "text", ["=1+1", "+49 201", "-5+1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x", '=HYPERLINK("http://x","y")']
)
def test_a_formula_is_neutralised(text):
    assert neutralised(text) == f"'{text}"


@given(st.one_of(st.integers(), st.floats(allow_nan=False), st.booleans(), st.none()))
def test_what_is_no_text_is_left_as_it_is(value):
    assert neutralised(value) is value


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_a_number_stays_the_number_even_where_it_is_negative(values):
    _, *rows = opened(csv_bytes(pd.DataFrame({"value": values, "end": "."})))
    assert [float(cell) for cell, _ in rows] == values


def test_a_missing_value_is_a_blank_cell():
    table = pd.DataFrame({"text": pd.Series(["a", None], dtype="str"), "value": [1.5, None], "end": "."})
    assert opened(csv_bytes(table))[1:] == [["a", "1.5", "."], ["", "", "."]]


def test_the_table_that_is_written_is_not_changed(all_events):
    rows = event_rows(all_events)
    before = rows.copy(deep=True)
    csv_bytes(rows)
    pd.testing.assert_frame_equal(rows, before)


def test_a_name_says_what_was_filtered_and_when():
    filters = Filters(years=(2017, 2020), sector=("energy", "trade"), certainty="certainly")
    assert file_name("events", filters, on=TODAY) == "city-ties_events_2017-2020_sector-energy-trade_certainly_2026-11-21.csv"


def test_a_name_of_everything_says_no_filter():
    assert file_name("sources", Filters(), on=TODAY, ending="json") == "city-ties_sources_2026-11-21.json"


def test_one_year_is_said_once():
    assert file_name("events", Filters(years=(2017, 2017)), on=TODAY) == "city-ties_events_2017_2026-11-21.csv"


@given(st.one_of(st.text(), st.sampled_from(HOSTILE)))
def test_a_name_is_plain_whatever_was_searched_for(text):
    name = file_name("events", Filters(text=text), on=TODAY)
    assert re.fullmatch(r"city-ties_events(_[a-z0-9_-]+)?_2026-11-21\.csv", name)
    assert len(name) < 200


@given(st.data())
def test_a_name_of_any_selection_is_plain(allowed, data):
    name = file_name("events", data.draw(selections(allowed)), on=TODAY)
    assert re.fullmatch(r"city-ties_events(_[a-z0-9_-]+)?_2026-11-21\.csv", name)
    assert len(name) < 200
