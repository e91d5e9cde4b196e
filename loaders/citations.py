"""Who says so: evidence joined with its sources, and each source's place in words."""

import pandas as pd

from loaders.datetext import date_text
from loaders.facts import FactBase
from loaders.keeping import derived, derived_table

_SHOWN = [
    "source_id",
    "title",
    "publisher",
    "kind",
    "side",
    "published",
    "url",
    "notice",
    "copy_of",
    "issuer",
    "source_note",
    "published_text",
    "cite",
    "brief",
]


@derived_table
def cited_sources(facts: FactBase) -> pd.DataFrame:
    """One row is one source: the columns of `sources` (`note` as `source_note`), and in words `published_text` (its date),
    `original` (title of the one that it repeats, missing: none), `cite` (the source in one line) and `brief` (its publisher and date)."""
    sources = facts.table("sources").rename(columns={"note": "source_note"})
    sources["original"] = sources["copy_of"].map(sources.set_index("source_id")["title"])
    sources["published_text"] = sources["published"].map(_published)
    sources["cite"] = sources["publisher"] + ": " + sources["title"] + sources["published_text"].map(lambda day: f" ({day})" if day else "")
    sources["brief"] = sources["publisher"] + sources["published_text"].map(lambda day: f", {day}" if day else "")
    return sources


@derived_table
def evidence(facts: FactBase) -> pd.DataFrame:
    """One row is one source's word on one cell or row, with its source beside it.

    Columns: those of `evidence`, and of `cited_sources` `title`, `publisher`, `kind`, `side`, `published`, `url`, `notice`,
    `copy_of`, `issuer`, `source_note`, `published_text`, `cite`, `brief`.
    """
    return facts.table("evidence").merge(cited_sources(facts)[_SHOWN], on="source_id", how="left", validate="many_to_one")


def _published(text: str | None) -> str:
    return date_text(text) if isinstance(text, str) else ""


def citation_texts(rows: pd.DataFrame) -> pd.Series:
    """Per key of `rows` (a part of `evidence`), its sources in words, each named once, with all that it says and where.

    One text a key, sources separated by ` | `: "Publisher: Title (date), section 8 [states date: 2017-12]; section 1 <address> (notice of the licence)".
    """
    said = rows.fillna({"locator": "", "column": "", "value": "", "url": "", "notice": ""})
    words = (" [" + said["stance"] + " " + said["column"] + ": " + said["value"] + "]").where(
        (said["column"] != "") & (said["value"] != ""), ""
    )
    said["said"] = (said["locator"] + words).str.strip()
    by_source = said.groupby(["key", "source_id"], sort=False).agg(
        cite=("cite", "first"), said=("said", _once), url=("url", "first"), notice=("notice", "first")
    )
    comma = by_source["said"].str.startswith("[").map({True: " ", False: ", "})
    texts = (
        by_source["cite"] + _after(comma, by_source["said"]) + _after(" <", by_source["url"], ">") + _after(" (", by_source["notice"], ")")
    )
    return texts.groupby(level="key", sort=False).agg(" | ".join)


@derived
def row_citations(facts: FactBase, name: str) -> pd.Series:
    """Per key of one table, its sources in words: `citation_texts`."""
    said = evidence(facts)
    return citation_texts(said[said["table"] == name])


def _once(parts: pd.Series) -> str:
    return "; ".join(part for part in dict.fromkeys(parts) if part)


def _after(before: str | pd.Series, texts: pd.Series, behind: str = "") -> pd.Series:
    """The texts between two others; where there is no text, nothing at all."""
    return (before + texts + behind).where(texts != "", "")


@derived
def publisher_of(facts: FactBase) -> dict[str, str]:
    """The publisher of each source, by key."""
    sources = facts.table("sources")
    return dict(zip(sources["source_id"], sources["publisher"], strict=True))


def together(publisher: str) -> str:
    """Those who publish a document together, as one of a list: `City & Agency`, where its cell has `City; Agency`."""
    return publisher.replace("; ", " & ")


def publishers(facts: FactBase, links: pd.DataFrame) -> pd.Series:
    """Per publisher, of how many things its documents speak, the one with most first. `links`: `key` and `source_id`."""
    publisher = links["source_id"].map(facts.table("sources").set_index("source_id")["publisher"])
    return links.groupby(publisher)["key"].nunique().sort_values(ascending=False, kind="stable")
