"""The network in sentences: who bridges the two sides, and what the numbers count."""

import pandas as pd

from loaders.confidence_words import resting_note
from loaders.events import Events
from loaders.facts import FactBase
from loaders.network import GERMAN, JAPANESE, Network, network
from loaders.network_measures import bridging
from loaders.network_rows import main_nodes
from loaders.timeline_words import joined

_MOST_NAMED = 4
_SINGULAR = {"organisations": "organisation", "cities": "city or region"}
_PLURAL = {"organisations": "organisations", "cities": "cities and regions"}  # a prefecture or state is a member too
_IN = {GERMAN: "in Germany", JAPANESE: "in Japan"}


def done(events: Events) -> Events:
    """The held events of the relationships: what was only announced or called off, and context, joins nobody in a headline."""
    some = events
    return some.where(some.rows["status"] == "held")


def network_headline(facts: FactBase, events: Events, who: str) -> str:
    """One sentence: who has held events with most others on the other side, all holders of a tie named."""
    if not len(events):
        return "No event fits this selection"
    some = done(events)
    whose = "" if not len(some) or some.rows["tie"].notna().all() else " of the context"
    table = bridging(network(facts, some, who)) if len(some) else pd.DataFrame()
    table = table[table["side"].isin(_IN)] if len(table) else table
    if table.empty or not table["across"].max():
        return f"No held event{whose} of this selection joins {_PLURAL[who]} of the two sides"
    first = table[table["across"] == table["across"].max()].sort_values("name")
    number = int(first["across"].iloc[0])
    if len(first) == 1:
        row = first.iloc[0]
        other = _IN[JAPANESE if row["side"] == GERMAN else GERMAN]
        return f"{row['name']} bridges the two sides most: it shared held events{whose} with {_things(number, who)} {other}"
    if len(first) > _MOST_NAMED:
        return f"No one leads: {len(first)} {_PLURAL[who]} share held events{whose} with {_things(number, who)} of the other side each"
    return f"{joined(list(first['name']))} bridge the two sides most: each shared held events{whose} with {_things(number, who)} of the other side"


def headline_note(events: Events, who: str) -> str:
    """What the headline counts where matrix and graph count more; blank where they count the same."""
    some = done(events)
    if not len(some) or len(some) == len(events):
        return ""
    of = " of the relationships" if some.rows["tie"].notna().all() else ""
    return (
        f"The headline counts only events{of} that were held, {len(some)} of {len(events)}, and only {who} of opposite sides; "
        f"matrix and graph count the joint events of any two {who} among all {len(events)}."
    )


def between_sentence(facts: FactBase, events: Events, who: str) -> str:
    """Who stands between most pairs that never met directly; blank where nobody does between more than one."""
    some = done(events)
    if not len(some):
        return ""
    table = bridging(network(facts, some, who))
    if table.empty or table["between"].max() < 2:
        return ""
    first = table[table["between"] == table["between"].max()].sort_values("name")
    if len(first) > _MOST_NAMED:
        return ""
    verb = "stands" if len(first) == 1 else "stand"
    return (
        f"{joined(list(first['name']))} {verb} between most pairs of the two sides that had no event together: "
        f"the shortest way from one to the other, from partner to partner, most often leads over {'it' if len(first) == 1 else 'them'}"
    )


def _things(number: int, who: str) -> str:
    return f"{number} {_PLURAL[who]}" if number != 1 else f"1 {_SINGULAR[who]}"


def counts_note(net: Network, events: Events, who: str) -> str:
    """What the numbers of matrix and graph count, and how well it is founded."""
    shared = net.members.groupby("event_id")["key"].size()
    rows = events.rows[events.rows["event_id"].isin(shared.index[shared > 1])]
    other = [
        (int((rows["status"] == "planned").sum()), "only announced"),
        (int((rows["status"] == "cancelled").sum()), "called off"),
        (int(rows["tie"].isna().sum()), "of no relationship (context)"),
    ]
    tail = ", ".join(f"{number} {words}" for number, words in other if number)
    part = (
        "took part, itself or through one of its people in a public role"
        if who == "organisations"
        else "was venue, stop, origin of who travelled, or linked in"
    )
    counted = f"Counted are rows, as in the filter: {len(rows)} of {len(events)} events join two {who} or more" + (
        f" ({tail})" if tail else ""
    )
    return f"{counted}. Joint: each of the two {part}; who is only mentioned does not count. {resting_note(rows)}"


def tied_note(net: Network, most: int, *, letters: bool = True) -> str:
    """What the + beside a number of the matrix of so many means, by the first pair that has one; blank where none has.
    Without `letters`, on a narrow screen, what the colour is then."""
    shown = set(main_nodes(net, most)["key"])
    links = net.links[net.links["one"].isin(shown) & net.links["other"].isin(shown)]
    tied = links[links["sector"].str.contains(" and ", regex=False).astype("bool")]
    if tied.empty:
        return ""
    row = tied.iloc[0]
    sectors = row["sectors"].replace(";", ",")
    if not letters:
        return f"Where more than one sector has most of a pair’s events, as of {row['one_name']} and {row['other_name']} ({sectors}), the colour is of the first by name."
    return (
        f"A + after the letters, as in “{row['events']} {row['sector'][:3].lower()}+” of {row['one_name']} and {row['other_name']}, means that more than one "
        f"sector has most of these events ({sectors}); letters and colour are then of the first by name."
    )


def network_text(headline: str, net: Network, who: str) -> str:
    """The network in words, for those who do not see it."""
    tops = "; ".join(f"{row.one_name} and {row.other_name} {row.events}" for row in net.links.head(5).itertuples())
    return f"{headline}. {len(net.nodes)} {who}, {len(net.links)} pairs with joint events; most: {tops}. The same pairs stand in the table below."
