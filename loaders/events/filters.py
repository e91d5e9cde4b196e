"""The one filter: what a page, an address, a download and a data route select by, under the same names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import MAXYEAR, MINYEAR
from types import MappingProxyType

import pandas as pd

from loaders.events.table import FACETS, Events
from loaders.folding import forms, holds_all
from loaders.views import pair_key

POSSIBLY, CERTAINLY = "possibly", "certainly"
CERTAINTIES = (POSSIBLY, CERTAINLY)
LONGEST_TEXT = 200
LONGEST_SHOWN = 40
MOST_NOTICES = 5


@dataclass(frozen=True)
class Choices:
    """What the filter's words may be: per facet the codes in use, and the first and last year of all."""

    codes: Mapping[str, tuple[str, ...]]
    years: tuple[int, int]


def choices(events: Events) -> Choices:
    """The words that select at least one of the events; any year where none of them is dated."""
    codes = {facet: tuple(sorted(set(table["code"]))) for facet, table in events.links.items()}
    first, last = events.rows["start"].dt.year.min(), events.rows["end"].dt.year.max()
    years = (MINYEAR if pd.isna(first) else int(first), MAXYEAR if pd.isna(last) else int(last))
    return Choices(MappingProxyType(codes), years)


@dataclass(frozen=True)
class Filters:
    """A selection of events: nothing chosen in a facet selects everything; several words of one facet are alternatives.

    `years`: first and last year. `certainty`: `possibly` takes what may lie in the years, the undated included;
    `certainly` takes what was, at least in part, in those years however the doubt is settled. `pair`: two cities that
    both took part, as `views.city_pairs` names them. `organisation`: who took part; `partner`: who took part beside them, so that the two together ask for joint events. `person`: who
    took part in a public role. `location`: sites. `journey`: ways, as
    `views.ways` names them. `kind`: forms of event. `text`: words that all occur, see `folding.holds_all`.
    """

    years: tuple[int, int] | None = None
    sector: tuple[str, ...] = ()
    tie: tuple[str, ...] = ()
    city: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    location: tuple[str, ...] = ()
    journey: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()
    primary: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    certainty: str = POSSIBLY
    text: str = ""

    def to_query(self) -> dict[str, list[str]]:
        """The parameters of an address that says this selection; what is not chosen is left out."""
        query = {"years": [str(year) for year in self.years or ()]}
        query |= {facet: list(getattr(self, facet)) for facet in FACETS}
        query["certainty"] = [self.certainty] * (self.certainty != POSSIBLY)
        query["text"] = [self.text] * bool(self.text)
        return {name: values for name, values in query.items() if values}

    @property
    def narrowing(self) -> bool:
        """Whether more is chosen than a relationship: then what is shown is a part of what the relationships did."""
        return replace(self, tie=(), certainty=POSSIBLY) != Filters()

    @property
    def chosen(self) -> bool:
        """Whether anything is chosen at all."""
        return self != Filters()


NAMES = tuple(field.name for field in fields(Filters))


def from_query(query: Mapping[str, Iterable[str]], allowed: Choices) -> tuple[Filters, list[str]]:
    """The selection that an address says, and a notice for each value that it cannot say.

    Values that no event has, years that are no years, and texts too long are left out and named; the rest holds.
    Parameters with other names are not looked at.
    """
    notices: list[str] = []
    chosen = {facet: _codes(facet, query.get(facet, ()), allowed, notices) for facet in FACETS}
    certainty = _certainty(list(query.get("certainty", ())), notices)
    years = _years(list(query.get("years", ())), allowed.years, notices)
    text = _text(list(query.get("text", ())), notices)
    if len(notices) > MOST_NOTICES:
        notices[MOST_NOTICES:] = [f"{len(notices) - MOST_NOTICES} more values of the address were ignored."]
    return Filters(years=years, certainty=certainty, text=text, **chosen), notices


def shown(value: str) -> str:
    """A value from outside, made harmless and short enough to repeat in a notice."""
    plain = "".join(letter if letter.isprintable() else "·" for letter in value)
    return plain if len(plain) <= LONGEST_SHOWN else plain[:LONGEST_SHOWN] + "…"


