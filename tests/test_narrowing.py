"""The filter on every table, against the same narrowing done row by row from the files, and facts read from them by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from selections import plain_links, plainly_selected, read, selections

from loaders.dates import spans
from loaders.events.filters import CERTAINLY, Filters
from loaders.events.narrowing import RULES, narrowed
from loaders.facts import DATA
from loaders.schema import read_schema

DECK = "essen-koriyama-deck-2023"
TABLES = list(read_schema(DATA))
OF_EVENTS = ("events", "event_places", "participants", "measures", "eras")
WITHOUT_FILTER = ("sectors", "themes", "areas", "indicators", "series", "vocabulary")


@pytest.fixture(scope="module")
def left(fact_base, store):
    """A function that gives the keys of the rows that filters leave of a table."""

    def keys(name, **chosen):
        filters = chosen.get("filters") or Filters(**chosen)
        table = fact_base.table(name)
        return set(table.loc[narrowed(store.selection(filters), name), fact_base.schema[name].key])

    return keys


@pytest.fixture(scope="module")
def happened():
    """A function that gives the events of a selection, found event by event."""
    links = plain_links()
    return lambda **chosen: plainly_selected(Filters(**chosen), links, {})


def linked(name, column, events):
    """What the rows of a table that belong to one of the events hold in a column."""
    return {row[column] for row in read(name) if row["event_id"] in events}


def cited_by(name, source):
    return {row["key"] for row in read("evidence") if row["table"] == name and row["source_id"] == source}


def keys_where(name, test):
    rows = read(name)
    return {next(iter(row.values())) for row in rows if test(row)}


def test_every_table_of_the_schema_has_a_rule_and_no_other():
    assert set(RULES) == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_with_the_background_and_nothing_else_chosen_every_row_is_shown(name, left):
    assert left(name, background=True) == keys_where(name, lambda row: True)


def test_the_background_is_left_out_of_what_belongs_to_an_event_and_of_nothing_else(left):
    assert len(left("events")) == 134
    for name in TABLES:
        assert (left(name) < left(name, background=True)) == (name in (*OF_EVENTS, "searches")), name


@pytest.mark.parametrize("name", TABLES)
def test_a_text_alone_takes_no_row_away_here(name, left):
    """Text is searched for in the words of a row, by the page."""
    assert left(name, text="nothing has this text") == left(name)


@pytest.mark.parametrize("name", WITHOUT_FILTER)
def test_tables_of_words_are_not_narrowed(name, left):
    assert left(name, city=("essen",), years=(2019, 2019), source=(DECK,), status=("planned",)) == left(name)


@hypothesis_settings(max_examples=20)
@given(data=st.data())
def test_what_belongs_to_an_event_is_shown_where_its_event_is(data, left, happened, allowed):
    filters = replace(data.draw(selections(allowed)), text="")
    events = happened(**vars(filters))
    for name in OF_EVENTS:
        assert left(name, filters=filters) == keys_where(name, lambda row: row["event_id"] in events)


def test_certainty_alone_leaves_out_what_belongs_to_an_event_of_a_doubtful_year(left, happened):
    certain = happened(certainty=CERTAINLY)
    assert left("events", certainty=CERTAINLY) == certain < left("events")
    assert left("people", certainty=CERTAINLY) == left("people")


def test_sites_are_those_of_the_city_itself(left):
    assert left("sites", city=("wuppertal",)) == {"wuppertal-institut"}
    assert left("sites", city=("essen",)) == keys_where("sites", lambda row: row["city_id"] == "essen")


def test_sites_of_a_city_in_some_years_are_those_with_an_event_then(left, happened):
    then = linked("event_places", "site_id", happened(years=(2018, 2019)))
    expected = keys_where("sites", lambda row: row["city_id"] == "koriyama" and row["site_id"] in then)
    assert expected
    assert left("sites", city=("koriyama",), years=(2018, 2019)) == expected


def test_a_city_is_shown_by_its_own_name_or_by_its_events(left, happened):
    assert left("cities", city=("chiba-prefecture",)) == {"chiba-prefecture", "abiko", "chiba", "kashiwa"}
    assert left("cities", sector=("energy",)) == linked("event_places", "city_id", happened(sector=("energy",)))


def test_organisations_are_those_that_sit_in_the_city_and_took_part(left, happened):
    assert left("organisations", city=("essen",)) == keys_where("organisations", lambda row: row["city_id"] == "essen")
    assert left("organisations", tie=("duesseldorf-chiba",)) == linked(
        "participants", "organisation_id", happened(tie=("duesseldorf-chiba",))
    ) - {""}


def test_people_are_those_who_took_part(left, happened):
    assert left("people", city=("koriyama",)) == linked("participants", "person_id", happened(city=("koriyama",))) - {""}


def test_programmes_have_a_sector_of_their_own_and_the_years_of_their_events(left, happened):
    events = happened(years=(2019, 2019))
    of_2019 = {row["programme_id"] for row in read("events") if row["event_id"] in events} - {""}
    assert left("programmes", years=(2019, 2019)) == of_2019
    assert left("programmes", sector=("culture",)) == keys_where("programmes", lambda row: row["sector_id"] == "culture")


def test_ties_of_a_city_are_those_of_which_it_is_a_member(left):
    essen = {row["tie_id"] for row in read("tie_cities") if row["city_id"] == "essen"}
    assert left("ties", city=("essen",)) == essen
    assert {"essen-koriyama", "essen-sunderland"} <= essen
    both = keys_where("tie_cities", lambda row: row["tie_id"] in essen)
    assert left("tie_cities", city=("essen",)) == both


def test_figures_of_a_tie_are_those_of_its_cities(left):
    assert left("observations", tie=("essen-koriyama",)) == keys_where("observations", lambda row: row["city_id"] in ("essen", "koriyama"))


def test_sector_and_status_leave_figures_of_cities_alone(left):
    assert left("observations", sector=("energy",), status=("planned",)) == left("observations")


def test_years_of_a_figure_are_those_that_its_own_date_touches(left):
    undated = keys_where("observations", lambda row: not row["as_of"])
    touching = keys_where(
        "observations", lambda row: any(span.start.year <= 2022 <= span.end.year for span in spans(row["as_of"] or "1000"))
    )
    assert {"essen.deck-population-dated.2022-12-31", "koriyama.koriyama-gdp.2021-04-2022-03"} <= touching
    assert "essen.deck-population-undated" in undated
    assert left("observations", years=(2022, 2022)) == touching
    assert left("observations", years=(2022, 2022), undated=True) == touching | undated
    assert left("observations", undated=True) == undated
    assert left("observations", years=(2022, 2022), certainty=CERTAINLY) <= touching


def test_what_a_source_speaks_of_is_shown_under_that_source(left):
    assert left("sources", source=(DECK,)) == {DECK}
    assert left("events", source=(DECK,), background=True) == cited_by("events", DECK)
    for name in ("cities", "people", "organisations", "programmes", "ties", "observations"):
        assert left(name, source=(DECK,)) == cited_by(name, DECK), name


def test_a_site_is_shown_under_a_source_that_speaks_of_it_or_of_an_event_there(left):
    there = linked("event_places", "site_id", cited_by("events", DECK)) - {""}
    assert there - cited_by("sites", DECK)
    assert left("sites", source=(DECK,)) == there | cited_by("sites", DECK)


def test_sources_of_a_sector_are_those_that_speak_of_its_events(left, happened):
    events = happened(sector=("healthcare",))
    speaking = {row["source_id"] for row in read("evidence") if row["table"] == "events" and row["key"] in events}
    assert left("sources", sector=("healthcare",)) == speaking


@pytest.mark.parametrize("name", ["evidence", "corrections"])
def test_a_word_is_shown_where_what_it_is_about_is_shown_and_its_own_source_is_chosen(name, left):
    filters = Filters(city=("koriyama",), years=(2017, 2019))
    shown = {table: left(table, filters=filters) for table in {row["table"] for row in read(name)}}
    expected = keys_where(name, lambda row: row["key"] in shown[row["table"]])
    assert expected and left(name, filters=filters) == expected
    of_deck = keys_where(name, lambda row: row["source_id"] == DECK)
    assert left(name, source=(DECK,)) == of_deck
    assert left(name, filters=replace(filters, source=(DECK,))) == expected & of_deck


def test_each_table_is_narrowed_by_some_choice_that_the_page_offers(left, allowed):
    """No rule is dead: in each table that is not one of words, some city, year or sector leaves a part of the rows."""
    for name in set(TABLES) - set(WITHOUT_FILTER):
        sizes = {
            len(left(name, background=True, **{choice: value}))
            for choice, value in (("city", ("essen",)), ("years", (2019, 2019)), ("sector", ("energy",)))
        }
        assert any(0 < size < len(left(name, background=True)) for size in sizes), name
