"""The bar's menus: made when they are opened, each option with the number of its rows, and a choice is taken."""

import re

import pytest
from app_pages import addressed, control, opened

from loaders.chosen import LABELS
from loaders.events.filters import Filters
from pages.shell.bar import AT_ONCE, MORE


def test_a_closed_menu_is_not_made():
    app = opened("timeline/timeline.py")
    assert not {group.label for group in app.get("button_group")} & {LABELS[facet] for facet in AT_ONCE}


@pytest.mark.parametrize("facet", AT_ONCE)
def test_an_open_menu_says_beside_each_option_how_many_rows_it_lists(store, facet):
    app = opened("timeline/timeline.py", menus=[f"open-{facet}"])
    counts, names = store.selection().counts(facet), store.names()[facet]
    told = [int(re.findall(r"\d+", option)[-1]) for option in control(app, facet).options]
    assert told == [counts[code] for code in names if code in counts]
    for code in list(counts)[:3]:
        assert counts[code] == store.selection(Filters(**{facet: (code,)})).count()


@pytest.mark.parametrize("group", MORE)
def test_each_group_behind_more_offers_its_facets(group):
    app = opened("timeline/timeline.py", menus=["open-more"])
    (groups,) = [found for found in app.get("button_group") if found.key == "choose_by"]
    groups.set_value(group)
    app.run()
    assert not app.exception
    assert {control(app, facet).label for facet in MORE[group]} == {LABELS[facet] for facet in MORE[group]}


def test_an_option_of_an_open_menu_is_taken():
    app = opened("timeline/timeline.py", menus=["open-sector"])
    control(app, "sector").set_value(["energy"])
    app.run()
    assert addressed(app)["sector"] == ["energy"]
