"""Files into frames: what a spreadsheet program may do to a file without doing harm."""

import pytest

from loaders import facts


@pytest.fixture
def read(package):
    """A function that writes the sound set's measures.csv anew and reads the table."""

    def rewritten(change):
        folder = package()
        path = folder / "measures.csv"
        path.write_bytes(change(path.read_bytes()))
        return facts(folder).table("measures")

    return rewritten


def test_a_byte_order_mark_is_no_part_of_the_first_name(read):
    assert read(lambda data: b"\xef\xbb\xbf" + data)["measure_id"].tolist() == ["event-01.guests"]


def test_line_ends_of_windows_are_no_part_of_a_cell(read):
    assert read(lambda data: data.replace(b"persons,about,\n", b"persons,about,told\r\n"))["note"].tolist() == ["told"]


def test_an_empty_line_is_no_row(read):
    assert len(read(lambda data: data + b"\n\n")) == 1


@pytest.mark.parametrize("sign", ["\u2028", "\u0085", "\x0b", "\x0c", "\x1c"])
def test_only_a_line_end_ends_a_row(read, sign):
    table = read(lambda data: data.replace(b"about,", f"about,one{sign}two".encode()))
    assert table["note"].tolist() == [f"one{sign}two"]


def test_a_line_break_within_quotes_is_kept(read):
    table = read(lambda data: data.replace(b"about,", b'about,"one\ntwo"'))
    assert table["note"].tolist() == ["one\ntwo"]


def test_a_blank_cell_is_missing_and_no_empty_text(read):
    assert read(lambda data: data)["note"].isna().all()


def test_a_text_that_reads_like_a_missing_value_stays_a_text(read):
    assert read(lambda data: data.replace(b"about,", b"about,NA"))["note"].tolist() == ["NA"]


def test_a_whole_number_is_refused_where_it_has_a_fraction(package):
    folder = package()
    schema = (folder / "datapackage.json").read_text(encoding="utf-8")
    (folder / "datapackage.json").write_text(schema.replace('"number"', '"integer"'), encoding="utf-8")
    cities = [str(fault) for fault in facts(folder).faults if fault.column == "latitude"]
    assert cities[0] == "data/cities.csv:2: latitude: '51.4566' is not a whole number"
