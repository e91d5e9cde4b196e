"""The timeline's figure: every mark as wide as its date, no label over anything else, and everything in reach."""

import html
from dataclasses import replace
from itertools import combinations

import drawn
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selections import selections

from benchmarks.growing import grow
from charts.look import SMALL_SIZE_PX, text_width
from charts.ready import ReadyFigure
from charts.timeline import NARROW, WIDE, screen_of, timeline
from loaders.eras import eras
from loaders.events.filters import Filters
from loaders.facts import facts
from loaders.marks import LANES, axis, by_year, lane_marks, lane_rows
from loaders.store import Store

EVERY_LOOK = [(dark, narrow) for dark in (False, True) for narrow in (False, True)]
AXIS = (2015, 2019)
ALL = Filters(background=True)


def with_labels(store, every=1):
    """The same facts, in which every so manieth event has a label, that of each third in bold."""
    labelled, events = Store(store.facts), store.events()
    numbers = range(len(events))
    rows = events.rows.assign(short=events.rows["title"].str.slice(0, 22), bold=[number % 3 == 0 for number in numbers])
    rows["short"] = rows["short"].where([number % every == 0 for number in numbers], "")
    labelled.kept(("events",), lambda: replace(events, rows=rows))
    return labelled


@pytest.fixture(scope="module")
def labelled_store(store):
    return with_labels(store)


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """The store of two thousand events."""
    folder = tmp_path_factory.mktemp("grown") / "data"
    grow(2000, folder)
    return Store(facts(folder))


@pytest.mark.parametrize("number", [1, 5, 2000])
@pytest.mark.parametrize(("dark", "narrow"), EVERY_LOOK)
def test_plotly_accepts_the_figure_of_few_and_of_many_events(grown, figure, number, dark, narrow):
    shown = grown.selection(replace(ALL, years=(2018, 2018), sector=("energy",)) if number < 2000 else ALL)
    go.Figure(figure(shown, dark=dark, narrow=narrow, lanes="tie"))


@pytest.mark.parametrize("lanes", LANES)
@given(data=st.data())
def test_every_dated_event_of_a_selection_has_a_mark_and_nothing_else_has(store, allowed, figure, lanes, data):
    shown = store.selection(data.draw(selections(allowed)))
    dated = set(shown.events.rows.loc[shown.events.rows["precision"] != "undated", "event_id"])
    assert (axis(shown) is None) == (not dated)
    if dated:
        assert drawn.keys(figure(shown, narrow=data.draw(st.booleans()), lanes=lanes)) == dated


@pytest.mark.parametrize("lanes", LANES)
@given(data=st.data())
def test_no_label_lies_over_a_mark_or_another_label_and_none_leaves_the_axis(labelled_store, allowed, figure, lanes, data):
    years = data.draw(st.sampled_from([None, (2011, 2026), (2017, 2020), (2022, 2022)]))
    chosen = data.draw(st.sampled_from([{}, {"sector": ("government",)}, {"status": ("held",)}]))
    shown = labelled_store.selection(Filters(years=years, background=data.draw(st.booleans()), **chosen))
    drawing = figure(shown, lanes=lanes)
    labels = [place for _, place in drawn.texts(drawing, "label")]
    assert labels and all(place.left >= 0 and place.right <= WIDE.axis for place in labels)
    assert not [pair for pair in combinations(labels, 2) if pair[0].overlaps(pair[1])]
    assert not [(label, mark) for label in labels for mark in drawn.marks(drawing) if label.overlaps(mark)]


def test_on_a_phone_nothing_is_labelled(labelled_store, figure):
    assert drawn.texts(figure(labelled_store.selection(), narrow=True), "label") == []


def test_only_what_has_a_short_name_is_labelled_and_agreements_in_bold(store, figure):
    shown = with_labels(store, every=5).selection()
    rows = shown.events.rows.set_index("event_id")
    found = dict(drawn.texts(figure(shown, lanes="tie"), "label"))
    assert 5 < len(found) <= (rows["short"] != "").sum()
    bold = {drawn.plain(text) for text in found if text.startswith("<b>")}
    assert bold == set(rows.loc[rows["short"].isin(map(drawn.plain, found)) & rows["bold"], "short"])


def test_a_mark_and_its_label_are_met_together(labelled_store, figure):
    shown = labelled_store.selection(Filters(sector=("energy",)))
    drawing = figure(shown)
    places = [place for _, _, place in drawn.hits(drawing)]
    for _, label in drawn.texts(drawing, "label"):
        assert any(place.left <= label.left + 0.1 and label.right - 2.1 <= place.right and place.y == label.y for place in places)


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("filters", [ALL, Filters(), Filters(years=(2018, 2018))], ids=str)
def test_nothing_is_outside_the_axis(store, figure, narrow, filters):
    drawing, size = figure(store.selection(filters), narrow=narrow), screen_of(narrow)
    assert all(0 <= x <= size.axis for x, _, _ in drawn.points(drawing))
    assert all(bar.left >= -3.1 and bar.right <= size.axis + 3.1 for bar in drawn.bars(drawing))  # a strike sticks out


