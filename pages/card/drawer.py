"""Cards: all that is known of one event, site, figure or document, in a drawer with an address (`?event=an-event`)."""

import pandas as pd
import streamlit as st

from loaders.card import Card
from loaders.cards import card_of, has_card
from loaders.confidence_words import LEGEND
from loaders.datetext import date_text
from loaders.text import counted, say
from pages.card.claims import draw_claim, draw_contradictions, source_line
from pages.card.event import draw_event
from pages.card.filters import card_filters
from pages.parts import state
from pages.parts.base import fact_base, store
from pages.parts.opening import close_card, open_card, opened_card
from pages.parts.words import md
from pages.shell.pages_list import FILES

_AT_ONCE = 12


def card_drawer() -> None:
    """Opens the card that the address names; an unknown one is named in a notice."""
    named = opened_card()
    if not named:
        return
    kind, key = named
    if not has_card(fact_base(), kind, key):
        st.warning(md(say("There is no {kind} “{key}”; the address may be old or mistyped.", kind=kind, key=key[:60])))
        return
    card = card_of(store(), kind, key)
    st.dialog(md(card.title), width=500, position="right", on_dismiss=close_card)(_draw)(card)


def _draw(card: Card) -> None:
    if card.kind == "event":
        draw_event(card)
    else:
        _other(card)
    for title, lines in card.passages:
        st.markdown(f"##### {title}\n" + "\n".join(f"- {md(line)}" for line in lines))
    _links(card)
    if card.kind == "event":
        _further(card)
    else:
        _said(card)
    _views(card)
    st.caption(md(card.foot))


def _other(card: Card) -> None:
    """What leads the card of a site, figure or document."""
    first, *others = card.lead
    st.markdown(" · ".join([f"**{md(first)}**", *map(md, others)]))
    if card.confidence:
        st.markdown(f"**{md(say('Confidence'))}:** {md(card.confidence)}", help=LEGEND)
    card_filters(card)
    for note in card.notes:
        st.markdown(md(note))
    draw_contradictions(card)


def _said(card: Card) -> None:
    """What each source says, and the sources."""
    if card.claims:
        st.markdown(f"##### {md(say('What each source says'))}")
    for claim in card.claims:
        draw_claim(claim)
    _sources(card)


def _links(card: Card) -> None:
    for group, rows in card.links.groupby("group", sort=False):
        st.markdown(f"##### {md(group)}")
        _buttons(rows.head(_AT_ONCE))
        if len(rows) > _AT_ONCE:
            with st.expander(say("{count} more", count=len(rows) - _AT_ONCE)):
                _buttons(rows.iloc[_AT_ONCE:])


def _buttons(rows: pd.DataFrame) -> None:
    with st.container(gap="xxsmall"):
        for row in rows.itertuples():
            if st.button(md(row.text), key=f"to-{row.kind}-{row.key}-{row.Index}", type="tertiary"):
                open_card(row.kind, row.key)
                st.rerun()


def _sources(card: Card) -> None:
    if card.kind == "document":
        (row,) = card.sources.itertuples()
        st.markdown(f"##### {md(say('Where to read it'))}\n{source_line(row)}")
        return
    st.markdown(f"##### {md(say('Sources'))}\n" + "\n".join(source_line(row) for row in card.sources.itertuples()))
    _further(card)


def _further(card: Card) -> None:
    """The ways to the cards of its sources."""
    with st.expander(counted("What else rests on this source", "What else rests on these {count} sources", count=len(card.sources))):
        _buttons(card.sources.assign(kind="document", key=card.sources["source_id"], text=_numbered(card.sources)))


def _numbered(sources: pd.DataFrame) -> pd.Series:
    return "[" + sources["number"].astype("str") + "] " + sources["cite"]


def _views(card: Card) -> None:
    """Its address, how to cite it, and the pages that show it."""
    address, facts = state.view_address(), fact_base()
    words = f"City Ties ({facts.as_of[:4]}): {card.title}, {card.lead[0]}. Data of {date_text(facts.as_of)}, version {facts.fingerprint}. {address}"
    for title, text in ((say("Link"), address), (say("Cite"), words)):
        st.markdown(f"##### {md(title)}")
        st.code(text, language=None, wrap_lines=True)
    if card.views:
        with st.container(horizontal=True, key="card-views", gap="small"):
            for page, label, query in card.views:
                st.page_link(FILES[page], label=md(label), query_params=query)
