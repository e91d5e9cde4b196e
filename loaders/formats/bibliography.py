"""A view and its sources as BibTeX for biblatex and biber, in UTF-8."""

import hashlib
import json
import re

from loaders.exports import Export
from loaders.formats.citing import authors, one_line, view_facts, view_title

_DAY = r"\d{4}(-(0[1-9]|1[0-2]|2[1-4])(-\d\d)?)?[~?]?"
_DATE = re.compile(rf"{_DAY}(/(\.\.|{_DAY})?)?")  # EDTF level 1, as far as biblatex reads it: no sets, no `%`
_SIGNS = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    | {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def bibtex_bytes(export: Export) -> bytes:
    """One `@dataset` for the view, then one `@online` a source of exactly these rows, or `@misc` where it has no address.

    A source's key is its `source_id`; the view's says the table, the data's version and, by a hash, the selection and which part of it.
    `year` stands beside `date` for classic BibTeX, which knows no other; biblatex takes `date` and leaves it.
    """
    return "\n".join([_view(export), *(_source(row) for row in export.sources.itertuples())]).encode()


def _view(export: Export) -> str:
    facts = {
        "author": f"{{{_text(authors(export))}}}",
        "title": f"{{{_text(view_title(export))}}}",
        "date": export.as_of,
        "year": export.as_of[:4],
        "version": _text(str(export.package["version"])),
        "url": _address(export.address) if export.host else "",
        "note": _text(view_facts(export)),
    }
    return _entry("dataset", _key(export), facts)


def _key(export: Export) -> str:
    query = {**export.selection.query, **(export.part.query if export.part else {})}
    chosen = hashlib.sha256(json.dumps(query, sort_keys=True).encode()).hexdigest()[:8] if query else ""
    return "-".join(part for part in ("city-ties", export.name, str(export.package["version"]), chosen) if part)


def _source(row) -> str:
    dated, read, found = (text if isinstance(text, str) else "" for text in (row.published, row.accessed, row.url))
    understood = bool(_DATE.fullmatch(dated))
    notes = [
        "" if understood or not dated else f"Published {row.published_text}",
        f"Repeats: {row.original}" if isinstance(row.original, str) else "",
        f"Words of {row.issuer}" if isinstance(row.issuer, str) else "",
        row.notice if isinstance(row.notice, str) else "",
    ]
    facts = {
        "author": f"{{{_text(row.publisher)}}}",
        "title": f"{{{_text(row.title)}}}",
        "date": dated if understood else "",
        "year": _year(dated) if understood else "",
        "url": _address(found),
        "urldate": read if found and re.fullmatch(r"\d{4}-\d\d-\d\d", read) else "",
        "note": _text(". ".join(note for note in notes if note)),
        "keywords": _text(f"{row.kind}, {row.side}"),
    }
    return _entry("online" if found else "misc", row.source_id, facts)


def _year(date: str) -> str:
    """The year with which a date begins, where it is the only one and itself in no doubt."""
    years = set(re.findall(r"\d{4}", date))
    return date[:4] if years == {date[:4]} and not re.match(r"\d{4}[~?]", date) else ""


def _entry(kind: str, key: str, facts: dict[str, str]) -> str:
    lines = [f"  {name} = {{{text}}},\n" for name, text in facts.items() if text]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _text(text: str) -> str:
    """A text that TeX prints as it stands; its braces are words, so that those of the file stay paired."""
    return one_line(text).translate(_SIGNS)


def _address(address: str) -> str:
    """An address as biber takes it: verbatim, but for what would end it."""
    return address.translate(_ADDRESS)
