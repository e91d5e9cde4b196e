"""Who says a figure, as Markdown: publisher, day and place in the document, linked where the document has an address."""

from loaders.events.selection import derived
from loaders.facts import FactBase
from loaders.figures import witnesses
from pages.parts.words import linked, md

_MOST = 3


class Said:
    """The sources of figures, by the figure's key."""

    def __init__(self, facts: FactBase):
        self._sources: dict[str, dict[str, str]] = {}
        for row in witnesses(facts).itertuples():
            self._sources.setdefault(row.key, {}).setdefault(row.source_id, _source(row))

    def line(self, key: str) -> str:
        """The figure's sources in one line."""
        sources = list(self._sources[key].values())
        return "; ".join(sources[:_MOST]) + (f" and {len(sources) - _MOST} more" if len(sources) > _MOST else "")


@derived
def said_of_figures(store) -> Said:
    """The sources of all figures, read once."""
    return Said(store.facts)


def _source(row) -> str:
    return linked(row.brief, row.url) + (f", {md(row.locator)}" if row.locator else "")
