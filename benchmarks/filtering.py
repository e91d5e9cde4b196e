"""How much faster the filter is than a plain loop over the rows, on the facts and on the facts a hundred times over.

    python -m benchmarks.filtering

Prints ratios of medians (loop / ours); only ratios carry over to another machine.
"""

import statistics
import time
from collections.abc import Callable
from types import MappingProxyType

import pandas as pd

import loaders
from loaders.events.filters import Filters, mask

ROUNDS = 9
FILTERS = Filters(years=(2017, 2020), sector=("energy", "healthcare"), tie=("essen-koriyama",))


def repeated(events: loaders.Events, times: int) -> loaders.Events:
    """The same events `times` over, each copy under keys of its own."""

    def grown(table: pd.DataFrame) -> pd.DataFrame:
        return pd.concat([table.assign(event_id=table["event_id"] + f".{copy}") for copy in range(times)], ignore_index=True)

    links = {facet: grown(table) for facet, table in events.links.items()}
    return loaders.Events(grown(events.rows), grown(events.spans), MappingProxyType(links))


def loop(events: loaders.Events, filters: Filters) -> list[bool]:
    """The same selection as a person would first write it, row by row."""
    first, last = (pd.Timestamp(f"{year}-{day}") for year, day in zip(filters.years, ("01-01", "12-31"), strict=True))
    kept = []
    for row in events.rows.itertuples():
        begins = pd.isna(row.start) or row.start <= last
        ends = pd.isna(row.end) or row.end >= first
        kept.append(begins and ends and row.sector_id in filters.sector and row.tie_id in filters.tie)
    return kept


def median_seconds(work: Callable[[], object]) -> float:
    """The median of several runs, in seconds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Prints one line for each size."""
    events = loaders.events(loaders.facts())
    for times in (1, 100):
        grown = repeated(events, times)
        if list(mask(grown, FILTERS)) != loop(grown, FILTERS):
            raise SystemExit("the two selections differ: the benchmark compares unlike things")
        ratio = median_seconds(lambda grown=grown: loop(grown, FILTERS)) / median_seconds(lambda grown=grown: mask(grown, FILTERS))
        print(f"{len(grown)} events: loop / filter = {ratio:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
