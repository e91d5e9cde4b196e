"""The map's ground: land, borders, rivers and lakes, read from `data/basemap/`, and the addresses at which browsers find it."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

GROUND = Path(__file__).resolve().parent.parent / "data" / "basemap"
REGIONS = ("world", "europe", "japan")
_SHORT = 12


def ground_files(folder: Path = GROUND) -> dict[str, bytes]:
    """Per region, its file of GeoJSON, the world first and what is more exact after it."""
    return {region: (folder / f"{region}.geojson").read_bytes() for region in REGIONS}


def ground(folder: Path = GROUND) -> dict[str, list[dict]]:
    """Per region, its GeoJSON features in the order in which they are drawn: `kind` is sea, land, lake, river or a border."""
    return {region: json.loads(content)["features"] for region, content in ground_files(folder).items()}


def ground_boxes(files: Mapping[str, bytes]) -> dict[str, tuple[float, float, float, float] | None]:
    """Per region, west, south, east and north of the box for which it is complete (its sea); none for the world."""
    found = {}
    for region, content in files.items():
        seas = [feature["geometry"] for feature in json.loads(content)["features"] if feature["properties"]["kind"] == "sea"]
        points = [point for sea in seas for polygon in sea["coordinates"] for ring in polygon for point in ring]
        longitudes, latitudes = [point[0] for point in points], [point[1] for point in points]
        found[region] = (min(longitudes), min(latitudes), max(longitudes), max(latitudes)) if points else None
    return found


def ground_paths(files: Mapping[str, bytes]) -> dict[str, str]:
    """Per region, the path below this dashboard at which its file is served: it names the bytes, so that a browser may keep them for good."""
    return {region: f"/api/basemap/{region}-{hashlib.sha256(content).hexdigest()[:_SHORT]}.geojson" for region, content in files.items()}
