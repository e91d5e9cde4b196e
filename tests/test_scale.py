"""Years onto pixels."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.scale import broken, linear, year_ticks

PIECES = ((200, 1600, 0.2), (1600, 1900, 0.3), (1900, 2000, 0.5))


@given(st.floats(200, 2000), st.floats(200, 2000))
def test_a_later_time_is_never_left_of_an_earlier_one(one, other):
    scale = broken(PIECES, 1000, gap=14)
    assert scale(min(one, other)) <= scale(max(one, other))


@given(st.floats(-3000, 5000))
def test_no_time_is_outside_the_width(year):
    for scale in (broken(PIECES, 1000, gap=14), linear(2000, 2027, 1000)):
        assert 0 <= scale(year) <= 1000


def test_one_piece_has_years_of_equal_width():
    scale = linear(2000, 2010, 1000)
    assert [float(scale(year)) for year in (2000, 2005, 2005.5, 2010)] == [0, 500, 550, 1000]


def test_a_break_lies_in_the_gap_between_two_pieces():
    scale = broken(PIECES, 1000, gap=14)
    ends = [piece[3] for piece in scale.pieces[:-1]]
    assert scale.breaks == pytest.approx([end + 7 for end in ends])


def test_pieces_and_gaps_fill_the_width():
    assert broken(PIECES, 1000, gap=14).pieces[-1][3] == pytest.approx(1000)


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
