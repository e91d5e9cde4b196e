"""The network of a selection, made once, and its pairs in rows with their download."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import pandas as pd
import streamlit as st

from loaders.events import Events
from loaders.events.filters import Filters, select
from loaders.facts import FactBase, stamp
from loaders.network import Network, network
from loaders.network_counterparts import counterparts
from loaders.network_rows import chosen_links, pair_filter, without_pairs
from loaders.network_words import between_sentence, done, network_headline
from pages.parts import state
from pages.parts.base import all_events, kept_table
from pages.parts.downloads import downloads
from pages.parts.rows import rows_table
from pages.parts.words import number_of

_COLUMNS = {
    "one_name": "One",
    "other_name": "The other",
    "events": "Joint events",
    "sectors": "Sectors",
    "first": "First",
    "latest": "Latest",
    "titles": "Events",
    "resting": "Confidence",
}
_WIDTHS = {"One": 230, "The other": 230, "Joint events": 95, "Sectors": 210, "First": 130, "Latest": 130, "Events": 420, "Confidence": 330}


class Found(NamedTuple):
    """The events of the selection, whoever took part, their network, what it says, of organisations the pairs of `network_counterparts.counterparts`, and the
    network of what the relationships held, which those are of."""

    events: Events
    net: Network
    headline: str
    between: str
    counterparts: pd.DataFrame | None
    held: Network


def of_selection(facts: FactBase, filters: Filters, who: str) -> Found:
    """The network of a selection. What the filter says of pairs chooses among them and selects no event: a pair's number stays that of the filter."""
    return _found(stamp(), without_pairs(filters, who), who, facts)


@kept_table
def _found(stamp: str, filters: Filters, who: str, _facts: FactBase) -> Found:
    events = select(all_events(), filters)
    headline, between = network_headline(_facts, events, who), between_sentence(_facts, events, who)
    net, held = network(_facts, events, who), network(_facts, done(events), who)
    return Found(events, net, headline, between, counterparts(held) if who == "organisations" else None, held)


def pair_rows(found: Found, who: str, picture: Callable[[], None]) -> None:
    """Every pair as a row; those of the filter where some are chosen. `picture`: draws the button of the page's figures."""
    links = chosen_links(found.net, state.current_filters(), who)
    st.subheader("All pairs in rows")
    chosen = f", chosen above, of {len(found.net.links)}" if len(links) < len(found.net.links) else ""
    st.caption(
        f"{number_of(len(links), 'pair')}{chosen}. Also those that matrix and graph leave out; the sector with most joint events leads."
    )
    st.caption("Click a row to see only the events of its two, everywhere.")
    alt = f"{number_of(len(links), 'pair')} of {who} in rows with joint events, sectors, first and latest date, titles and how well they are founded."
    pairs = links.assign(pair=links["one"] + "|" + links["other"])
    click, name = partial(pair_chosen, who), state.anew(f"network-rows-{who}")
    rows_table(pairs, _COLUMNS, kind=None, key="pair", name=name, widths=_WIDTHS, alt=alt, chosen=click)
    if who == "organisations":
        downloads("links", len(links), picture=picture)
    else:
        picture()


def pair_chosen(who: str, pair: str) -> None:
    """Narrows to the events of two, their keys joined by a stroke."""
    state.narrow(**pair_filter(who, *pair.split("|")))
