"""Cards: all that is known of one thing, in a drawer with an address (`?event=frea-opening`)."""

import streamlit as st

from loaders.card import Claim, EventCard, event_card
from pages.parts.base import all_events, fact_base
from pages.parts.words import md

_STANCES = {
    "states": "states it",
    "sharpens": "gives the finer value",
    "infers": "inferred from it",
    "contradicts": "says otherwise",
    "outcome": "tells the outcome",
}


def open_event(event_id: str) -> None:
    """Says in the address that this event's card is open."""
    st.query_params["event"] = event_id


def open_clicked(place: str, keys: list[str]) -> None:
    """Opens what was clicked in one chart or table. A second click takes the mark's selection away: it opens again."""
    last = f"clicked_{place}"
    if keys:
        st.session_state[last] = keys[0]
    if st.session_state.get(last):
        open_event(st.session_state[last])


def close_card() -> None:
    """Takes the card out of the address."""
    st.query_params.pop("event", None)


def event_drawer() -> None:
    """Opens the card that the address names; an unknown one is named in a notice."""
    event_id = st.query_params.get("event")
    if not event_id:
        return
    try:
        card = event_card(fact_base(), all_events(), event_id)
    except KeyError:
        st.warning(f"There is no event “{md(event_id[:60])}”; the address may be old or mistyped.")
        return
    st.dialog(card.event["title"], width=620, position="right", on_dismiss=close_card)(_draw)(card)


def _draw(card: EventCard) -> None:
    event = card.event
    facts = [
        f"**{md(event['date_text'])}**",
        md(event["status_text"]),
        md(event["sector"]),
        md(event["tie"]) if isinstance(event["tie"], str) else "no tie (context)",
        md(event["mode"]) if event["mode"] != "unknown" else "in person or online: not stated",
    ]
    st.markdown(" · ".join(facts))
    if isinstance(event["note"], str):
        st.markdown(md(event["note"]))
    _contradictions([claim for claim in card.claims if claim.contradicted])
    _list("Where", [f"{md(row.text)} ({row.role})" for row in card.places.itertuples()], "No source names a place.")
    _list("Who", [f"{md(row.text)} ({row.role})" for row in card.participants.itertuples()], "No source names who took part.")
    _list("Figures", [md(row.text) for row in card.measures.itertuples()], "")
    _related(card)
    st.markdown("##### Who says so")
    for claim in card.claims:
        _claim(claim)
    st.caption(f"Date as recorded (EDTF): `{event['date']}` · key: `{event['event_id']}`")


def _list(title: str, lines: list[str], empty: str) -> None:
    if lines or empty:
        st.markdown(f"##### {title}\n" + ("\n".join(f"- {line}" for line in lines) or empty))


def _related(card: EventCard) -> None:
    if card.related.empty:
        return
    st.markdown("##### Belongs together")
    for row in card.related.itertuples():
        if st.button(f"{row.relation}: {md(row.title)}, {md(row.date_text)}", key=f"related-{row.event_id}", type="tertiary"):
            open_event(row.event_id)
            st.rerun()


def _contradictions(claims: list[Claim]) -> None:
    if not claims:
        return
    st.markdown("##### The sources disagree")
    for claim in claims:
        with st.container(border=True):
            st.markdown(f"**{md(claim.label)}**")
            ours, theirs = st.columns(2)
            other = claim.said["stance"] == "contradicts"
            with ours:
                st.markdown(f"Shown: **{md(claim.shown)}**\n" + _sources(claim.said[~other]))
            with theirs:
                for value, rows in claim.said[other].groupby("value_text", sort=False):
                    st.markdown(f"Also said: **{md(value) or 'see the note'}**\n" + _sources(rows))


def _sources(rows) -> str:
    return "\n".join(f"- {_place(row)}" for row in rows.itertuples()) or "- no source of its own"


def _place(row) -> str:
    cite = f"[{md(row.cite)}]({row.url})" if row.url.startswith("http") else md(row.cite)
    return f"{cite}, {md(row.locator)}" if row.locator else f"{cite}, place not recorded"


def _claim(claim: Claim) -> None:
    head = f"**{md(claim.label)}**" + (f": {md(claim.shown)}" if claim.shown else "")
    lines = []
    for row in claim.said.itertuples():
        value = f": {md(row.value_text)}" if row.value_text and row.value_text != claim.shown else ""
        copy = " · reprint or copy, no second witness" if row.copy_of else ""
        note = f" — {md(row.note)}" if row.note else ""
        lines.append(f"- {_place(row)} · *{_STANCES[row.stance]}{value}*{copy}{note}")
    st.markdown(head + "\n" + "\n".join(lines))
