"""One filter, one result: what the Map shows of a selection is what Facts shows of it."""

import pytest

from loaders.atlas import sites_shown
from loaders.events import FACETS
from loaders.events.filters import CERTAINTIES, Filters, select
from loaders.events.narrowing import narrowed
from loaders.folding import holds_all
from loaders.readable import readable

YEARS = [(2017, 2017), (2018, 2022), (1990, 2005)]
TEXTS = ("Essen", "郡山", "Tonhalle", "dusseldorf bevolkerung", "Hodogaya", "mayor visit", "2018", "nothing has this text")
MIXED = [
    Filters(years=(2018, 2019), city=("fukushima-prefecture",), certainty="certainly"),
    Filters(city=("north-rhine-westphalia",), sector=("energy",), text="Essen"),
    Filters(tie=("essen-koriyama",), source=("essen-koriyama-deck-2023",), text="Koriyama"),
    Filters(sector=("healthcare",), status=("planned",)),
]


def some(codes):
    """All codes of a short list, and of a long one eight from its whole length."""
    return codes[:: -(-len(codes) // 8)]


@pytest.fixture(scope="module")
def selections(allowed):
    """Codes of every facet alone (of long ones some), some years with both certainties, some texts, and some of these together."""
    alone = [Filters(**{facet: (code,)}) for facet in FACETS for code in some(allowed.codes[facet])]
    years = [Filters(years=pair, certainty=certainty) for pair in YEARS for certainty in CERTAINTIES]
    return [Filters(), *alone, *years, *(Filters(text=text) for text in TEXTS), *MIXED]


@pytest.fixture(scope="module")
def on_facts(fact_base, all_events, store):
    """A function that gives the keys that Facts shows of a table, as `pages.parts.facts_table.shown_rows` takes them."""
    worded = {name: readable(fact_base, all_events, name) for name in ("observations", "sites")}

    def keys(name, filters):
        keep = narrowed(store.selection(filters), name) & holds_all(worded[name].search, filters.text)
        return set(worded[name].rows.loc[keep, worded[name].table.key])

    return keys


def test_map_and_facts_show_the_same_sites(selections, on_facts, fact_base, store):
    sizes = set()
    for filters in selections:
        found = set(sites_shown(store.selection(filters))["site_id"])
        assert found == on_facts("sites", filters), filters
        sizes.add(len(found))
    assert {0, len(fact_base.table("sites"))} < sizes and len(sizes) > 10


@pytest.mark.parametrize(
    ("chosen", "figures", "sites"),
    [({"city": ("north-rhine-westphalia",)}, 576, 25), ({"city": ("fukushima-prefecture",)}, 117, 17), ({"tie": ("none",)}, 0, None)],
)
def test_a_chosen_state_has_the_figures_and_sites_of_its_cities(chosen, figures, sites, on_facts):
    assert len(on_facts("observations", Filters(**chosen))) == figures
    assert sites is None or len(on_facts("sites", Filters(**chosen))) == sites


def test_every_site_that_a_selected_event_names_is_shown(selections, on_facts, fact_base, all_events):
    """Where no city is chosen: a city takes only the sites that lie in it, of events that lead elsewhere too."""
    places = fact_base.table("event_places").dropna(subset="site_id")
    for filters in selections:
        named = places[places["event_id"].isin(select(all_events, filters).rows["event_id"])]
        assert filters.city or set(named["site_id"]) <= on_facts("sites", filters), filters


@pytest.fixture(scope="module")
def left(fact_base, store):
    """A function that gives the keys of the rows that choices leave of a table."""

    def keys(name, **chosen):
        table = fact_base.table(name)
        return set(table.loc[narrowed(store.selection(Filters(**chosen)), name), fact_base.schema[name].key])

    return keys


def test_a_state_takes_along_what_lies_in_its_parts(left, fact_base):
    neuss = {"rhein-kreis-neuss", "neuss"}  # the city of Neuss lies in a district of the state
    assert neuss < left("cities", city=("north-rhine-westphalia",))
    wanted = left("cities", city=("north-rhine-westphalia",))
    sites = fact_base.table("sites")
    assert left("sites", city=("north-rhine-westphalia",)) == set(sites.loc[sites["city_id"].isin(wanted), "site_id"])
    assert {"frea", "fukushima-daiichi"} <= left("sites", city=("fukushima-prefecture",))
    assert {"essen", "duesseldorf"} <= {key.split(".")[0] for key in left("observations", city=("north-rhine-westphalia",))}


def test_no_tie_leaves_no_figure_and_a_tie_of_states_the_figures_of_their_cities(left):
    assert not left("observations", tie=("none",))
    assert left("observations", tie=("none", "essen-koriyama")) == left("observations", tie=("essen-koriyama",))
    inside = left("observations", city=("north-rhine-westphalia", "fukushima-prefecture"))
    assert left("observations", tie=("fukushima-nrw",)) == inside
