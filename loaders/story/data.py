"""The headline of the page on the data."""

from loaders.checking import UNCITED
from loaders.events.selection import derived
from loaders.facts import FactBase
from loaders.story.findings import Headline
from loaders.text import counted, say


@derived
def data_headline(facts: FactBase) -> Headline:
    """How many facts there are (rows of the tables that are cited), and whether each of them names a source. What faults hide has no rows."""
    cited = {name: rows for name, rows in facts.frames.items() if name not in UNCITED}
    every, words = sum(map(len, cited.values())), facts.frames.get("evidence")
    said = set() if words is None else set(zip(words["table"], words["key"], strict=True))
    named = sum((name, key) in said for name, rows in cited.items() for key in rows[facts.schema[name].key])
    if every and named == every:
        title = counted("The one fact names its source", "Each of {count} facts names a source", count=every)
    elif named:
        title = say("{count} of {all} facts name a source", count=named, all=every)
    else:
        title = counted("{count} fact", "{count} facts", count=every)
    licences = facts.package.get("licenses", ())
    tables = counted("{count} table", "{count} tables", count=len(facts.schema))
    if not licences:
        return Headline(title, say("{tables}, to take away in full.", tables=tables))
    return Headline(title, say("{tables}, free to use under {licence}.", tables=tables, licence=licences[0]["name"]))
