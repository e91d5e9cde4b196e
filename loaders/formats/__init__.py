"""Every format in which rows can be taken away: one list, from which the pages' menus and the data routes are made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from loaders.export import cells, csv_bytes
from loaders.exports import Export
from loaders.formats import almanac, bibliography, citing, columnar, geography, json_rows, sizes, spreadsheet
from loaders.formats.sizes import Size


def _nothing(export: Export) -> str:
    return ""


@dataclass(frozen=True)
class Format:
    """One format. `ending`: of file names and addresses. `label`: in menus. `write`: the file's bytes. `of`: the offers that have it (none: all).

    `group`: under which heading of GROUPS. `size`: roughly how many bytes the file has, from those of the CSV and, if known, the
    number of sources (`sizes`). `note`: what a reader must know beforehand, such as what is left out and how much. `query`: what an
    address says beside the ending.
    """

    ending: str
    label: str
    media: str
    group: str
    write: Callable[[Export], bytes]
    of: tuple[str, ...] = ()
    note: Callable[[Export], str] = _nothing
    query: tuple[tuple[str, str], ...] = ()
    size: Size = sizes.like_csv

    @property
    def variant(self) -> str:
        """What tells it from other formats with its ending, for file names."""
        return "-".join(word for _, word in self.query)

    @property
    def noted(self) -> bool:
        """Whether it may have something to say beforehand."""
        return self.note is not _nothing

    def takes(self, name: str) -> bool:
        """Whether an offer of this name has the format."""
        return not self.of or name in self.of


def _csv(dialect: str) -> Callable[[Export], bytes]:
    return lambda export: csv_bytes(cells(export), dialect)


_CSV_MEDIA = "text/csv; charset=utf-8"
SPREADSHEET, PROGRAM, PLACE_AND_TIME, CITATION = "For a spreadsheet", "For programs", "For a map or a calendar", "To cite"
GROUPS = (SPREADSHEET, PROGRAM, PLACE_AND_TIME, CITATION)
FORMATS: Mapping[str, Format] = {
    "xlsx": Format(
        "xlsx",
        "Excel workbook, with its filters, sources and columns described",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        SPREADSHEET,
        spreadsheet.xlsx_bytes,
        size=sizes.workbook,
    ),
    "csv": Format("csv", "CSV for programs: comma, decimal point", _CSV_MEDIA, PROGRAM, _csv("machine")),
    "csv-excel": Format(
        "csv", "CSV for Excel in English and Japanese", _CSV_MEDIA, SPREADSHEET, _csv("excel"), query=(("dialect", "excel"),)
    ),
    "csv-excel-de": Format(
        "csv",
        "CSV for Excel in German: semicolon, decimal comma",
        _CSV_MEDIA,
        SPREADSHEET,
        _csv("excel-de"),
        query=(("dialect", "excel-de"),),
    ),
    "json": Format("json", "JSON", "application/json", PROGRAM, json_rows.json_bytes, size=sizes.times(2, each=200)),
    "parquet": Format("parquet", "Parquet", "application/vnd.apache.parquet", PROGRAM, columnar.parquet_bytes, size=sizes.columns),
    "geojson": Format(
        "geojson", "GeoJSON", "application/geo+json", PLACE_AND_TIME, geography.geojson_bytes, of=geography.OFFERS, size=sizes.times(2.1)
    ),
    "ics": Format(
        "ics",
        "Calendar of the events dated to the day (iCalendar)",
        "text/calendar; charset=utf-8",
        PLACE_AND_TIME,
        almanac.ics_bytes,
        of=almanac.OFFERS,
        note=almanac.left_out,
        size=sizes.times(0.75),
    ),
    "txt": Format(
        "txt",
        "Citation as text, with every source",
        "text/plain; charset=utf-8",
        CITATION,
        citing.citation_bytes,
        size=sizes.per_source(200),
    ),
    "bib": Format(
        "bib",
        "Citation as BibTeX, with every source",
        "application/x-bibtex; charset=utf-8",
        CITATION,
        bibliography.bibtex_bytes,
        size=sizes.per_source(300),
    ),
}
