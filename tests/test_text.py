"""The reader's words: every message stands in the catalogue, and is filled as the language writes numbers and lists."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from loaders.text import counted, listed, message, say

ROOT = Path(__file__).parents[1]
KEYWORDS = {"say": None, "message": None, "counted": (1, 2)}
TOLD = (
    "loaders/story",
    "loaders/card_words.py",
    "loaders/events/rows.py",
    "pages/overview",
    "pages/timeline",
    "pages/card",
    "pages/shell",
    "pages/widgets",
)
SHOWS = (
    *(
        "title",
        "subheader",
        "markdown",
        "caption",
        "button",
        "toggle",
        "pills",
        "segmented_control",
        "selectbox",
        "multiselect",
        "text_input",
    ),
    *("select_slider", "slider", "popover", "expander", "info", "warning", "error", "download_button", "link_button", "dialog"),
)
"""What Streamlit writes, with a text as its first word."""


def test_every_message_stands_in_the_catalogue_and_none_that_nobody_says():
    found = {words for folder in ("loaders", "pages", "charts") for _, _, words, *_ in extract_from_dir(ROOT / folder, keywords=KEYWORDS)}
    with (ROOT / "text" / "messages.pot").open("rb") as file:
        known = {entry.id for entry in read_po(file) if entry.id}
    assert known == found and len(known) > 50


@pytest.mark.parametrize("name", TOLD)
def test_a_message_is_one_text_and_no_number_or_name_is_glued_into_it(name):
    place = ROOT / name
    for file in [place] if place.is_file() else place.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KEYWORDS:
                texts = [arg for arg in node.args if not isinstance(arg, ast.Constant | ast.Attribute | ast.Name | ast.Subscript)]
                assert not texts, f"{file.name}:{node.lineno}"


@pytest.mark.parametrize("name", [name for name in TOLD if name.startswith("pages")])
def test_no_page_writes_a_text_that_is_no_message(name):
    for file in (ROOT / name).glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in SHOWS:
                words = [part.value for arg in node.args[:1] for part in getattr(arg, "values", [arg]) if isinstance(part, ast.Constant)]
                assert not re.search("[A-Za-z]{2}", "".join(map(str, words))), f"{file.name}:{node.lineno}: {words}"


def test_a_message_is_filled():
    assert say("{tie} in {year}", tie="A–B", year="2014") == "A–B in 2014"
    assert [counted("{count} event", "{count} events", count=number) for number in (1, 2, 1234)] == [
        "1 event",
        "2 events",
        "1\u202f234 events",
    ]
    assert listed(["a", "b", "c"]) == "a, b and c" and listed(["a", "b"], "or") == "a or b"
    assert message("{count} left") == "{count} left"
