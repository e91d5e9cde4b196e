"""The rows of any table that a selection leaves: the filter's rule, and its text in all that is seen of a row."""

from collections.abc import Callable
from dataclasses import replace

from loaders.events import Events
from loaders.events.filters import Filters
from loaders.events.narrowing import NARROWING, OF_EVENT, RULES, is_made, narrowed
from loaders.facts import FactBase
from loaders.folding import holds_all
from loaders.readable import Readable


def selected(facts: FactBase, events: Callable[[], Events], whole: Readable, filters: Filters) -> Readable:
    """What the filters leave of a table in words. `events`: gives all of them, and is called only where the rule asks for them.

    Raises FaultyData where a table that it needs has faults.
    """
    name = whole.table.name
    keep = narrowed(facts, events() if _asks_events(name, filters) else None, name, filters)
    if filters.text:
        keep &= holds_all(whole.search, filters.text)
    return replace(whole, rows=whole.rows[keep], search=whole.search[keep])


def _asks_events(name: str, filters: Filters) -> bool:
    """Whether the table is narrowed by something other than its own columns; a site also stands by the events that name it."""
    rule = RULES[name]
    if name == "sites" or rule == OF_EVENT:
        return True
    return any(is_made(filters, choice) and choice not in rule.own and not rule.ignores(choice) for choice in NARROWING)
