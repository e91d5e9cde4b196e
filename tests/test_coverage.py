"""What the sources cover: cells counted by hand in the data's files, every number that of its click, every kind of absence for its own reason."""

import pytest
from selections import read

from charts.coverage import coverage
from loaders.coverage import STATES, cell_means, coverage_rows
from loaders.coverage_years import BEFORE, silence, year_columns
from loaders.dates import spans
from loaders.events import NO_TIE
from loaders.events.filters import Filters
from pages.sources.coverage import _cells, means

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
def energy(store):
    return coverage_rows(store.selection(Filters(sector=("energy",))))


def column(row):
    """The column of a row."""
    return BEFORE if row.years == EARLY else int(row.years)


@pytest.mark.parametrize("filters", SELECTIONS)
def test_every_number_is_that_of_the_rows_that_its_choice_lists(store, filters):
    selection = store.selection(filters)
    rows = coverage_rows(selection)
    for row in rows.itertuples():
        means = cell_means(selection, row.tie_id, column(row))
        assert selection.count(**means) == row.events == row.held + row.planned + row.cancelled
    assert rows["events"].sum() == selection.events.rows.dropna(subset="tie_id")["year"].notna().sum()


@pytest.mark.parametrize("narrow", [False, True])
def test_the_numbers_that_are_drawn_are_those_of_their_clicks_and_every_silence_says_its_kind(store, narrow):
    selection = store.selection(Filters(years=(1990, 2017)))
    cells = _cells(selection)
    figure = coverage(cells, [(tie, tie) for tie in dict.fromkeys(cells["row"])], dark=False, narrow=narrow)
    _, numbers, told, silent, _, names = figure["data"]
    for (key, _, what), text in zip(told["customdata"], numbers["text"], strict=True):
        assert f"<b>{selection.count(**means(selection, what, key))}</b>" == text
    for key, _, what in names["customdata"]:
        assert means(selection, what, key) == {"tie": (key,)}
    assert len(told["x"]) + len(silent["x"]) == len(cells)
    assert all(key == "" and hover for key, hover in silent["customdata"])
    width = 354.0 if narrow else 1286.0
    assert all(x - wide / 2 >= 0 and x + wide / 2 <= width for x, wide in zip(told["x"], told["width"], strict=True))


def cell(rows, tie, years):
    (found,) = rows[(rows["tie_id"] == tie) & (rows["years"] == years)].to_dict("records")
    return found


@pytest.mark.parametrize(
    ("tie", "years", "state", "events"),
    [
        ("duesseldorf-tokyo", EARLY, "events", 2),  # 1981 and 1995
        ("duesseldorf-tokyo", "2008", "not stated", 0),  # [2007-04..2008-03]
        ("essen-koriyama", "2026", "begun earlier", 0),  # though any event of 2026 was looked for in vain
        ("duesseldorf-chiba", "2026", "looked for and not found", 0),  # any event from January to November 2026
        ("duesseldorf-tokyo", "2010", "none known", 0),
        ("essen-koriyama", "2013", "none known", 0),  # before anything of this tie is known, nothing vague is marked
    ],
)
def test_a_cell_of_tie_and_year_is_what_the_files_say(rows, tie, years, state, events):
    found = cell(rows, tie, years)
    assert (found["state"], found["events"]) == (state, events)


def test_every_state_occurs_and_each_empty_cell_names_its_reason(rows):
    assert set(rows["state"]) == set(STATES)
    assert (rows.loc[rows["state"] == "not stated", "possible_titles"] != "").all()
    assert (rows.loc[rows["state"] == "looked for and not found", "searches"] != "").all()
    assert (rows.loc[rows["state"] == "begun earlier", "begun_titles"] != "").all()
    unknown = rows[rows["state"] == "none known"]
    assert (unknown[["event_ids", "begun_ids", "possible_ids"]] == "").all(axis=None)


def test_a_search_in_a_part_of_a_year_is_told_with_its_own_time_and_stands_beside_events(rows):
    found = cell(rows, "essen-koriyama", "2025")
    assert "Any Essen–Koriyama event after January 2025 (Feb 2025\u2009–\u2009Nov 2026)" in found["searches"].split("; ")
    assert found["state"] == "events"


