"""The map's ground: land, borders, rivers and lakes, read from `data/basemap/`."""

import json
from pathlib import Path

GROUND = Path(__file__).resolve().parent.parent / "data" / "basemap"
REGIONS = ("world", "europe", "japan")


def ground(folder: Path = GROUND) -> dict[str, list[dict]]:
    """Per region, its GeoJSON features in the order in which they are drawn: `kind` is sea, land, lake, river or a border."""
    return {name: json.loads((folder / f"{name}.geojson").read_text(encoding="utf-8"))["features"] for name in REGIONS}
