"""The pages without a browser: what each says for an address, across pages, and when the data are faulty."""

import shutil
from functools import partial
from pathlib import Path

import pytest
from app_pages import SHELL, addressed, headline, opened, says, shows, table, written

import loaders
from loaders.events.filters import Filters
from loaders.facts import DATA
from loaders.story.headlines import timeline_headline
from pages.parts import base
from pages.shell.pages_list import PAGES

FILTERED = Filters(years=(2017, 2020), sector=("energy",))


def faulty(folder: Path, table: str, right: str, wrong: str) -> Path:
    """A copy of the data in which one text of one table is wrong."""
    broken = Path(shutil.copytree(DATA, folder / "faulty"))
    file = broken / f"{table}.csv"
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    return broken


@pytest.fixture
def faulty_event(tmp_path, monkeypatch) -> str:
    """The pages read data in which one event has a sector that does not exist; gives the fault's words."""
    broken = faulty(tmp_path, "events", ",energy,", ",enrgy,")
    monkeypatch.setattr(loaders, "facts", partial(loaders.facts, broken))
    monkeypatch.setattr(base, "stamp", partial(base.stamp, broken))
    (fault,) = loaders.facts().faults
    return str(fault)


@pytest.mark.parametrize("page", [file for file, *_ in PAGES])
def test_a_page_renders_with_one_headline_and_no_exception(page):
    app = opened(page)
    assert not app.error and not app.warning
    assert headline(app)


def test_the_timeline_shows_all_events_of_the_relationships_where_nothing_is_chosen(all_events):
    app = opened("timeline/timeline.py")
    assert f"{(all_events.rows['tie_scope'] == 'subject').sum()} events" in written(app)
    assert shows(app, Filters(), all_events)


def test_headline_and_count_are_those_of_the_addresss_selection(all_events, store):
    app = opened("timeline/timeline.py", **FILTERED.to_query())
    assert shows(app, FILTERED, all_events)
    assert (
        headline(app).replace("\\", "") == timeline_headline(store.selection(FILTERED)).title != timeline_headline(store.selection()).title
    )


def test_charts_are_drawn_once_for_the_screen_that_shows_them_in_the_same_words_for_each():
    app = opened("timeline/timeline.py", **FILTERED.to_query())
    wide = [chart.proto.alt for chart in app.get("plotly_chart")]
    app.session_state["screen_width"] = "narrow"
    app.run()
    assert [chart.proto.alt for chart in app.get("plotly_chart")] == wide
    assert all(wide) and len(set(wide)) == len(wide) > 0


def test_an_unknown_value_is_named_and_the_rest_of_the_address_holds(all_events):
    app = opened("timeline/timeline.py", sector=["energy", "enrgy"], years="soon")
    notices = " ".join(notice.value for notice in app.warning).replace("\\", "")
    assert "enrgy" in notices and "soon" in notices
    assert shows(app, Filters(sector=("energy",)), all_events)
    assert addressed(app) == {"sector": ["energy"]}


def test_markup_in_an_address_is_shown_and_not_run():
    app = opened("timeline/timeline.py", sector="<b>**[x](http://example.org)**")
    (notice,) = app.warning
    assert "[x](" not in notice.value and "**" not in notice.value and "<b>" not in notice.value


def test_the_filter_goes_along_to_the_sources_and_back(all_events):
    app = opened("timeline/timeline.py", **FILTERED.to_query())
    for page in ("sources/sources.py", "timeline/timeline.py"):
        app.query_params.clear()  # as the browser does on a change of page
        app.switch_page(page).run()
        assert not app.exception
        assert shows(app, FILTERED, all_events)
        assert addressed(app) == FILTERED.to_query()


def test_other_parameters_stay_in_the_address():
    app = opened("timeline/timeline.py", foo="1", sector="energy")
    assert addressed(app) == {"foo": ["1"], "sector": ["energy"]}
    app.switch_page("sources/sources.py").run()
    assert addressed(app)["foo"] == ["1"]


def test_an_emptied_address_on_the_same_page_empties_the_filter(all_events):
    app = opened("timeline/timeline.py", sector="energy")
    app.query_params.clear()
    app.run()
    assert shows(app, Filters(), all_events)


def test_an_empty_selection_says_so_and_reset_brings_all_back(all_events):
    app = opened("timeline/timeline.py", text="nothing has this text")
    assert shows(app, Filters(text="nothing has this text"), all_events) and headline(app) == "No event fits this selection"
    assert [note for note in app.info if "Reset" in note.value]
    assert not app.get("plotly_chart") and not app.get("download_button")
    app.button(key="reset").click().run()
    assert shows(app, Filters(), all_events) and not addressed(app)


def test_faulty_data_are_named_on_the_page_that_needs_them(faulty_event):
    app = opened("timeline/timeline.py")
    assert app.error and faulty_event in app.code[-1].value
    assert not app.get("plotly_chart")


def test_a_page_lacks_only_the_part_that_needs_the_faulty_table(faulty_event):
    app = opened("sources/sources.py", view="documents")
    assert not app.error and headline(app)
    assert table(app)["total"] == len(loaders.facts().table("sources"))
    assert app.warning, "that the filter is off is said"
    app = opened("sources/sources.py", view="coverage")
    assert app.error[0].value.startswith("Where sources are silent cannot be shown") and says(app, faulty_event)
    assert headline(app) and table(app)["total"] == len(loaders.facts().table("searches")), "the page goes on to its end"


def test_mended_data_are_shown_again(faulty_event, monkeypatch):
    app = opened("timeline/timeline.py")
    assert app.error
    monkeypatch.undo()
    app.run()
    assert not app.error and app.get("plotly_chart")


def test_a_card_shows_the_date_that_we_show_and_the_one_that_the_deck_prints():
    app = opened("timeline/timeline.py", event="fmddsc-opening")
    assert not app.warning
    assert says(app, "7 November 2016") and says(app, "7 November 2017")
    assert says(app, "fmddsc-opening")


def test_a_card_is_shown_although_the_filter_leaves_its_event_out():
    app = opened("timeline/timeline.py", event="fmddsc-opening", sector="energy")
    assert says(app, "7 November 2017")


def test_an_unknown_event_is_named_in_a_notice():
    app = opened("timeline/timeline.py", event="fmddsc-closing")
    (notice,) = app.warning
    assert "fmddsc-closing" in notice.value.replace("\\", "")
    assert app.get("plotly_chart")


def pictured(app) -> bool:
    """Whether the dialog with the page's figures is open."""
    return says(app, "saved from it")


@pytest.mark.parametrize("page", [file for file, *_ in PAGES])
def test_a_picture_is_offered_where_a_page_has_figures_and_belongs_to_the_view_in_which_it_was_asked_for(page):
    app = opened(page, menus=["open-link"])
    offered = [button for button in app.button if button.key == "picture-for-slides"]
    assert len(offered) == ("for_slides" in "".join(file.read_text() for file in (SHELL.parent / page).parent.glob("*.py")))
    if not offered:
        return
    offered[0].click().run()
    assert pictured(app.run())
    app.query_params["event"] = "frea-opening"
    assert not app.run().exception and not pictured(app)
    del app.query_params["event"]
    assert not pictured(app.run())


def test_a_picture_that_was_asked_for_does_not_open_on_another_page():
    app = opened("timeline/timeline.py", menus=["open-link"])
    app.button(key="picture-for-slides").click().run()
    assert pictured(app)
    assert not pictured(app.switch_page("data/data.py").run()) and not pictured(app.switch_page("timeline/timeline.py").run())
