"""The phases of the relationships, found by rules that are stated beside them; no year is typed in."""

from dataclasses import replace

import pandas as pd

from loaders.events import Events
from loaders.filters import Filters
from loaders.story import HELD, ROWS, Sentence, named, span, subject, times, told, view

RULES = (
    "First contacts: the held events that headlines count in the years before a relationship’s first agreement.",
    "Agreements: every held event whose kind is agreement, also one that is a part of a visit.",
    "Online years: years in which at least as many held events were online, wholly or in part, as in person; years with none online do not count.",
    "Return: the first held event in person that began in a year after the last online year.",
    "Hydrogen: held events whose title, note, places or participants name hydrogen; the years are the first and last of these.",
    "A part of an event counts where its whole is not in the view, so numbers of views may add up to more than the headline’s.",
)
ONLINE = ("both", "online")
HYDROGEN = "hydrogen"


def online_years(events: Events, filters: Filters) -> list[int]:
    """The years in which as many events or more were online, wholly or in part, as in person."""
    rows = told(events, subject(events, filters))
    years = sorted(set(rows["year"]))
    number = {
        year: ((rows["year"] == year) & rows["mode"].isin(ONLINE), (rows["year"] == year) & (rows["mode"] == "in person")) for year in years
    }
    return [int(year) for year, (online, there) in number.items() if online.sum() >= max(there.sum(), 1)]


def phases(events: Events, filters: Filters) -> list[Sentence]:
    """One sentence a phase that the data have, in the order first contacts, agreements, online years, return, hydrogen."""
    base = subject(events, filters)
    return [*_agreements(events, base), *_online(events, base), *_hydrogen(events, base)]


def _within(filters: Filters, first: int, last: int) -> Filters:
    chosen = filters.years or (first, last)
    return replace(filters, years=(max(first, chosen[0]), min(last, chosen[1])))


def _agreements(events: Events, base: Filters) -> list[Sentence]:
    found = []
    for tie in base.tie:
        one = replace(base, tie=(tie,))
        rows = told(events, one, ROWS)
        rows = rows[(rows["status"] == "held") & rows["year"].notna() & (rows["tie_scope"] == "subject")]
        if len(rows):
            found += _agreed(events, one, rows)
    return found


def _agreed(events: Events, one: Filters, rows: pd.DataFrame) -> list[Sentence]:
    name, signed = rows["tie"].iloc[0], rows[rows["kind"] == "agreement"]
    if signed.empty:
        return [Sentence(f"{name}: no agreement is on record as held.", (view(events, one, "all its events", counts=ROWS),))]
    first, last = int(signed["year"].min()), int(signed["year"].max())
    counted, years = told(events, one), f"in {first}" if first == last else f"from {first} to {last}"
    number = f"{times(len(signed), 'agreement')} {years}"
    text, views = f"{name}: {number}.", (named(_within(one, first, last), "these years", signed),)
    if len(counted) and (start := int(counted["year"].min())) < first:
        before = view(events, _within(one, start, first - 1), "first contacts")
        when = f"in {start}" if start == first - 1 else f"from {start} to {first - 1}"
        text, views = f"{name}: first contacts in {times(before.number)} {when}; then {number}.", (before, *views)
    return [Sentence(text, views)]


def _online(events: Events, base: Filters) -> list[Sentence]:
    years = online_years(events, base)
    if not years:
        return []
    whole = _within(base, years[0], years[-1])
    modes = _modes(base, ONLINE)
    seen = view(events, replace(whole, mode=modes), "these events")
    text = f"Online years: {span(years)}; from {years[0]} to {years[-1]}, {times(seen.number)} met online, wholly or in part."
    back = told(events, base)
    back = back[(back["mode"] == "in person") & (back["year"] > years[-1])].sort_values(["start", "end", "event_id"]).head(1)
    found = [Sentence(text.replace(f"; from {years[0]} to {years[-1]}", "; in it") if len(years) == 1 else text, (seen,))]
    for row in back.itertuples():
        place = replace(_within(base, int(row.year), int(row.year)), mode=("in person",))
        after = f"Return: the first event in person after these is “{row.title}” ({row.date_text})."
        found.append(Sentence(after, (named(place, f"in person in {row.year}", back),)))
    return found


def _modes(base: Filters, modes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(mode for mode in modes if not base.mode or mode in base.mode)


def _hydrogen(events: Events, base: Filters) -> list[Sentence]:
    wanted = replace(base, text=base.text if HYDROGEN in base.text.lower().split() else f"{base.text} {HYDROGEN}".strip())
    rows = told(events, wanted, HELD)
    if rows.empty:
        return []
    seen, first, last = view(events, wanted, "these events"), rows["year"].min(), rows["year"].max()
    years = f"in {first}" if first == last else f"from {first} to {last}"
    return [Sentence(f"Hydrogen: {times(seen.number)} {'names' if seen.number == 1 else 'name'} it, {years}.", (seen,))]
