"""What all charts of a page share: plotly's settings, the mode, and what a click or a brush on them opens or narrows to."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from charts.brush import brushed_years
from charts.ready import ReadyFigure
from loaders.events.selection import Selection
from loaders.marks import UNDATED
from pages.parts import state
from pages.parts.opening import forget_clicked, open_clicked
from pages.parts.words import number_of

_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
_STATIC = {**_CONFIG, "staticPlot": True}
YEARS, YEAR = "years", "year"  # what a brush and a click on a year's column mean
_OPENED = "times_opened_"


def dark() -> bool:
    """Whether the reader's mode is dark."""
    return st.context.theme.type == "dark"


def figure_clicked(key: str, kind: str = "figure") -> None:
    """Opens the card of the mark that was clicked in the chart of that key."""
    points = st.session_state[key]["selection"]["points"]
    open_clicked(key, kind, [point["customdata"][0] for point in points if point.get("customdata")])


def show_chart(
    figure: ReadyFigure,
    *,
    key: str,
    alt: str,
    clicked: Callable[[], None] | None = None,
    brush: bool = False,
    width: str | int = "stretch",
) -> None:
    """A chart; `alt` says it in words. `clicked` is called after a click on a mark, and after a drag where `brush` is set; without it
    nothing of the chart answers the pointer."""
    select = {"on_select": clicked, "selection_mode": ("points", "box") if brush else "points"} if clicked else {}
    st.plotly_chart(figure, theme=None, key=key, config=_CONFIG if clicked else _STATIC, alt=alt, width=width, **select)


def clickable_chart(figure: ReadyFigure, *, key: str, alt: str, kind: str = "figure") -> None:
    """A chart whose marks open cards of this kind."""
    show_chart(figure, key=key, alt=alt, clicked=lambda: figure_clicked(key, kind))


def narrowing_chart(
    figure: ReadyFigure, *, key: str, alt: str, means: Callable[[str, str], Mapping[str, object]], kind: str = "event", brush: bool = False
) -> None:
    """A chart on which a click narrows the selection, or opens a card of this kind.

    `means`: the choices for what was clicked: the third word of its customdata, and its key. `brush`: a drag chooses years (see `charts.brush`).
    """
    place = f"{state.anew(key)}-{st.session_state.get(f'{_OPENED}{key}', 0)}" if brush else state.anew(key)
    show_chart(figure, key=place, alt=alt, clicked=lambda: _chosen(place, key, kind, means, figure.meta), brush=brush)


def _chosen(place: str, key: str, kind: str, means: Callable[[str, str], Mapping[str, object]], pieces: Sequence) -> None:
    what, found = meant(st.session_state[place]["selection"], pieces)
    if what:
        forget_clicked(key)
        state.narrow(**({"years": found} if what == YEARS else means(what, found)))
    else:
        open_clicked(key, kind, [found] if found else [])
        # where a drag brushes, a second click on a mark selects it again and not away, which Streamlit does not report: drawn anew, it does
        st.session_state[f"{_OPENED}{key}"] = st.session_state.get(f"{_OPENED}{key}", 0) + 1


def meant(selection: Mapping, pieces: Sequence = ()) -> tuple[str, object]:
    """What a selection of plotly's means: a kind of thing and its key; `("years", (2017, 2019))` where it was brushed on a scale of these
    pieces, a blank kind where a card is meant, and a blank key where nothing was hit."""
    for box in selection.get("box", ()):
        if pieces and len(box.get("x", ())) == 2:
            return YEARS, brushed_years(pieces, *box["x"])
    for point in selection.get("points", ()):
        if point.get("customdata"):
            key, _, *what = point["customdata"]
            return (what[0] if what else ""), key
    return "", ""


def undated_link(selection: Selection) -> None:
    """How many events have no date, as a control that shows these alone: they stand in no year."""
    number = selection.count(**UNDATED)
    if number and selection.narrowed(**UNDATED) != selection:
        st.button(f"No date: {number_of(number, 'event')}", key="no-date", type="tertiary", on_click=state.narrow, kwargs=UNDATED)
