"""Every kind of card under one function."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from loaders.card import KINDS, Card
from loaders.document_card import document_card
from loaders.event_card import event_card
from loaders.facts import FactBase
from loaders.figure_card import figure_card
from loaders.site_card import site_card
from loaders.store import Store

CARDS: Mapping[str, Callable[[Store, str], Card]] = MappingProxyType(
    {"event": event_card, "site": site_card, "figure": figure_card, "document": document_card}
)


def has_card(facts: FactBase, kind: str, key: str) -> bool:
    """Whether there is such a thing; `kind` is one of CARDS."""
    return any(key in set(facts.table(table)[facts.schema[table].key]) for table, known in KINDS.items() if known == kind)


def card_of(store: Store, kind: str, key: str) -> Card:
    """The card of one thing; `kind` is one of CARDS. KeyError where there is no such thing."""
    return CARDS[kind](store, key)
