"""Measures and places of a network: who stands between the two sides, in which order, and where each is drawn."""

import numpy as np
import pandas as pd

from loaders.keeping import derived
from loaders.network import GERMAN, JAPANESE, Network, near

_SWEEPS = 8


@derived
def between(net: Network) -> dict[str, float]:
    """Per key, on how many pairs of a German and a Japanese node without a joint event it stands between the two, on a shortest way from one
    to the other by joint events; where there are several such ways, each counts its share.

    This is betweenness between two sets of nodes (U. Brandes, “On variants of shortest-path betweenness centrality and their generic
    computation”, Social Networks 30, 2008, 136–145), not normalised: ways are counted outwards from all German nodes at once, shares inwards.
    """
    keys, side = list(net.nodes["key"]), net.nodes["side"].to_numpy("object")
    joined = (_weights(net, keys) > 0).astype("float64")
    starts, ends = np.flatnonzero(side == GERMAN), (side == JAPANESE).astype("float64")
    ways = np.zeros((len(starts), len(keys)))
    ways[np.arange(len(starts)), starts] = 1
    met, rings = ways > 0, [ways]
    while rings[-1].any():
        rings.append(np.where(met, 0, rings[-1] @ joined))
        met |= rings[-1] > 0
    share, total = np.zeros_like(ways), np.zeros(len(keys))
    for inner, outer in zip(rings[-2:0:-1], rings[:0:-1], strict=False):
        coming = np.divide(share + ends, outer, out=np.zeros_like(outer), where=outer > 0)
        share = inner * (coming @ joined)
        total += share.sum(axis=0)
    return {key: round(float(value), 2) for key, value in zip(keys, total, strict=True)}


def _weights(net: Network, keys: list[str]) -> np.ndarray:
    """How many joint events each two have."""
    place, table = {key: at for at, key in enumerate(keys)}, np.zeros((len(keys), len(keys)))
    for one, others in near(net).items():
        for other, number in others.items():
            table[place[one], place[other]] = number
    return table


@derived
def groups(net: Network) -> dict[str, int]:
    """Per key the number of its community, by modularity with joint events as weights (A. Clauset, M. Newman and C. Moore, 2004).

    The two communities whose union raises modularity most are joined (of equal ones the first by key), until none does.
    """
    keys = sorted(net.nodes["key"])
    found = _communities(keys, _weights(net, keys))
    events = dict(zip(net.nodes["key"], net.nodes["events"], strict=True))
    ordered = sorted(found, key=lambda some: (-sum(events[key] for key in some), min(some)))
    return {key: place for place, some in enumerate(ordered) for key in some}


def _communities(keys: list[str], weights: np.ndarray) -> list[list[str]]:
    found = {place: [key] for place, key in enumerate(keys)}
    if not weights.any():
        return [keys] if keys else []
    share = 1 / (weights.sum() / 2)
    ends = weights.sum(axis=0) * share * 0.5
    apart = 2 * np.outer(ends, ends)
    gain = np.where(weights > 0, share * weights - apart, -np.inf)
    while gain.max() >= 0:
        one, other = np.unravel_index(gain.argmax(), gain.shape)
        found[other] += found.pop(one)
        near_one, near_other = gain[one] > -np.inf, gain[other] > -np.inf
        row = np.where(near_one, gain[one], -2 * ends[one] * ends) + np.where(near_other, gain[other], -2 * ends[other] * ends)
        row[~(near_one | near_other)] = -np.inf
        row[[one, other]] = -np.inf
        gain[other], gain[:, other], gain[one], gain[:, one] = row, row, -np.inf, -np.inf
        ends[other] += ends[one]
    return list(found.values())


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
