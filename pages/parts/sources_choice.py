"""The sources page's own choice, in the address: the documents, or what they cover."""

from pages.parts.view_switch import switched

VIEWS = {"documents": "Documents and method", "coverage": "What the sources cover"}


def chosen_view() -> str:
    """The view that the address or the reader chooses."""
    return switched(VIEWS)
