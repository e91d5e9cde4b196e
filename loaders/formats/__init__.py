"""Every format in which rows can be taken away: one list, from which the pages' menus and the data routes are made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from loaders.export import cells, csv_bytes
from loaders.exports import Export
from loaders.formats import almanac, bibliography, citing, columnar, geography, json_rows, spreadsheet
from loaders.text import message


def _nothing(export: Export) -> str:
    return ""


@dataclass(frozen=True)
class Format:
    """One format. `ending`: of file names and addresses. `label`: in menus. `write`: the file's bytes. `of`: the offers that have it (none: all).

    `note`: what a reader must know beforehand, such as what is left out and how much. `query`: what an
    address says beside the ending.
    """

    ending: str
    label: str
    media: str
    write: Callable[[Export], bytes]
    of: tuple[str, ...] = ()
    note: Callable[[Export], str] = _nothing
    query: tuple[tuple[str, str], ...] = ()

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
FORMATS: Mapping[str, Format] = {
    "xlsx": Format(
        "xlsx",
        message("Excel workbook, with its filters, sources and columns described"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        spreadsheet.xlsx_bytes,
    ),
    "csv": Format("csv", message("CSV for programs: comma, decimal point"), _CSV_MEDIA, _csv("machine")),
    "csv-excel": Format("csv", message("CSV for Excel in English and Japanese"), _CSV_MEDIA, _csv("excel"), query=(("dialect", "excel"),)),
    "csv-excel-de": Format(
        "csv",
        message("CSV for Excel in German: semicolon, decimal comma"),
        _CSV_MEDIA,
        _csv("excel-de"),
        query=(("dialect", "excel-de"),),
    ),
    "json": Format("json", message("JSON"), "application/json", json_rows.json_bytes),
    "parquet": Format("parquet", message("Parquet"), "application/vnd.apache.parquet", columnar.parquet_bytes),
    "geojson": Format("geojson", message("GeoJSON"), "application/geo+json", geography.geojson_bytes, of=geography.OFFERS),
    "ics": Format(
        "ics",
        message("Calendar of the events dated to the day (iCalendar)"),
        "text/calendar; charset=utf-8",
        almanac.ics_bytes,
        of=almanac.OFFERS,
        note=almanac.left_out,
    ),
    "txt": Format("txt", message("Citation as text, with every source"), "text/plain; charset=utf-8", citing.citation_bytes),
    "bib": Format(
        "bib", message("Citation as BibTeX, with every source"), "application/x-bibtex; charset=utf-8", bibliography.bibtex_bytes
    ),
}
