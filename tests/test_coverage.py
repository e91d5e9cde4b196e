"""What the sources cover: cells counted by hand in the data's files, every kind of absence for its own reason, sums as on the overview."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selections import selections

from loaders.activity import by_sector
from loaders.coverage import STATES, coverage_rows, side_rows, source_year_rows, told_by_side
from loaders.coverage_words import coverage_headline, quiet_sectors
from loaders.events import NO_TIE
from loaders.filters import Filters, select
from loaders.marks import about
from loaders.sides import by_both, only_by, told_differently

EARLY = "before 2000"


@pytest.fixture(scope="module")
def rows(fact_base, all_events):
    return coverage_rows(fact_base, all_events, Filters())


@pytest.fixture(scope="module")
def documents(fact_base, all_events):
    return source_year_rows(fact_base, all_events, Filters())


@pytest.fixture(scope="module")
def sides(fact_base, all_events):
    return side_rows(fact_base, all_events, Filters())


@pytest.fixture(scope="module")
def told(fact_base, all_events):
    return told_by_side(fact_base, all_events, Filters())


def cell(rows, tie, sector, years):
    (found,) = rows[(rows["tie_id"] == tie) & (rows["sector_id"] == sector) & (rows["years"] == years)].to_dict("records")
    return found


@pytest.mark.parametrize(
    ("tie", "sector", "years", "state", "events"),
    [
        ("essen-koriyama", "government", "2017", "events", 3),  # four, one of them a part of the delegation's journey
        ("duesseldorf-chiba", "government", "2019", "events", 4),
        ("duesseldorf-chiba", "culture", "2024", "events", 3),
        ("duesseldorf-tokyo", "trade", EARLY, "events", 2),  # 1981 and 1995
        ("essen-koriyama", "energy", "2020", "events", 2),  # the fairs "since 2020" have no end and do not count
        ("essen-koriyama", "energy", "2018", "told, not counted", 0),  # a part of one journey, and perhaps the same as it
        ("duesseldorf-chiba", "government", "2007", "not stated", 0),  # [2007-04..2008-03]
        ("essen-koriyama", "energy", "2021", "not stated", 0),  # "since 2020": whether still in 2021, nobody says
        ("essen-koriyama", "trade", "2016", "looked for and not found", 0),  # sake matching, by March 2023
        ("duesseldorf-chiba", "trade", "2026", "looked for and not found", 0),  # any event after June 2025
        ("duesseldorf-tokyo", "energy", "2010", "none known", 0),
        ("essen-koriyama", "trade", "2013", "none known", 0),  # before anything of this tie is known, nothing vague is marked
    ],
)
def test_a_cell_of_tie_sector_and_year_is_what_the_files_say(rows, tie, sector, years, state, events):
    found = cell(rows, tie, sector, years)
    assert (found["state"], found["events"]) == (state, events)


def test_every_state_occurs_and_each_empty_cell_names_its_reason(rows):
    assert set(rows["state"]) == set(STATES)
    assert (rows.loc[rows["state"] == "not stated", "possible_titles"] != "").all()
    assert (rows.loc[rows["state"] == "looked for and not found", "searches"] != "").all()
    unknown = rows[rows["state"] == "none known"]
    assert (unknown[["event_ids", "possible_ids", "search_ids"]] == "").all(axis=None)


def test_a_vain_search_stands_beside_the_event_that_another_source_tells(rows):
    found = cell(rows, "duesseldorf-tokyo", "digital", "2025")
    assert (found["events"], found["search_ids"]) == (1, "rakuten-2025")


def test_what_was_found_or_only_lacked_a_detail_is_no_vain_search(rows):
    searches = "; ".join(rows["search_ids"])
    assert "duesseldorf-evening-2019-report" not in searches and "mou-2017-town" not in searches


def test_what_is_only_announced_is_told_apart(rows):
    found = cell(rows, "duesseldorf-chiba", "culture", "2017")
    assert (found["events"], found["held"], found["planned"]) == (1, 0, 1)


def test_an_undated_event_may_lie_in_every_year_of_its_tie_and_one_that_lasts_is_told_in_each(fact_base, invented):
    events = invented({"date": None}, {"date": "2016-03-01"}, {"date": "2018-12/2020-02", "sector_id": "culture"})
    rows = coverage_rows(fact_base, events, Filters()).set_index(["sector_id", "years"])["state"]
    assert rows["energy", "2015"] == "none known" and rows["energy", "2016"] == "events"
    assert {rows["energy", str(year)] for year in range(2017, 2025)} == {"not stated"}
    assert [rows["culture", year] for year in ("2018", "2019", "2020")] == ["events", "told, not counted", "told, not counted"]
    assert rows["culture", "2021"] == "none known"


@given(st.data())
@settings(max_examples=25)
def test_the_sums_are_those_of_the_overviews_grid(fact_base, all_events, allowed, data):
    filters = data.draw(selections(allowed))
    chosen = select(all_events, filters)
    ties = about(chosen).rows["tie_id"].dropna()
    rows = coverage_rows(fact_base, chosen, filters)
    grid = by_sector(chosen, years=filters.years) if len(ties) else None
    expected = int(grid.loc[grid["year"] >= 2000, "all"].sum()) if grid is not None else 0
    assert rows.loc[rows["year"].notna() & rows["tie_id"].isin(ties), "events"].sum() == expected


def test_the_framework_has_a_block_where_it_is_chosen_and_context_never(fact_base, all_events):
    for filters, ties in (
        (Filters(), {"essen-koriyama", "duesseldorf-chiba", "duesseldorf-tokyo"}),
        (Filters(tie=("essen-koriyama", "fukushima-nrw")), {"essen-koriyama", "fukushima-nrw"}),
        (Filters(tie=(NO_TIE,)), set()),
    ):
        assert set(coverage_rows(fact_base, select(all_events, filters), filters)["tie_id"]) == ties


def test_the_filters_years_and_sectors_are_the_columns_and_rows(fact_base, all_events):
    filters = Filters(years=(2016, 2018), sector=("energy", "trade"))
    rows = coverage_rows(fact_base, select(all_events, filters), filters)
    assert set(rows["years"]) == {"2016", "2017", "2018"} and set(rows["sector_id"]) == {"energy", "trade"}


@pytest.mark.parametrize(
    ("source", "years", "events"),
    [
        ("nag-2025-06-base", "2025", 5),  # Chiba, Haneda, Rakuten, Toshiba and the evening; Osaka is of no tie
        ("nag-2025-06-base", "2023", 1),
        ("wz-2017-09", "2009", 1),
        ("wz-2017-09", "2017", 2),
        ("wz-2017-09", "2018", 2),
        ("rp-2019-09-evening", EARLY, 2),
        ("chiba-2014", "2014", 2),
        ("chiba-2022", "2022", 2),  # the Japan Day of 2022 is context
        ("ddorf-chiba-page", "2004", 1),
    ],
)
def test_a_document_tells_of_as_many_events_of_a_year_as_the_files_say(documents, source, years, events):
    (found,) = documents.loc[(documents["source_id"] == source) & (documents["years"] == years), "events"]
    assert found == events


def test_a_document_is_marked_where_it_was_published_and_nowhere_without_a_year(documents):
    published = documents.drop_duplicates("source_id").set_index("source_id")["published_year"]
    assert published["chiba-2014"] == 2022 and published["nag-2025-06-base"] == 2025
    assert published.isna()["ddorf-chiba-page"]


def test_of_chosen_sources_only_they_have_a_row(fact_base, all_events):
    filters = Filters(source=("wz-2017-09",))
    assert set(source_year_rows(fact_base, select(all_events, filters), filters)["source_id"]) == {"wz-2017-09"}


@pytest.mark.parametrize(
    ("tie", "side", "years", "events"),
    [
        ("duesseldorf-tokyo", "german", "2017", 1),
        ("duesseldorf-tokyo", "japanese", "2017", 0),
        ("duesseldorf-tokyo", "german", "2023", 1),  # the opening of the RIC: both sides
        ("duesseldorf-tokyo", "japanese", "2023", 1),
        ("duesseldorf-tokyo", "german", EARLY, 2),
        ("essen-koriyama", "german", "2014", 1),
        ("essen-koriyama", "japanese", "2014", 0),
        ("essen-koriyama", "japanese", "2016", 1),
    ],
)
def test_a_side_tells_as_many_events_of_a_year_as_the_files_say(sides, tie, side, years, events):
    found = sides[(sides["tie_id"] == tie) & (sides["side"] == side) & (sides["years"] == years)]
    assert found["events"].sum() == events


def test_what_one_side_alone_tells_and_what_both_tell_are_different_events(told):
    tokyo = told[told["tie_id"] == "duesseldorf-tokyo"]
    assert by_both(tokyo, "german", "japanese") == 3 and only_by(tokyo, "japanese").empty
    assert "duesseldorf-evening-tokyo-2017" in set(only_by(tokyo, "german")["event_id"])
    assert "ric-opening" not in set(only_by(tokyo, "german")["event_id"])


def test_two_sides_that_contradict_each_other_are_named_and_one_side_within_itself_is_not(fact_base):
    found = told_differently(fact_base).set_index("event_id")
    assert tuple(found.loc["essen-koriyama-mou-2017"]) == ("date", "german", "japanese and international")
    assert "presentation-day-2021" not in found.index, "both days are from the Japanese side"


def test_the_headline_counts_years_and_sides(rows, told):
    sentence = coverage_headline(rows, told)
    assert sentence.startswith("Essen–Koriyama is told in ") and "of the 27 years from 2000 to 2026, by four sides" in sentence
    tokyo = rows[(rows["tie_id"] == "duesseldorf-tokyo") & rows["year"].notna() & rows["state"].isin(STATES[:2])]
    assert sentence.endswith(f"Düsseldorf–Tokyo in {tokyo['year'].nunique()}, by two sides")
    assert quiet_sectors(rows[rows["tie_id"] == "essen-koriyama"]) == ["Digital", "Mobility", "Resilience", "Heritage"]
