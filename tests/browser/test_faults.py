"""Faulty data on a fresh server: named for whoever mends them, and no traceback."""

import shutil

from playwright.sync_api import expect

import loaders
from loaders.facts import DATA


def test_a_fresh_server_names_the_faults_and_goes_on_once_they_are_mended(tmp_path, fresh_server, reader_in):
    folder = tmp_path / "faulty"
    shutil.copytree(DATA, folder)
    events = folder / "events.csv"
    right = events.read_text(encoding="utf-8")
    events.write_text(right.replace(",energy,", ",enrgy,", 2), encoding="utf-8")
    faults = loaders.facts(folder).faults
    assert len(faults) == 2
    reader = reader_in("light", fresh_server(CITY_TIES_DATA=str(folder)))
    reader.opens("/timeline", sector="energy")
    for fault in faults:
        expect(reader.page.get_by_test_id("stMain")).to_contain_text(str(fault))
    for hint in ("Traceback", "could not be drawn", "site-packages"):
        expect(reader.page.get_by_test_id("stMain")).not_to_contain_text(hint)
    expect(reader.page.get_by_test_id("stException")).to_have_count(0)
    assert not reader.met
    events.write_text(right, encoding="utf-8")
    reader.page.reload()
    reader.rests()
    reader.finds_count(loaders.Filters(sector=("energy",)))
