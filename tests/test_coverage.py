"""What the sources cover: cells counted by hand in the data's files, every kind of absence for its own reason, sums as on the overview."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selections import read, selections

from loaders.activity import by_sector
from loaders.coverage import STATES, coverage_rows, source_year_rows, told_by_side, uncounted_documents
from loaders.coverage_words import coverage_headline, coverage_note, quiet_sectors
from loaders.events import NO_TIE
from loaders.events.filters import Filters, select
from loaders.marks import about

EARLY = "before 2000"


@pytest.fixture(scope="module")
def rows(fact_base, all_events):
    return coverage_rows(fact_base, all_events, Filters())


@pytest.fixture(scope="module")
def documents(fact_base, all_events):
    return source_year_rows(fact_base, all_events, Filters())


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
        ("essen-koriyama", "energy", "2021", "begun earlier, no end known", 0),  # the fairs "in 2020, 2021 and after"
        ("essen-koriyama", "energy", "2026", "begun earlier, no end known", 0),  # though any event of 2026 was looked for in vain
        ("essen-koriyama", "trade", "2016", "not stated", 0),  # sake matching, by March 2023; a second source was looked for in vain
        ("duesseldorf-chiba", "trade", "2026", "looked for and not found", 0),  # any event from July 2025 to November 2026
        ("duesseldorf-chiba", "culture", "2025", "none known", 0),  # looked for from July onwards only
        ("duesseldorf-chiba", "education", "2025", "not stated", 0),  # the Japanese fiscal year 2024, and the same search
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
    assert (rows.loc[rows["state"] == "begun earlier, no end known", "begun_titles"] != "").all()
    unknown = rows[rows["state"] == "none known"]
    assert (unknown[["event_ids", "begun_ids", "possible_ids"]] == "").all(axis=None)


def test_a_search_in_a_part_of_a_year_is_told_with_its_own_time_and_empties_no_cell(rows):
    for tie, year, words in (
        ("duesseldorf-chiba", "2025", "Any Düsseldorf–Chiba event after June 2025 (Jul 2025\u2009–\u2009Nov 2026)"),
        ("essen-koriyama", "2025", "Any Essen–Koriyama event after January 2025 (Feb 2025\u2009–\u2009Nov 2026)"),
    ):
        found = cell(rows, tie, "mobility", year)
        assert (found["state"], found["searches"]) == ("none known", words)


def test_titles_stand_oldest_first_whether_they_count_or_not(rows, all_events):
    order = {key: number for number, key in enumerate(all_events.rows["event_id"])}
    for column in ("event_ids", "begun_ids", "possible_ids"):
        told = [[order[key] for key in keys.split("; ")] for keys in rows.loc[rows[column] != "", column]]
        assert told == [sorted(places) for places in told]
    visits = cell(rows, "essen-koriyama", "energy", "2022")["titles"].split("; ")
    assert visits[0] == "Koriyama delegation at E-world energy & water 2022", "a part of the mission of June, and not counted"


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


def test_what_speaks_only_of_what_does_not_count_is_listed_and_no_document_is_lost(fact_base, all_events, documents):
    rest = uncounted_documents(fact_base, all_events, Filters(), beside=documents)["source_id"]
    speaking = {row["source_id"] for row in read("evidence") if row["table"] == "events"}
    assert rest.is_unique and set(rest).isdisjoint(documents["source_id"]) and set(rest) | set(documents["source_id"]) == speaking
    filters = Filters(source=("wz-2017-09",))
    assert uncounted_documents(fact_base, select(all_events, filters), filters, beside=documents).empty


def test_of_chosen_sources_only_they_have_a_row(fact_base, all_events):
    filters = Filters(source=("wz-2017-09",))
    assert set(source_year_rows(fact_base, select(all_events, filters), filters)["source_id"]) == {"wz-2017-09"}


def test_the_headline_counts_years_and_names_sides(fact_base, all_events, rows):
    sentence = coverage_headline(rows, told_by_side(fact_base, all_events, Filters()))
    assert sentence.startswith("Essen–Koriyama is told in 11 of the 27 years from 2000 to 2026, by German, Japanese and European sources; ")
    tokyo = rows[(rows["tie_id"] == "duesseldorf-tokyo") & rows["year"].notna() & rows["state"].isin(STATES[:2])]
    assert sentence.endswith(f"; Düsseldorf–Chiba in 16 and Düsseldorf–Tokyo in {tokyo['years'].nunique()}, by German and Japanese ones")
    assert quiet_sectors(rows[rows["tie_id"] == "essen-koriyama"]) == ["Digital", "Mobility", "Resilience", "Heritage"]


def test_what_is_told_and_does_not_count_names_no_side(fact_base, all_events):
    filters = Filters(text="hundred products")
    chosen = select(all_events, filters)
    sentence = coverage_headline(coverage_rows(fact_base, chosen, filters), told_by_side(fact_base, chosen, filters))
    assert sentence == "Essen–Koriyama is told in 1 of the 27 years from 2000 to 2026"


def test_a_cell_says_what_of_its_events_is_thinly_founded_and_the_note_is_their_sum(fact_base, all_events, rows, documents):
    founded = all_events.rows.set_index("event_id")[["witnesses", "primary"]]
    for table in (rows[(rows["events"] > 0) & (rows["others"] == 0)], documents):
        for row in table.itertuples():
            some = founded.loc[row.event_ids.split("; ")]
            alone, secondary = sum(some["witnesses"] < 2), sum(~some["primary"].astype(bool))
            assert row.resting == f"{alone} on one independent source, {secondary} on none that is primary"
    assert (rows.loc[rows["events"] == 0, "resting"] == "").all()
    sums = rows["resting"].str.extract(r"(\d+) on one .*, (\d+) on none").dropna().astype("int64").sum()
    expected = f"Of these {rows['events'].sum()} events, {sums[0]} rest on one independent source, {sums[1]} on none that is primary."
    assert coverage_note(fact_base, all_events, Filters()) == expected
