"""The page on the data without a browser: every table, its rows, dictionary, notices and links."""

import json
import re
from urllib.parse import parse_qs

import app_pages
import pytest
import streamlit as st
from selections import read
from streamlit.testing.v1 import AppTest

from loaders.checking import UNCITED
from loaders.events.filters import Filters, from_query, select
from loaders.facts import DATA
from loaders.formats import FORMATS
from loaders.schema import read_schema
from loaders.text import number
from pages.data.addresses import examples
from pages.parts import base
from pages.parts.rows import PAGE_ROWS

SCHEMA = read_schema(DATA)


@pytest.fixture(autouse=True, scope="module")
def nothing_cached():
    """The pages keep facts for the whole process: another file's tests must not meet these."""
    yield
    st.cache_resource.clear()


def opened(**query) -> AppTest:
    """The page on the data at this address."""
    app = app_pages.opened("data/data.py", **query)
    assert not app.error
    return app


def texts(app: AppTest) -> str:
    """All that the page says in sentences, Markdown's escapes left out."""
    return "\n".join(part.value for kind in (app.title, app.markdown, app.caption, app.warning, app.info) for part in kind).replace(
        "\\", ""
    )


def linked(app: AppTest) -> set[str]:
    """The labels of the links to pages."""
    return {link.proto.label.replace("\\", "") for link in app.get("page_link")}


def rows_of(app: AppTest, key: str) -> dict[str, list]:
    """The rows of one of the page's tables of ours, by a word of its caption."""
    parts = [json.loads(part.proto.bytes) for part in app.get("bidi_component") if part.proto.component_name.endswith("city_ties_table")]
    (data,) = [data for data in parts if key in data["caption"]]
    columns = {column["label"]: app_pages.unfolded(column["values"]) for column in data["columns"]}
    return {**columns, "key": data["keys"], "chosen": data["chosen"]}


@pytest.mark.parametrize("name", list(SCHEMA))
def test_a_table_has_all_its_rows_and_each_column_with_its_meaning_and_how_many_rows_have_it(name):
    app, rows = opened(table=name, background="yes"), read(name)
    assert not app.warning
    (table,) = app.dataframe
    assert len(table.value) == min(len(rows), PAGE_ROWS)
    assert f"**{number(len(rows))} row{'' if len(rows) == 1 else 's'}.** {SCHEMA[name].description}" in texts(app)
    columns = rows_of(app, "columns")
    assert columns["Column"] == [column.name for column in SCHEMA[name].columns]
    assert columns["Filled"] == [sum(row[column.name] != "" for row in rows) for column in SCHEMA[name].columns]
    for column, meaning in zip(SCHEMA[name].columns, columns["Meaning"], strict=True):
        assert column.description.replace("`", "") in meaning and all(word in meaning for word in column.enum)


def test_the_headline_counts_the_facts_and_says_that_each_of_them_names_a_source():
    every = {(name, row[SCHEMA[name].key]) for name in SCHEMA if name not in UNCITED for row in read(name)}
    assert every == {(row["table"], row["key"]) for row in read("evidence")}, "which the sentence says"
    assert app_pages.headline(opened()).replace("\\", "") == f"Each of {number(len(every))} facts names a source"


def test_a_column_of_the_dictionary_stands_with_the_head_that_it_has_in_the_grid():
    app = opened(table="organisations")
    parts = [json.loads(part.proto.bytes) for part in app.get("bidi_component") if part.proto.component_name.endswith("city_ties_table")]
    (column,) = [column for data in parts for column in data["columns"] if column["label"] == "Column"]
    heads = dict(zip(app_pages.unfolded(column["values"]), app_pages.unfolded(column["beside"]), strict=True))
    assert heads["city_id"] == "Seat" and heads["organisation_id"] is None
    assert {head for head in heads.values() if head} <= set(app.dataframe[0].value.columns)


def test_the_tables_stand_by_their_numbers_of_rows_and_one_is_chosen():
    app = opened()
    tables = rows_of(app, "numbers of their rows")
    assert tables["Rows"] == sorted((len(read(name)) for name in SCHEMA), reverse=True)
    assert set(tables["key"]) == set(SCHEMA) and tables["chosen"] == "events"


def test_on_a_phone_a_select_chooses_the_table():
    app = app_pages.opened("data/data.py")
    app.session_state["screen_width"] = "narrow"
    app.run()
    choice = app_pages.control(app, "table")
    assert f"Evidence ({number(len(read('evidence')))})" in choice.options
    choice.select("sites").run()
    assert app.query_params["table"] == "sites"
    assert len(app.dataframe[0].value) == len(read("sites"))


def test_an_unknown_table_is_named_and_events_are_shown(all_events):
    app = opened(table="tabel")
    assert "“tabel”" in app.warning[0].value
    assert len(app.dataframe[0].value) == min(len(select(all_events, Filters())), PAGE_ROWS)


