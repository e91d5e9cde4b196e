"""How many independent sources each event has: a brick an event, which opens its card; a number lists its events."""

import streamlit as st

from charts.founding import MOST_BRICKS, founding_bricks
from charts.ready import ReadyFigure
from loaders.events.selection import Selection, derived
from loaders.founding import NAMES, founding, founding_rows
from loaders.text import say
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.picture import Drawing
from pages.parts.screen import screen
from pages.parts.words import md


def draw_founding(shown: Selection) -> None:
    """The bricks, and how they are read."""
    width = screen()
    st.subheader(say("How many sources each event has"), anchor=False)
    narrowing_chart(_bricks(shown, width, dark=dark()), key=f"founding-{width}", alt=_text(shown), means=lambda _, code: means(code))
    st.caption(md(note(shown)))


def means(code: str) -> dict[str, object]:
    """The choices for a click on a number."""
    return {"witnesses": (code,)}


@derived
def note(shown: Selection) -> str:
    """What a brick is, and how many are outlined."""
    secondary = shown.had("primary").get("no", 0)
    one = say("One brick is one event.") if len(shown) <= MOST_BRICKS else ""
    return " ".join(filter(None, [one, say("Outlined: no primary source ({count}).", count=secondary) if secondary else ""]))


@derived
def _bricks(shown: Selection, width: str, *, dark: bool) -> ReadyFigure:
    rows = [(code, say(NAMES[code]), number) for code, number in founding_rows(shown)]
    return ReadyFigure(founding_bricks(founding(shown), rows, dark=dark, narrow=width == "narrow"))


@derived
def _text(shown: Selection) -> str:
    parts = ", ".join(f"{say(NAMES[code])}: {number}" for code, number in founding_rows(shown))
    return say("Events by how many independent sources they have: {parts}.", parts=parts)


def founding_pictures(shown: Selection) -> list[Drawing]:
    """The bricks as they are saved."""
    return [Drawing(say("How many sources each event has"), lambda: _bricks(shown, "wide", dark=False), note(shown))]
