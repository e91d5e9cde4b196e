"""A figure for paper: its traces as they were, every word about it inside, none over another."""

import copy
import itertools

import pytest

from charts.look import text_width
from charts.picture import PAD_PX, WIDTH_PX, framed
from pages.parts.rows import cited

SELECTION = "Shown: Years 2017–2020; Sector Energy or Trade."
SOURCES = "Sources: 12 documents, most from Chiba Prefecture; Kölner & Söhne <Verlag>."
ADDRESS = "http://127.0.0.1:8501/timeline?" + "&".join(f"source=a-document-with-a-long-name-{number}" for number in range(12))
WORDS = {"headline": "2019 was the busiest year", "title": "Events by date", "selection": SELECTION, "foot": f"{SOURCES}\n{ADDRESS}"}
LONG = "one headline that says much more than one line of a picture can hold, " * 5


@pytest.fixture(scope="module")
def drawn(figure, store):
    return figure(store.selection())


def notes_of(picture, drawn):
    """The words about the figure: above it and below it, each with upper edge and height in pixels from the picture's top."""
    layout = picture["layout"]
    plot_bottom = layout["height"] - layout["margin"]["b"]
    found = layout["annotations"][len(drawn["layout"].get("annotations", ())) :]
    tops = [(layout["margin"]["t"] if note["y"] == 1 else plot_bottom) - note["yshift"] for note in found]
    return [(note["text"], top, note["font"]["size"]) for note, top in zip(found, tops, strict=True)]


def test_the_words_stand_in_the_picture_and_its_traces_are_the_figures(drawn):
    before = copy.deepcopy(drawn)
    picture = framed(drawn, **WORDS)
    assert drawn == before
    assert picture["data"] == before["data"]
    texts = [text for text, _, _ in notes_of(picture, drawn)]
    assert texts[:3] == ["<b>2019 was the busiest year</b>", "<b>Events by date</b>", SELECTION]
    assert SOURCES.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in texts
    assert "".join(texts[4:]) == ADDRESS.replace("&", "&amp;")
    assert picture["layout"]["paper_bgcolor"] == "#FFFFFF"


def test_the_plot_keeps_its_height_and_no_line_covers_another_or_the_plot(drawn):
    picture = framed(drawn, **WORDS | {"headline": LONG})
    old, new = drawn["layout"], picture["layout"]
    inner = [layout["height"] - layout["margin"]["t"] - layout["margin"]["b"] for layout in (old, new)]
    assert abs(inner[0] - inner[1]) <= 2
    found = notes_of(picture, drawn)
    assert sum("headline" in text for text, *_ in found) > 2
    edges = [(top, top + size) for _, top, size in found]
    plot = (new["margin"]["t"] - old["margin"]["t"], new["height"] - new["margin"]["b"] + old["margin"]["b"])
    ordered = sorted([*edges, plot])
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(ordered))
    assert ordered[0][0] >= PAD_PX - 1 and ordered[-1][1] <= new["height"] - PAD_PX + 5


def test_every_line_fits_into_the_width(drawn):
    found = notes_of(framed(drawn, **WORDS | {"headline": LONG}), drawn)
    plain = [(text.removeprefix("<b>").removesuffix("</b>").replace("&amp;", "&"), size) for text, _, size in found]
    assert max(text_width(text, size=size) for text, size in plain) <= WIDTH_PX - 2 * PAD_PX


def test_a_figure_with_a_width_of_its_own_keeps_it(drawn):
    wide = {**drawn, "layout": {**drawn["layout"], "width": 700}}
    assert framed(wide, **WORDS)["layout"]["width"] == 700 + 2 * PAD_PX


def test_the_source_line_counts_documents_once_and_names_who_speaks_of_most(fact_base, only):
    links = only("frea-opening").links["source"].set_axis(["key", "source_id"], axis="columns")
    names = fact_base.table("sources").set_index("source_id")["publisher"]
    line = cited(fact_base, links, "event").sentence()
    assert line.startswith(f"Sources: {links['source_id'].nunique()} documents, most from ")
    assert names[links["source_id"].iloc[0]] in line
    assert cited(fact_base, links.head(0), "event").sentence() == ""
