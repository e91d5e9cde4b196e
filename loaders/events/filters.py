"""The one filter: what a page, an address, a download and a data route select by, under the same names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR
from types import MappingProxyType

import pandas as pd

from loaders.events.table import FACETS, Events
from loaders.folding import forms, holds_all
from loaders.views import pair_key

POSSIBLY, CERTAINLY = "possibly", "certainly"
CERTAINTIES = (POSSIBLY, CERTAINLY)
NO_YEAR, YES = "none", "yes"
NO_WORD = ("",)  # chosen in a facet, it selects nothing
LONGEST_TEXT = 200
LONGEST_SHOWN = 40
UNKNOWN, NOT_A_YEAR, OUTSIDE, TOO_LONG, NO_LETTER = "unknown", "not-a-year", "outside", "too-long", "no-letter"
NAMES = ("years", *FACETS, "background", "certainty", "text")
"""The parameters of an address that say a filter."""


@dataclass(frozen=True)
class Choices:
    """What the filter's words may be: per facet the codes in use, and the first and last year of all."""

    codes: Mapping[str, tuple[str, ...]]
    years: tuple[int, int]


def choices(events: Events) -> Choices:
    """The words that select at least one of the events; any year where none of them is dated."""
    codes = {facet: tuple(sorted(set(table["code"]))) for facet, table in events.links.items()}
    first, last = events.rows["year"].min(), events.rows["year"].max()
    return Choices(MappingProxyType(codes), (MINYEAR, MAXYEAR) if pd.isna(first) else (int(first), int(last)))


@dataclass(frozen=True)
class Wrong:
    """What an address says wrongly: a value of one parameter, why (a word such as UNKNOWN), and the words that are allowed."""

    parameter: str
    value: str
    reason: str
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Filters:
    """A selection of events: nothing chosen in a facet selects everything; several words of one facet are alternatives.

    `years`: first and last year, of the one year that each event has (`table.year`). `undated`: what has no year, beside those of
    `years` or alone. `certainty`: `certainly` leaves out what may lie in another year. `background`: with what belongs to none of the
    relationships that the data set is about; a chosen relationship (`tie`) is shown in any case. `city`: named with the event in any
    part; `venue`: in which it was held. `pair`: two cities that both took part, as `views.city_pairs` names them. `organisation`: who took
    part; `partner`: who took part beside them, so that the two together ask for joint events. `person`: who took part in a public role.
    `location`: sites. `journey`: ways, as `views.ways` names them. `kind`: forms of event. `text`: words that all occur, see `folding.holds_all`.
    """

    years: tuple[int, int] | None = None
    undated: bool = False
    sector: tuple[str, ...] = ()
    tie: tuple[str, ...] = ()
    city: tuple[str, ...] = ()
    venue: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    location: tuple[str, ...] = ()
    journey: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()
    primary: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    background: bool = False
    certainty: str = POSSIBLY
    text: str = ""

    def to_query(self) -> dict[str, list[str]]:
        """The parameters of an address that says this selection; what is not chosen is left out."""
        query = {"years": [*(str(year) for year in self.years or ()), *[NO_YEAR] * self.undated]}
        query |= {facet: list(getattr(self, facet)) for facet in FACETS}
        query["background"] = [YES] * self.background
        query["certainty"] = [self.certainty] * (self.certainty != POSSIBLY)
        query["text"] = [self.text] * bool(self.text)
        return {name: values for name, values in query.items() if values}

    def after(self, **chosen: object) -> "Filters":
        """After these choices, each in the place of that of its name. Where years are chosen, what has none goes with the years of before."""
        return replace(self, **{**({"undated": False} if "years" in chosen else {}), **chosen})

    def sharing(self, **chosen: tuple) -> "Filters":
        """After these choices as far as what was chosen before leaves them: of each name only the words, or the years, of both.

        Where the two have none in common, what is chosen selects nothing.
        """
        return self.after(
            **{name: self._shared_years(words) if name == "years" else self._shared(name, words) for name, words in chosen.items()}
        )

    def _shared(self, name: str, words: tuple[str, ...]) -> tuple[str, ...]:
        before = getattr(self, name)
        return tuple(word for word in words if word in before) or NO_WORD if before else words

    def _shared_years(self, years: tuple[int, int]) -> tuple[int, int]:
        """The years of both; the first after the last where there are none."""
        first, last = self.years or ((MAXYEAR, MINYEAR) if self.undated else years)
        return max(first, years[0]), min(last, years[1])

    @property
    def narrowing(self) -> bool:
        """Whether more is chosen than a relationship: then what is shown is a part of what the relationships did."""
        return replace(self, tie=(), background=False) != Filters()

    @property
    def chosen(self) -> bool:
        """Whether anything is chosen at all."""
        return self != Filters()

    @property
    def with_background(self) -> bool:
        """Whether what belongs to no relationship of the data set is shown too, as far as the other choices leave it."""
        return self.background or bool(self.tie)


