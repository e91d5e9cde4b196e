"""Which rows a package holds: those of the selection, all that they refer to, and all that is said of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from loaders.events.filters import Filters
from loaders.events.narrowing import narrowed
from loaders.events.selection import Selection
from loaders.facts import FactBase, fingerprint
from loaders.faults import Fault, FaultyData
from loaders.readable import POINTING
from loaders.reading import read_cells
from loaders.schema import PACKAGE, Reference, Table
from loaders.selected import selected

WHOLE = ("sectors", "themes", "areas", "indicators", "vocabulary")
SHOWN, OF_WHOLE, OF_EVENTS, CHOSEN, SUBJECT, MEMBERS, LOOKED_FOR, NAMED, SAID, SPOKEN_OF, ISSUED = (
    "shown by the selection",
    "as the table comes whole: it says what the others mean",
    "of the selected events",
    "named by the selection",
    "of the relationships that this data set is about",
    "members of relationships that are here",
    "of relationships that are here, as a whole",
    "named by rows that are here",
    "said of rows that are here",
    "spoken of by rows that are here",
    "by issuers whose words sources that are here repeat",
)
_CHOSEN = {"tie": "ties", "city": "cities", "source": "sources"}
Keys = dict[str, dict[str, str]]


@dataclass(frozen=True, eq=False)
class Packed:
    """What a package holds of one table.

    `cells`: its rows as texts, as they stand in the file. `total`: how many rows the table has in all. `why`: per reason, how many rows
    are here (SHOWN first, the others came along). `outside`: how many rows that the selection shows are left out, as they hang on an
    event outside it. `loose`: columns with keys of events outside the selection.
    """

    table: Table
    cells: pd.DataFrame
    total: int
    why: Mapping[str, int]
    outside: int
    loose: tuple[str, ...]

    @property
    def shown(self) -> int:
        """How many of the rows the selection shows."""
        return self.why[SHOWN]


def parts(selection: Selection) -> dict[str, Packed]:
    """Every table's part of a package, by name, in the order of the schema.

    `events` has exactly the selected ones. Of every other table: what the filters show of it, all that hangs on the selected events, all
    evidence and corrections on rows that are here, and whatever these name, to any depth. What hangs on an event outside the selection (a
    participant, a source's word on it) is never here, although Search may find it by its own words: no key of an event leads nowhere
    but those in `loose`. Raises FaultyData where the data have a fault, or have changed since they were read.
    """
    facts, cells, filters = selection.facts, stored_cells(selection.facts), selection.filters
    shown = {name: _shown(selection, name) for name in facts.schema}
    allowed = _allowed(cells, facts.schema, shown["events"])
    kept: Keys = {name: dict.fromkeys(keys & allowed[name], SHOWN) for name, keys in shown.items()}
    _add(kept, allowed, _begun(facts, cells, filters))
    size = -1
    while size != (size := sum(map(len, kept.values()))):
        _add(kept, allowed, _pulled(facts.schema, cells, kept))
    here = _here(facts.schema, cells, kept)
    return {name: _part(facts.schema[name], here, kept, len(cells[name]), len(shown[name] - allowed[name])) for name in cells}


def stored_cells(facts: FactBase) -> dict[str, pd.DataFrame]:
    """Every table's cells as texts, from the files of which the fact base was made. Raises FaultyData as `parts` says."""
    if facts.faults:
        raise FaultyData(facts.faults)
    cells = {name: read_cells(facts.folder, table)[0] for name, table in facts.schema.items()}
    check_unchanged(facts)
    return cells


def check_unchanged(facts: FactBase) -> None:
    """To be called behind what reads the files themselves. Raises FaultyData where they are no longer those of which the fact base was made."""
    if fingerprint(facts.folder) != facts.fingerprint:
        raise FaultyData([Fault(f"{facts.folder.name}/{PACKAGE}", 0, "", "", "or a table was changed while it was read; ask again")])


def _shown(selection: Selection, name: str) -> set[str]:
    """The keys of the rows that the filters show of one table."""
    facts = selection.facts
    if name == "events":
        rows = selection.events.rows
    elif selection.filters.text:
        rows = selected(selection, name).rows
    else:  # the same rows; a table in words takes seconds, and only Search needs it
        rows = facts.table(name)[narrowed(selection, name)]
    return set(rows[facts.schema[name].key])


def _allowed(cells: Mapping[str, pd.DataFrame], schema: Mapping[str, Table], events: set[str]) -> dict[str, set[str]]:
    """Per table the keys that a package may hold: all but events outside the selection, and what hangs on one."""
    found = {name: set(cells[name][table.key]) for name, table in schema.items()} | {"events": events}
    for name, reference in _references(schema):
        if reference.table == "events" and name != "events":
            said = cells[name][reference.column]
            found[name] -= set(cells[name].loc[(said != "") & ~said.isin(events), schema[name].key])
    for name in POINTING:
        for target, rows in cells[name].groupby("table"):
            found[name] -= set(rows.loc[~rows["key"].isin(found[target]), schema[name].key])
    return found


def _references(schema: Mapping[str, Table]) -> Iterator[tuple[str, Reference]]:
    return ((name, reference) for name, table in schema.items() for reference in table.references)


def _add(kept: Keys, allowed: Mapping[str, set[str]], found: Iterable[tuple[str, Iterable[str], str]]) -> None:
    """Keeps what is found and may be here, with the first reason for it."""
    for name, keys, why in found:
        for key in set(keys) & allowed[name]:
            kept[name].setdefault(key, why)


def _begun(facts: FactBase, cells: Mapping[str, pd.DataFrame], filters: Filters) -> Iterator[tuple[str, Iterable[str], str]]:
    """What comes with every selection: what hangs on its events, tables of meaning, what its words name, and our own relationships."""
    for name, reference in _references(facts.schema):
        if reference.table == "events" and name != "events":
            rows = cells[name]  # of those with an event, `_allowed` has only the selected events' rows
            yield name, rows.loc[rows[reference.column] != "", facts.schema[name].key], OF_EVENTS
    for name in WHOLE:
        yield name, cells[name][facts.schema[name].key], OF_WHOLE
    for facet, name in _CHOSEN.items():
        yield name, getattr(filters, facet), CHOSEN
    ties = facts.table("ties")
    yield "ties", ties.loc[ties["scope"] == "subject", "tie_id"], SUBJECT


def _pulled(schema: Mapping[str, Table], cells: Mapping[str, pd.DataFrame], kept: Keys) -> Iterator[tuple[str, Iterable[str], str]]:
    """What the kept rows bring along: one step."""
    here = _here(schema, cells, kept)
    for name in POINTING:
        for target, rows in cells[name].groupby("table"):
            yield name, rows.loc[rows["key"].isin(list(kept[target])), schema[name].key], SAID
    for name in POINTING:
        for target, rows in here[name].groupby("table"):
            yield target, rows["key"], SPOKEN_OF
    members = cells["tie_cities"]
    yield "tie_cities", members.loc[members["tie_id"].isin(list(kept["ties"])), schema["tie_cities"].key], MEMBERS
    searches = cells["searches"]  # those for an event outside are not allowed
    yield "searches", searches.loc[searches["tie_id"].isin(list(kept["ties"])), schema["searches"].key], LOOKED_FOR
    yield "sources", _of_issuers(cells["sources"], here["sources"]), ISSUED
    for name, reference in _references(schema):
        yield reference.table, _named(here, name, reference.column), NAMED


def _of_issuers(sources: pd.DataFrame, here: pd.DataFrame) -> Iterable[str]:
    """One document of each side by every issuer whose words a document here has: the side of these words is that of the issuer's own."""
    issuers = here["issuer"].str.split("; ").explode()
    return sources[sources["publisher"].isin(issuers)].drop_duplicates(["publisher", "side"])["source_id"]


def _here(schema: Mapping[str, Table], cells: Mapping[str, pd.DataFrame], kept: Keys) -> dict[str, pd.DataFrame]:
    return {name: rows[rows[schema[name].key].isin(list(kept[name]))] for name, rows in cells.items()}


def _named(here: Mapping[str, pd.DataFrame], name: str, column: str) -> set[str]:
    """The keys in one column: those that we show, and those that a source says instead."""
    said = here["evidence"]
    said = said.loc[(said["table"] == name) & (said["column"] == column), "value"]
    return (set(here[name][column]) | set(said)) - {""}


def _part(table: Table, here: Mapping[str, pd.DataFrame], kept: Keys, total: int, outside: int) -> Packed:
    loose = [each.column for each in table.references if not _named(here, table.name, each.column) <= kept[each.table].keys()]
    return Packed(table, here[table.name], total, Counter(kept[table.name].values()), outside, tuple(loose))
