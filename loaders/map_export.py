"""The map's rows as a table and as a download: every place and every journey, with its sources in words."""

import pandas as pd

from loaders.citations import row_citations
from loaders.facts import FactBase

_PLACE = [
    "place", "site_id", "name", "city", "kind", "sector", "events", "titles", "also", "first", "latest",
    "precision", "latitude", "longitude", "confidence", "sources", "witnesses", "primary", "basis", "event_ids", "citations",
]  # fmt: skip
_JOURNEY = ["place", "origin", "venue", "events", "titles", "first", "latest", "resting", "on_map", "event_ids", "citations"]


def place_table(facts: FactBase, sites: pd.DataFrame, cities: pd.DataFrame, without: pd.DataFrame) -> pd.DataFrame:
    """One row is a site, a place without a named site, or (one for all) the events without a place; by city, then number of events.

    Columns: `place` (key), `site_id` (blank where it is no site), `name`, `city`, `kind`, `sector`, `events` (how many), `titles`, `also` (events that only name it),
    `first`, `latest`, `precision` (words), `latitude`, `longitude` (degrees), `confidence` (the mark), `sources` (how many), `witnesses`, `primary`, `basis` (see `loaders.confidence`), `event_ids`, `citations`.
    """
    said = pd.concat([row_citations(facts, name) for name in ("sites", "cities")])
    towns = cities.assign(site_id="", name=cities["name"] + " (no site named)", kind=cities["level"], sector="")
    table = pd.concat([sites, towns], ignore_index=True)
    table["citations"] = table["place"].map(said).astype("str").fillna("")
    table["sector"] = table["sector"].astype("str").fillna("")
    table = table.sort_values(["city", "events", "name"], ascending=[True, False, True])
    return pd.concat([table[_PLACE], _nowhere(without)], ignore_index=True)[_PLACE]


def _nowhere(without: pd.DataFrame) -> pd.DataFrame:
    if without.empty:
        return pd.DataFrame(columns=_PLACE)
    row = {"place": "", "site_id": "", "name": "No place named by any source", "city": "", "kind": "", "sector": "", "events": len(without)}
    row |= {
        "also": "",
        "titles": "; ".join(without["title"]),
        "first": without["date_text"].iloc[0],
        "latest": without["date_text"].iloc[-1],
    }
    return pd.DataFrame(
        [
            row
            | {
                "precision": "no point recorded",
                "confidence": "",
                "sources": 0,
                "basis": "",
                "event_ids": "; ".join(without["event_id"]),
                "citations": "",
            }
        ]
    )


def journey_table(facts: FactBase, journeys: pd.DataFrame) -> pd.DataFrame:
    """One row is a journey: `place` (key), `origin`, `venue`, `events`, `titles`, `first`, `latest`, `resting` (what of the events is thinly founded, in words),
    `on_map` (words), `event_ids`, `citations`."""
    texts = row_citations(facts, "events")
    cited = [" | ".join(dict.fromkeys(texts.get(key, "") for key in keys.split("; "))) for keys in journeys["event_ids"]]
    return journeys.assign(on_map=on_map(journeys), citations=pd.Series(cited, index=journeys.index, dtype="str"))[_JOURNEY]


def on_map(journeys: pd.DataFrame) -> pd.Series:
    """Whether each journey is drawn, in words."""
    return journeys["drawn"].map({True: "yes", False: "no: a point is missing"})
