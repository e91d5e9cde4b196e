"""Through whom two of a kind on the two sides are connected, such as the hospitals of Essen and of Koriyama."""

from collections import Counter
from collections.abc import Iterable
from itertools import product

import pandas as pd

from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from loaders.network import GERMAN, JAPANESE, Network, links_of, near, network, nodes_of
from loaders.timeline_words import joined
from loaders.views import people_there

_MOST_NAMED = 4
_COLUMNS = ["kind", "german", "japanese", "german_name", "japanese_name", "events", "shared"]


@derived
def counterparts(net: Network) -> pd.DataFrame:
    """One row is two of one kind on the two sides that are connected: `kind`, `german`, `japanese` (keys), `german_name`, `japanese_name`, `events` (joint
    ones), `shared` (keys of partners of both, the closest first). Each kind's closest pair; kinds with most joint events first.

    Two without a joint event count as connected where they have more than one partner in common.
    """
    found, partners = [], near(net)
    sides: dict[tuple, list] = {}
    for node in nodes_of(net):
        sides.setdefault((node.kind, node.side), []).append(node)
    for kind in sorted({kind for kind, _ in sides if isinstance(kind, str)}):
        for one, other in product(sides.get((kind, GERMAN), ()), sides.get((kind, JAPANESE), ())):
            german, japanese = partners[one.key], partners[other.key]
            common, number = german.keys() & japanese.keys(), german.get(other.key, 0)
            if number or len(common) > 1:  # one partner in common connects nobody
                both = {key: min(german[key], japanese[key]) for key in common}
                shared = sorted(both, key=lambda key: (-both[key], -german[key] - japanese[key], key))
                found.append((kind, one.key, other.key, one.name, other.name, number, tuple(shared), sum(both.values())))
    found.sort(key=lambda row: (-row[5], -row[7], row[1], row[2]))
    first = {row[0]: row for row in reversed(found)}
    return pd.DataFrame([row[:-1] for row in found if first[row[0]] is row], columns=_COLUMNS)


@derived
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


@derived
def counterpart_sentences(selection: Selection) -> list[str]:
    """What `counterpart_sentence` says of each row of `counterparts`."""
    return [counterpart_sentence(selection, row) for row in counterparts(network(selection)).itertuples()]


def counterpart_sentence(selection: Selection, row) -> str:
    """`X and Y had 3 events together …; between them stand …`: also the people in public roles who took part. `row`: one of `counterparts`."""
    facts, net = selection.facts, network(selection)
    one, other = (_seated(facts, key, name) for key, name in ((row.german, row.german_name), (row.japanese, row.japanese_name)))
    rows = joint_events(selection, row)
    parts = [f"{one} and {other} had {_counted(rows)} together"]
    parts += [f"between them stand{'s' * (len(row.shared) == 1)} {_between(net, row)}"] if row.shared else []
    people = [person.name for person in people_of(facts, [event.event_id for event in rows])]
    parts += [f"people in public roles in their joint events: {joined(people[:_MOST_NAMED])}"] if people else []
    return "; ".join(parts)


def _seated(facts: FactBase, key: str, name: str) -> str:
    """The name, with its city where it does not say it."""
    city = _seats(facts).get(key, "")
    return name if not city or city in name else f"{name} ({city})"


@derived
def _seats(facts: FactBase) -> dict[str, str]:
    """Per organisation the name of its city, where one is recorded."""
    cities = facts.table("cities").set_index("city_id")["name"]
    return facts.table("organisations").set_index("organisation_id")["city_id"].dropna().map(cities).to_dict()


def _counted(rows: list) -> str:
    """`3 events (2014 to Sept 2019; 1 only announced)`."""
    if not rows:
        return "no event"
    numbers = [
        (sum(row.status == status for row in rows), words) for status, words in (("planned", "only announced"), ("cancelled", "called off"))
    ]
    notes = "; ".join([*filter(None, [span_text(rows)]), *(f"{number} {words}" for number, words in numbers if number)])
    return f"{len(rows)} event{'s' * (len(rows) != 1)}" + (f" ({notes})" if notes else "")


def span_text(rows: Iterable) -> str:
    """`2014 to Sept 2019`: the first and the last date of these events in words; blank where none is dated."""
    dated = [row.date_text for row in rows if row.precision != "undated"]
    return " to ".join(dict.fromkeys([*dated[:1], *dated[-1:]]))


def _between(net: Network, row) -> str:
    names, partners = {node.key: node.name for node in nodes_of(net)}, near(net)
    told = [
        f"{names[key]} ({partners[row.german][key]} with the first, {partners[row.japanese][key]} with the second)"
        for key in row.shared[:_MOST_NAMED]
    ]
    more = len(row.shared) - _MOST_NAMED
    return joined([*told, f"{more} more"] if more > 0 else told)


def joint_events(selection: Selection, row) -> list:
    """The rows of the events that the two of a row of `counterparts` share, oldest first."""
    pair = min(row.german, row.japanese), max(row.german, row.japanese)
    keys = next((link.event_ids for link in links_of(network(selection)) if (link.one, link.other) == pair), "")
    rows = _rows_of_events(selection.store)
    return [rows[key] for key in keys.split("; ") if key]


@derived
def _rows_of_events(store) -> dict:
    """Per key of an event, its row."""
    rows = store.events().rows[["event_id", "title", "date_text", "precision", "status", "status_text", "confidence"]]
    return {row.event_id: row for row in rows.itertuples(index=False)}


def people_of(facts: FactBase, keys: Iterable[str]) -> list:
    """One row is one person in a public role who took part in these events: `name`, `role`, `organisation_id`, who took part in most first."""
    there, people = _people_there(facts), _people(facts)
    numbers = Counter(person for key in keys for person in there.get(key, ()))
    return [people[key] for key in sorted(numbers, key=lambda key: (-numbers[key], people[key].name))]


@derived
def _people_there(facts: FactBase) -> dict[str, list[str]]:
    """Per event, the people in public roles who took part in it."""
    return people_there(facts).groupby("event_id")["person_id"].agg(list).to_dict()


@derived
def _people(facts: FactBase) -> dict:
    rows = facts.table("people")[["person_id", "name", "role", "organisation_id"]]
    return {row.person_id: row for row in rows.itertuples(index=False)}
