"""Measures and places of a network: who stands between the two sides, in which order, and where each is drawn."""

import networkx as nx
import pandas as pd

from loaders.keeping import derived
from loaders.network import GERMAN, JAPANESE, Network, near

_SWEEPS = 8


@derived
def _graph(net: Network) -> nx.Graph:
    """The network as networkx has it: nodes in the order of `net.nodes`, edges with `events`."""
    made = nx.Graph()
    made.add_nodes_from(net.nodes["key"])
    made.add_weighted_edges_from(zip(net.links["one"], net.links["other"], net.links["events"], strict=True), weight="events")
    return made


@derived
def between(net: Network) -> dict[str, float]:
    """Per key, on how many pairs of a German and a Japanese node without a joint event it stands between the two, on a shortest way from one
    to the other by joint events; where there are several such ways, each counts its share.

    This is betweenness between two sets of nodes (U. Brandes, “On variants of shortest-path betweenness centrality and their generic
    computation”, Social Networks 30, 2008, 136–145), not normalised.
    """
    sides = {country: list(net.nodes.loc[net.nodes["side"] == country, "key"]) for country in (GERMAN, JAPANESE)}
    found = nx.betweenness_centrality_subset(_graph(net), sources=sides[GERMAN], targets=sides[JAPANESE], normalized=False)
    # networkx halves for undirected graphs, where each pair would be met from both ends; these are met from one.
    return {key: round(2 * value, 2) for key, value in found.items()}


@derived
def groups(net: Network) -> dict[str, int]:
    """Per key the number of its community, by modularity with joint events as weights (A. Clauset, M. Newman and C. Moore, 2004)."""
    made = _graph(net)
    if not made.number_of_edges():
        return dict.fromkeys(net.nodes["key"], 0)
    found = nx.community.greedy_modularity_communities(made, weight="events")
    weight = dict(zip(net.nodes["key"], net.nodes["events"], strict=True))
    ordered = sorted(found, key=lambda keys: (-sum(weight[key] for key in keys), min(keys)))
    return {key: place for place, keys in enumerate(ordered) for key in keys}


def column_of(side: str) -> int:
    """The column in which a side is drawn: Germany left, Japan right, all others between."""
    return {GERMAN: 0, JAPANESE: 2}.get(side, 1)


def placed(net: Network) -> pd.DataFrame:
    """One row is one node, as in `net.nodes`, with `column` (0 to 2) and `y` from -1 to 1: the same for the same network, always.

    Within each column the nodes stand in the order of their partners' middle (K. Sugiyama and others, 1981).
    """
    column = [column_of(side) for side in net.nodes["side"]]
    order: dict[int, list[str]] = {}
    for key, at in sorted(zip(net.nodes["key"], column, strict=True), key=lambda pair: pair[1]):
        order.setdefault(at, []).append(key)
    for _ in range(_SWEEPS):
        for at in order:
            order[at] = _settled(near(net), order, at)
    rank = {key: (place + 0.5) / len(keys) * 2 - 1 for keys in order.values() for place, key in enumerate(keys)}
    return net.nodes.assign(column=column, y=[rank[key] for key in net.nodes["key"]])


def _settled(partners: dict[str, dict[str, int]], order: dict[int, list[str]], column: int) -> list[str]:
    """The column's keys in the order of the middle of their partners in the other columns."""
    at = {key: (place + 0.5) / len(keys) for keys in order.values() for place, key in enumerate(keys)}
    own = set(order[column])

    def middle(key: str) -> float:
        others = [(at[other], number) for other, number in partners[key].items() if other not in own]
        total = sum(weight for _, weight in others)
        return sum(place * weight for place, weight in others) / total if total else at[key]

    return sorted(order[column], key=lambda key: (round(middle(key), 6), key))
