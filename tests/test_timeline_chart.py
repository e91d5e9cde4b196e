"""The timeline's figure: every mark as wide as its date, nothing over anything else, and everything in reach."""

import html
from itertools import combinations

import drawn
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.drawing import POINT_PX
from charts.lanes import NARROW_PX, WIDE_PX
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, text_width
from charts.timeline import timeline
from loaders.events.filters import Filters
from loaders.marks import by_year, marks, unplaced

EVERY_LOOK = [(dark, narrow) for dark in (False, True) for narrow in (False, True)]
ALL_YEARS = (250, 2026)


@pytest.fixture(scope="module")
def on_axis(all_events, figure):
    """For some axes, the events that they hold."""
    return {years: sorted(drawn.keys(figure(all_events, years))) for years in (ALL_YEARS, (2000, 2026), (2017, 2019))}


@pytest.mark.parametrize("number", [1, 5, 165])
@pytest.mark.parametrize(("dark", "narrow"), EVERY_LOOK)
def test_plotly_accepts_the_figure_of_few_and_of_all_events(all_events, figure, number, dark, narrow):
    events = all_events.where(all_events.rows.index < number)
    drawing = figure(events, ALL_YEARS, dark, narrow)
    go.Figure(drawing)
    assert drawn.keys(drawing) == set(events.rows["event_id"]) - set(unplaced(events)["event_id"])


@settings(max_examples=20)
@given(st.data())
def test_no_two_marks_with_their_labels_overlap(only, on_axis, figure, data):
    years = data.draw(st.sampled_from(list(on_axis)))
    events = only(*data.draw(st.sets(st.sampled_from(on_axis[years]), min_size=1, max_size=40)))
    for narrow in (False, True):
        places = [place for _, _, place in drawn.hits(figure(events, years, narrow=narrow))]
        assert not [pair for pair in combinations(places, 2) if pair[0].overlaps(pair[1])]


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("years", [ALL_YEARS, (2000, 2026), (2018, 2018)])
def test_nothing_is_outside_the_width(all_events, figure, narrow, years):
    width = NARROW_PX if narrow else WIDE_PX
    drawing = figure(all_events, years, narrow=narrow)
    assert all(left >= 0 and right <= width + 1e-6 for _, left, right in drawn.labels(drawing))
    assert all(0 <= x <= width for x, _, _ in drawn.points(drawing))
    assert all(bar.left >= -POINT_PX / 2 and bar.right <= width + POINT_PX / 2 for bar in drawn.bars(drawing))


WIDTHS = {  # EDTF: from and to, in years
    "2017-12": (2017 + 334 / 365, 2018),
    "2016-02": (2016 + 31 / 366, 2016 + 60 / 366),
    "2017": (2017, 2018),
    "2017-22": (2017 + 151 / 365, 2017 + 243 / 365),
    "[2016-04..2017-03]": (2016 + 91 / 366, 2017 + 90 / 365),
    "2017-11-08/2017-12-09": (2017 + 311 / 365, 2017 + 343 / 365),
    "2016/2017": (2016, 2018),
    "2010/2030": (2015, 2020),
}


@pytest.mark.parametrize("date", WIDTHS)
def test_a_mark_is_drawn_as_wide_as_its_date(invented, figure, date):
    bars = drawn.bars(figure(invented({"date": date})))
    assert (min(bar.left for bar in bars), max(bar.right for bar in bars)) == pytest.approx([drawn.pixel(year) for year in WIDTHS[date]])


def test_a_day_is_a_point_in_its_middle(invented, figure):
    drawing = figure(invented({"date": "2017-07-01"}))
    assert [x for x, _, _ in drawn.points(drawing)] == pytest.approx([drawn.pixel(2017 + 181.5 / 365)])
    assert drawn.bars(drawing) == []


