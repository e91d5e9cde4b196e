"""Figures that nobody published: computed here from published ones, with the formula, the inputs and how far their days lie apart."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from loaders.figures import leading
from loaders.numbers import number_text

FAR_APART = pd.Timedelta(days=366)
PER_THOUSAND = ("foreign-residents", "dual-nationals", "japanese-nationals", "japanese-residents")
_COLUMNS = ["city_id", "place", "name", "value", "value_text", "unit", "formula", "inputs", "keys", "indicators", "warning"]


def computed(figures: pd.DataFrame, events: Mapping[str, int] = MappingProxyType({})) -> pd.DataFrame:
    """One row is one computed figure of one place.

    Density is the leading population (preferred, or the latest that is left) divided by the leading area, and is not computed where a source prints
    it for the same day; a number of people for each 1,000 inhabitants takes the published population nearest to its day, and is not computed where that lies more
    than FAR_APART from it; events that are shown (`events`: how many by `city_id`) are set against the
    preferred population. Columns: `city_id`, `place`, `name`, `value` in `unit`, `value_text` (rounded, as the inputs
    are not of one day), `formula`, `inputs` (with their days and series), `keys` (of the inputs), `indicators` (of the inputs),
    `warning` (where the inputs' days lie more than a year apart or are not stated; else blank).
    """
    published = figures[~figures["derived"]]
    found = []
    for _, rows in published.groupby("city_id", sort=False):
        best = leading(rows).set_index("indicator_id", drop=False)
        people = rows[rows["indicator_id"] == "population"]
        if people.empty:
            continue
        found += [_density(best.loc["population"], best.loc["area"])] if "area" in best.index and not _printed(rows, best) else []
        pairs = [(best.loc[name], _nearest(people, best.loc[name])) for name in PER_THOUSAND if name in best.index]
        found += [_per_thousand(*pair) for pair in pairs if not _far(*pair)]
        city = best["city_id"].iloc[0]
        found += [_events(best.loc["population"], events[city])] if city in events else []
    return pd.DataFrame(found, columns=_COLUMNS)


def _printed(rows: pd.DataFrame, best: pd.DataFrame) -> bool:
    """Whether a source prints the density for the day of the population."""
    printed = rows.loc[rows["indicator_id"] == "density", "as_of"]
    return best.loc["population"]["as_of"] in set(printed.dropna())


def _far(number: pd.Series, people: pd.Series) -> bool:
    return bool(abs(number["end"] - people["end"]) > FAR_APART)


def _density(people: pd.Series, area: pd.Series) -> dict:
    value = people["value"] / area["value"]
    formula = f"{number_text(people['value'])} inhabitants ÷ {number_text(area['value'])} km²"
    return _row("Density", value, 0, "inhabitants/km²", formula, (people, area))


def _per_thousand(number: pd.Series, people: pd.Series) -> dict:
    value = number["value"] / people["value"] * 1000
    formula = f"{number_text(number['value'])} ÷ {number_text(people['value'])} inhabitants × 1{chr(0x202F)}000"
    name = f"{number['indicator']} per 1{chr(0x202F)}000 inhabitants"
    return _row(name, value, 1, f"per 1{chr(0x202F)}000", formula, (number, people))


def _events(people: pd.Series, number: int) -> dict:
    value = number / people["value"] * 100_000
    formula = f"{number} event{'' if number == 1 else 's'} shown ÷ {number_text(people['value'])} inhabitants × 100{chr(0x202F)}000"
    name = f"Events per 100{chr(0x202F)}000 inhabitants"
    row = _row(name, value, 1, f"per 100{chr(0x202F)}000", formula, (people,))
    return row | {"warning": _joined(row["warning"], "the events are of many years, the population of one day")}


def _nearest(people: pd.DataFrame, number: pd.Series) -> pd.Series:
    """The population nearest in time, the preferred one where two are as near or no day is stated."""
    apart = (people["end"] - number["end"]).abs()
    ordered = people.assign(apart=apart).sort_values(["apart", "preferred"], ascending=[True, False], na_position="last")
    if apart.isna().all():
        ordered = people.sort_values("preferred", ascending=False, kind="stable")
    return ordered.iloc[0]


def _row(name: str, value: float, digits: int, unit: str, formula: str, inputs: tuple[pd.Series, ...]) -> dict:
    first = inputs[0]
    return {
        "city_id": first["city_id"],
        "place": first["place"],
        "name": name,
        "value": value,
        "value_text": number_text(round(value, digits) if digits else round(value)),
        "unit": unit,
        "formula": formula,
        "inputs": "; ".join(f"{row['figure']}, {row['as_of_text']}, {row['series']}, by {row['said']}" for row in inputs),
        "keys": tuple(row["observation_id"] for row in inputs),
        "indicators": tuple(row["indicator_id"] for row in inputs),
        "warning": _warning(inputs),
    }


def _warning(inputs: tuple[pd.Series, ...]) -> str:
    days = [row["end"] for row in inputs]
    undated = "the day of an input is not stated" if any(pd.isna(day) for day in days) else ""
    known = [day for day in days if pd.notna(day)]
    gap = max(known) - min(known) if known else pd.Timedelta(0)
    apart = f"the inputs’ days lie about {gap.days / 365.25:.1f} years apart" if gap > FAR_APART else ""
    rough = "an input is not exact" if any(isinstance(row["qualifier"], str) for row in inputs) else ""
    return _joined(undated, apart, rough)


def _joined(*texts: str) -> str:
    return "; ".join(text for text in texts if text)
