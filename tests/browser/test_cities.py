"""The cities page in Chromium: compare the population, switch the indicator, see the conflict, download what is shown."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from loaders.city_words import figures_headline
from loaders.figures import city_figures

SLOW_MS = 20_000


@pytest.fixture(scope="module")
def figures(fact_base):
    return city_figures(fact_base)


def of(figures, indicator):
    return list(figures[figures["indicator_id"] == indicator].itertuples(index=False))


def finds_headline(reader, text):
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(text, timeout=SLOW_MS)


def chooses(reader, indicator):
    reader.page.get_by_role("combobox", name=re.compile("Indicator")).click()
    reader.page.keyboard.type(indicator)  # the list is longer than what of it is drawn
    reader.page.get_by_role("option", name=indicator, exact=True).click()


def test_a_reader_compares_the_population_and_sees_the_conflict(reader, figures):
    reader.opens("/cities")
    finds_headline(reader, figures_headline(of(figures, "population")))
    expect(reader.page.locator(".st-key-series-deck-population-dated .barlayer path")).to_have_count(2, timeout=SLOW_MS)
    dots = reader.page.locator('[class*="st-key-conflict-"]').first
    expect(dots.locator(".scatterlayer path.point").first).to_be_visible(timeout=SLOW_MS)
    expect(reader.page.get_by_text("the same document prints both").first).to_be_visible()
    assert not reader.met


def test_another_indicator_is_another_address_and_another_download(reader, figures):
    reader.opens("/cities")
    chooses(reader, "Gross domestic product")
    finds_headline(reader, figures_headline(of(figures, "gdp")))
    reader.finds_address({"indicator": ["gdp"]}, path="/cities")
    reader.rests()
    button = reader.page.get_by_role("button", name=re.compile("^CSV .*row"))
    with reader.page.expect_download() as coming:
        button.click()
    text = Path(coming.value.path()).read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["observation_id"] for row in rows] == [row.observation_id for row in of(figures, "gdp")]
    assert len(rows) == int(re.search(r"\d+", button.inner_text())[0])
    assert "_figures_" in coming.value.suggested_filename


def test_the_views_follow_the_address_and_a_figure_leads_to_its_card(reader):
    reader.opens("/cities", view="evenings")
    expect(reader.page.get_by_role("heading", level=1)).to_contain_text("Düsseldorf Evenings")
    reader.page.get_by_role("radio", name="Figures of the cities").or_(
        reader.page.get_by_role("button", name="Figures of the cities")
    ).first.click()
    expect(reader.page.get_by_role("heading", level=1)).to_contain_text("Population:", timeout=SLOW_MS)
    reader.rests()
    reader.page.get_by_role("button", name="All evidence").nth(1).click()
    reader.page.wait_for_url(re.compile("figure=koriyama.deck-population-dated.2023-02-01"))
