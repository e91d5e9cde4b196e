"""The package: a selection's tables with their schema, sources, terms and sums in one zip, the same bytes whenever it is made."""

import csv
import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from loaders.citations import cited_sources
from loaders.closure import Packed, check_unchanged, parts
from loaders.events.selection import Selection
from loaders.facts import TERMS, FactBase
from loaders.formats import FORMATS
from loaders.offers import export
from loaders.package_texts import content, descriptor, readme
from loaders.schema import PACKAGE

SUMS = "SHA256SUMS"
_CITATIONS = {"bib": "sources.bib", "txt": "sources.txt"}
_UNIX, _MODE = 3, 0o100644 << 16


def package_bytes(selection: Selection, page: str = "/timeline", host: str = "") -> bytes:
    """The zip of a selection: its files are those of `package_files`, in the order of their names, dated as the data are.

    `page`: the path that shows the selection, for the address in it. An empty selection gives a package too: its `events.csv` has no row.
    Raises FaultyData where the data have a fault, or have changed since they were read.
    """
    day, packed = selection.facts.day, io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in sorted(package_files(selection, page, host).items()):
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _MODE
            archive.writestr(entry, data)
    return packed.getvalue()


def package_files(selection: Selection, page: str = "/timeline", host: str = "") -> dict[str, bytes]:
    """A package's files by name, none in a folder: one CSV a table (see `closure.parts`), `datapackage.json`, README.md, LICENSE.md
    where the data have one, the sources as citations in every format that is registered, and SHA256SUMS of all others."""
    found = parts(selection)
    tables = {part.table.path: _csv(part) for part in found.values()}
    made = content(selection, page, found, tables, host)
    cited = _citations(selection, found, page, host)
    files = {**tables, **_terms(selection.facts), **cited, PACKAGE: descriptor(made), "README.md": readme(made)}
    check_unchanged(selection.facts)  # the terms and the description are read only now
    return {**files, SUMS: _sums(files)}


def _csv(part: Packed) -> bytes:
    """As the file of the data is written: LF, quotes only where a cell needs them."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(part.table.names)
    writer.writerows(part.cells.itertuples(index=False, name=None))
    return text.getvalue().encode("utf-8")


def _terms(facts: FactBase) -> dict[str, bytes]:
    file = facts.folder / TERMS
    return {TERMS: file.read_bytes()} if file.is_file() else {}


def _citations(selection: Selection, found: Mapping[str, Packed], page: str, host: str) -> dict[str, bytes]:
    """The sources that are here, in every registered format of citations."""
    forms = {form.ending: form for form in FORMATS.values() if form.ending in _CITATIONS and form.takes("events")}
    if not forms:
        return {}
    rows = [(name, key) for name, part in found.items() for key in part.cells[part.table.key]]
    whole = replace(
        export(selection, "events", host),
        name="package",
        title="Package",
        row="One row is a row of one of the tables.",
        key="key",
        fields=(),
        rows=pd.DataFrame(rows, columns=["table", "key"]),
        cited=lambda: _sources(selection.facts, found),
        total=sum(part.total for part in found.values()),
        page=page,
        query={},
    )
    return {_CITATIONS[ending]: form.write(whole) for ending, form in forms.items()}


def _sources(facts: FactBase, found: Mapping[str, Packed]) -> pd.DataFrame:
    """The sources that are here, as `exports.Export` has them: the one that speaks of most rows first."""
    said = found["evidence"].cells[["table", "key", "source_id"]].drop_duplicates()["source_id"].value_counts()
    sources = cited_sources(facts)
    sources = sources[sources["source_id"].isin(found["sources"].cells["source_id"])]
    sources = sources.assign(number=sources["source_id"].map(said).fillna(0).astype("int64"))
    return sources.sort_values(["number", "source_id"], ascending=[False, True], ignore_index=True)


def _sums(files: Mapping[str, bytes]) -> bytes:
    """In the form that `sha256sum -c` reads."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())).encode("ascii")
