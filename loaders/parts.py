"""A part of what is taken away: some rows after others, with the sources of exactly these."""

from dataclasses import replace

from loaders.exports import Export, Part
from loaders.facts import FactBase
from loaders.offers import offers, sources_of_rows


def part_of(facts: FactBase, export: Export, *, offset: int, limit: int | None = None) -> Export:
    """The rows after the first `offset`, at most `limit` of them, in the export's order; none where it has no more."""
    end = None if limit is None else offset + limit
    rows = export.rows.iloc[offset:end].reset_index(drop=True)
    sources = sources_of_rows(facts, offers(facts)[export.name], rows)
    return replace(export, rows=rows, cited=lambda: sources, part=Part(offset, limit, len(export)))
