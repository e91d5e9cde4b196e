"""What rests on what: who tells of the events, how many sources each has, and where they disagree."""

import streamlit as st

from loaders.events.selection import Selection
from loaders.text import say
from pages.parts.faults import section
from pages.parts.picture import Drawing
from pages.parts.rows import stop_if_empty
from pages.parts.screen import screen
from pages.sources.differing import draw_disagreements
from pages.sources.founding import draw_founding, founding_pictures
from pages.sources.method import draw_method
from pages.sources.publishers import draw_publishers, publisher_pictures
from pages.sources.searches import draw_latest_searches


def draw(shown: Selection) -> None:
    """All of the view below the switch."""
    with section(say("What rests on what")):
        stop_if_empty(shown)
        width = screen()
        with st.container(key=f"picture-{width}-rests"):
            left, right = st.columns(2, gap="large") if width == "wide" else (st.container(), st.container())
            with left, st.container(gap="xxsmall"):
                draw_publishers(shown)
            with right, st.container(gap="xxsmall"):
                draw_founding(shown)
                draw_latest_searches(shown)
    with section(say("Where sources disagree")):
        draw_disagreements(shown)
    draw_method(shown.facts)


def pictures(shown: Selection) -> list[Drawing]:
    """The two drawings as they are saved."""
    return [*publisher_pictures(shown), *founding_pictures(shown)] if len(shown) else []
