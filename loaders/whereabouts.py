"""Where events happened: each event's places, with the point that is recorded for them."""

import pandas as pd

from loaders.atlas import HAPPENED, point_texts
from loaders.confidence import founded
from loaders.exports import PLACED
from loaders.facts import FactBase
from loaders.views import places

_POINT = ["latitude", "longitude", "coordinate_precision", "approximate", "level"]


def whereabouts(facts: FactBase, event_ids: pd.Series) -> pd.DataFrame:
    """One row is a place where one of these events happened: its venue, or a stop on the way.

    Columns: `event_place_id`, `event_id`, `role`, `place` (key of the site, or of the city where no site is named), `name`,
    `precision` (how far to trust the point, in words), `inferred` (that it was there is worked out, and said by no source), `latitude`, `longitude` (degrees). A site whose point nobody recorded
    has none: its city's point would pin it to where it is not.
    """
    named = places(facts)
    named = named[named["event_id"].isin(event_ids) & named["role"].isin(HAPPENED)]
    named = named.assign(place=named["site_id"].fillna(named["city_id"]), name=(named["site"] + ", ").fillna("") + named["city"])
    placed = named.join(_points(facts), on="place")
    inferred = founded(facts, "event_places", placed["event_place_id"])["basis"] == "inferred"
    return placed.assign(precision=point_texts(placed), inferred=inferred)[PLACED].reset_index(drop=True)


def _points(facts: FactBase) -> pd.DataFrame:
    """One row is a site or a city, by its key."""
    sites = facts.table("sites").set_index("site_id").assign(level="site")
    cities = facts.table("cities").set_index("city_id").assign(coordinate_precision="city", approximate=False)
    return pd.concat([sites[_POINT], cities[_POINT]])
