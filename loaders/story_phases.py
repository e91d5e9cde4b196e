"""The phases of the relationships, found by rules that are stated beside them; no year is typed in."""

from dataclasses import replace

import pandas as pd

from loaders.events import Events
from loaders.facts import FactBase
from loaders.filters import Filters, select
from loaders.folding import folded
from loaders.story import ROWS, Sentence, View, named, span, subject, times, told, view
from loaders.views import ways

RULES = (
    "First contacts: the held events that headlines count in the years before a relationship’s first agreement.",
    "Agreements: every held event whose kind is agreement, also one that is a part of a visit.",
    "Online years: years in which at least as many held events were online, wholly or in part, as in person; years with none online do not count.",
    "Return: the first held journey in person from one country to the other, as the places of an event say it, that began in a year after the last online year.",
    "Hydrogen: held events whose title (English, German or Japanese), note or programme names hydrogen, Wasserstoff or 水素; a part of an event counts as well.",
    "A part of an event counts where its whole is not in the view, so numbers of views may add up to more than the headline’s.",
)
ONLINE = ("both", "online")
HYDROGEN = ("hydrogen", "wasserstoff", "水素")


def online_years(events: Events, filters: Filters) -> list[int]:
    """The years in which as many events or more were online, wholly or in part, as in person."""
    rows = told(events, subject(events, filters))
    years = sorted(set(rows["year"]))
    number = {
        year: ((rows["year"] == year) & rows["mode"].isin(ONLINE), (rows["year"] == year) & (rows["mode"] == "in person")) for year in years
    }
    return [int(year) for year, (online, there) in number.items() if online.sum() >= max(there.sum(), 1)]


def phases(events: Events, filters: Filters, facts: FactBase) -> list[Sentence]:
    """One sentence a phase that the data have, in the order first contacts, agreements, online years, return, hydrogen."""
    base = subject(events, filters)
    return [*_agreements(events, base), *_online(events, base), *_returned(events, base, facts), *_hydrogen(events, base, facts)]


def _within(filters: Filters, first: int, last: int) -> Filters:
    chosen = filters.years or (first, last)
    return replace(filters, years=(max(first, chosen[0]), max(first, chosen[0], min(last, chosen[1]))))


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
        whole = view(events, one, "all its events", counts=ROWS)
        return [Sentence(f"{name}: no agreement is on record as held among {times(whole.number)}.", (whole,))]
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
    return [Sentence(text.replace(f"; from {years[0]} to {years[-1]}", "; in it") if len(years) == 1 else text, (seen,))]


def back_again(events: Events, filters: Filters, facts: FactBase) -> pd.DataFrame:
    """The row of `events` that is the first held journey in person between two countries after the online years; none where there is none."""
    base, years = subject(events, filters), online_years(events, filters)
    rows, trips = told(events, base, ROWS), ways(facts)
    countries = facts.table("cities").set_index("city_id")["country"]
    trips = trips[trips["origin_id"].map(countries) != trips["venue_id"].map(countries)]
    held = (rows["status"] == "held") & (rows["mode"] == "in person") & (rows["tie_scope"] == "subject")
    found = rows[held & rows["event_id"].isin(trips["event_id"]) & (rows["year"] > max(years, default=9999)).fillna(False)]
    return found.sort_values(["start", "end", "event_id"]).head(1)


def _returned(events: Events, base: Filters, facts: FactBase) -> list[Sentence]:
    back, found = back_again(events, base, facts), []
    for row in back.itertuples():
        place = replace(_within(base, int(row.year), int(row.year)), mode=("in person",))
        doubt = "" if row.start == row.start_latest or row.uncertain else "; the exact day is not known"
        text = f"Return: the first journey in person between the two countries after these is “{row.title}”, {row.tie} ({row.date_text}{doubt})."
        found.append(Sentence(text, (named(place, f"{row.year} in person", back),), ()))
    return found


def _modes(base: Filters, modes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(mode for mode in modes if not base.mode or mode in base.mode)


def hydrogen(events: Events, filters: Filters, facts: FactBase) -> pd.DataFrame:
    """The held rows of `events` whose titles, note or programme name hydrogen, the oldest first."""
    rows = told(events, subject(events, filters), ROWS)
    rows = rows[(rows["status"] == "held") & (rows["tie_scope"] == "subject")]
    names = facts.table("programmes").set_index("programme_id")[["name", "name_de", "name_ja"]].fillna("").agg(" ".join, axis="columns")
    texts = rows[["title", "title_de", "title_ja", "note"]].assign(programme=rows["programme_id"].map(names)).astype("object").fillna("")
    named_in = [any(word in folded(" ".join(map(str, row))) for word in HYDROGEN) for row in texts.itertuples(index=False)]
    return rows[pd.Series(named_in, index=rows.index, dtype=bool)].sort_values(["start", "end", "event_id"])


def _hydrogen(events: Events, base: Filters, facts: FactBase) -> list[Sentence]:
    rows = hydrogen(events, base, facts)
    if rows.empty:
        return []
    first, seen = rows.iloc[0], hydrogen_view(events, base, rows)
    text = f"Hydrogen: {times(seen.number)} {'names' if seen.number == 1 else 'name'} it, parts of visits included; the first is “{first['title']}” ({first['date_text']})."
    return [Sentence(text, (seen,))]


def hydrogen_view(events: Events, base: Filters, rows: pd.DataFrame) -> View:
    """The view of these rows: the search for the word where it finds just these, else the whole with these marked."""
    searched = replace(base, text=f"{base.text} {HYDROGEN[0]}".strip(), status=("held",))
    if set(select(events, searched).rows["event_id"]) == set(rows["event_id"]):
        return view(events, searched, "these events", counts=ROWS)
    return named(base, "these events", rows)
