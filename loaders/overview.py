"""The overview's sentences and figures, generated from what is shown."""

from dataclasses import replace

import pandas as pd

from loaders.confidence_words import marked
from loaders.events import Events
from loaders.facts import FactBase
from loaders.timeline_words import joined
from loaders.views import figures

FIRST_INDICATOR = "population"


def overview_headline(events: Events) -> str:
    """One sentence that says how much is known of how many relationships over which years."""
    rows = events.rows
    held = rows[rows["status"] == "held"]
    if held.empty or held["tie"].isna().any():
        return "Nothing in this selection is known to have been held by the relationships; what is shown is announced, undated or context"
    ties = list(held["tie"].value_counts().index)
    first, last = held["year"].min(), held["year"].max()
    when = f"in {first}" if first == last else f"from {first} to {last}"
    number = f"{len(held)} event{'' if len(held) == 1 else 's'}"
    return f"{number} held by {joined(ties)} {when}, each with its sources"


def ties_first(events: Events) -> Events:
    """The same events, those of the relationships before those of the agreements around them and these before context; each in their order."""
    scope = events.rows["tie_scope"]
    order = (scope != "subject").astype("int64") + scope.isna()
    return replace(events, rows=events.rows.loc[order.sort_values(kind="stable").index])


def counts(facts: FactBase, events: Events) -> dict[str, int]:
    """How much is shown: `events`, `ties` (those of them that are of the relationships), `documents` that speak of them, `cities`, `sites`."""
    keys = events.rows["event_id"]
    places = facts.table("event_places")
    places = places[places["event_id"].isin(keys)]
    return {
        "events": len(events),
        "ties": int((~events.rows["background"]).sum()),
        "documents": events.sources.nunique(),
        "cities": places["city_id"].nunique(),
        "sites": places["site_id"].nunique(),
    }


def first_figures(facts: FactBase, events: Events) -> pd.DataFrame:
    """One row is one member of the ties that `events` belong to, with its population: `city_id`, `city`, `confidence` (the mark), and the columns of `views.figures`,
    missing where no figure was read."""
    members = facts.table("tie_cities")
    scope = facts.table("ties").set_index("tie_id")["scope"]
    ties = set(events.rows["tie_id"].dropna())
    members = members[members["tie_id"].isin(ties) & (members["tie_id"].map(scope) == "subject")]
    order = list(dict.fromkeys(members.sort_values("tie_id", ascending=False)["city_id"]))
    table = figures(facts)
    table = table[table["preferred"] & (table["indicator_id"] == FIRST_INDICATOR) & table["city_id"].isin(order)]
    names = facts.table("cities").set_index("city_id")["name"]
    members = pd.DataFrame({"city_id": order, "city": [names[city] for city in order]}, dtype="str")
    table["confidence"] = marked(facts, "observations", table["observation_id"])["confidence"]
    return members.merge(table.drop(columns="city"), on="city_id", how="left")
