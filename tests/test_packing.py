"""Marks and labels in sub-rows: nothing overlaps, nothing is outside, nothing moves without need."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from charts.packing import BETWEEN_PX, GAP_PX, Box, pack

WIDTH = 1000.0
edges = st.tuples(st.floats(0, WIDTH), st.floats(0, WIDTH)).map(sorted)
boxes = st.lists(st.builds(lambda mark, label: Box(mark[0], mark[1], label), edges, st.floats(1, WIDTH)), max_size=25)


def pieces(number, box, place):
    """The mark and the label of one box: whose they are, their rows and edges."""
    return [(number, place.row, box.left, box.right), (number, place.label_row, place.label_from, place.label_to)]


@given(boxes)
def test_no_mark_or_label_comes_near_another_in_its_row(boxes):
    found = [
        piece for number, (box, place) in enumerate(zip(boxes, pack(boxes, WIDTH), strict=True)) for piece in pieces(number, box, place)
    ]
    for (one, row, left, right), (other, other_row, other_left, other_right) in combinations(found, 2):
        apart = right + BETWEEN_PX <= other_left or other_right + BETWEEN_PX <= left
        assert one == other or row != other_row or apart


@given(boxes)
def test_no_label_is_outside_the_width(boxes):
    for box, place in zip(boxes, pack(boxes, WIDTH), strict=True):
        assert place.label_from >= 0
        assert place.label_to <= WIDTH + 1e-6
        assert abs(place.label_to - place.label_from - box.label) < 1e-6


@given(boxes)
def test_a_label_stands_clear_of_its_mark_beside_it_or_above_where_there_is_no_room(boxes):
    for box, place in zip(boxes, pack(boxes, WIDTH), strict=True):
        if place.side == "right":
            assert place.label_from == box.right + GAP_PX
        elif place.side == "left":
            assert place.label_to == box.left - GAP_PX
        else:
            assert (place.side, place.label_row) == ("above", place.row - 1)
            assert box.right + GAP_PX + box.label > WIDTH
            assert box.left - GAP_PX - box.label < 0


@given(boxes)
def test_no_row_is_empty(boxes):
    used = {row for place in pack(boxes, WIDTH) for row in (place.row, place.label_row)}
    assert used == set(range(len(used)))


def test_what_has_room_in_one_row_takes_one():
    boxes = [Box(100.0 * number, 100.0 * number + 11, 40) for number in range(9)]
    assert {place.row for place in pack(boxes, WIDTH)} == {0}


def test_a_label_without_room_on_the_right_stands_on_the_left():
    (place,) = pack([Box(980, 991, 200)], WIDTH)
    assert (place.side, place.label_to) == ("left", 973)


def test_two_crowded_marks_share_a_row_back_to_back():
    places = pack([Box(500, 511, 300), Box(530, 541, 300)], WIDTH)
    assert [(place.row, place.side) for place in places] == [(0, "left"), (0, "right")]
