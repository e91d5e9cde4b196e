"""The data routes of the real server, asked by clients that nobody here wrote: curl, pandas and frictionless."""

import io
import json
import subprocess

import pandas as pd
import pytest
from frictionless import Resource, Schema
from playwright.sync_api import expect
from wcag import violations

from loaders.events.filters import Filters, select
from loaders.formats import FORMATS
from loaders.offers import export

ENERGY = "years=2017&years=2020&sector=energy"
CHOSEN = Filters(years=(2017, 2020), sector=("energy",))


def curl(*arguments):
    """Status, headers in small letters, and body."""
    done = subprocess.run(["curl", "--silent", "--show-error", "--include", *arguments], capture_output=True, check=True)
    head, _, body = done.stdout.partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    return int(status.split()[1]), {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}, body


def test_curl_gets_the_rows_once_and_is_then_told_that_it_has_them(shared_server, store):
    address = f"{shared_server}/api/events.csv?{ENERGY}"
    status, headers, body = curl(address)
    assert (status, headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert body == FORMATS["csv"].write(export(store.selection(CHOSEN), "events", shared_server))
    assert int(headers["content-length"]) == len(body)
    again, kept, nothing = curl(address, "--header", f"If-None-Match: {headers['etag']}")
    assert (again, nothing, kept["etag"]) == (304, b"", headers["etag"])
    zipped = curl(address, "--compressed")
    assert (zipped[1]["content-encoding"], zipped[2]) == ("gzip", body)
    assert zipped[1]["etag"] != headers["etag"]
    status, kept, nothing = curl("--head", address)
    assert (status, nothing, kept["etag"], kept["x-total-count"]) == (200, b"", headers["etag"], headers["x-total-count"])


def test_curl_is_told_what_is_wrong_and_which_words_there_are(shared_server):
    status, headers, body = curl(f"{shared_server}/api/events.csv?sector=enrgy")
    assert (status, headers["content-type"]) == (400, "application/problem+json")
    assert json.loads(body)["errors"][0]["allowed"][0] == "energy"
    assert curl(f"{shared_server}/api/evnts.csv")[0] == 404
    assert curl("--request", "DELETE", f"{shared_server}/api/events.csv")[0] == 405
    assert json.loads(curl(f"{shared_server}/healthz")[2])["status"] == "ok"


def test_pandas_reads_the_route_as_the_page_counts_it(shared_server, all_events):
    rows, shown = pd.read_csv(f"{shared_server}/api/events.csv?{ENERGY}"), select(all_events, CHOSEN).rows
    assert list(rows["event_id"]) == list(shown["event_id"])
    assert list(rows["title"]) == list(shown["title"])
    german = pd.read_csv(f"{shared_server}/api/cities.csv?dialect=excel-de", sep=";", decimal=",")
    assert (
        german.set_index("city_id").loc["essen", "latitude"]
        == pd.read_csv(f"{shared_server}/api/cities.csv").set_index("city_id").loc["essen", "latitude"]
    )


def test_frictionless_finds_every_cell_as_the_schema_describes_it(shared_server, tmp_path):
    for name in ("events", "sites", "observations", "places", "coverage"):
        schema = Schema.from_descriptor(json.loads(curl(f"{shared_server}/api/schema/{name}.json")[2]))
        (tmp_path / f"{name}.csv").write_bytes(curl(f"{shared_server}/api/{name}.csv")[2])
        report = Resource(path=f"{name}.csv", basepath=str(tmp_path), schema=schema, encoding="utf-8").validate()
        assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])[:5]
        assert report.tasks[0].stats["rows"] == len(pd.read_csv(io.BytesIO((tmp_path / f"{name}.csv").read_bytes())))


@pytest.mark.parametrize("mode", ["phone", "dark"])
def test_the_index_is_a_page_for_everyone(reader_in, mode):
    reader = reader_in(mode)
    reader.page.goto(f"{reader.base}/api")
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("Data routes")
    assert reader.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert not violations(reader) and not reader.met
    reader.page.locator("details", has_text="energy Energy").locator("summary").first.click()
    expect(reader.page.get_by_role("listitem").filter(has_text="energy Energy")).to_be_visible()
