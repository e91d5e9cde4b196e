"""The one filter on every table: which rows of it belong to a selection, by one rule a table."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pandas as pd

from loaders.events.filters import CERTAINLY, POSSIBLY, Filters
from loaders.events.links import rows_by_code, rows_by_event, rows_by_span, rows_by_subject
from loaders.events.rules import RULES, Rule, Way
from loaders.events.selection import Selection
from loaders.events.table import FACETS
from loaders.facts import FactBase
from loaders.keeping import derived, derived_table

NARROWING = ("years", *FACETS)


@derived_table
def narrowed(selection: Selection, name: str) -> pd.Series:
    """Which rows of one table the selection's filters leave, all but their text, aligned with `facts.table(name)`.

    Choices that do not apply to the table leave all of its rows. Raises FaultyData where the table, or one that its rule asks, has faults.
    """
    rule, table = RULES[name], selection.facts.table(name)
    keep = _by_rule(selection, name, rule)
    if rule.whole is not None:
        keep = np.where(table[rule.events.column].notna(), keep, _by_rule(selection, name, rule.whole))
    return pd.Series(keep, index=table.index)


def _by_rule(selection: Selection, name: str, rule: Rule) -> np.ndarray:
    facts, filters = selection.facts, selection.filters
    size = len(facts.frames[name])
    chosen = [choice for choice in NARROWING if is_made(filters, choice) and not rule.ignores(choice)]
    met = {choice: _met(facts, name, rule.own[choice], choice, filters) for choice in chosen if choice in rule.own}
    certainty = () if "years" in rule.own else ("certainty",)
    others = _only(filters, [*(choice for choice in chosen if choice not in rule.own), *certainty])
    asked = replace(others, background=False, certainty=POSSIBLY).chosen
    if rule.either:
        named = _of_events(selection, name, rule.events, _only(filters, [*chosen, *certainty]))
        return _all_of(size, [met.pop("city")] if "city" in met else []) & (named | (_all_of(size, met.values()) & (not asked)))
    keep = _all_of(size, met.values())
    if asked and rule.about:
        keep &= _about_shown(selection.other(others), name)
    elif rule.events and (asked or not rule.own):
        keep &= _of_events(selection, name, rule.events, others)
    return keep


def _all_of(size: int, masks: Iterable[np.ndarray]) -> np.ndarray:
    return np.logical_and.reduce([np.ones(size, dtype="bool"), *masks])


def with_parts(facts: FactBase, cities: Iterable[str]) -> set[str]:
    """These cities, states and prefectures, and all that lies in them, to any depth."""
    parts = _parts_of(facts)
    found: set[str] = set()
    more = set(cities)
    while more:
        found |= more
        more = {part for city in more for part in parts.get(city, ())} - found
    return found


@derived
def _parts_of(facts: FactBase) -> dict[str, list[str]]:
    """Per city, state or prefecture, what lies in it directly."""
    found: dict[str, list[str]] = {}
    table = facts.table("cities").dropna(subset="part_of")
    for city, whole in zip(table["city_id"], table["part_of"], strict=True):
        found.setdefault(whole, []).append(city)
    return found


def _only(filters: Filters, names: list[str]) -> Filters:
    """The filters with these choices and no other, with or without the background as before; the undated belong to the years."""
    kept = {name: getattr(filters, name) for name in names}
    return Filters(**kept, undated=filters.undated and "years" in names, background=filters.background)


def _met(facts: FactBase, name: str, way: Way, choice: str, filters: Filters) -> np.ndarray:
    if choice == "years":
        return _in_years(facts, name, way.column, filters)
    return _at(len(facts.frames[name]), rows_by_code(facts, name, way).of(getattr(filters, choice)))


def _at(size: int, places: np.ndarray) -> np.ndarray:
    mask = np.zeros(size, dtype="bool")
    mask[places] = True
    return mask


def _of_events(selection: Selection, name: str, way: Way, filters: Filters) -> np.ndarray:
    """Which rows the way leads to an event that these filters select."""
    rows, events = rows_by_event(selection.store, name, way)
    return _at(len(selection.facts.frames[name]), rows[selection.other(filters).mask[events]])


def _about_shown(selection: Selection, name: str) -> np.ndarray:
    """Which rows speak of a row that the selection leaves."""
    subjects = rows_by_subject(selection.facts, name).items()
    shown = [rows[narrowed(selection, other).to_numpy()[others]] for other, (rows, others) in subjects]
    return _at(len(selection.facts.frames[name]), np.concatenate([np.empty(0, dtype="int64"), *shown]))


def _in_years(facts: FactBase, name: str, column: str, filters: Filters) -> np.ndarray:
    """Whether the row's date touches the years: a figure or a search may be of several. The undated only where they are asked for."""
    spans, undated = rows_by_span(facts, name, column)
    touching = spans["row"].to_numpy()[spans_within(spans, filters)] if filters.years else []
    return _at(len(undated), touching) | (undated & filters.undated)


def spans_within(spans: pd.DataFrame, filters: Filters) -> pd.Series:
    """Which rows of `spans` (as `dates.span_table` gives them) lie in the filter's years, possibly or certainly as it says."""
    first = pd.Timestamp(year=filters.years[0], month=1, day=1).as_unit("s")
    last = pd.Timestamp(year=filters.years[1], month=12, day=31).as_unit("s")
    if filters.certainty == CERTAINLY:
        began, ended = spans["start_latest"].fillna(spans["end"]), spans["end_earliest"].fillna(spans["start"])
        return (began <= last) & (ended >= first) & ~(spans["uncertain"] | spans["approximate"])
    return (spans["start"].isna() | (spans["start"] <= last)) & (spans["end"].isna() | (spans["end"] >= first))


def is_made(filters: Filters, choice: str) -> bool:
    """Whether anything is chosen by this name."""
    return bool(getattr(filters, choice)) or (choice == "years" and filters.undated)
