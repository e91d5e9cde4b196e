"""How to cite a view: as text, with the sources of exactly its rows."""

import re

from loaders.exports import LICENCE, Export


def authors(export: Export) -> str:
    """Who made the data, as the package says it."""
    return "; ".join(person["title"] for person in export.package["contributors"])


def view_title(export: Export) -> str:
    """The data's title, and behind it what of them this is."""
    chosen = "; ".join(f"{name}: {words}" for name, words in export.words)
    return f"{export.package['title']}. {export.title}" + (f" ({chosen})" if chosen else "")


def part_words(export: Export) -> str:
    """Which of the selection's rows these are, where only a part of them was asked for; else nothing."""
    part = export.part
    if part is None:
        return ""
    last = part.offset + len(export)
    which = "no row" if last == part.offset else f"row {last}" if len(export) == 1 else f"rows {part.offset + 1} to {last}"
    return f"{which} of the {part.of} that are selected"


def view_facts(export: Export) -> str:
    """How many rows these are, of which data, under which licence."""
    number = f"{len(export)} of {export.total} rows" if len(export) != export.total else f"{len(export)} rows"
    number += f" (a part: {part_words(export)})" if export.part else ""
    return f"{number}. Data version {export.package['version']}, fingerprint {export.fingerprint}. Licence: {LICENCE}"


def citation_bytes(export: Export) -> bytes:
    """Plain text in UTF-8: how to cite this view, then the sources of exactly these rows, numbered, the one of most rows first."""
    view = f"{authors(export)} ({export.as_of[:4]}): {view_title(export)}. {view_facts(export)}. {export.address}"
    sources = [f"{number}. {_source(row)}" for number, row in enumerate(export.sources.itertuples(), start=1)]
    head = "Sources of exactly these rows:" if sources else "No source is recorded for these rows one by one."
    return "\n".join([one_line(view), "", head, *map(one_line, sources), ""]).encode()


def _source(row) -> str:
    url, day, notice = (text if isinstance(text, str) else "" for text in (row.url, row.accessed, row.notice))
    where = " ".join(part for part in (url, f"(read {day})" if day else "", f"({notice})" if notice else "") if part)
    return f"{row.cite}. {where} [{row.number} {'row' if row.number == 1 else 'rows'}]"


def one_line(text: str) -> str:
    """The text without breaks."""
    return re.sub(r"\s+", " ", text).strip()
