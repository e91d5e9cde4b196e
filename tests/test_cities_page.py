"""The cities page without a browser: what it says for an address, against figures checked by hand."""

import csv
import json
import re
from pathlib import Path

import app_pages
from app_pages import control, downloads
from streamlit.testing.v1 import AppTest

from loaders.numbers import number_text

ROOT = Path(__file__).resolve().parent.parent
CITIES = ("Essen", "Koriyama")
EXPECTED = ROOT / "tests" / "expected" / "figures.csv"
INDICATORS = {
    "population": "Population",
    "area": "Area",
    "GDP": "Gross domestic product",
    "companies": "Companies",
    "persons employed": "Persons employed",
    "highly qualified workforce": "Highly qualified workforce",
    "universities and colleges": "Universities",
    "extent from east to west": "Extent from east to west",
    "extent from north to south": "Extent from north to south",
    "inhabitants within 1 hour (catchment)": "Inhabitants within one hour",
}
MILLION = {"GDP": 1e6}


def opened(**query) -> AppTest:
    """The cities page at this address."""
    return app_pages.opened("cities/cities.py", **query)


def headline(app: AppTest) -> str:
    return app_pages.headline(app).replace("\\", "")


def words(app: AppTest) -> str:
    """All text of the page, Markdown's escapes left out."""
    kinds = (app.title, app.markdown, app.caption, app.info)
    return "\n".join(str(part.value) for kind in kinds for part in kind).replace("\\", "")


def table(app: AppTest, column: str):
    """The first table of the page that has this column."""
    return next(part.value for part in app.dataframe if column in part.value)


def decks_figures():
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["subject"] in CITIES]


def test_the_question_of_koriyamas_inhabitants_is_answered_at_once():
    app = opened()
    assert "Koriyama 323\u202f350 (1 Feb 2023)" in headline(app)
    tiles = [part.value.replace("\\", "") for part in app.markdown]
    (tile,) = [text for text in tiles if text.startswith("**Koriyama**\n\n#### 323\u202f350 inhabitants\n")]
    assert "as of 1 Feb 2023" in tile and "City of Koriyama; EWG" in tile and "section 2, table" in tile


def test_each_figure_of_the_deck_is_on_the_page_with_its_day_and_source():
    app = opened(indicator="all")
    profiles = [part.value for part in app.dataframe if "Definition" in part.value and "Series" in part.value]
    texts = [part.value.replace("\\", "") for part in app.markdown]
    places = [found[1] for text in texts if (found := re.match(r"\*\*(.+)\*\*, \d+ figures? of \d+ indicator", text))]
    by_place = dict(zip(places, profiles, strict=True))
    assert len(decks_figures()) == 18
    for row in decks_figures():
        rows = by_place[row["subject"]]
        rank = row["measure"].startswith("rank")
        shown = rows[rows["Indicator"] == ("Rank by population" if rank else INDICATORS[row["measure"]])]
        value = number_text(float(row["value"]) / MILLION.get(row["measure"], 1))
        value = f"about {value}" if row["qualifier"] == "approx." else value
        (found,) = [line for line in shown.itertuples() if line.Value == value and "deck" in line.Series]
        day = {"2022-12-31": "31 Dec 2022", "2023-02-01": "1 Feb 2023", "": "no date stated"}[row["as_of"]]
        assert found[4] == day, row
        assert row["locator"].split(",")[0] in found.Source and "7 Mar 2023" in found.Source


def test_both_of_the_decks_populations_of_essen_are_shown_against_each_other():
    text = words(opened())
    (line,) = [line for line in text.splitlines() if line.startswith("- Essen: Population: **593\u202f489** (31 Dec 2022")]
    assert "**592\u202f000** (no date stated" in line and "the same document prints both, this one without a date" in line


def test_an_address_opens_an_indicator_and_an_unknown_one_opens_the_population():
    assert headline(opened(indicator="gdp")).startswith("Gross domestic product: Essen 25\u202f883.748 million EUR (2018)")
    assert headline(opened(indicator="happiness")).startswith("Population:")


def test_another_indicator_changes_headline_rows_and_address():
    app = opened()
    control(app, "indicator").set_value("unemployment-rate").run()
    assert headline(app).startswith("Unemployment rate: Essen 11.3 %")
    assert dict(app.query_params)["indicator"] in ("unemployment-rate", ["unemployment-rate"])
    assert len(table(app, "Value")) == 57


