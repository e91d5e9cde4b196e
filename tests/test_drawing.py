"""How one mark looks: what is certain, in doubt, open, planned and called off are told apart, and not by colour alone."""

import drawn
import pytest

from charts.lanes import WIDE_PX


def test_what_lasted_is_solid_and_what_is_in_doubt_is_hatched(invented, figure):
    (lasted,) = drawn.bars(figure(invented({"date": "2017-03-01/2017-06-30"})))
    doubt = drawn.bars(figure(invented({"date": "[2017-03-01..2017-06-30]"})))
    assert "pattern" not in lasted.marker
    assert doubt[-1].marker["pattern"]["shape"] == "/"


def test_only_the_certain_part_of_what_lasted_is_solid(invented, figure):
    bars = drawn.bars(figure(invented({"date": "2016/2018"})))
    solid = bars[-1]
    assert "pattern" not in solid.marker
    assert (solid.left, solid.right) == pytest.approx((drawn.pixel(2016 + 365 / 366), drawn.pixel(2018 + 1 / 365)))
    assert (bars[0].left, bars[0].right) == pytest.approx((drawn.pixel(2016), drawn.pixel(2019)))


def fading(drawing, after):
    """The pieces of an open end, beginning where the part that is certain ends."""
    return [bar for bar in drawn.bars(drawing) if bar.left >= after - 1e-6 and "pattern" not in bar.marker and bar.right > bar.left]


def test_an_open_end_fades_step_by_step_to_the_edge(invented, figure):
    steps = fading(figure(invented({"date": "2016/.."})), drawn.pixel(2017))
    strengths = [drawn.alpha(bar.marker) for bar in steps]
    assert strengths == sorted(set(strengths), reverse=True)
    assert [bar.right for bar in steps[:-1]] == pytest.approx([bar.left for bar in steps[1:]])
    assert (steps[0].left, steps[-1].right) == pytest.approx((drawn.pixel(2017), WIDE_PX))


def test_what_has_no_end_and_began_before_the_axis_is_faint_all_along(invented, figure):
    (bar,) = fading(figure(invented({"date": "2010/.."})), 0)
    faintest = fading(figure(invented({"date": "2016/.."})), drawn.pixel(2017))[-1]
    assert (bar.left, bar.right) == (0, WIDE_PX)
    assert drawn.alpha(bar.marker) == drawn.alpha(faintest.marker)


@pytest.mark.parametrize(("date", "arrows"), [("2016/..", 1), ("2010/..", 1), ("2016/2017", 0), ("[2016..2017]", 0)])
def test_only_an_open_end_has_an_arrow(invented, figure, date, arrows):
    symbols = [marker["symbol"] for _, _, marker in drawn.points(figure(invented({"date": date})))]
    assert symbols == ["triangle-right"] * arrows


def test_a_set_date_has_two_marks_and_one_label(invented, figure):
    drawing = figure(invented({"date": "{2016-02-10,2018-09-01}"}))
    assert [x for x, _, _ in drawn.points(drawing)] == pytest.approx([drawn.pixel(2016 + 40.5 / 366), drawn.pixel(2018 + 243.5 / 365)])
    assert len(drawn.labels(drawing)) == 1


def seen(drawing):
    """How a mark looks, colours aside: symbols, and of bars fill, pattern and edge; and whether its label is struck."""
    points = tuple(sorted(marker["symbol"] for _, _, marker in drawn.points(drawing)))
    bars = tuple(
        (bar.marker["color"] == "rgba(0,0,0,0)", bar.marker.get("pattern", {}).get("shape"), bar.marker["line"]["width"] > 0)
        for bar in drawn.bars(drawing)
    )
    return points, bars, tuple(text.startswith("<s>") for text, _, _ in drawn.labels(drawing))


@pytest.mark.parametrize("date", ["2017-05-01", "2017-05", "2017-05-01/2017-06-30"])
def test_held_planned_and_cancelled_are_told_apart_without_colour(invented, figure, date):
    looks = [seen(figure(invented({"date": date, "status": status}))) for status in ("held", "planned", "cancelled")]
    assert len(set(looks)) == 3


def test_a_planned_day_is_outlined_and_a_cancelled_one_crossed_and_struck(invented, figure):
    symbols = {}
    for status in ("held", "planned", "cancelled"):
        drawing = figure(invented({"date": "2017-05-01", "status": status}))
        ((_, _, marker),) = drawn.points(drawing)
        symbols[status] = (marker["symbol"], drawn.labels(drawing)[0][0])
    assert symbols == {
        "held": ("circle", "Event 0"),
        "planned": ("circle-open", "Event 0"),
        "cancelled": ("circle-x-open", "<s>Event 0</s>"),
    }


@pytest.mark.parametrize("narrow", [False, True])
def test_an_uncertain_date_is_marked_beside_the_title(invented, figure, narrow):
    drawing = figure(invented({"date": "2017-05?"}, {"date": "2017-05"}), narrow=narrow)
    assert [text for text, _, _ in drawn.labels(drawing)] == ["Event 0 (?)", "Event 1"]


def test_behind_a_title_stands_how_well_it_is_founded_and_the_pointer_brings_up_on_how_many_sources(all_events, figure):
    drawing = figure(all_events.where(all_events.rows["event_id"] == "students-visit-essen-2024"), years=(2023, 2025))
    ((_, card, _),) = drawn.hits(drawing)
    assert any("\u00a0●●●" in str(text) for trace in drawing["data"] for text in trace.get("text", ()))
    assert "●●● 5 sources" in card


def test_markup_in_a_title_is_shown_and_not_obeyed(invented, figure):
    drawing = figure(invented({"date": "2017-05-01", "title": "<b>R&D</b> <script>"}))
    assert "<script>" not in str(drawing)
    assert drawn.plain(drawn.labels(drawing)[0][0]) == "<b>R&D</b> <script>"
