"""The phases of the relationships, found by rules that are stated beside them; no year is typed in."""

from dataclasses import replace

import pandas as pd

from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase
from loaders.story import AMONG, ROWS, Sentence, View, named, outermost, span, subject, times, told, view
from loaders.story_hydrogen import RULE, hydrogen_sentence
from loaders.timeline_words import joined
from loaders.views import ways

RULES = (
    "First contacts: the held events that headlines count in the years before a relationship’s first agreement.",
    "Agreements: every held event whose kind is agreement and of which a signatory is known, also one that is a part of a visit.",
    "Online years: years in which at least as many held events were online, wholly or in part, as in person; years with none online do not count.",
    "Return: the first held journey in person from one country to the other, as the places of an event say it, that began in a year after the last online year; of a part of a longer journey, that journey.",
    RULE,
    "A part of an event counts where its whole is not in the view, so numbers of views may add up to more than the headline’s.",
)
ONLINE = ("both", "online")


def online_years(events: Events, filters: Filters) -> list[int]:
    """The years in which as many events or more were online, wholly or in part, as in person."""
    rows = told(events, subject(events, filters))
    there = rows.loc[rows["mode"] == "in person", "year"].value_counts()
    online = rows.loc[rows["mode"].isin(ONLINE), "year"].value_counts().sort_index()
    return [int(year) for year, number in online.items() if number >= there.get(year, 0)]


def phases(events: Events, filters: Filters, facts: FactBase) -> list[Sentence]:
    """One sentence a phase that the data have, in the order first contacts, agreements, online years, return, hydrogen."""
    base = subject(events, filters)
    return [
        *_agreements(events, base, facts),
        *_online(events, base),
        *_returned(events, base, facts),
        *hydrogen_sentence(events, base, facts),
    ]


def _within(filters: Filters, first: int, last: int) -> Filters | None:
    """The same selection in these years, as far as it reaches into them; None where it does not."""
    chosen = filters.years or (first, last)
    years = (max(first, chosen[0]), min(last, chosen[1]))
    return replace(filters, years=years) if years[0] <= years[1] else None


def agreements(events: Events, filters: Filters, facts: FactBase) -> pd.DataFrame:
    """The held rows of `events` of the relationships whose kind is agreement and of which a signatory is known."""
    rows, parts = told(events, subject(events, filters), ROWS), facts.table("participants")
    signed = (rows["kind"] == "agreement") & rows["event_id"].isin(parts.loc[parts["role"] == "signatory", "event_id"])
    return rows[signed & (rows["status"] == "held") & (rows["tie_scope"] == "subject")]


def _agreements(events: Events, base: Filters, facts: FactBase) -> list[Sentence]:
    rows, signed, found = told(events, base, ROWS), agreements(events, base, facts), []
    held = rows[(rows["status"] == "held") & rows["year"].notna() & (rows["tie_scope"] == "subject")]
    for tie in [tie for tie in base.tie if tie in set(held["tie_id"])]:
        name = held.loc[held["tie_id"] == tie, "tie"].iloc[0]
        own = signed[(signed["tie_id"] == tie) & signed["year"].notna()]
        found.append(_agreed(events, replace(base, tie=(tie,)), name, own))
    return found


def _agreed(events: Events, one: Filters, name: str, signed: pd.DataFrame) -> Sentence:
    if signed.empty:
        whole = view(events, one, "all its events", counts=ROWS)
        return Sentence(f"{name}: no agreement is on record as held among {times(whole.number)}.", (whole,))
    first, last = int(signed["year"].min()), int(signed["year"].max())
    counted, years = told(events, one), f"in {first}" if first == last else f"from {first} to {last}"
    number, place = f"{times(len(signed), 'agreement')} {years}", _within(one, first, last)
    said, views = [_signed(one, signed)], [_signed(place, signed)] if place else []
    text = f"{name}: {number}."
    start = int(counted["year"].min()) if len(counted) else first
    if start < first and (place := _within(one, start, first - 1)):
        before = view(events, place, "what came before" if one.narrowing else "first contacts")
        when = f"in {start}" if start == first - 1 else f"from {start} to {first - 1}"
        contacts = (
            f"{AMONG.lower()}, {times(before.number)} {when};" if one.narrowing else f"first contacts in {times(before.number)} {when};"
        )
        text, said, views = f"{name}: {contacts} then {number}.", [before, *said], [before, *views]
    return Sentence(text, tuple(views), tuple(said))


def _signed(place: Filters, signed: pd.DataFrame) -> View:
    return named(place, "the agreements", signed, only_marks=True)


def _online(events: Events, base: Filters) -> list[Sentence]:
    years = online_years(events, base)
    whole = _within(base, years[0], years[-1]) if years else None
    if whole is None:
        return []
    seen = view(events, replace(whole, mode=_modes(base, ONLINE)), "these events")
    when = "in it" if len(years) == 1 else f"from {years[0]} to {years[-1]}"
    text = f"Online years: {span(years)}; {when}, {times(seen.number)} met online, wholly or in part, {of_ties(events, seen.filters)}."
    return [Sentence(text, (seen,))]


def of_ties(events: Events, filters: Filters) -> str:
    """`all of Essen–Koriyama`, or of which relationships what is counted is."""
    rows = told(events, filters)
    names = sorted(set(rows["tie"].dropna()))
    return f"{'all ' if len(names) == 1 < len(rows) else ''}of {joined(names)}"


def online_ties(events: Events, filters: Filters) -> str:
    """Of which relationships the online events of the online years are; see `of_ties`."""
    base, years = subject(events, filters), online_years(events, filters)
    return of_ties(events, replace(base, years=(years[0], years[-1]), mode=_modes(base, ONLINE)))


def _modes(base: Filters, modes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(mode for mode in modes if not base.mode or mode in base.mode)


def back_again(events: Events, filters: Filters, facts: FactBase) -> pd.DataFrame:
    """The row of `events` that is the first held journey in person between two countries after the online years; none where there is none.

    A part of a longer journey that is among them stands for the whole.
    """
    base, years = subject(events, filters), online_years(events, filters)
    rows, trips = told(events, base, ROWS), ways(facts)
    countries = facts.table("cities").set_index("city_id")["country"]
    trips = trips[trips["origin_id"].map(countries) != trips["venue_id"].map(countries)]
    held = (rows["status"] == "held") & (rows["mode"] == "in person") & (rows["tie_scope"] == "subject")
    rows = rows[held & (rows["year"] > max(years, default=9999)).fillna(False)]
    found = rows[rows["event_id"].isin(trips["event_id"])]
    found = rows[rows["event_id"].isin([outermost(key, rows) for key in found["event_id"]])]
    return found.sort_values(["start", "end", "event_id"]).head(1)


def _returned(events: Events, base: Filters, facts: FactBase) -> list[Sentence]:
    back, found = back_again(events, base, facts), []
    for row in back.itertuples():
        place = _within(base, int(row.year), int(row.year))
        views = (named(replace(place, mode=("in person",)), f"{row.year} in person", back),) if place else ()
        doubt = "" if row.start == row.start_latest or row.uncertain else "; the exact day is not known"
        first = f"{AMONG.lower()}, the first journey" if base.narrowing else "the first journey"
        text = f"Return: {first} in person between the two countries after these is “{row.title}”, {row.tie} ({row.date_text}{doubt})."
        found.append(Sentence(text, views, ()))
    return found
