"""What the sources cover: cells counted by hand in the data's files, every number that of its click, every kind of absence for its own reason."""

import pytest
from selections import read

from loaders.coverage import (
    SIDES,
    STATES,
    cell_means,
    coverage_rows,
    document_means,
    side_means,
    side_rows,
    source_year_rows,
)
from loaders.coverage_words import coverage_headline, quiet_sectors
from loaders.coverage_years import BEFORE, UNDATED, ties_shown, year_columns
from loaders.events import NO_TIE
from loaders.events.filters import Filters
from pages.parts.coverage_documents import document_figure
from pages.parts.coverage_documents import means as document_click
from pages.parts.coverage_sides import means as side_click
from pages.parts.coverage_sides import side_figure
from pages.parts.coverage_ties import keyed_rows, tie_figure

EARLY = "before 2000"
SELECTIONS = [
    Filters(),
    Filters(sector=("energy",)),
    Filters(years=(1990, 2017)),
    Filters(years=(2018, 2018), undated=True),
    Filters(tie=("duesseldorf-tokyo", "fukushima-nrw")),
    Filters(city=("duesseldorf",), certainty="certainly"),
    Filters(background=True),
    Filters(text="hospital"),
    Filters(source=("wz-2017-09", "essen-koriyama-deck-2023")),
]


@pytest.fixture(scope="module")
def rows(store):
    return coverage_rows(store.selection())


@pytest.fixture(scope="module")
def documents(store):
    return source_year_rows(store.selection())


def column(row):
    """The column of a row of any of the tables."""
    return {EARLY: BEFORE, "no date": UNDATED}.get(row.years) or int(row.years)


@pytest.mark.parametrize("filters", SELECTIONS)
def test_every_number_is_that_of_the_rows_that_its_choice_lists(store, filters):
    selection = store.selection(filters)
    for row in coverage_rows(selection).itertuples():
        means = cell_means(selection, row.tie_id, row.sector_id, column(row))
        assert selection.count(**means) == row.events == row.held + row.planned + row.cancelled
    for row in source_year_rows(selection).itertuples():
        assert selection.count(**document_means(selection, row.source_id, column(row))) == row.events
        assert selection.counts("source")[row.source_id] == row.total == selection.count(**document_means(selection, row.source_id))
    for row in side_rows(selection).itertuples():
        means = side_means(selection, row.tie_id, row.source_ids, column(row))
        assert selection.count(**means) == row.events


@pytest.mark.parametrize("filters", SELECTIONS)
def test_what_is_told_adds_up_to_the_selection(store, filters):
    selection = store.selection(filters)
    rows = selection.events.rows.dropna(subset="tie_id")
    assert coverage_rows(selection)["events"].sum() == rows["year"].notna().sum()
    told = {key for keys in source_year_rows(selection)["event_ids"] for key in keys.split("; ")}
    assert told == set(selection.events.rows["event_id"])
    assert {key for keys in side_rows(selection)["event_ids"] for key in keys.split("; ")} == set(rows["event_id"])


def drawn(figure):
    """The number that is drawn on each place that can be clicked: `(key, number)`; the blank ones are left out."""
    texts = [
        (x, y, text)
        for trace in figure["data"]
        if trace.get("mode") == "text"
        for x, y, text in zip(trace["x"], trace["y"], trace["text"], strict=True)
    ]
    found = []
    for trace in figure["data"]:
        for (key, *_), base, wide, y in zip(trace.get("customdata", ()), trace.get("base", ()), trace["x"], trace["y"], strict=False):
            inside = [text for x, at, text in texts if base < x < base + wide and abs(at - y) < 1 and text.isdigit()]
            found += [(key, int(text)) for text in inside]
    return found


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("filters", [Filters(), Filters(years=(1990, 2017)), Filters(source=("wz-2017-09",))])
def test_the_numbers_that_are_drawn_are_those_of_their_clicks(store, filters, narrow):
    selection, numbers = store.selection(filters), 0
    cells = keyed_rows(selection).set_index("key")
    for tie in ties_shown(selection):
        for key, number in drawn(tie_figure(selection, tie, False, narrow).read()):
            row = cells.loc[f"{tie}.{key}"]
            assert selection.count(**cell_means(selection, tie, row["sector_id"], int(row["column"]))) == number
            numbers += 1
        for key, number in drawn(side_figure(selection, tie, False, narrow).read()):
            assert selection.count(**side_click(selection, tie, key)) == number
            numbers += 1
    for key, number in drawn(document_figure(selection, 400, False, narrow).read()):
        assert selection.count(**document_click(selection, key)) == number
        numbers += 1
    assert numbers >= (coverage_rows(selection)["events"] > 0).sum() + len(source_year_rows(selection)) + len(side_rows(selection)) - 3


