"""Confidence as readers meet it: one mark, the same in words, and the words of the filter."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from loaders.confidence import MOST, founded
from loaders.facts import FactBase

BASIS = {"stated": "stated", "inferred": "inferred in part"}
LEGEND = (
    "Confidence: a pip for each independent source (three: three or more), ● filled where one of them is primary (a document of an authority, "
    "institution or company itself), ○ hollow where none is; ~ where the row or its date is inferred, not stated."
)
FACET_NAMES = {
    "witnesses": {
        "0": "no source",
        "1": "one independent source",
        "2": "two independent sources",
        "3": "three or more independent sources",
    },
    "primary": {"yes": "with a primary source", "no": "none that is primary"},
    "basis": BASIS,
    "disputed": {"yes": "sources disagree", "no": "no disagreement"},
}
FACET_HELP = {
    "witnesses": (
        "Independent sources",
        "Reprints, copies and a publisher’s second document are no second witness; nor is who says otherwise, or tells only of something around it. "
        "Texts of unknown origin, announcements of what was held, and what we only inferred from count where there is no other.",
    ),
    "primary": (
        "Primary source",
        "A document of an authority, institution or company itself, or a reprint of its release, of an event within twenty years. Press, "
        "encyclopedias, data sets and slides are not, also where they quote one. Whether its author took part is not judged.",
    ),
    "basis": (
        "Stated or inferred",
        "Inferred in part: no document gives the shown date as exactly, or another part is read out by us. It speaks of the row itself; "
        "places and people of an event have marks of their own on its card.",
    ),
    "disputed": (
        "Disagreement",
        "Sources disagree: at least one says other than what is shown of the event, its place, its people or its figures.",
    ),
}


def confidence_mark(witnesses: int, primary: bool, basis: str) -> str:
    """The mark: a pip for each independent source (three: three or more), filled where one is primary, `~` where something is inferred."""
    return ("●" if primary else "○") * min(int(witnesses), MOST) + "~" * (basis == "inferred") or "–"


def confidence_text(witnesses: int, primary: bool, basis: str) -> str:
    """The mark in words: `2 independent sources, at least one of them primary, stated`."""
    if witnesses == 1:
        return f"1 independent source, {'primary' if primary else 'not primary'}, {BASIS[basis]}"
    which = "at least one of them primary" if primary else "none of them primary"
    return f"{witnesses} independent sources, {which}, {BASIS[basis]}" if witnesses else f"no source supports it, {BASIS[basis]}"


def voices_text(witnesses: int) -> str:
    """`one independent source`, `2 independent sources`; that there is none where nobody supports it."""
    return {0: "no source supports it", 1: "one independent source"}.get(witnesses, f"{witnesses} independent sources")


def marked(facts: FactBase, name: str, keys: pd.Series) -> pd.DataFrame:
    """How well these rows of one table are founded, aligned with `keys`: the columns of `confidence.founded`, and in words
    `confidence` (the mark) and `confidence_text`."""
    found = founded(facts, name, keys)
    rows = list(zip(found["witnesses"], found["primary"], found["basis"], strict=True))
    texts = {"confidence": [confidence_mark(*row) for row in rows], "confidence_text": [confidence_text(*row) for row in rows]}
    return found.assign(**{name: pd.Series(words, index=found.index, dtype="str") for name, words in texts.items()})


def resting_words(alone: Sequence[bool], secondary: Sequence[bool]) -> str:
    """What of some rows is thinly founded: `3 on one independent source, 1 on none that is primary`. `alone`, `secondary`: per row, whether it rests on one independent source, and on none that is primary."""
    return f"{np.sum(alone)} on one independent source, {np.sum(secondary)} on none that is primary"
