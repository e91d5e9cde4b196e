"""GeoJSON, read by geojson-pydantic and compared with the files."""

import json
from collections import Counter

import pytest
from geojson_pydantic import FeatureCollection
from selections import read

from loaders.events.filters import Filters
from loaders.formats.geography import geojson_bytes


def opened(export):
    """The features, valid by RFC 7946, as plain objects."""
    data = json.loads(geojson_bytes(export))
    FeatureCollection.model_validate(data)
    assert "crs" not in data
    return data


def test_a_site_is_a_feature_with_longitude_before_latitude(exported):
    features = {feature["id"]: feature for feature in opened(exported("sites"))["features"]}
    assert features["messe-essen"]["geometry"] == {"type": "Point", "coordinates": [6.9963, 51.428]}
    assert features["messe-essen"]["properties"]["coordinate_precision"] == "district"
    assert len(features) == 51


def test_a_site_without_a_recorded_point_has_no_geometry(exported):
    without = {feature["id"] for feature in opened(exported("sites"))["features"] if feature["geometry"] is None}
    assert without == {row["site_id"] for row in read("sites") if not row["latitude"]}
    assert "tonhalle" in without


def test_the_box_holds_all_sites_and_no_more(exported):
    points = [(float(row["longitude"]), float(row["latitude"])) for row in read("sites") if row["latitude"]]
    east, north = zip(*points, strict=True)
    assert opened(exported("sites"))["bbox"] == [min(east), min(north), max(east), max(north)]


def test_there_is_no_box_where_there_is_no_point(exported):
    data = opened(exported("sites", Filters(text="zzz")))
    assert data["features"] == [] and "bbox" not in data


def test_an_event_has_a_feature_for_each_place_where_it_happened(exported):
    features = opened(exported("events", Filters(background=True)))["features"]
    expected = Counter(row["event_id"] for row in read("event_places") if row["role"] in ("venue", "stop"))
    expected |= Counter(row["event_id"] for row in read("events"))
    assert Counter(feature["properties"]["event_id"] for feature in features) == expected
    assert len({feature["id"] for feature in features}) == len(features)


def test_an_event_is_on_its_site_or_on_its_city_and_says_how_exact_that_is(exported):
    features = {feature["id"]: feature for feature in opened(exported("events", Filters(background=True)))["features"]}
    memorandum = features["essen-koriyama-mou-2017.koriyama.venue"]
    assert memorandum["geometry"]["coordinates"][1] == 37.4006
    assert memorandum["properties"]["place_precision"] == "somewhere in the city"
    opening = features["frea-opening.koriyama.frea.venue"]
    assert opening["geometry"]["coordinates"] == [140.3102, 37.4497]
    assert opening["properties"]["place_precision"] == "within about 1 km, point approximate"
    assert features["essen-delegation-japan-2017.tokyo.stop"]["properties"]["place_precision"] == "one point for the whole metropolis"
    concert = features["chiba-youth-orchestra-tonhalle-2009.duesseldorf.tonhalle.venue"]
    assert (concert["geometry"], concert["properties"]["place_precision"]) == (None, "no point recorded")


def test_nobody_is_placed_where_people_only_came_from(exported):
    ids = {feature["id"] for feature in opened(exported("events"))["features"]}
    assert not any(key.endswith((".origin", ".compared", ".announced", ".connected", ".concerned")) for key in ids)


@pytest.mark.parametrize("name", ["events", "sites", "places"])
def test_what_a_feature_says_is_the_row(exported, name):
    export = exported(name, Filters(city=("koriyama",)))
    data = opened(export)
    keys = {feature["properties"][export.key] or "" for feature in data["features"]}
    assert keys == set(export.rows[export.key])
    assert all(set(export.rows) <= set(feature["properties"]) for feature in data["features"])
    assert data["metadata"]["rows"] == len(export)
    assert data["metadata"]["parameters"] == {"city": ["koriyama"]}