def test_titles_stand_oldest_first_whether_they_count_or_not(rows, all_events):
    order = {key: number for number, key in enumerate(all_events.rows["event_id"])}
    for name in ("event_ids", "begun_ids", "possible_ids"):
        told = [[order[key] for key in keys.split("; ")] for keys in rows.loc[rows[name] != "", name]]
        assert told == [sorted(places) for places in told]


def test_what_was_found_or_only_lacked_a_detail_is_no_vain_search(rows):
    searches = "; ".join(rows["search_ids"])
    assert "duesseldorf-evening-2019-report" not in searches and "mou-2017-town" not in searches


def test_what_may_lie_in_a_year_counts_in_the_first_that_is_possible_and_says_so(store):
    rows = coverage_rows(store.selection(Filters(sector=("government",))))
    found = cell(rows, "duesseldorf-chiba", "2007")
    assert (found["events"], found["doubtful"]) == (2, 2)
    assert cell(rows, "duesseldorf-chiba", "2008")["possible_titles"] == found["titles"]


def test_an_undated_event_may_lie_in_every_year_of_its_tie_and_one_that_lasts_is_told_in_each(invented_store):
    rows = coverage_rows(invented_store({"date": None}, {"date": "2016-03-01"}).selection()).set_index("years")["state"]
    assert rows["2015"] == "none known" and rows["2016"] == "events"
    assert {rows[str(year)] for year in range(2017, 2025)} == {"not stated"}
    rows = coverage_rows(invented_store({"date": "2018-12/2020-02"}).selection()).set_index("years")["state"]
    assert [rows[year] for year in ("2018", "2019", "2020", "2021")] == ["events", "begun earlier", "begun earlier", "none known"]


@pytest.mark.parametrize("filters", [Filters(sector=("energy",), years=(2021, 2021)), Filters(sector=("energy",), certainty="certainly")])
def test_what_years_leave_out_still_says_why_a_cell_is_empty(store, filters):
    rows = coverage_rows(store.selection(filters))
    assert rows.empty or cell(rows, "essen-koriyama", "2021")["state"] == "begun earlier", "the fairs since 2020, of which 2021 has none"


def test_the_framework_has_a_block_where_it_is_chosen_and_context_never(store):
    for filters, ties in (
        (Filters(), {"essen-koriyama", "duesseldorf-chiba", "duesseldorf-tokyo"}),
        (Filters(background=True), {"essen-koriyama", "duesseldorf-chiba", "duesseldorf-tokyo", "fukushima-nrw"}),
        (Filters(tie=("essen-koriyama", "fukushima-nrw")), {"essen-koriyama", "fukushima-nrw"}),
        (Filters(tie=(NO_TIE,)), set()),
    ):
        assert set(coverage_rows(store.selection(filters))["tie_id"]) == ties


def test_the_filters_years_are_the_columns_and_what_has_none_has_none(store):
    assert set(coverage_rows(store.selection(Filters(years=(2016, 2018))))["years"]) == {"2016", "2017", "2018"}
    undated = store.selection(Filters(undated=True))
    assert year_columns(undated) == [] and coverage_rows(undated).empty


def test_the_longest_silence_is_the_longest_run_of_years_that_no_event_touches(store, all_events, invented_store):
    found = {}
    for tie in ("essen-koriyama", "duesseldorf-chiba", "duesseldorf-tokyo"):
        some = [span for row in read("events") if row["tie_id"] == tie for span in spans(row["date"])]
        first, run = min(span.start.year for span in some if span.start), 0
        ends = [(span.start.year if span.start else first, span.end.year if span.end else 9999) for span in some]
        told = {year for low, high in ends for year in range(low, high + 1)}
        for year in range(first, int(store.facts.as_of[:4]) + 1):
            run = 0 if year in told else run + 1
            found[run] = found.get(run) or (store.names()["tie"][tie], year - run + 1, year)
    assert silence(store.selection()) == found[max(found)]
    assert silence(invented_store({"date": "2016-03-01"}, {"date": "2017/.."}).selection()) is None
    assert silence(invented_store({"date": "1981"}, {"date": "2020/.."}).selection())[1:] == (1982, 2019), (
        "also before the years that have columns"
    )
    assert silence(invented_store({"date": "1981"}, {"date": None}, {"date": "2020/.."}).selection()) is None, (
        "the undated may lie anywhere"
    )
