"""Rows as an Excel workbook: typed cells, what they are and who says so, and what each column means."""

import io
import re
from datetime import datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from loaders.exports import LICENCE, Export, Field
from loaders.formats.citing import part_words
from loaders.formats.excel_cells import Looks, fits, looks, write_cell, write_link
from loaders.formats.values import Value, values

NARROWEST, WIDEST, TALLEST, LINE = 10, 60, 3, 15  # letters a column, lines a row, points a line
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_SOURCE_HEAD = ("number", "source", "rows", "address", "source_id", "notice")
_COLUMN_HEAD = ("name", "type", "unit", "description")


def xlsx_bytes(export: Export) -> bytes:
    """A workbook of three sheets: the rows; "Filters & sources"; "Columns". The same bytes for the same data and selection."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        said = {"title": export.title, "author": export.package["title"], "comments": f"Data of {export.as_of}, {export.fingerprint}"}
        book.set_properties({**said, "created": datetime.fromisoformat(export.as_of)})
        look, columns = looks(book), values(export)
        _write_rows(book.add_worksheet(_FORBIDDEN.sub(" ", export.title)[:31]), columns, look)
        _write_notes(book.add_worksheet("Filters & sources"), export, _too_long(columns), look)
        _write_columns(book.add_worksheet("Columns"), export.fields, look)
    return buffer.getvalue()


def _write_rows(sheet: Worksheet, columns: dict[str, list[Value]], look: Looks) -> None:
    widths = [_width(name, cells) for name, cells in columns.items()]
    for at, (name, width) in enumerate(zip(columns, widths, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, name, look.bold)
    rows = list(zip(*columns.values(), strict=True))
    for row, cells in enumerate(rows, start=1):
        sheet.set_row(row, LINE * min(max(map(_lines, cells, widths)), TALLEST))
        for at, value in enumerate(cells):
            write_cell(sheet, row, at, value, look)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)


def _width(name: str, cells: list[Value]) -> int:
    """Wide enough for the name and its arrow, and for nine in ten cells, within limits."""
    lengths = sorted(_length(value) for value in cells if value is not None)
    most = lengths[len(lengths) * 9 // 10] if lengths else 0
    return max(NARROWEST, min(max(len(name) + 3, most + 1), WIDEST))


def _length(value: Value) -> int:
    """How wide a text is in Latin letters: those of Chinese and Japanese are twice as wide."""
    return sum(2 if letter > "\u2e80" else 1 for letter in str(value))


def _lines(value: Value, width: int) -> int:
    return 1 if value is None else -(-_length(value) // width)


def _too_long(columns: dict[str, list[Value]]) -> list[str]:
    """Which cells are cut, in words."""
    return [
        f"{name}, row {row}"
        for name, cells in columns.items()
        for row, value in enumerate(cells, start=2)
        if isinstance(value, str) and not fits(value)
    ]


def _write_notes(sheet: Worksheet, export: Export, cut: list[str], look: Looks) -> None:
    for at, width in enumerate((24, 100, 8, 60, 28)):
        sheet.set_column(at, at, width)
    lines = _about(export) + [("Cut for Excel", text) for text in cut]
    for row, (name, value) in enumerate(lines):
        sheet.write_string(row, 0, name, look.bold)
        write_link(sheet, row, 1, value, look) if isinstance(value, str) else write_cell(sheet, row, 1, value, look)
    head = len(lines) + 2
    sheet.write_string(head - 1, 0, "Sources of exactly these rows", look.bold)
    for at, name in enumerate(_SOURCE_HEAD):
        sheet.write_string(head, at, name, look.bold)
    for number, source in enumerate(export.sources.itertuples(), start=1):
        for at, value in (
            (0, number),
            (1, source.cite),
            (2, int(source.number)),
            (4, source.source_id),
            (5, source.notice if isinstance(source.notice, str) else ""),
        ):
            write_cell(sheet, head + number, at, value, look)
        if isinstance(source.url, str):
            write_link(sheet, head + number, 3, source.url, look)


def _about(export: Export) -> list[tuple[str, str | int]]:
    chosen = export.words or (("Filters", "none: every row"),)
    return [
        ("Rows of", str(export.package["title"])),
        ("Table", export.title),
        ("What one row is", export.row),
        ("What they show", export.summary()),
        ("Rows", len(export)),
        *((("A part", part_words(export)),) if export.part else ()),
        ("Rows without filters", export.total),
        *(("Filter: " + name if export.words else name, words) for name, words in chosen),
        *((f"Parameter: {name}", ", ".join(codes)) for name, codes in export.selection.query.items()),
        ("Data of", export.as_of),
        ("Fingerprint of the data", export.fingerprint),
        ("Licence", LICENCE),
        ("This view", export.address),
        ("These rows as data", export.data_address("xlsx")),
    ]


def _write_columns(sheet: Worksheet, fields: tuple[Field, ...], look: Looks) -> None:
    for at, (name, width) in enumerate(zip(_COLUMN_HEAD, (26, 18, 20, 110), strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, name, look.bold)
    for row, column in enumerate(fields, start=1):
        kind = "string (EDTF date)" if column.edtf else column.type
        for at, text in enumerate((column.name, kind, column.unit or None, column.description)):
            write_cell(sheet, row, at, text, look)
    sheet.freeze_panes(1, 0)
