"""Every button of every page: it says how many rows it gives, and gives exactly these, in every format alike."""

import csv
import io
import json
import re
from types import SimpleNamespace

import pandas as pd
import pytest
import streamlit as st
from app_pages import opened, says

from loaders.events.filters import Filters
from pages.shell.pages_list import ADDRESSES
from pages.widgets.take import host

FILTER = {"sector": "energy", "years": ["2017", "2022"]}
PAGES = [
    ("overview/overview.py", {}, set()),
    ("timeline/timeline.py", {}, set()),
    ("cities/cities.py", {"view": "two", "compare": "cities"}, {"comparison"}),
    ("cities/cities.py", {"view": "city", "of": "koriyama"}, {"profile"}),
    ("cities/cities.py", {"view": "city", "of": "tokyo"}, {"profile", "recurring"}),
    ("map/map.py", {}, {"places", "journeys"}),
    ("data/data.py", {"table": "sites"}, set()),
    ("sources/sources.py", {}, set()),
    ("search/search.py", {"text": "Koriyama"}, set()),
]

MORE = "map/map.py"  # the other formats are written by the same code for each table


@pytest.fixture
def offered(monkeypatch):
    """Every button that was drawn: by its key, its label and what it makes."""
    drawn, button = {}, st.download_button

    def offer(label, data, **others):
        drawn[others["key"]] = (label, data)
        return button(label, data=data, **others)

    monkeypatch.setattr(st, "download_button", offer)
    return drawn


def rows_of(code, data):
    if code == "json":
        return [str(next(iter(row.values()))) for row in json.loads(data)["rows"]]
    if code == "parquet":
        return list(pd.read_parquet(io.BytesIO(data)).iloc[:, 0].fillna("").astype("str"))
    delimiter = ";" if code == "csv-excel-de" else ","
    return [row[0] for row in list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))[1:]]


@pytest.mark.parametrize(("page", "query", "names"), PAGES)
def test_each_button_gives_as_many_rows_as_it_says_and_all_formats_the_same(offered, page, query, names):
    chosen = {"tie": "duesseldorf-tokyo"} if "recurring" in names else FILTER
    app = opened(page, menus=[f"formats-{name}" for name in names], **chosen, **query)
    assert {key.removeprefix("csv-") for key in offered if key.startswith("csv-") and "-of-" not in key} == names | {"events"}
    for name in names:
        label, make = offered[f"csv-{name}"]
        found = rows_of("csv", make())
        said = re.search(r"\((\d+) row", label)
        assert (int(said[1]) if said else len(found)) == len(found) > 0
        assert said or any(f"{len(found)} row" in part.value for part in app.markdown)
        for code in ("csv-excel-de", "json", "parquet") if page == MORE else ("json",):
            assert rows_of(code, offered[f"{code}-of-{name}"][1]()) == found, code
        assert not said or says(app, "2017–2022 · Energy")


@pytest.mark.parametrize("page", ["overview/overview.py", "map/map.py"])
def test_the_bar_gives_the_events_that_are_shown_in_every_format(offered, store, page):
    opened(page, menus=["formats-events"], **FILTER)
    keys = store.selection(Filters(sector=("energy",), years=(2017, 2022))).keys
    for code in ("csv-excel-de", "json", "parquet"):
        assert sorted(rows_of(code, offered[f"{code}-of-events"][1]())) == sorted(keys), code
    assert sorted(rows_of("csv", offered["csv-events"][1]())) == sorted(keys)


def test_an_address_for_programs_begins_with_that_of_the_dashboard_on_every_page(monkeypatch):
    for base in ("http://127.0.0.1:8501", "https://city.example/ties"):
        for page in ADDRESSES:
            for said in (f"{base}/{page}", f"{base}/{page}".rstrip("/")):
                monkeypatch.setattr(st, "context", SimpleNamespace(url=said))
                assert host() == base, said
