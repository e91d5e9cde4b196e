"""The views of the page, in the address."""

from loaders.text import message
from pages.parts import state

VIEWS = {
    "rests": message("What rests on what"),
    "documents": message("Documents"),
    "corrections": message("Corrections"),
    "coverage": message("Where sources are silent"),
}


def to_view(view: str) -> None:
    """Shows another view of the page."""
    state.choose("view", view, tuple(VIEWS))
