"""Whose words a document has on a row, how much they weigh there, and how many independent voices that makes."""

from collections.abc import Iterable

import pandas as pd

from loaders.dates import date_table, spans
from loaders.facts import FactBase
from loaders.keeping import derived

SUPPORTS = ("states", "sharpens", "infers", "outcome")  # not: contradicts, nor context
NOBODY = "general-knowledge"  # stands in `sources` for what nobody has read anywhere: no voice
NOT_KNOWN = "not known"  # the issuer of what is evidently not its publisher's own, the original not known
HISTORY = 20  # years after which a document tells history
WEB = 2000  # before which no page was written that we read
STATES, UNKNOWN, ANNOUNCES, INFERS = range(4)


@derived
def spoken(facts: FactBase) -> pd.DataFrame:
    """One row is one word of evidence that supports a row: the columns of `evidence`, and

    `voice`: whose words these are (several who speak together are separated by `; `): the document's issuer, else its publisher. What
    repeats another document (`copy_of`) has that one's voice on rows that it supports too; on others it speaks for itself, with its own
    kind, yet jointly with that voice: it may have it from there.
    `primary`: whether the document is one of an authority, institution or company itself, or reprints its release (by the vocabulary of kinds);
    of an event, not where it was published more than HISTORY years later.
    `rank`: STATES; UNKNOWN where the document's author is not known; ANNOUNCES where the event is shown as held and the document only
    announces it; INFERS where we read it out of the document. The lower, the more it weighs (see `heard`).
    `exact`: whether the document itself gives what we show; of an event's date, exactly that date and none that is coarser.
    What nobody has read anywhere (NOBODY) has a blank voice. Not to be written to.
    """
    said = facts.table("evidence")
    said = said[said["stance"].isin(SUPPORTS)].reset_index(drop=True)
    sources = facts.table("sources").set_index("source_id")
    events = _events(facts)
    speaker = _speakers(said, sources["copy_of"])
    by = _jointly(sources["issuer"].fillna(sources["publisher"]), sources["copy_of"])
    kind = sources["issuer_kind"].fillna(sources["kind"])
    infers = said["stance"] == "infers"
    rank = speaker.map(by).eq(NOT_KNOWN).map({True: UNKNOWN, False: STATES}).mask(_announces(said, sources, events), ANNOUNCES)
    return said.assign(
        voice=speaker.map(by).mask(said["source_id"] == NOBODY, ""),
        primary=speaker.map(kind).isin(primary_kinds(facts)) & ~_history(said, sources, events),
        rank=rank.mask(infers, INFERS),
        exact=~infers & _same(said, events),
    )


def primary_kinds(facts: FactBase) -> set[str]:
    """The kinds of documents that are those of an authority, institution or company itself."""
    words = facts.table("vocabulary")
    return set(words.loc[(words["field"] == "sources.kind") & words["primary"].eq(True), "code"])


def heard(words: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Of these words (of `spoken`), per row, those that count as witnesses: the ones of the best rank that there is."""
    found = words[words["voice"] != ""]
    return found[found["rank"] == found.groupby(by)["rank"].transform("min")]


def independent(voices: Iterable[str]) -> int:
    """How many of these voices are independent: who speaks jointly counts only where none of them has spoken."""
    known: set[str] = set()
    number = 0
    for parts in sorted((voice.split("; ") for voice in voices), key=lambda parts: (len(parts), parts)):
        number += known.isdisjoint(parts)
        known.update(parts)
    return number


def _events(facts: FactBase) -> pd.DataFrame:
    """The shown date of each event by key, its first and last possible day, and its status; empty where faults hide the events."""
    if "events" not in facts.frames:
        return pd.DataFrame(columns=["date", "status", "start", "end"])
    table = facts.table("events").set_index("event_id")[["date", "status"]]
    return table.join(date_table(table["date"])[["start", "end"]])


def _jointly(by: pd.Series, copy_of: pd.Series) -> pd.Series:
    """Per source, its voice; of a copy, its own and its original's."""
    known = by.dropna().to_dict()
    both = [dict.fromkeys([voice, known.get(original, voice)]) for voice, original in zip(by, copy_of, strict=True)]
    return pd.Series(["; ".join(voices) for voices in both], index=by.index, dtype="str")


def _speakers(said: pd.DataFrame, copy_of: pd.Series) -> pd.Series:
    """Per word, the document whose words they are: the first original among those that support the same row, else itself."""
    words = [*zip(said["table"], said["key"], said["source_id"], strict=True)]
    pairs, originals = set(words), copy_of.dropna().to_dict()
    return pd.Series([_original(*word, originals, pairs) for word in words], index=said.index, dtype="str")


def _original(name: str, key: str, source: str, originals: dict[str, str], pairs: set[tuple[str, str, str]]) -> str:
    found = source
    while source in originals:
        source = originals[source]
        found = source if (name, key, source) in pairs else found
    return found


def _announces(said: pd.DataFrame, sources: pd.DataFrame, events: pd.DataFrame) -> pd.Series:
    """Which words on events that are shown as held are of documents that only announce them: they say `planned` and nowhere `held`,
    or were published before the event's first possible day."""
    held = (said["table"] == "events") & (said["key"].map(events["status"]) == "held")
    status = said[(said["table"] == "events") & (said["column"] == "status")]
    planned = status["value"].eq("planned")
    only_planned = _pairs(status[planned]) - _pairs(status[~planned])
    before = _days(said["source_id"], _published(sources)["end"]) < _days(said["key"], events["start"])
    announced = [pair in only_planned for pair in zip(said["key"], said["source_id"], strict=True)]
    return held & (before | pd.Series(announced, index=said.index, dtype=bool))


def _pairs(said: pd.DataFrame) -> set[tuple[str, str]]:
    return set(zip(said["key"], said["source_id"], strict=True))


def _history(said: pd.DataFrame, sources: pd.DataFrame, events: pd.DataFrame) -> pd.Series:
    """Which words on events are of documents published more than HISTORY years after the event's last possible day.

    A page without a date is taken to be of the year WEB or later."""
    published = _published(sources)["start"]
    year = _days(said["source_id"], published.fillna(pd.Timestamp(f"{WEB}-01-01"))).dt.year
    return (said["table"] == "events") & (year - _days(said["key"], events["end"]).dt.year > HISTORY)


def _days(keys: pd.Series, days: pd.Series) -> pd.Series:
    """The day of each of these keys, aligned with them, a date also where there is none at all."""
    return days.astype("datetime64[s]").reindex(keys).set_axis(keys.index)


def _published(sources: pd.DataFrame) -> pd.DataFrame:
    return date_table(sources["published"])[["start", "end"]]


def _same(said: pd.DataFrame, events: pd.DataFrame) -> pd.Series:
    """Per word, whether it is of no event's date, or gives the very date that is shown (of a set: a member, where each is given);
    a blank value says what is shown."""
    dated = (said["table"] == "events") & (said["column"] == "date") & said["value"].notna()
    dates = said[dated & (said["stance"] != "infers")]
    words, shown = [*zip(dates["key"], dates["value"], strict=True)], events["date"].fillna("").to_dict()
    given: dict[str, set[str]] = {}
    for key, value in words:
        given.setdefault(key, set()).add(value)
    same = pd.Series([_gives(value, shown.get(key, ""), given[key]) for key, value in words], index=dates.index, dtype="bool")
    return ~dated | same.reindex(said.index, fill_value=False)


def _gives(value: str, shown: str, given: set[str]) -> bool:
    members = set(shown.strip("[]{}").split(","))
    return spans(value) == spans(shown) or (value in members and members <= given)
