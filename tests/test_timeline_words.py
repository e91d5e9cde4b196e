"""Sentences about what is shown: every number in them is counted a second time, row by row."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selections import read

from loaders.dates import spans
from loaders.timeline_words import timeline_headline


@pytest.fixture(scope="module")
def plain():
    """Per event its row of the file, with `year` (of its beginning, where that is one), `open` (without an end) and `late` (on the axis)."""
    rows = {row["event_id"]: row for row in read("events")}
    for row in rows.values():
        found = spans(row["date"])
        first = min(found, key=lambda span: (span.start is None, span.start)) if found else None
        known = first and first.start and first.start_latest and first.start.year == first.start_latest.year
        row["year"] = first.start.year if known else None
        row["open"] = any(span.end is None for span in found) and not any(span.end for span in found)
        ends = [span.end for span in found if span.end]
        row["late"] = any(span.lasted or (span.start and span.end) for span in found) and not (ends and max(ends).year < 2000)
    return rows


def told(plain, keys):
    """The rows that a headline counts: held, of a tie that it is about, single, dated to a year that has a column, no event twice."""
    rows = [plain[key] for key in about(plain, keys)]
    first = 2000 if any(row["late"] for row in rows) else 0
    rows = [row for row in rows if row["year"] and row["year"] >= first and not row["open"]]
    return [row for row in rows if row["status"] == "held" and not _twice(row, plain, set(keys))]


def about(plain, keys):
    """The keys that a headline is about: of the ties of the data set, or else of the frame around them, or else all."""
    scopes = {row["tie_id"]: row["scope"] for row in read("ties")}
    ours = [key for key in keys if scopes.get(plain[key]["tie_id"]) == "subject"]
    return ours or [key for key in keys if plain[key]["tie_id"]] or list(keys)


def _twice(row, plain, shown):
    other = row["maybe_same_as"]
    mutual = other in shown and plain[other]["maybe_same_as"] == row["event_id"]
    return row["part_of"] in shown or (other in shown and (not mutual or row["event_id"] > other))


def names(table, key):
    return {row[key]: row["name"] for row in read(table)}


def check_years(sentence, rows):
    """That what is said of years is so; True where something is said."""
    years = Counter(row["year"] for row in rows)
    most = max(years.values())
    busiest = sorted(year for year in years if years[year] == most)
    if found := re.match(r"(\d+) was the busiest year, with (\d+) of .*’s? (\d+) events;", sentence):
        return [int(number) for number in found.groups()] == [*busiest, most, len(rows)]
    if found := re.match(r"([\d, and]+) were the busiest years, each with (\d+) of .*’s? (\d+) events;", sentence):
        return [int(year) for year in re.findall(r"\d+", found[1])] == busiest and [int(found[2]), int(found[3])] == [most, len(rows)]
    if found := re.match(r"(\d+) events of .* were held in (\d+);", sentence):
        return [int(number) for number in found.groups()] == [len(rows), *years]
    if found := re.match(rf"(\d+) events of {whose(rows)} from (\d+) to (\d+), never more than (\d+) in a year;", sentence):
        return [int(number) for number in found.groups()] == [len(rows), min(years), max(years), most]
    return False


def check_sectors(sentence, rows):
    """That what is said of sectors is so."""
    called = names("sectors", "sector_id")
    sectors = Counter(called[row["sector_id"]].lower() for row in rows)
    most = max(sectors.values())
    leading = sorted(sector for sector in sectors if sectors[sector] == most)
    tail = sentence.split("; ", 1)[1]
    if len(sectors) == 1:
        return tail == f"all are in {leading[0]}"
    if len(leading) == 1:
        return tail == f"{leading[0]} leads with {most}"
    return tail in (f"{leading[0]} and {leading[-1]} lead with {most} each", f"no sector has more than {most}")


@settings(max_examples=50)
@given(st.data())
def test_a_headline_is_true(only, keys, plain, data):
    chosen = data.draw(st.sets(st.sampled_from(keys), max_size=data.draw(st.sampled_from([3, 12, len(keys)]))))
    rows = told(plain, chosen)
    sentence = timeline_headline(only(*chosen))
    if len(rows) > 5:
        assert check_years(sentence, rows), sentence
        assert check_sectors(sentence, rows), sentence
    elif len(rows) > 1:
        first, last = min(row["year"] for row in rows), max(row["year"] for row in rows)
        when = f"in {first}" if first == last else f"between {first} and {last}"
        assert sentence == f"{len(rows)} events of {whose(rows)}, all {when}"
    elif rows:
        assert sentence.startswith(f"One event of {whose(rows)}: {rows[0]['title']}, ")


def whose(rows):
    """Whose events they are: those of one tie, of several, or of none."""
    ties = {row["tie_id"] for row in rows}
    if "" in ties:
        return "the context"
    return names("ties", "tie_id")[ties.pop()] if len(ties) == 1 else "the relationships"


@pytest.mark.parametrize("tie", ["essen-koriyama", "duesseldorf-chiba", "fukushima-nrw"])
def test_a_headline_on_one_relationship_names_it_and_is_true(all_events, plain, tie):
    events = all_events.where(all_events.rows["tie_id"] == tie)
    rows = told(plain, set(events.rows["event_id"]))
    sentence = timeline_headline(events)
    assert check_years(sentence, rows), sentence
    assert check_sectors(sentence, rows), sentence
    assert f"{names('ties', 'tie_id')[tie]}’s" in sentence or "of the relationships" in sentence


def test_the_headline_of_all_events_is_true(all_events, keys, plain):
    rows = told(plain, keys)
    sentence = timeline_headline(all_events)
    assert check_years(sentence, rows), sentence
    assert check_sectors(sentence, rows), sentence


@given(st.data())
def test_context_never_changes_a_headline(all_events, only, keys, plain, data):
    tied = [key for key in keys if plain[key]["tie_id"]]
    context = [key for key in keys if not plain[key]["tie_id"]]
    ours = data.draw(st.sets(st.sampled_from(tied)))
    if told(plain, ours):
        others = data.draw(st.sets(st.sampled_from(context)))
        assert timeline_headline(only(*ours, *others)) == timeline_headline(only(*ours))


def test_a_headline_on_one_event_tells_it(invented):
    events = invented({"date": "2017-05", "title": "A visit"})
    assert timeline_headline(events) == "One event of Essen–Koriyama: A visit, May 2017"


def test_a_headline_on_one_plan_does_not_say_that_it_was_held(invented):
    sentence = timeline_headline(invented({"date": "2017-05", "title": "A visit", "status": "planned"}))
    assert sentence == "One event: A visit, May 2017 (announced; outcome not known)"


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        (["2017", "2017-05"], "2 events of Essen–Koriyama, all in 2017"),
        (["2017"] * 6, "6 events of Essen–Koriyama were held in 2017; all are in energy"),
        (["2017"] * 4 + ["2018"] * 2, "2017 was the busiest year, with 4 of Essen–Koriyama’s 6 events; all are in energy"),
        (["2017"] * 3 + ["2018"] * 3, "2017 and 2018 were the busiest years, each with 3 of Essen–Koriyama’s 6 events; all are in energy"),
    ],
)
def test_a_headline_says_when(invented, dates, sentence):
    assert timeline_headline(invented(*({"date": date} for date in dates))) == sentence


def test_no_headline_counts_what_was_planned_or_called_off(invented):
    rows = [{"date": "2017", "status": status} for status in ("held", "held", "planned", "cancelled")]
    assert timeline_headline(invented(*rows)) == "2 events of Essen–Koriyama, all in 2017"


@pytest.mark.parametrize(
    ("statuses", "sentence"),
    [
        (["planned", "planned"], "2 events were announced; that they were held is not on record here"),
        (["cancelled", "cancelled"], "2 events were called off"),
    ],
)
def test_where_nothing_was_held_the_headline_says_so(invented, statuses, sentence):
    assert timeline_headline(invented(*({"date": "2017", "status": status} for status in statuses))) == sentence


@pytest.mark.parametrize("tie", ["essen-koriyama", "fukushima-nrw", None])
@pytest.mark.parametrize("years", [["2011", "2012", "2013", "2014", "2015", "2016"], ["2017"] * 6, ["2016"] * 3 + ["2017"] * 3])
def test_a_headline_never_gives_one_tie_or_context_to_the_relationships(invented, tie, years):
    sentence = timeline_headline(invented(*({"date": year, "tie_id": tie} for year in years)))
    assert "relationships" not in sentence
