"""The strip before 2000: three scales on one axis, told apart, with every event in reach."""

from itertools import combinations

import drawn
import plotly.graph_objects as go
import pytest

from charts.drawing import POINT_PX
from charts.history import history_strip
from charts.lanes import NARROW_PX, WIDE_PX
from loaders.marks import history, marks

EVERY_LOOK = [(dark, narrow) for dark in (False, True) for narrow in (False, True)]


@pytest.fixture(scope="module")
def strip(sector_names):
    """A function that draws the strip of some events."""

    def draw(events, dark=False, narrow=False):
        return history_strip(marks(events, lanes="sector", names=sector_names), dark=dark, narrow=narrow)

    return draw


@pytest.mark.parametrize(("dark", "narrow"), EVERY_LOOK)
def test_plotly_accepts_the_strip_and_every_past_event_is_on_it(all_events, strip, dark, narrow):
    past = history(all_events)
    drawing = strip(past, dark, narrow)
    go.Figure(drawing)
    assert drawn.keys(drawing) == set(past.rows["event_id"])


@pytest.mark.parametrize("number", [1, 5])
def test_a_strip_of_few_events_is_drawn(all_events, strip, number):
    past = history(all_events)
    few = past.where(past.rows["event_id"].isin(past.rows["event_id"].head(number)))
    assert len(drawn.hits(strip(few))) == number


@pytest.mark.parametrize("narrow", [False, True])
def test_no_two_marks_of_the_strip_overlap(all_events, strip, narrow):
    places = [place for _, _, place in drawn.hits(strip(history(all_events), narrow=narrow))]
    assert not [pair for pair in combinations(places, 2) if pair[0].overlaps(pair[1])]


@pytest.mark.parametrize("narrow", [False, True])
def test_nothing_of_the_strip_is_outside_the_width(all_events, strip, narrow):
    width = NARROW_PX if narrow else WIDE_PX
    drawing = strip(history(all_events), narrow=narrow)
    assert all(left >= 0 and right <= width + 1e-6 for _, left, right in drawn.labels(drawing))
    assert all(bar.left >= -POINT_PX / 2 and bar.right <= width + POINT_PX / 2 for bar in drawn.bars(drawing))


@pytest.mark.parametrize("narrow", [False, True])
def test_each_change_of_scale_has_a_line_and_its_words(all_events, strip, narrow):
    layout = strip(history(all_events), narrow=narrow)["layout"]
    lines = [shape["x0"] for shape in layout["shapes"] if shape["yref"] == "paper"]
    words = [note["x"] for note in layout["annotations"] if note["text"] == "scale changes"]
    assert len(lines) == 2
    assert words == lines


def breaks(drawing):
    return [shape["x0"] for shape in drawing["layout"]["shapes"] if shape["yref"] == "paper"]


def reach(drawing):
    """From and to, over all bars of a strip with one event."""
    bars = drawn.bars(drawing)
    return min(bar.left for bar in bars), max(bar.right for bar in bars)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_strip_changes_its_scale_only_between_centuries_in_which_something_happened(invented, strip, number):
    dates = ["1950", "1750", "0900"][: number + 1]
    assert len(breaks(strip(invented(*({"date": date} for date in dates))))) == number


@pytest.mark.parametrize(("date", "crossed"), [("1500/1700", 1), ("1700/1950", 1), ("1500/1950", 2), ("1650/1700", 0), ("1920/1930", 0)])
def test_only_what_lasted_over_a_change_of_scale_crosses_its_line(invented, strip, date, crossed):
    drawing = strip(invented({"date": date}))
    left, right = reach(drawing)
    assert len([line for line in breaks(drawing) if left < line < right]) == crossed


def test_between_two_changes_of_scale_a_mark_is_as_wide_as_its_years_are_many(invented, strip):
    widths = [right - left for left, right in (reach(strip(invented({"date": date}))) for date in ("[0250..0538]", "[0300..0399]"))]
    assert widths[0] / widths[1] == pytest.approx(289 / 100)


def test_a_year_of_the_last_century_is_wider_than_one_of_the_first(invented, strip):
    drawing = strip(invented({"date": "1910/1999"}, {"date": "1010/1099"}))
    (change,) = breaks(drawing)
    early = [bar.right - bar.left for bar in drawn.bars(drawing) if bar.right < change]
    late = [bar.right - bar.left for bar in drawn.bars(drawing) if bar.left > change]
    assert max(late) > 3 * max(early)


@pytest.mark.parametrize(("dark", "narrow"), EVERY_LOOK)
def test_the_strip_leaves_its_table_as_it_is(all_events, sector_names, dark, narrow):
    table = marks(history(all_events), lanes="sector", names=sector_names)
    before = table.copy(deep=True)
    history_strip(table, dark=dark, narrow=narrow)
    assert table.equals(before)
