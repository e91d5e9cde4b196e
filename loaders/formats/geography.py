"""Rows as GeoJSON (RFC 7946): a feature a place, on the point that is recorded for it, or on none."""

import pandas as pd

from loaders.exports import Export, metadata
from loaders.formats.json_rows import with_lines
from loaders.formats.values import plain_rows

OFFERS = ("events", "sites", "places")


def geojson_bytes(export: Export) -> bytes:
    """A feature collection in WGS 84, with `exports.metadata` as the member `metadata`, and a `bbox` where there is any point.

    Of sites and places, one feature is one row. Of events, one feature is one event and one place where it happened (its venue, or
    a stop): an event of several places has several features, with its `event_id` in each; one without a place has one. Their
    properties add `place_role`, `place_id`, `place_name` and `place_precision`. `geometry` is null where no point is recorded.
    """
    features = _event_features(export) if export.name == "events" else _row_features(export)
    head = {"type": "FeatureCollection", "metadata": metadata(export), **_bbox(features)}
    return with_lines(head, "features", features)


def _row_features(export: Export) -> list[dict]:
    return [_feature(row[export.key], row["longitude"], row["latitude"], row) for row in plain_rows(export)]


def _event_features(export: Export) -> list[dict]:
    by_event = dict(iter(export.where().groupby("event_id", sort=False)))
    return [feature for row in plain_rows(export) for feature in _features_of(row, by_event.get(row["event_id"]))]


def _features_of(event: dict, places: pd.DataFrame | None) -> list[dict]:
    if places is None:
        nowhere = {"place_role": None, "place_id": None, "place_name": None, "place_precision": None}
        return [_feature(event["event_id"], None, None, event | nowhere)]
    return [_of_place(event, place) for place in places.itertuples()]


def _of_place(event: dict, place) -> dict:
    said = {"place_role": place.role, "place_id": place.place, "place_name": place.name, "place_precision": place.precision}
    known = pd.notna(place.latitude) and pd.notna(place.longitude)
    return _feature(place.event_place_id, place.longitude if known else None, place.latitude if known else None, event | said)


def _feature(key: str | None, longitude: float | None, latitude: float | None, properties: dict) -> dict:
    known = longitude is not None and latitude is not None
    point = {"type": "Point", "coordinates": [longitude, latitude]} if known else None
    named = {"id": key} if key else {}
    return {"type": "Feature", **named, "geometry": point, "properties": properties}


def _bbox(features: list[dict]) -> dict[str, list[float]]:
    """West, south, east, north of all points; nothing where there is none."""
    points = [feature["geometry"]["coordinates"] for feature in features if feature["geometry"]]
    if not points:
        return {}
    east, north = zip(*points, strict=True)
    return {"bbox": [min(east), min(north), max(east), max(north)]}
