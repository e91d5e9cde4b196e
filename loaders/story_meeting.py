"""How and where the partners met, what is only announced, and what rests on one source."""

from dataclasses import replace

import pandas as pd

from loaders.events import OUTCOME_UNKNOWN, Events
from loaders.facts import FactBase
from loaders.filters import Filters
from loaders.story import ROWS, Sentence, named, subject, times, told, view

MODES = (("in person", ("in person",)), ("online, wholly or in part", ("both", "online")), ("not recorded", ("unknown",)))
WAYS = (("from Germany to Japan", "DE", "JP"), ("from Japan to Germany", "JP", "DE"))


def modes_by_year(events: Events, filters: Filters) -> pd.DataFrame:
    """One row is one year and way of meeting of the held events that headlines count: `year`, `mode`, `events`."""
    rows = told(events, subject(events, filters))
    names = {code: name for name, codes in MODES for code in codes}
    table = rows.assign(mode=rows["mode"].map(names)).groupby(["year", "mode"]).size().rename("events")
    return table.reset_index()


def meeting(events: Events, filters: Filters) -> list[Sentence]:
    """How many held events were in person, online and neither recorded."""
    base, views = subject(events, filters), []
    for name, codes in MODES:
        if codes := tuple(code for code in codes if not base.mode or code in base.mode):
            views.append(view(events, replace(base, mode=codes), name))
    views = [one for one in views if one.number]
    words = "; ".join(f"{times(one.number)} {one.label}" for one in views)
    return [Sentence(f"How they met: {words}.", tuple(views))] if views else []


def directions(events: Events, filters: Filters, facts: FactBase) -> list[Sentence]:
    """How many held events had a journey from one country to the other, each way."""
    base, views = subject(events, filters), []
    countries = facts.table("cities").set_index("city_id")["country"]
    codes = [code for code in sorted(set(events.links["journey"]["code"])) if not base.journey or code in base.journey]
    for name, *pair in WAYS:
        if some := tuple(code for code in codes if [countries.get(city) for city in code.split(">")] == pair):
            views.append(view(events, replace(base, journey=some), name, page="map"))
    views = [one for one in views if one.number]
    words = "; ".join(f"{times(one.number)} with a journey {one.label}" for one in views)
    return [Sentence(f"Who travelled: {words}.", tuple(views))] if views else []


def announced(events: Events, filters: Filters) -> list[Sentence]:
    """What is on record only as announced, and for how much of it the day has passed without word."""
    base = subject(events, filters)
    if base.status and "planned" not in base.status:
        return []
    wanted = replace(base, status=("planned",))
    rows = told(events, wanted, ROWS)
    if rows.empty:
        return []
    unknown = rows[rows["status_text"] == OUTCOME_UNKNOWN]
    text = f"Announced: {times(len(rows))} {'is' if len(rows) == 1 else 'are'} on record only as announced; of {len(unknown)} the day has passed and the outcome is not known."
    return [Sentence(text, (view(events, wanted, "announced", counts=ROWS), named(wanted, "outcome not known", unknown)))]


def one_source(events: Events, filters: Filters) -> list[Sentence]:
    """How many events rest on one independent source, of how many."""
    base = subject(events, filters)
    if base.witnesses and "1" not in base.witnesses:
        return []
    seen, whole = (
        view(events, replace(base, witnesses=("1",)), "these events", counts=ROWS),
        view(events, base, "all events", counts=ROWS),
    )
    if not seen.number:
        return []
    text = f"One source only: {times(seen.number)} of {whole.number} {'rests' if seen.number == 1 else 'rest'} on one independent source alone."
    return [Sentence(text, (seen, whole))]
