"""What a package says of itself: its description for machines (`datapackage.json`) and its README for people."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.chosen import chosen_words
from loaders.citations import cited_sources
from loaders.closure import SHOWN, Packed
from loaders.events.selection import Selection
from loaders.export import file_name
from loaders.exports import LICENCE
from loaders.facts import FactBase
from loaders.schema import PACKAGE

OWN = "city-ties:"
_LOOSE = " In this package it may name an event outside the selection, which is not here."
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$])")


@dataclass(frozen=True, eq=False)
class Content:
    """A package before it is written: the facts, what was chosen and in which words, its address, each table's part, and its files.

    `files`: the tables' files by name; `bytes` of each, as they are packed.
    """

    facts: FactBase
    selection: Selection
    words: tuple[tuple[str, str], ...]
    address: str
    host: str
    parts: Mapping[str, Packed]
    files: Mapping[str, bytes]


def content(selection: Selection, page: str, parts: Mapping[str, Packed], files: Mapping[str, bytes], host: str) -> Content:
    """All that the texts are made of. `page`: the path that shows the selection."""
    words = chosen_words(selection.filters, selection.store.names()) if selection.filters.chosen else ()
    return Content(selection.facts, selection, words, host + selection.address(page), host, parts, files)


def package_name(facts: FactBase, selection: Selection) -> str:
    """The name of the package, and of its file without `.zip`: what is chosen, and the day of the data; the same on any day."""
    return file_name("package", selection.filters, on=facts.day, ending="zip").removesuffix(".zip")


def descriptor(made: Content) -> bytes:
    """`datapackage.json`: that of the data, with the selection, the sources, and per table its size, sum and number of rows.

    Our own properties begin with OWN. A foreign key that names events outside the selection is left out, and its column says so.
    """
    whole = json.loads((made.facts.folder / PACKAGE).read_text(encoding="utf-8"))
    resources = [_resource(resource, made) for resource in whole.pop("resources")]
    said = whole | {
        "name": package_name(made.facts, made.selection),
        "title": f"{whole['title']} ({_chosen(made)})",
        "description": f"{whole['description']} Of these, a selection with all that it rests on: {_chosen(made)}.",
        "sources": _sources(made),
        **{OWN + name: value for name, value in _own(made).items()},
        "resources": resources,
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _chosen(made: Content) -> str:
    return "; ".join(f"{label}: {value}" for label, value in made.words) or "everything"


def _own(made: Content) -> dict[str, object]:
    events = made.parts["events"]
    return {
        "address": made.address,
        "parameters": made.selection.query,
        "filters": [{"name": name, "value": value} for name, value in made.words],
        "fingerprint": made.facts.fingerprint,
        "events": len(events.cells),
        "events-in-all": events.total,
    }


def _sources(made: Content) -> list[dict[str, str]]:
    """The documents that are cited here, in the form of the Data Package standard."""
    rows = cited_sources(made.facts).fillna("")
    rows = rows[rows["source_id"].isin(made.parts["sources"].cells["source_id"])]
    return [{"title": row.cite} | ({"path": row.url} if row.url else {}) for row in rows.itertuples()]


def _resource(resource: dict, made: Content) -> dict:
    part, data = made.parts[resource["name"]], made.files[resource["path"]]
    schema = resource["schema"]
    keys = [key for key in schema.get("foreignKeys", ()) if key["fields"][0] not in part.loose]
    fields = [_field(field, field["name"] in part.loose) for field in schema["fields"]]
    return resource | {
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "rows": len(part.cells),
        OWN + "rows-shown": part.shown,
        OWN + "rows-alongside": len(part.cells) - part.shown,
        OWN + "rows-left-out": part.outside,
        OWN + "rows-in-all": part.total,
        "schema": schema | {"fields": fields, "foreignKeys": keys},
    }


def _field(field: dict, loose: bool) -> dict:
    return field | {"description": field["description"] + _LOOSE} if loose else field


def readme(made: Content) -> bytes:
    """`README.md`: what was chosen, what is here and why, of which data, on whose terms, and how to check and open it."""
    sections = (_opening(made), _selection(made), _tables(made), _missing(made), _use(made))
    return ("\n\n".join(sections) + "\n").encode("utf-8")


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def _opening(made: Content) -> str:
    facts = made.facts
    return f"""# {_plain(str(facts.package["title"]))}

