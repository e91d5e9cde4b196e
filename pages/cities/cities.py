"""What do the figures say of the cities, and what is on record of one, or of two beside each other?"""

from pages.cities.figures import side_view, time_view
from pages.cities.one import one_view
from pages.cities.two import two_view
from pages.cities.views import chosen_view

_DRAW = {"side": side_view, "time": time_view, "city": one_view, "two": two_view}

_DRAW[chosen_view()]()
