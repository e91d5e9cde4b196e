"""The network in rows: what the matrix, the graph and the table show, and the pairs as they are taken away."""

import pandas as pd

from loaders.citations import row_citations
from loaders.events.filters import Filters
from loaders.events.selection import Selection
from loaders.network import GERMAN, JAPANESE, WHO, Network, network
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


def chosen_links(selection: Selection, who: str = WHO[0]) -> pd.DataFrame:
    """The links that the selection's organisations and partners leave: one end is of the first, the other of the second, any where none is chosen.
    Of cities, those that are chosen two by two."""
    links, filters = network(selection, who).links, selection.filters
    one, other = links["one"], links["other"]
    if who != WHO[0]:
        keys = pd.Series([pair_key(*ends) for ends in zip(one, other, strict=True)], index=links.index, dtype="str")
        return links[keys.isin(filters.pair)] if filters.pair else links
    keep = pd.Series(False, index=links.index)
    for near, far in ((one, other), (other, one)):
        keep |= (near.isin(filters.organisation) | (not filters.organisation)) & (far.isin(filters.partner) | (not filters.partner))
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
    first = main_nodes(net, most)
    group = groups(net)
    blocks = {GERMAN: GERMAN, JAPANESE: JAPANESE}
    names = first["side"].map(blocks).fillna(NEITHER)
    order = first.assign(
        group_name=names, side_at=names.map([GERMAN, JAPANESE, NEITHER].index), group=first["key"].map(group), at=range(len(first))
    )
    return order.sort_values(["side_at", "group", "at"], ignore_index=True).drop(columns="at")


def main_nodes(net: Network, most: int) -> pd.DataFrame:
    """The nodes with most joint events, counted once for each partner; those without a partner never."""
    weight = pd.concat([net.links.groupby("one")["events"].sum(), net.links.groupby("other")["events"].sum()]).groupby(level=0).sum()
    table = net.nodes[net.nodes["partners"] > 0]
    table = table.assign(weight=table["key"].map(weight)).sort_values(["weight", "events", "name"], ascending=[False, False, True])
    return table.head(most).reset_index(drop=True)


def cells(net: Network, order: pd.DataFrame) -> pd.DataFrame:
    """One row is one cell of the matrix: a link with `row` and `column` (places in `order`, the row below), and `short` (its sector in three letters)."""
    place = {key: at for at, key in enumerate(order["key"])}
    some = net.links[net.links["one"].isin(place) & net.links["other"].isin(place)]
    ends = pd.DataFrame({"a": some["one"].map(place), "b": some["other"].map(place)})
    short = some["sector"].map(lambda name: "+".join(part[:_SHORT] for part in name.split(" and ")[:1]) + "+" * (" and " in name))
    return some.assign(row=ends.max(axis="columns"), column=ends.min(axis="columns"), short=short)


def drawn(net: Network, a_column: int) -> tuple[Network, int]:
    """The part of the network that the graph draws: in each column the nodes with most joint events, and of their links those with at
    least so many events (the second value) that no more than MOST_LINKS are left."""
    main = main_nodes(net, len(net.nodes))
    main = main[main.groupby(main["side"].map(column_of)).cumcount() < a_column]
    links = net.links[net.links["one"].isin(main["key"]) & net.links["other"].isin(main["key"])]
    least = 1
    while (links["events"] >= least).sum() > MOST_LINKS:
        least += 1
    links = links[links["events"] >= least]
    joined = set(links["one"]) | set(links["other"])
    return Network(main[main["key"].isin(joined)].reset_index(drop=True), links, net.members), least
