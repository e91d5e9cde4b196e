"""Who works with whom: numbers against the filter, measures against graphs counted by hand, one layout always."""

from dataclasses import replace

import pandas as pd
import pytest

from charts.drawing import tint
from charts.look import look
from charts.network import network_graph
from charts.network_ring import ringed
from charts.triangle import triangle
from loaders.events.filters import Filters, select
from loaders.network import GERMAN, JAPANESE, MISSION, UNKNOWN, Network, network, partners_of
from loaders.network_counterparts import asked_kinds, counterpart_sentence, counterparts, joint_events, people_of, question
from loaders.network_measures import bridging, placed
from loaders.network_rows import cells, chosen_keys, chosen_links, drawn, link_rows, matrix_order, pair_filter, without_pairs
from loaders.network_words import done, headline_note, network_headline, tied_note
from loaders.views import taking_part

HEALTH = Filters(sector=("healthcare",))


@pytest.fixture(scope="module")
def whole(fact_base, all_events):
    return network(fact_base, all_events)


def small(sides, pairs):
    """A network of these nodes by side, joined by these pairs, one event each."""
    nodes = pd.DataFrame({"key": list(sides), "name": list(sides), "side": list(sides.values()), "events": 1, "partners": 1})
    links = pd.DataFrame([{"one": one, "other": other, "events": 1} for one, other in pairs])
    return Network(nodes, links, pd.DataFrame(columns=["event_id", "key"]))


@pytest.mark.parametrize("filters", [Filters(), HEALTH, Filters(years=(2018, 2020), status=("held",))])
def test_every_pairs_number_is_that_of_the_filter(fact_base, all_events, filters):
    shown = select(all_events, filters)
    net = network(fact_base, shown)
    assert len(net.links) > 10
    for row in net.links.itertuples():
        pair = select(shown, Filters(organisation=(row.one,), partner=(row.other,)))
        assert len(pair) == row.events and "; ".join(pair.rows["event_id"]) == row.event_ids


@pytest.mark.parametrize("filters", [Filters(), Filters(city=("duesseldorf",), pair=("chiba~duesseldorf",))])
def test_every_number_of_two_cities_is_that_of_the_filter_after_a_click(fact_base, all_events, filters):
    net = network(fact_base, select(all_events, without_pairs(filters, "cities")), "cities")
    assert len(net.links) > 5
    for row in net.links.itertuples():
        clicked = replace(filters, **pair_filter("cities", row.one, row.other))
        assert list(select(all_events, clicked).rows["event_id"]) == row.event_ids.split("; ")
        assert chosen_links(net, clicked, "cities")["event_ids"].tolist() == [row.event_ids]


def test_no_pair_is_missing(fact_base, whole):
    parts = taking_part(fact_base)
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
    table = bridging(small(sides, [("d1", "m"), ("d2", "m"), ("j", "m")])).set_index("key")
    assert table.loc["m", ["german", "japanese", "across"]].tolist() == [2, 1, 1]
    assert table["between"].to_dict() == {"d1": 0, "d2": 0, "j": 0, "m": 2}


def test_two_equal_ways_share_a_pair():
    sides = {"d": GERMAN, "j": JAPANESE, "m": UNKNOWN, "n": UNKNOWN}
    table = bridging(small(sides, [("d", "m"), ("d", "n"), ("j", "m"), ("j", "n")])).set_index("key")
    assert table["between"].to_dict() == {"d": 0, "j": 0, "m": 0.5, "n": 0.5}


def test_the_headline_counts_held_events_of_the_relationships(fact_base, all_events):
    net = network(fact_base, done(all_events))
    side = net.nodes.set_index("key")["side"]
    partners = partners_of(net, "city-of-koriyama")
    number = int((partners["partner"].map(side) == GERMAN).sum())
    assert network_headline(fact_base, all_events, "organisations").endswith(f"with {number} organisations in Germany")
    assert set(done(all_events).rows["status"]) == {"held"} and done(all_events).rows["tie"].notna().all()


def test_a_headline_of_fewer_events_than_the_matrix_says_how_many_it_counts(all_events):
    text = headline_note(all_events, "cities")
    assert f"events of the relationships that were held, {len(done(all_events))} of {len(all_events)}," in text
    assert headline_note(done(all_events), "cities") == ""


