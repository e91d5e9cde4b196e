"""The view of what the sources cover, without a browser: its grids, its choices, and the ways to it and from it."""

import html
import json
import re

import pandas as pd
import pytest
import streamlit as st
from app_pages import addressed, control, downloads, headline, opened, says

from charts.coverage import _cards, coverage_key, year_grid
from loaders.confidence_words import resting_note
from loaders.coverage import coverage_rows, side_rows, source_year_rows
from loaders.coverage_words import coverage_headline
from loaders.events.filters import Filters


@pytest.fixture(autouse=True, scope="module")
def nothing_cached():
    """The pages keep facts for the whole process: another file's tests must not meet these."""
    yield
    st.cache_resource.clear()


def test_every_grid_is_drawn_for_wide_and_narrow_with_the_same_words_and_has_its_rows_as_csv(store):
    app = opened("sources/sources.py", view="coverage")
    assert headline(app).replace("\\", "") == coverage_headline(store.selection())
    assert says(app, "An empty cell need not be a gap in the cooperation")
    alts = [chart.proto.alt for chart in app.get("plotly_chart")]
    assert len(set(alts)) == len(alts) == 1 + 3 + 1 + 3
    numbers = [len(table(store.selection())) for table in (source_year_rows, side_rows, coverage_rows)]
    assert downloads(app) == [f"{number} rows" for number in numbers]
    app.session_state["screen_width"] = "narrow"
    assert [chart.proto.alt for chart in app.run().get("plotly_chart")] == alts


def test_an_address_shows_all_documents_and_lists_what_a_cell_rests_on(store):
    app = opened("sources/sources.py", view="coverage", documents="all", cell="essen-koriyama.energy.2018")
    number = source_year_rows(store.selection())["source_id"].nunique()
    assert [chart.proto.alt for chart in app.get("plotly_chart") if chart.proto.alt.startswith(f"{number} documents")]
    assert says(app, "Looked for and not found: Visit to FREA in May 2018.")
    listed = [button for button in app.button if str(button.key).startswith("in-cell-")]
    assert len(listed) == store.selection(Filters(tie=("essen-koriyama",), sector=("energy",), years=(2018, 2018))).count()
    (button,) = [button for button in listed if button.key == "in-cell-frea-visit-2018"]
    button.click().run()
    assert addressed(app)["event"] == ["frea-visit-2018"] and addressed(app)["cell"] == ["essen-koriyama.energy.2018"]


def test_an_empty_cell_lists_what_its_word_says_and_offers_no_choice():
    app = opened("sources/sources.py", view="coverage", cell="essen-koriyama.energy.2021")
    assert says(app, "energy, 2021:** begun earlier") and says(app, "Begun earlier:")
    assert [button.key for button in app.button if str(button.key).startswith("in-cell-")] == ["in-cell-alternate-fair-participation"]
    assert not [button for button in app.button if button.key == "only-cell"]


def test_what_has_no_year_leaves_the_grids_and_not_the_page():
    app = opened("sources/sources.py", view="coverage", tie="fukushima-nrw", years=["none"])
    assert headline(app) == "No event of the relationships fits this selection"


@pytest.mark.parametrize("query", [{"tie": "none"}, {"text": "nothing has this text"}])
def test_a_selection_without_the_relationships_says_so(query):
    app = opened("sources/sources.py", view="coverage", **query)
    assert headline(app) == "No event of the relationships fits this selection" and not app.get("plotly_chart")


def test_history_alone_is_one_column():
    app = opened("sources/sources.py", view="coverage", years=["1950", "1999"])
    assert headline(app) == "German sources tell of 2 events of Düsseldorf–Tokyo"
    (rows,) = [table.value for table in app.dataframe if "State" in table.value]
    assert set(rows["Year"]) == {"before 2000"} and rows["Events"].sum() == 2


def test_the_documents_stay_the_first_view_and_the_choice_is_in_the_address():
    app = opened("sources/sources.py")
    assert "tells most" in headline(app)
    control(app, "view").set_value("coverage").run()
    assert addressed(app) == {"view": ["coverage"]} and "sources tell of" in headline(app)


