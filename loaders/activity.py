"""What happened how often, by lane and year."""

import numpy as np
import pandas as pd

from loaders.events.selection import Selection, derived
from loaders.marks import by


@derived
def lane_years(selection: Selection, lanes: str) -> pd.DataFrame:
    """One row is one lane and year with events, the largest lane first: `code` and `lane` (its name), `colour` (of a sector), `year`,
    the columns of `marks.by`, and `total` (all events of the lane, the undated too). `lanes`: the facet that the lanes are of."""
    totals, names = selection.by(lanes), selection.store.names()[lanes]
    colours = selection.facts.table("sectors").set_index("sector_id")["colour"].to_dict() if lanes == "sector" else {}
    place = {code: place for place, code in enumerate(sorted(totals, key=lambda code: (-totals[code], names[code])))}
    table = by(selection, lanes, "year").rename(columns={lanes: "code"})
    table = table.iloc[np.argsort([place[code] for code in table["code"]], kind="stable")].reset_index(drop=True)
    codes = list(table["code"])
    known = {
        "lane": [names[code] for code in codes],
        "colour": [colours.get(code) for code in codes],
        "total": [totals[code] for code in codes],
    }
    return table.assign(**known)
