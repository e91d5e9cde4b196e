"""The network in sentences: which two share most events, and who stands between the two sides."""

from loaders.events.selection import Selection, derived
from loaders.network import GERMAN, JAPANESE, Network, links_of, network, nodes_of
from loaders.network_measures import between
from loaders.network_rows import chosen_links, is_one_chosen, main_nodes
from loaders.timeline_words import NO_EVENT, joined

_MOST_NAMED = 4
_PLURAL = {"organisations": "organisations", "cities": "cities and regions"}  # a prefecture or state is a member too


@derived
def network_headline(selection: Selection, who: str) -> str:
    """One sentence: which two of the two sides share most events, or, of those that are chosen, which share most."""
    if not len(selection):
        return NO_EVENT
    chosen = is_one_chosen(selection.filters, who)
    links = list(chosen_links(selection, who).itertuples()) if chosen else _across(network(selection, who))
    if not links:
        return f"No event of this selection joins {f'two of the chosen {who}' if chosen else f'{_PLURAL[who]} of the two sides'}"
    number, total = links[0].events, len(selection)
    leading = [f"{row.one_name} and {row.other_name}" for row in links if row.events == number]
    if chosen:
        return f"{leading[0]} share {number if number == total else f'{number} of {total}'} event{'s' * (total > 1)}"
    if len(leading) > 2:
        return f"No two lead across the two sides: {len(leading)} pairs share {number} of {total} event{'s' * (total > 1)} each"
    return f"{', and '.join(leading)} share most events across the two sides: {number} of {total}{' each' * (len(leading) > 1)}"


def _across(net: Network) -> list:
    """The links between Germany and Japan."""
    side = {node.key: node.side for node in nodes_of(net)}
    return [link for link in links_of(net) if {side[link.one], side[link.other]} == {GERMAN, JAPANESE}]


@derived
def between_sentence(selection: Selection, who: str) -> str:
    """Who stands between most pairs that have no event together; blank where nobody does between more than one, and where one or two are chosen."""
    if is_one_chosen(selection.filters, who):
        return ""
    net = network(selection, who)
    found = between(net)
    most = max(found.values(), default=0)
    if most < 2:
        return ""
    first = sorted(node.name for node in nodes_of(net) if found[node.key] == most)
    if len(first) > _MOST_NAMED:
        return ""
    verb, them = ("stands", "it") if len(first) == 1 else ("stand", "them")
    return (
        f"{joined(first)} {verb} between most pairs of the two sides that have no event together: "
        f"the shortest way from one to the other, from partner to partner, most often leads over {them}"
    )


@derived
def tied_note(net: Network, most: int, *, letters: bool = True) -> str:
    """What the + beside a number of the matrix of so many means, by the first pair that has one; blank where none has.
    Without `letters`, on a narrow screen, what the colour is then."""
    shown = {node.key for node in main_nodes(net)[:most]}
    row = next((link for link in links_of(net) if link.one in shown and link.other in shown and " and " in link.sector), None)
    if row is None:
        return ""
    sectors = row.sectors.replace(";", ",")
    if not letters:
        return f"Where more than one sector has most of a pair’s events, as of {row.one_name} and {row.other_name} ({sectors}), the colour is of the first by name."
    return (
        f"A + after the letters, as in “{row.events} {row.sector[:3].lower()}+” of {row.one_name} and {row.other_name}, means that more than one "
        f"sector has most of these events ({sectors}); letters and colour are then of the first by name."
    )


@derived
def network_text(selection: Selection, who: str) -> str:
    """The network in words, for those who do not see it."""
    net = network(selection, who)
    tops = "; ".join(f"{row.one_name} and {row.other_name} {row.events}" for row in links_of(net)[:5])
    return (
        f"{network_headline(selection, who)}. {len(net.nodes)} {who}, {len(net.links)} pairs with joint events; most: {tops}. "
        "The same pairs stand in the table below."
    )
