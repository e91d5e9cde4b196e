"""The index: everything is in it, what it says works, and its schemas are what is served."""

import re

import pytest
from asking import HOST
from frictionless import Schema

from loaders.events import FACETS
from loaders.events.filters import NAMES
from loaders.formats import FORMATS
from loaders.offers import offers
from routes.asked import CUT


@pytest.fixture(scope="module")
def index(ask):
    return ask("/api/index.json").json


def test_every_offer_is_listed_with_its_rows_and_every_format(index, store):
    assert [table["name"] for table in index["tables"]] == list(offers(store.facts))
    events = index["tables"][0]
    assert (events["rows"], events["page"]) == (len(store.selection()), f"{HOST}/timeline")
    addresses = {form["address"] for table in index["tables"] for form in table["formats"]}
    assert {f"{HOST}/api/events.csv", f"{HOST}/api/events.csv?dialect=excel-de", f"{HOST}/api/places.csv"} <= addresses
    assert len(events["formats"]) == sum(form.takes("events") for form in FORMATS.values())


def test_every_parameter_is_listed_and_every_word_with_its_name_and_number(index, store):
    listed = {parameter["name"]: parameter for parameter in index["parameters"]}
    assert {*NAMES, *CUT, "dialect", "indicator"} <= set(listed)
    energy = next(word for word in listed["sector"]["words"] if word["code"] == "energy")
    assert energy == {"code": "energy", "name": "Energy", "events": store.selection().counts("sector")["energy"]}
    assert all(listed[facet]["repeatable"] and listed[facet]["words"] for facet in FACETS)
    assert [word["code"] for word in listed["dialect"]["words"]] == ["machine", "excel", "excel-de"]


def test_each_example_works_and_finds_something(index, ask):
    for example in index["examples"]:
        assert example["address"] in example["code"]
        answer = ask(example["address"].removeprefix(HOST))
        assert answer.status == 200 and len(answer.content.splitlines()) > 1


def test_a_browser_gets_a_page_and_a_program_json(ask):
    page = ask("/api", accept="text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
    assert page.headers["content-type"] == ask("/api", accept="*/*").headers["content-type"] == "text/html; charset=utf-8"
    assert ask("/api", accept="application/json").json == ask("/api/index.json").json
    assert "Accept" in page.headers["vary"].split(", ")
    assert ask("/api/", accept="text/html").content == page.content and b"As of 2026-11-21;" in page.content
    assert page.headers["etag"] != ask("/api", accept="application/json").headers["etag"]


def test_the_page_has_all_that_the_json_has_and_nothing_from_elsewhere(ask, index):
    text = ask("/api").content.decode()
    links = set(re.findall(r'(?:href|src)="([^"]*)"', text))
    assert all(link.startswith((HOST, "data:,")) for link in links) and "<script" not in text
    for table in index["tables"]:
        assert f'id="table-{table["name"]}"' in text and table["schema"] in links
    for parameter in index["parameters"]:
        assert f"<code>{parameter['name']}</code>" in text
    assert f'<a href="{HOST}/">' in text and "CC BY 4.0" in text
    assert "default-src 'none'" in ask("/api").headers["content-security-policy"]


def test_a_problem_leads_to_where_it_is_explained(ask):
    text = ask("/api").content.decode()
    for path, method in (
        ("/api/evnts.csv", "GET"),
        ("/api/events.x", "GET"),
        ("/api/events.csv?x=1", "GET"),
        ("/api/a/b", "GET"),
        ("/api", "PUT"),
    ):
        assert f'id="{ask(path, method=method).json["type"].rpartition("#")[2]}"' in text
    assert 'id="refused"' in text  # what Starlette itself refuses


def test_a_schema_is_sound_and_describes_the_columns_that_are_served(ask, store):
    for name in offers(store.facts):
        said = ask(f"/api/schema/{name}.json").json
        schema = Schema.from_descriptor(said)
        header = ask(f"/api/{name}.csv?limit=0").content.decode().strip().split(",")
        assert schema.field_names == header
        assert all(field.description for field in schema.fields)
        key = offers(store.facts)[name].key
        assert schema.primary_key == ([key] if key else [])
