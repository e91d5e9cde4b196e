"""The network in sentences: which two share most events, and who stands between the two sides."""

import pandas as pd

from loaders.events.selection import Selection
from loaders.network import GERMAN, JAPANESE, Network, network
from loaders.network_measures import between
from loaders.network_rows import chosen_links, is_one_chosen, main_nodes
from loaders.timeline_words import NO_EVENT, joined

_MOST_NAMED = 4
_PLURAL = {"organisations": "organisations", "cities": "cities and regions"}  # a prefecture or state is a member too


def network_headline(selection: Selection, who: str) -> str:
    """One sentence: which two of the two sides share most events, or, of those that are chosen, which share most."""
    if not len(selection):
        return NO_EVENT
    links, chosen = chosen_links(selection, who), is_one_chosen(selection.filters, who)
    if not chosen:
        links = _across(network(selection, who).nodes, links)
    if links.empty:
        return f"No event of this selection joins {f'two of the chosen {who}' if chosen else f'{_PLURAL[who]} of the two sides'}"
    first, total = links.iloc[0], len(selection)
    number, names = int(first["events"]), f"{first['one_name']} and {first['other_name']}"
    if chosen:
        return f"{names} share {number if number == total else f'{number} of {total}'} event{'s' * (total > 1)}"
    leading = [f"{row.one_name} and {row.other_name}" for row in links[links["events"] == number].itertuples()]
    if len(leading) > 2:
        return f"No two lead across the two sides: {len(leading)} pairs share {number} of {total} event{'s' * (total > 1)} each"
    return f"{', and '.join(leading)} share most events across the two sides: {number} of {total}{' each' * (len(leading) > 1)}"


def _across(nodes: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    side = nodes.set_index("key")["side"]
    ends = links["one"].map(side), links["other"].map(side)
    return links[ends[0].isin([GERMAN, JAPANESE]) & ends[1].isin([GERMAN, JAPANESE]) & (ends[0] != ends[1])]


def between_sentence(selection: Selection, who: str) -> str:
    """Who stands between most pairs that have no event together; blank where nobody does between more than one, and where one or two are chosen."""
    if is_one_chosen(selection.filters, who):
        return ""
    net = network(selection, who)
    found = net.nodes["key"].map(between(net))
    if found.empty or found.max() < 2:
        return ""
    first = sorted(net.nodes.loc[found == found.max(), "name"])
    if len(first) > _MOST_NAMED:
        return ""
    verb, them = ("stands", "it") if len(first) == 1 else ("stand", "them")
    return (
        f"{joined(first)} {verb} between most pairs of the two sides that have no event together: "
        f"the shortest way from one to the other, from partner to partner, most often leads over {them}"
    )


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


def network_text(selection: Selection, who: str) -> str:
    """The network in words, for those who do not see it."""
    net = network(selection, who)
    tops = "; ".join(f"{row.one_name} and {row.other_name} {row.events}" for row in net.links.head(5).itertuples())
    return (
        f"{network_headline(selection, who)}. {len(net.nodes)} {who}, {len(net.links)} pairs with joint events; most: {tops}. "
        "The same pairs stand in the table below."
    )
