"""How each relationship began and through whom, and when a mayor first travelled each way."""

from dataclasses import replace

import pandas as pd

from loaders.confidence import founded
from loaders.datetext import date_text
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase
from loaders.story import AMONG, Sentence, named, outermost, subject, told
from loaders.timeline_words import joined
from loaders.views import MENTIONED, participants, ways

MAYOR = r"(?i)^(?!.*\bdeputy\b).*\bmayor\b"


def who_took_part(facts: FactBase) -> pd.DataFrame:
    """One row is one part in an event of who took part: `event_id`, `organisation`, `person`, `office` (of the person), `role`, `city_id` (of the person's organisation)."""
    table, people = participants(facts), facts.table("people").set_index("person_id")
    homes = facts.table("organisations").set_index("organisation_id")["city_id"]
    table["office"] = table["person_id"].map(people["role"])
    table["city_id"] = table["person_id"].map(people["organisation_id"]).map(homes)
    return table[table["role"] != MENTIONED]


def began(events: Events, filters: Filters, who: pd.DataFrame) -> list[Sentence]:
    """One sentence a relationship, the longest first: its first dated event that was held, and who took part; no beginning where `filters` leave a part of it. `who`: see `who_took_part`."""
    found, part = [], filters.narrowing
    for row in firsts(events, filters).itertuples():
        one = replace(subject(events, filters), tie=(row.tie_id,))
        first = f"{AMONG}, the first of {row.tie} is" if part else f"{row.tie} began, as far as is on record, with"
        text = f"{first} “{row.title}” ({row.date_text}), {_through(row.event_id, who)}."
        only = events.rows[events.rows["event_id"] == row.event_id]
        found.append(Sentence(text, (named(one, "it on the timeline", only),), ()))
    return found


def firsts(events: Events, filters: Filters) -> pd.DataFrame:
    """The rows of `events` that are the first dated one held of each relationship, the oldest first."""
    rows = told(events, subject(events, filters), "rows")
    rows = rows[(rows["status"] == "held") & rows["start"].notna() & (rows["tie_scope"] == "subject")]
    return rows.sort_values(["start", "end", "event_id"]).drop_duplicates("tie_id")


def _through(key: str, who: pd.DataFrame) -> str:
    parts = who[who["event_id"] == key]
    people = parts[parts["person"].notna()]
    names = [f"{row.person} ({row.office})" if isinstance(row.office, str) else row.person for row in people.itertuples()]
    names += list(parts["organisation"].dropna())
    return f"through {joined(list(dict.fromkeys(names)))}" if names else "with no one named"


def mayors_first(events: Events, filters: Filters, who: pd.DataFrame, facts: FactBase) -> list[Sentence]:
    """One sentence a way: the first held event on which a mayor of the city of origin travelled it, as a mentioned one or a speaker does not.

    It is the first on record only where nothing is chosen: of another relationship there may be an earlier one.
    """
    base, found = subject(events, filters), []
    cities = facts.table("cities").set_index("city_id")["name"]
    for code, some in _travelled(told(events, base, "rows"), who, facts).groupby("place", sort=False):
        row = some.iloc[0]
        which = f"{AMONG}, the first journey of a mayor" if filters.narrowing or filters.tie else "A mayor’s first journey on record"
        way = f"from {cities[row['origin_id']]} to {cities[row['venue_id']]}"
        journey = _longer(row, facts)
        text = f"{which} {way}: {row['person']} ({row['office']}), {row['date_text']},{journey} “{row['title']}”{_worked_out(row, cities, facts)}."
        found.append(Sentence(text, (named(replace(base, journey=(code,)), "all journeys this way", some.head(1)),), ()))
    return found


def _travelled(rows: pd.DataFrame, who: pd.DataFrame, facts: FactBase) -> pd.DataFrame:
    """One row is a mayor on the way from his or her own city into another country, on a held event of `rows`; the oldest first."""
    rows = rows[(rows["status"] == "held") & rows["start"].notna() & (rows["tie_scope"] == "subject")]
    mayors = who[who["office"].str.contains(MAYOR, na=False) & (who["role"] != "speaker")]
    trips, countries = ways(facts).merge(mayors, on="event_id"), facts.table("cities").set_index("city_id")["country"]
    trips = trips[trips["origin_id"] == trips["city_id"]].merge(rows, on="event_id", suffixes=("_who", ""))
    trips = trips[trips["origin_id"].map(countries) != trips["venue_id"].map(countries)]
    return trips.sort_values(["start", "end", "event_id"])


def _worked_out(row: pd.Series, cities: pd.Series, facts: FactBase) -> str:
    """That no source states that it was there, where the place is inferred; else blank."""
    where = facts.table("event_places")
    keys = where.loc[
        (where["event_id"] == row["event_id"]) & (where["role"] == "venue") & (where["city_id"] == row["venue_id"]), "event_place_id"
    ]
    inferred = (founded(facts, "event_places", keys)["basis"] == "inferred").all()
    return f"; that it was in {cities[row['venue_id']]} is inferred" if inferred else ""


def _longer(row: pd.Series, facts: FactBase) -> str:
    """` on the journey of …,` where the event is a part of a held one that set out from the same city; else blank."""
    table, where = facts.table("events"), facts.table("event_places")
    out = where.loc[(where["role"] == "origin") & (where["city_id"] == row["origin_id"]), "event_id"]
    whole = outermost(row["event_id"], table[(table["status"] == "held") & table["event_id"].isin([*out, row["event_id"]])])
    date = table.loc[table["event_id"] == whole, "date"].iloc[0]
    return "" if whole == row["event_id"] or date == row["date"] else f" on the journey of {date_text(date)},"
