"""Cards: all that is known of one thing, in a drawer with an address (`?event=frea-opening`)."""

import pandas as pd
import streamlit as st

from loaders.card import Claim, EventCard, event_card
from pages.parts.base import all_events, fact_base
from pages.parts.opening import close_card, open_card, opened_card
from pages.parts.words import md

_STANCES = {
    "states": "says so",
    "sharpens": "gives the finer value",
    "infers": "inferred from it",
    "contradicts": "says otherwise",
    "outcome": "tells the outcome",
}
_LISTS = (
    ("Where", "event_places", "No source names a place."),
    ("Who", "participants", "No source names who took part."),
    ("Figures", "measures", ""),
)


def card_drawer() -> None:
    """Opens the card that the address names; an unknown one is named in a notice."""
    kind, event_id = opened_card() or ("", "")
    if kind != "event":
        return
    try:
        card = event_card(fact_base(), all_events(), event_id)
    except KeyError:
        st.warning(f"There is no event “{md(event_id[:60])}”; the address may be old or mistyped.")
        return
    st.dialog(md(card.event["title"]), width=620, position="right", on_dismiss=close_card)(_draw)(card)


def _draw(card: EventCard) -> None:
    event = card.event
    st.markdown(" · ".join(_facts(card)))
    if isinstance(event["note"], str):
        st.markdown(md(event["note"]))
    _contradictions(card)
    for title, table, empty in _LISTS:
        lines = [_line(claim) for claim in card.of(table)]
        if lines or empty:
            st.markdown(f"##### {title}\n" + ("\n".join(lines) or empty))
    _related(card)
    st.markdown("##### What each source says")
    for claim in card.of("events"):
        _claim(claim)
    st.markdown("##### Sources\n" + "\n".join(_source(row) for row in card.sources.itertuples()))
    st.caption(f"Date as recorded (EDTF): {md(event['date'] if isinstance(event['date'], str) else 'none')} · key: {md(event['event_id'])}")


def _facts(card: EventCard) -> list[str]:
    event = card.event
    clock = f"{event['starts_at']:%H:%M}–{event['ends_at']:%H:%M} UTC" if event.notna()[["starts_at", "ends_at"]].all() else ""
    tie = event["tie"] if isinstance(event["tie"], str) else "no tie (context)"
    mode = event["mode"] if event["mode"] != "unknown" else "in person or online: not stated"
    words = [event["status_text"], event["sector"], tie, card.programme, mode, clock]
    return [f"**{md(event['date_text'])}**", *(md(word) for word in words if word)]


def _line(claim: Claim) -> str:
    """One place, participant or figure with the numbers of its sources, and what makes it doubtful."""
    role = f" ({claim.label})" if claim.label else ""
    agree = claim.said[claim.said["stance"] != "contradicts"]
    doubt = agree[(agree["stance"] == "infers") & (agree["note"] != "")]
    notes = "".join(f"  \n  *inferred:* {md(note)}" for note in doubt["note"].drop_duplicates())
    return f"- {md(claim.shown)}{role} {_numbers(agree)}{notes}"


def _numbers(rows: pd.DataFrame) -> str:
    """Each source's number with the places in it: [1] [2, section 8, caption]."""
    places = rows.groupby("number")["locator"].agg(lambda found: "; ".join(dict.fromkeys(filter(None, found))))
    return " ".join(f"\\[{number}{', ' + md(place) if place else ''}\\]" for number, place in places.items())


def _related(card: EventCard) -> None:
    if card.related.empty:
        return
    st.markdown("##### Belongs together")
    for row in card.related.itertuples():
        if st.button(
            f"{row.relation}: {md(row.title)}, {md(row.date_text)}", key=f"related-{row.relation}-{row.event_id}", type="tertiary"
        ):
            open_card("event", row.event_id)
            st.rerun()


def _contradictions(card: EventCard) -> None:
    claims = [claim for claim in card.claims if claim.contradicted]
    if not claims:
        return
    st.markdown("##### The sources disagree")
    for claim in claims:
        with st.container(border=True):
            st.markdown(f"**{md(_about(claim))}**")
            ours, theirs = st.columns(2)
            other = claim.said["stance"] == "contradicts"
            with ours:
                st.markdown(f"Shown: **{md(claim.shown)}**\n" + _witnesses(claim.said[~other], claim.shown))
            with theirs:
                for value, rows in claim.said[other].groupby("value_text", sort=False):
                    st.markdown(f"Also said: **{md(value) or 'see the note'}**\n" + _witnesses(rows, value))


def _about(claim: Claim) -> str:
    kinds = {"event_places": "Place", "participants": "Taking part", "measures": "Figure"}
    return claim.label if claim.table == "events" else kinds[claim.table] + (f" ({claim.label})" if claim.label else "")


def _witnesses(rows: pd.DataFrame, shown: str) -> str:
    """Publisher, date and place of each source; what it says where that differs from `shown`, and why it contradicts."""
    lines = [
        f"- {_linked(row.brief, row.url)}{', ' + md(row.locator) if row.locator else ''}{' — ' + md(row.note) if row.note and row.stance == 'contradicts' else ''}{_finer(row, shown)}"
        for row in rows.drop_duplicates(["source_id", "locator"]).itertuples()
    ]
    return "\n".join(lines) or "- no source of its own"


def _finer(row, shown: str) -> str:
    return f" (says {md(row.value_text)})" if row.value_text not in ("", shown) else ""


def _linked(text: str, url: str) -> str:
    return f"[{md(text)}](<{url}>)" if url.startswith("http") else md(text)


def _claim(claim: Claim) -> None:
    head = f"**{md(claim.label)}**" + (f": {md(claim.shown)}" if claim.shown else "")
    lines = []
    for row in claim.said.itertuples():
        value = f": {md(row.value_text)}" if row.value_text and row.value_text != claim.shown else ""
        note = f" — {md(row.note)}" if row.note else ""
        lines.append(f"- \\[{row.number}\\] {md(row.locator) or 'place not recorded'} · *{_STANCES[row.stance]}{value}*{note}")
    st.markdown(head + "\n" + "\n".join(lines))


def _source(row) -> str:
    copy = " · reprint or copy of another source, no second witness" if row.copy_of else ""
    return f"- \\[{row.number}\\] {_linked(row.cite, row.url)}{'' if row.url else ' · no public address'}{copy}"
