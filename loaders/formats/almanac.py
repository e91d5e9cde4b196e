"""Events as iCalendar (RFC 5545): those whose days are known; the others are left out and counted."""

from datetime import UTC, date, datetime, timedelta

import pandas as pd
from icalendar import Calendar, Event, Timezone, TimezoneStandard, vText

from loaders.dates import Span, spans
from loaders.datetext import date_text
from loaders.exports import LICENCE, Export
from loaders.formats.citing import part_words
from loaders.formats.values import Value, values

OFFERS = ("events", "profile")
_STATUS = {"held": "CONFIRMED", "planned": "TENTATIVE", "cancelled": "CANCELLED"}
_DAY = timedelta(days=1)
When = tuple[date, date | None]  # begins, ends (exclusive; an instant may have no end)


def ics_bytes(export: Export) -> bytes:
    """A calendar of the events that are dated to the day: one entry an event, or one for each of its days where `{a,b}` names several.

    An entry has the instants in UTC where they are known, else whole days. A month, a year, an open end, `~`, `?` and "one of" are no days.
    A location is of a single day and said by a source; other places are told.
    """
    places = dict(iter(export.where().groupby("event_id", sort=False)))
    calendar = Calendar()
    for name, value in _about(export):
        calendar.add(name, value)
    for row in _kept(_rows(export)):
        location, told = _places(row, places.get(row["event_id"]))
        for number, when in enumerate(_days(row), start=1):
            calendar.add_component(_entry(export, row, location, told, number, when))
    if not calendar.subcomponents:
        calendar.add_component(_utc())
    return calendar.to_ical()


def _utc() -> Timezone:
    """What stands in a calendar without an entry, since a calendar must hold something (RFC 5545, 3.6)."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "Etc/UTC")
    for name, value in (("dtstart", datetime(1970, 1, 1)), ("tzoffsetfrom", timedelta(0)), ("tzoffsetto", timedelta(0))):
        standard.add(name, value)
    zone.add_component(standard)
    return zone


def left_out(export: Export) -> str:
    """How many of the events a calendar has: `79 of 112; 33 without an exact day are left out`."""
    rows = _rows(export)
    lost = len(rows) - len(_kept(rows))
    return f"{len(rows) - lost} of {len(rows)}" + (f"; {lost} without an exact day {'is' if lost == 1 else 'are'} left out" if lost else "")


def _kept(rows: list[dict[str, Value]]) -> list[dict[str, Value]]:
    """What a calendar has: the dated to the day."""
    return [row for row in rows if _days(row)]


def _places(row: dict[str, Value], found: pd.DataFrame | None) -> tuple[str, str]:
    """The location, of a single day and of what a source says; and the places in words where the location does not tell all of them."""
    if found is None:
        return "", ""
    said = list(dict.fromkeys(found.loc[~found["inferred"], "name"]))
    more = [name for name in dict.fromkeys(found["name"]) if name not in said]
    location = "; ".join(said) if _one_day(_days(row)) else ""
    words = "; ".join([*said, *(f"{name} (inferred)" for name in more)])
    return location, "" if location == words else f"Places, by source: {words}"


def _one_day(days: list[When]) -> bool:
    begins, ends = days[0]
    last = ends or begins
    return len(days) == 1 and (last.date() == begins.date() if isinstance(begins, datetime) else last - begins == _DAY)


def _rows(export: Export) -> list[dict[str, Value]]:
    columns = values(export)
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _days(row: dict[str, Value]) -> list[When]:
    """When the event was, as a calendar says it; nothing where that is not known to the day."""
    if row["starts_at"]:
        return [(row["starts_at"], row["ends_at"])]
    found = spans(row["date"] or "")
    return [(span.start, span.end + _DAY) for span in found] if all(map(_exact, found)) else []


def _exact(span: Span) -> bool:
    known = span.start is not None and span.end is not None and not (span.uncertain or span.approximate)
    return known and span.precision == "day" and span.start == span.start_latest and span.end == span.end_earliest


def _about(export: Export) -> list[tuple[str, str]]:
    chosen = "; ".join(f"{name}: {words}" for name, words in export.words)
    title = f"City Ties: {export.title}" + (f" ({chosen})" if chosen else "")
    version = f"Data of {export.as_of}, fingerprint {export.fingerprint}. {LICENCE}."
    part = f"{part_words(export)}. " if export.part else ""
    said = f"{export.package['title']}. {left_out(export)}. {part}{version} {export.address}"
    address = [("url", export.address)] if export.host else []
    names = [("name", title), ("x-wr-calname", vText(title)), ("description", said), ("x-wr-caldesc", vText(said))]
    return [("prodid", "-//City Ties//City Ties//EN"), ("version", "2.0"), ("calscale", "GREGORIAN"), *names, *address]


def _entry(export: Export, row: dict[str, Value], location: str, told: str, number: int, when: When) -> Event:
    """One entry. Its UID is the event's key, whatever was exported and by which host; the second day of a set has a number."""
    begins, ends = when
    entry, key = Event(), row["event_id"]
    entry.add("uid", f"{key}@city-ties" if number == 1 else f"{key}.{number}@city-ties")
    entry.add("dtstamp", datetime.fromisoformat(export.as_of).replace(tzinfo=UTC))
    entry.add("dtstart", begins)
    if ends:
        entry.add("dtend", ends)
    entry.add("summary", row["title"])
    entry.add("status", _STATUS[row["status"]])
    entry.add("categories", [text for text in (row["sector"], row["kind"], row["ties"]) if text])
    entry.add("description", _description(row, told))
    entry.add("transp", "TRANSPARENT")  # nobody is busy with the past
    if location:
        entry.add("location", location)
    if export.host:
        entry.add("url", f"{export.host}/timeline?event={key}")
    return entry


def _description(row: dict[str, Value], told: str) -> str:
    status = "" if row["status"] == "held" else f" ({row['status_text']})"
    sources = [f"· {text}" for text in (row["citations"] or "").split(" | ") if text]
    said = [text for text in (told, row["note"]) if text]
    return "\n".join([date_text(row["date"]) + status, *said, "", "Sources:", *sources])
