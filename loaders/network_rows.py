"""The network in rows: what the matrix, the graph and the table show, and the pairs as they are taken away."""

import pandas as pd

from loaders.citations import row_citations
from loaders.events.filters import Filters
from loaders.events.selection import Selection, derived
from loaders.network import GERMAN, JAPANESE, WHO, Network, links_of, near, network, nodes_of
from loaders.network_measures import column_of, groups
from loaders.views import pair_key

MOST_LINKS = 60
NEITHER = "Neither or not recorded"
_SHORT = 3  # letters of a sector that stand beside a number
_COLUMNS = [
    "one", "other", "one_name", "other_name", "events", "sectors", "titles", "first", "latest", "event_ids", "citations",
]  # fmt: skip


def link_rows(selection: Selection) -> pd.DataFrame:
    """One row is two organisations and the events that they share: `one`, `other` (keys), `one_name`, `other_name`, `events`, `sectors`, `titles`, `first`,
    `latest`, `event_ids`, `citations`. The selection's organisation and partner select the pairs (see `chosen_links`)."""
    links = chosen_links(selection)
    texts = row_citations(selection.facts, "events")
    cited = [" | ".join(dict.fromkeys(texts.get(key, "") for key in keys.split("; "))) for keys in links["event_ids"]]
    return links.assign(citations=pd.Series(cited, index=links.index, dtype="str"))[_COLUMNS]


def is_one_chosen(filters: Filters, who: str) -> bool:
    """Whether the filter names one or two whose joint events it asks for."""
    return bool(filters.organisation or filters.partner) if who == WHO[0] else bool(filters.pair)


def is_pair_chosen(filters: Filters, who: str) -> bool:
    """Whether the filter says whose joint events with whom it asks for."""
    return bool(filters.organisation and filters.partner) if who == WHO[0] else bool(filters.pair)


@derived
def chosen_links(selection: Selection, who: str = WHO[0]) -> pd.DataFrame:
    """The links that the selection's organisations and partners leave: one end is of the first, the other of the second, any where none is chosen.
    Of cities, those that are chosen two by two."""
    links, filters = network(selection, who).links, selection.filters
    if not is_one_chosen(filters, who):
        return links
    one, other = links["one"], links["other"]
    if who != WHO[0]:
        keys = pd.Series([pair_key(*ends) for ends in zip(one, other, strict=True)], index=links.index, dtype="str")
        return links[keys.isin(filters.pair)]
    keep = pd.Series(False, index=links.index)
    for first, second in ((one, other), (other, one)):
        keep |= (first.isin(filters.organisation) | (not filters.organisation)) & (second.isin(filters.partner) | (not filters.partner))
    return links[keep]


def chosen_keys(selection: Selection, who: str) -> list[str]:
    """The pairs that the selection chooses two by two, each as `one|other`; none where it chooses no two."""
    if not is_pair_chosen(selection.filters, who):
        return []
    links = chosen_links(selection, who)
    return list(links["one"] + "|" + links["other"])


def matrix_order(net: Network, most: int) -> pd.DataFrame:
    """The nodes of the matrix, at most so many, in the order in which they stand: by side, Germany first and Japan next,
    within a side by community, then by number of events."""
    group, blocks = groups(net), (GERMAN, JAPANESE, NEITHER)
    named = [(node, node.side if node.side in blocks else NEITHER) for node in main_nodes(net)[:most]]
    named.sort(key=lambda pair: (blocks.index(pair[1]), group[pair[0].key]))
    return pd.DataFrame([(*node, name) for node, name in named], columns=[*net.nodes.columns, "group_name"])


@derived
def main_nodes(net: Network) -> list:
    """The rows of the nodes, those with most joint events first, counted once for each partner; those without a partner never."""
    weight = {key: sum(partners.values()) for key, partners in near(net).items()}
    return sorted((node for node in nodes_of(net) if node.partners), key=lambda node: (-weight[node.key], -node.events, node.name))


def cells(net: Network, order: pd.DataFrame) -> pd.DataFrame:
    """One row is one cell of the matrix: a link with `row` and `column` (places in `order`, the row below), and `short` (its sector in three letters)."""
    place = {key: at for at, key in enumerate(order["key"])}
    ends = [(place.get(one, -1), place.get(other, -1)) for one, other in zip(net.links["one"], net.links["other"], strict=True)]
    inside = [at for at, pair in enumerate(ends) if min(pair) >= 0]
    some = net.links.iloc[inside]
    short = [name.split(" and ")[0][:_SHORT] + "+" * (" and " in name) for name in some["sector"]]
    return some.assign(row=[max(ends[at]) for at in inside], column=[min(ends[at]) for at in inside], short=pd.array(short, dtype="str"))


@derived
def drawn(net: Network, a_column: int) -> tuple[Network, int]:
    """The part of the network that the graph draws: in each column the nodes with most joint events, and of their links those with at
    least so many events (the second value) that no more than MOST_LINKS are left."""
    columns: dict[int, list] = {0: [], 1: [], 2: []}
    for node in main_nodes(net):
        columns[column_of(node.side)].append(node)
    main = {node.key for some in columns.values() for node in some[:a_column]}
    numbers = [(at, link) for at, link in enumerate(links_of(net)) if link.one in main and link.other in main]
    least = 1
    while sum(link.events >= least for _, link in numbers) > MOST_LINKS:
        least += 1
    numbers = [(at, link) for at, link in numbers if link.events >= least]
    joined = {key for _, link in numbers for key in (link.one, link.other)}
    nodes = pd.DataFrame([node for node in main_nodes(net) if node.key in main & joined], columns=net.nodes.columns)
    return Network(nodes, net.links.iloc[[at for at, _ in numbers]], net.members), least
