"""The facts page without a browser: every table, its rows, dictionary, notices and links."""

import app_pages
import pytest
import streamlit as st
from selections import read
from streamlit.testing.v1 import AppTest

from loaders.events.filters import Filters, select
from loaders.facts import DATA
from loaders.schema import read_schema
from pages.parts.rows import PAGE_ROWS

SCHEMA = read_schema(DATA)


@pytest.fixture(autouse=True, scope="module")
def nothing_cached():
    """The pages keep facts for the whole process: another file's tests must not meet these."""
    yield
    st.cache_resource.clear()


def opened(**query) -> AppTest:
    """The facts page at this address."""
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


@pytest.mark.parametrize("name", list(SCHEMA))
def test_a_table_has_all_its_rows_its_dictionary_and_links_to_the_tables_of_its_keys(name):
    app, rows = opened(table=name, background="yes"), read(name)
    assert not app.warning
    (table,) = app.dataframe
    assert len(table.value) == min(len(rows), PAGE_ROWS)
    assert f"**{len(rows):,} of {len(rows):,} rows.** {SCHEMA[name].description}" in texts(app)
    for column in SCHEMA[name].columns:
        assert f"| `{column.name}` |" in texts(app)
        assert column.description.replace("`", "") in texts(app).replace("`", "")
    for word in {word for column in SCHEMA[name].columns for word in column.enum}:
        assert word in texts(app)
    assert {SCHEMA[reference.table].title for reference in SCHEMA[name].references if reference.table != name} <= linked(app)
    assert app_pages.downloads(app) == [f"{len(rows)} row{'' if len(rows) == 1 else 's'}"]
    assert len(app.title) == 1 and app.title[0].value.startswith(f"{len(rows):,} ")


def test_events_come_first_and_every_table_can_be_chosen_in_the_schemas_order():
    app = opened()
    (choice,) = [box for box in app.selectbox if box.label == "Table"]
    assert choice.value == "events"
    assert [option.rpartition(" (")[0] for option in choice.options] == [table.title for table in SCHEMA.values()]
    assert f"Evidence ({len(read('evidence')):,})" in choice.options
    choice.select("sites").run()
    assert app.query_params["table"] == "sites"
    assert len(app.dataframe[0].value) == len(read("sites"))


def test_an_unknown_table_is_named_and_events_are_shown(all_events):
    app = opened(table="tabel")
    assert "“tabel”" in app.warning[0].value
    assert len(app.dataframe[0].value) == len(select(all_events, Filters()))


def test_the_filter_leaves_the_same_events_as_everywhere(all_events):
    filters = Filters(sector=("energy",), text="koriyama")
    app = opened(**filters.to_query())
    number, total = len(select(all_events, filters)), len(all_events)
    assert 0 < number < total
    assert app.title[0].value.startswith(f"{number} of {total} events")
    assert len(app.dataframe[0].value) == number


def test_search_looks_through_the_chosen_table():
    app = opened(table="ties", text="frozen")
    assert list(app.dataframe[0].value["State"]) == ["frozen 2022"]
    assert app.title[0].value.startswith(f"1 of {len(read('ties'))} ")


def test_where_nothing_is_left_the_page_says_so_and_keeps_the_choice_of_tables():
    app = opened(table="ties", text="nothing has this text")
    assert app.title[0].value.startswith(f"0 of {len(read('ties'))} ")
    assert [note for note in app.info if "Reset" in note.value] and not app.dataframe
    assert [box for box in app.selectbox if box.label == "Table"]


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
    app = opened(table="cities", row="essen")
    next(box for box in app.selectbox if box.label == "Table").select("ties").run()
    assert "row" not in app.query_params and not app.warning


def test_figures_without_numbers_stay_blank_and_truths_are_words():
    rows = opened(table="sites").dataframe[0].value
    assert set(rows["Approximate"]) == {"yes", "no", ""}
    assert rows["Latitude"].isna().sum() == sum(not row["latitude"] for row in read("sites"))


def test_cited_tables_name_the_sources_of_the_rows_that_are_shown():
    app = opened(table="ties", text="frozen")
    documents = {row["source_id"] for row in read("evidence") if (row["table"], row["key"]) == ("ties", "duesseldorf-moscow")}
    assert f"**Sources of this row:** {len(documents)} document" in texts(app)


def test_tables_of_words_say_that_the_filter_does_not_narrow_them():
    app = opened(table="vocabulary", city="essen")
    assert "only Search narrows this table" in texts(app)
    assert f"{len(read('vocabulary'))} of {len(read('vocabulary'))} rows" in texts(app)


def test_a_long_table_is_turned_page_by_page_to_its_last_row():
    app, rows = opened(table="event_places", background="yes"), read("event_places")
    met = []
    for page in range(1, -(-len(rows) // PAGE_ROWS) + 1):
        app.pagination[0].set_value(page)
        app.run()
        met += list(app.dataframe[0].value["event_place_id"])
    assert sorted(met) == sorted(row["event_place_id"] for row in rows)
