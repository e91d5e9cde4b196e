"""What several tests share: the fact base and its events, read once, invented events, and how hypothesis runs."""

import csv
import shutil
from functools import cache
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest
from asking import asker
from hypothesis import settings
from streamlit.components.v2 import manifest_scanner

import loaders
from charts.ready import ReadyFigure
from charts.timeline import timeline
from loaders.events.filters import Filters
from loaders.facts import DATA
from loaders.marks import axis, by_year, lane_marks, lane_rows
from loaders.offers import export
from loaders.schema import PACKAGE, read_schema
from loaders.store import Store

FAULTY = Path(__file__).parent / "faulty"
SOURCE = "deck"

settings.register_profile("city-ties", deadline=None, derandomize=True, max_examples=20)
settings.load_profile("city-ties")


@pytest.fixture(scope="session", autouse=True)
def packages_looked_through_once():
    """Every AppTest looks through all installed packages for components, which is a tenth of its time."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session", autouse=True)
def plotly_knows_every_figure():
    """Every figure that a test has a page draw is checked by plotly, once; the dashboard itself spares its readers that."""
    write, known = ReadyFigure.__init__, set()

    def checked(ready, figure):
        write(ready, figure)
        if ready.text not in known:
            go.Figure(figure)
            known.add(ready.text)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ReadyFigure, "__init__", checked)
        yield


@pytest.fixture(scope="session")
def fact_base():
    """The facts as they are shipped."""
    return loaders.facts()


@pytest.fixture(scope="session")
def all_events(store):
    """Every event as it is shipped."""
    return store.events()


@pytest.fixture(scope="session")
def store(fact_base):
    """The shipped facts, with all that is made of them made once."""
    return Store(fact_base)


@pytest.fixture(scope="session")
def ask(store):
    """A function that asks the data routes (see `asking`)."""
    return asker(store)


@pytest.fixture(scope="session")
def allowed(all_events):
    """The filter's words."""
    return loaders.choices(all_events)


@pytest.fixture(scope="session")
def keys(all_events):
    """Every event's key."""
    return list(all_events.rows["event_id"])


@pytest.fixture(scope="session")
def only(all_events):
    """A function that picks events by their keys."""
    return lambda *chosen: all_events.where(all_events.rows["event_id"].isin(chosen))


@pytest.fixture(scope="session")
def sector_names(fact_base):
    """Sectors' names by code."""
    return fact_base.table("sectors").set_index("sector_id")["name"]


def lay_over(folder, *sets):
    """A whole package in `folder`: our schema, the sound set, and over it the files of other sets; tables without a file are empty."""
    folder.mkdir()
    shutil.copy(DATA / PACKAGE, folder)
    for table in read_schema(folder).values():
        (folder / table.path).write_text(",".join(table.names) + "\n", encoding="utf-8")
    for name in ("sound", *sets):
        for file in (FAULTY / name).glob("*.csv"):
            shutil.copy(file, folder)
    return folder


@pytest.fixture(scope="session")
def figure():
    """A function that draws the timeline of a selection."""

    def draw(shown, years=None, dark=False, narrow=False, lanes="sector", eras=None):
        rows, found, years = lane_rows(shown, lanes), lane_marks(shown, lanes), years or axis(shown)
        return timeline(rows, found, by_year(shown), years=years, dark=dark, narrow=narrow, eras=eras)

    return draw


@pytest.fixture(scope="session")
def exported(store):
    """A function that exports what some filters leave of an offer, as a host would."""
    return lambda name, filters=None, host="https://ties.example": export(store.selection(filters or Filters()), name, host)


@pytest.fixture
def package(tmp_path):
    """A function that lays faulty sets over the sound one, in a folder called `data`."""
    return lambda *sets: lay_over(tmp_path / "data", *sets)


@pytest.fixture(scope="session")
def faulty_base(tmp_path_factory):
    """A function that reads one faulty set over the sound one, each once."""
    return cache(lambda name: loaders.facts(lay_over(tmp_path_factory.mktemp(name) / "data", name)))


@pytest.fixture(scope="session")
def invented_store(tmp_path_factory):
    """A function that makes a Store of rows of events.csv (what is not given is plain), read from files as ours are, the same rows once."""

    @cache
    def made(rows):
        folder = lay_over(tmp_path_factory.mktemp("invented") / "data")
        schema = read_schema(folder)
        plain = {"status": "held", "sector_id": "energy", "kind": "visit", "mode": "unknown", "tie_id": "essen-koriyama"}
        found = [{"event_id": f"e{n}", "title": f"Event {n}"} | plain | dict(row) for n, row in enumerate(rows)]
        said = [
            {"evidence_id": f"events.{row['event_id']}", "table": "events", "key": row["event_id"], "source_id": SOURCE, "stance": "states"}
            for row in found
        ]
        _rewrite(folder / "events.csv", schema["events"].names, found)
        _rewrite(folder / "evidence.csv", schema["evidence"].names, said, keep=lambda row: row["table"] not in ("events", "measures"))
        _rewrite(folder / "measures.csv", schema["measures"].names, [])
        _rewrite(folder / "corrections.csv", schema["corrections"].names, [])
        return Store(loaders.facts(folder))

    return lambda *rows: made(tuple(tuple(row.items()) for row in rows))


@pytest.fixture(scope="session")
def chosen(invented_store):
    """A function that makes a selection of all of such rows."""
    return lambda *rows: invented_store(*rows).selection()


@pytest.fixture(scope="session")
def invented(invented_store):
    """A function that makes Events of such rows."""
    return lambda *rows: invented_store(*rows).events()


def _rewrite(path, columns, rows, keep=lambda row: False):
    with path.open(encoding="utf-8", newline="") as file:
        kept = [row for row in csv.DictReader(file) if keep(row)]
    table = pd.DataFrame([*kept, *rows], columns=columns)
    table.to_csv(path, index=False, lineterminator="\n")
