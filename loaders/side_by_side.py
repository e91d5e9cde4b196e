"""The cities side by side: for each indicator the figure of each place, those of the year that most places share first, and where sources disagree."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from loaders.common_years import of_year, shared_years
from loaders.conflicts import STEADY, Conflict
from loaders.events.selection import Selection, derived
from loaders.figures import ALL, places_of_figures

_ASKED = ["observation_id", "indicator_id", "city_id", "series_id", "as_of", "start", "end", "x", "uncertain", "derived", "preferred"]
_CELL = ["indicator_id", "city_id"]
ANY = 10_000
"""How many years another may be away that stands in for the common one: any number, as it is said beside the figure."""


class Block(NamedTuple):
    """One indicator: its key, name, quantity, group (in words), the unit of most of its figures, the common year (None: each figure has its own),
    whether no other has that year for more places (`leads`), and for each place of `places_compared` its figure, a row of `figures.city_figures`, or None.
    `aside`: the keys of figures of another year than the common one."""

    indicator: str
    name: str
    quantity: str
    group: str
    unit: str
    year: int | None
    leads: bool
    rows: tuple
    aside: frozenset[str]

    @property
    def figures(self) -> list:
        """The figures, without the gaps."""
        return [row for row in self.rows if row is not None]


@derived
def places_known(store) -> pd.DataFrame:
    """The places of `figures.places_of_figures`."""
    return places_of_figures(store.facts)


@derived
def places_compared(selection: Selection) -> pd.DataFrame:
    """The places that are chosen (`place`, separated by commas); where none is, the members of the relationships; in one order."""
    table, chosen = places_known(selection.store), set(selection.choices.get("place", "").split(","))
    named = table["city_id"].isin(chosen)
    return table[named if named.any() else table["principal"]]


@derived
def indicators_known(store) -> pd.DataFrame:
    """The indicators of which there are figures: those with an order first, in it; `group` in words."""
    table, words = store.facts.table("indicators"), store.facts.table("vocabulary")
    names = words[words["field"] == "indicators.group"].set_index("code")["name"]
    table = table[table["indicator_id"].isin(store.figures()["indicator_id"])]
    return table.assign(group=table["group"].map(names)).sort_values("order", na_position="last", kind="stable")


@derived
def indicators_compared(selection: Selection) -> pd.DataFrame:
    """The indicator that is chosen, else all that have an order."""
    table, chosen = indicators_known(selection.store), selection.choices.get("indicator", ALL)
    return table[table["indicator_id"] == chosen] if chosen in set(table["indicator_id"]) else table.dropna(subset="order")


@derived
def rows_known(store) -> dict:
    """Every figure, a row of `figures.city_figures`, by its key."""
    return {row.observation_id: row for row in store.figures().itertuples(index=False)}


@derived
def _figures(selection: Selection) -> pd.DataFrame:
    """What is asked of the figures of the places and indicators."""
    figures = selection.store.figures()[_ASKED]
    places, indicators = places_compared(selection)["city_id"], indicators_compared(selection)["indicator_id"]
    return figures[figures["indicator_id"].isin(indicators) & figures["city_id"].isin(places)]


@derived
def _shared(selection: Selection) -> dict[tuple[str, int], int]:
    """How many places have a figure of which indicator and year, where more than half do."""
    table = shared_years(_figures(selection), set(places_compared(selection)["city_id"]))
    return {(row.indicator_id, int(row.year)): row.places for row in table.itertuples()}


@derived
def common_years(selection: Selection) -> tuple[str, ...]:
    """The years that can be chosen, that with most figures first, the latest of as many."""
    numbers: dict[int, int] = {}
    for (_, year), places in _shared(selection).items():
        numbers[year] = numbers.get(year, 0) + places
    return tuple(str(year) for year in sorted(numbers, key=lambda year: (-numbers[year], -year)))


def common_year(selection: Selection) -> int | None:
    """The year that is chosen, else the one with most figures; None where no year is shared."""
    years = common_years(selection)
    chosen = selection.choices.get("year", "")
    return int(chosen if chosen in years else years[0]) if years else None


@derived
def blocks(selection: Selection) -> list[Block]:
    """The indicators with a figure of one of the places: those that lead first."""
    year, places = common_year(selection), list(places_compared(selection)["city_id"])
    numbers = {indicator: number for (indicator, of), number in _shared(selection).items() if of == year}
    most, own = max(numbers.values(), default=0), _figures(selection)
    shared = own["indicator_id"].isin(numbers)
    near = of_year(own[shared], set(places), year or 0, within=ANY)
    near = near[(near["apart"] == 0) | ~near["indicator_id"].isin(STEADY)]  # of what no year changes, the nearest year is no better
    rest = own[~pd.MultiIndex.from_frame(own[_CELL]).isin(pd.MultiIndex.from_frame(near[_CELL]))]
    keys = [*near["observation_id"], *_standing(rest)]
    aside = frozenset(keys) - frozenset(near.loc[near["apart"] == 0, "observation_id"])
    found: dict[str, dict] = {}
    for row in map(rows_known(selection.store).get, keys):
        found.setdefault(row.indicator_id, {})[row.city_id] = row
    every = [
        _block(
            indicator, [found[indicator.indicator_id].get(place) for place in places], year if number else None, number == most > 0, aside
        )
        for indicator in indicators_compared(selection).itertuples()
        if indicator.indicator_id in found
        for number in (numbers.get(indicator.indicator_id, 0),)
    ]
    return sorted(every, key=lambda block: not block.leads)


def _block(indicator, rows: Sequence, year: int | None, leads: bool, aside: frozenset[str]) -> Block:
    units = [row.unit_text for row in rows if row is not None]
    unit = max(units, key=units.count)  # the first of as many
    return Block(indicator.indicator_id, indicator.name, indicator.quantity, indicator.group, unit, year, leads, tuple(rows), aside)


def _standing(figures: pd.DataFrame) -> pd.Series:
    """The keys of the figures that stand for a place: of each indicator the one that is preferred, else a published one, the latest of them."""
    order = figures.sort_values("end", ascending=False, na_position="last", kind="stable").assign(second=~figures["preferred"])
    return order.sort_values(["second", "derived"], kind="stable").drop_duplicates(_CELL)["observation_id"]


@derived
def disagreements(selection: Selection) -> list[Conflict]:
    """The conflicts around a figure that stands side by side, or that its place is followed with; of one indicator that is chosen, all of them."""
    here = set(_figures(selection)["observation_id"])
    drawn = {row.observation_id for block in blocks(selection) for row in block.figures}
    every = selection.choices.get("indicator", ALL) != ALL
    found = [conflict for conflict in selection.store.conflicts() if {row.observation_id for row in conflict.rows} <= here]
    return [some for some in found if every or some.preferred or drawn & {row.observation_id for row in some.rows}]


@derived
def figures_shown(selection: Selection) -> pd.DataFrame:
    """The figures that are shown, rows of `figures.city_figures` in the order of the blocks; those that only disagree with one last."""
    keys = [row.observation_id for block in blocks(selection) for row in block.figures]
    return _rows(selection, [*keys, *(row.observation_id for conflict in disagreements(selection) for row in conflict.rows)])


def _rows(selection: Selection, keys: Sequence[str]) -> pd.DataFrame:
    places = {key: place for place, key in enumerate(rows_known(selection.store))}
    return selection.store.figures().iloc[[places[key] for key in dict.fromkeys(keys)]]
