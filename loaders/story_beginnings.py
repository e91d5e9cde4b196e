"""How each relationship began and through whom, and when a mayor first travelled each way."""

from dataclasses import replace

import pandas as pd

from loaders.events import Events
from loaders.facts import FactBase
from loaders.filters import Filters
from loaders.story import Sentence, named, subject, told
from loaders.summary import joined
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
    """One sentence a relationship, the longest first: its first dated event that was held, and who took part. `who`: see `who_took_part`."""
    found = []
    for row in firsts(events, filters).itertuples():
        one = replace(subject(events, filters), tie=(row.tie_id,))
        text = f"{row.tie} began, as far as is on record, with “{row.title}” ({row.date_text}), {_through(row.event_id, who)}."
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
    """One sentence a way: the first held event on which a mayor of the city of origin travelled it, as host or mentioned one does not."""
    base = subject(events, filters)
    rows = told(events, base, "rows")
    rows = rows[(rows["status"] == "held") & rows["start"].notna() & (rows["tie_scope"] == "subject")]
    mayors = who[who["office"].str.contains(MAYOR, na=False) & ~who["role"].isin(["host", "speaker"])]
    trips = ways(facts).merge(mayors, on="event_id")
    trips = trips[trips["origin_id"] == trips["city_id"]].merge(rows, on="event_id", suffixes=("_who", ""))
    table = facts.table("cities").set_index("city_id")
    cities, found = table["name"], []
    trips = trips[trips["origin_id"].map(table["country"]) != trips["venue_id"].map(table["country"])]
    for code, some in trips.sort_values(["start", "end", "event_id"]).groupby("place", sort=False):
        row = some.iloc[0]
        text = (
            f"A mayor’s first journey on record from {cities[row['origin_id']]} to {cities[row['venue_id']]}: {row['person']} ({row['office']}), "
            f"{row['date_text']}, “{row['title']}”."
        )
        found.append(Sentence(text, (named(replace(base, journey=(code,)), "all journeys this way", some.head(1)),), ()))
    return found
