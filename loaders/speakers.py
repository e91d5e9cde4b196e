"""From which side a document speaks: that of whoever's words it has."""

import pandas as pd

from loaders.facts import FactBase
from loaders.keeping import derived


@derived
def speaking_sides(facts: FactBase) -> pd.Series:
    """Per `source_id`, the side from which it speaks: `german`, `japanese`, `european` or `international`.

    A copy speaks as what it repeats. What has an issuer speaks from the side of that issuer's own documents (those whose
    `publisher` the issuer is); where there are none, or several issuers are of several sides, from that of the document itself.
    """
    sources = facts.table("sources").set_index("source_id")
    own = sources.groupby("publisher")["side"].agg(set)
    issuers = sources["issuer"].dropna().str.split("; ").explode()
    known = issuers[issuers.isin(own.index)].map(own).explode().groupby(level=0).agg(set)
    one = known[known.map(len) == 1].map(lambda sides: next(iter(sides)))
    roots = pd.Series(sources.index, index=sources.index)
    while (copies := roots.map(sources["copy_of"])).notna().any():
        roots = copies.fillna(roots)
    return roots.map(one.reindex(sources.index).fillna(sources["side"])).astype("str")
