"""The one filter on every table: which rows of it belong to a selection, by one rule a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from loaders.dates import date_table, span_table
from loaders.events import FACETS, Events
from loaders.facts import FactBase
from loaders.filters import Filters, mask, select

NARROWING = ("years", *FACETS)
SAID_OF = "evidence of "


@dataclass(frozen=True)
class Way:
    """How a row is led to a code: by its own `column`, or by the rows of `table` that have the same `column` and hold the `code`."""

    column: str
    table: str = ""
    code: str = ""


@dataclass(frozen=True)
class Rule:
    """What narrows one table: choices that the row meets itself, and the way to the events that must meet all others.

    `own`: per choice of the filter, the way to the row's own codes; `years` leads to a column of EDTF dates.
    `events`: None where no event is asked. `about`: the row speaks of a row of another table (`table`, `key`), which must be shown.
    """

    own: Mapping[str, Way] = field(default_factory=dict)
    events: Way | None = None
    about: bool = False

    def ignores(self, name: str) -> bool:
        """Whether this choice of the filter does not narrow the table."""
        return name not in self.own and self.events is None and not self.about


def _said(name: str, key: str) -> Way:
    return Way(key, SAID_OF + name, "source_id")


_OF_EVENT = Rule(events=Way("event_id"))
_OF_ROW = Rule({"source": Way("source_id")}, about=True)
_NONE = Rule()

RULES: Mapping[str, Rule] = {
    "sources": Rule({"source": Way("source_id")}, events=Way("source_id", SAID_OF + "events", "event_id")),
    "cities": Rule({"city": Way("city_id"), "source": _said("cities", "city_id")}, events=Way("city_id", "event_places", "event_id")),
    "sectors": _NONE,
    "ties": Rule(
        {"tie": Way("tie_id"), "city": Way("tie_id", "tie_cities", "city_id"), "source": _said("ties", "tie_id")},
        events=Way("tie_id", "events", "event_id"),
    ),
    "tie_cities": Rule(
        {"tie": Way("tie_id"), "city": Way("tie_id", "tie_cities", "city_id"), "source": _said("tie_cities", "tie_city_id")},
        events=Way("tie_id", "events", "event_id"),
    ),
    "organisations": Rule(
        {"city": Way("city_id"), "source": _said("organisations", "organisation_id")},
        events=Way("organisation_id", "participants", "event_id"),
    ),
    "people": Rule({"source": _said("people", "person_id")}, events=Way("person_id", "participants", "event_id")),
    "sites": Rule(
        {"city": Way("city_id"), "sector": Way("sector_id"), "source": _said("sites", "site_id")},
        events=Way("site_id", "event_places", "event_id"),
    ),
    "programmes": Rule(
        {"sector": Way("sector_id"), "source": _said("programmes", "programme_id")}, events=Way("programme_id", "events", "event_id")
    ),
    "events": _OF_EVENT,
    "event_places": _OF_EVENT,
    "participants": _OF_EVENT,
    "measures": _OF_EVENT,
    "indicators": _NONE,
    "series": _NONE,
    "observations": Rule(
        {
            "years": Way("as_of"),
            "city": Way("city_id"),
            "tie": Way("city_id", "tie_cities", "tie_id"),
            "source": _said("observations", "observation_id"),
        }
    ),
    "evidence": _OF_ROW,
    "corrections": _OF_ROW,
    "searches": _OF_EVENT,
    "vocabulary": _NONE,
}


def narrowed(facts: FactBase, events: Events, name: str, filters: Filters) -> pd.Series:
    """Which rows of one table the filters leave, all but their text, aligned with `facts.table(name)`.

    Choices that do not apply to the table leave all of its rows.
    """
    rule, table = RULES[name], facts.table(name)
    keep = pd.Series(True, index=table.index)
    chosen = [choice for choice in NARROWING if getattr(filters, choice) and not rule.ignores(choice)]
    for choice in chosen:
        if choice in rule.own:
            keep &= _met(facts, table, name, rule.own[choice], choice, filters)
    others = _only(filters, [choice for choice in chosen if choice not in rule.own])
    if others.chosen and rule.about:
        keep &= _about_shown(facts, events, table, others)
    elif others.chosen:
        keep &= _led_to(facts, table, rule.events, select(events, others).rows["event_id"])
    return keep


def _only(filters: Filters, names: list[str]) -> Filters:
    """The filters with these choices and no other; certainty belongs to the years."""
    kept = {name: getattr(filters, name) for name in names}
    return Filters(**kept, certainty=filters.certainty) if "years" in names else Filters(**kept)


def _met(facts: FactBase, table: pd.DataFrame, name: str, way: Way, choice: str, filters: Filters) -> pd.Series:
    if choice == "years":
        return _in_years(table, facts.schema[name].key, way.column, filters)
    return _led_to(facts, table, way, getattr(filters, choice))


def _led_to(facts: FactBase, table: pd.DataFrame, way: Way, codes) -> pd.Series:
    if not way.table:
        return table[way.column].isin(codes)
    links = _links(facts, way)
    return table[way.column].isin(links.loc[links[way.code].isin(codes), way.column])


def _links(facts: FactBase, way: Way) -> pd.DataFrame:
    if not way.table.startswith(SAID_OF):
        return facts.table(way.table).dropna(subset=[way.column])
    name = way.table.removeprefix(SAID_OF)
    said = facts.table("evidence")
    return said[said["table"] == name].rename(columns={"key": facts.schema[name].key})


def _about_shown(facts: FactBase, events: Events, table: pd.DataFrame, filters: Filters) -> pd.Series:
    keep = pd.Series(False, index=table.index)
    for name, rows in table.groupby("table"):
        shown = facts.table(name)[facts.schema[name].key][narrowed(facts, events, name, filters)]
        keep[rows.index] = rows["key"].isin(shown)
    return keep


def _in_years(table: pd.DataFrame, key: str, column: str, filters: Filters) -> pd.Series:
    """Dated rows meet the years as events do: by all that their date may mean, and undated ones only where doubt is let in."""
    dates = table.set_index(key)[column]
    rows = date_table(dates).rename_axis("event_id").reset_index()
    spans = span_table(dates).rename(columns={"row": "event_id"})
    return pd.Series(mask(Events(rows, spans, {}), _only(filters, ["years"])).to_numpy(), index=table.index)


def narrowing_text(name: str) -> str:
    """One sentence on how the filter narrows a table, generated from its rule."""
    rule = RULES[name]
    own = [choice for choice in NARROWING if choice in rule.own]
    ignored = [choice for choice in NARROWING if rule.ignores(choice)]
    if len(ignored) == len(NARROWING):
        return "Of the filter, only Search narrows this table: its rows belong to all events alike."
    if rule == _OF_EVENT:
        return "The filter narrows this table as it narrows the events." if name == "events" else "A row is shown where its event is."
    read = f"{_listed(own)} {'is' if len(own) == 1 else 'are'} read from the row itself" if own else ""
    rest = "the other choices from " + ("the row that it is about" if rule.about else "its events")
    tail = f"{_listed(ignored)} {'does' if len(ignored) == 1 else 'do'} not narrow this table" if ignored else rest
    return f"{read[0].upper()}{read[1:]}; {tail}."


def _listed(names: list[str]) -> str:
    words = ["relationship" if name == "tie" else name for name in names]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
