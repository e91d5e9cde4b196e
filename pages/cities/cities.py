"""What do the figures say of the cities, and what is on record of one, or of two beside each other?"""

from pages.cities.two import two_view
from pages.parts.cities_activity import activity_view
from pages.parts.cities_evenings import evenings_view
from pages.parts.cities_figures import figures_view
from pages.parts.profile_view import profile_view
from pages.parts.view_switch import switched

VIEWS = {"side": "Side by side", "city": "One city", "two": "Two compared", "activity": "Activity", "evenings": "Evenings"}
_DRAW = {"side": figures_view, "city": profile_view, "two": two_view, "activity": activity_view, "evenings": evenings_view}

_DRAW[switched(VIEWS)]()
