"""What do the figures say of the cities, and what is on record of one, or of two beside each other?"""

from pages.cities.figures import side_view, time_view
from pages.cities.switch import chosen_view, views_row
from pages.cities.two import two_view
from pages.parts.profile_view import profile_view

_DRAW = {"side": side_view, "time": time_view, "city": profile_view, "two": two_view}

if chosen_view() in ("city", "two"):
    with views_row():
        pass
_DRAW[chosen_view()]()
