"""The Düsseldorf Evenings as a series, and what cities did together by year and sector."""

import pandas as pd
import pytest

from charts.bars import bars
from charts.panels import ALL, panel
from loaders.city_activity import by_city, cooperation, held_by_city
from loaders.city_words import activity_headline, evenings_headline
from loaders.evenings import evening_figures, evening_rows, evenings
from loaders.events.filters import Filters, select
from loaders.marks import counted_here

CITIES = ["essen", "koriyama", "duesseldorf", "chiba-prefecture", "tokyo"]


@pytest.fixture(scope="module")
def rows(fact_base, all_events):
    return evenings(fact_base, all_events).set_index(["year", "measure"])


def test_guests_and_beer_of_each_evening_as_the_sources_have_them(rows):
    said = {key: row["figure"] for key, row in rows.iterrows()}
    assert said["2017", "guests"] == "more than 1\u202f000 guests" and said["2019", "guests"] == "more than 1\u202f200 guests"
    assert said["2025", "guests"] == "about 700 guests" and said["2025", "altbier"] == "about 800 litres of Altbier"
    assert said["1981", "guests"] == said["2022", "altbier"] == "no figure read"
    assert len(rows) == 18


def test_an_announced_figure_is_told_from_a_reported_one(fact_base, all_events):
    basis = evening_figures(fact_base, all_events).set_index("measure_id")["basis"]
    assert basis["duesseldorf-evening-tokyo-2019.kegs"] == basis["duesseldorf-evening-tokyo-2017.kegs"] == "announced"
    assert basis["duesseldorf-evening-tokyo-2019.altbier"] == basis["duesseldorf-evening-tokyo-2025.guests"] == "reported"


def test_the_announcement_that_differs_from_the_report_is_shown(rows):
    against = rows.loc[("2017", "guests"), "against"]
    assert "expected" in against and "1\u202f000 guests expected" in against
    assert rows.loc[("2019", "guests"), "against"] == ""


def test_the_headline_of_the_evenings_says_what_is_shown(fact_base, all_events):
    text = evenings_headline(evenings(fact_base, all_events))
    assert text.startswith("Düsseldorf Evenings in Tokyo, 9 events on record") and "2019 (more than 1\u202f200 guests)" in text
    few = select(all_events, Filters(years=(1990, 2008)))
    assert "none with a figure" in evenings_headline(evenings(fact_base, few))


def test_the_download_of_the_evenings_has_numbers_and_sources(fact_base, all_events):
    table = evening_rows(evening_figures(fact_base, all_events)).set_index("measure_id")
    row = table.loc["duesseldorf-evening-tokyo-2025.guests"]
    assert (row["value"], row["unit"], row["qualifier"], row["date"]) == (700, "persons", "about", "2025-06-16")
    assert table["citations"].ne("").all() and len(table) == 11


def test_panels_count_what_headline_and_columns_count_and_no_context(all_events):
    counted = counted_here(all_events)
    table = by_city(all_events, CITIES)
    links = counted.links["city"]
    assert table["events"].sum() == links["code"].isin(CITIES).sum()
    assert cooperation(all_events).rows["tie_id"].notna().all()
    context = select(all_events, Filters(tie=("none",)))
    assert len(context) and not len(cooperation(context)) and not len(by_city(context, CITIES))


def test_held_events_of_a_city_agree_with_its_panel(all_events):
    held = held_by_city(all_events)
    table = by_city(all_events, CITIES)
    for city in CITIES:
        assert table[(table["city_id"] == city) & (table["status"] == "held")]["events"].sum() == held[city]
    names = {"essen": "Essen", "koriyama": "Koriyama"}
    assert activity_headline(held, names) == f"Koriyama had a part in {held['koriyama']} held events, Essen in {held['essen']}"


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
def test_a_panel_draws_every_event_once_in_all_and_once_in_its_sector(all_events, narrow):
    table = by_city(all_events, CITIES)
    most = table.groupby(["city_id", "year"])["events"].sum().max()
    lanes = table.drop_duplicates("sector")[["sector", "sector_id", "colour"]]
    lanes = lanes.rename(columns={"sector": "lane", "sector_id": "code"}).assign(most=most)
    heights = pd.concat([lanes.iloc[[0]].assign(lane=ALL, code="", colour=""), lanes], ignore_index=True)
    essen = table[table["city_id"] == "essen"]
    figure = panel(essen, heights, years=(2004, 2025), dark=False, narrow=narrow)
    bars = [trace for trace in figure["data"] if trace["type"] == "bar"]
    assert -sum(sum(trace["y"]) for trace in bars if "customdata" not in trace) / 6 == 2 * essen["events"].sum()
    met = {key for trace in bars for key, _, what in trace.get("customdata", ()) if what == "cell"}
    assert met == set(essen["year"].astype(str)) | {f"{row.year}.{row.sector_id}" for row in essen.itertuples()}


def test_the_words_above_a_bar_mean_the_evenings_year_and_the_bar_its_figure(rows):
    guests = rows.xs("guests", level="measure").reset_index()
    table = guests.assign(label=guests["date_text"], text=guests["figure"], sure="", key=guests["measure_id"].fillna(""), solid=True)
    drawn, years = (trace for trace in bars(table, dark=False)["data"] if trace["type"] == "bar")
    assert [(key, what) for key, _, what in years["customdata"]] == [(year, "year") for year in guests["year"]]
    assert [key for key, _ in drawn["customdata"]] == list(table["key"])
    for words, bar, tall, thick in zip(years["y"], drawn["y"], years["width"], drawn["width"], strict=True):
        assert words + tall / 2 <= bar - thick / 2
    assert all(below - above >= tall for above, below, tall in zip(years["y"], years["y"][1:], years["width"], strict=False))
