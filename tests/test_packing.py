"""Marks and labels in sub-rows: nothing overlaps, nothing is outside, nothing moves without need."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from charts.packing import BETWEEN_PX, GAP_PX, Box, pack

WIDTH = 1000.0
edges = st.tuples(st.floats(0, WIDTH), st.floats(0, WIDTH)).map(sorted)
boxes = st.lists(st.builds(lambda mark, label: Box(mark[0], mark[1], label), edges, st.floats(1, WIDTH)), max_size=25)


def reach(box, place):
    return min(box.left, place.label_from), max(box.right, place.label_to)


@given(boxes)
def test_no_two_marks_with_their_labels_overlap_in_a_row(boxes):
    reaches = [(place.row, *reach(box, place)) for box, place in zip(boxes, pack(boxes, WIDTH), strict=True)]
    for (row, left, right), (other, other_left, other_right) in combinations(reaches, 2):
        assert row != other or right + BETWEEN_PX <= other_left or other_right + BETWEEN_PX <= left


@given(boxes)
def test_no_label_is_outside_the_width(boxes):
    for box, place in zip(boxes, pack(boxes, WIDTH), strict=True):
        assert place.label_from >= 0
        assert place.label_to <= WIDTH + 1e-6
        assert abs(place.label_to - place.label_from - box.label) < 1e-6


@given(boxes)
def test_a_label_beside_its_mark_stands_clear_of_it(boxes):
    for box, place in zip(boxes, pack(boxes, WIDTH), strict=True):
        if place.side == "right":
            assert place.label_from == box.right + GAP_PX
        elif place.side == "left":
            assert place.label_to == box.left - GAP_PX
        else:
            assert box.right + GAP_PX + box.label > WIDTH
            assert box.left - GAP_PX - box.label < 0


@given(boxes)
def test_no_row_is_empty(boxes):
    used = {place.row for place in pack(boxes, WIDTH)}
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
