"""Who says so? What rests on whom, where sources disagree, every document, what is corrected, and where all of them are silent."""

from loaders.faults import FaultyData
from loaders.story.findings import Headline
from loaders.story.sources import headline_of
from loaders.text import say
from pages.parts.base import selection
from pages.parts.rows import events_cited
from pages.parts.view_switch import chosen_view, view_switch
from pages.sources import corrections, coverage, documents, rests
from pages.sources.views import VIEWS
from pages.widgets.headline import headline
from pages.widgets.slides import for_slides

PARTS = {"rests": rests, "documents": documents, "corrections": corrections, "coverage": coverage}

shown, view = selection(), chosen_view(VIEWS)
try:
    sentence = headline_of(view, shown)
except FaultyData:
    sentence = Headline(say("Who says so?"))
headline(*sentence)
view_switch(VIEWS)
PARTS[view].draw(shown)
for_slides("sources", lambda: PARTS[view].pictures(shown), headline=sentence.title, cited=lambda: events_cited(shown))
