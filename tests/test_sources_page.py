"""The page on sources without a browser: what each view shows, that each number is that of its click, and the ways that older addresses take."""

import re
from collections import Counter

import pytest
import streamlit as st
from app_pages import addressed, control, headline, opened, says, table
from selections import read

from loaders.disagreements import disagreements, place, scale
from loaders.events.filters import Filters
from loaders.founding import founding, founding_rows
from loaders.publishers import publisher_means, publishers
from loaders.story.sources import corrections_headline, coverage_headline, documents_headline, sources_headline
from pages.sources.founding import _bricks
from pages.sources.founding import means as group_means
from pages.sources.publishers import _bars
from pages.sources.publishers import means as publisher_click

PAGE = "sources/sources.py"
SELECTIONS = [
    Filters(),
    Filters(sector=("energy",)),
    Filters(witnesses=("2",)),
    Filters(source=("wz-2017-09",)),
    Filters(city=("essen",), background=True),
    Filters(text="hospital"),
]


@pytest.fixture(autouse=True, scope="module")
def nothing_cached():
    """The pages keep facts for the whole process: another file's tests must not meet these."""
    yield
    st.cache_resource.clear()


@pytest.mark.parametrize("filters", SELECTIONS, ids=str)
def test_a_publisher_tells_of_as_many_events_as_a_click_lists_in_all_and_on_one_source(store, filters):
    selection = store.selection(filters)
    of = {row["source_id"]: row["publisher"] for row in read("sources")}
    for at, row in enumerate(publishers(selection).itertuples()):
        assert {of[code] for code in row.codes} == {row.publisher}
        assert selection.count(**publisher_means(selection, at, alone=False)) == row.events >= row.alone
        assert selection.count(**publisher_means(selection, at, alone=True)) == row.alone
        assert all(selection.narrowed(source=()).count(source=(code,)) for code in row.codes)
    told = {of[code] for code in selection.had("source")}
    assert told <= set(publishers(selection)["publisher"])


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_every_number_that_is_drawn_is_that_of_its_click(store, width):
    selection = store.selection(Filters(sector=("energy", "healthcare")))
    traces = _bars(selection, width, dark=False).read()["data"]
    clicks = [point for trace in traces for point in trace.get("customdata", ())]
    assert {what for *_, what in clicks} == {"alone", "publisher"}
    for key, said, what in clicks:
        assert selection.count(**publisher_click(selection, what, key)) == int(re.search(r": (\d+)", said)[1])
    ends = [text for trace in traces for text in trace.get("text", ()) if text.startswith("<b>")]
    assert ends == [f"<b>{number}</b>" for number in publishers(selection)["events"].head(len(ends))]
    *bricks, numbers, areas = _bricks(selection, width, dark=False).read()["data"]
    for code, said, _ in areas["customdata"]:
        assert said.endswith(f": {selection.count(**group_means(code))}") and f"<b>{said.rpartition(' ')[2]}</b>" in numbers["text"]
    assert sorted(key for trace in bricks for key, _ in trace["customdata"]) == sorted(selection.keys)


@pytest.mark.parametrize("filters", SELECTIONS, ids=str)
def test_each_event_is_one_brick_in_the_row_of_its_sources(store, filters):
    selection = store.selection(filters)
    assert sorted(brick.event_id for brick in founding(selection)) == sorted(selection.keys)
    assert dict(founding_rows(selection)) == Counter(brick.group for brick in founding(selection))


@pytest.mark.parametrize("filters", SELECTIONS, ids=str)
def test_where_sources_disagree_has_every_disputed_event_and_no_other(store, filters):
    selection = store.selection(filters)
    found = disagreements(selection)
    assert {one.event_id for one in found} == set(selection.sharing(disputed=("yes",)).keys)
    assert all(one.shown and one.others for one in found)


def test_a_date_that_differs_stands_as_many_days_apart_as_its_source_says(store):
    found = {one.event_id: one for one in disagreements(store.selection()) if one.on == "Date"}
    memorandum = found["essen-koriyama-mou-2017"]
    assert (memorandum.shown, [value.text for value in memorandum.others]) == ("1 Dec 2017", ["Sept 2019"])
    assert memorandum.apart == (639.0,)
    assert found["iurc-study-visit-japan-2022"].apart == (-1.0,)
    ticks, most = scale(found.values())
    places = [at for _, at in ticks]
    assert places == sorted(places) and places[0] > 0 and places[-1] < 100
    assert place(0, most) == 50 and place(most, most) == pytest.approx(96) and place(-most, most) == pytest.approx(4)


def test_a_date_that_stays_open_between_several_is_set_against_each_that_is_named(store):
    (one,) = [
        one for one in disagreements(store.selection()) if one.event_id.startswith("pupils-present") or one.shown == "25 or 26 Mar 2021"
    ]
    assert sorted(value.text for value in one.others) == ["25 Mar 2021", "26 Mar 2021"]


