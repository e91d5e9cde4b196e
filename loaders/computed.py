"""Figures that nobody published: computed here from published ones, with the formula, the inputs and how far their days lie apart."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import pandas as pd

from loaders.figures import leading
from loaders.numbers import number_text

FAR_APART = pd.Timedelta(days=366)
PER_THOUSAND = ("dual-nationals", "japanese-nationals", "japanese-residents")


class Computed(NamedTuple):
    """One computed figure of one place: see `computed`."""

    city_id: str
    place: str
    name: str
    value: float
    value_text: str
    unit: str
    formula: str
    inputs: str
    keys: tuple[str, ...]
    indicators: tuple[str, ...]
    warning: str


def computed(figures: Sequence, events: Mapping[str, int] = MappingProxyType({})) -> list[Computed]:
    """One row is one computed figure of one place, from rows of `figures.city_figures`.

    A number of people for each 1,000 inhabitants takes the published population nearest to its day, and is not computed where that lies more
    than FAR_APART from it; events that are shown (`events`: how many by `city_id`) are set against the leading population (preferred, or
    the latest that is left). `value` in `unit`, `value_text` (rounded, as the inputs
    are not of one day), `formula`, `inputs` (with their days and series), `keys` (of the inputs), `indicators` (of the inputs),
    `warning` (where the inputs' days lie more than a year apart or are not stated; else blank).
    """
    cities: dict[str, list] = {}
    for row in figures:
        if not row.derived:
            cities.setdefault(row.city_id, []).append(row)
    found = []
    for city, rows in cities.items():
        best = {row.indicator_id: row for row in leading(rows)}
        people = [row for row in rows if row.indicator_id == "population"]
        if not people:
            continue
        pairs = [(best[name], _nearest(people, best[name])) for name in PER_THOUSAND if name in best]
        found += [_per_thousand(*pair) for pair in pairs if not _far(*pair)]
        found += [_events(best["population"], events[city])] if city in events else []
    return found


def _apart(one, other) -> pd.Timedelta | None:
    """How far two figures lie apart; None where a day is not stated."""
    days = one.end - other.end
    return None if days is pd.NaT else abs(days)


def _far(number, people) -> bool:
    days = _apart(number, people)
    return days is not None and days > FAR_APART


def _per_thousand(number: tuple, people: tuple) -> Computed:
    value = number.value / people.value * 1000
    formula = f"{number_text(number.value)} ÷ {number_text(people.value)} inhabitants × 1{chr(0x202F)}000"
    name = f"{number.indicator} per 1{chr(0x202F)}000 inhabitants"
    return _row(name, value, f"per 1{chr(0x202F)}000", formula, (number, people))


def _events(people: tuple, number: int) -> Computed:
    value = number / people.value * 100_000
    formula = f"{number} event{'' if number == 1 else 's'} shown ÷ {number_text(people.value)} inhabitants × 100{chr(0x202F)}000"
    name = f"Events per 100{chr(0x202F)}000 inhabitants"
    row = _row(name, value, f"per 100{chr(0x202F)}000", formula, (people,))
    return row._replace(warning=_joined(row.warning, "the events are of many years, the population of one day"))


def _nearest(people: list, number: tuple) -> tuple:
    """The population nearest in time, the preferred one where two are as near or no day is stated."""

    def order(row) -> tuple:
        days = _apart(row, number)
        return days is None, days, not row.preferred

    return min(people, key=order)


def _row(name: str, value: float, unit: str, formula: str, inputs: tuple) -> Computed:
    return Computed(
        city_id=inputs[0].city_id,
        place=inputs[0].place,
        name=name,
        value=value,
        value_text=number_text(round(value, 1)),
        unit=unit,
        formula=formula,
        inputs="; ".join(f"{row.figure}, {row.as_of_text}, {row.series}, by {row.said}" for row in inputs),
        keys=tuple(row.observation_id for row in inputs),
        indicators=tuple(row.indicator_id for row in inputs),
        warning=_warning(inputs),
    )


def _warning(inputs: tuple) -> str:
    days = [row.end for row in inputs]
    undated = "the day of an input is not stated" if any(pd.isna(day) for day in days) else ""
    known = [day for day in days if pd.notna(day)]
    gap = max(known) - min(known) if known else pd.Timedelta(0)
    apart = f"the inputs’ days lie about {gap.days / 365.25:.1f} years apart" if gap > FAR_APART else ""
    rough = "an input is not exact" if any(isinstance(row.qualifier, str) for row in inputs) else ""
    return _joined(undated, apart, rough)


def _joined(*texts: str) -> str:
    return "; ".join(text for text in texts if text)
