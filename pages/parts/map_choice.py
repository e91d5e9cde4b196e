"""The map page's own choice of a view, in the address: the flat map, the globe, or the years played."""

from pages.parts.view_switch import switched

VIEWS = {"flat": "Flat map", "globe": "Globe", "play": "Play the years"}


def chosen_view() -> str:
    """The view that the address or the reader chooses."""
    return switched(VIEWS)
