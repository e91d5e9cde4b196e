"""Sentences about the cities, generated from what is shown."""

from collections.abc import Sequence

from loaders.city_activity import cities, events_of_cities
from loaders.conflicts import method_told
from loaders.events.selection import Selection, derived
from loaders.figures import ALL, figure_list, leading
from loaders.timeline_words import joined

SHORT_UNIT = 4


@derived
def indicator_headline(selection: Selection, indicator: str) -> str:
    """One sentence on the selected figures of one indicator, or of all of them."""
    shown = figure_list(selection, indicator)
    if not shown:
        return "No figure fits this selection"
    return all_headline(shown) if indicator == ALL else figures_headline(shown)


def figures_headline(figures: Sequence) -> str:
    """One sentence on what is shown of one indicator: who has how much as of when; compared only where one series holds.

    `figures`: rows of `figures.city_figures` for one indicator, at least one.
    """
    rows = leading(figures)
    rows = [row for row in rows if row.principal] or rows
    series: dict[str, list] = {}
    for row in rows:
        series.setdefault(row.series_id, []).append(row)
    together = [some for some in series.values() if len(some) > 1]
    alone = [row for row in rows if len(series[row.series_id]) == 1]
    said = _said([row for row in rows if len(series[row.series_id]) > 1] + alone)
    groups = [_together(some, [said[row.observation_id] for row in some]) for some in together]
    groups += [_apart([said[row.observation_id] for row in alone], bool(groups))] if alone else []
    return f"{rows[0].indicator}: " + "; ".join(groups)


def _together(rows: list, said: list[str]) -> str:
    return f"{joined(said)}, {'in one series' if method_told(rows[0].definition) else 'in one series, whose method is not told'}"


def _apart(said: list[str], others: bool) -> str:
    return joined(said) + (", each counted in its own way" if len(said) > 1 else ", counted in its own way" if others else "")


def _said(rows: list) -> dict[str, str]:
    """Each place's figure with its day; where all have one long unit, only the first says it."""
    once = len({row.unit_text for row in rows}) == 1 and len(rows[0].unit_text) > SHORT_UNIT
    figures = [row.figure if not once or number == 0 else row.value_text for number, row in enumerate(rows)]
    return {row.observation_id: f"{row.city} {figure} ({row.as_of_text})" for figure, row in zip(figures, rows, strict=True)}


def all_headline(figures: Sequence) -> str:
    """One sentence on all indicators at once."""
    rows, shared = [row for row in figures if row.principal], {}
    for row in rows:
        shared.setdefault(row.series_id, set()).add(row.city_id)
    both = len({row.indicator_id for row in rows if len(shared[row.series_id]) > 1})
    number, cities = len({row.indicator_id for row in rows}), list(dict.fromkeys(row.city for row in rows))
    if not cities:
        return f"{len({row.indicator_id for row in figures})} indicators were read, none of them for a member of the relationships"
    return f"{number} indicators were read for {joined(cities)}; {both} of them in one series for two or more of these"


@derived
def activity_headline(selection: Selection) -> str:
    """One sentence on how many of the selected events each compared city is named with."""
    numbers, names = events_of_cities(selection), cities(selection)
    counts = sorted(((numbers.get(key, 0), name) for key, name in names.items()), key=lambda pair: (-pair[0], pair[1]))
    if not numbers:
        return "No event of these cities fits this selection"
    (most, leader), *rest = counts
    others = [f"{name} with {number or 'none'}" for number, name in rest]
    return f"{leader} is named with {most} event{'' if most == 1 else 's'}" + (f", {joined(others)}" if others else "")