@pytest.mark.parametrize("narrow", [False, True])
def test_few_marks_of_a_row_overlap_even_on_a_phone(store, figure, narrow):
    places = [place for _, _, place in drawn.hits(figure(store.selection(), narrow=narrow, lanes="tie"))]
    assert not [pair for pair in combinations(places, 2) if pair[0].overlaps(pair[1])]


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
def test_a_mark_is_drawn_as_wide_as_its_date(chosen, figure, date):
    bars = drawn.bars(figure(chosen({"date": date}), AXIS))
    wide = [drawn.pixel(year) for year in WIDTHS[date]]
    assert (min(bar.left for bar in bars), max(bar.right for bar in bars)) == pytest.approx(wide, abs=0.11)


def test_a_day_is_a_point_in_its_middle(chosen, figure):
    drawing = figure(chosen({"date": "2017-07-01"}), AXIS)
    assert [x for x, _, _ in drawn.points(drawing)] == pytest.approx([drawn.pixel(2017 + 181.5 / 365)], abs=0.11)
    assert drawn.bars(drawing) == []


@pytest.mark.parametrize(
    ("date", "edge", "end"), [("[..2017-06-30]", "right", 2017 + 181 / 365), ("[2017-07-01..]", "left", 2017 + 181 / 365)]
)
def test_of_what_is_known_to_lie_before_or_after_a_day_that_edge_alone_is_hard(chosen, figure, date, edge, end):
    bars = drawn.bars(figure(chosen({"date": date}), AXIS))
    (hard,) = [bar for bar in bars if "pattern" not in bar.marker]
    assert getattr(hard, edge) == pytest.approx(drawn.pixel(end), abs=0.11)
    assert hard.right - hard.left == pytest.approx(2)
    soft = sorted((bar for bar in bars if "pattern" in bar.marker), key=lambda bar: bar.left, reverse=edge == "left")
    assert len({bar.marker["color"] for bar in soft}) == len(soft) > 4
    assert getattr(soft[-1], edge) == pytest.approx(drawn.pixel(end), abs=0.11)


def test_what_lies_outside_the_years_is_not_drawn(chosen, figure):
    inside = ["2015", "2019-12-31", "2014/2015", "2019/2020", "2014/..", "[2014-12..2015-01]", "2010/2030"]
    outside = ["2014-12-31", "2020", "2020-01-01", "2020/..", "2010/2014", "[2013..2014]"]
    shown = chosen(*({"date": date} for date in inside + outside))
    assert drawn.keys(figure(shown, AXIS)) == {f"e{number}" for number in range(len(inside))}


def test_of_a_set_only_the_dates_within_the_years_are_drawn(chosen, figure):
    assert len(drawn.points(figure(chosen({"date": "{2012-02-10,2018-09-01}"}), AXIS))) == 1


@pytest.mark.parametrize("narrow", [False, True])
def test_a_pointer_meets_each_event_with_its_key_and_card(store, all_events, figure, narrow):
    rows = all_events.rows.set_index("event_id")
    for key, card, _ in drawn.hits(figure(store.selection(ALL), narrow=narrow)):
        row, card = rows.loc[key], html.unescape(card)
        assert row["title"] in card and card.count("<br>") == 3
        assert row["date_text"] in card
        assert f"{row['sources']} source" in card
        assert row["status"] == "held" or row["status_text"] in card
        assert ("disagree" in card) == row["disputed"]


def test_the_columns_above_are_as_high_as_their_numbers_and_the_busiest_year_stands_out(store, figure):
    shown = store.selection()
    drawing, numbers = figure(shown), by_year(shown)["events"]
    tall = sum(bar.height for bar in drawn.columns(drawing))
    each = (WIDE.floor - 15) / numbers.max()
    assert tall == pytest.approx(numbers.sum() * each, rel=0.01)
    assert [text for text, _ in drawn.texts(drawing, "number") if text.startswith("<b>")] == [f"<b>{numbers.max()}</b>"]
    assert len({bar.left for bar in drawn.columns(drawing) if bar.marker["color"] == "#8C1A3C"}) == 1


def test_what_was_held_is_solid_the_rest_outlined_and_what_may_lie_in_another_year_hatched(chosen, figure):
    said = [
        {"date": date, "status": status} for date in ("2017", "[2017-12..2018-01]") for status in ("held", "held", "planned", "cancelled")
    ]
    solid, hatched, outlined, both = drawn.columns(figure(chosen(*said), AXIS))
    assert solid.bottom == WIDE.floor and solid.top == pytest.approx(hatched.bottom, abs=0.11)
    assert hatched.top == pytest.approx(outlined.bottom, abs=0.11) and outlined.top == pytest.approx(both.bottom, abs=0.11)
    assert ["pattern" in part.marker for part in (solid, hatched, outlined, both)] == [False, True, False, True]
    assert [part.marker["line"]["width"] > 0 for part in (solid, hatched, outlined, both)] == [False, False, True, True]


