"""A page's figures as pictures: a dialog that draws one for paper, with its words in it, to save as SVG or PNG."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from charts.picture import WIDTH_PX, framed
from charts.ready import ReadyFigure
from loaders.chosen import chosen_words
from loaders.datetext import date_text
from loaders.export import file_name
from loaders.text import listed, message, say
from pages.parts import state
from pages.parts.base import fact_base, names_of_choices
from pages.parts.drawn import show_chart
from pages.widgets.component import component

HALF_WIDTH_PX = 840  # of a chart that stands beside another on its page
_SCALE = 2  # a saved PNG has so many dots a pixel, each way
_BUTTONS = '<button type="button" data-kind="svg">Save SVG</button> <button type="button" data-kind="png">Save PNG</button> <span role="status"></span>'
_STYLE = """
button { font: inherit; color: var(--st-text-color); background: var(--st-background-color); cursor: pointer; padding: 0.4rem 0.9rem;
  border: 1px solid var(--st-border-color); border-radius: 4px; min-height: 2.5rem; }
button:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
span { margin-left: 0.5rem; overflow-wrap: anywhere; }
"""
_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
_ABOUT = message("Made in your browser and saved from it: the figure for light paper, with its headline, what is shown, and its sources.")


class Drawing(NamedTuple):
    """One figure to save: its title, what draws it (wide, light), and what else is to be said of it at its foot."""

    title: str
    draw: Callable[[], ReadyFigure]
    note: str = ""
    width: int = WIDTH_PX


def picture_dialog(
    name: str, drawings: Sequence[Drawing], *, headline: str, sources: str, closed: Callable[[], None] | None = None, words: str = ""
) -> None:
    """Opens the dialog. `closed` is called when the reader closes it. `sources`: what it rests on, in words. `words`: what is shown, where it is not events."""
    dismissed = {"on_dismiss": closed} if closed else {}
    st.dialog(say("The figure as a picture"), width="large", **dismissed)(_dialog)(name, drawings, headline, sources, words)


def _dialog(name: str, drawings: Sequence[Drawing], headline: str, sources: str, words: str) -> None:
    if not drawings:
        st.info(say("This selection has no figure to draw; its rows can be downloaded."))
        return
    st.caption(say(_ABOUT))
    chosen = drawings[0]
    if len(drawings) > 1:
        place = st.selectbox(
            say("Figure"), range(len(drawings)), format_func=lambda place: drawings[place].title, key=f"picture-{name}-which"
        )
        chosen = drawings[place]
    named = file_name(f"{name}_{_slug(chosen.title)}" if len(drawings) > 1 else name, state.current_filters(), on=_today(), ending="svg")
    figure = framed(
        chosen.draw().read(),
        headline=headline if len(drawings) == 1 else chosen.title,
        title=chosen.title if len(drawings) == 1 else "",
        selection=_selection(words),
        foot=_foot(chosen, sources),
        width=chosen.width,
    )
    _saving()(key="picture-save", data={"name": named.removesuffix(".svg"), "scale": _SCALE})
    width = figure["layout"]["width"]
    st.html(f"<style>.st-key-picture-paper > * {{ min-width: {width}px; }}</style>")  # on a phone it scrolls and is not squeezed
    with st.container(key="picture-paper"):
        alt = f"{headline}. {chosen.title}, for paper."
        show_chart(ReadyFigure(figure), key=f"picture-{name}-{chosen.title}", alt=alt, width=width)


@st.cache_resource(show_spinner=False)
def _saving():
    """The two buttons, registered once."""
    return component("picture", _SCRIPT, page=_BUTTONS, style=_STYLE)


def _today() -> datetime.date:
    return datetime.date.today()


def _slug(title: str) -> str:
    return "-".join("".join(letter if letter.isascii() and letter.isalnum() else " " for letter in title.lower()).split())[:60]


def _selection(said: str) -> str:
    """What is filtered, in words."""
    words = chosen_words(state.current_filters(), names_of_choices())
    said = said or "; ".join(f"{label} {text}" for label, text in words)
    return say("Shown: {choices}.", choices=said) if said else say("Shown: no filter.")


def _foot(drawing: Drawing, sources: str) -> str:
    facts = fact_base()
    parts = [drawing.note, sources]
    licences = listed([licence["name"] for licence in facts.package.get("licenses", ())])
    day, address = date_text(facts.as_of), state.view_address()
    parts.append(say("City Ties, data of {date}, {licences}; {address}", date=day, licences=licences, address=address))
    return "\n".join(part for part in parts if part)
