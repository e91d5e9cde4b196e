"""Through whom two of a kind on the two sides are connected, such as the hospitals of Essen and of Koriyama."""

from itertools import product

import pandas as pd

from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.network import GERMAN, JAPANESE, WHO, Network, around, network
from loaders.timeline_words import joined
from loaders.views import MENTIONED

_MOST_NAMED = 4
_COLUMNS = ["kind", "german", "japanese", "german_name", "japanese_name", "events", "shared", "weight"]


@derived
def counterparts(net: Network) -> pd.DataFrame:
    """One row is two of one kind on the two sides that are connected: `kind`, `german`, `japanese` (keys), `german_name`, `japanese_name`, `events` (joint
    ones), `shared` (keys of partners of both, the closest first). Each kind's closest pair; kinds with most joint events first.

    Two without a joint event count as connected where they have more than one partner in common.
    """
    found, near = [], _near(net)
    sides = {(kind, side): some[["key", "name"]].to_numpy().tolist() for (kind, side), some in net.nodes.groupby(["kind", "side"])}
    for kind in sorted({kind for kind, _ in sides}):
        for (german, one), (japanese, other) in product(sides.get((kind, GERMAN), ()), sides.get((kind, JAPANESE), ())):
            both = {key: min(near[german][key], near[japanese][key]) for key in near[german] if key in near[japanese]}
            shared = sorted(both, key=lambda key: (-both[key], -near[german][key] - near[japanese][key], key))
            number = near[german].get(japanese, 0)
            found.append((kind, german, japanese, one, other, number, tuple(shared), sum(both.values())))
    table = pd.DataFrame(found, columns=_COLUMNS)
    table = table[(table["events"] > 0) | (table["shared"].map(len) > 1)]  # one partner in common connects nobody
    table = table.sort_values(["events", "weight", "german", "japanese"], ascending=[False, False, True, True])
    return table.drop_duplicates("kind").drop(columns="weight").reset_index(drop=True)


def asked_kinds(selection: Selection) -> list[str]:
    """The kinds of organisation after which a selection asks: those whose word is searched, and, where one sector is chosen, those of which
    both counterparts have most of all their events in it."""
    whole, filters = network(selection.store.selection()), selection.filters
    asked = [kind for kind in whole.nodes["kind"].dropna().unique() if kind.casefold() in filters.text.casefold()]
    if len(filters.sector) == 1:
        name = selection.facts.table("sectors").set_index("sector_id")["name"][filters.sector[0]]
        leading = whole.nodes.set_index("key")["sector"] == name
        asked += [row.kind for row in counterparts(whole).itertuples() if leading[row.german] and leading[row.japanese]]
    return list(dict.fromkeys(asked))


def question(kinds: list[str]) -> str:
    """`Who connects the hospitals and the schools?`"""
    return f"Who connects {joined([f'the {_many(kind)}' for kind in kinds])}?"


def _many(kind: str) -> str:
    return f"{kind[:-1]}ies" if kind[-1] == "y" and kind[-2] not in "aeiou" else f"{kind}s"


def counterpart_sentence(selection: Selection, row) -> str:
    """`X and Y had 3 events together …; between them stand …`: also the people in public roles who took part. `row`: one of `counterparts`."""
    facts, net = selection.facts, network(selection)
    one, other = (_seated(facts, key, name) for key, name in ((row.german, row.german_name), (row.japanese, row.japanese_name)))
    rows = joint_events(selection, row)
    parts = [f"{one} and {other} had {_counted(rows)} together"]
    parts += [f"between them stand{'s' * (len(row.shared) == 1)} {_between(net, row)}"] if row.shared else []
    people = people_of(facts, list(rows["event_id"]))["name"]
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
    numbers = [
        (int((rows["status"] == status).sum()), words) for status, words in (("planned", "only announced"), ("cancelled", "called off"))
    ]
    notes = "; ".join([*filter(None, [span_text(rows)]), *(f"{number} {words}" for number, words in numbers if number)])
    return f"{len(rows)} event{'s' * (len(rows) != 1)}" + (f" ({notes})" if notes else "")


def span_text(rows: pd.DataFrame) -> str:
    """`2014 to Sept 2019`: the first and the last date of these events in words; blank where none is dated."""
    dated = list(rows.loc[rows["precision"] != "undated", "date_text"])
    return " to ".join(dict.fromkeys([*dated[:1], *dated[-1:]]))


def _between(net: Network, row) -> str:
    names, near = net.nodes.set_index("key")["name"], _near(net)
    told = [
        f"{names[key]} ({near[row.german][key]} with the first, {near[row.japanese][key]} with the second)"
        for key in row.shared[:_MOST_NAMED]
    ]
    more = len(row.shared) - _MOST_NAMED
    return joined([*told, f"{more} more"] if more > 0 else told)


def joint_events(selection: Selection, row) -> pd.DataFrame:
    """The rows of the events that the two of a row of `counterparts` share, oldest first."""
    links, rows = network(selection).links, around(selection, WHO[0]).events.rows
    shared = links.loc[(links["one"] == min(row.german, row.japanese)) & (links["other"] == max(row.german, row.japanese)), "event_ids"]
    return rows[rows["event_id"].isin("; ".join(shared).split("; "))]


@derived
def _near(net: Network) -> dict[str, dict[str, int]]:
    """Per key its partners, each with the number of joint events."""
    near: dict[str, dict[str, int]] = {key: {} for key in net.nodes["key"]}
    for one, other, number in zip(net.links["one"], net.links["other"], net.links["events"], strict=True):
        near[one][other] = near[other][one] = int(number)
    return near


def people_of(facts: FactBase, keys: list[str]) -> pd.DataFrame:
    """One row is one person in a public role who took part in these events: `name`, `role`, `organisation_id`, who took part in most first."""
    parts = facts.table("participants")
    parts = parts[parts["event_id"].isin(keys) & parts["person_id"].notna() & (parts["role"] != MENTIONED)]
    number = parts.drop_duplicates(["event_id", "person_id"])["person_id"].value_counts().rename("events")
    people = facts.table("people").set_index("person_id").join(number, how="inner")
    return people.sort_values(["events", "name"], ascending=[False, True]).reset_index()[["name", "role", "organisation_id"]]
