"""Confidence as readers meet it: one mark, the same in words, and the words of the filter."""

from loaders.confidence import MOST

BASIS = {"stated": "stated", "inferred": "inferred in part"}
LEGEND = (
    "Confidence: a pip for each independent source (three: three or more), ● filled where one of them is primary, ○ hollow where none is; "
    "~ where something of it is inferred, not stated."
)
FACET_NAMES = {
    "witnesses": {"1": "one independent source", "2": "two independent sources", "3": "three or more independent sources"},
    "primary": {"yes": "with a primary source", "no": "none that is primary"},
    "basis": BASIS,
}
FACET_HELP = {
    "witnesses": (
        "Independent sources",
        "Reprints, copies and a publisher’s second document are no second witness; nor is who says otherwise.",
    ),
    "primary": (
        "Primary source",
        "Of someone who took part or answers for it. Press, encyclopedias, data sets and slides tell at second hand.",
    ),
    "basis": ("Stated or inferred", "Inferred in part: we read the date, or another part, out of what the sources say."),
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
