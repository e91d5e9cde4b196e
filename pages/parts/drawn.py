"""What all charts of a page share: plotly's settings, the mode, and what a click on them opens or narrows to."""

from collections.abc import Callable, Mapping

import streamlit as st

from charts.ready import ReadyFigure
from loaders.events.selection import Selection
from loaders.marks import UNDATED
from loaders.text import counted, say
from pages.parts import state
from pages.parts.opening import forget_clicked, open_clicked

_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
_STATIC = {**_CONFIG, "staticPlot": True}


def dark() -> bool:
    """Whether the reader's mode is dark."""
    return st.context.theme.type == "dark"


def figure_clicked(key: str) -> None:
    """Opens the card of the figure whose mark was clicked in the chart of that key."""
    points = st.session_state[key]["selection"]["points"]
    open_clicked(key, "figure", [point["customdata"][0] for point in points if point.get("customdata")])


def show_chart(
    figure: ReadyFigure,
    *,
    key: str,
    alt: str,
    clicked: Callable[[], None] | None = None,
    width: str | int = "stretch",
) -> None:
    """A chart; `alt` says it in words. `clicked` is called after a click on a mark; without it nothing of the chart answers the pointer."""
    select = {"on_select": clicked, "selection_mode": "points"} if clicked else {}
    st.plotly_chart(figure, theme=None, key=key, config=_CONFIG if clicked else _STATIC, alt=alt, width=width, **select)


def clickable_chart(figure: ReadyFigure, *, key: str, alt: str) -> None:
    """A chart whose marks open the cards of figures."""
    show_chart(figure, key=key, alt=alt, clicked=lambda: figure_clicked(key))


def narrowing_chart(
    figure: ReadyFigure, *, key: str, alt: str, means: Callable[[str, str], Mapping[str, object]], kind: str = "event"
) -> None:
    """A chart on which a click narrows the selection, or opens a card of this kind.

    `means`: the choices for what was clicked: the third word of its customdata, and its key.
    """
    choosing_chart(figure, key=key, alt=alt, chosen=lambda what, found: state.narrow(**means(what, found)), kind=kind)


def choosing_chart(figure: ReadyFigure, *, key: str, alt: str, chosen: Callable[[str, str], None], kind: str = "event") -> None:
    """A chart on which a click on a mark is handed on (`chosen` is given the third word of its customdata, and its key), or opens a card of this kind.

    Its marks are a list, too, for who has no pointer: it is seen while it has the focus.
    """
    place = state.anew(key)
    show_chart(figure, key=place, alt=alt, clicked=lambda: _clicked(place, key, kind, chosen))
    if marks := figure.marks:
        with st.container(key=f"marks-{key}"):
            tied = state.bound(f"mark-{key}", None, lambda at: None if at is None else chosen(marks[at].what, marks[at].key))
            st.selectbox(say("Choose in the picture"), range(len(marks)), index=None, format_func=lambda at: marks[at].words, **tied)


def _clicked(place: str, key: str, kind: str, chosen: Callable[[str, str], None]) -> None:
    what, found = meant(st.session_state[place]["selection"])
    if what:
        forget_clicked(key)
        chosen(what, found)
    else:
        open_clicked(key, kind, [found] if found else [])


def meant(selection: Mapping) -> tuple[str, str]:
    """What a selection of plotly's means: a kind of thing and its key; a blank kind where a card is meant, and a blank key where nothing was hit."""
    for point in selection.get("points", ()):
        if point.get("customdata"):
            key, _, *what = point["customdata"]
            return (what[0] if what else ""), key
    return "", ""


def undated_link(selection: Selection) -> None:
    """How many events have no date, as a control that shows these alone: they stand in no year."""
    number = selection.count(**UNDATED)
    if number and selection.narrowed(**UNDATED) != selection:
        st.button(
            counted("No date: {count} event", "No date: {count} events", count=number),
            key="no-date",
            type="tertiary",
            on_click=state.narrow,
            kwargs=UNDATED,
        )
