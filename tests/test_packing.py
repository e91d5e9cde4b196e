"""Marks and labels in the lines of a row: nothing overlaps, nothing is outside, and there are few lines."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from charts.packing import BESIDE_PX, labelled, packed

WIDTH, GAP, MOST = 1000.0, 2.0, 6
marks = st.lists(st.tuples(st.floats(0, WIDTH - 40), st.floats(5, 40)), max_size=25).map(
    lambda all: sorted((left, left + wide) for left, wide in all)
)
wishes = st.lists(st.tuples(st.integers(0, 24), st.floats(20, 200), st.booleans()), unique_by=lambda wish: wish[0], max_size=10)


@given(marks)
def test_no_mark_lies_on_another_where_there_are_lines_enough(marks):
    lines = packed(marks, most=99, gap=GAP)
    for (one, line), (other, other_line) in combinations(zip(marks, lines, strict=True), 2):
        assert line != other_line or one[1] + GAP <= other[0]
    assert set(lines) == set(range(len(set(lines))))


@given(marks)
def test_there_are_never_more_lines_than_there_may_be(marks):
    assert all(line < 2 for line in packed(marks, most=2, gap=GAP))


@given(marks, wishes, st.floats(0, WIDTH))
def test_no_label_lies_on_a_mark_another_label_or_the_wall_or_leaves_the_width(marks, wishes, wall):
    wishes = [wish for wish in wishes if wish[0] < len(marks)]
    before = packed(marks, most=99, gap=GAP)
    lines, labels = labelled(marks, before, wishes, width=WIDTH, wall=wall, most=MOST, gap=GAP)
    pieces = [(line, *mark) for line, mark in zip(lines, marks, strict=True)]
    for place, label in labels.items():
        left, right = marks[place]
        assert label.left >= 0 and label.right <= WIDTH and not label.left < wall < label.right
        assert label.left == right + BESIDE_PX if label.side == "right" else label.right == left - BESIDE_PX
    pieces += [(lines[place], label.left, label.right) for place, label in labels.items()]
    for (line, left, right), (other, start, end) in combinations(pieces, 2):
        assert line != other or right <= start or end <= left
    assert set(lines) == set(range(len(set(lines)))) and len(set(lines)) <= max(MOST, len(set(before)))


def test_a_label_without_room_on_the_right_stands_on_the_left():
    _, labels = labelled([(980, 990)], [0], [(0, 200, False)], width=WIDTH, wall=-1, most=MOST, gap=GAP)
    assert (labels[0].side, labels[0].right) == ("left", 976)


def test_only_a_label_that_is_worth_it_takes_a_line_of_its_own():
    marks = [(500, 510), (512, 522), (488, 498)]
    found = {
        worth: labelled(sorted(marks), [0, 0, 0], [(1, 300, worth)], width=WIDTH, wall=-1, most=MOST, gap=GAP) for worth in (False, True)
    }
    assert found[False] == ([0, 0, 0], {})
    assert found[True][0] == [0, 1, 0] and found[True][1][1].side == "right"


def test_marks_go_up_into_the_room_that_labels_leave():
    marks = [(100, 110), (105, 115), (108, 118)]
    lines, labels = labelled(marks, packed(marks, most=MOST, gap=GAP), [(0, 60, True)], width=WIDTH, wall=-1, most=MOST, gap=GAP)
    assert set(labels) == {0} and len(set(lines)) == 3
