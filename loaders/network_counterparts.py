"""Through whom two of a kind on the two sides are connected, such as the hospitals of Essen and of Koriyama."""

import pandas as pd

from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase
from loaders.network import GERMAN, JAPANESE, Network
from loaders.timeline_words import joined
from loaders.views import MENTIONED

_MOST_NAMED = 4
_COLUMNS = ["kind", "german", "japanese", "german_name", "japanese_name", "events", "shared", "weight"]


def counterparts(net: Network) -> pd.DataFrame:
    """One row is two of one kind on the two sides that are connected: `kind`, `german`, `japanese` (keys), `german_name`, `japanese_name`, `events` (joint
    ones), `shared` (keys of partners of both, the closest first). Each kind's closest pair; kinds with most joint events first.

    Two without a joint event count as connected where they have more than one partner in common.
    """
    found, near = [], _near(net)
    for kind, some in net.nodes.groupby("kind"):
        for one in some[some["side"] == GERMAN].itertuples():
            for other in some[some["side"] == JAPANESE].itertuples():
                both = {key: min(near[one.key][key], near[other.key][key]) for key in near[one.key] if key in near[other.key]}
                shared = sorted(both, key=lambda key: (-both[key], -near[one.key][key] - near[other.key][key], key))
                number = near[one.key].get(other.key, 0)
                found.append((kind, one.key, other.key, one.name, other.name, number, tuple(shared), sum(both.values())))
    table = pd.DataFrame(found, columns=_COLUMNS)
    table = table[(table["events"] > 0) | (table["shared"].map(len) > 1)]  # one partner in common connects nobody
    table = table.sort_values(["events", "weight", "german", "japanese"], ascending=[False, False, True, True])
    return table.drop_duplicates("kind").drop(columns="weight").reset_index(drop=True)


def asked_kinds(facts: FactBase, whole: Network, filters: Filters) -> list[str]:
    """The kinds of organisation after which a selection asks: those whose word is searched, and, where one sector is chosen, those of which
    both counterparts have most of all their events in it. `whole`: the network of all events."""
    asked = [kind for kind in whole.nodes["kind"].dropna().unique() if kind.casefold() in filters.text.casefold()]
    if len(filters.sector) == 1:
        name = facts.table("sectors").set_index("sector_id")["name"][filters.sector[0]]
        leading = whole.nodes.set_index("key")["sector"] == name
        asked += [row.kind for row in counterparts(whole).itertuples() if leading[row.german] and leading[row.japanese]]
    return list(dict.fromkeys(asked))


def question(kinds: list[str]) -> str:
    """`Who connects the hospitals and the schools?`"""
    return f"Who connects {joined([f'the {_many(kind)}' for kind in kinds])}?"


def _many(kind: str) -> str:
    return f"{kind[:-1]}ies" if kind[-1] == "y" and kind[-2] not in "aeiou" else f"{kind}s"


def counterpart_sentence(facts: FactBase, events: Events, net: Network, row) -> str:
    """`X and Y had 3 joint events …; between them stand …`: also the people in public roles who took part. `row`: one of `counterparts`."""
    one, other = (_seated(facts, key, name) for key, name in ((row.german, row.german_name), (row.japanese, row.japanese_name)))
    keys = joint_events(net, row.german, row.japanese)
    rows = events.rows[events.rows["event_id"].isin(keys)]
    parts = [f"{one} and {other} had {_counted(rows)} together"]
    parts += [f"between them stand{'s' * (len(row.shared) == 1)} {_between(net, row)}"] if row.shared else []
    people = people_of(facts, keys)["name"]
    parts += [f"people in public roles in their joint events: {joined(list(people[:_MOST_NAMED]))}"] if len(people) else []
    return "; ".join(parts)


def _seated(facts: FactBase, key: str, name: str) -> str:
    """The name, with its city where it does not say it."""
    organisations, cities = facts.table("organisations").set_index("organisation_id"), facts.table("cities").set_index("city_id")
    city = cities["name"].get(organisations["city_id"].get(key), "")
    return name if not city or city in name else f"{name} ({city})"


def _counted(rows: pd.DataFrame) -> str:
    """`3 events (2014 to Sept 2019; 1 only announced)`."""
    if rows.empty:
        return "no event"
    dated = rows.loc[rows["precision"] != "undated", "date_text"]
    span = [] if dated.empty else [dated.iloc[0] if len(dated) == 1 else f"{dated.iloc[0]} to {dated.iloc[-1]}"]
    numbers = [
        (int((rows["status"] == status).sum()), words) for status, words in (("planned", "only announced"), ("cancelled", "called off"))
    ]
    notes = "; ".join([*span, *(f"{number} {words}" for number, words in numbers if number)])
    return f"{len(rows)} event{'s' * (len(rows) != 1)}" + (f" ({notes})" if notes else "")


def _between(net: Network, row) -> str:
    names, near = net.nodes.set_index("key")["name"], _near(net)
    told = [
        f"{names[key]} ({near[row.german][key]} with the first, {near[row.japanese][key]} with the second)"
        for key in row.shared[:_MOST_NAMED]
    ]
    more = len(row.shared) - _MOST_NAMED
    return joined([*told, f"{more} more"] if more > 0 else told)


def joint_events(net: Network, one: str, other: str) -> list[str]:
    """The keys of the events that two share, oldest first."""
    links = net.links[(net.links["one"] == min(one, other)) & (net.links["other"] == max(one, other))]
    return links["event_ids"].iloc[0].split("; ") if len(links) else []


def _near(net: Network) -> dict[str, dict[str, int]]:
    """Per key its partners, each with the number of joint events."""
    near: dict[str, dict[str, int]] = {key: {} for key in net.nodes["key"]}
    for one, other, number in zip(net.links["one"], net.links["other"], net.links["events"], strict=True):
        near[one][other] = near[other][one] = int(number)
    return near


def people_of(facts: FactBase, keys: list[str]) -> pd.DataFrame:
    """One row is one person in a public role who took part in these events: `name`, `role`, `organisation_id`, `events` (how many), most first."""
    parts = facts.table("participants")
    parts = parts[parts["event_id"].isin(keys) & parts["person_id"].notna() & (parts["role"] != MENTIONED)]
    number = parts.drop_duplicates(["event_id", "person_id"])["person_id"].value_counts().rename("events")
    people = facts.table("people").set_index("person_id").join(number, how="inner")
    return people.sort_values(["events", "name"], ascending=[False, True]).reset_index()[["name", "role", "organisation_id", "events"]]
