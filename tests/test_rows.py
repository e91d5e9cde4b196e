"""Tables of every page: one rule of how tall they are."""

import ast
from pathlib import Path

import pytest
from app_pages import opened, says

from loaders.events.filters import Filters, select
from pages.parts.rows import table_height
from pages.parts.screen import HEAD_PX, ROW_PX

PAGES = Path(__file__).parents[1] / "pages"


@pytest.mark.parametrize("rows", [1, 5, 11, 12, 13, 60])
def test_a_table_shows_all_rows_or_ends_within_one(rows):
    seen = (table_height(rows) - HEAD_PX) / ROW_PX
    assert rows <= seen < rows + 0.1 if rows <= 12 else 0.4 < seen % 1 < 0.6 and seen < rows


def test_every_table_is_as_tall_as_the_rule_says():
    calls = [node for file in PAGES.rglob("*.py") for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)]
    tables = [call for call in calls if ast.unparse(call.func) in ("st.dataframe", "st.data_editor")]
    heights = [word.value for call in tables for word in call.keywords if word.arg == "height"]
    assert len(heights) == len(tables) > 0
    assert all(isinstance(height, ast.Call) and ast.unparse(height.func) == "table_height" for height in heights)


def test_the_sources_of_what_is_shown_are_listed_where_the_list_is_opened(fact_base, all_events):
    titles = fact_base.table("sources").set_index("source_id")["title"]
    told = set(select(all_events, Filters(sector=("culture",))).links["source"]["code"])
    app = opened("timeline/timeline.py", sector="culture")
    assert says(app, "Sources:") and not any(says(app, titles[source]) for source in told)
    app.session_state["sources-of-event"] = True
    app.run()
    assert all(says(app, titles[source]) for source in told)
