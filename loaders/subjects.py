"""What each row of each table is called by a reader, and which card tells of it."""

from collections.abc import Callable, Mapping

import pandas as pd

from loaders.card import KINDS
from loaders.datetext import date_text
from loaders.facts import FactBase
from loaders.keeping import derived
from loaders.views import figures, measures, members, participants, places

_OF_EVENT = ("event_places", "participants", "eras", "searches")
CARD_OF = {**KINDS, **dict.fromkeys(_OF_EVENT, KINDS["events"])}
"""Per table, the kind of card that tells of its rows: their own, or that of their event."""


def subjects(facts: FactBase, name: str) -> pd.Series:
    """Per key of one table, the words by which a reader knows its row."""
    table = facts.table(name)
    if name in _WORDED:
        rows, words = _WORDED[name](facts)
    else:
        rows, words = table, table[next(column for column in ("name", "title", "subject", facts.schema[name].key) if column in table)]
    return words.set_axis(rows[facts.schema[name].key])


def about(facts: FactBase, rows: pd.DataFrame) -> pd.Series:
    """Per row that speaks of another (`table`, `key`), what that one is called; aligned with `rows`."""
    return _by_table(rows, lambda name: subjects(facts, name))


def cards(facts: FactBase, name: str) -> pd.DataFrame:
    """One row is the card of one row of a table, aligned with it: `kind` and `key`, both missing where no card tells of it.

    A row of evidence or a correction has the card of what it is about; where that has none, that of the document that says so.
    """
    rows = facts.table(name)
    if name in CARD_OF:
        kind, column = CARD_OF[name], _card_column(facts, name)
        return pd.DataFrame({"kind": pd.Series(kind, index=rows.index).where(rows[column].notna()), "key": rows[column]})
    if name not in ("evidence", "corrections"):
        return pd.DataFrame({"kind": None, "key": None}, index=rows.index, dtype="str")
    kinds = rows["table"].map(CARD_OF)
    keys = _by_table(rows, lambda table: _keys_of_cards(facts, table))
    return pd.DataFrame({"kind": kinds.fillna("document"), "key": keys.where(kinds.notna(), rows["source_id"])})


def _card_column(facts: FactBase, name: str) -> str:
    return "event_id" if name in _OF_EVENT else facts.schema[name].key


@derived
def card_keys(facts: FactBase, name: str) -> dict[str, tuple[str, str]]:
    """Per key of a table, the kind and key of the card that tells of its row, where one does; none where faults hide them."""
    if facts.faults:
        return {}
    found = cards(facts, name).set_axis(facts.table(name)[facts.schema[name].key]).dropna()
    return dict(zip(found.index, found.itertuples(index=False, name=None), strict=True))


def card_of(facts: FactBase, name: str, key: str) -> tuple[str, str] | None:
    """Kind and key of the card that tells of one row, None where no card does."""
    found = cards(facts, name)[facts.table(name)[facts.schema[name].key] == key]
    card = found.dropna().head(1)
    return None if card.empty else (card["kind"].iloc[0], card["key"].iloc[0])


def _keys_of_cards(facts: FactBase, name: str) -> pd.Series:
    rows = facts.table(name)
    column = _card_column(facts, name)
    return rows[column].set_axis(rows[facts.schema[name].key])


def _by_table(rows: pd.DataFrame, texts: Callable[[str], pd.Series]) -> pd.Series:
    parts = [part["key"].map(texts(name)) for name, part in rows.groupby("table")]
    return pd.concat(parts).reindex(rows.index).astype("str") if parts else pd.Series("", index=rows.index, dtype="str")


def _place_words(facts: FactBase):
    rows = places(facts)
    return rows, (rows["site"] + ", ").fillna("") + rows["city"] + " (" + rows["role"] + "): " + rows["title"]


def _participant_words(facts: FactBase):
    rows = participants(facts)
    return rows, rows["person"].fillna(rows["organisation"]) + " (" + rows["role"] + "): " + rows["title"]


def _measure_words(facts: FactBase):
    rows = measures(facts)
    return rows, rows["measure"] + ": " + rows["title"]


def _era_words(facts: FactBase):
    rows = facts.table("eras")
    return rows, rows["era"] + ": " + rows["event_id"].map(subjects(facts, "events"))


def _figure_words(facts: FactBase):
    rows = figures(facts)
    return rows, rows["city"] + ", " + rows["indicator"].str.lower() + ", " + rows["as_of"].map(_as_of)


def _as_of(text: object) -> str:
    return date_text(text) if isinstance(text, str) else "date not stated"


def _member_words(facts: FactBase):
    rows = members(facts)
    return rows, rows["member"] + " in " + rows["tie"]


_WORDED: Mapping[str, Callable] = {
    "event_places": _place_words,
    "participants": _participant_words,
    "measures": _measure_words,
    "eras": _era_words,
    "observations": _figure_words,
    "tie_cities": _member_words,
}
