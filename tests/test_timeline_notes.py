"""The lines beside a chart: how much is shown, what is counted and what is not, and the chart in words."""

import re

from hypothesis import given
from hypothesis import strategies as st
from loaders.story_clicks import clicks_count_more

from loaders.events.filters import Filters, select
from loaders.marks import counted_here, unplaced
from loaders.timeline_words import counting_list, counting_note, counting_sentence, shown_sentence, timeline_headline, timeline_text


def test_the_shown_sentence_counts_rows_and_those_that_no_axis_holds(invented):
    events = invented({"date": "2017"}, {"date": None}, {"date": "2020/.."}, {"date": "[..2023-03-07]"})
    assert len(unplaced(events)) == 2
    assert shown_sentence(events, 165) == "4 of 165 events, 2 of them with no date or only a bound"


@given(st.data())
def test_a_counting_note_adds_up_to_what_is_shown(only, keys, data):
    events = only(*data.draw(st.sets(st.sampled_from(keys))))
    held, *others = [int(number) for number in re.findall(r"(?:columns count |outlined |[:,] |and )(\d+)", counting_note(events))]
    assert held == (counted_here(events).rows["status"] == "held").sum()
    assert held + sum(others) == len(events)


def test_the_chart_in_words_has_the_headline_and_every_sectors_number(all_events):
    text = timeline_text(all_events, len(all_events))
    assert timeline_headline(all_events) in text
    assert all(f"{sector} {number}" in text for sector, number in all_events.rows["sector"].value_counts().items())


@given(st.data())
def test_the_short_sentence_and_the_folded_list_say_together_what_the_counting_note_says(only, keys, data):
    events = only(*data.draw(st.sets(st.sampled_from(keys), min_size=1)))
    sentence, lines = counting_sentence(events), counting_list(events)
    numbers, held = (
        [int(number) for number in re.findall(r"(?:^|; )(\d+)", sentence)],
        (counted_here(events).rows["status"] == "held").sum(),
    )
    assert sum(numbers) == len(events) and (numbers[0] == held if held else "held" not in sentence)
    said = re.findall(r"(?:columns count |outlined |[:,] |and )(\d+)", counting_note(events))[1:]
    assert re.findall(r"(?:Outlined: |and |Not counted: )(\d+)", "\n".join(lines[: len(said)])) == said


def test_where_none_is_counted_as_held_the_sentence_begins_with_what_is_outlined(invented):
    events = invented({"date": "2018", "status": "planned"}, {"date": "2019", "status": "planned"})
    assert counting_sentence(events) == "2 are outlined: only announced."


def test_no_list_is_longer_than_its_reasons(invented):
    events = invented({"date": "2017"}, {"date": "2018", "status": "planned"}, {"date": None})
    assert counting_sentence(events) == (
        "1 held event is counted, in the year in which it began; 1 more is outlined: only announced; 1 is drawn or listed, but not counted."
    )
    assert counting_list(events)[:2] == ["Outlined: 1 only announced", "Not counted: 1 without a date"]


def test_a_year_that_counts_more_alone_than_its_column_is_named_with_the_reason(all_events, invented):
    assert clicks_count_more(all_events, Filters()) == (
        "2019 alone counts 11 (its column 10) and 2020 alone counts 7 (its column 6): there, what may be the same as an event of another year stands without it."
    )
    parts = invented({"date": "2018"}, {"date": "2019", "part_of": "e0"}, {"date": "2019"})
    assert (
        clicks_count_more(parts, Filters())
        == "2019 alone counts 2 (its column 1): there, a part of an event of another year stands without it."
    )


def test_nothing_is_said_of_clicks_where_each_year_counts_what_its_column_says(all_events, invented):
    chosen = Filters(years=(2019, 2019))
    assert clicks_count_more(select(all_events, chosen), chosen) == ""
    assert clicks_count_more(invented({"date": "2018"}, {"date": "2018", "part_of": "e0"}), Filters()) == ""
