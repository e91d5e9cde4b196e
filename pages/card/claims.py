"""Claims on a card: what is said, by which numbered source and where in it, and where sources disagree."""

import pandas as pd
import streamlit as st

from loaders.card import Card, Claim
from loaders.text import message, say
from loaders.voices import NOT_KNOWN
from pages.parts.words import linked, md

_STANCES = {
    "states": message("says so"),
    "sharpens": message("gives the finer value"),
    "infers": message("inferred from it"),
    "contradicts": message("says otherwise"),
    "outcome": message("tells the outcome"),
    "context": message("tells only of something around it"),
}
PART_NAMES = {"event_places": message("Place"), "participants": message("Taking part"), "measures": message("Figure")}


def draw_contradictions(card: Card) -> None:
    """What is shown and what is said otherwise, side by side, each with its witnesses."""
    claims = [claim for claim in card.claims if claim.contradicted]
    if not claims:
        return
    st.markdown(f"##### {md(say('Sources disagree'))}")
    for claim in claims:
        with st.container(border=True):
            st.markdown(f"**{md(_about(card, claim))}**")
            ours, theirs = st.columns(2)
            other = claim.said["against"]
            with ours:
                st.markdown(f"{md(say('We show'))} **{md(claim.shown)}**\n" + _witnesses(claim.agreeing, claim.shown))
            with theirs:
                for value, rows in claim.said[other].groupby("value_text", sort=False):
                    st.markdown(f"{md(say('Also said'))} **{md(value or say('see the note'))}**\n" + _witnesses(rows, value))


def _about(card: Card, claim: Claim) -> str:
    if card.kind != "event" or claim.table == "events":
        return claim.label
    return say(PART_NAMES[claim.table]) + (f" ({claim.label})" if claim.label else "")


def _witnesses(rows: pd.DataFrame, shown: str) -> str:
    """Publisher, date and place of each source; what it says where that differs from `shown`, and why it contradicts."""
    lines = [
        f"- {linked(row.brief, row.url)}{', ' + md(row.locator) if row.locator else ''}{' — ' + md(row.note) if row.note and row.stance == 'contradicts' else ''}{_finer(row, shown)}"
        for row in rows.drop_duplicates(["source_id", "locator"]).itertuples()
    ]
    return "\n".join(lines) or f"- {md(say('no source of its own'))}"


def _finer(row, shown: str) -> str:
    return f" ({md(say('says {value}', value=row.value_text))})" if row.value_text not in ("", shown) else ""


def draw_claim(claim: Claim) -> None:
    """One column with every source's word on it."""
    head = f"**{md(claim.label)}**" + (f": {md(claim.shown)}" if claim.shown else "") + f" · {claim.founded}"
    lines = []
    for row in claim.said.itertuples():
        differs = row.value_text and row.value_text != claim.shown
        stance = say("says") if differs and row.stance == "states" else say(_STANCES[row.stance])
        value = f": {md(row.value_text)}" if differs else ""
        note = f" — {md(row.note)}" if row.note else ""
        line = f"\\[{row.number}\\] {md(row.locator or say('place not recorded'))} · *{stance}{value}*{note}{_sure(row.confidence)}"
        lines.append(f"- :small[{line}]" if row.stance == "context" else f"- {line}")
    st.markdown(head + "\n" + "\n".join(lines))


def _sure(confidence: str) -> str:
    return f" · :small[{md(say('compilers’ confidence: {grade}', grade=confidence))}]" if confidence else ""


def source_line(row) -> str:
    """A source by its number, linked, and whether it is a witness of its own."""
    copy = say("repeats another source: no second witness beside it") if row.copy_of else ""
    copy = copy or (_issued(row.issuer) if row.issuer else "")
    notes = [] if row.url else [say("no public address")]
    return f"- \\[{row.number}\\] " + " · ".join([linked(row.cite, row.url), *map(md, [*notes, *filter(None, [copy])])])


def _issued(issuer: str) -> str:
    """Whose words a source has that are not its publisher's own."""
    if issuer == NOT_KNOWN:
        return say("not its publisher’s own text, its original not known: a witness only where there is no other")
    return say("the words of {issuer}: one witness with what else they say", issuer=issuer)
