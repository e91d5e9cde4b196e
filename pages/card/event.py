"""An event's card: on what its sources disagree, who says so, and what is known."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from charts.look import on_paper
from loaders.card import Card, Claim
from loaders.card_words import Voice, values, voices
from loaders.text import message, say
from pages.card.apart import apart
from pages.card.claims import PART_NAMES
from pages.card.filters import card_filters
from pages.parts.base import selection
from pages.parts.drawn import dark
from pages.parts.words import md

_PARTS = (("Where", "event_places"), ("Who", "participants"), ("Figures", "measures"))
_ON = {"event_places": message("where"), "participants": message("who took part"), "measures": message("how many")}


def draw_event(card: Card) -> None:
    """All of the card but its title, links and foot."""
    _head(card)
    _left_out(card)
    contradicted = [claim for claim in card.claims if claim.contradicted]
    for claim in contradicted:
        _disagreement(claim)
    st.subheader(say("Who says so"), anchor=False)
    st.html(who_says_so(voices(card)))
    for note in card.notes:
        st.markdown(md(note))
    known = what_is_known(card)
    if known:
        st.subheader(say("What is known"), anchor=False)
        st.html(known)
    card_filters(card)


def _head(card: Card) -> None:
    first, *others = card.lead
    marks, _, words = card.confidence.partition(" ")
    line = " · ".join(filter(None, others))
    st.html(
        f'<p class="card-head"><i style="background:{on_paper(card.colour, dark=dark())}"></i>{escape(line)}</p>'
        f'<p class="card-when"><b>{escape(first)}</b> <span class="pips">{escape(marks)}</span> <small>{escape(words)}</small></p>'
    )


def _left_out(card: Card) -> None:
    """Says where the choices leave the event of an open card out."""
    shown = selection()
    if len(shown.rows([card.key])):
        return
    background = not shown.filters.with_background and len(shown.narrowed(background=True).rows([card.key]))
    st.info(say("Background: not among the events shown.") if background else say("Your choices leave this event out."))


def _disagreement(claim: Claim) -> None:
    what = claim.label.lower() if claim.table == "events" else say(_ON[claim.table])
    st.subheader(say("Sources disagree: {what}", what=what), anchor=False)
    st.html(apart(claim))


def who_says_so(found: Iterable[Voice]) -> str:
    """A row a source: its number and name, where in it, and what it says."""
    return f'<table class="says">{"".join(map(_row, found))}</table>'


def _row(voice: Voice) -> str:
    public = voice.url.startswith(("http://", "https://"))
    name = f'<a href="{escape(voice.url)}" target="_blank" rel="noopener">{escape(voice.name)}</a>' if public else escape(voice.name)
    details = "".join(f"<small>{escape(text)}</small>" for text in (voice.places, *voice.notes) if text)
    says = f"<b>≠ {escape(voice.says)}</b>" if voice.against else escape(voice.says)
    return f'<tr><th scope="row"><span>{voice.number}</span> {name}{details}</th><td>{says}</td></tr>'


def what_is_known(card: Card) -> str:
    """Places, people and figures, a row each, with the numbers of who says so; blank where nothing is."""
    rows = []
    for _, table in _PARTS:
        last = None
        for claim in card.of(table):
            label = claim.label.capitalize() or say(PART_NAMES[table])
            numbers = ", ".join(str(number) for number in dict.fromkeys(claim.agreeing["number"]))
            inferred = [note for note in claim.agreeing.loc[claim.agreeing["stance"] == "infers", "note"].drop_duplicates() if note]
            others = [value.text for value in values(claim) if not value.shown and value.text != claim.shown] if table == "measures" else []
            also = f" <small>({escape('; '.join(others))})</small>" if others else ""
            notes = "".join(f"<small>{escape(say('Worked out by us: {note}', note=note))}</small>" for note in inferred)
            rows.append(
                f'<tr><th scope="row">{escape(label) if label != last else ""}</th><td>{escape(claim.shown)}{also}{notes}</td><td class="who">{numbers}</td></tr>'
            )
            last = label
    return f'<table class="known">{"".join(rows)}</table>' if rows else ""
