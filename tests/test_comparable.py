"""What the tables of figures promise: ratios and their two figures, one preferred figure, prices, breaks, notices of licences."""

import re
from decimal import Decimal

import pytest
from selections import read

from loaders.document_card import document_card
from loaders.events.filters import Filters
from loaders.exports import metadata
from loaders.figure_card import figure_card
from loaders.formats.bibliography import bibtex_bytes
from loaders.formats.citing import citation_bytes

FIVE = {"essen", "koriyama", "duesseldorf", "chiba-prefecture", "tokyo"}
FACTOR = {"%": 100, "per 1,000": 1000}
FACTOR_OF = {("million JPY", "JPY"): 1_000_000}
ASKS = re.compile(r"dl-de|CC BY(?!-SA)|ODbL|Standard Terms of Use|UNSD")


def by_key(name):
    rows = read(name)
    return {row[next(iter(row))]: row for row in rows}


SERIES, OBSERVATIONS = by_key("series"), by_key("observations")
RATIOS = [row for row in OBSERVATIONS.values() if row["dividend"]]


def unit(key):
    return SERIES[OBSERVATIONS[key]["series_id"]]["unit"]


def years_of(series):
    return [int(row["as_of"]) for row in OBSERVATIONS.values() if row["series_id"] == series]


@pytest.mark.parametrize("row", RATIOS, ids=lambda row: row["observation_id"])
def test_a_ratio_is_its_dividend_by_its_divisor_of_the_same_place_and_marked_as_computed(row):
    one, other = OBSERVATIONS[row["dividend"]], OBSERVATIONS[row["divisor"]]
    own = unit(row["observation_id"])
    factor = FACTOR.get(own) or FACTOR_OF.get((unit(row["dividend"]), own), 1)
    value, digits = Decimal(row["value"]), -Decimal(row["value"]).as_tuple().exponent
    assert abs(Decimal(one["value"]) / Decimal(other["value"]) * factor - value) <= Decimal("0.5001") * Decimal(10) ** -max(digits, 0)
    assert {one["city_id"], other["city_id"]} == {row["city_id"]}
    assert row["qualifier"] == "derived" and SERIES[row["series_id"]]["derived"] == "true"


def test_a_ratio_has_both_its_figures_as_evidence():
    said = {}
    for word in read("evidence"):
        if word["table"] == "observations":
            said.setdefault(word["key"], []).append(word)
    sources = {key: {word["source_id"] for word in words} for key, words in said.items()}
    assert len(RATIOS) > 60
    for row in RATIOS:
        words = said[row["observation_id"]]
        assert len(words) == 2 and {word["stance"] for word in words} == {"infers"}
        for word, part in zip(words, ("dividend", "divisor"), strict=True):
            value = f"{Decimal(OBSERVATIONS[row[part]]['value']):,f}"
            assert word["note"].startswith(f"The {part}: {value} (") and word["source_id"] in sources[row[part]]


def test_who_has_one_of_the_two_figures_of_a_ratio_has_the_other():
    assert [row["observation_id"] for row in OBSERVATIONS.values() if bool(row["dividend"]) != bool(row["divisor"])] == []


def test_a_place_has_one_preferred_figure_of_each_indicator_that_it_has_any_of():
    numbers = {}
    for row in OBSERVATIONS.values():
        place = row["city_id"], SERIES[row["series_id"]]["indicator_id"]
        numbers[place] = numbers.get(place, 0) + (row["preferred"] == "true")
    assert set(numbers.values()) == {1}


def test_about_twenty_indicators_stand_side_by_side_each_with_two_of_the_five_places():
    ordered = sorted((row for row in read("indicators") if row["order"]), key=lambda row: int(row["order"]))
    assert [int(row["order"]) for row in ordered] == list(range(1, len(ordered) + 1)) and 18 <= len(ordered) <= 22
    for indicator in ordered:
        places = {row["city_id"] for row in OBSERVATIONS.values() if SERIES[row["series_id"]]["indicator_id"] == indicator["indicator_id"]}
        assert len(places & FIVE) >= 2, indicator["indicator_id"]


def test_what_is_divided_says_by_what_and_no_share_does():
    for row in read("indicators"):
        assert bool(row["per"]) >= (row["quantity"] in ("ratio", "density")) and not (row["per"] and row["quantity"] == "share"), row


def test_money_names_the_year_of_its_prices_and_stays_in_the_currency_of_its_source():
    quantity = {row["indicator_id"]: row["quantity"] for row in read("indicators")}
    money = [row for row in SERIES.values() if quantity[row["indicator_id"]] == "money"]
    assert {row["unit"].split()[-1] for row in money} == {"EUR", "JPY"}
    assert [row["series_id"] for row in money if not row["prices"]] == ["deck-gdp"]  # its method is not told
    assert [row["series_id"] for row in SERIES.values() if row["prices"] and row not in money] == []