A selection of the data of City Ties, with everything that it rests on: every source's word on every row that is here, also where
sources disagree, and the corrections. It is a [Data Package](https://datapackage.org): `{PACKAGE}` describes every table and column.

- Version {facts.package["version"]} of the data, fingerprint of all of them `{facts.fingerprint}`.
- {LICENCE}: name “City Ties” and the version. The terms of single sources are in `LICENSE.md` and in `sources.csv`."""


def _selection(made: Content) -> str:
    lines = [f"- {label}: {_plain(value)}" for label, value in made.words] or ["- Nothing is chosen: everything is here."]
    events = made.parts["events"]
    none = "" if len(events.cells) else " No event fits: `events.csv` has its header and no row, and nothing here hangs on an event."
    address = f"<{made.address}>" if made.host else f"`{made.address}` behind that of the dashboard"
    lines += ["", f"{len(events.cells)} of {events.total} events.{none}", "", f"The address that shows this selection: {address}"]
    return "\n".join(["## The selection", "", *lines])


def _tables(made: Content) -> str:
    lines = [
        f"| `{part.table.path}` | {len(part.cells)} | {part.total} | {part.shown} | {_alongside(part)} |" for part in made.parts.values()
    ]
    return "\n".join(
        [
            "## The tables",
            "",
            "`events.csv` has exactly the selected events. Every other table has the rows that the selection shows of it on the page Facts,",
            "and what must come along, so that every key that is used leads to its row and no source's word is left out.",
            "Cells are as they are stored, in UTF-8; columns and rows are in the order of the whole data.",
            "",
            "| table | rows | of | shown by the selection | came along |",
            "|---|---:|---:|---:|---|",
            *lines,
        ]
    )


def _alongside(part: Packed) -> str:
    return "; ".join(f"{number} {why}" for why, number in sorted(part.why.items()) if why != SHOWN)


def _missing(made: Content) -> str:
    parts = made.parts.values()
    loose = [f"`{part.table.name}.{column}`" for part in parts for column in part.loose]
    outside = [f"{part.outside} of `{part.table.path}`" for part in parts if part.outside]
    lines = ["- The map's ground: it comes with City Ties itself."]
    if loose:
        lines.append(f"- Events outside the selection, although {' and '.join(loose)} name some: these columns have no foreign key here.")
    if outside:
        lines.append(f"- Rows that Search finds by their own words, but that hang on an event outside the selection: {', '.join(outside)}.")
    if made.parts["evidence"].outside:
        lines.append("- Any contradiction among that evidence: the list of where sources disagree is shorter here by those.")
    return "\n".join(["## What is not here", "", *lines])


def _use(made: Content) -> str:
    path = made.address.removeprefix(made.host)
    return f"""## Check and open it

Everything lies at the top of the zip, so that tools find `{PACKAGE}` at once; unpack it into a folder of its own (`unzip FILE.zip -d FOLDER`).

- The sums, in the folder: `sha256sum -c SHA256SUMS` (macOS: `shasum -a 256 -c SHA256SUMS`).
- frictionless: `frictionless validate FILE.zip`, or `frictionless validate {PACKAGE}` in the folder.
- pandas: `pandas.read_csv("events.csv", dtype="str", keep_default_na=False)`; types, units and allowed words are in `{PACKAGE}`.
- City Ties: `CITY_TIES_DATA=FOLDER bin/run`, then `{path}` in its address.
  Without a choice the timeline shows all events of the package. A word of the address that no event here has is left out with a notice."""
