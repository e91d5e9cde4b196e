"""The overview's small charts: columns add up and say what a click counts more, and sectors are compared over two equal periods."""

from loaders.events.filters import Filters, select
from loaders.story import told
from loaders.story_meeting import apart, by_year, directions, journeys, meeting, modes
from loaders.story_sectors import changes, periods, why


def test_a_click_on_a_small_column_leads_to_what_it_counts_and_the_columns_add_up_to_the_sentence(fact_base, all_events):
    for facet, kinds in (("mode", modes(all_events, Filters())), ("journey", journeys(all_events, Filters(), fact_base))):
        table, codes = by_year(all_events, Filters(), facet, kinds), dict(kinds)
        assert len(table) > 10
        for row in table.itertuples():
            wanted = Filters(years=(int(row.year), int(row.year)), **{facet: codes[row.kind]})
            assert len(told(all_events, wanted)) == row.clicked >= row.events, row
        assert all(
            f"{row.year} {row.kind}: {row.clicked}, not {row.events}" in apart(table)
            for row in table.query("clicked > events").itertuples()
        )
        assert bool(apart(table)) == table.eval("clicked > events").any()
        said = meeting(all_events, Filters()) if facet == "mode" else directions(all_events, Filters(), fact_base)
        assert [table.loc[table["kind"] == name, "events"].sum() for name, _ in kinds] == said[0].numbers


def test_a_part_whose_whole_began_in_another_year_is_said_beside_the_column_whose_click_counts_it(invented):
    there = {"mode": "in person"}
    events = invented(
        {"date": "2018-12-30/2019-01-02"} | there, {"date": "2019-01-02", "part_of": "e0"} | there, {"date": "2019-05"} | there
    )
    table = by_year(events, Filters(), "mode", modes(events, Filters()))
    assert table[["year", "events", "clicked"]].to_numpy().tolist() == [[2018, 1, 1], [2019, 1, 1]]
    assert apart(table) == ""
    events = invented({"date": "2018"} | there, {"date": "2019-01-02", "part_of": "e0"} | there, {"date": "2019-05"} | there)
    table = by_year(events, Filters(), "mode", modes(events, Filters()))
    assert "(2019 in person: 2, not 1)" in apart(table)


def test_the_reason_for_the_two_periods_is_the_first_online_year_or_the_middle(invented):
    online = invented({"date": "2015"}, {"date": "2017", "mode": "online"}, {"date": "2017"}, {"date": "2018"})
    assert why(online, Filters(), "2019-11-21") == (
        "Why these years: from 2017, the first year in which at least as many events were online as in person, "
        "to 2018, the last year of events, and as many years before."
    )
    plain = invented({"date": "2015"}, {"date": "2016"}, {"date": "2018"})
    assert "2016, the middle of the years shown and the last year of events" in why(
        invented({"date": "2015"}, {"date": "2016"}), Filters(), "2019-11-21"
    )
    assert "from 2017, the middle of the years shown, to 2018, the last year of events, and" in why(plain, Filters(), "2019-11-21")
    assert "events were online as in person and the last year that is over, and" in why(online, Filters(), "2017-12-31")
    assert why(invented({"date": "2015"}), Filters(), "2019-11-21") == ""


def test_the_shorter_side_of_the_split_is_named_as_what_sets_the_length(fact_base, all_events):
    assert "to 2025, the last year of events, and as many years before." in why(all_events, Filters(), fact_base.as_of)
    energy = Filters(sector=("energy",))
    assert why(select(all_events, energy), energy, fact_base.as_of).startswith(
        "Why these years: from 2018, the first year of events, to 2019,"
    )


def test_an_online_year_before_which_there_is_none_is_not_called_the_first(invented):
    events = invented({"date": "2015", "mode": "online"}, {"date": "2016", "mode": "online"})
    assert "2016, the first year after 2015 in which" in why(events, Filters(), "2019-11-21")


def test_sectors_are_compared_over_periods_of_equal_length_that_are_over(invented):
    events = invented({"date": "2015"}, {"date": "2017", "mode": "online"}, {"date": "2017"}, {"date": "2019"})
    assert periods(events, Filters(), "2018-11-21") == ((2016, 2016), (2017, 2017))
    assert periods(events, Filters(), "2018-12-31") == ((2015, 2016), (2017, 2018))
    assert changes(events, Filters(), "2018-12-31")[["before", "after"]].to_numpy().tolist() == [[1, 2]]
