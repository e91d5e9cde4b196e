"""The overview's sentence and figures, generated from what is shown."""

import pandas as pd

from loaders.confidence_words import marked
from loaders.events import NO_TIE
from loaders.events.selection import Selection, derived
from loaders.store import Store
from loaders.timeline_words import events_of, joined, one_or_none, when
from loaders.views import figures

FIRST_INDICATOR = "population"
_MOST_NAMED = 3


@derived
def overview_headline(selection: Selection) -> str:
    """One sentence that says how many events are known, of which relationships where these are few, and from which years."""
    if len(selection) < 2:
        return one_or_none(selection)
    return f"{events_of(selection, _ties(selection))}{when(selection)}, each with its sources"


def _ties(selection: Selection) -> str:
    """The relationships that all of the events are of, those of most events first; blank where they are many, or chosen and so said already."""
    found = selection.by("tie").sort_values(["events", "tie"], ascending=[False, True])["tie"]
    if selection.filters.tie or NO_TIE in set(found) or len(found) > _MOST_NAMED:
        return ""
    names = selection.store.names()["tie"]
    return joined([names[tie] for tie in found])


@derived
def first_figures(selection: Selection) -> pd.DataFrame:
    """One row is one member of the ties that the events belong to, with its population: `city_id`, `city`, `confidence` (the mark), and the columns of `views.figures`,
    missing where no figure was read."""
    return _members_of(selection.store, tuple(selection.by("tie")["tie"]))


@derived
def _members_of(store: Store, ties: tuple[str, ...]) -> pd.DataFrame:
    facts = store.facts
    members = facts.table("tie_cities")
    scope = facts.table("ties").set_index("tie_id")["scope"]
    members = members[members["tie_id"].isin(ties) & (members["tie_id"].map(scope) == "subject")]
    order = list(dict.fromkeys(members.sort_values("tie_id", ascending=False)["city_id"]))
    names = facts.table("cities").set_index("city_id")["name"]
    members = pd.DataFrame({"city_id": order, "city": [names[city] for city in order]}, dtype="str")
    return members.merge(_populations(store), on="city_id", how="left")


@derived
def _populations(store: Store) -> pd.DataFrame:
    table = figures(store.facts)
    table = table[table["preferred"] & (table["indicator_id"] == FIRST_INDICATOR)]
    table["confidence"] = marked(store.facts, "observations", table["observation_id"])["confidence"]
    return table.drop(columns="city")
