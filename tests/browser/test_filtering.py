"""The filter bar under a reader's hands: each choice changes count, headline and address together."""

import re
from dataclasses import replace

from playwright.sync_api import expect

from loaders.events.filters import CERTAINLY, Filters, facet_counts, select

ENERGY = Filters(sector=("energy",))


def test_a_sector_is_chosen_beside_another_and_taken_away(reader):
    reader.opens("/timeline")
    reader.finds(Filters())
    reader.opens_popover("sector")
    pill = reader.page.locator(".st-key-sector").get_by_role("button", name=re.compile("^Energy"))
    pill.click()
    reader.finds(Filters(sector=("energy",)))
    expect(pill).to_have_attribute("aria-pressed", "true")
    reader.page.locator(".st-key-sector").get_by_role("button", name=re.compile("^Culture")).click()
    reader.finds(Filters(sector=("culture", "energy")))
    pill.click()
    reader.finds(Filters(sector=("culture",)))


def test_years_are_chosen_with_the_arrow_keys(reader, allowed):
    years = list(allowed.years)
    reader.opens("/timeline", ENERGY)
    reader.opens_popover("years")
    for end, (thumb, key) in enumerate((("start", "ArrowRight"), ("end", "ArrowLeft"))):
        slider = reader.page.get_by_role("slider", name=re.compile(thumb))
        slider.focus()
        for _ in range(2):
            slider.press(key)
            expect(slider).not_to_have_attribute("aria-valuetext", str(years[end]))
            years[end] = int(slider.get_attribute("aria-valuetext"))
            reader.finds(replace(ENERGY, years=tuple(years)))
        expect(slider).to_be_focused()
    reader.rests()
    reader.finds(replace(ENERGY, years=tuple(years)))
    assert allowed.years[0] < years[0] < years[1] < allowed.years[1]


def test_certainly_in_the_years_leaves_out_what_only_may_lie_in_them(reader):
    chosen = Filters(sector=("government",), years=(2007, 2007))
    reader.opens("/timeline", chosen)
    reader.opens_popover("years")
    reader.page.locator('[class*="st-key-certainty_"] label').click()
    reader.finds(replace(chosen, certainty=CERTAINLY))
    assert len(select(reader.events, replace(chosen, certainty=CERTAINLY))) < len(select(reader.events, chosen))


def test_a_search_narrows_to_what_has_the_words(reader):
    reader.opens("/timeline", ENERGY)
    search = reader.page.get_by_role("textbox", name="Search")
    search.fill("hydrogen")
    search.press("Enter")
    reader.finds(replace(ENERGY, text="hydrogen"))


def test_each_sector_says_what_choosing_it_would_show(reader, all_events, sector_names):
    filters = Filters(years=(2017, 2020))
    reader.opens("/timeline", filters)
    reader.opens_popover("sector")
    counts = facet_counts(all_events, filters)["sector"]
    said = {" ".join(text.split()) for text in reader.page.locator(".st-key-sector button").all_inner_texts()}
    assert said == {f"{sector_names[code]} {number}" for code, number in counts.items()}


def test_an_empty_selection_offers_reset_which_brings_all_back(reader):
    reader.opens("/timeline", Filters(text="nothing has this text"))
    expect(reader.page.get_by_text("Reset").first).to_be_visible()
    reader.finds_count(Filters(text="nothing has this text"))
    reader.page.get_by_role("button", name="Reset").click()
    reader.finds(Filters())
