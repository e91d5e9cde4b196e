"""What is taken away: rows with every column described, the selection that they are, and who says so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from loaders.events.selection import Selection

LICENCE = "CC BY 4.0"
PLACED = ["event_place_id", "event_id", "role", "place", "name", "precision", "inferred", "latitude", "longitude"]


def nowhere() -> pd.DataFrame:
    """No place: the columns of `loaders.whereabouts` and no row."""
    return pd.DataFrame(columns=PLACED)


@dataclass(frozen=True)
class Field:
    """One column as it is taken away. `type` is Table Schema's: string, integer, number, boolean, date or datetime (UTC)."""

    name: str
    type: str
    description: str
    unit: str = ""
    edtf: bool = False


@dataclass(frozen=True)
class Part:
    """Which of the selection's rows are taken away: after the first `offset`, at most `limit` (None: all), of `of` rows."""

    offset: int
    limit: int | None
    of: int

    @property
    def query(self) -> dict[str, str]:
        """What an address says of it."""
        said = {"offset": self.offset or None, "limit": self.limit}
        return {name: str(value) for name, value in said.items() if value is not None}


@dataclass(frozen=True, eq=False)
class Export:
    """Rows to take away. `row`: what one row is. `key`: its column of keys. `rows` has the columns of `fields`, in order, typed.

    `cited` gives the `sources`: one row is one source of exactly these rows: the columns of `citations.cited_sources`, and `number` (of how many rows it speaks).
    `host`: the address of the dashboard ("https://host/base", no slash at its end; blank: not known). `words`: what is chosen, as names and words for readers. `total`: how many rows there are without any choice.
    `page`: the path of the page that shows these rows, `query`: what its address says beside the selection.
    `summary`: gives the sentence of the page's headline on all of the selection (`loaders.summaries`).
    `where`: gives the places at which the rows' events happened (`loaders.whereabouts`), made when a format asks for them.
    `part`: which of the selection's rows they are (None: every one; see `loaders.parts`).
    """

    name: str
    title: str
    row: str
    key: str
    fields: tuple[Field, ...]
    rows: pd.DataFrame
    cited: Callable[[], pd.DataFrame]
    selection: Selection
    host: str
    words: tuple[tuple[str, str], ...]
    total: int
    page: str
    query: Mapping[str, str]
    package: Mapping[str, object]
    as_of: str
    fingerprint: str
    summary: Callable[[], str] = str
    where: Callable[[], pd.DataFrame] = nowhere
    part: Part | None = None

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def sources(self) -> pd.DataFrame:
        """One row is one source of exactly these rows, found when a format asks for them."""
        return self.cited()

    @property
    def address(self) -> str:
        """The address that rebuilds the view."""
        return self.host + self.selection.address(self.page, **self.query)

    def data_address(self, ending: str = "csv") -> str:
        """The address of these rows as data."""
        return self.host + self.selection.address(f"/api/{self.name}.{ending}", **(self.part.query if self.part else {}))


def metadata(export: Export) -> dict[str, object]:
    """What every file says of itself, as plain values: what the rows are, what was chosen, of which data, whose words.

    `offset`, `limit` and `selected` (how many rows the choice leaves) where only a part of them was asked for.
    `filters`: per choice its name and its words; `parameters`: the same as an address says it. `sources`: those of exactly these rows.
    """
    return {
        "table": export.name,
        "title": export.title,
        "row": export.row,
        "summary": export.summary(),
        "rows": len(export),
        "total": export.total,
        **_part(export.part),
        "filters": [{"name": name, "value": words} for name, words in export.words],
        "parameters": export.selection.query,
        "as_of": export.as_of,
        "version": str(export.package["version"]),
        "fingerprint": export.fingerprint,
        "licence": LICENCE,
        "attribution": str(export.package["title"]),
        "page": export.address,
        "data": export.data_address("json"),
        "columns": [_described(column) for column in export.fields],
        "sources": [_source(row) for row in export.sources.itertuples()],
    }


def _part(part: Part | None) -> dict[str, object]:
    return {"offset": part.offset, "limit": part.limit, "selected": part.of} if part else {}


def _described(column: Field) -> dict[str, object]:
    said = {"name": column.name, "type": column.type, "description": column.description, "unit": column.unit, "edtf": column.edtf}
    return {name: value for name, value in said.items() if value not in ("", False)}


def _source(row) -> dict[str, object]:
    said = {"source_id": row.source_id, "citation": row.cite, "url": row.url, "notice": row.notice, "rows": int(row.number)}
    return {name: value for name, value in said.items() if not pd.isna(value) and value != ""}
