"""The overview and the page of sources without a browser, and cards of every kind on them."""

import json
import re

import pytest
from app_pages import addressed, control, headline, opened, says, shows, written

from charts.scale import opening
from loaders.events.filters import Filters
from loaders.story.headlines import overview_headline
from loaders.story.overview import doubts, findings
from loaders.trips import trips
from pages.overview import where
from pages.overview.wall import columns, means, wall

ENERGY = Filters(sector=("energy",))


@pytest.mark.parametrize("filters", [Filters(), ENERGY, Filters(tie=("essen-koriyama",)), Filters(background=True)], ids=str)
def test_headline_count_and_bricks_of_the_overview_are_of_the_selection(store, all_events, filters):
    shown, app = store.selection(filters), opened("overview/overview.py", **filters.to_query())
    assert headline(app).replace("\\", "") == overview_headline(shown).title and shows(app, filters, all_events)
    (figure,) = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart") if chart.proto.alt.startswith("One brick is one event")]
    bricks = [key for trace in figure["data"] if trace.get("name") == "events" for key, _ in trace["customdata"]]
    assert sorted(bricks) == sorted(shown.events.rows.dropna(subset="year")["event_id"])


@pytest.mark.parametrize("filters", [Filters(), ENERGY, Filters(background=True)], ids=str)
def test_every_number_over_a_column_beside_a_lane_and_of_a_trip_is_what_its_click_lists(store, filters):
    shown = store.selection(filters)
    figure = wall(shown, dark=False, narrow=False).read()
    for trace in figure["data"]:
        if trace.get("name") in ("column", "lane"):
            for (key, card, what), text in zip(trace["customdata"], trace["text"], strict=True):
                number = shown.narrowed(**means(shown, what, key)).count()
                assert number == int(re.findall(r"\d+", card)[-1]) == int(re.findall(r"\d+", text)[-1])
    for row in trips(shown):
        assert row.events == shown.narrowed(**where.means(shown, f"{row.tie}|{row.to}")).count()


def test_the_line_below_the_bricks_names_the_signs_that_occur_and_no_other(store):
    for filters in (Filters(), Filters(status=("held",)), Filters(status=("planned",)), Filters(years=(2014, 2014))):
        rows = store.selection(filters).events.rows.dropna(subset="year")
        app = opened("overview/overview.py", **filters.to_query())
        (line,) = [caption.value for caption in app.caption if "One brick" in caption.value]
        assert ("Outlined" in line, "Struck" in line) == ((rows["status"] == "planned").any(), (rows["status"] == "cancelled").any())
        assert ("Hatched" in line) == rows["doubtful"].any()


def test_the_trips_to_a_country_keep_their_side_and_tone_where_none_leads_to_the_other(store):
    one_way = Filters(sector=("culture",), venue=("chiba", "chiba-prefecture", "tokyo"))
    (bare, only), (both, same) = (
        where._directions(store.selection(filters), dark=False).read()["data"] for filters in (one_way, Filters())
    )
    assert not bare["x"] and both["x"] and only["x"] and all(x > 0 for x in (*only["x"], *same["x"]))
    assert only["marker"]["color"] == same["marker"]["color"] != both["marker"]["color"]


@pytest.mark.parametrize("filters", [Filters(years=(2022, 2022)), ENERGY, Filters(witnesses=("1",))], ids=str)
def test_what_a_choice_may_have_left_out_is_not_called_the_first_on_record(store, filters):
    assert "First on record" in overview_headline(store.selection()).line
    assert "First on record" not in overview_headline(store.selection(filters)).line


def test_a_long_sparse_beginning_is_one_column_on_the_overview_as_on_the_timeline(store):
    """With the background the first event is of the year 250; the years that matter must not be crowded for it."""
    for filters in (Filters(), Filters(background=True)):
        shown = store.selection(filters)
        numbers = shown.by("year")
        (name, (first, last)), *others = columns(shown)
        assert first == min(numbers) and last + 1 == opening((first, max(numbers)), numbers) == others[0][1][0]
        assert len(others) < 40 and (name == "’81, ’95" or name == f"before {last + 1}")


@pytest.mark.parametrize("filters", [Filters(), ENERGY, Filters(tie=("essen-koriyama",)), Filters(background=True)], ids=str)
def test_every_finding_and_doubt_has_as_many_rows_as_its_number_says(store, filters):
    shown = store.selection(filters)
    assert 0 < len(findings(shown)) <= 3
    for finding in findings(shown):
        assert shown.narrowed(**finding.choices).count() == finding.number
    for number, _, choices in doubts(shown):
        assert 0 < number == shown.narrowed(**choices).count()


def test_what_is_said_of_a_second_source_counts_those_that_have_one_and_is_left_out_where_none_has(store, all_events):
    rows = all_events.rows
    for sector in set(rows["sector_id"]):
        shown = store.selection(Filters(sector=(sector,), background=True))
        second = int((rows.loc[rows["sector_id"] == sector, "witnesses"] > 1).sum())
        for finding in (one for one in findings(shown) if one.choices == {"witnesses": ("1",)}):
            said = re.match(r"Of \d+, (\d+) (has|have) a second\.", finding.line)
            assert (said and said.groups()) == ((str(second), "has" if second == 1 else "have") if second else None)


@pytest.mark.parametrize(
    "kind, key, word",
    [
        ("event", "fmddsc-opening", "7 November 2017"),
        ("site", "frea", "within about 1 km"),
        ("figure", "essen.deck-population-undated", "593\u202f489"),
        ("document", "essen-koriyama-deck-2023", "310 rows of the data rest on it"),
    ],
)
def test_a_card_of_each_kind_opens_from_the_address(kind, key, word):
    app = opened("sources/sources.py", **{kind: key})
    assert not app.warning and not app.error
    assert says(app, word) and says(app, f"key: {key}")


@pytest.mark.parametrize("kind", ["event", "site", "figure", "document"])
def test_an_unknown_card_is_named_in_a_notice(kind):
    app = opened("sources/sources.py", **{kind: "no-such-key"})
    (notice,) = app.warning
    assert f"no {kind}" in notice.value and "no-such-key" in notice.value.replace("\\", "")


def test_each_number_of_a_picture_is_chosen_by_keyboard_too(store):
    """A list of what the bricks and their lanes have; choosing one lists as many events as it says, and it can be chosen again."""
    app = opened("overview/overview.py")
    for _ in range(2):
        marks = control(app, "mark-wall-wide")
        words = next(words for words in marks.options if ", 2022: " in words)
        marks.set_value(words).run()
        assert addressed(app)["years"] == ["2022", "2022"] and len(addressed(app)["tie"]) == 1
        assert f"{words.rpartition(' ')[2]} events" in written(app)
        app.button(key="reset").click().run()
    assert addressed(app) == {}
