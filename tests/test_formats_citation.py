"""Citations, read again: the view, and the sources of exactly its rows."""

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import bibtexparser
import pyarrow.parquet
import pytest
from openpyxl import load_workbook
from pyarrow import BufferReader
from selections import read

from loaders.events.filters import Filters
from loaders.exports import metadata
from loaders.formats.bibliography import bibtex_bytes
from loaders.formats.citing import authors, citation_bytes, part_words
from loaders.formats.columnar import METADATA_KEY, parquet_bytes
from loaders.formats.json_rows import json_bytes
from loaders.formats.spreadsheet import xlsx_bytes
from loaders.parts import part_of

SOME = Filters(years=(2017, 2019), sector=("energy",))
CITATION = Path(__file__).resolve().parent.parent / "CITATION.cff"


def opened(export):
    library = bibtexparser.parse_string(bibtex_bytes(export).decode("utf-8"))
    assert library.failed_blocks == []
    return {entry.key: entry for entry in library.entries}


def printed(text):
    """What TeX prints of a text."""
    words = {
        r"\textbackslash{}": "\\",
        r"\textbraceleft{}": "{",
        r"\textbraceright{}": "}",
        r"\textasciitilde{}": "~",
        r"\textasciicircum{}": "^",
    }
    return re.sub(r"\\text[a-z]+\{\}|\\([&%$#_])", lambda found: found[1] or words[found[0]], text.removeprefix("{").removesuffix("}"))


@pytest.mark.parametrize("name", ["events", "sources", "places", "observations", "indicators"])
def test_each_source_of_these_rows_is_an_entry(exported, name):
    titles = {row["source_id"]: row["title"] for row in read("sources")}
    export = exported(name, SOME)
    view, *sources = opened(export).values()
    assert view.entry_type == "dataset"
    assert {entry.key: printed(entry["title"]) for entry in sources} == {key: titles[key] for key in export.sources["source_id"]}


def test_a_source_keeps_its_words_its_address_and_its_days(exported):
    entry = opened(exported("sources"))["at-koriyama-2017-11-08"]
    assert entry.entry_type == "online"
    assert {field.key: field.value for field in entry.fields} == {
        "author": "{at-koriyama.jp}",
        "title": "{郡山市を医療機器産業の集積地へ: ドイツ、エッセン市との覚書締結}",
        "date": "2017-11-08",
        "year": "2017",
        "url": "http://at-koriyama.jp/2017/11/08/post-447/",
        "urldate": "2026-11-21",
        "keywords": "press, japanese",
    }


def test_a_source_without_an_address_is_no_online_source(exported):
    entry = opened(exported("sources"))["essen-koriyama-deck-2023"]
    assert entry.entry_type == "misc"
    assert not {"url", "urldate"} & set(entry.fields_dict)


def test_signs_of_tex_are_printed_and_not_obeyed(exported):
    export = exported("sources")
    hostile = r"50 % of $1 & {a_b} #2 ~x^ \end } Köln"
    sources = export.sources.head(2).assign(
        title=hostile, url="https://x.example/a b?c={d}&e=%20_#f", published=["{2017,2019}", "2019-06~"]
    )
    first, second = list(opened(replace(export, cited=lambda: sources)).values())[1:]
    assert printed(first["title"]) == hostile
    assert first["url"] == "https://x.example/a%20b?c=%7Bd%7D&e=%20_#f"
    assert "date" not in first.fields_dict and first["note"].startswith("Published ")
    assert (second["date"], second["year"]) == ("2019-06~", "2019")


@pytest.mark.parametrize("brackets", ["{}", "[]"])
def test_no_date_is_given_that_biblatex_does_not_read(exported, brackets):
    understood = re.compile(r"\d{4}(-\d\d){0,2}[~?]?(/(\.\.|\d{4}(-\d\d){0,2}[~?]?)?)?")
    for entry in list(opened(exported("sources")).values())[1:]:
        assert "date" not in entry.fields_dict or understood.fullmatch(entry["date"])
        assert "date" not in entry.fields_dict or not set(brackets) & set(entry["date"])