def test_a_gap_is_said_in_words():
    assert "Chiba Prefecture · prefecture: no figure read" in words(opened(tie="duesseldorf-chiba", indicator="mean-age")).replace("**", "")
    text = words(opened(indicator="companies"))
    assert "no figure read" in text and "No two cities have a figure in one series here" in text


def year_chart(app):
    """Labels and values of the bars of the one year that is drawn first."""
    (bar,) = [chart.proto for chart in app.get("plotly_chart") if chart.proto.alt.startswith("Bars of 20")]
    spec = json.loads(bar.spec)
    labels = [re.search("<b>(.+?)</b>", note["text"])[1] for note in spec["layout"]["annotations"]]
    return bar.alt, dict(zip(labels, spec["data"][0]["x"], strict=True))


def test_the_year_that_all_cities_share_is_offered_first_and_drawn_with_what_differs():
    app = opened(indicator="population", year="2020")
    alt, values = year_chart(app)
    assert alt.startswith("Bars of 2020, population, inhabitants: Essen 582\u202f748 inhabitants, 30 Jun 2020")
    assert {place.split(" · ")[0]: value for place, value in values.items()} == {
        "Essen": 582748, "Koriyama": 327692, "Düsseldorf": 620021, "Chiba Prefecture": 6284480, "Tokyo": 14047594,
    }  # fmt: skip
    assert "Not of one day: 30 Jun 2020 (Essen and Düsseldorf); 1 Oct 2020 (Koriyama, Chiba Prefecture and Tokyo)." in words(app)


def test_figures_of_one_year_in_two_currencies_stand_on_two_scales():
    alts = [chart.proto.alt for chart in opened(indicator="gdp-per-head", year="2021").get("plotly_chart")]
    euros, yen = [alt for alt in alts if alt.startswith("Bars of 2021")]
    assert "Düsseldorf 87\u202f410 EUR" in euros and "JPY" not in euros and "Tokyo" in yen and "EUR" not in yen


def test_where_no_year_is_shared_none_is_offered():
    assert "In one year" not in [part.value for part in opened(indicator="companies").subheader]


def test_computed_figures_stand_apart_with_their_formula():
    text = words(opened(indicator="japanese-nationals"))
    assert "12.6 per 1\u202f000" in text and "7\u202f795 ÷ 618\u202f685 inhabitants" in text
    computed = words(opened(indicator="mean-temperature"))
    assert "Computed and kept with the data" in computed and "11 °C (computed)" in computed


def test_the_filter_cuts_cities_and_the_page_says_what_does_not():
    app = opened(city="koriyama", sector="energy")
    assert set(table(app, "Value")["City"]) == {"Koriyama"}
    assert "Figures of cities have no sector" in words(app)
    assert headline(opened(text="nothing has this text")) == "No figure fits this selection"


def test_tables_charts_and_downloads_follow_each_other():
    for indicator in ("population", "gdp", "all"):
        app = opened(indicator=indicator)
        assert len(downloads(app)) == 1
        alts = [chart.proto.alt for chart in app.get("plotly_chart")]
        assert alts and all(alts)


def test_cooperation_panels_are_drawn_for_each_member_and_are_cut_by_the_filter():
    app = opened(view="activity")
    alts = {chart.proto.alt for chart in app.get("plotly_chart")}
    assert len(alts) == 5 and len(app.get("plotly_chart")) == 5
    few = opened(view="activity", city="essen")
    assert headline(few) == "Essen is named with 63 events" and len(few.get("plotly_chart")) == 1


def test_where_no_event_of_these_cities_fits_the_page_says_so_and_draws_none():
    app = opened(view="activity", city="osaka")
    assert headline(app) == "No event of these cities fits this selection" and not app.get("plotly_chart")


def test_behind_each_series_over_the_years_stands_how_well_its_latest_figure_is_founded():
    app = opened(indicator="population")
    specs = [
        json.loads(chart.proto.spec) for chart in app.get("plotly_chart") if chart.proto.alt.startswith("Figures over the years, Essen")
    ]
    wide = [
        trace["text"] for spec in specs for trace in spec["data"] if trace.get("mode") == "markers+text" and "<b>1</b>" not in trace["text"]
    ]
    assert len(wide) == 1 and all(re.search(r"\d [●○]+~?(</b>)?$", text) for text in wide[0])
