"""What all charts of a page share: plotly's settings, the mode, and what a click opens."""

import streamlit as st

from pages.parts.opening import open_clicked

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def dark() -> bool:
    """Whether the reader's mode is dark."""
    return st.context.theme.type == "dark"


def figure_clicked(key: str, kind: str = "figure") -> None:
    """Opens the card of the mark that was clicked in the chart of that key."""
    points = st.session_state[key]["selection"]["points"]
    open_clicked(key, kind, [point["customdata"][0] for point in points if point.get("customdata")])


def clickable_chart(figure: dict, *, key: str, alt: str, kind: str = "figure") -> None:
    """A chart whose marks open cards of this kind; `alt` says it in words."""
    clicked = {"on_select": lambda: figure_clicked(key, kind), "selection_mode": "points"}
    st.plotly_chart(figure, theme=None, key=key, config=CONFIG, alt=alt, **clicked)
