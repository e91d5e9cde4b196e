"""Sentences about what is shown: every number in them is counted a second time, row by row."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selections import TRIED, read, selections

from loaders.dates import spans
from loaders.events.filters import Filters
from loaders.story.headlines import timeline_headline
from loaders.timeline_words import timeline_text


@pytest.fixture(scope="module")
def plain():
    """Per event its row of the file, with `year`: of its first possible day, or of its last where only that is known."""
    rows = {row["event_id"]: row for row in read("events")}
    for row in rows.values():
        days = [(span.start, span.end) for span in spans(row["date"])]
        first = min((start for start, _ in days if start), default=None) if all(start for start, _ in days) else None
        row["year"] = (first or max((end for _, end in days if end), default=None)) if days else None
        row["year"] = row["year"] and row["year"].year
    return rows


def check(headline, rows):
    """That all that the headline and its line say of these rows is so."""
    title, line = headline
    if len(rows) < 2:
        assert title == (rows[0]["title"] if rows else "No event fits this selection")
        return
    years = Counter(row["year"] for row in rows if row["year"])
    if found := re.fullmatch(r"(\d{4}) was the busiest year: (\d+) of (\d+) events", title):
        year, number, every = map(int, found.groups())
        assert years.most_common(1)[0] == (year, number) and list(years.values()).count(number) == 1 and every == len(rows)
        sectors = Counter(row["sector_id"] for row in rows if row["year"] == year)
        if led := re.fullmatch(r"\w+ led with (\d+) of them\.", line):
            assert sectors.most_common(1)[0][1] == int(led[1])
            return
    elif none := re.fullmatch(r"None of these (\d+) events is known to have been held", title):
        assert int(none[1]) == len(rows) and not any(row["status"] == "held" for row in rows)
    else:
        assert title == f"{len(rows)} events"
    dated = sum(years.values())
    when = f"All in {min(years)}." if len(years) == 1 else f"From {min(years)} to {max(years)}." if years else "None of them has a date."
    undated = {0: "", 1: " 1 has no date."}.get(len(rows) - dated, f" {len(rows) - dated} have no date.") if years else ""
    assert line == when + undated


@settings(max_examples=50)
@given(st.data())
def test_a_headline_is_true(store, allowed, plain, data):
    selection = store.selection(data.draw(selections(allowed)))
    check(timeline_headline(selection), [plain[key] for key in selection.events.rows["event_id"]])


@pytest.mark.parametrize("filters", TRIED, ids=str)
def test_a_headline_is_true_whatever_is_chosen(store, plain, filters):
    selection = store.selection(filters)
    check(timeline_headline(selection), [plain[key] for key in selection.events.rows["event_id"]])


def test_a_headline_on_one_event_tells_it(invented_store):
    assert timeline_headline(invented_store({"date": "2017-05", "title": "A visit"}).selection()) == ("A visit", "May 2017")


def test_a_headline_on_one_plan_does_not_say_that_it_was_held(invented_store):
    headline = timeline_headline(invented_store({"date": "2017-05", "title": "A visit", "status": "planned"}).selection())
    assert headline == ("A visit", "May 2017, announced; outcome not known")


@pytest.mark.parametrize(
    ("dates", "headline"),
    [
        (["2017", "2017-05"], ("2 events", "All in 2017.")),
        (["2017", None], ("2 events", "All in 2017. 1 has no date.")),
        ([None, None], ("2 events", "None of them has a date.")),
        (["2017"] * 4 + ["2018"] * 2, ("2017 was the busiest year: 4 of 6 events", "From 2017 to 2018.")),
        (["2017"] * 3 + ["2018"] * 3, ("6 events", "From 2017 to 2018.")),
    ],
)
def test_a_headline_says_when(invented_store, dates, headline):
    assert timeline_headline(invented_store(*({"date": date} for date in dates)).selection()) == headline


@pytest.mark.parametrize("statuses", [("planned", "planned"), ("cancelled", "planned")])
def test_where_nothing_was_held_the_headline_says_so(invented_store, statuses):
    store = invented_store(*({"date": "2017", "status": status} for status in statuses))
    assert timeline_headline(store.selection()).title == "None of these 2 events is known to have been held"


def test_what_was_planned_or_called_off_is_among_the_events(invented_store):
    rows = [{"date": "2017", "status": status} for status in ("held", "held", "planned", "cancelled")]
    assert timeline_headline(invented_store(*rows).selection()).title == "4 events"


@pytest.mark.parametrize("filters", [Filters(), Filters(background=True), Filters(sector=("energy",))], ids=str)
def test_the_chart_in_words_has_the_headline_and_every_sectors_number(store, sector_names, filters):
    selection = store.selection(filters)
    text = timeline_text(selection)
    assert all(part in text for part in timeline_headline(selection))
    numbers = Counter(selection.events.rows["sector_id"])
    assert all(f"{sector_names[sector]} {number}" in text for sector, number in numbers.items())
