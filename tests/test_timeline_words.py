"""Sentences about what is shown: every number in them is counted a second time, row by row."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selections import TRIED, read, selections

from loaders.dates import spans
from loaders.events.filters import Filters
from loaders.timeline_words import timeline_headline, timeline_text


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


def check(sentence, rows):
    """That all that the sentence says of these rows is so."""
    if len(rows) < 2:
        assert sentence.startswith(f"One event: {rows[0]['title']}, " if rows else "No event fits this selection")
        return
    years = Counter(row["year"] for row in rows if row["year"])
    dated = sum(years.values())
    assert int(re.match(r"(\d+) ", sentence)[1]) == len(rows)
    if not dated:
        assert ", none of them with a date" in sentence
        return
    when = f"in {min(years)}" if len(years) == 1 else f"from {min(years)} to {max(years)}"
    assert (f": {dated} {when}, {len(rows) - dated} without a date" if dated < len(rows) else f" {when}") in sentence
    most = max(years.values())
    busiest = sorted(year for year in years if years[year] == most)
    _, _, tail = sentence.partition("; ")
    if not any(row["status"] == "held" for row in rows):
        assert tail == "none of them is known to have been held"
    elif len(years) == 1 or len(rows) <= 5:
        assert tail == ""
    elif found := re.fullmatch(r"([\d, and]+) (?:was|were) the busiest years?, (?:each )?with (\d+)", tail):
        assert [int(year) for year in re.findall(r"\d+", found[1])] == busiest and int(found[2]) == most
    else:
        assert tail == f"never more than {most} in a year" and len(busiest) > 3


@settings(max_examples=50)
@given(st.data())
def test_a_headline_is_true(store, allowed, plain, data):
    selection = store.selection(data.draw(selections(allowed)))
    check(timeline_headline(selection), [plain[key] for key in selection.events.rows["event_id"]])


@pytest.mark.parametrize("filters", TRIED, ids=str)
def test_a_headline_is_true_whatever_is_chosen(store, plain, filters):
    selection = store.selection(filters)
    check(timeline_headline(selection), [plain[key] for key in selection.events.rows["event_id"]])


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (Filters(tie=("essen-koriyama",)), "events of Essen–Koriyama from"),
        (Filters(sector=("energy",), tie=("essen-koriyama",)), "energy events of Essen–Koriyama from"),
        (Filters(venue=("tokyo",)), "events in Tokyo from"),
        (Filters(city=("essen", "koriyama")), "events involving Essen or Koriyama"),
        (Filters(tie=("none",)), "events of no relationship"),
        (Filters(kind=("visit",)), "events shown"),
    ],
)
def test_a_headline_says_what_is_chosen(store, filters, words):
    assert words in timeline_headline(store.selection(filters))


def test_a_headline_on_one_event_tells_it(invented_store):
    assert timeline_headline(invented_store({"date": "2017-05", "title": "A visit"}).selection()) == "One event: A visit, May 2017"


def test_a_headline_on_one_plan_does_not_say_that_it_was_held(invented_store):
    sentence = timeline_headline(invented_store({"date": "2017-05", "title": "A visit", "status": "planned"}).selection())
    assert sentence == "One event: A visit, May 2017 (announced; outcome not known)"


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        (["2017", "2017-05"], "2 events in 2017"),
        (["2017", None], "2 events: 1 in 2017, 1 without a date"),
        ([None, None], "2 events, none of them with a date"),
        (["2017"] * 6, "6 events in 2017"),
        (["2017"] * 4 + ["2018"] * 2, "6 events from 2017 to 2018; 2017 was the busiest year, with 4"),
        (["2017"] * 3 + ["2018"] * 3, "6 events from 2017 to 2018; 2017 and 2018 were the busiest years, each with 3"),
        (["2014", "2015", "2016", "2017", "2018", "2019"], "6 events from 2014 to 2019; never more than 1 in a year"),
    ],
)
def test_a_headline_says_when(invented_store, dates, sentence):
    assert timeline_headline(invented_store(*({"date": date} for date in dates)).selection()) == sentence


@pytest.mark.parametrize("statuses", [("planned", "planned"), ("cancelled", "planned")])
def test_where_nothing_was_held_the_headline_says_so(invented_store, statuses):
    store = invented_store(*({"date": "2017", "status": status} for status in statuses))
    assert timeline_headline(store.selection()) == "2 events in 2017; none of them is known to have been held"


def test_what_was_planned_or_called_off_is_among_the_events(invented_store):
    rows = [{"date": "2017", "status": status} for status in ("held", "held", "planned", "cancelled")]
    assert timeline_headline(invented_store(*rows).selection()) == "4 events in 2017"


@pytest.mark.parametrize("filters", [Filters(), Filters(background=True), Filters(sector=("energy",))], ids=str)
def test_the_chart_in_words_has_the_headline_and_every_sectors_number(store, sector_names, filters):
    selection = store.selection(filters)
    text = timeline_text(selection)
    assert timeline_headline(selection) in text
    numbers = Counter(selection.events.rows["sector_id"])
    assert all(f"{sector_names[sector]} {number}" in text for sector, number in numbers.items())
