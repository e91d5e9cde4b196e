"""The workbook, opened by openpyxl: typed cells, nothing that runs, and all that is said of the rows."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import openpyxl
import pandas as pd
import pytest

from loaders.events.filters import Filters
from loaders.exports import Field
from loaders.formats.spreadsheet import xlsx_bytes

SOME = Filters(years=(2017, 2019), sector=("energy",))


def opened(export):
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(export)))


def pairs(sheet):
    return {name: value for name, value, *_ in sheet.iter_rows(values_only=True) if name}


@pytest.fixture
def odd(exported):
    """An export of one invented column."""
    whole = exported("searches")

    def make(kind, *cells):
        rows = pd.DataFrame({"x": pd.Series(cells)})
        return replace(whole, fields=(Field("x", kind, "Invented."),), rows=rows)

    return make


def cells_of(export):
    return [row[0] for row in opened(export).worksheets[0].iter_rows(min_row=2)]


def test_a_day_a_number_and_a_truth_have_their_types(exported):
    sheet = opened(exported("events", Filters(text="memorandum"))).worksheets[0]
    names = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "essen-koriyama-mou-2017")
    cells = dict(zip(names, row, strict=True))
    assert cells["start"].is_date and cells["start"].value == datetime(2017, 12, 1)
    assert cells["date"].data_type == "s" and cells["date"].value == "2017-12-01"
    assert cells["sources"].data_type == "n"
    assert cells["disputed"].data_type == "b"


@pytest.mark.parametrize("text", ["=1+1", "+49 201", "@SUM(A1)", '=HYPERLINK("http://x","y")', "https://example.org/a_b", "0049", "{=1}"])
def test_a_text_stays_a_text(odd, text):
    (cell,) = cells_of(odd("string", text))
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_day_that_excel_does_not_know_is_a_text_and_the_next_is_a_day(odd):
    before, missing, known = cells_of(odd("date", *pd.to_datetime(pd.Series(["1900-02-28", None, "1900-03-01"]))))
    assert (before.value, before.data_type) == ("1900-02-28", "s")
    assert known.is_date and known.value == datetime(1900, 3, 1)
    assert missing.value is None


def test_an_instant_is_the_hour_in_utc_and_says_so(odd):
    (cell,) = cells_of(odd("datetime", pd.Timestamp(datetime(2021, 3, 13, 11, tzinfo=UTC))))
    assert cell.value == datetime(2021, 3, 13, 11)
    assert "UTC" in cell.number_format


@pytest.mark.parametrize("letter", ["a", "郡", "😀"])
def test_a_text_longer_than_excel_holds_is_cut_and_the_cut_is_said(odd, letter):
    workbook = opened(odd("string", letter * 40_000, letter * 10_000))
    cut, whole = (row[0].value for row in workbook.worksheets[0].iter_rows(min_row=2))
    assert cut.endswith("[cut: Excel holds no more in a cell]") and cut.startswith(letter * 10_000)
    assert 32_700 < len(cut.encode("utf-16-le")) / 2 <= 32_767
    assert whole == letter * 10_000
    assert pairs(workbook["Filters & sources"])["Cut for Excel"] == "x, row 2"


def test_the_header_stays_in_sight_and_filters_every_row(exported):
    export = exported("events", SOME)
    sheet = opened(export).worksheets[0]
    assert sheet.title == "Events"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, len(export.fields)).column_letter}{len(export) + 1}"
    assert all(cell.font.bold for cell in sheet[1])


def test_the_second_sheet_says_what_was_chosen_of_which_data(exported, fact_base):
    export = exported("events", SOME)
    said = pairs(opened(export)["Filters & sources"])
    assert said["Rows"] == len(export) < said["Rows without filters"] == 134
    assert (said["Filter: Years"], said["Filter: Sector"]) == ("2017–2019", "Energy")
    assert (said["Parameter: years"], said["Parameter: sector"]) == ("2017, 2019", "energy")
    assert said["Fingerprint of the data"] == fact_base.fingerprint
    assert said["This view"] == "https://ties.example/timeline?years=2017&years=2019&sector=energy"
    assert said["Licence"] == "CC BY 4.0"


def test_the_second_sheet_lists_the_sources_of_exactly_these_rows(exported, fact_base):
    export = exported("events", Filters(text="frea"))
    rows = list(opened(export)["Filters & sources"].iter_rows())
    head = next(at for at, row in enumerate(rows) if row[0].value == "number")
    found = {row[4].value: row for row in rows[head + 1 :]}
    said = fact_base.table("evidence")
    events = set(export.rows["event_id"])
    assert set(found) == set(said[(said["table"] == "events") & said["key"].isin(events)]["source_id"])
    addresses = fact_base.table("sources").set_index("source_id")["url"].fillna("").to_dict()
    assert {key: (row[3].hyperlink.target if row[3].hyperlink else "") for key, row in found.items()} == {k: addresses[k] for k in found}


def test_the_third_sheet_describes_each_column(exported):
    export = exported("sites")
    head, *rows = opened(export)["Columns"].iter_rows(values_only=True)
    assert head == ("name", "type", "unit", "description")
    assert [row[0] for row in rows] == list(export.rows)
    assert rows[list(export.rows).index("latitude")] == ("latitude", "number", "°", "Latitude, degrees north (WGS 84).")


def test_the_workbook_is_as_old_as_its_data(exported):
    assert opened(exported("sectors")).properties.created.date() == date(2026, 11, 21)
