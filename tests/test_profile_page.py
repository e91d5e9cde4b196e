"""City profiles without a browser: each opens, follows address and filter, and is led to from the page on cities."""

import app_pages
import pytest
from app_pages import addressed, control, downloads, says

from loaders.events.filters import Filters
from loaders.profile import of_city, profile_cities

OPENED = ("duesseldorf", "koriyama", "tokyo", "chiba-prefecture", "north-rhine-westphalia", "tokyo-23-wards", "aachen", "toyota")


def opened(**query):
    return app_pages.opened("profile.py", **query)


@pytest.mark.parametrize("city", OPENED)
def test_a_profile_opens_with_its_headline_and_rows(city, fact_base, store):
    app = opened(of=city)
    assert not app.error and not app.warning
    name = fact_base.table("cities").set_index("city_id")["name"][city]
    assert app_pages.headline(app).replace("\\", "").startswith(f"{name}: ")
    number = len(of_city(store.selection(), city))
    assert downloads(app) == [f"{number} row{'' if number == 1 else 's'}"]
    assert says(app, "Most sources were read in part")


def test_the_reader_chooses_another_city_and_the_address_says_it(store):
    app = opened()
    assert addressed(app) == {}
    first = next(iter(profile_cities(store)))
    assert control(app, "of").value == first
    control(app, "of").select("koriyama").run()
    assert addressed(app) == {"of": ["koriyama"]}
    assert app_pages.headline(app).startswith("Koriyama")
    assert says(app, "郡山市")


def test_the_filter_narrows_events_and_says_what_it_does_not_narrow(store):
    app = opened(of="essen", sector="energy", years=["2018", "2020"])
    filters = Filters(sector=("energy",), years=(2018, 2020))
    assert downloads(app) == [f"{len(of_city(store.selection(filters), 'essen'))} rows"]
    assert says(app, "Figures of cities have no sector")


def test_another_city_in_the_filter_is_said_to_be_in_the_way_and_one_click_takes_it_out():
    app = opened(of="essen", city="tokyo", sector="energy")
    assert says(app, "leaves no event of Essen")
    app.button(key="profile-again").click().run()
    assert addressed(app) == {"of": ["essen"], "sector": ["energy"]} and not says(app, "leaves no event")
    assert not says(opened(city="essen"), "leaves no event")
    assert app_pages.headline(opened(city="essen")).startswith("Essen")


def test_leading_figures_have_day_source_and_definition():
    app = opened(of="koriyama")
    assert says(app, "323\u202f350 inhabitants") and says(app, "as of 1 Feb 2023")
    assert says(app, "section 2, table")
