"""The package over HTTP: the filter's rows in one zip, made once for all who ask for the same."""

import csv
import io
import re
import zipfile

from routes import package


def test_a_package_is_made_once_and_another_one_anew(ask, monkeypatch):
    made = []
    monkeypatch.setattr(package, "package_bytes", lambda selection, host: made.append(selection.filters.sector) or b"PK" + bytes(len(made)))
    monkeypatch.setattr(package, "_LAST", {})
    bodies = [ask(f"/api/package.zip?sector={sector}").content for sector in ("energy", "trade", "energy")]
    assert made == [("energy",), ("trade",)] and bodies[0] == bodies[2] != bodies[1]


def test_the_package_takes_the_filter_and_ignores_the_page(ask):
    answer = ask("/api/package.zip?sector=energy&lanes=tie&indicator=gdp")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        events = list(csv.DictReader(io.StringIO(packed.read("events.csv").decode(), newline="")))
    assert (answer.status, answer.headers["content-type"]) == (200, "application/zip")
    assert {row["event_id"] for row in events if row["sector_id"] == "energy"} >= {
        row["event_id"] for row in ask("/api/events.csv?sector=energy").rows
    }
    assert re.fullmatch(r'attachment; filename="city-ties_package_sector-energy_[0-9-]+\.zip"', answer.headers["content-disposition"])
    wrong = ask("/api/package.zip?limit=3&sector=enrgy").json["errors"]
    assert [(error["parameter"], error["value"]) for error in wrong] == [("limit", "3"), ("sector", "enrgy")]
