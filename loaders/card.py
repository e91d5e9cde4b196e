"""What every card is made of: claims, who says them, what it leads to, and the sources by number."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from loaders.citations import evidence
from loaders.confidence_words import marked, voices_text
from loaders.disputes import against
from loaders.events.selection import Selection
from loaders.facts import FactBase
from loaders.voices import SUPPORTS, heard, independent, spoken
from loaders.wording import label, value_text

KINDS = {"events": "event", "sites": "site", "observations": "figure", "measures": "figure", "sources": "document"}
LINK_COLUMNS = ["group", "kind", "key", "text"]
_BLANK = {"column": "", "value": "", "locator": "", "note": "", "url": "", "copy_of": "", "issuer": "", "confidence": ""}


@dataclass(frozen=True)
class Claim:
    """One thing that is said: what it is about, its part, what we show, and who says what.

    `said`: one row is one source's word: `number` (of the source on the card), `value_text`, `stance`, `locator`, `note`,
    `against` (whether it says otherwise than others, see `disputes.against`), `voice`, `rank` and `exact` (see `voices.spoken`; blank where it does not support), `confidence` (the compilers', blank where nobody said).
    """

    table: str
    label: str
    shown: str
    said: pd.DataFrame

    @property
    def contradicted(self) -> bool:
        """Whether at least one source says otherwise."""
        return bool(self.said["against"].any())

    @property
    def founded(self) -> str:
        """How many independent sources support it, `inferred` where none says what is shown; or that all tell of things around it."""
        agree = self.agreeing
        if agree.empty and not self.contradicted:
            return "told only of things around it"
        words = voices_text(independent(heard(agree, ["table"])["voice"].unique()))
        return words if agree["exact"].any() or agree.empty else f"{words}, inferred"

    @property
    def agreeing(self) -> pd.DataFrame:
        """The words that support what is shown: not those against it, nor those that tell only of something around it."""
        return self.said[self.said["stance"].isin(SUPPORTS)].astype({"exact": "bool"})


@dataclass(frozen=True)
class Card:
    """All that is known of one event, site, figure or document.

    `lead`: short facts, the most important first. `notes`: what a reader must know. `passages`: headings with their lines.
    `claims`: on the thing itself and on its parts. `links`: one row is another card that this one leads to, `group` (its
    heading), `kind`, `key`, `text`. `views`: pages that show it, each with a label and the parameters of its address.
    `sources`: one row is one source, `source_id`, `number`, `cite`, `brief`, `url`, `copy_of`, `issuer`. `foot`: how it stands in the data.
    `confidence`: the mark and its words, blank where the card is of a document. `colour`: of an event's sector. `choices`: what the
    events can be narrowed to from it, a facet and a code each.
    """

    kind: str
    key: str
    title: str
    lead: tuple[str, ...]
    notes: tuple[str, ...]
    passages: tuple[tuple[str, tuple[str, ...]], ...]
    claims: tuple[Claim, ...]
    links: pd.DataFrame
    views: tuple[tuple[str, str, dict[str, list[str]]], ...]
    sources: pd.DataFrame
    foot: str
    confidence: str = ""
    colour: str = ""
    choices: tuple[tuple[str, str], ...] = ()

    def of(self, table: str) -> list[Claim]:
        """The claims on rows of one table, in the table's order."""
        return [claim for claim in self.claims if claim.table == table]


def said_of(facts: FactBase, tables: Iterable[str], keys: Iterable[str]) -> pd.DataFrame:
    """The evidence on these keys of these tables, its values in words, sources numbered from 1, the best of them first."""
    said = evidence(facts).fillna(_BLANK)
    said = said[said["key"].isin(set(keys)) & said["table"].isin(list(tables))]
    said["against"] = said["evidence_id"].isin(against(facts))
    said["value_text"] = [value_text(facts, column, value) for column, value in zip(said["column"], said["value"], strict=True)]
    said = said.merge(spoken(facts)[["evidence_id", "voice", "rank", "exact"]], on="evidence_id", how="left")
    words = said.groupby("source_id").agg(words=("key", "size"), copy=("copy_of", "first"))
    order = words.assign(copy=words["copy"] != "").sort_values(["copy", "words"], ascending=[True, False], kind="stable").index
    said["number"] = said["source_id"].map({source: number for number, source in enumerate(order, start=1)}).astype("int64")
    return said.sort_values("number", kind="stable")


def own_claims(facts: FactBase, table: str, row: pd.Series, said: pd.DataFrame, *, whole: tuple[str, str] = (label(""), "")) -> list[Claim]:
    """What is said of the columns of one row and of the row as a whole: what is contradicted first, then the date.

    `whole`: the label and the words under which stands what is said of the row as a whole. The note is not repeated: it stands on the card.
    """
    own = said[(said["table"] == table) & (said["key"] == row[facts.schema[table].key])]
    claims = [
        Claim(table, *((label(column), value_text(facts, column, row[column]) if column != "note" else "") if column else whole), rows)
        for column, rows in own.groupby("column", sort=False)
    ]
    return sorted(claims, key=lambda claim: (not claim.contradicted, claim.label != "Date", claim.label == whole[0]))


def sources_of(said: pd.DataFrame) -> pd.DataFrame:
    """The sources of these words, each once, by number."""
    return said.drop_duplicates("source_id").sort_values("number")[["source_id", "number", "cite", "brief", "url", "copy_of", "issuer"]]


def confidence_of(facts: FactBase, table: str, key: str) -> str:
    """The mark of one row and the same in words."""
    (row,) = marked(facts, table, pd.Series([key])).itertuples()
    return f"{row.confidence} {row.confidence_text}"


def row_of(facts: FactBase, table: str, key: str) -> pd.Series:
    """The row of a table with this key; KeyError where there is none."""
    rows = facts.table(table)
    found = rows[rows[facts.schema[table].key] == key]
    if found.empty:
        raise KeyError(key)
    return found.iloc[0]


def text_of(value: object) -> str:
    """The value as a text, blank where it is missing."""
    return "" if pd.isna(value) else str(value)


def way_on(whole: Selection, page: str, words: str, **chosen: object) -> tuple[tuple[str, str, dict[str, list[str]]], ...]:
    """The page under these choices, as `Card.views` has it; none where no event is left. `whole`: nothing chosen."""
    found = whole.reaching(**chosen)
    return ((page, words, whole.narrowed(**found).query),) if found else ()


def links(rows: Iterable[tuple[str, str, str, str]]) -> pd.DataFrame:
    """Links to other cards, from tuples of group, kind, key and text."""
    return pd.DataFrame(list(rows), columns=LINK_COLUMNS, dtype="str")
