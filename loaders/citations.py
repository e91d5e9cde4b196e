"""Who says so: evidence joined with its sources, and each source's place in words."""

import pandas as pd

from loaders.datetext import date_text
from loaders.facts import FactBase


def evidence(facts: FactBase) -> pd.DataFrame:
    """One row is one source's word on one cell or row, with its source beside it.

    Columns: those of `evidence`, and of the source `title`, `publisher`, `kind`, `side`, `published`, `url`,
    `copy_of`, `source_note`; `published_text` is the date in words, `cite` the source in one line.
    """
    sources = facts.table("sources").rename(columns={"note": "source_note"})
    sources["published_text"] = sources["published"].map(_published)
    sources["cite"] = sources["publisher"] + ": " + sources["title"] + sources["published_text"].map(lambda day: f" ({day})" if day else "")
    keep = ["source_id", "title", "publisher", "kind", "side", "published", "url", "copy_of", "source_note", "published_text", "cite"]
    return facts.table("evidence").merge(sources[keep], on="source_id", how="left", validate="many_to_one")


def _published(text: str | None) -> str:
    return date_text(text) if isinstance(text, str) else ""


def citation_texts(rows: pd.DataFrame) -> pd.Series:
    """Per key of `rows` (a part of `evidence`), its sources in words, the places in each, and what contradicts.

    One text a key, sources separated by ` | `: "Publisher: Title (date), section 8; states date 2017-12 <address>".
    """
    said = rows.fillna({"locator": "", "column": "", "value": "", "url": ""})
    lines = said["cite"] + _clause(said, "locator", ", {}") + said.apply(_word, axis=1)
    by_source = lines.groupby([said["key"], said["source_id"]], sort=False).agg(lambda parts: "; ".join(_shortened(list(parts))))
    addresses = said.groupby(["key", "source_id"], sort=False)["url"].first()
    texts = by_source + addresses.map(lambda url: f" <{url}>" if url else "")
    return texts.groupby(level=0, sort=False).agg(" | ".join)


def _clause(rows: pd.DataFrame, column: str, pattern: str) -> pd.Series:
    return rows[column].map(lambda text: pattern.format(text) if text else "")


def _word(row: pd.Series) -> str:
    if not row["column"]:
        return ""
    return f" [{row['stance']} {row['column']}: {row['value'] or 'blank'}]"


def _shortened(lines: list[str]) -> list[str]:
    """The source is named once; what follows of the same source names the place and the word only."""
    first = lines[0]
    stem = first.split(" [")[0].rsplit(", ", 1)[0] if ", " in first else first
    return list(dict.fromkeys([first, *(line.removeprefix(stem).lstrip(", ") or line for line in lines[1:])]))
