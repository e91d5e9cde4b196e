"""What is downloaded from a view of the cities page is what its table shows: the same rows in the same order."""

import csv

import pytest
import streamlit as st
from app_pages import opened


@pytest.fixture
def view(monkeypatch):
    """A function that gives a view at an address, and the rows of the CSV that it offers."""
    offered, button = [], st.download_button

    def offer(label, data, **others):
        if label.startswith("CSV ("):
            offered.append(data)
        return button(label, data=data, **others)

    monkeypatch.setattr(st, "download_button", offer)

    def see(**query):
        app = opened("cities/cities.py", **query)
        (made,) = offered
        return app, list(csv.DictReader(made().decode("utf-8-sig").splitlines()))

    return see


def table(app, column):
    """The last table of the page that has this column: the rows stand below every other."""
    return [part.value for part in app.dataframe if column in part.value][-1]


def test_figures_have_the_rows_of_their_table_and_follow_the_filter(view):
    app, rows = view(indicator="population", tie="essen-koriyama")
    shown = table(app, "Value")
    assert [row["observation_id"] for row in rows] == app.session_state["rows_keys"]
    assert [row["city"] for row in rows] == list(shown["City"])
    assert {"Essen", "Koriyama"} == set(shown["City"])
    assert all(row["citations"] for row in rows)


def test_all_figures_at_once_have_every_row_of_every_profile(view):
    app, rows = view(indicator="all", city="koriyama")
    profiles = [part.value for part in app.dataframe if "Definition" in part.value and "Series" in part.value]
    assert len(rows) == sum(len(profile) for profile in profiles) > 10
    assert sorted(row["series"] for row in rows) == sorted(name for profile in profiles for name in profile["Series"])


def test_activity_has_the_events_of_its_table_in_their_order(view):
    app, rows = view(view="activity", city="essen")
    assert [row["event_id"] for row in rows] == app.session_state["rows_keys"]
    assert [row["title"] for row in rows] == list(table(app, "Event")["Event"])
    assert "EU–Japan cities meet in Tokyo with Essen and Koriyama" in {row["title"] for row in rows}
