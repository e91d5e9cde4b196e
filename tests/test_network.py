"""Who works with whom: every number against what its click lists, measures against graphs counted by hand, one layout always."""

import pandas as pd
import pytest

from charts.drawing import tint
from charts.look import look
from charts.network import network_graph
from charts.network_ring import ringed
from charts.network_years import network_years
from charts.triangle import triangle
from loaders.events.filters import Filters
from loaders.network import GERMAN, JAPANESE, MISSION, UNKNOWN, WHO, Network, network, node_means, pair_means, partners_of
from loaders.network_counterparts import asked_kinds, counterpart_sentence, counterparts, joint_events, people_of, question
from loaders.network_measures import between, placed
from loaders.network_rows import cells, chosen_keys, chosen_links, drawn, link_rows, matrix_order
from loaders.network_words import between_sentence, network_headline, tied_note
from loaders.views import taking_part
from pages.parts.network_charts import network_figure

HEALTH = Filters(sector=("healthcare",))
SELECTIONS = [
    Filters(),
    HEALTH,
    Filters(years=(2018, 2018)),
    Filters(tie=("duesseldorf-tokyo",)),
    Filters(city=("duesseldorf",)),
    Filters(venue=("koriyama",), pair=("essen~koriyama",)),
    Filters(background=True),
    Filters(text="hospital"),
    Filters(organisation=("city-of-essen",), partner=("city-of-koriyama",)),
    Filters(organisation=("chiba-girls-high-school", "tonhalle-duesseldorf"), status=("planned", "cancelled")),
]


@pytest.fixture(scope="module")
def everything(store):
    return store.selection()


@pytest.fixture(scope="module")
def whole(everything):
    return network(everything)


def small(sides, pairs):
    """A network of these nodes by side, joined by these pairs, one event each."""
    nodes = pd.DataFrame({"key": list(sides), "name": list(sides), "side": list(sides.values()), "events": 1, "partners": 1})
    links = pd.DataFrame([{"one": one, "other": other, "events": 1} for one, other in pairs])
    return Network(nodes, links, pd.DataFrame(columns=["event_id", "key"]))


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("filters", SELECTIONS)
def test_every_number_is_that_of_the_rows_that_a_click_on_it_lists(store, filters, who):
    selection = store.selection(filters)
    net = network(selection, who)
    assert len(net.nodes)
    for row in net.links.itertuples():
        assert selection.count(**pair_means(who, row.one, row.other)) == row.events == len(row.event_ids.split("; "))
    for row in net.nodes.itertuples():
        assert selection.count(**node_means(who, row.key)) == row.events
    for row in net.links.head(2).itertuples():
        clicked = selection.narrowed(**pair_means(who, row.one, row.other))
        assert "; ".join(clicked.events.rows["event_id"]) == row.event_ids
        assert chosen_links(clicked, who)["event_ids"].tolist() == [row.event_ids], "the pair alone stands in the rows after its click"


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("filters", [Filters(), Filters(city=("duesseldorf",)), Filters(organisation=("city-of-essen",))])
def test_the_numbers_that_are_drawn_are_those_of_their_clicks(store, filters, width):
    selection = store.selection(filters)
    for who in WHO:
        matrix, graph = (network_figure(selection, name, who, "", False, width).read()["data"] for name in ("matrix", "graph"))
        tiles, numbers = matrix[:2]
        (marks,) = [trace for trace in graph if trace.get("customdata", [[""]])[0][0].startswith("node:")]
        said = [(data[0], int(text.split()[0])) for data, text in zip(tiles["customdata"], numbers["text"], strict=True)]
        said += [(key, int(card.split("<br>")[1].split()[0])) for key, card in marks["customdata"]]
        assert len(said) > 5
        for key, number in said:
            kind, _, what = key.partition(":")
            means = pair_means(who, *what.split("|")) if kind == "pair" else node_means(who, what)
            assert selection.count(**means) == number, key


def test_a_click_on_two_leaves_them_among_all_others(store, whole):
    both = store.selection(Filters(organisation=("city-of-essen",), partner=("city-of-koriyama",)))
    assert network(both) is whole and network(store.selection(HEALTH)) is not whole


def test_no_pair_is_missing(fact_base, store):
    parts, whole = taking_part(fact_base), network(store.selection(Filters(background=True)))
    both = parts.merge(parts, on="event_id")
    both = both[both["organisation_id_x"] < both["organisation_id_y"]]
    pairs = set(zip(both["organisation_id_x"], both["organisation_id_y"], strict=True))
    assert pairs == set(zip(whole.links["one"], whole.links["other"], strict=True))


