"""The calendar, read by a parser that did not write it: what is dated to the day, and how much is left out."""

import re
from datetime import UTC, date, datetime

import pytest
from ical.calendar_stream import IcsCalendarStream
from selections import read

from loaders.events.filters import Filters
from loaders.formats.almanac import ics_bytes, left_out

EVERYTHING = Filters(background=True)
DAY = r"\d{4}-\d\d-\d\d"
EXACT = re.compile(rf"{DAY}(/{DAY})?|\{{{DAY}(,{DAY})*\}}")


def opened(export):
    return IcsCalendarStream.calendar_from_ics(ics_bytes(export).decode("utf-8"))


@pytest.fixture(scope="module")
def entries(exported):
    """The calendar's entries by the event's key; of several days, the first."""
    return {entry.uid.removesuffix("@city-ties"): entry for entry in opened(exported("events", EVERYTHING)).events}


def test_a_day_is_one_whole_day(entries):
    signed = entries["essen-koriyama-mou-2017"]
    assert (signed.dtstart, signed.dtend) == (date(2017, 12, 1), date(2017, 12, 2))
    assert signed.summary == "Mayors of Essen and Koriyama sign a memorandum"
    assert signed.location is None
    assert "Places, by source: Koriyama (inferred)" in signed.description, "only an announcement names the town"
    assert signed.status == "CONFIRMED"
    assert signed.url == "https://ties.example/timeline?event=essen-koriyama-mou-2017"
    assert "· at-koriyama.jp: 郡山市を医療機器産業の集積地へ" in signed.description


def test_what_lasted_ends_on_the_day_after_its_last(entries):
    journey = entries["essen-delegation-japan-2017"]
    assert (journey.dtstart, journey.dtend) == (date(2017, 11, 29), date(2017, 12, 4))
    assert journey.location is None, "on which day the group was where, an entry of five days cannot say"
    assert "Places, by source: Koriyama; Tokyo" in journey.description


def test_the_place_of_one_day_is_its_location_where_a_source_says_it(entries):
    opening = entries["frea-opening"]
    assert opening.location == "Fukushima Renewable Energy Institute, AIST (FREA), Koriyama"
    assert "Places, by source" not in opening.description


@pytest.mark.parametrize("key", ["duesseldorf-delegation-kansai-2022", "domoto-visits-duesseldorf-2006"])
def test_a_stay_within_a_journey_whose_days_nobody_recorded_is_on_no_day(entries, key):
    (row,) = [row for row in read("events") if row["event_id"] == key]
    assert key not in entries and row["date"].startswith("[") and ".." in row["date"]


def test_a_known_hour_is_an_instant(entries):
    concert = entries["fruehling-in-fukushima-concert"]
    assert (concert.dtstart, concert.dtend) == (datetime(2021, 3, 13, 11, tzinfo=UTC), datetime(2021, 3, 13, 13, tzinfo=UTC))


def test_two_days_of_a_set_are_two_entries(entries):
    assert entries["fukushima-nrw-renewables-mou-2014"].dtstart == date(2014, 2, 10)
    assert entries["fukushima-nrw-medical-mou-2014"].dtstart == date(2014, 9, 1)
    assert entries["fukushima-nrw-mou-2014"].dtstart == date(2014, 2, 10)
    assert entries["fukushima-nrw-mou-2014.2"].dtstart == date(2014, 9, 1)


@pytest.mark.parametrize("key", ["mayor-koriyama-sauerwein-first-meeting", "frea-visit-2018", "japan-tag-pause-2020-2021"])
def test_a_month_a_doubt_and_a_year_are_no_days(entries, key):
    assert key not in entries


def test_what_is_dated_to_the_day_is_there_and_the_rest_is_counted(exported, entries):
    exact = {row["event_id"] for row in read("events") if EXACT.fullmatch(row["date"]) or row["starts_at"]}
    assert {re.sub(r"\.\d+$", "", key) for key in entries} == exact
    said = f"{len(exact)} of 206; {206 - len(exact)} without an exact day are left out"
    assert left_out(exported("events", EVERYTHING)) == said
    assert said in opened(exported("events", EVERYTHING)).description[0]


@pytest.mark.parametrize(
    "text", ["2017-12", "2017-12-01?", "2017-12-01~", "[2017-12-01,2017-12-02]", "[..2017-12-01]", "2017-12-01/..", None]
)
def test_no_day_is_made_up(exported, text):
    export = exported("events", Filters(text="memorandum"))
    rows = export.rows[export.rows["event_id"] == "essen-koriyama-mou-2017"]
    export.__dict__["rows"] = rows.assign(date=text)
    assert opened(export).events == []
    assert left_out(export) == "0 of 1; 1 without an exact day is left out"
    assert ics_bytes(export).count(b"BEGIN:VTIMEZONE") == 1 and b"BEGIN:VEVENT" not in ics_bytes(export)


def test_an_announcement_is_tentative(entries):
    announced = entries["hhu-choir-chiba-2017"]
    assert announced.status == "TENTATIVE"
    assert "(announced; outcome not known)" in announced.description


def test_an_entry_is_the_same_whoever_exports_it(exported):
    texts = [ics_bytes(exported(name, host=host)).decode("utf-8") for name, host in (("events", ""), ("profile", "https://a.example"))]
    here, there = (set(re.findall(r"UID:(\S+)", text)) for text in texts)
    assert there and there <= here
    assert "\nURL" not in texts[0]
    assert "DTSTAMP:20261121T000000Z" in texts[0]


def test_no_line_is_longer_than_the_standard_allows(exported):
    lines = ics_bytes(exported("events", EVERYTHING)).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