def test_what_lies_outside_the_years_is_not_drawn(invented, figure):
    inside = ["2015", "2019-12-31", "2014/2015", "2019/2020", "2014/..", "[2014-12..2015-01]", "2010/2030"]
    outside = ["2014-12-31", "2020", "2020-01-01", "2020/..", "2010/2014", "[2013..2014]"]
    events = invented(*({"date": date} for date in inside + outside))
    assert drawn.keys(figure(events)) == {f"e{number}" for number in range(len(inside))}


def test_of_a_set_only_the_dates_within_the_years_are_drawn(invented, figure):
    assert len(drawn.points(figure(invented({"date": "{2012-02-10,2018-09-01}"})))) == 1


@pytest.mark.parametrize("narrow", [False, True])
def test_a_pointer_meets_each_event_with_its_key_and_card(all_events, figure, narrow):
    rows = all_events.rows.set_index("event_id")
    for key, card, _ in drawn.hits(figure(all_events, ALL_YEARS, narrow=narrow)):
        row, card = rows.loc[key], html.unescape(card)
        assert row["title"] in card
        assert row["date_text"] in card
        assert f"{row['sources']} source" in card
        assert row["status"] == "held" or row["status_text"] in card
        assert ("disagree" in card) == row["disputed"]


def columns(drawing):
    """The traces of the columns, one a look."""
    return [trace for trace in drawing["data"] if trace.get("yaxis") == "y2" and trace["type"] == "bar" and "customdata" not in trace]


def test_the_columns_above_are_all_events_of_the_axis_years(store, figure):
    selection = store.selection(Filters(background=True))
    found = columns(figure(selection, (2000, 2026)))
    assert sum(sum(trace["y"]) for trace in found) == selection.count(years=(2000, 2026))


def test_what_was_held_is_solid_the_rest_outlined_and_what_may_lie_in_another_year_hatched(invented_store, figure):
    said = [
        {"date": date, "status": status} for date in ("2017", "[2017-12..2018-01]") for status in ("held", "held", "planned", "cancelled")
    ]
    solid, hatched, outlined, both = columns(figure(invented_store(*said).selection()))
    assert [trace["y"] for trace in (solid, hatched, outlined, both)] == [[2], [2], [2], [2]]
    assert [trace["base"] for trace in (solid, hatched, outlined, both)] == [[0], [2], [4], [6]]
    assert ["pattern" in trace["marker"] for trace in (solid, hatched, outlined, both)] == [False, True, False, True]
    assert [trace["marker"]["line"]["width"] > 0 for trace in (solid, hatched, outlined, both)] == [False, False, True, True]


@pytest.mark.parametrize("years", [(2000, 2026), (2019, 2023)])
def test_on_a_phone_every_number_over_a_column_has_room(store, figure, years):
    drawing = figure(store.selection(), years, narrow=True)
    (tops,) = [trace for trace in drawing["data"] if trace.get("yaxis") == "y2" and trace["type"] == "scatter"]
    assert all(tops["text"])
    pitch = NARROW_PX / (years[1] + 1 - years[0])
    assert all(text_width(text, size=SMALL_SIZE_PX) < pitch for text in tops["text"])


def test_on_a_phone_the_columns_stand_below_their_title(store, figure):
    layout = figure(store.selection(), (2019, 2021), narrow=True)["layout"]
    (title,) = [note for note in layout["annotations"] if "Events a year" in note["text"]]
    inner = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    assert title["y"] == 1 and (1 - layout["yaxis2"]["domain"][1]) * inner >= LABEL_SIZE_PX


def test_one_year_has_no_column_of_its_own(store, figure):
    assert not [trace for trace in figure(store.selection(), (2018, 2018))["data"] if trace.get("yaxis") == "y2"]


@pytest.mark.parametrize(("dark", "narrow"), EVERY_LOOK)
def test_the_chart_leaves_its_tables_as_they_are(store, all_events, sector_names, dark, narrow):
    table, activity = marks(all_events, lanes="sector", names=sector_names), by_year(store.selection())
    before, activity_before = table.copy(deep=True), activity.copy(deep=True)
    timeline(table, activity, years=(2000, 2026), dark=dark, narrow=narrow)
    assert table.equals(before)
    assert activity.equals(activity_before)
