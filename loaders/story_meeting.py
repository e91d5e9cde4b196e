"""How and where the partners met, what is only announced, and what rests on one source."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from loaders.events import OUTCOME_UNKNOWN, Events
from loaders.events.filters import Filters
from loaders.facts import FactBase
from loaders.story import ROWS, Sentence, subject, times, told, view

MODES = (("in person", ("in person",)), ("online, wholly or in part", ("both", "online")), ("not recorded", ("unknown",)))
WAYS = (("from Germany to Japan", "DE", "JP"), ("from Japan to Germany", "JP", "DE"))
Kinds = list[tuple[str, tuple[str, ...]]]


def modes(events: Events, filters: Filters) -> Kinds:
    """The ways of meeting that the selection has, each with the codes of `mode` that a click on it chooses."""
    base = subject(events, filters)
    found = [(name, tuple(code for code in codes if not base.mode or code in base.mode)) for name, codes in MODES]
    return [(name, codes) for name, codes in found if codes and len(told(events, replace(base, mode=codes)))]


def journeys(events: Events, filters: Filters, facts: FactBase) -> Kinds:
    """The directions that the selection's journeys have, each with the codes of `journey` that a click on it chooses."""
    base = subject(events, filters)
    countries = facts.table("cities").set_index("city_id")["country"]
    codes = [code for code in sorted(set(events.links["journey"]["code"])) if not base.journey or code in base.journey]
    found = [(name, tuple(code for code in codes if [countries.get(city) for city in code.split(">")] == pair)) for name, *pair in WAYS]
    return [(name, codes) for name, codes in found if codes and len(told(events, replace(base, journey=codes)))]


def by_year(events: Events, filters: Filters, facet: str, kinds: Sequence) -> pd.DataFrame:
    """One row is one year and kind of the held events that headlines count: `year`, `kind`, `events`, and `clicked`: how many the view of that year and kind alone counts.

    There a part counts whose whole is of another year or kind, and what may be the same as such an event. `kinds`: of `facet`, see `modes`, `journeys`.
    """
    base = subject(events, filters)
    tables = [_yearly(events, replace(base, **{facet: codes})).assign(kind=name) for name, codes in kinds]
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=["year", "events", "clicked", "kind"])


def _yearly(events: Events, chosen: Filters) -> pd.DataFrame:
    """One row is one year of what `chosen` selects: `year`, `events`, `clicked`."""
    counted, rows = told(events, chosen), told(events, chosen, ROWS)
    table = counted.groupby("year").size().rename("events").reset_index()
    parts = rows[(rows["status"] == "held") & ~rows["event_id"].isin(counted["event_id"])]
    apart = set(parts["year"].dropna())
    clicked = [len(told(events, replace(chosen, years=(year, year)))) if year in apart else None for year in map(int, table["year"])]
    return table.assign(clicked=pd.Series(clicked, index=table.index, dtype="Int64").fillna(table["events"]).astype("int64"))


def apart(table: pd.DataFrame) -> str:
    """Of which columns (see `by_year`) the view that a click opens counts another number, and why; blank where of none."""
    rows = table[table["clicked"] != table["events"]]
    if rows.empty:
        return ""
    numbers = [f"{row.year} {row.kind}: {row.clicked}, not {row.events}" for row in rows.itertuples()]
    return f"There, what is a part of an event of another year or kind, or may be the same as one, counts too ({'; '.join(numbers)})."


def meeting(events: Events, filters: Filters) -> list[Sentence]:
    """How many held events were in person, how many online, and of how many it is not recorded."""
    base = subject(events, filters)
    views = [view(events, replace(base, mode=codes), name) for name, codes in modes(events, filters)]
    if not views:
        return []
    words = "; ".join(f"{times(one.number)} {one.label}" for one in views)
    some = [one for one in views if one.label == MODES[1][0]] or views[:1]
    return [Sentence(f"How they met: {words}.", tuple(some), tuple(views))]


def directions(events: Events, filters: Filters, facts: FactBase) -> list[Sentence]:
    """How many held events had a journey from one country to the other, each way."""
    base = subject(events, filters)
    views = [view(events, replace(base, journey=codes), name, page="map") for name, codes in journeys(events, filters, facts)]
    words = "; ".join(f"{times(one.number)} with a journey {one.label}" for one in views)
    return [Sentence(f"Who travelled: {words}.", tuple(views))] if views else []


def outcome_unknown(events: Events, filters: Filters) -> pd.DataFrame:
    """The rows of `events` of the relationships that were announced, whose day has passed, and of which no outcome is known."""
    rows = told(events, subject(events, filters), ROWS)
    return rows[(rows["status_text"] == OUTCOME_UNKNOWN) & (rows["tie_scope"] == "subject")]


def announced(events: Events, filters: Filters) -> list[Sentence]:
    """What is on record only as announced, and for how much of it the day has passed without word."""
    base = subject(events, filters)
    if base.status and "planned" not in base.status:
        return []
    wanted = view(events, replace(base, status=("planned",)), "what was announced", counts=ROWS)
    if not wanted.number:
        return []
    unknown, verb = len(outcome_unknown(events, filters)), "is" if wanted.number == 1 else "are"
    text = f"{times(wanted.number)} {verb} on record only as announced"
    if unknown == wanted.number:
        return [
            Sentence(f"{text}; {'its day has' if unknown == 1 else 'their days have'} passed, and what came of it is not known.", (wanted,))
        ]
    passed = replace(wanted, number=unknown)
    return [Sentence(f"{text}; for {unknown} of them the day has passed, and what came of it is not known.", (wanted,), (wanted, passed))]


def one_source(events: Events, filters: Filters) -> list[Sentence]:
    """How many events rest on one independent source, of how many."""
    base = subject(events, filters)
    if base.witnesses and "1" not in base.witnesses:
        return []
    seen = view(events, replace(base, witnesses=("1",)), "what rests on one source", counts=ROWS)
    if not seen.number:
        return []
    whole = view(events, base, "all events", counts=ROWS)
    text = f"One source only: {seen.number} of {times(whole.number)} {'rests' if seen.number == 1 else 'rest'} on one independent source alone."
    return [Sentence(text, (seen,), (seen, whole))]
