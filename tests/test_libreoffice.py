"""Workbook and CSV from the routes, opened by LibreOffice where it is installed: umlauts, kanji, days and numbers arrive as they were sent."""

import csv
import io
import re
import shutil
import subprocess

import pytest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
TABLES = ("events", "sources", "cities", "observations")
DIALECTS = {"machine": (",", "1033"), "excel": (",", "1033"), "excel-de": (";", "1031")}  # what separates cells, and the reader's language
CSV_FILTER, UTF_8 = "Text - txt - csv (StarCalc)", "76"
SAVED_AS = f"csv:{CSV_FILTER}:44,34,{UTF_8},1,,1033,false,false,false"  # comma, quote, from line 1, in English, values and not their looks
INSTANT = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)Z$")
LONGEST_S = 180

pytestmark = pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed: apt-get install --no-install-recommends libreoffice-calc")


@pytest.fixture(scope="module")
def convert(tmp_path_factory):
    """A function that lets LibreOffice open files and save each in another form; gives the folder."""
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def run(files, to, *options):
        made = tmp_path_factory.mktemp("opened")
        whole = [OFFICE, "--headless", "--norestore", f"-env:UserInstallation={profile}", *options, "--convert-to", to, "--outdir", made]
        subprocess.run([*whole, *files], check=True, capture_output=True, timeout=LONGEST_S)
        return made

    return run


@pytest.fixture(scope="module")
def saved(ask, tmp_path_factory):
    """A function that asks for every table with one ending and one query, and gives the files."""

    def save(ending, query=""):
        folder = tmp_path_factory.mktemp("saved")
        for name in TABLES:
            (folder / f"{name}.{ending}").write_bytes(ask(f"/api/{name}.{ending}{query}").content)
        return [folder / f"{name}.{ending}" for name in TABLES]

    return save


@pytest.fixture(scope="module")
def sent(ask):
    """Per table, its cells as texts, the header first."""
    return {name: rows_of(ask(f"/api/{name}.csv").content) for name in TABLES}


@pytest.fixture(scope="module")
def workbooks(convert, saved):
    """Per table, the cells of the workbook's first sheet, as LibreOffice writes them."""
    return read(convert(saved("xlsx"), SAVED_AS))


@pytest.fixture(scope="module", params=DIALECTS)
def opened(request, convert, saved):
    """Per table, the cells of the CSV in one dialect, as LibreOffice writes them in English."""
    delimiter, language = DIALECTS[request.param]
    way = f"--infilter={CSV_FILTER}:{ord(delimiter)},34,{UTF_8},1,,{language},false,false"
    return read(convert(saved("csv", f"?dialect={request.param}"), SAVED_AS, way))


def read(folder):
    return {name: rows_of((folder / f"{name}.csv").read_bytes()) for name in TABLES}


def rows_of(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def in_a_workbook(text):
    """A truth and an instant as a spreadsheet writes them; any other text as it is."""
    return text.upper() if text in ("true", "false") else INSTANT.sub(r"\1 \2", text)


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_of_a_workbook_is_there(name, workbooks, sent):
    assert workbooks[name] == [[in_a_workbook(text) for text in row] for row in sent[name]]


def test_every_cell_of_a_csv_is_there(opened, sent):
    for name in TABLES:
        assert opened[name] == sent[name], name


def test_umlauts_kanji_days_and_decimals_are_among_them(opened, workbooks):
    for tables in (opened, workbooks):
        koriyama, duesseldorf = (cells_of(tables["cities"], key) for key in ("koriyama", "duesseldorf"))
        assert (koriyama["name_ja"], duesseldorf["name"]) == ("郡山市", "Düsseldorf")
        signed = cells_of(tables["events"], "essen-koriyama-mou-2017")
        assert (signed["date"], signed["start"], signed["end"]) == ("2017-12-01",) * 3
        assert koriyama["latitude"] == "37.4006"


def cells_of(table, key):
    """One row's cells by the columns' names."""
    return dict(zip(table[0], next(row for row in table if row[0] == key), strict=True))
