"""The words of the page on sources and method."""

import pandas as pd

METHOD = """
**What is in.** Everything that two base documents say of the two relationships (a slide deck of 7 March 2023 on Essen–Koriyama, a news
article of June 2025 on Düsseldorf in Tokyo), what independent public pages say of the same events, and further dated events that
those pages report.

**What we follow.** The better-founded source: a report over an announcement, a primary source over a rewritten one;
every other word stays beside it as evidence.

**Dates** are as precise as their source and no more.

**Limits.** Most pages were read in
part; a gap in the timeline is a gap in what was read, not in the cooperation. “Announced; outcome not known” means that no report was found.

**An error?** Name the row's key (it stands at the foot of each card) and the document that says otherwise to whoever runs this dashboard; `CONTRIBUTING.md`
says how a row is changed.
"""


def sources_headline(table: pd.DataFrame) -> str:
    """One sentence on what the facts rest on."""
    carrying, copies = int((table["rows"] > 0).sum()), int(table["copy_of"].notna().sum())
    return f"{carrying} documents carry the facts; {copies} of them repeat another in the list and are no second witness"
