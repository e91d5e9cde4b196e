"""The figures of the cities without a browser: what is shown, counted and taken away is the same; events' choices are kept and cut none."""

import csv
import json
from itertools import pairwise

import app_pages
import pytest
import streamlit as st
from app_pages import addressed, control, table, written
from streamlit.testing.v1 import AppTest

from loaders.numbers import in_unit

PLACES = ["Essen", "Koriyama", "Düsseldorf", "Chiba Prefecture", "Tokyo"]


def opened(**query) -> AppTest:
    """The cities page at this address."""
    return app_pages.opened("cities/cities.py", **query)


def drawn(app: AppTest, trace: str = "events") -> list[str]:
    """The keys of what the pointer meets in the page's charts."""
    specs = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    return [mark[0] for spec in specs for some in spec["data"] if some.get("name") == trace for mark in some["customdata"]]


def texts(app: AppTest, chart: int = 0) -> list[str]:
    """The texts of one chart, as they are drawn."""
    spec = json.loads(app.get("plotly_chart")[chart].proto.spec)
    return [text for some in spec["data"] for text in some.get("text", ())]


def count(app: AppTest) -> int:
    """The number that the bar says."""
    (said,) = [text for text in written(app) if text.endswith((" figures", " figure"))]
    return int(said.split()[0])


@pytest.fixture
def files(monkeypatch):
    """What the buttons at one click make, by the name of the offer."""
    made, button = {}, st.download_button

    def offer(label, data, **others):
        made[others["key"]] = data
        return button(label, data=data, **others)

    monkeypatch.setattr(st, "download_button", offer)
    return lambda name: [row["observation_id"] for row in csv.DictReader(made[f"csv-{name}"]().decode("utf-8-sig").splitlines())]


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"place": "essen,koriyama", "year": "2022"},
        {"indicator": "area"},
        {"view": "time"},
        {"view": "time", "indicator": "gdp", "place": "tokyo-23-wards,essen"},
    ],
    ids=str,
)
def test_the_count_the_rows_the_marks_and_the_file_are_of_the_same_figures(query, files):
    app = opened(**query)
    keys = table(app)["key"]
    assert count(app) == len(keys) == len(set(keys)) > 0
    over_time = query.get("view") == "time"
    assert files("figures_over_time" if over_time else "figures") == keys
    assert set(drawn(app, "figures" if over_time else "events")) <= set(keys)
    if not over_time:
        assert set(drawn(app)) == set(keys)


def test_the_choices_of_events_are_kept_and_cut_no_figure():
    plain, chosen = opened(), opened(sector="energy", city="koriyama", years=["2018", "2019"])
    assert table(chosen)["key"] == table(plain)["key"]
    assert addressed(chosen) == {"sector": ["energy"], "city": ["koriyama"], "years": ["2018", "2019"]}
    assert not [text for text in written(chosen) if text.endswith("events")]


@pytest.mark.parametrize(
    "old", [{"view": "activity"}, {"view": "evenings"}, {"view": "figures"}, {"indicator": "happiness"}, {"year": "1700"}]
)
def test_an_address_that_says_what_is_no_more_shows_the_figures_side_by_side(old):
    app = opened(**old)
    assert table(app)["key"] == table(opened())["key"] and addressed(app) == {}


def test_the_year_that_most_places_share_comes_first_with_every_place_in_one_order():
    shown = texts(opened())
    assert [text for text in shown if text in PLACES] == PLACES * (len([text for text in shown if "2020, " in text]))
    assert {f"<b>{text}</b>" for text in ("582\u202f748", "27.1", "0.8", "6\u202f385")} <= set(shown)
    assert "no figure found" in texts(opened(), 1)


def test_another_year_is_another_address_and_other_figures():
    app = opened()
    control(app, "year").set_value("2024").run()
    assert not app.exception and addressed(app) == {"year": ["2024"]}
    assert any("2024, inhabitants" in text for text in texts(app))
    assert "618\u202f685" in "".join(texts(app))


def test_places_that_are_chosen_stand_alone_and_an_indicator_too():
    app = opened(menus=["open-place"], indicator="share-aged-65")
    control(app, "place").set_value(["koriyama", "essen"]).run()
    assert not app.exception and addressed(app) == {"indicator": ["share-aged-65"], "place": ["koriyama,essen"]}
    rows = table(app)
    assert list(dict.fromkeys(rows["Place"])) == ["Essen", "Koriyama"] and set(rows["Indicator"]) == {"Share aged 65 and over"}


def test_a_figure_in_another_currency_is_on_no_scale():
    app = opened(indicator="gdp-per-head", place="duesseldorf,tokyo,essen")
    assert {"<b>8\u202f114\u202f626 JPY</b>", "<b>87\u202f410</b>"} <= set(texts(app))


def test_two_counts_of_one_city_are_joined_and_the_table_says_why_one_is_followed():
    app = opened(indicator="area", place="essen")
    joined = texts(app, len(app.get("plotly_chart")) - 1)
    assert {text.removeprefix("<b>")[:6] for text in joined} == {"Essen,", "210.32", "210.34"}
    rows = table(app)
    assert {figure.split()[0] for figure in rows["Figure"]} == {"210.34", "210.32"}


def test_over_time_no_line_joins_two_series(store):
    app = opened(view="time", indicator="share-foreign", place="essen")
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    (points,) = [trace for trace in spec["data"] if trace.get("name") == "figures"]
    series = store.figures().set_index("observation_id")["series_id"]
    of = {(x, y): series[mark[0]] for x, y, mark in zip(points["x"], points["y"], points["customdata"], strict=True)}
    lines = [trace for trace in spec["data"] if trace.get("mode") == "lines" and (*trace["x"][:1], *trace["y"][:1]) in of]
    joined = [(one, other) for trace in lines for one, other in pairs(trace)]
    assert len(joined) > 20 and all(of[one] == of[other] for one, other in joined)


def test_over_time_every_dated_figure_is_drawn_or_counted_below(store):
    app = opened(view="time", indicator="gdp")
    dated = store.figures().set_index("observation_id")["x"].reindex(table(app)["key"]).notna().sum()
    aside = [int(text.split()[0]) for text in written(app) if "another unit" in text]
    assert len(drawn(app, "figures")) + sum(aside) == dated > 0


@pytest.mark.parametrize(
    ("value", "unit", "other", "same"),
    [
        (2.5, "trillion JPY", "million JPY", 2_500_000),
        (300, "EUR", "thousand EUR", 0.3),
        (7, "", "", 7),
        (1, "million JPY", "million EUR", None),
    ],
)
def test_units_that_differ_by_a_scale_word_are_one(value, unit, other, same):
    assert in_unit(value, unit, other) == (same if same is None else pytest.approx(same))


def pairs(trace: dict) -> list[tuple]:
    """The ends of each stretch of a line."""
    corners = list(zip(trace["x"], trace["y"], strict=True))
    return [(one, other) for one, other in pairwise(corners) if None not in one and None not in other]
