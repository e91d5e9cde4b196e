"""A figure's card: its value, day and definition, what else was counted, and who says so. Figures of cities and of events."""

import pandas as pd

from loaders.card import Card, confidence_of, links, own_claims, row_of, said_of, sources_of, text_of
from loaders.datetext import date_text
from loaders.event_card import measure_text
from loaders.events import Events
from loaders.facts import FactBase
from loaders.numbers import NO_DATE, spaced, unit_text
from loaders.numbers import figure_text as number_with_unit
from loaders.store import Store
from loaders.views import figures


def figure_card(store: Store, key: str) -> Card:
    """The card of one figure of a city (an observation) or of an event (a measure); KeyError where there is neither."""
    facts, events = store.facts, store.events()
    if key in set(facts.table("observations")["observation_id"]):
        return _of_city(facts, key)
    return _of_event(facts, events, key)


def figure_text(row) -> str:
    """A figure of a city with its qualifier and unit: `about 323 000 inhabitants`."""
    return number_with_unit(row.value, unit_text(row.unit, row.indicator_id), row.qualifier)


def as_of_text(as_of: str | None) -> str:
    """The day or period of a figure in words, or that none is stated."""
    return date_text(as_of) if isinstance(as_of, str) else NO_DATE


def _of_city(facts: FactBase, key: str) -> Card:
    table = figures(facts)
    (row,) = table[table["observation_id"] == key].itertuples()
    said = said_of(facts, ["observations"], [key])
    rank = "the figure shown first for this city" if row.preferred else "not the figure shown first for this city"
    made = "computed, not published" if row.derived else ""
    return Card(
        kind="figure",
        key=key,
        title=f"{row.indicator}, {row.city}: {figure_text(row)}",
        lead=tuple(filter(None, [figure_text(row), f"as of: {as_of_text(row.as_of)}", row.city, rank, made])),
        notes=tuple(filter(None, [spaced(text_of(row.note))])),
        passages=(("How it is counted", _definition(facts, row)),),
        claims=tuple(own_claims(facts, "observations", row_of(facts, "observations", key), said, whole=("The figure", figure_text(row)))),
        links=links([*_computed_from(table, row), *_others(facts, table, row)]),
        views=(("cities", f"{row.indicator} over time", {"view": ["time"], "indicator": [row.indicator_id]}),),
        sources=sources_of(said),
        foot=f"As of, as recorded (EDTF): {text_of(row.as_of) or 'none'} · key: {key}",
        confidence=confidence_of(facts, "observations", key),
    )


def _definition(facts: FactBase, row) -> tuple[str, ...]:
    meaning = row_of(facts, "indicators", row.indicator_id)["definition"]
    series = row_of(facts, "series", row.series_id)
    told = (("Breaks", series["breaks"]), ("Licence", series["licence"]))
    more = [f"{name}: {text_of(text)}" for name, text in told if text_of(text)]
    return (f"{row.indicator}: {meaning}", f"Series: {row.series}. {row.definition}", f"Published by: {row.publisher}", *more)


def _computed_from(table: pd.DataFrame, row) -> list[tuple[str, str, str, str]]:
    """The two figures of a ratio, the one that is divided first."""
    keys = [key for key in (row.dividend, row.divisor) if text_of(key)]
    found = table.set_index("observation_id", drop=False).loc[keys]
    return [
        ("Computed from", "figure", other.observation_id, f"{other.indicator}: {figure_text(other)}, {as_of_text(other.as_of)}")
        for other in found.itertuples()
    ]


def _others(facts: FactBase, table: pd.DataFrame, row) -> list[tuple[str, str, str, str]]:
    """Other figures of the same city and indicator: the one shown first, then those that the same source gives, then the latest."""
    same = table[(table["city_id"] == row.city_id) & (table["indicator_id"] == row.indicator_id)]
    same = same[same["observation_id"] != row.observation_id]
    said = facts.table("evidence")
    here = set(said.loc[said["key"] == row.observation_id, "source_id"])
    same["near"] = same["observation_id"].isin(said.loc[said["source_id"].isin(here), "key"])
    same = same.sort_values(["preferred", "near", "as_of"], ascending=False, na_position="last", kind="stable")
    group = f"Other figures of {row.city}: {row.indicator.lower()}"
    return [
        (group, "figure", other.observation_id, f"{figure_text(other)}, {as_of_text(other.as_of)} · {other.series}" + _first(other))
        for other in same.itertuples()
    ]


def _first(row) -> str:
    return " · shown first" if row.preferred else ""


def _of_event(facts: FactBase, events: Events, key: str) -> Card:
    row = row_of(facts, "measures", key)
    (event,) = events.rows[events.rows["event_id"] == row["event_id"]].itertuples()
    said = said_of(facts, ["measures"], [key])
    text = measure_text(row)
    return Card(
        kind="figure",
        key=key,
        title=f"{text[0].upper()}{text[1:]}: {event.title}",
        lead=(text, event.date_text, event.status_text, event.title),
        notes=tuple(filter(None, [text_of(row["note"])])),
        passages=(),
        claims=tuple(own_claims(facts, "measures", row, said, whole=("The figure", text))),
        links=links([("The event", "event", event.event_id, f"{event.date_text}: {event.title}"), *_in_series(facts, events, row)]),
        views=(("timeline", "On the timeline", {"event": [event.event_id]}),),
        sources=sources_of(said),
        foot=f"key: {key}",
        confidence=confidence_of(facts, "measures", key),
    )


def _in_series(facts: FactBase, events: Events, row: pd.Series) -> list[tuple[str, str, str, str]]:
    """The same measure of other events of the same programme or series, oldest first."""
    programmes = events.rows.set_index("event_id")["programme_id"]
    programme = programmes[row["event_id"]]
    table = facts.table("measures")
    same = table[(table["measure"] == row["measure"]) & (table["event_id"].map(programmes) == programme)]
    dates = events.rows.set_index("event_id")[["date_text", "title"]]
    same = same[same["measure_id"] != row["measure_id"]].join(dates, on="event_id")
    order = {key: place for place, key in enumerate(events.rows["event_id"])}
    same = same.sort_values("event_id", key=lambda keys: keys.map(order), kind="stable")
    return [
        ("The same figure in this series", "figure", other.measure_id, f"{measure_text(other)}, {other.date_text}: {other.title}")
        for other in same.itertuples()
    ]
