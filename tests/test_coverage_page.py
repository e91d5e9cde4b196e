"""The view of what the sources cover, without a browser: its grids, its choices, and the ways to it and from it."""

import json

import pandas as pd
import pytest
import streamlit as st
from app_pages import addressed, control, downloads, headline, opened, says

from charts.coverage import coverage_key, year_grid
from loaders.coverage import coverage_rows, side_rows, source_year_rows
from loaders.coverage_words import coverage_note
from loaders.events.filters import Filters, select


@pytest.fixture(autouse=True, scope="module")
def nothing_cached():
    """The pages keep facts for the whole process: another file's tests must not meet these."""
    yield
    st.cache_resource.clear()


def test_every_grid_is_drawn_for_wide_and_narrow_with_the_same_words_and_has_its_rows_as_csv(fact_base, all_events):
    app = opened("sources.py", view="coverage")
    assert headline(app).startswith("Essen–Koriyama is told in ")
    assert says(app, "An empty cell need not be a gap in the cooperation")
    alts = [chart.proto.alt for chart in app.get("plotly_chart")]
    assert len(set(alts)) == len(alts) == 1 + 3 + 1 + 3
    numbers = [len(table(fact_base, all_events, Filters())) for table in (source_year_rows, side_rows, coverage_rows)]
    assert downloads(app) == [f"{number} rows" for number in numbers]
    (uncounted,) = [place for place in app.expander if "speak only of what does not count here" in place.label]
    assert uncounted.label.startswith(f"{len(uncounted.dataframe[0].value)} documents")
    app.session_state["screen_width"] = "narrow"
    assert [chart.proto.alt for chart in app.run().get("plotly_chart")] == alts


def test_an_address_shows_all_documents_and_lists_what_a_cell_rests_on(fact_base, all_events):
    app = opened("sources.py", view="coverage", documents="all", cell="essen-koriyama.energy.2018")
    number = source_year_rows(fact_base, all_events, Filters())["source_id"].nunique()
    assert [chart.proto.alt for chart in app.get("plotly_chart") if chart.proto.alt.startswith(f"{number} documents")]
    assert says(app, "Looked for and not found: Visit to FREA in May 2018.")
    (button,) = [button for button in app.button if button.key == "in-cell-frea-visit-2018"]
    button.click().run()
    assert addressed(app)["event"] == ["frea-visit-2018"] and addressed(app)["cell"] == ["essen-koriyama.energy.2018"]


@pytest.mark.parametrize("query", [{"tie": "none"}, {"text": "nothing has this text"}])
def test_a_selection_without_the_relationships_says_so(query):
    app = opened("sources.py", view="coverage", **query)
    assert headline(app) == "No event of the relationships fits this selection" and not app.get("plotly_chart")


def test_history_alone_is_one_column_and_what_is_undated_is_not_lost():
    app = opened("sources.py", view="coverage", years=["1950", "1999"])
    assert (
        headline(app) == "Düsseldorf–Tokyo is told before 2000, by German sources; of Essen–Koriyama nothing that is dated to these years"
    )


def test_the_documents_stay_the_first_view_and_the_choice_is_in_the_address():
    app = opened("sources.py")
    assert "sources carry the facts" in headline(app)
    control(app, "view").set_value("coverage").run()
    assert addressed(app) == {"view": ["coverage"]} and "is told in" in headline(app)


def test_the_timeline_leads_to_what_the_sources_cover_with_its_filter():
    app = opened("timeline.py", **Filters(sector=("energy",)).to_query())
    (link,) = [link.proto for link in app.get("page_link") if "see what the sources cover" in link.proto.label]
    assert "view=coverage" in link.query_string and "sector=energy" in link.query_string


@pytest.mark.parametrize("narrow", [False, True])
def test_each_kind_of_absence_is_drawn_by_a_sign_of_its_own(narrow):
    figure = coverage_key(dark=False, width=340.0 if narrow else 1100.0)
    symbols = {
        trace["marker"].get("symbol")
        for trace in figure["data"]
        if trace["type"] == "scatter" and trace["mode"] == "markers" and trace["x"]
    }
    assert symbols == {"circle", "x-thin-open"}
    (hatched,) = [trace for trace in figure["data"] if trace["type"] == "bar" and "pattern" in trace["marker"]]
    texts = [trace["text"] for trace in figure["data"] if trace.get("mode") == "text"]
    assert len(hatched["y"]) == 1 and "?" in texts[0] and "looked for and not found" in texts[1]


@pytest.mark.parametrize("narrow", [False, True])
def test_a_cell_lies_in_its_year_and_a_click_on_a_line_means_its_document(narrow):
    told = {"sign": "held", "text": "1", "strength": 1.0, "colour": "#1F5A8C", "also": False, "under": True, "said": ["Told"]}
    cells = pd.DataFrame([{"row": "deck", "year": year, "key": f"deck-{year}", **told} for year in (1999, 2001)])
    rows = pd.DataFrame([{"row": "deck", "name": "A <deck>", "note": "2", "group": "", "key": "deck", "said": ["A <deck>"]}])
    figure = year_grid(cells, rows, [(1999, "<2000"), (2000, "2000"), (2001, "2001")], name_px=300.0, dark=False, narrow=narrow)
    line, some = [trace for trace in figure["data"] if "customdata" in trace]
    assert [key for key, _ in line["customdata"]] == ["deck"] and line["base"] == [0.0]
    assert [key for key, _ in some["customdata"]] == ["deck-1999", "deck-2001"]
    (names,) = [trace for trace in figure["data"] if trace.get("mode") == "text" and any("deck" in text for text in trace["text"])]
    assert "&lt;deck&gt;" in names["text"][0]
    width = 336.0 if narrow else 1000.0
    assert some["base"][1] + some["x"][1] == pytest.approx(width), "the last year ends at the edge"
    assert some["base"][0] == pytest.approx(0.0 if narrow else 300.0)


def test_every_grid_can_be_saved_with_what_it_counts_and_the_sources_of_what_it_draws():
    app = opened("sources.py", view="coverage", tie="essen-koriyama")
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


def test_the_page_and_its_rows_say_what_of_the_cells_is_thinly_founded(fact_base, all_events):
    app = opened("sources.py", view="coverage", sector="energy")
    assert says(app, coverage_note(fact_base, select(all_events, Filters(sector=("energy",))), Filters(sector=("energy",))))
    (rows,) = [table.value for table in app.dataframe if "State" in table.value]
    assert rows.loc[rows["Events"] > 0, "Thinly founded"].str.contains("on one independent source").all()
