"""Where sources disagree on a figure: the figures joined, that which is shown filled."""

from html import escape

import streamlit as st

from charts.ready import ReadyFigure
from charts.rivals import Rival, rivals
from loaders.conflicts import Conflict
from loaders.events.selection import Selection, derived
from loaders.figure_words import card_lines, when_text
from loaders.side_by_side import blocks, disagreements
from loaders.text import listed, say
from pages.parts.drawn import clickable_chart, dark
from pages.parts.screen import screen


def draw_rivals(shown: Selection) -> None:
    """Nothing where no two published figures of one place disagree."""
    if not disagreements(shown):
        return
    st.subheader(say("Where sources disagree on a figure"), anchor=False)
    width = screen()
    with st.container(key=f"rivals-{width}"):
        figure = rivals_figure(shown, dark=dark(), narrow=width == "narrow")
        clickable_chart(figure, key=f"figures-apart-{width}", alt=_text(shown))


@derived
def rivals_figure(shown: Selection, *, dark: bool, narrow: bool) -> ReadyFigure:
    """The joined figures."""
    drawn = {row.observation_id for block in blocks(shown) for row in block.figures}
    rows = [(_name(conflict), [_rival(row, conflict, drawn) for row in conflict.rows]) for conflict in disagreements(shown)]
    return ReadyFigure(rivals(rows, dark=dark, narrow=narrow))


def _name(conflict: Conflict) -> str:
    first = conflict.rows[0]
    return say("{place}, {indicator}", place=first.city, indicator=first.indicator)


def _rival(row, conflict: Conflict, drawn: set[str]) -> Rival:
    shown = row.observation_id in drawn if drawn & {other.observation_id for other in conflict.rows} else row.preferred
    reason = conflict.reason if row is conflict.rows[0] else row.why
    card = "<br>".join(map(escape, filter(None, [*card_lines(row), reason])))
    return Rival(row.observation_id, row.value, f"{row.value_text} · {when_text(row)}", card, shown)


@derived
def _text(shown: Selection) -> str:
    rows = [
        say("{name}: {figures}", name=_name(conflict), figures=listed([row.figure for row in conflict.rows], "or"))
        for conflict in disagreements(shown)
    ]
    return say("Figures that disagree. {rows}.", rows="; ".join(rows))