@pytest.mark.parametrize("filters", [Filters(), ALL, Filters(years=(2019, 2023))], ids=str)
def test_on_a_phone_numbers_over_columns_and_names_of_years_do_not_run_into_each_other(store, figure, filters):
    drawing = figure(store.selection(filters), narrow=True)
    for name in ("number", "years"):
        places = [place for text, place in drawn.texts(drawing, name) if text and "<b>" not in text]
        assert not [pair for pair in combinations(places, 2) if pair[0].overlaps(pair[1])]
        assert all(place.right <= NARROW.axis + 0.1 for place in places)


def test_a_number_over_a_narrow_column_stands_where_there_is_room(chosen, figure):
    apart = drawn.texts(figure(chosen({"date": "1702"}, {"date": "1755"}, {"date": "1850"}, {"date": "1850"})), "number")
    assert [text for text, _ in apart] == ["1", "1", "<b>2</b>"]
    close = [{"date": str(year)} for year in range(1700, 2000)]
    assert {text for text, _ in drawn.texts(figure(chosen(*close)), "number")} == {""}


def test_a_month_begins_at_its_tick(chosen, figure):
    drawing = figure(chosen({"date": "2019-05-25"}), (2019, 2019))
    for number, month in enumerate(("Jan 2019", "Apr", "Jul", "Oct")):
        (place, _) = (place for text, place in drawn.texts(drawing, "years") if text == month)
        assert 0 <= place.left - number * WIDE.axis / 4 < 8


def test_a_hover_card_does_not_lie_over_its_own_mark(store, figure):
    (trace,) = drawn.named(figure(store.selection()), "events")
    for base, wide, (_, card) in zip(trace["base"], trace["x"], trace["customdata"], strict=True):
        needed = text_width(max(card.split("<br>"), key=len), size=13)
        assert wide < 0 or base + wide + needed <= WIDE.axis


def test_a_long_beginning_with_few_events_stands_in_a_slot_that_says_so(chosen, figure):
    many = [{"date": f"{2015 + number % 5}-0{1 + number % 9}"} for number in range(30)]
    early = [{"date": "1981-05"}, {"date": "1995"}]
    plain, few, more = (figure(chosen(*many, *rows)) for rows in ([], early, [*early, {"date": "1970"}]))
    assert not plain["layout"]["shapes"] and few["layout"]["shapes"][0]["line"]["dash"] == "dot"
    (two,) = [text for text, _ in drawn.texts(few, "years")[:6] if not text.isdigit()]
    (three,) = [text for text, _ in drawn.texts(more, "years")[:6] if not text.isdigit()]
    assert (two, three) == ("’81, ’95", "before 2015")
    assert sum(bar.right <= WIDE.slot + 4 for bar in drawn.bars(few)) == 2
    (year,) = drawn.named(few, "year")
    assert year["customdata"][0][0] == "1981 2014" and "1981–2014: 2 events" in year["customdata"][0][1]


def test_every_second_beginning_is_not_set_together_where_it_has_a_tenth_of_the_events(chosen, figure):
    drawing = figure(chosen(*({"date": date} for date in ("1981", "1982", "2015", "2016", "2017"))))
    assert not drawing["layout"]["shapes"]


@pytest.mark.parametrize("lanes", LANES)
def test_a_figure_is_as_high_as_its_rows_and_small_enough_to_send(store, fact_base, figure, lanes):
    shown = store.selection()
    drawing = figure(shown, lanes=lanes, eras=eras(fact_base))
    assert 300 < drawing["layout"]["height"] < 900
    assert len(ReadyFigure(drawing).text) < (100_000 if lanes == "city" else 60_000)


@pytest.mark.parametrize(("dark", "narrow"), EVERY_LOOK)
def test_the_chart_leaves_its_tables_as_they_are(store, dark, narrow):
    shown = store.selection()
    tables = [lane_rows(shown, "tie"), lane_marks(shown, "tie"), by_year(shown)]
    before = [table.copy(deep=True) for table in tables]
    timeline(*tables, years=axis(shown), dark=dark, narrow=narrow)
    assert all(table.equals(other) for table, other in zip(tables, before, strict=True))


def test_a_name_on_a_phone_has_room_beside_its_number(store, figure):
    drawing = figure(store.selection(), narrow=True, lanes="city")
    (rows,) = drawn.named(drawing, "rows")
    assert all(text_width(text, size=SMALL_SIZE_PX) < NARROW.names - 25 for text in rows["text"])
