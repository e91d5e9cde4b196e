"""How do the cities compare? Their figures, what they did together, and the Düsseldorf Evenings, each with its sources."""

from pages.parts.cities_activity import activity_view
from pages.parts.cities_choice import chosen_view
from pages.parts.cities_evenings import evenings_view
from pages.parts.cities_figures import figures_view

{"figures": figures_view, "activity": activity_view, "evenings": evenings_view}[chosen_view()]()
