"""What do the figures say of the cities, and what is on record of one, or of two beside each other?"""

from pages.cities.one import one_view
from pages.cities.switch import chosen_view, views_row
from pages.cities.two import two_view
from pages.parts.cities_activity import activity_view
from pages.parts.cities_figures import figures_view

_DRAW = {"side": figures_view, "city": one_view, "two": two_view, "activity": activity_view}

if chosen_view() in ("side", "activity"):
    with views_row():
        pass
_DRAW[chosen_view()]()
