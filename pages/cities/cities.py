"""What do the figures say of the cities, and what is on record of one, or of two beside each other?"""

from loaders.text import say
from pages.cities.chosen import VIEWS
from pages.cities.figures import side_view, time_view
from pages.cities.two import two_view
from pages.parts.profile_view import profile_view
from pages.parts.view_switch import switched

_DRAW = {"side": side_view, "time": time_view, "city": profile_view, "two": two_view}

_DRAW[switched({name: say(words) for name, words in VIEWS.items()})]()
