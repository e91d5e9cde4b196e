"""Years onto pixels."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.scale import compressed, linear, opening, year_ticks

SET_TOGETHER = compressed((1981, 2025), 2004, [1981, 1995], 1000, slot=60, gap=8)


@given(st.floats(1970, 2030), st.floats(1970, 2030))
def test_a_later_time_is_never_left_of_an_earlier_one(one, other):
    assert SET_TOGETHER(min(one, other)) <= SET_TOGETHER(max(one, other))


@given(st.floats(-3000, 5000))
def test_no_time_is_outside_the_width(year):
    for scale in (SET_TOGETHER, linear(2000, 2027, 1000)):
        assert 0 <= scale(year) <= 1000


def test_one_piece_has_years_of_equal_width():
    scale = linear(2000, 2010, 1000)
    assert [float(scale(year)) for year in (2000, 2005, 2005.5, 2010)] == [0, 500, 550, 1000]


def test_what_is_set_together_stands_one_behind_the_other_in_the_slot_and_all_else_as_ever():
    assert [float(SET_TOGETHER(year)) for year in (1981, 1995, 2003.999999)] == pytest.approx([0, 30, 60], abs=0.001)
    assert [float(SET_TOGETHER(year)) for year in (2004.0000001, 2015, 2026)] == pytest.approx([68, 534, 1000], abs=0.001)
    assert compressed((2004, 2025), 2004, [], 1000, slot=60, gap=8) == linear(2004, 2026, 1000)


@pytest.mark.parametrize(
    ("numbers", "begin"),
    [
        ({1981: 1, 1995: 1, 2004: 20}, 2004),
        ({1981: 1, 1995: 1, 2004: 17}, 1981),  # a tenth of the events and more
        ({250: 1, 1603: 1, 1879: 1, 2004: 40, 2025: 1}, 2004),
        ({1990: 1, 2004: 50, 2025: 1}, 2004),
        ({1999: 1, 2004: 50, 2025: 1}, 1999),  # not a third of the axis
        ({}, 1981),
    ],
)
def test_only_a_long_beginning_with_few_events_is_not_worth_its_room(numbers, begin):
    assert opening((min(numbers, default=1981), 2025), numbers) == begin


@given(st.integers(1900, 2020), st.integers(0, 120), st.sampled_from([336.0, 1000.0]))
def test_named_times_keep_their_distance_and_lie_on_the_axis(first, length, width):
    last = first + length
    scale = linear(first, last + 1, width)
    places = [float(scale(place)) for place, _ in year_ticks(first, last, scale, room=38)]
    assert all(later - earlier >= 37 for earlier, later in pairwise(places))
    assert all(0 <= place < width for place in places)


@given(st.integers(1900, 2020), st.integers(0, 120))
def test_a_named_year_stands_at_its_first_day(first, length):
    scale = linear(first, first + length + 1, 1000)
    for place, name in year_ticks(first, first + length, scale, room=38):
        if name[-4:].isdigit():
            assert place == int(name[-4:])


@given(st.integers(1900, 2020), st.integers(0, 120), st.sampled_from([336.0, 1000.0]))
def test_at_least_one_time_is_named(first, length, width):
    scale = linear(first, first + length + 1, width)
    assert year_ticks(first, first + length, scale, room=38)
