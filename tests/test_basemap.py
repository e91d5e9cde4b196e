"""The map's ground: valid GeoJSON, cut where the world ends, with what a reader steers by, and small."""

import itertools

import pytest

from loaders.basemap import GROUND, REGIONS, ground, ground_files, ground_paths

LARGEST_BYTES = 600_000


@pytest.fixture(scope="module")
def regions():
    return ground()


def rings(feature):
    return [ring for polygon in feature["geometry"]["coordinates"] for ring in polygon]


def lines(feature):
    return rings(feature) if feature["geometry"]["type"] == "MultiPolygon" else feature["geometry"]["coordinates"]


def of_kind(features, kind):
    (found,) = [feature for feature in features if feature["properties"]["kind"] == kind]
    return found


def holds(feature, longitude, latitude):
    """Whether a point lies on the surface: inside an odd number of its rings."""
    crossed = 0
    for ring in rings(feature):
        for (x0, y0), (x1, y1) in itertools.pairwise(ring):
            crossed += (y0 > latitude) != (y1 > latitude) and longitude < (x1 - x0) * (latitude - y0) / (y1 - y0) + x0
    return crossed % 2 == 1


def area(ring):
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in itertools.pairwise(ring)) / 2


@pytest.mark.parametrize("name", REGIONS)
def test_rings_are_closed_and_run_as_rfc_7946_says(name, regions):
    for feature in regions[name]:
        assert feature["type"] == "Feature"
        if feature["geometry"]["type"] == "MultiPolygon":
            for outer, *holes in feature["geometry"]["coordinates"]:
                assert outer[0] == outer[-1] and len(outer) >= 4 and area(outer) > 0
                assert all(hole[0] == hole[-1] and area(hole) < 0 for hole in holes)


@pytest.mark.parametrize("name", REGIONS)
def test_nothing_reaches_over_the_edge_of_the_world_or_smears_across_it(name, regions):
    for feature in regions[name]:
        for line in lines(feature):
            assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in line)
            assert all(abs(x0 - x1) < 30 for (x0, _), (x1, _) in itertools.pairwise(line))


@pytest.mark.parametrize("place", [(7.0, 51.4), (140.3, 37.4), (60.0, 55.0), (-100.0, 40.0), (178.0, 66.5), (-171.0, 66.0)])
def test_the_worlds_land_holds_germany_japan_asia_america_and_both_ends_of_russia(place, regions):
    assert holds(of_kind(regions["world"], "land"), *place)


@pytest.mark.parametrize("place", [(-30.0, 45.0), (150.0, 35.0), (51.0, 41.5)])
def test_the_worlds_land_holds_neither_ocean_nor_the_caspian_sea(place, regions):
    assert not holds(of_kind(regions["world"], "land"), *place)


@pytest.mark.parametrize(
    "name, place", [("europe", (6.78, 51.22)), ("europe", (4.9, 52.3)), ("japan", (140.36, 37.40)), ("japan", (139.69, 35.69))]
)
def test_the_regions_in_detail_hold_their_cities(name, place, regions):
    assert holds(of_kind(regions[name], "land"), *place)


def test_tokyo_bay_and_the_north_sea_are_water(regions):
    assert not holds(of_kind(regions["japan"], "land"), 139.9, 35.5)
    assert not holds(of_kind(regions["europe"], "land"), 4.0, 54.0)


def test_the_rhine_flows_past_duesseldorf(regions):
    near = [point for line in lines(of_kind(regions["europe"], "river")) for point in line if abs(point[1] - 51.2) < 0.3]
    assert min(abs(longitude - 6.77) for longitude, _ in near) < 0.1


def test_lake_constance_and_the_states_and_prefectures_are_there(regions):
    assert holds(of_kind(regions["europe"], "lake"), 9.4, 47.62)
    assert len(lines(of_kind(regions["europe"], "inner border"))) >= 16
    assert len(lines(of_kind(regions["japan"], "inner border"))) >= 46


def test_other_bytes_have_another_address_and_the_same_bytes_the_same():
    files = ground_files()
    changed = ground_paths({**files, "japan": files["japan"] + b"\n"})
    assert {region for region, path in ground_paths(files).items() if path != changed[region]} == {"japan"}
    assert len(set(changed.values())) == len(REGIONS)


def test_the_ground_is_small():
    assert sum(path.stat().st_size for path in GROUND.glob("*.geojson")) < LARGEST_BYTES
