"""Sentences about the cities, generated from what is shown."""

import pandas as pd

from loaders.city_activity import cities, events_of_cities
from loaders.conflicts import method_told
from loaders.evenings import evenings
from loaders.events.selection import Selection
from loaders.figures import ALL, leading, select_figures
from loaders.timeline_words import joined

SHORT_UNIT = 4


def indicator_headline(selection: Selection, indicator: str) -> str:
    """One sentence on the selected figures of one indicator, or of all of them."""
    shown = select_figures(selection, indicator)
    if shown.empty:
        return "No figure fits this selection"
    return all_headline(shown) if indicator == ALL else figures_headline(shown)


def figures_headline(figures: pd.DataFrame) -> str:
    """One sentence on what is shown of one indicator: who has how much as of when; compared only where one series holds.

    `figures`: those of `figures.city_figures` for one indicator, at least one.
    """
    rows = leading(figures)
    rows = rows[rows["principal"]] if rows["principal"].any() else rows
    start = f"{rows['indicator'].iloc[0]}: "
    alone = rows.groupby("series_id")["city_id"].transform("size") == 1
    rows = rows.assign(alone=alone).sort_values("alone", kind="stable")
    rows["said"] = _said(rows)
    alone = rows["alone"]
    groups = [_together(group) for _, group in rows[~alone].groupby("series_id", sort=False)]
    groups += [_apart(rows[alone], bool(groups))] if alone.any() else []
    return start + "; ".join(groups)


def _together(rows: pd.DataFrame) -> str:
    how = "in one series" if method_told(rows["definition"].iloc[0]) else "in one series, whose method is not told"
    return f"{joined(list(rows['said']))}, {how}"


def _apart(rows: pd.DataFrame, others: bool) -> str:
    return joined(list(rows["said"])) + (", each counted in its own way" if len(rows) > 1 else ", counted in its own way" if others else "")


def _said(rows: pd.DataFrame) -> list[str]:
    """Each place's figure with its day; where all have one long unit, only the first says it."""
    once = rows["unit_text"].nunique() == 1 and len(rows["unit_text"].iloc[0]) > SHORT_UNIT
    figures = [row.figure if not once or number == 0 else row.value_text for number, row in enumerate(rows.itertuples())]
    return [f"{row.city} {figure} ({row.as_of_text})" for figure, row in zip(figures, rows.itertuples(), strict=True)]


def all_headline(figures: pd.DataFrame) -> str:
    """One sentence on all indicators at once."""
    rows = figures[figures["principal"]]
    shared = rows.groupby("series_id")["city_id"].nunique()
    both = rows[rows["series_id"].isin(shared.index[shared > 1])]["indicator_id"].nunique()
    number, cities = rows["indicator_id"].nunique(), list(dict.fromkeys(rows["city"]))
    if not cities:
        return f"{figures['indicator_id'].nunique()} indicators were read, none of them for a member of the relationships"
    return f"{number} indicators were read for {joined(cities)}; {both} of them in one series for two or more of these"


def activity_headline(selection: Selection) -> str:
    """One sentence on how many of the selected events each compared city is named with."""
    numbers, names = events_of_cities(selection), cities(selection)
    counts = sorted(((numbers.get(key, 0), name) for key, name in names.items()), key=lambda pair: (-pair[0], pair[1]))
    if not numbers:
        return "No event of these cities fits this selection"
    (most, leader), *rest = counts
    others = [f"{name} with {number or 'none'}" for number, name in rest]
    return f"{leader} is named with {most} event{'' if most == 1 else 's'}" + (f", {joined(others)}" if others else "")


def evenings_headline(selection: Selection) -> str:
    """One sentence on guests and beer at the selected evenings."""
    rows = evenings(selection)
    if rows.empty:
        return "No Düsseldorf Evening fits this selection"
    number = rows["event_id"].nunique()
    start = f"Düsseldorf Evenings in Tokyo, {number} event{'' if number == 1 else 's'} on record"
    said = []
    for measure in ("guests", "altbier"):
        some = rows[rows["measure"] == measure].dropna(subset="value")
        if len(some):
            top = some.sort_values("value", kind="stable").iloc[-1]
            most = "most guests" if measure == "guests" else "most Altbier"
            said.append(f"{most} in {top['year']} ({top['figure']}), of {len(some)} with a figure")
    return f"{start}: {' and '.join(said)}" if said else f"{start}, none with a figure of guests or beer"
