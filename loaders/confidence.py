"""How well each row is founded: independent voices, whether one of them is primary, and whether anything is only inferred."""

from collections.abc import Iterable

import pandas as pd

from loaders.facts import FactBase

PRIMARY = ("city", "government", "diplomatic mission", "programme", "statistics", "school", "company")
MOST = 3
NOBODY = "general-knowledge"  # stands in `sources` for what nobody has read anywhere: no voice
COLUMNS = ["sources", "witnesses", "primary", "basis"]
_ROW = ["table", "key"]


def confidence(facts: FactBase, name: str | None = None) -> pd.DataFrame:
    """One row is one cited row (`table`, `key`), of one table where `name` is given, with how well it is founded.

    `sources`: how many documents speak of it, those that contradict included. `witnesses`: how many independent voices support
    it. A voice is the issuer whose words a document has (see `voices`), so that reprints, copies, quotations and a
    publisher's second document are no second witness; what contradicts is none. A joint document is a witness of its own
    only where none of its issuers speaks elsewhere; what nobody has read anywhere (NOBODY) is none. `primary`: whether at least one supporting document comes from someone who took
    part, answers for it or counts it officially (PRIMARY); press, encyclopedias, compiled data sets and the deck of slides
    tell at second hand. `basis`: `inferred` where all that supports one of its columns was read out of the sources by us, or
    where no source states anything of the row; else `stated`. One doubtful column marks the whole row: the reader sees the row.
    """
    said = facts.table("evidence")
    said = said if name is None else said[said["table"] == name]
    found = pd.DataFrame({"sources": said.groupby(_ROW, sort=False)["source_id"].nunique()})
    agree = said[said["stance"] != "contradicts"].merge(voices(facts), on="source_id")
    heard = agree[agree["source_id"] != NOBODY].drop_duplicates([*_ROW, "voice"]).groupby(_ROW)["voice"].agg(independent)
    found["witnesses"] = heard.reindex(found.index).fillna(0).astype("int64")
    found["primary"] = agree.groupby(_ROW)["primary"].any().reindex(found.index).eq(True)
    found["basis"] = _inferred(agree).reindex(found.index).eq(True).map({True: "inferred", False: "stated"})
    return found.reset_index()


def founded(facts: FactBase, name: str, keys: pd.Series) -> pd.DataFrame:
    """The columns of `confidence` for these keys of one table, aligned with them; nothing states a row that nobody cites."""
    found = confidence(facts, name).set_index("key")[COLUMNS].reindex(keys).set_axis(keys.index)
    found = found.fillna({"sources": 0, "witnesses": 0, "basis": "inferred"})
    return found.astype({"sources": "int64", "witnesses": "int64"}).assign(primary=found["primary"].eq(True))


def voices(facts: FactBase) -> pd.DataFrame:
    """One row is one source: `source_id`, `voice` (whose words it has; several who speak together are separated by `; `) and `primary`.

    Found from the first original (`copy_of`, to the root): its issuer, else its publisher; the kind likewise.
    """
    table = facts.table("sources").set_index("source_id")
    roots = pd.Series(table.index, index=table.index)
    while (copies := roots.map(table["copy_of"])).notna().any():
        roots = copies.fillna(roots)
    speaks, kind = table["issuer"].fillna(table["publisher"]), table["issuer_kind"].fillna(table["kind"])
    return pd.DataFrame({"voice": roots.map(speaks), "primary": roots.map(kind).isin(PRIMARY)}).reset_index()


def independent(spoken: Iterable[str]) -> int:
    """How many of these voices are independent: who speaks jointly counts only where none of them has spoken."""
    heard: set[str] = set()
    number = 0
    for parts in sorted((voice.split("; ") for voice in spoken), key=lambda parts: (len(parts), parts)):
        number += heard.isdisjoint(parts)
        heard.update(parts)
    return number


def _inferred(agree: pd.DataFrame) -> pd.Series:
    """Per row, whether one of its columns, or all that is said of it, is only inferred."""
    said = agree.assign(infers=agree["stance"] == "infers")
    a_column = said.groupby([*_ROW, "column"])["infers"].all().groupby(_ROW).any()
    all_of_it = said.groupby(_ROW)["infers"].all()
    return all_of_it | a_column.reindex(all_of_it.index).eq(True)


def confidence_codes(rows: pd.DataFrame) -> dict[str, pd.Series]:
    """The filter's words for rows that have the columns of `confidence`, by facet: `witnesses` is `1`, `2`, or `3` for three or more."""
    return {
        "witnesses": rows["witnesses"].clip(upper=MOST).astype("str"),
        "primary": rows["primary"].map({True: "yes", False: "no"}),
        "basis": rows["basis"],
    }
