"""Matrix and graph of the network, for wide and narrow screens, and what a click on them does."""

import html
from collections.abc import Callable

import streamlit as st

from charts.look import on_paper
from charts.network import network_graph
from charts.network_ring import ringed
from charts.ready import ReadyFigure
from charts.triangle import triangle
from loaders.events.selection import Selection, derived
from loaders.network import Network, links_of, network, nodes_of
from loaders.network_measures import placed
from loaders.network_rows import cells, chosen_keys, drawn, matrix_order
from loaders.network_words import network_text, tied_note
from pages.parts import state
from pages.parts.drawn import dark, show_chart
from pages.parts.network_choice import choose_one
from pages.parts.network_pair import chosen_pair
from pages.parts.network_tables import pair_chosen
from pages.parts.picture import Drawing
from pages.parts.screen import screen
from pages.parts.words import md, number_of

_IN_MATRIX, _IN_COLUMN = {"wide": 18, "narrow": 9}, {"wide": 11, "narrow": 7}
_HEADS = {"wide": ("Seated in Germany", "Neither side, or not recorded", "Seated in Japan"), "narrow": ("Germany", "Neither", "Japan")}


def draw(shown: Selection, who: str, focus: str) -> None:
    """The matrix, for reading, then the graph, for seeing."""
    net, width = network(shown, who), screen()
    if net.links.empty:
        st.info(f"No two {who} took part together in an event of this selection.")
        return
    st.subheader("As a matrix")
    st.caption(_matrix_words(net, who, width))
    _chart("matrix", shown, who, focus)
    _sectors(shown, who, letters=width == "wide")
    if tied := _tied(net, width):
        st.caption(md(tied))
    chosen_pair(shown, who)
    st.subheader("As a graph")
    st.caption(_graph_words(net, who, width))
    _chart("graph", shown, who, focus)


def _matrix_words(net: Network, who: str, width: str) -> str:
    total = sum(node.partners > 0 for node in nodes_of(net))
    number = min(_IN_MATRIX[width], total)
    which = f"The {number} {who} with most joint events, of {total}" if number < total else f"All {total} {who} with joint events"
    said = "colour and letters say" if width == "wide" else "colour says"
    return f"{which}; {said} in which sector most of them are. Click a number to see only these events."


def _graph_words(net: Network, who: str, width: str) -> str:
    part, least = drawn(net, _IN_COLUMN[width])
    return (
        f"{number_of(len(part.nodes), 'mark')} of {len(net.nodes)}, the larger the more events; {number_of(len(part.links), 'line')} of {len(net.links)}, the wider the more joint events"
        + (f", at least {least}" if least > 1 else "")
        + f". Sides are by seat as recorded, never guessed{'; a diplomatic mission sits in one country and speaks for the other, so it is of neither side' if who == 'organisations' else ''}. Click a mark to see only its events."
    )


def _tied(net: Network, width: str) -> str:
    return tied_note(net, _IN_MATRIX[width], letters=width == "wide")


def _chart(name: str, shown: Selection, who: str, focus: str) -> None:
    width, alt = screen(), network_text(shown, who)
    key = state.anew(f"network-{name}-{width}")
    figure = network_figure(shown, name, who, focus, dark(), width)
    with st.container(key=f"{width}-network-{name}"):
        show_chart(figure, key=key, alt=alt, clicked=lambda: _clicked(key, who))


def network_pictures(shown: Selection, who: str, focus: str) -> list[Drawing]:
    """Matrix and graph as they are saved."""
    net = network(shown, who)
    if net.links.empty:
        return []
    named = sorted({part for text in net.links["sector"] for part in text.split(" and ")})
    letters = f"Letters are the sector of most of a pair's joint events: {', '.join(f'{name[:3].lower()} {name}' for name in named)}. {_tied(net, 'wide')}"
    letters += " A ring is around the pair that is chosen." if chosen_keys(shown, who) else ""
    shared = net.members.groupby("event_id")["key"].transform("size") > 1
    keys = tuple(net.members.loc[shared, "event_id"].unique())

    def draw(name: str) -> Callable[[], ReadyFigure]:
        return lambda: network_figure(shown, name, who, focus, False, "wide")

    return [
        Drawing(f"Joint events of {who}, as a matrix", draw("matrix"), letters, keys),
        Drawing(f"Joint events of {who}, as a graph", draw("graph"), keys=keys),
    ]


@derived
def network_figure(shown: Selection, name: str, who: str, focus: str, dark: bool, width: str) -> ReadyFigure:
    """The matrix or the graph."""
    net, narrow = network(shown, who), width == "narrow"
    if name == "matrix":
        order = matrix_order(net, _IN_MATRIX[width])
        matrix = triangle(order, cells(net, order), dark=dark, narrow=narrow, focus=focus)
        return ReadyFigure(ringed(matrix, chosen_keys(shown, who), dark=dark))
    part, _ = drawn(net, _IN_COLUMN[width])
    return ReadyFigure(network_graph(placed(part), part.links, heads=_HEADS[width], dark=dark, narrow=narrow, focus=focus))


def _clicked(key: str, who: str) -> None:
    """A pair, or one, becomes the filter."""
    points = st.session_state[key]["selection"]["points"]
    said = [point["customdata"][0] for point in points if point.get("customdata")]
    if not said:
        return
    kind, _, what = said[0].partition(":")
    if kind == "pair":
        pair_chosen(who, what)
    else:
        choose_one(who, what)


def _sectors(shown: Selection, who: str, *, letters: bool) -> None:
    """Which colour is which sector, and which letters where the matrix has them."""
    marks = [
        f'<span style="white-space:nowrap"><span style="display:inline-block;width:0.8em;height:0.8em;background:{on_paper(colour, dark=dark())}"></span> '
        f"{html.escape(name)}{f' ({html.escape(name[:3].lower())})' if letters else ''}</span>"
        for name, colour in _named_sectors(shown, who)
    ]
    st.html(f'<div style="display:flex;flex-wrap:wrap;gap:0.2rem 1rem;font-size:0.85rem">{"".join(marks)}</div>')


@derived
def _named_sectors(shown: Selection, who: str) -> list[tuple[str, str]]:
    """The sectors of which some pair has most of its events, each with its colour, in the order of the table of sectors."""
    named = {part for link in links_of(network(shown, who)) for part in link.sector.split(" and ")}
    sectors = shown.facts.table("sectors")
    return [(name, colour) for name, colour in zip(sectors["name"], sectors["colour"], strict=True) if name in named]
