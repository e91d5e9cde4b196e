"""Which card is open: said in the address (`?event=…`, `?site=…`, `?figure=…`, `?document=…`), one at a time."""

import streamlit as st

from loaders.cards import CARDS
from pages.parts import state

_CLOSED = "cards_closed"


def open_card(kind: str, key: str) -> None:
    """Says in the address that this card, and no other, is open."""
    state.write_address(**{**dict.fromkeys(CARDS, ""), kind: key})


def open_clicked(place: str, kind: str, keys: list[str]) -> None:
    """Opens what was clicked in one chart or table. A second click takes the mark's selection away: it opens again."""
    last = f"clicked_{place}"
    if keys:
        st.session_state[last] = keys[0]
    if st.session_state.get(last):
        open_card(kind, st.session_state[last])


def forget_clicked(place: str) -> None:
    """What was clicked in this chart before is no longer meant by a click that takes a selection away."""
    st.session_state.pop(f"clicked_{place}", None)


def opened_card() -> tuple[str, str] | None:
    """The kind and key of the card that the address names, if it names one."""
    return next(((kind, key) for kind in CARDS for key in state.said(kind)), None)


def close_card() -> None:
    """Takes the card out of the address."""
    state.write_address(**dict.fromkeys(CARDS, ""))
    st.session_state[_CLOSED] = cards_closed() + 1


def cards_closed() -> int:
    """How many cards this session has closed: part of a table's key, so that it is drawn anew with no cell chosen."""
    return st.session_state.get(_CLOSED, 0)
