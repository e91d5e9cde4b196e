"""How well each row is founded: independent voices, whether one of them is primary, and whether anything is only inferred."""

import pandas as pd

from loaders.facts import FactBase
from loaders.keeping import derived, derived_table
from loaders.voices import heard, independent, spoken

MOST = 3
COLUMNS = ["sources", "witnesses", "primary", "basis"]
_ROW = ["table", "key"]


@derived_table
def confidence(facts: FactBase, name: str | None = None) -> pd.DataFrame:
    """One row is one cited row (`table`, `key`), of one table where `name` is given, with how well it is founded.

    `sources`: how many documents are cited for it, those that contradict or tell only of its surroundings included.
    `witnesses`: how many independent voices say so (see `voices.spoken`). Reprints, copies, quotations and a publisher's second
    document are no second witness; what contradicts or is only context is none. A joint document is a witness of its own only where
    none of its issuers speaks elsewhere. Where no voice says so, texts whose author is not known count; where there is none of
    those, announcements; and where all is inferred, what we inferred it from (`voices.heard`).
    `primary`: whether a document of a witness is primary: of an authority, institution or company itself, or a reprint of its release.
    Whether it took part is not judged. `basis`: `inferred` where one of the row's columns, or all of it, was read out of the sources by
    us and is said by none, an event's date too where they give it only more coarsely; else `stated`. One doubtful column marks the
    whole row: the reader sees the row. Of an event, its places and people are rows of their own.
    """
    said = facts.table("evidence")
    said = said if name is None else said[said["table"] == name]
    words = spoken(facts)
    words = words if name is None else words[words["table"] == name]
    found = pd.DataFrame({"sources": said.groupby(_ROW, sort=False)["source_id"].nunique()})
    counting = heard(words, _ROW)
    found["witnesses"] = counting.drop_duplicates([*_ROW, "voice"]).groupby(_ROW)["voice"].agg(independent)
    found["witnesses"] = found["witnesses"].fillna(0).astype("int64")
    found["primary"] = counting.groupby(_ROW)["primary"].any().reindex(found.index).eq(True)
    found["basis"] = _stated(words).reindex(found.index).eq(True).map({True: "stated", False: "inferred"})
    return found.reset_index()


def founded(facts: FactBase, name: str, keys: pd.Series) -> pd.DataFrame:
    """The columns of `confidence` for these keys of one table, aligned with them; nothing states a row that nobody cites."""
    found = _by_key(facts, name).reindex(keys).set_axis(keys.index)
    found = found.fillna({"sources": 0, "witnesses": 0, "basis": "inferred"})
    return found.astype({"sources": "int64", "witnesses": "int64"}).assign(primary=found["primary"].eq(True))


@derived
def _by_key(facts: FactBase, name: str) -> pd.DataFrame:
    return confidence(facts, name).set_index("key")[COLUMNS]


def _stated(words: pd.DataFrame) -> pd.Series:
    """Per row, whether a document says it, and each of its columns of which anything is said."""
    columns = words.groupby([*_ROW, "column"])["exact"].any().groupby(_ROW).all()
    rows = words.groupby(_ROW)["exact"].any()
    return rows & columns.reindex(rows.index).ne(False)


def confidence_codes(rows: pd.DataFrame) -> dict[str, pd.Series]:
    """The filter's words for rows that have the columns of `confidence`, by facet: `witnesses` is `1`, `2`, or `3` for three or more."""
    return {
        "witnesses": rows["witnesses"].clip(upper=MOST).astype("str"),
        "primary": rows["primary"].map({True: "yes", False: "no"}),
        "basis": rows["basis"],
    }