def from_query(query: Mapping[str, Iterable[str]], allowed: Choices) -> tuple[Filters, list[Wrong]]:
    """The selection that an address says, and each value that it says wrongly: left out, or cut to what can be; the rest holds.

    Parameters with other names are not looked at.
    """
    wrong: list[Wrong] = []
    chosen = {facet: _words(facet, query.get(facet, ()), allowed.codes.get(facet, ()), wrong) for facet in FACETS}
    certainty = _words("certainty", query.get("certainty", ()), CERTAINTIES, wrong)
    background = _words("background", query.get("background", ()), (YES,), wrong)
    said = list(query.get("years", ()))
    years = _years([value for value in said if value != NO_YEAR], allowed.years, wrong)
    text = _text(list(query.get("text", ())), wrong)
    certain = CERTAINLY if CERTAINLY in certainty else POSSIBLY
    wrong.sort(key=lambda one: list(query).index(one.parameter))
    return Filters(years=years, undated=NO_YEAR in said, background=bool(background), certainty=certain, text=text, **chosen), wrong


def harmless(value: str) -> str:
    """A value from outside, made harmless and short enough to repeat in a notice."""
    plain = "".join(letter if letter.isprintable() else "·" for letter in value)
    return plain if len(plain) <= LONGEST_SHOWN else plain[:LONGEST_SHOWN] + "…"


def said_text(words: str) -> str:
    """The text that is searched for where a reader types these words; blank where they have no letter or figure."""
    return _text([words], [])


def _words(name: str, values: Iterable[str], known: tuple[str, ...], wrong: list[Wrong]) -> tuple[str, ...]:
    if name == "pair":
        values = [pair_key(*value.split("~")) if value.count("~") == 1 else value for value in values]
    values = list(dict.fromkeys(values))
    wrong += [Wrong(name, value, UNKNOWN, known) for value in values if value not in known]
    return tuple(sorted(value for value in values if value in known))


def _years(values: list[str], bounds: tuple[int, int], wrong: list[Wrong]) -> tuple[int, int] | None:
    allowed = (f"{bounds[0]} to {bounds[1]}", NO_YEAR)
    right = [value for value in values if value.isascii() and value.isdigit() and len(value) <= 4]
    wrong += [Wrong("years", value, NOT_A_YEAR, allowed) for value in values if value not in right]
    if not right:
        return None
    years = [int(value) for value in right]
    wrong += [Wrong("years", value, OUTSIDE, allowed) for value in dict.fromkeys(right) if not bounds[0] <= int(value) <= bounds[1]]
    return tuple(min(max(year, bounds[0]), bounds[1]) for year in (min(years), max(years)))


def _text(values: list[str], wrong: list[Wrong]) -> str:
    text = " ".join(" ".join(values).split()).encode("utf-8", "replace").decode("utf-8")
    if len(text) > LONGEST_TEXT:
        wrong.append(Wrong("text", text, TOO_LONG))
    text = text[:LONGEST_TEXT].strip()
    if text and not forms(text):
        wrong.append(Wrong("text", text, NO_LETTER))
        return ""
    return text


def mask(events: Events, filters: Filters) -> pd.Series:
    """Which rows of `events` the filters select, by the plain rule; aligned with `events.rows`. `Selection` answers the same faster."""
    rows = events.rows
    keep = pd.Series(True, index=rows.index)
    for facet in FACETS:
        words = getattr(filters, facet)
        if words:
            links = events.links[facet]
            keep &= rows["event_id"].isin(links.loc[links["code"].isin(words), "event_id"])
    if filters.years or filters.undated:
        first, last = filters.years or (MAXYEAR, MINYEAR)
        keep &= rows["year"].between(first, last).fillna(filters.undated).astype("bool")
    if filters.certainty == CERTAINLY:
        keep &= ~rows["doubtful"]
    if not filters.with_background:
        keep &= ~rows["background"]
    if filters.text:
        keep &= holds_all(rows["search"], filters.text)
    return keep


def select(events: Events, filters: Filters) -> Events:
    """The events that the filters select, by the plain rule."""
    return events.where(mask(events, filters))


def facet_counts(events: Events, filters: Filters) -> dict[str, dict[str, int]]:
    """Per facet and code, how many events choosing that code alone in its facet would show, all else as chosen, by the plain rule."""
    counts = {}
    for facet in FACETS:
        free = {facet: (), "background": filters.background or facet == "tie"}
        found = select(events, replace(filters, **free)).links[facet]["code"].value_counts()
        counts[facet] = {code: int(found.get(code, 0)) for code in sorted(set(events.links[facet]["code"]))}
    return counts
