"""What is shown of one organisation or city of the network: its years, sectors, partners and people."""

import pandas as pd
import streamlit as st

from charts.network_years import network_years
from charts.ready import ReadyFigure
from loaders.confidence_words import resting_note
from loaders.events import Events
from loaders.facts import FactBase
from loaders.network import UNKNOWN, Network, partners_of
from loaders.network_counterparts import counterpart_sentence, people_of
from pages.parts import state
from pages.parts.drawn import dark, show_chart
from pages.parts.network_tables import Found, pair_chosen
from pages.parts.words import md, number_of

_MOST_PARTNERS, _MOST_PEOPLE = 12, 8


def chosen_panel(facts: FactBase, found: Found, who: str, focus: str) -> None:
    """The panel of the one that is looked at closely; nothing where none is."""
    if not focus:
        return
    nodes = found.net.nodes.set_index("key")
    if focus not in nodes.index:
        st.info("It took part in no event of this selection. Take a choice away, or look at another.")
        return
    row = nodes.loc[focus]
    keys = found.net.members.loc[found.net.members["key"] == focus, "event_id"]
    events = found.events.where(found.events.rows["event_id"].isin(keys))
    with st.container(border=True, key="network-chosen"):
        st.subheader(md(row["name"]))
        side = row["side"] if row["side"] == UNKNOWN else f"seat: {row['side']}" if who == "organisations" else row["side"]
        span = row["first"] if row["first"] == row["latest"] else f"{row['first']} to {row['latest']}"
        st.markdown(
            f"{md(row['kind'])}, {md(side)} · {number_of(len(events), 'event')}, {number_of(int(row['partners']), 'partner')} · {md(span)}"
        )
        _connected(facts, found, focus)
        _years(events)
        st.caption(md(resting_note(events.rows)))
        _partners(found.net, who, focus)
        _people(facts, events.rows["event_id"], focus if who == "organisations" else "")
        facet = "organisation" if who == "organisations" else "city"
        st.button(
            f"Filter everything by {md(row['name'])}",
            key="network-filter",
            on_click=_filter,
            args=(facet, focus),
        )


def _filter(facet: str, focus: str) -> None:
    state.narrow(**{facet: (focus,)}, **({"partner": ()} if facet == "organisation" else {}))


def _connected(facts: FactBase, found: Found, focus: str) -> None:
    pairs = found.counterparts
    if pairs is None:
        return
    for row in pairs[(pairs["german"] == focus) | (pairs["japanese"] == focus)].itertuples():
        st.markdown(f"**Its counterpart on the other side:** {md(counterpart_sentence(facts, found.events, found.held, row))}.")


def _years(events: Events) -> None:
    rows = events.rows
    dated = rows[rows["year"].notna()]
    lasting = len(rows) - len(dated)
    held = dated["status"] == "held"
    table = pd.DataFrame({"year": dated["year"].astype("int64"), "held": held.astype("int64"), "other": (~held).astype("int64")})
    table = table.groupby("year", as_index=False).sum()
    text = ", ".join(f"{year}: {number}" for year, number in zip(table["year"], table["held"] + table["other"], strict=True))
    rest = f"; {lasting} not dated to one year" if lasting else ""
    outlined = " (outlined: only announced or called off)" if (~held).any() else ""
    st.markdown(f"**Events by the year in which they began**{outlined}{rest}")
    if len(table):
        show_chart(ReadyFigure(network_years(table, dark=dark())), key="network-years", alt=f"Events by year: {text}.")
    sectors = rows["sector"].value_counts()
    st.markdown("**Sectors:** " + md(", ".join(f"{name} {number}" for name, number in sectors.items())))


def _partners(net: Network, who: str, focus: str) -> None:
    partners = partners_of(net, focus)
    if partners.empty:
        st.markdown("**No partner:** nobody else is recorded in these events.")
        return
    rest = f"; the {_MOST_PARTNERS} with most" if len(partners) > _MOST_PARTNERS else ""
    st.markdown(f"**Partners and joint events** (click one for their joint events{rest}):")
    with st.container(horizontal=True, gap="small"):
        for row in partners.head(_MOST_PARTNERS).itertuples():
            label = f"{md(row.partner_name)} {row.events}"
            st.button(
                label, key=f"network-partner-{row.partner}", type="tertiary", on_click=pair_chosen, args=(who, f"{focus}|{row.partner}")
            )


def _people(facts: FactBase, keys: pd.Series, organisation: str) -> None:
    people = people_of(facts, list(keys))
    own = people[people["organisation_id"] == organisation] if organisation else people
    if own.empty:
        return
    words = [f"{row.name} ({row.role}; {number_of(row.events, 'event')})" for row in own.head(_MOST_PEOPLE).itertuples(index=False)]
    more = f"; and {len(own) - _MOST_PEOPLE} more" if len(own) > _MOST_PEOPLE else ""
    st.markdown(f"**{'Its people' if organisation else 'People'} in public roles there:** {md('; '.join(words))}{more}")
