"""The one table: which rows it has and in which order, what each says, and how they are sent."""

import json
from itertools import pairwise

import pandas as pd
import pytest
from app_pages import unfolded
from hypothesis import given
from hypothesis import strategies as st
from selections import TRIED, selections

from loaders.events.filters import Filters
from loaders.events.rows import NO_TIE_TEXT, event_rows
from pages.widgets.table import EVENT_COLUMNS, Column, packed

SELECTIONS = [*TRIED, Filters(city=("tokyo",), background=True), Filters(kind=("agreement",))]


def wholes(rows):
    """Per row, the key of the row under which it stands; blank for the others."""
    above, found = [], []
    for key, level in zip(rows["key"], rows["level"], strict=True):
        above[level:] = [key]
        found.append(above[level - 1] if level else "")
    return found


@given(st.data())
def test_every_selected_event_has_one_row_and_a_part_stands_under_its_whole_where_that_is_listed(store, allowed, data):
    shown = store.selection(data.draw(selections(allowed)))
    rows = event_rows(shown)
    assert sorted(rows["key"]) == sorted(shown.keys) and {len(column) for column in rows.values()} == {len(shown)}
    whole_of = shown.events.rows.set_index("event_id")["part_of"]
    expected = [whole if (whole := whole_of[key]) in set(rows["key"]) else "" for key in rows["key"]]
    assert wholes(rows) == expected


@pytest.mark.parametrize("filters", SELECTIONS, ids=str)
def test_rows_under_one_whole_go_from_new_to_old_and_those_without_a_date_come_last(store, filters):
    rows = event_rows(store.selection(filters))
    under = {}
    for whole, day in zip(wholes(rows), rows["day"], strict=True):
        under.setdefault(whole, []).append(-float("inf") if pd.isna(day) else day)
    assert all(newer >= older for days in under.values() for newer, older in pairwise(days))


def test_a_part_of_a_part_stands_two_deep(store):
    rows = event_rows(store.selection())
    agreement = rows["key"].index("essen-koriyama-iurc-agreement-2022")
    assert rows["key"][agreement - 1] == "lord-mayor-essen-visits-koriyama-2022" and rows["level"][agreement - 1 : agreement + 1] == [1, 2]


@pytest.mark.parametrize("filters", SELECTIONS, ids=str)
def test_pages_of_rows_one_after_the_other_are_all_rows(store, filters):
    shown = store.selection(filters)
    whole, pages = event_rows(shown), [event_rows(shown, first, 7) for first in range(0, len(shown), 7)]
    texts = {name: [value for page in pages for value in page[name]] for name in whole}
    assert json.dumps(texts) == json.dumps(whole)


def test_what_was_announced_called_off_or_may_be_another_is_said_behind_the_title(store):
    rows = event_rows(store.selection(Filters(background=True)))
    beside = dict(zip(rows["key"], rows["beside_title"], strict=True))
    events = store.events().rows.set_index("event_id")
    assert {key for key, words in beside.items() if not words} == set(
        events.index[(events["status"] == "held") & events["maybe_same_as"].isna()]
    )
    assert beside["hundred-inc-online-pitch-2020"] == f"may be the same as “{events['title']['essen-koriyama-health-matching-2021']}”"
    assert {beside[key] for key in events.index[events["status"] == "cancelled"]} == {"called off"}
    assert {beside[key] for key in events.index[events["status"] == "planned"]} == {"announced; outcome not known"}


def test_who_says_so_names_two_publishers_that_say_it_and_counts_the_others(store):
    rows = event_rows(store.selection(Filters(background=True)))
    publisher = store.facts.table("sources").set_index("source_id")["publisher"]
    said = store.facts.table("evidence").query("table == 'events'")
    said = said.assign(publisher=said["source_id"].map(publisher))
    for key, words in zip(rows["key"], rows["publishers"], strict=True):
        mine = said[said["key"] == key]
        supporting = list(dict.fromkeys(mine.loc[~mine["stance"].isin(["contradicts", "context"]), "publisher"]))
        every = list(dict.fromkeys([*supporting, *mine["publisher"]]))
        assert words == ", ".join(every[:2]).replace("; ", " & ") + (f" +{len(every) - 2}" if len(every) > 2 else ""), key


def test_an_event_of_no_relationship_says_so(store):
    assert set(event_rows(store.selection(Filters(tie=("none",))))["tie"]) == {NO_TIE_TEXT}


@pytest.mark.parametrize("form", [dict, pd.DataFrame])
def test_rows_are_sent_with_every_value_in_its_column(store, form):
    rows = form(event_rows(store.selection()))
    data = json.loads(packed(rows, EVENT_COLUMNS, caption="events", sorted_by=("Date", True)))
    assert data["total"] == len(data["keys"]) and data["keys"] == list(rows["key"]) and data["levels"] == list(rows["level"])
    for column, sent in zip(EVENT_COLUMNS, data["columns"], strict=True):
        assert (sent["label"], sent["kind"], unfolded(sent["values"])) == (column.label, column.kind, list(rows[column.name]))
        assert not column.beside or unfolded(sent["beside"]) == list(rows[column.beside])


def test_what_is_missing_is_sent_as_nothing_and_rows_without_levels_stand_side_by_side():
    rows = pd.DataFrame({"key": ["a", "b"], "share": [1.5, float("nan")]})
    data = json.loads(packed(rows, [Column("share", "Share", "number")], caption="shares"))
    assert data["columns"][0]["values"] == [1.5, None] and data["levels"] == [0, 0]
