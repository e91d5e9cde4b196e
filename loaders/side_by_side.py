"""The cities side by side: for each indicator the figure of each place, those of the year that most places share first, and where sources disagree."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from loaders.common_years import of_year, shared_years
from loaders.conflicts import Conflict
from loaders.events.selection import Selection, derived
from loaders.figures import ALL, places_of_figures

NEAR = 2
"""How many years another may be away that stands in for the common one."""


class Block(NamedTuple):
    """One indicator: its key, name, quantity, group (in words), the unit of most of its figures, the common year (None: each figure has its own),
    whether no other has that year for more places (`leads`), and for each place of `places_compared` its figure, a row of `figures.city_figures`, or None."""

    indicator: str
    name: str
    quantity: str
    group: str
    unit: str
    year: int | None
    leads: bool
    rows: tuple

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
def _figures(selection: Selection) -> dict[str, pd.DataFrame]:
    """The figures of the places, by indicator."""
    figures, places = selection.store.figures(), set(places_compared(selection)["city_id"])
    own = figures[figures["indicator_id"].isin(indicators_compared(selection)["indicator_id"]) & figures["city_id"].isin(places)]
    return dict(list(own.groupby("indicator_id")))


@derived
def _shared(selection: Selection) -> dict[str, dict[int, int]]:
    """Per indicator, how many places have a figure of which year, where more than half do."""
    places = set(places_compared(selection)["city_id"])
    tables = {key: shared_years(rows, places) for key, rows in _figures(selection).items()}
    return {key: dict(table[["year", "places"]].itertuples(index=False)) for key, table in tables.items()}


@derived
def common_years(selection: Selection) -> tuple[str, ...]:
    """The years that can be chosen, that with most figures first, the latest of as many."""
    numbers: dict[int, int] = {}
    for years in _shared(selection).values():
        for year, places in years.items():
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
    year, found = common_year(selection), []
    most = max((years.get(year, 0) for years in _shared(selection).values()), default=0)
    for indicator in indicators_compared(selection).itertuples():
        figures = _figures(selection).get(indicator.indicator_id)
        if figures is not None:
            number = _shared(selection)[indicator.indicator_id].get(year, 0)
            found.append(_block(selection, indicator, figures, year if number else None, leads=0 < number == most))
    return sorted(found, key=lambda block: not block.leads)


def _block(selection: Selection, indicator, figures: pd.DataFrame, year: int | None, *, leads: bool) -> Block:
    places = places_compared(selection)["city_id"]
    rows = _standing(figures) if year is None else of_year(figures, set(places), year, within=NEAR)
    by_place = {row.city_id: row for row in rows.itertuples(index=False)}
    unit = rows["unit_text"].mode(dropna=False)
    first = next(text for text in rows["unit_text"] if text in set(unit))
    standing = tuple(by_place.get(place) for place in places)
    return Block(indicator.indicator_id, indicator.name, indicator.quantity, indicator.group, first, year, leads, standing)


def _standing(figures: pd.DataFrame) -> pd.DataFrame:
    """Of each place the figure that is preferred, else a published one, the latest of them."""
    order = figures.assign(second=~figures["preferred"], age=pd.Timestamp.max - figures["end"])
    return order.sort_values(["second", "derived", "age"], kind="stable").drop_duplicates("city_id")


@derived
def disagreements(selection: Selection) -> list[Conflict]:
    """The conflicts around a figure that stands side by side, or that its place is followed with; of one indicator that is chosen, all of them."""
    here = {key for rows in _figures(selection).values() for key in rows["observation_id"]}
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
    figures = selection.store.figures()
    place = {key: at for at, key in enumerate(dict.fromkeys(keys))}
    return figures[figures["observation_id"].isin(place)].sort_values("observation_id", key=lambda some: some.map(place))