def test_a_side_is_the_recorded_seat_and_a_mission_is_of_neither(fact_base, whole):
    side = whole.nodes.set_index("key")["side"]
    assert side["city-of-essen"] == GERMAN and side["southern-tohoku-hospital"] == JAPANESE
    organisations = fact_base.table("organisations").set_index("organisation_id")
    for key, shown in side.items():
        row = organisations.loc[key]
        assert (shown == MISSION) == (row["kind"] == "diplomatic mission")
        assert (shown == UNKNOWN) == (pd.isna(row["city_id"]) and shown != MISSION)


def test_between_counts_the_pairs_of_two_sides_that_one_joins():
    sides = {"d1": GERMAN, "d2": GERMAN, "j": JAPANESE, "m": UNKNOWN}
    assert between(small(sides, [("d1", "m"), ("d2", "m"), ("j", "m")])) == {"d1": 0, "d2": 0, "j": 0, "m": 2}


def test_two_equal_ways_share_a_pair():
    sides = {"d": GERMAN, "j": JAPANESE, "m": UNKNOWN, "n": UNKNOWN}
    assert between(small(sides, [("d", "m"), ("d", "n"), ("j", "m"), ("j", "n")])) == {"d": 0, "j": 0, "m": 0.5, "n": 0.5}


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("filters", SELECTIONS)
def test_the_headline_is_true_of_the_selection(store, filters, who):
    selection = store.selection(filters)
    sentence, links = network_headline(selection, who), chosen_links(selection, who)
    side = network(selection, who).nodes.set_index("key")["side"]
    chosen = bool(filters.organisation) if who == "organisations" else bool(filters.pair)
    if not chosen:
        across = [{side[one], side[other]} == {GERMAN, JAPANESE} for one, other in zip(links["one"], links["other"], strict=True)]
        links = links[pd.Series(across, index=links.index, dtype=bool)]
    if links.empty:
        assert sentence.startswith("No event of this selection joins ")
        return
    top = links[links["events"] == links["events"].max()]
    shared = selection.narrowed(**pair_means(who, top["one"].iloc[0], top["other"].iloc[0])).events.rows["event_id"]
    assert set(shared) <= set(selection.events.rows["event_id"])
    if chosen:
        number = f"{len(shared)} of {len(selection)}" if len(shared) < len(selection) else len(shared)
        assert sentence.startswith(f"{top['one_name'].iloc[0]} and {top['other_name'].iloc[0]} share {number} event")
    elif len(top) > 2:
        assert f"{len(top)} pairs share {len(shared)} of {len(selection)} event" in sentence
    else:
        assert f"share most events across the two sides: {len(shared)} of {len(selection)}" in sentence
        assert all(name in sentence for name in [*top["one_name"], *top["other_name"]])


def test_who_is_chosen_alone_and_has_no_partner_is_said_to_have_none(store):
    alone = next(row for row in network(store.selection()).nodes.itertuples() if not row.partners)
    chosen = store.selection(Filters(organisation=(alone.key,)))
    assert network_headline(chosen, "organisations") == "No event of this selection joins two of the chosen organisations"
    assert between_sentence(chosen, "organisations") == "" != between_sentence(store.selection(), "organisations")
    assert network_headline(store.selection(Filters(text="zzz")), "cities") == "No event fits this selection"


@pytest.mark.parametrize("filters", [HEALTH, Filters(text="hospital")])
def test_who_connects_the_hospitals_is_said_where_it_is_asked(store, filters):
    selection = store.selection(filters)
    net = network(selection)
    assert "hospital" in asked_kinds(selection)
    (row,) = counterparts(net).query("kind == 'hospital'").itertuples()
    text = counterpart_sentence(selection, row)
    assert text.startswith(
        "Essen University Hospital and Southern Tohoku General Hospital (Koriyama) had 4 events (Jun 2014 to Sept 2019) together"
    )
    assert set(row.shared) == set(partners_of(net, row.german)["partner"]) & set(partners_of(net, row.japanese)["partner"])
    assert len(joint_events(selection, row)) == row.events == 4


def test_nothing_asks_for_kinds_without_a_choice_and_weak_links_connect_nobody(everything, whole):
    assert asked_kinds(everything) == []
    assert all(row.events or len(row.shared) > 1 for row in counterparts(whole).itertuples())
    assert question(["hospital", "energy agency", "school"]) == "Who connects the hospitals, the energy agencies and the schools?"