@pytest.mark.parametrize(
    "stem, first", [("inkar-foreign", 2011), ("inkar-aged-65", 2011), ("inkar-mean-age", 2011), ("inkar-students-young", 2017)]
)
def test_a_series_ends_at_a_break_and_another_goes_on(stem, first):
    assert max(years_of(f"{stem}-pre-{first}")) == first - 1 and min(years_of(stem)) == first
    assert SERIES[f"{stem}-pre-{first}"]["breaks"] and SERIES[stem]["breaks"]


def test_census_and_estimate_of_japan_are_never_one_series():
    for row in OBSERVATIONS.values():
        if row["series_id"].startswith("japan-census") and "pre-1965" not in row["series_id"]:
            assert int(row["as_of"][:4]) % 5 == 0, row
        if row["series_id"].startswith("japan-estimate"):
            assert int(row["as_of"][:4]) % 5, row


def test_tokyo_and_its_23_wards_are_two_places_in_every_series():
    for row in OBSERVATIONS.values():
        assert not (
            row["city_id"] == "tokyo-23-wards"
            and row["value"] == OBSERVATIONS.get(row["observation_id"].replace("-23-wards", "", 1), {}).get("value")
        )


@pytest.mark.parametrize("city, shown, first", [("essen", "571039", "571058"), ("duesseldorf", "611258", "611319")])
def test_the_two_figures_of_the_census_of_2022_stand_against_each_other(city, shown, first):
    key = f"{city}.german-census-2022.2022-05-15"
    words = {word["source_id"]: word for word in read("evidence") if word["key"] == key}
    assert OBSERVATIONS[key]["value"] == shown
    assert words["zensus-2022-municipalities"]["stance"] == "states"
    assert (words["demografie-portal-2024-06-25"]["stance"], words["demografie-portal-2024-06-25"]["value"]) == ("contradicts", first)


def test_a_source_whose_licence_asks_for_a_notice_has_one():
    rows = read("sources")
    asking = {row["source_id"] for row in rows if ASKS.search(row["licence"])}
    assert {row["source_id"] for row in rows if row["notice"]} == asking and len(asking) > 20
    german = [row["notice"] for row in rows if row["licence"] == "dl-de/by-2-0"]
    assert german and all("Data licence Germany – attribution" in notice for notice in german)


def test_a_target_names_a_year_or_a_share_and_the_corridor_of_essen_both_of_its_ends():
    targets = {
        key: row
        for key, row in OBSERVATIONS.items()
        if SERIES[row["series_id"]]["indicator_id"] in ("climate-neutral-by", "emissions-cut-2030")
    }
    assert {key.split(".")[0]: row["value"] for key, row in targets.items() if "cut" not in key} == {
        "duesseldorf": "2035",
        "essen": "2040",
        "koriyama": "2050",
    }
    assert {key.split(".")[0]: row["value"] for key, row in targets.items() if "cut" in key} == {"koriyama": "30", "tokyo": "50"}
    assert "between 2030 and 2040" in targets["essen.essen-net-zero.2021-08-25"]["note"]


def test_a_notice_stands_in_every_download_of_a_figure_in_the_package_and_on_the_card(exported, store):
    notice = next(row["notice"] for row in read("sources") if row["source_id"] == "inkar-counties")
    some = exported("observations", Filters(source=("inkar-counties",)))
    assert len(some) > 400 and some.rows["citations"].str.contains(notice, regex=False).all()
    assert notice in {source.get("notice") for source in metadata(some)["sources"]}
    assert notice in citation_bytes(some).decode() and "Data licence Germany" in bibtex_bytes(some).decode()
    assert notice in document_card(store, "inkar-counties").notes


def test_the_card_of_a_ratio_leads_to_both_of_its_figures_and_says_where_its_series_breaks(store):
    card = figure_card(store, "koriyama.japan-census-share-foreign.2020-10-01")
    assert list(card.links.loc[card.links["group"] == "Computed from", "key"]) == [
        "koriyama.japan-census-foreign.2020-10-01",
        "koriyama.japan-census.2020-10-01",
    ]
    card = figure_card(store, "essen.inkar-foreign.2020")
    assert any(text.startswith("Breaks: Begins with the census of 2011") for _, texts in card.passages for text in texts)


@pytest.mark.parametrize("city, first", [("essen", "571\u202f058"), ("duesseldorf", "611\u202f319")])
def test_the_contradiction_of_the_census_of_2022_stands_on_the_card(store, city, first):
    card = figure_card(store, f"{city}.german-census-2022.2022-05-15")
    words = [f"{row['stance']} {row['value_text']}" for claim in card.claims for _, row in claim.said.iterrows()]
    assert any(
        word.startswith("contradicts") and first.replace("\u202f", "") in word.replace("\u202f", "").replace(",", "") for word in words
    )
