"""How one mark looks: what is certain, in doubt, open, planned and called off are told apart, and not by colour alone."""

import drawn
import pytest

from charts.timeline import WIDE

AXIS = (2015, 2019)


@pytest.fixture(scope="module")
def lone(chosen, figure):
    """A function that draws one event of these columns, or several."""
    return lambda *rows: figure(chosen(*rows), AXIS)


def test_what_lasted_is_solid_and_what_is_in_doubt_is_hatched(lone):
    (lasted,) = drawn.bars(lone({"date": "2017-03-01/2017-06-30"}))
    (doubt,) = drawn.bars(lone({"date": "[2017-03-01..2017-06-30]"}))
    assert "pattern" not in lasted.marker
    assert doubt.marker["pattern"]["shape"] == "/" and doubt.marker["line"]["width"] > 0


def test_only_the_certain_part_of_what_lasted_is_solid(lone):
    doubt, solid = drawn.bars(lone({"date": "2016/2018"}))
    assert "pattern" in doubt.marker and "pattern" not in solid.marker
    wide = drawn.pixel(2016 + 365 / 366), drawn.pixel(2018 + 1 / 365), drawn.pixel(2016), drawn.pixel(2019)
    assert (solid.left, solid.right, doubt.left, doubt.right) == pytest.approx(wide, abs=0.11)


@pytest.mark.parametrize("date", ["2017-05", "[2017-05-01..2017-05-02]", "2017-05-01/2017-05-02"])
def test_no_mark_is_too_narrow_to_be_read(lone, date):
    assert all(bar.right - bar.left >= 5.9 for bar in drawn.bars(lone({"date": date})))


def fading(drawing):
    """The pieces of an open end."""
    return [bar for bar in drawn.bars(drawing) if "pattern" not in bar.marker]


def test_an_open_end_fades_step_by_step_from_where_it_had_begun_for_certain_to_the_edge(lone):
    drawing = lone({"date": "2016/.."})
    steps, (doubt,) = fading(drawing), [bar for bar in drawn.bars(drawing) if "pattern" in bar.marker]
    strengths = [sum(bytes.fromhex(bar.marker["color"][1:])) for bar in steps]
    assert strengths == sorted(set(strengths)) and len(steps) > 10
    assert [bar.right for bar in steps[:-1]] == pytest.approx([bar.left for bar in steps[1:]], abs=0.01)
    assert (steps[0].left, steps[-1].right) == pytest.approx((drawn.pixel(2016 + 365 / 366), WIDE.axis), abs=0.11)
    assert (doubt.left, doubt.right) == pytest.approx((drawn.pixel(2016), steps[0].left), abs=0.11)


@pytest.mark.parametrize(("date", "arrows"), [("2016/..", 1), ("2010/..", 1), ("2016/2017", 0), ("[2016..2017]", 0)])
def test_only_an_open_end_has_an_arrow(lone, date, arrows):
    assert [marker["symbol"] for _, _, marker in drawn.points(lone({"date": date}))] == ["triangle-right"] * arrows


def test_a_set_date_has_a_mark_for_each_of_its_dates(lone):
    drawing = lone({"date": "{2016-02-10,2018-09-01}"})
    places = [drawn.pixel(2016 + 40.5 / 366), drawn.pixel(2018 + 243.5 / 365)]
    assert [x for x, _, _ in drawn.points(drawing)] == pytest.approx(places, abs=0.11)


def seen(drawing):
    """How marks look, colours aside: symbols, and of bars whether they are thin, their pattern and edge."""
    points = tuple(sorted(marker["symbol"] for _, _, marker in drawn.points(drawing)))
    looks = ((bar.height < 3, bar.marker.get("pattern", {}).get("shape"), bar.marker["line"]["width"] > 0) for bar in drawn.bars(drawing))
    return points, tuple(looks)


@pytest.mark.parametrize("date", ["2017-05-01", "2017-05", "2017-05-01/2017-06-30", "2017/.."])
def test_held_planned_and_cancelled_are_told_apart_without_colour(lone, date):
    looks = [seen(lone({"date": date, "status": status})) for status in ("held", "planned", "cancelled")]
    assert len(set(looks)) == 3


def test_a_planned_day_is_outlined_and_a_cancelled_one_outlined_and_struck(lone):
    looks = [seen(lone({"date": "2017-05-01", "status": status})) for status in ("held", "planned", "cancelled")]
    assert looks == [(("circle",), ()), (("circle-open",), ()), (("circle-open",), ((True, None, False),))]


def test_markup_in_a_title_is_shown_and_not_obeyed(lone):
    drawing = lone({"date": "2017-05-01", "title": "<b>R&D</b> <script>"})
    assert "<script>" not in str(drawing)
    ((_, card, _),) = drawn.hits(drawing)
    assert drawn.plain(card.split("<br>")[0]) == "<b>R&D</b> <script>"
