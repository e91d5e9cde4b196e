"""The two sides as a matrix, and on a phone the pairs with most joint events."""

import streamlit as st

from charts.network import network_matrix
from charts.pairs import strongest_pairs
from charts.ready import ReadyFigure
from loaders.events.selection import Selection, derived
from loaders.network import around, matrix, means, members, name_of, pairs, side_names
from loaders.text import say
from pages.parts import state
from pages.parts.drawn import choosing_chart, dark, narrowing_chart
from pages.parts.picture import Drawing
from pages.parts.screen import screen

_MOST_PAIRS = 10


def draw_sides(shown: Selection, whole: Selection, focus: str) -> None:
    """The picture of the page, where any two took part together."""
    if not pairs(whole):
        return
    width = screen()
    with st.container(key=f"picture-network-{width}"):
        if width == "wide" and matrix(whole):
            figure = matrix_figure(whole, focus, _chosen(shown), dark=dark())
            choosing_chart(figure, key="matrix", alt=_text(whole), chosen=lambda what, key: _choose(whole, what, key))
        else:
            narrowing_chart(
                pairs_figure(whole, dark=dark()), key=f"pairs-{width}", alt=_text(whole), means=lambda _, key: _pair_means(whole, key)
            )


@derived
def matrix_figure(whole: Selection, focus: str, chosen: tuple[tuple[int, int], ...], *, dark: bool) -> ReadyFigure:
    """The matrix with a ring around the chosen cell."""
    found, names = matrix(whole), side_names(whole.facts)
    sides = tuple(names.get(side, side) for side in found.sides)
    total = say("With the other side"), found.joint
    return ReadyFigure(
        network_matrix(found.rows, found.columns, found.cells, sides=sides, total=total, focus=focus, chosen=chosen, dark=dark)
    )


@derived
def pairs_figure(whole: Selection, *, dark: bool) -> ReadyFigure:
    """The pairs with most joint events."""
    facts = whole.facts
    return ReadyFigure(
        strongest_pairs(
            [(name_of(facts, one), name_of(facts, other), number) for one, other, number in pairs(whole)[:_MOST_PAIRS]], dark=dark
        )
    )


def _chosen(shown: Selection) -> tuple[tuple[int, int], ...]:
    """The cell whose events the selection asks for."""
    found, said = matrix(around(shown)), {shown.filters.organisation, shown.filters.partner}
    return tuple(
        (row, column)
        for row, column in found.cells
        if {tuple(sorted(found.rows[row].keys)), tuple(sorted(found.columns[column].keys))} == said
    )


def _choose(whole: Selection, what: str, key: str) -> None:
    """A name is looked at closely, a number chooses its events."""
    if what == "name":
        state.write_address(focus=key)
    else:
        state.narrow(**cell_means(whole, key))


def cell_means(whole: Selection, key: str) -> dict[str, tuple[str, ...]]:
    """The choices for a number of the matrix: `row|column`, either of them blank where it is a total."""
    row, _, column = key.partition("|")
    found, (one, other) = matrix(whole), members(whole)
    return means(found.rows[int(row)].keys if row else one, found.columns[int(column)].keys if column else other)


def _pair_means(whole: Selection, key: str) -> dict[str, tuple[str, ...]]:
    pair = pairs(whole)[int(key)]
    return means([pair.one], [pair.other])


@derived
def _text(whole: Selection) -> str:
    """The strongest pairs in words."""
    said = [
        say("{one} and {other}: {count}", one=name_of(whole.facts, one), other=name_of(whole.facts, other), count=number)
        for one, other, number in pairs(whole)[:_MOST_PAIRS]
    ]
    return say("Joint events: {pairs}.", pairs="; ".join(said))


def pictures(shown: Selection, focus: str) -> list[Drawing]:
    """The matrix as it is saved."""
    whole = around(shown)
    if not matrix(whole):
        return []
    return [Drawing(say("Joint events of the two sides"), lambda: matrix_figure(whole, focus, _chosen(shown), dark=False))]