def test_the_page_opens_with_what_rests_on_what_and_draws_the_same_for_a_phone(store):
    app = opened(PAGE)
    assert headline(app).replace("\\", "") == sources_headline(store.selection()).title
    alts = [chart.proto.alt for chart in app.get("plotly_chart")]
    assert len(alts) == len(set(alts)) == 2
    rows = table(app)
    assert rows["key"] == [one.event_id for one in disagreements(store.selection())]
    app.session_state["screen_width"] = "narrow"
    assert len(app.run().get("plotly_chart")) == 2


@pytest.mark.parametrize("filters", [*SELECTIONS, Filters(witnesses=("1",)), Filters(text="zzz"), Filters(years=(1981, 1981))], ids=str)
def test_the_headline_counts_the_single_sources_of_any_selection(store, filters):
    selection = store.selection(filters)
    title, alone = sources_headline(selection).title, sum(brick.group == "1" for brick in founding(selection))
    if len(selection) < 2:
        assert title in ("No event fits this selection", "This event rests on a single source", "More than one source tells of this event")
    elif alone == 0:
        assert title == f"None of these {len(selection)} events rests on a single source"
    elif alone == len(selection):
        assert title == f"Each of these {alone} events rests on a single source"
    else:
        assert f"{alone} of {len(selection)}" in title
        assert not title.startswith("More than half") or 2 * alone > len(selection)
        assert not title.startswith("Two in three") or abs(alone / len(selection) - 2 / 3) <= 0.02


def test_a_keyboard_reaches_every_publisher_and_every_row_of_bricks(store):
    selection = store.selection()
    app = opened(PAGE)
    marks = control(app, "mark-publishers-wide")
    marks.set_value(marks.options[2]).run()
    assert addressed(app)["source"] in [list(codes) for codes in publishers(selection)["codes"]]
    app = opened(PAGE)
    marks = control(app, "mark-founding-wide")
    marks.set_value(marks.options[1]).run()
    assert addressed(app) == {"witnesses": ["2"]}
    app = opened(PAGE)
    app.button(key="disputed-alone").click().run()
    assert addressed(app) == {"disputed": ["yes"]}


def test_the_documents_are_rows_a_page_at_a_time_and_follow_the_filter(store):
    app = opened(PAGE, view="documents")
    rows, every = table(app), read("sources")
    assert rows["total"] == len(every) and rows["key"][0] == store.selection().most("source")[0][0]
    assert headline(app).replace("\\", "") == documents_headline(store.selection()).title
    chosen = Filters(city=("koriyama",), sector=("healthcare",))
    rows = table(opened(PAGE, view="documents", **chosen.to_query()))
    assert 0 < rows["total"] < len(every) / 2
    counts = store.selection(chosen).counts("source")
    assert [int(number) for number in rows["Events"]] == [counts.get(key, 0) for key in rows["key"]]


def test_the_licences_words_stand_below_the_documents_that_ask_for_them():
    rows = table(opened(PAGE, view="documents", text="geonames"))
    asked = {row["notice"] for row in read("sources") if row["source_id"] in rows["key"] and row["notice"]}
    assert asked and all(notice in rows["note"] for notice in asked)


def test_every_correction_is_a_row_as_printed_as_shown_and_why(store):
    app = opened(PAGE, view="corrections")
    assert headline(app).replace("\\", "") == corrections_headline(store.selection()).title
    rows = table(app)
    reasons = sorted(row["reason"] for row in read("corrections"))
    assert sorted(rows["Why"]) == reasons and all(rows["Printed"]) and all(rows["We show"])


def test_where_sources_are_silent_draws_every_year_and_lists_every_search(store):
    app = opened(PAGE, view="coverage", background="yes")
    assert headline(app).replace("\\", "") == coverage_headline(store.selection(Filters(background=True))).title
    assert len(app.get("plotly_chart")) == 1 and says(app, "looked for and not found")
    assert sorted(table(app)["What came of it"]) == sorted(row["result"] for row in read("searches"))


def test_an_older_address_of_the_coverage_leads_to_its_view():
    app = opened(PAGE, view="coverage", documents="all", cell="essen-koriyama.energy.2018")
    assert not app.warning and len(app.get("plotly_chart")) == 1


@pytest.mark.parametrize("view", ["rests", "coverage"])
def test_a_selection_without_events_says_so(view):
    app = opened(PAGE, view=view, text="nothing has this text")
    assert headline(app) == "No event fits this selection"
    assert [note for note in app.info if "Reset" in note.value] and not app.get("plotly_chart")


def test_the_choice_of_a_view_is_in_the_address():
    app = opened(PAGE)
    control(app, "view").set_value("corrections").run()
    assert addressed(app) == {"view": ["corrections"]}


def test_the_method_is_for_who_opens_it_and_short():
    app = opened(PAGE)
    assert not says(app, "A report counts for more")
    app = opened(PAGE, menus=["method"])
    said = next(part.value for part in app.markdown if "A report counts for more" in part.value)
    assert len(said.split()) <= 200
