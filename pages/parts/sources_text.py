"""The words of the page on sources and method."""

from loaders.datetext import date_text
from loaders.documents import telling_documents
from loaders.events.selection import Selection, derived
from loaders.facts import FactBase
from pages.parts.words import md, number_of

_METHOD = """
On this page: [documents](#documents) · [printed wrongly](#printed-wrongly) · [where sources disagree](#where-sources-disagree) · [figures that differ](#figures-that-differ) · [looked for](#looked-for)

**What is in.** Everything that two base documents say of the relationships (a slide deck of 7 March 2023 on Essen–Koriyama, a news
article of June 2025 on Düsseldorf in Tokyo), what independent public pages say of the same events, and further dated events that
those pages report. Figures of cities beyond the deck’s, coordinates of sites and lists of partner cities come from reference tables, each row with its own source.
Data as of {as_of}.

**What we follow.** The better-founded source: a report over an announcement, a primary source over a rewritten one; for figures that are compared, the series that has several of the cities. Every figure that differs stays beside it;
every other word stays beside it as evidence. A reprint or copy is no second witness.

**Dates** are as precise as their source and no more.

**Limits.** Most pages were read in
part; a gap in the timeline may be a gap in what was read; it need not be one in the cooperation. “Announced; outcome not known” means that no report of it as held was found.
Where a source gave no place for a word, its card says “place not recorded”.

**An error?** Name the row’s key (it stands at the foot of each card) and the document that says otherwise to whoever runs this dashboard; `CONTRIBUTING.md`
says how a row is changed.
"""


def method(facts: FactBase) -> str:
    """Inclusion rule, what is followed, limits, and how to report an error."""
    return _METHOD.format(as_of=md(date_text(facts.as_of)))


@derived
def sources_headline(shown: Selection, listed: int) -> str:
    """One sentence on which documents tell of the selection; `listed`: how many the filter leaves."""
    table = telling_documents(shown)
    if not listed or table["events"].isna().all():
        return f"{number_of(listed, 'document')} say what is shown here" if listed else "No source fits this selection"
    chosen = shown.filters.source
    table = table[(table["events"] > 0) & (table["source_id"].isin(chosen) | (not chosen))]
    if table.empty:
        return f"No event fits this selection; {number_of(listed, 'document')} {'do' if listed > 1 else 'does'}"
    number, first = len(table), table.iloc[0]
    told = f"{number_of(number, 'document')} {'tell' if number > 1 else 'tells'} of {number_of(len(shown), 'event')}"
    if number == 1:
        return f"{told}: {first['publisher']}, {first['title']}"
    if table["events"].iloc[1] == first["events"]:
        return f"{told}; none tells of more than {first['events']}"
    return f"{told}; one by {first['publisher']} tells most: {first['events']}"
