"""What the comparison has counted, kept for each selection and pair of sides."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from loaders.compare import (
    Shown,
    by_direction,
    by_sector,
    by_witnesses,
    by_word,
    comparison_table,
    held_with_way,
    often,
    shown_sides,
)
from loaders.compare_findings import confidence_finding, share_finding, way_finding
from loaders.compare_sides import Side
from loaders.compare_words import once_text
from loaders.events.filters import Filters
from loaders.facts import FactBase, stamp
from pages.parts.base import all_events, fact_base, kept_table


class Chart(NamedTuple):
    """One chart of paired bars. `facet`: what a click narrows."""

    name: str
    title: str
    table: pd.DataFrame
    finding: str
    facet: str


def shown_of(filters: Filters, pair: Sequence[Side]) -> tuple[Shown, ...]:
    """Both sides under the filter, selected once; see `loaders.compare.shown_sides`."""
    return _shown(stamp(), filters, tuple(pair))


@kept_table
def _shown(stamp: str, filters: Filters, pair: tuple[Side, ...]) -> tuple[Shown, ...]:
    return shown_sides(all_events(), filters, pair)


def rows_of(filters: Filters, pair: Sequence[Side]) -> pd.DataFrame:
    """The rows of both sides; see `loaders.compare.comparison_table`."""
    return _rows(stamp(), filters, tuple(pair))


@kept_table
def _rows(stamp: str, filters: Filters, pair: tuple[Side, ...]) -> pd.DataFrame:
    return comparison_table(_shown(stamp, filters, pair))


def charts_of(filters: Filters, pair: Sequence[Shown]) -> list[Chart]:
    """The charts of paired bars with what they find, counted once."""
    return _charts(stamp(), filters, tuple(one.side for one in pair))


@kept_table
def _charts(stamp: str, filters: Filters, pair: tuple[Side, ...]) -> list[Chart]:
    return all_charts(fact_base(), _shown(stamp, filters, pair))


def all_charts(facts: FactBase, pair: Sequence[Shown]) -> list[Chart]:
    """The charts of paired bars, in order."""
    sectors, kinds, modes = by_sector(facts, pair), by_word(facts, pair, "kind"), by_word(facts, pair, "mode")
    common, once = often(kinds)
    ways, sources = by_direction(facts, pair), by_witnesses(pair)
    return [
        Chart("sector", "In which sector", sectors, share_finding(sectors, pair), "sector"),
        Chart("kind", "In which form", common, f"{share_finding(kinds, pair)} {once_text(once)}".strip(), "kind"),
        Chart("direction", "Who travelled where", ways, way_finding(ways, pair, [held_with_way(facts, one) for one in pair]), "journey"),
        Chart("mode", "In person or online", modes, share_finding(modes, pair, leave=("unknown",)), "mode"),
        Chart("witnesses", "How many independent sources", sources, confidence_finding(pair), "witnesses"),
    ]
