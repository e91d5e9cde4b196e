"""The overview's small charts: columns add up and say what a click counts more, and sectors are compared over two equal periods."""

from loaders.filters import Filters
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
        "Why these years: the 2 whole years from 2017 on, when at least as many events were online as in person, against as many before."
    )
    plain = invented({"date": "2015"}, {"date": "2016"}, {"date": "2018"})
    assert "the one whole year from 2016 on, the middle" in why(invented({"date": "2015"}, {"date": "2016"}), Filters(), "2019-11-21")
    assert "from 2017 on, the middle of the years shown" in why(plain, Filters(), "2019-11-21")
    assert why(invented({"date": "2015"}), Filters(), "2019-11-21") == ""


def test_sectors_are_compared_over_periods_of_equal_length_that_are_over(invented):
    events = invented({"date": "2015"}, {"date": "2017", "mode": "online"}, {"date": "2017"}, {"date": "2019"})
    assert periods(events, Filters(), "2018-11-21") == ((2016, 2016), (2017, 2017))
    assert periods(events, Filters(), "2018-12-31") == ((2015, 2016), (2017, 2018))
    assert changes(events, Filters(), "2018-12-31")[["before", "after"]].to_numpy().tolist() == [[1, 2]]