@pytest.mark.parametrize("filters", [HEALTH, Filters(text="hospital")])
def test_who_connects_the_hospitals_is_said_where_it_is_asked(fact_base, all_events, whole, filters):
    shown = select(all_events, filters)
    net = network(fact_base, shown)
    assert "hospital" in asked_kinds(fact_base, whole, filters)
    (row,) = counterparts(net).query("kind == 'hospital'").itertuples()
    text = counterpart_sentence(fact_base, shown, net, row)
    assert text.startswith(
        "Essen University Hospital and Southern Tohoku General Hospital (Koriyama) had 3 events (2014 to Sept 2019) together"
    )
    assert set(row.shared) == set(partners_of(net, row.german)["partner"]) & set(partners_of(net, row.japanese)["partner"])
    assert len(joint_events(net, row.german, row.japanese)) == row.events == 3


def test_nothing_asks_for_kinds_without_a_choice_and_weak_links_connect_nobody(fact_base, whole):
    assert asked_kinds(fact_base, whole, Filters()) == []
    assert all(row.events or len(row.shared) > 1 for row in counterparts(whole).itertuples())
    assert question(["hospital", "energy agency", "school"]) == "Who connects the hospitals, the energy agencies and the schools?"


def test_people_are_those_of_the_table_who_took_part(fact_base, all_events):
    people = people_of(fact_base, list(all_events.rows["event_id"]))
    parts = fact_base.table("participants")
    named = parts.loc[parts["role"] != "mentioned", "person_id"].dropna().nunique()
    assert len(people) == named and people["role"].notna().all()


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


def test_a_plus_beside_a_number_is_explained_by_a_pair_of_which_sectors_have_as_many(fact_base, all_events, whole):
    text = tied_note(whole, 18)
    row = next(row for row in cells(whole, matrix_order(whole, 18)).itertuples() if row.short.endswith("+"))
    assert text.startswith(f"A + after the letters, as in “{row.events} {row.short.lower()}” of {row.one_name} and {row.other_name}, means")
    first, second, *_ = row.sectors.split("; ")
    assert first.split()[1] == second.split()[1] and f"({first}, {second}" in text
    assert tied_note(network(fact_base, select(all_events, HEALTH)), 18) == ""


def test_a_name_in_the_middle_of_the_graph_stands_on_paper_through_which_a_line_still_shows(whole):
    part, _ = drawn(whole, 11)
    for dark in (False, True):
        notes = network_graph(placed(part), part.links, heads=("D", "", "J"), dark=dark, narrow=False)["layout"]["annotations"]
        middle = [note for note in notes if note["xanchor"] == "center" and "bgcolor" in note]
        assert len(middle) == (placed(part)["column"] == 1).sum() > 1
        (plate,) = {note["bgcolor"] for note in middle}
        assert plate.startswith(tint(look(dark).paper, 0)[:-2]) and 0.5 < float(plate.split(",")[-1].rstrip(")")) < 0.9


def test_chosen_organisations_choose_pairs_and_no_number(fact_base, all_events, whole):
    one = Filters(organisation=("city-of-essen",), partner=("city-of-koriyama",))
    (row,) = chosen_links(whole, one).itertuples()
    assert row.events == len(select(all_events, one)) == link_rows(fact_base, all_events, one)["events"].iloc[0]
    assert len(chosen_links(whole, Filters(organisation=("city-of-essen",)))) == len(partners_of(whole, "city-of-essen"))


def test_a_ring_stands_around_the_chosen_pairs_cell_and_no_other(whole):
    order = matrix_order(whole, 18)
    figure = triangle(order, cells(whole, order), dark=False, narrow=False)
    chosen = Filters(organisation=("city-of-koriyama",), partner=("city-of-essen",))
    pairs = chosen_keys(whole, chosen, "organisations")
    (tiles,) = [trace for trace in ringed(figure, pairs, dark=False)["data"] if trace.get("customdata", [[""]])[0][0].startswith("pair:")]
    ring = [data[0] for data, width in zip(tiles["customdata"], tiles["marker"]["line"]["width"], strict=True) if width]
    assert ring == ["pair:city-of-essen|city-of-koriyama"]
    assert chosen_keys(whole, Filters(organisation=("city-of-essen",)), "organisations") == []