@pytest.mark.parametrize(
    "date, year", [("2017", "2017"), ("2022/..", "2022"), ("2019-03/2019-05", "2019"), ("2019/2022", None), ("2024~", None), (None, None)]
)
def test_classic_bibtex_gets_the_year_where_there_is_one_beyond_doubt(exported, date, year):
    export = exported("sources")
    view, source = opened(replace(export, cited=lambda: export.sources.head(1).assign(published=date))).values()
    assert view["year"] == export.as_of[:4]
    assert (source["year"] if "year" in source.fields_dict else None) == year


def test_a_source_says_whose_words_it_has_and_what_it_repeats(exported):
    entries = opened(exported("sources"))
    titles = {row["source_id"]: row["title"] for row in read("sources")}
    assert printed(entries["chiba-2019-de"]["note"]) == f"Repeats: {titles['chiba-2019']}"
    issuers = {row["source_id"]: row["issuer"] for row in read("sources") if row["issuer"]}
    assert issuers and all(f"Words of {issuer}" in printed(entries[key]["note"]) for key, issuer in issuers.items())


def test_a_part_says_so_wherever_rows_are_cited_and_has_a_key_of_its_own(exported, fact_base):
    whole = exported("events", SOME)
    part = part_of(fact_base, whole, offset=1, limit=3)
    words = f"(a part: rows 2 to 4 of the {len(whole)} that are selected)"
    (key, view), *_ = opened(part).items()
    assert words in printed(view["note"]) and key not in opened(whole)
    assert words in citation_bytes(part).decode("utf-8") and "a part" not in citation_bytes(whole).decode("utf-8")
    assert part_words(part_of(fact_base, whole, offset=999)) == f"no row of the {len(whole)} that are selected"
    sheet = load_workbook(io.BytesIO(xlsx_bytes(part)))["Filters & sources"]
    assert ("A part", f"rows 2 to 4 of the {len(whole)} that are selected") in [(row[0].value, row[1].value) for row in sheet.iter_rows()]


def test_the_text_names_the_view_and_numbers_its_sources(exported, fact_base):
    export = exported("events", SOME)
    view, blank, head, *sources = citation_bytes(export).decode("utf-8").splitlines()
    assert view.startswith("City Ties contributors (2026): City Ties: what two German–Japanese city relationships have done. Events (")
    for said in ("Years: 2017–2019; Sector: Energy", f"{len(export)} of 134 rows", fact_base.fingerprint, "CC BY 4.0", export.address):
        assert said in view
    assert (blank, head) == ("", "Sources of exactly these rows:")
    assert [line.split(".")[0] for line in sources] == [str(number) for number in range(1, len(export.sources) + 1)]
    assert all(cite in line for cite, line in zip(export.sources["cite"], sources, strict=True))


def test_the_authors_are_those_of_the_citation_file(exported):
    assert re.findall(r'- name: "(.+)"', CITATION.read_text(encoding="utf-8")) == [authors(exported("sectors"))]


def test_another_selection_has_another_key_and_the_same_one_the_same(exported):
    keys = [next(iter(opened(exported("events", filters)))) for filters in (Filters(), SOME, Filters(text="frea"), SOME)]
    assert keys[0] == "city-ties-events-2026.11.21"
    assert len(set(keys)) == 3 and keys[1] == keys[3]


def test_json_and_parquet_say_what_they_are(exported):
    export = exported("observations", Filters(city=("essen",)))
    data = json_bytes(export)
    assert json.loads(data)["metadata"] == metadata(export)
    assert "Düsseldorf".encode() in json_bytes(exported("cities"))
    file = pyarrow.parquet.ParquetFile(BufferReader(parquet_bytes(export)))
    assert json.loads(file.metadata.metadata[METADATA_KEY.encode()]) == metadata(export)
    assert file.schema_arrow.field("as_of").metadata[b"edtf"] == b"true"
    assert file.schema_arrow.field("value").type == "double"


def test_parquet_has_days_and_instants(exported):
    schema = pyarrow.parquet.read_schema(BufferReader(parquet_bytes(exported("events"))))
    types = {name: str(schema.field(name).type) for name in ("start", "starts_at", "disputed", "sources", "title")}
    assert types == {
        "start": "date32[day]",
        "starts_at": "timestamp[ms, tz=UTC]",
        "disputed": "bool",
        "sources": "int64",
        "title": "string",
    }
