"""TopoJSON as lines and rings of longitude and latitude, and what is done to them: simplify, clip, round."""

from collections import Counter

HALF_TURN = 180.0

Point = tuple[float, float]
Line = list[Point]


def arcs(topology: dict) -> list[Line]:
    """Every arc in degrees, deltas and quantisation undone."""
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for deltas in topology["arcs"]:
        x = y = 0
        line = []
        for step in deltas:
            x, y = x + step[0], y + step[1]
            line.append((x * scale_x + left, y * scale_y + bottom))
        found.append(line)
    return found


def numbers(part: list | int) -> list[int]:
    """All arc numbers in a geometry's `arcs`, however deeply nested."""
    return [part] if isinstance(part, int) else [number for inner in part for number in numbers(inner)]


def line(indices: list[int], found: list[Line]) -> Line:
    """Arcs joined into one line; a negative number is an arc read backwards (one's complement)."""
    joined: Line = []
    for index in indices:
        piece = found[index] if index >= 0 else found[~index][::-1]
        joined += piece if not joined else piece[1:]
    return joined


def polygons(geometries: list[dict], found: list[Line]) -> list[list[Line]]:
    """Each polygon as its rings, the outer one first: it is the largest, whatever the order of the file."""
    nested = [geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]] for geometry in geometries if geometry["type"]]
    return [
        sorted((line(ring, found) for ring in polygon), key=lambda ring: -abs(area(ring))) for many in nested for polygon in many if polygon
    ]


def lines(geometries: list[dict], found: list[Line]) -> list[Line]:
    """Each line of LineStrings and MultiLineStrings."""
    nested = [geometry["arcs"] if geometry["type"] == "MultiLineString" else [geometry["arcs"]] for geometry in geometries]
    return [line(indices, found) for many in nested for indices in many]


def shared(geometries: list[dict], found: list[Line]) -> list[Line]:
    """The arcs that two or more of the geometries have in common: the borders between them."""
    uses = Counter(
        index for geometry in geometries for index in {number if number >= 0 else ~number for number in numbers(geometry.get("arcs", []))}
    )
    return [found[index] for index, count in uses.items() if count > 1]


def simplified(points: Line, tolerance: float) -> Line:
    """Douglas–Peucker: no point left out lies further than `tolerance` degrees from the line that is left."""
    kept, open_parts = {0, len(points) - 1}, [(0, len(points) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        far, place = max(((_off(points[at], points[first], points[last]), at) for at in range(first + 1, last)), default=(0.0, first))
        if far > tolerance:
            kept.add(place)
            open_parts += [(first, place), (place, last)]
    return [points[at] for at in sorted(kept)]


def _off(point: Point, start: Point, end: Point) -> float:
    across, up = end[0] - start[0], end[1] - start[1]
    length = across * across + up * up
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((point[0] - start[0]) * across + (point[1] - start[1]) * up) / length))
    return ((point[0] - start[0] - along * across) ** 2 + (point[1] - start[1] - along * up) ** 2) ** 0.5


def clipped_ring(ring: Line, box: tuple[float, float, float, float]) -> Line:
    """The ring cut to a box of west, south, east, north (Sutherland–Hodgman); empty where it lies outside."""
    for axis, limit, sign in ((0, box[0], 1), (1, box[1], 1), (0, box[2], -1), (1, box[3], -1)):
        ring = _half(ring, axis, limit, sign)
    return ring


def cut(ring: Line) -> list[Line]:
    """The pieces of a ring that crosses ±180°, each within it; a ring that does not cross is its own only piece."""
    flat = [ring[0]]
    for x, y in ring[1:]:
        turns = round((flat[-1][0] - x) / (2 * HALF_TURN))
        flat.append((x + turns * 2 * HALF_TURN, y))
    pieces = []
    for shift in (-2 * HALF_TURN, 0.0, 2 * HALF_TURN):
        piece = clipped_ring([(x + shift, y) for x, y in flat], (-HALF_TURN, -90.0, HALF_TURN, 90.0))
        pieces += [piece] if piece else []
    return pieces


def _half(ring: Line, axis: int, limit: float, sign: int) -> Line:
    inside = [sign * (point[axis] - limit) >= 0 for point in ring]
    kept: Line = []
    for at in range(len(ring)):
        if inside[at] != inside[at - 1]:
            kept.append(_crossing(ring[at - 1], ring[at], axis, limit))
        if inside[at]:
            kept.append(ring[at])
    return kept


def _crossing(start: Point, end: Point, axis: int, limit: float) -> Point:
    share = (limit - start[axis]) / (end[axis] - start[axis])
    other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def clipped_line(points: Line, box: tuple[float, float, float, float]) -> list[Line]:
    """The pieces of a line within a box, each with one point beyond its edge."""
    within = [box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in points]
    pieces: list[Line] = []
    for at in range(len(points) - 1):
        if (within[at] or within[at + 1]) and abs(points[at][0] - points[at + 1][0]) < HALF_TURN:
            if pieces and pieces[-1][-1] == points[at]:
                pieces[-1].append(points[at + 1])
            else:
                pieces.append([points[at], points[at + 1]])
    return pieces


def rounded(points: Line, digits: int) -> Line:
    """The points rounded, none twice in a row."""
    found: Line = []
    for x, y in points:
        point = (round(x, digits), round(y, digits))
        if not found or point != found[-1]:
            found.append(point)
    return found


def area(ring: Line) -> float:
    """The ring's area in square degrees, positive where it runs against the clock."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True)) / 2