def test_a_lines_number_and_a_blocks_are_of_all_years_and_of_none(store, invented_store):
    selection = invented_store({"date": None}, {"date": "2016-03-01"}).selection()
    assert keyed_rows(selection)["total"].max() == selection.count(tie=("essen-koriyama",), sector=("energy",)) == 2
    assert coverage_rows(selection)["events"].sum() == 1
    told = source_year_rows(selection)
    assert told["years"].tolist() == ["2016", "no date"] and set(told["total"]) == {2}
    assert document_means(selection, "deck", UNDATED) == {"source": ("deck",), "years": None, "undated": True}
    assert year_columns(selection.narrowed(undated=True)) == [] and coverage_rows(selection.narrowed(undated=True)).empty
    assert set(side_rows(selection)["side"]) <= set(SIDES)


def cell(rows, tie, sector, years):
    (found,) = rows[(rows["tie_id"] == tie) & (rows["sector_id"] == sector) & (rows["years"] == years)].to_dict("records")
    return found


@pytest.mark.parametrize(
    ("tie", "sector", "years", "state", "events"),
    [
        ("essen-koriyama", "government", "2017", "events", 4),  # one of them a part of the delegation's journey
        ("duesseldorf-chiba", "government", "2019", "events", 4),
        ("duesseldorf-chiba", "culture", "2024", "events", 3),
        ("duesseldorf-tokyo", "trade", EARLY, "events", 2),  # 1981 and 1995
        ("essen-koriyama", "energy", "2020", "events", 3),  # one of them the fairs "since 2020", which have no end
        ("essen-koriyama", "energy", "2018", "events", 2),  # a part of one journey, and perhaps the same as it
        ("duesseldorf-chiba", "government", "2007", "events", 2),  # two of [2007-04..2008-03]
        ("duesseldorf-chiba", "government", "2008", "not stated", 0),  # the same
        ("essen-koriyama", "energy", "2021", "begun earlier", 0),  # the fairs "in 2020, 2021 and after"
        ("essen-koriyama", "energy", "2026", "begun earlier", 0),  # though any event of 2026 was looked for in vain
        ("essen-koriyama", "trade", "2016", "not stated", 0),  # sake matching, by March 2023; a second source was looked for in vain
        ("duesseldorf-chiba", "trade", "2026", "looked for and not found", 0),  # any event from January to November 2026
        ("duesseldorf-chiba", "culture", "2025", "events", 1),  # found when any event after June was looked for
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
    assert (rows.loc[rows["state"] == "begun earlier", "begun_titles"] != "").all()
    unknown = rows[rows["state"] == "none known"]
    assert (unknown[["event_ids", "begun_ids", "possible_ids"]] == "").all(axis=None)


def test_a_search_in_a_part_of_a_year_is_told_with_its_own_time_and_empties_no_cell(rows):
    for tie, words in (
        ("duesseldorf-chiba", ""),  # the same search for Chiba brought an event of autumn 2025, of another sector
        ("essen-koriyama", "Any Essen–Koriyama event after January 2025 (Feb 2025\u2009–\u2009Nov 2026)"),
    ):
        found = cell(rows, tie, "mobility", "2025")
        assert (found["state"], found["searches"]) == ("none known", words)


def test_titles_stand_oldest_first_whether_they_count_or_not(rows, all_events):
    order = {key: number for number, key in enumerate(all_events.rows["event_id"])}
    for column in ("event_ids", "begun_ids", "possible_ids"):
        told = [[order[key] for key in keys.split("; ")] for keys in rows.loc[rows[column] != "", column]]
        assert told == [sorted(places) for places in told]
    visits = cell(rows, "essen-koriyama", "energy", "2022")["titles"].split("; ")
    assert visits[0] == "Koriyama delegation visits E-world energy & water in Essen", "a part of the mission of June"


def test_a_vain_search_stands_beside_the_event_that_another_source_tells(rows):
    found = cell(rows, "duesseldorf-tokyo", "digital", "2025")
    assert (found["events"], found["search_ids"]) == (1, "rakuten-2025")


def test_what_was_found_or_only_lacked_a_detail_is_no_vain_search(rows):
    searches = "; ".join(rows["search_ids"])
    assert "duesseldorf-evening-2019-report" not in searches and "mou-2017-town" not in searches


def test_what_is_only_announced_is_told_apart(rows):
    found = cell(rows, "duesseldorf-chiba", "culture", "2017")
    assert (found["events"], found["held"], found["planned"]) == (1, 0, 1)


def test_what_may_lie_in_a_year_counts_in_the_first_that_is_possible_and_says_so(rows):
    found = cell(rows, "duesseldorf-chiba", "government", "2007")
    titles = "Chiba officials come to Düsseldorf for talks and the Japan Day; Deputy Mayor Kruse's mission talks of town planning in Chiba"
    assert (found["events"], found["doubtful"], found["titles"]) == (2, 2, titles)
    assert cell(rows, "duesseldorf-chiba", "government", "2008")["possible_titles"] == found["titles"]


def test_an_undated_event_may_lie_in_every_year_of_its_tie_and_one_that_lasts_is_told_in_each(invented_store):
    store = invented_store({"date": None}, {"date": "2016-03-01"}, {"date": "2018-12/2020-02", "sector_id": "culture"})
    rows = coverage_rows(store.selection()).set_index(["sector_id", "years"])["state"]
    assert rows["energy", "2015"] == "none known" and rows["energy", "2016"] == "events"
    assert {rows["energy", str(year)] for year in range(2017, 2025)} == {"not stated"}
    assert [rows["culture", year] for year in ("2018", "2019", "2020")] == ["events", "begun earlier", "begun earlier"]
    assert rows["culture", "2021"] == "none known"


@pytest.mark.parametrize("filters", [Filters(years=(2021, 2021)), Filters(certainty="certainly")])
def test_what_years_leave_out_still_says_why_a_cell_is_empty(store, filters):
    rows = coverage_rows(store.selection(filters))
    assert cell(rows, "essen-koriyama", "energy", "2021")["state"] == "begun earlier", "the fairs since 2020, of which 2021 has none"
    if filters.certainty == "certainly":
        assert cell(rows, "duesseldorf-chiba", "government", "2007")["state"] == "not stated"


def test_the_framework_has_a_block_where_it_is_chosen_and_context_never(store):
    for filters, ties in (
        (Filters(), {"essen-koriyama", "duesseldorf-chiba", "duesseldorf-tokyo"}),
        (Filters(background=True), {"essen-koriyama", "duesseldorf-chiba", "duesseldorf-tokyo", "fukushima-nrw"}),
        (Filters(tie=("essen-koriyama", "fukushima-nrw")), {"essen-koriyama", "fukushima-nrw"}),
        (Filters(tie=(NO_TIE,)), set()),
    ):
        assert set(coverage_rows(store.selection(filters))["tie_id"]) == ties


def test_the_filters_years_and_sectors_are_the_columns_and_rows(store):
    rows = coverage_rows(store.selection(Filters(years=(2016, 2018), sector=("energy", "trade"))))
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


def test_every_document_that_speaks_of_an_event_has_its_row(store):
    rows = source_year_rows(store.selection(Filters(background=True)))
    assert set(rows["source_id"]) == {row["source_id"] for row in read("evidence") if row["table"] == "events"}


def test_of_chosen_sources_only_they_have_a_row(store):
    assert set(source_year_rows(store.selection(Filters(source=("wz-2017-09",))))["source_id"]) == {"wz-2017-09"}


def test_the_headline_counts_the_events_of_each_relationship_and_names_sides(store, rows):
    selection = store.selection()
    numbers = [selection.count(tie=(tie,)) for tie in ("essen-koriyama", "duesseldorf-chiba", "duesseldorf-tokyo")]
    assert coverage_headline(selection) == (
        f"German, Japanese and European sources tell of {numbers[0]} events of Essen–Koriyama, {numbers[1]} of Düsseldorf–Chiba "
        f"and {numbers[2]} of Düsseldorf–Tokyo"
    )
    assert coverage_headline(store.selection(Filters(text="hundred products"))) == "International sources tell of 1 event of Essen–Koriyama"
    assert quiet_sectors(rows[rows["tie_id"] == "essen-koriyama"]) == ["Digital", "Mobility", "Resilience", "Heritage"]


def test_a_cell_says_what_of_its_events_is_thinly_founded(all_events, rows, documents):
    founded = all_events.rows.set_index("event_id")[["witnesses", "primary"]]
    for table in (rows[rows["events"] > 0], documents):
        for row in table.itertuples():
            some = founded.loc[row.event_ids.split("; ")]
            alone, secondary = sum(some["witnesses"] < 2), sum(~some["primary"].astype(bool))
            assert row.resting == f"{alone} on one independent source, {secondary} on none that is primary"
    assert (rows.loc[rows["events"] == 0, "resting"] == "").all()
