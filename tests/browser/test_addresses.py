"""One view, one address: deep links, Back and Forward, reload, other parameters, and a change of page."""

import re

import pytest
from playwright.sync_api import expect

from loaders.events.filters import Filters
from loaders.story.headlines import overview_headline

ENERGY = Filters(years=(2017, 2020), sector=("energy",))
CULTURE = Filters(sector=("culture",))


def pressed(reader, facet):
    """The names of the pills that are pressed in a facet's popover, without their counts."""
    reader.opens_popover(facet)
    names = reader.page.get_by_test_id("stPopoverBody").locator('button[aria-pressed="true"]').all_inner_texts()
    reader.closes_popover()
    return [re.sub(r"\s*\d+$", "", name) for name in names]


def test_a_deep_link_is_right_on_a_fresh_servers_first_request(reader_in, fresh_server):
    reader = reader_in("light", fresh_server())
    reader.opens("/timeline", ENERGY)
    reader.finds(ENERGY)
    assert pressed(reader, "sector") == ["Energy"]
    reader.opens_popover("years")
    ends = [reader.page.get_by_role("slider", name=re.compile(name)) for name in ("start", "end")]
    assert [end.get_attribute("aria-valuetext") for end in ends] == ["2017", "2020"]


def test_the_bare_address_is_the_overview_of_everything(reader):
    reader.opens("/")
    reader.finds_count(Filters())
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(overview_headline(reader.store.selection()).title)
    assert reader.query == {}


def test_back_and_forward_restore_the_view(reader):
    both = Filters(sector=("culture", "energy"))
    reader.opens("/timeline")
    reader.opens_popover("sector")
    for name, chosen in (("Culture", CULTURE), ("Energy", both)):
        reader.page.locator(".st-key-sector").get_by_role("button", name=re.compile(f"^{name}")).click()
        reader.finds(chosen)
    reader.closes_popover()
    reader.rests()
    for go, chosen in (("back", CULTURE), ("back", Filters()), ("forward", CULTURE), ("forward", both)):
        getattr(reader.page, f"go_{go}")()
        reader.finds(chosen)
        reader.rests()
    assert sorted(pressed(reader, "sector")) == ["Culture", "Energy"]


def test_reload_keeps_the_view(reader):
    reader.opens("/timeline", ENERGY)
    reader.page.reload()
    reader.rests()
    reader.finds(ENERGY)


def test_other_parameters_survive_a_filter_and_a_reset(reader):
    reader.opens("/timeline", text="Koriyama", foo="1")
    reader.opens_popover("sector")
    reader.page.locator(".st-key-sector").get_by_role("button", name=re.compile("^Culture")).click()
    chosen = Filters(sector=("culture",), text="Koriyama")
    reader.finds_address({**chosen.to_query(), "foo": ["1"]})
    reader.finds_count(chosen)
    reader.closes_popover()
    reader.page.get_by_role("button", name="Reset").click()
    reader.finds_address({"foo": ["1"]})
    reader.finds_count(Filters())


def test_lanes_are_in_the_address_and_come_from_it(reader):
    reader.opens("/timeline", ENERGY, lanes="tie")
    lanes = reader.page.locator('[class*="st-key-lanes_"]')
    expect(lanes.get_by_role("radio", name="Relationship")).to_be_checked()
    lanes.get_by_text("City", exact=True).click()
    reader.finds_address({**ENERGY.to_query(), "lanes": ["city"]})
    reader.rests()
    reader.finds_address({**ENERGY.to_query(), "lanes": ["city"]})


@pytest.mark.parametrize("mode", ["light", "phone"])
def test_the_filter_follows_to_the_sources_and_back(mode, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline", ENERGY)
    follows(reader, "Sources", mode)
    reader.finds_address(ENERGY.to_query(), "/sources")
    reader.finds_count(ENERGY)
    expect(reader.page.get_by_role("heading", name="Who tells of the events", exact=True)).to_be_visible()
    assert pressed(reader, "sector") == ["Energy"]
    follows(reader, "Timeline", mode)
    reader.finds(ENERGY)


def follows(reader, name, mode):
    """Follows a link of the navigation, which a phone keeps in a sidebar over the page; it closes once the link is followed."""
    if mode == "phone":
        reader.page.get_by_test_id("stExpandSidebarButton").click()
    reader.page.get_by_role("link", name=name).first.click()
    reader.rests()
    if mode == "phone":
        expect(reader.page.get_by_test_id("stExpandSidebarButton")).to_be_visible()
