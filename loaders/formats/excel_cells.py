"""Cells as Excel holds them: typed, texts as texts, and what is too long for it cut where a reader sees it."""

from dataclasses import dataclass
from datetime import date, datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from loaders.formats.values import Value

LONGEST_TEXT, MOST_LINKS, LONGEST_LINK = 32_767, 65_530, 2_079  # Excel's limits: UTF-16 units a cell, links a sheet, letters a link
FIRST_DAY = date(1900, 3, 1)  # before it, spreadsheets differ by a day
CUT = " … [cut: Excel holds no more in a cell]"


@dataclass(frozen=True)
class Looks:
    """How cells look."""

    bold: Format
    plain: Format
    day: Format
    instant: Format
    link: Format


def looks(book: Workbook) -> Looks:
    """The looks of one workbook."""
    top = {"valign": "top"}
    return Looks(
        bold=book.add_format({"bold": True, **top}),
        plain=book.add_format({"text_wrap": True, **top}),
        day=book.add_format({"num_format": "yyyy-mm-dd", "align": "left", **top}),
        instant=book.add_format({"num_format": 'yyyy-mm-dd hh:mm:ss" UTC"', "align": "left", **top}),
        link=book.add_format({"hyperlink": True, **top}),
    )


def write_cell(sheet: Worksheet, row: int, column: int, value: Value, look: Looks) -> None:
    """Writes one value with its type: never a formula, and no link. Nothing is written where the value is missing."""
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, look.plain)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, look.plain)
    elif isinstance(value, date):
        _write_day(sheet, row, column, value, look)
    elif value is not None:
        sheet.write_string(row, column, fitting(value), look.plain)


def _write_day(sheet: Worksheet, row: int, column: int, value: date, look: Looks) -> None:
    timed = isinstance(value, datetime)
    if (value.date() if timed else value) < FIRST_DAY:
        sheet.write_string(row, column, f"{value:%Y-%m-%dT%H:%M:%SZ}" if timed else value.isoformat(), look.plain)
    elif timed:
        sheet.write_datetime(row, column, value.replace(tzinfo=None), look.instant)
    else:
        sheet.write_datetime(row, column, value, look.day)


def write_link(sheet: Worksheet, row: int, column: int, address: str, look: Looks) -> None:
    """Writes an address, as a link where a reader can follow it and Excel can hold it."""
    if address.startswith(("https://", "http://")) and len(address) <= LONGEST_LINK and row < MOST_LINKS:
        sheet.write_url(row, column, address, look.link, string=address)
    else:
        write_cell(sheet, row, column, address, look)


def fits(text: str) -> bool:
    """Whether a cell holds the text."""
    return _units(text) <= LONGEST_TEXT


def fitting(text: str) -> str:
    """The text as a cell holds it: whole, or cut, with a sign that it is."""
    if fits(text):
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST_TEXT - _units(CUT))]
    return kept.decode("utf-16-le", errors="ignore") + CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