@pytest.mark.parametrize("narrow", [False, True])
def test_each_kind_of_absence_is_drawn_by_a_sign_of_its_own(narrow):
    figure = coverage_key(dark=False, width=340.0 if narrow else 1100.0)
    symbols = {
        trace["marker"].get("symbol")
        for trace in figure["data"]
        if trace["type"] == "scatter" and trace["mode"] == "markers" and trace["x"]
    }
    assert symbols == {"circle", "x-thin-open"}
    patterns = [trace["marker"]["pattern"]["shape"] for trace in figure["data"] if trace["type"] == "bar" and "pattern" in trace["marker"]]
    assert patterns == ["/", "/"], "a number that is in doubt, and what is not stated"
    texts = [trace["text"] for trace in figure["data"] if trace.get("mode") == "text"]
    assert "?" in texts[0] and "looked for and not found" in texts[1]


@pytest.mark.parametrize("narrow", [False, True])
def test_a_cell_lies_in_its_year_and_a_click_on_a_line_means_its_document(narrow):
    told = {
        "sign": "held",
        "text": "1",
        "strength": 1.0,
        "colour": "#1F5A8C",
        "doubt": False,
        "also": False,
        "under": True,
        "said": ["Told"],
    }
    cells = pd.DataFrame([{"row": "deck", "year": year, "key": f"deck-{year}", **told} for year in (1999, 2001)])
    rows = pd.DataFrame([{"row": "deck", "name": "A <deck>", "note": "2", "group": "", "key": "deck", "said": ["A <deck>"]}])
    figure = year_grid(cells, rows, [(1999, "<2000"), (2000, "2000"), (2001, "2001")], name_px=300.0, dark=False, narrow=narrow)
    line, some = [trace for trace in figure["data"] if "customdata" in trace]
    assert [key for (key,) in line["customdata"]] == ["deck"] and line["base"] == [0.0]
    assert [key for (key,) in some["customdata"]] == ["deck-1999", "deck-2001"]
    (names,) = [trace for trace in figure["data"] if trace.get("mode") == "text" and any("deck" in text for text in trace["text"])]
    assert "&lt;deck&gt;" in names["text"][0]
    width = 336.0 if narrow else 1000.0
    assert some["base"][1] + some["x"][1] == pytest.approx(width), "the last year ends at the edge"
    assert some["base"][0] == pytest.approx(0.0 if narrow else 300.0)


def test_every_grid_can_be_saved_with_what_it_counts_and_the_sources_of_what_it_draws():
    app = opened("sources/sources.py", view="coverage", tie="essen-koriyama")
    app.get_by_key("picture-coverage").click().run()
    titles = [
        "Essen–Koriyama by sector and year",
        "Documents by the years of the events they tell of",
        "Essen–Koriyama, as each side tells it",
    ]
    (choice,) = [box for box in app.selectbox if box.key == "picture-coverage-which"]
    assert choice.options == titles
    papers = [chart.proto for chart in app.get("plotly_chart") if chart.proto.alt.endswith(", for paper.")]
    (texts,) = [[note["text"] for note in json.loads(paper.spec)["layout"]["annotations"]] for paper in papers]
    assert texts[0] == f"<b>{titles[0]}</b>" and any(text.startswith("Sources: ") for text in texts)


def test_the_page_and_its_rows_say_what_of_the_events_is_thinly_founded(store):
    app = opened("sources/sources.py", view="coverage", sector="energy")
    assert says(app, resting_note(store.selection(Filters(sector=("energy",))).by("witnesses", "primary")))
    (rows,) = [table.value for table in app.dataframe if "State" in table.value]
    assert rows.loc[rows["Events"] > 0, "Thinly founded"].str.contains("on one independent source").all()


def test_a_card_that_points_to_what_others_have_reads_as_it_was_said():
    lines = [
        ["Government, 2003", "none <known>"],
        ["Government, 2004", "none <known>"],
        [("Energy of a long name, ", "2003"), "%{x}", "Alone"],
    ]
    lines += [[("Energy of a long name, ", "2004"), "one & all of these words", ("2004: ", "one & all of these words")], ["Bare"]]
    found = _cards(pd.Series(lines))
    assert any("%{meta." in template for template in found["hovertemplate"])
    read = [re.sub(r"%{meta\.(\w+)}", lambda match: found["meta"][match[1]], template) for template in found["hovertemplate"]]
    plain = [[html.escape("".join(line), quote=False) for line in card] for card in lines]
    assert read == ["<br>".join([f"<b>{first}</b>", *others]) + "<extra></extra>" for first, *others in plain]