def _codes(facet: str, values: Iterable[str], allowed: Choices, notices: list[str]) -> tuple[str, ...]:
    known = allowed.codes.get(facet, ())
    if facet == "pair":
        values = [pair_key(*value.split("~")) if value.count("~") == 1 else value for value in values]
    values = list(dict.fromkeys(values))
    notices += [f"{facet}: “{shown(value)}” is not known here and was ignored." for value in values if value not in known]
    return tuple(sorted(value for value in values if value in known))


def _certainty(values: list[str], notices: list[str]) -> str:
    notices += [f"certainty: “{shown(value)}” is not known here and was ignored." for value in values if value not in CERTAINTIES]
    return CERTAINLY if CERTAINLY in values else POSSIBLY


def _years(values: list[str], bounds: tuple[int, int], notices: list[str]) -> tuple[int, int] | None:
    years = [int(value) for value in values if value.isascii() and value.isdigit() and len(value) <= 4]
    wrong = [value for value in values if not (value.isascii() and value.isdigit() and len(value) <= 4)]
    notices += [f"years: “{shown(value)}” is not a year and was ignored." for value in wrong]
    if not years:
        return None
    first, last = (min(max(year, bounds[0]), bounds[1]) for year in (min(years), max(years)))
    if (first, last) != (min(years), max(years)):
        notices.append(f"years: the events lie between {bounds[0]} and {bounds[1]}; {min(years)}–{max(years)} was read as {first}–{last}.")
    return None if (first, last) == bounds else (first, last)


def _text(values: list[str], notices: list[str]) -> str:
    text = " ".join(" ".join(values).split()).encode("utf-8", "replace").decode("utf-8")
    if len(text) > LONGEST_TEXT:
        notices.append(f"text: only the first {LONGEST_TEXT} characters are searched for.")
    text = text[:LONGEST_TEXT].strip()
    if text and not forms(text):
        notices.append(f"text: “{shown(text)}” has no letter or figure and was ignored.")
        return ""
    return text


def mask(events: Events, filters: Filters) -> pd.Series:
    """Which rows of `events` the filters select; aligned with `events.rows`."""
    rows = events.rows
    keep = pd.Series(True, index=rows.index)
    for facet in FACETS:
        words = getattr(filters, facet)
        if words:
            links = events.links[facet]
            keep &= rows["event_id"].isin(links.loc[links["code"].isin(words), "event_id"])
    if filters.years:
        keep &= rows["event_id"].isin(_in_years(events, filters))
    if filters.text:
        keep &= holds_all(rows["search"], filters.text)
    return keep


def _in_years(events: Events, filters: Filters) -> pd.Series:
    undated = events.rows.loc[events.rows["precision"] == "undated", "event_id"].iloc[: None if filters.certainty == POSSIBLY else 0]
    return pd.concat([events.spans.loc[spans_within(events.spans, filters), "event_id"], undated])


def spans_within(spans: pd.DataFrame, filters: Filters) -> pd.Series:
    """Which rows of `spans` (as `dates.span_table` gives them) lie in the filter's years, possibly or certainly as it says."""
    first = pd.Timestamp(year=filters.years[0], month=1, day=1).as_unit("s")
    last = pd.Timestamp(year=filters.years[1], month=12, day=31).as_unit("s")
    if filters.certainty == CERTAINLY:
        began, ended = spans["start_latest"].fillna(spans["end"]), spans["end_earliest"].fillna(spans["start"])
        return (began <= last) & (ended >= first) & ~(spans["uncertain"] | spans["approximate"])
    return (spans["start"].isna() | (spans["start"] <= last)) & (spans["end"].isna() | (spans["end"] >= first))


def select(events: Events, filters: Filters) -> Events:
    """The events that the filters select."""
    return events.where(mask(events, filters))


def facet_counts(events: Events, filters: Filters) -> dict[str, dict[str, int]]:
    """Per facet and code, how many events choosing that code alone in its facet would show, all else as chosen."""
    counts = {}
    for facet in FACETS:
        others = select(events, replace(filters, **{facet: ()}))
        found = others.links[facet]["code"].value_counts()
        counts[facet] = {code: int(found.get(code, 0)) for code in sorted(set(events.links[facet]["code"]))}
    return counts
