"""Which events name hydrogen: in their own words, or in those of the documents on them."""

from dataclasses import replace

import pandas as pd

from loaders.events import Events
from loaders.events.filters import Filters, select
from loaders.facts import FactBase
from loaders.folding import forms, holds, searchable
from loaders.story import ROWS, Sentence, View, named, subject, times, told, view

RULE = (
    "Hydrogen: held events for which hydrogen, Wasserstoff or 水素 is named in the event (title in English, German or Japanese, note, programme), "
    "in the title of a document on it or in our note on what the document says; a part of an event counts as well."
)
HYDROGEN = ("hydrogen", "wasserstoff", "水素")
_OWN = ["title", "title_de", "title_ja", "note"]


def hydrogen(events: Events, filters: Filters, facts: FactBase) -> pd.DataFrame:
    """The held rows of `events` that name hydrogen by RULE, the oldest first."""
    rows = told(events, subject(events, filters), ROWS)
    rows = rows[(rows["status"] == "held") & (rows["tie_scope"] == "subject")]
    programmes = (
        facts.table("programmes").set_index("programme_id")[["name", "name_de", "name_ja"]].fillna("").agg(" ".join, axis="columns")
    )
    texts = rows[_OWN].assign(programme=rows["programme_id"].map(programmes), documents=rows["event_id"].map(_documents(facts)))
    spellings = [spelling for word in HYDROGEN for some in forms(word) for spelling in some]
    return rows[holds(searchable(texts.astype("str")), spellings)].sort_values(["start", "end", "event_id"])


def _documents(facts: FactBase) -> pd.Series:
    """Per event, the titles of the documents that speak of it, and our notes on what they say; those that give mere context aside."""
    said = facts.table("evidence")
    said = said[(said["table"] == "events") & (said["stance"] != "context")]
    titles = said["source_id"].map(facts.table("sources").set_index("source_id")["title"])
    return (titles.fillna("") + " " + said["note"].fillna("")).groupby(said["key"]).agg(" ".join)


def hydrogen_sentence(events: Events, base: Filters, facts: FactBase) -> list[Sentence]:
    """How many events name it, and which was the first."""
    rows = hydrogen(events, base, facts)
    if rows.empty:
        return []
    first, seen = rows.iloc[0], hydrogen_view(events, base, rows)
    names = f"is named in {times(seen.number)} or in a document on {'it' if seen.number == 1 else 'them'}, parts of visits included"
    which = "the first shown" if base.narrowing else "the first"
    return [Sentence(f"Hydrogen {names}; {which} is “{first['title']}” ({first['date_text']}).", (seen,))]


def hydrogen_view(events: Events, base: Filters, rows: pd.DataFrame) -> View:
    """The view of these rows: the search for the word where it finds just these, else the whole with these marked."""
    searched = replace(base, text=f"{base.text} {HYDROGEN[0]}".strip(), status=("held",))
    if set(select(events, searched).rows["event_id"]) == set(rows["event_id"]):
        return view(events, searched, "these events", counts=ROWS)
    return named(base, "these events", rows, only_marks=True)
