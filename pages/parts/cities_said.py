"""Who says a figure, as Markdown: publisher, day and place in the document, linked where the document has an address."""

from loaders.events.selection import derived
from loaders.facts import FactBase
from loaders.figures import witnesses
from pages.parts.words import linked, md

_MOST = 3


class Said:
    """The sources of figures, by the figure's key."""

    def __init__(self, facts: FactBase):
        self._rows = {key: rows.drop_duplicates("source_id") for key, rows in witnesses(facts).groupby("key", sort=False)}

    def line(self, key: str) -> str:
        """The figure's sources in one line."""
        rows = self._rows[key]
        more = f" and {len(rows) - _MOST} more" if len(rows) > _MOST else ""
        return "; ".join(_source(row) for row in rows.head(_MOST).itertuples()) + more


@derived
def said_of_figures(store) -> Said:
    """The sources of all figures, read once."""
    return Said(store.facts)


def _source(row) -> str:
    return linked(row.brief, row.url) + (f", {md(row.locator)}" if row.locator else "")
