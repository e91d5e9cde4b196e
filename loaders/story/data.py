"""The headline of the page on the data."""

from loaders.events.selection import derived
from loaders.facts import FactBase
from loaders.story.findings import Headline
from loaders.text import counted, say

EVIDENCE = "evidence"


@derived
def data_headline(facts: FactBase) -> Headline:
    """How many of all rows say where a fact comes from. What faults hide has no rows."""
    numbers = {name: len(facts.frames.get(name, ())) for name in facts.schema}
    number, every = numbers.get(EVIDENCE, 0), sum(numbers.values())
    if 2 * number > every:
        title = say("More than half of the rows say where a fact comes from: {count} of {all}", count=number, all=every)
    elif number:
        title = say("{count} of {all} rows say where a fact comes from", count=number, all=every)
    else:
        title = counted("{count} row of data", "{count} rows of data", count=every)
    licences = facts.package.get("licenses", ())
    tables = counted("{count} table", "{count} tables", count=len(numbers))
    if not licences:
        return Headline(title, say("{tables}, to take away in full.", tables=tables))
    return Headline(title, say("{tables}, free to use under {licence}.", tables=tables, licence=licences[0]["name"]))