def test_people_are_those_of_the_table_who_took_part(fact_base, all_events):
    people = people_of(fact_base, all_events.rows["event_id"])
    parts = fact_base.table("participants")
    named = parts.loc[parts["role"] != "mentioned", "person_id"].dropna().nunique()
    assert len(people) == named and all(isinstance(person.role, str) for person in people)


def test_the_layout_is_the_same_whatever_the_order_of_the_rows(whole):
    part, least = drawn(whole, 11)
    again = Network(part.nodes, part.links.sample(frac=1, random_state=3), part.members)
    pd.testing.assert_frame_equal(placed(part), placed(again))
    assert (part.links["events"] >= least).all() and placed(part).groupby("column").size().max() <= 11
    assert not placed(part).duplicated(["column", "y"]).any()


def test_a_cell_lies_below_the_diagonal_and_names_its_pair(whole):
    order = matrix_order(whole, 18)
    table = cells(whole, order)
    assert (table["row"] > table["column"]).all() and not table.duplicated(["row", "column"]).any()
    keys = [{order["key"][row.row], order["key"][row.column]} for row in table.itertuples()]
    assert keys == [{row.one, row.other} for row in table.itertuples()]
    assert order["group_name"].nunique() == (order["group_name"] != order["group_name"].shift()).sum()


def test_a_plus_beside_a_number_is_explained_by_a_pair_of_which_sectors_have_as_many(store, whole):
    text = tied_note(whole, 18)
    row = next(row for row in cells(whole, matrix_order(whole, 18)).itertuples() if row.short.endswith("+"))
    assert text.startswith(f"A + after the letters, as in “{row.events} {row.short.lower()}” of {row.one_name} and {row.other_name}, means")
    first, second, *_ = row.sectors.split("; ")
    assert first.split()[1] == second.split()[1] and f"({first}, {second}" in text
    assert tied_note(network(store.selection(HEALTH)), 18) == ""


def test_a_name_in_the_middle_of_the_graph_stands_on_paper_through_which_a_line_still_shows(whole):
    part, _ = drawn(whole, 11)
    for dark in (False, True):
        notes = network_graph(placed(part), part.links, heads=("D", "", "J"), dark=dark, narrow=False)["layout"]["annotations"]
        middle = [note for note in notes if note["xanchor"] == "center" and "bgcolor" in note]
        assert len(middle) == (placed(part)["column"] == 1).sum() > 1
        (plate,) = {note["bgcolor"] for note in middle}
        assert plate.startswith(tint(look(dark).paper, 0)[:-2]) and 0.5 < float(plate.split(",")[-1].rstrip(")")) < 0.9


def test_chosen_organisations_choose_pairs_and_no_number(store, whole):
    one = store.selection(Filters(organisation=("city-of-essen",), partner=("city-of-koriyama",)))
    (row,) = chosen_links(one).itertuples()
    assert row.events == len(one) == link_rows(one)["events"].iloc[0]
    assert len(chosen_links(store.selection(Filters(organisation=("city-of-essen",))))) == len(partners_of(whole, "city-of-essen"))


def test_a_ring_stands_around_the_chosen_pairs_cell_and_no_other(store, whole):
    order = matrix_order(whole, 18)
    figure = triangle(order, cells(whole, order), dark=False, narrow=False)
    pairs = chosen_keys(store.selection(Filters(organisation=("city-of-koriyama",), partner=("city-of-essen",))), "organisations")
    (tiles,) = [trace for trace in ringed(figure, pairs, dark=False)["data"] if trace.get("customdata", [[""]])[0][0].startswith("pair:")]
    ring = [data[0] for data, width in zip(tiles["customdata"], tiles["marker"]["line"]["width"], strict=True) if width]
    assert ring == ["pair:city-of-essen|city-of-koriyama"]
    assert chosen_keys(store.selection(Filters(organisation=("city-of-essen",))), "organisations") == []


def test_a_years_column_is_solid_as_far_as_it_was_held_and_hatched_where_the_year_is_in_doubt():
    table = pd.DataFrame({"year": [2017, 2019], "events": [3, 1], "held": [2, 0], "doubtful": [0, 1]})
    held, rest, numbers = network_years(table, dark=False)["data"]
    assert (held["y"], rest["y"], numbers["text"]) == ([2, 0], [1, 1], ["3", "1"])
    assert held["marker"]["pattern"]["shape"] == rest["marker"]["pattern"]["shape"] == ["", "/"]