def test_the_filter_leaves_the_same_events_as_everywhere(all_events):
    filters = Filters(sector=("energy",), text="koriyama")
    app = opened(**filters.to_query())
    left, total = len(select(all_events, filters)), len(all_events)
    assert 0 < left < total
    assert f"**{left} of {total} rows.**" in texts(app)
    assert len(app.dataframe[0].value) == left


def test_search_looks_through_the_chosen_table():
    app = opened(table="ties", text="frozen")
    assert list(app.dataframe[0].value["State"]) == ["frozen 2022"]
    assert f"**1 of {len(read('ties'))} rows.**" in texts(app)


def test_where_nothing_is_left_the_page_says_so_and_keeps_the_choice_of_tables():
    app = opened(table="ties", text="nothing has this text")
    assert f"**0 of {len(read('ties'))} rows.**" in texts(app)
    assert [note for note in app.info if "Reset" in note.value] and not app.dataframe
    assert rows_of(app, "numbers of their rows")["chosen"] == "ties"


def test_each_format_has_its_button_in_one_row():
    for name in ("events", "ties"):
        keys = {button.proto.id.partition("file-")[2].removesuffix(f"-{name}") for button in opened(table=name).get("download_button")}
        assert {code for code, form in FORMATS.items() if form.takes(name)} <= keys


def test_every_address_that_is_shown_answers(ask):
    codes = [part.value for part in opened(sector="energy").code]
    assert any(code.endswith("/api/events.json") for code in codes), "all events, as they stand"
    assert len(codes) >= 6
    for address in codes:
        answer = ask("/api/" + address.partition("/api/")[2])
        assert answer.status == 200 and answer.body, address
    for _, address in examples(base.store()):
        path, _, query = address.partition("?")
        filters, wrong = from_query(parse_qs(query), base.store().choices())
        assert not wrong and ("events" not in path or base.store().selection(filters).count())


def test_a_chosen_row_says_where_it_is_shown():
    app = opened(table="cities", row="essen")
    assert "Essen" in [head.value for head in app.subheader]
    assert any(label.startswith("Timeline: ") and label.endswith("events with Essen") for label in linked(app))


def test_a_row_with_a_card_has_a_way_to_it():
    app = opened(table="observations", row="essen.deck-population-undated")
    app.button(key="open-card").click().run()
    assert app.query_params["figure"] == "essen.deck-population-undated"


def test_an_unknown_row_is_named_and_another_table_forgets_the_row():
    app = opened(table="cities", row="atlantis")
    assert "“atlantis”" in app.warning[0].value and "row" not in app.query_params
    app = app_pages.opened("data/data.py", table="cities", row="essen")
    app.session_state["screen_width"] = "narrow"
    app_pages.control(app.run(), "table").select("ties").run()
    assert "row" not in app.query_params and not app.warning


def test_figures_without_numbers_stay_blank_and_truths_are_words():
    rows = opened(table="sites").dataframe[0].value
    assert set(rows["Approximate"]) == {"yes", "no", ""}
    assert rows["Latitude"].isna().sum() == sum(not row["latitude"] for row in read("sites"))


def test_cited_tables_name_the_sources_of_the_rows_that_are_shown():
    app = opened(table="ties", text="frozen")
    documents = {row["source_id"] for row in read("evidence") if (row["table"], row["key"]) == ("ties", "duesseldorf-moscow")}
    assert f"Sources: {len(documents)} document" in texts(app)


def test_a_long_table_is_turned_page_by_page_to_its_last_row():
    app, rows = opened(table="event_places", background="yes"), read("event_places")
    met = []
    for page in range(1, -(-len(rows) // PAGE_ROWS) + 1):
        app.pagination[0].set_value(page)
        app.run()
        met += list(app.dataframe[0].value["event_place_id"])
    assert sorted(met) == sorted(row["event_place_id"] for row in rows)


def test_a_long_table_is_sorted_as_a_whole_before_it_is_cut_into_pages():
    app, rows = opened(table="event_places", background="yes"), read("event_places")
    app_pages.control(app, "sort").select("-event_place_id").run()
    assert app_pages.addressed(app)["sort"] == ["-event_place_id"]
    assert list(app.dataframe[0].value["event_place_id"]) == sorted((row["event_place_id"] for row in rows), reverse=True)[:PAGE_ROWS]
    dated = opened(table="events", background="yes", sort="date_text").dataframe[0].value["date (EDTF)"]
    years = [int(re.search(r"\d{4}", date)[0]) for date in dated if re.match(r"\d{4}", date)]
    assert years == sorted(years) and len(years) > PAGE_ROWS / 2
    assert "sort" not in opened(table="ties", sort="no-column").query_params
