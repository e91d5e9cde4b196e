"""Shortest ways over the globe: points of a great circle in degrees, and which way is right of it."""

import math
from functools import cache, lru_cache

Point = tuple[float, float]
Vector = tuple[float, float, float]
_NEAREST, _STEPS, _EVEN = 1e-5, 13, 40


@lru_cache(maxsize=4096)
def great_circle(start: Point, end: Point, shares: tuple[float, ...], *, aside: float = 0.0) -> tuple[Point, ...]:
    """The points at these shares (0 to 1) of the shortest way from `start` to `end`, as longitude and latitude in degrees.

    Interpolated on the sphere: sin((1−t)Ω)/sin Ω · a + sin(tΩ)/sin Ω · b, with a and b as unit vectors and Ω the angle between them
    (K. Shoemake, "Animating rotation with quaternion curves", SIGGRAPH 1985; the same as "Intermediate points on a great circle" in
    E. Williams, Aviation Formulary). Longitudes run on beyond ±180 where the way crosses the antimeridian, so that no line leaps.
    `aside`: by how many degrees the way bends to the traveller's right in its middle. Raises ValueError for two opposite points, between
    which no way is the shortest.
    """
    a, b = vector(start), vector(end)
    angle = _angle(a, b)
    if math.pi - angle < 1e-9:
        raise ValueError(f"{start} and {end} are opposite points of the globe: every way between them is a shortest one")
    if angle < 1e-12:
        return tuple(start for _ in shares)
    right = _unit(_cross(b, a))
    found = []
    for share in shares:
        near, far = math.sin((1 - share) * angle) / math.sin(angle), math.sin(share * angle) / math.sin(angle)
        bend = math.tan(math.radians(aside)) * math.sin(math.pi * share)
        found.append(degrees(_unit(tuple(near * p + far * q + bend * r for p, q, r in zip(a, b, right, strict=True)))))
    return tuple(_running_on(found, start[0]))


@cache
def even_shares(points: int = _EVEN) -> tuple[float, ...]:
    """Shares of a way at equal steps, both ends among them."""
    return tuple(at / (points - 1) for at in range(points))


@cache
def shares_of_a_way() -> tuple[float, ...]:
    """Shares that lie closer and closer towards both ends: a map of one region shows only the last thousandth of a way."""
    close = [_NEAREST * 2**step for step in range(_STEPS)]
    even = [share for share in even_shares() if close[-1] < share < 1 - close[-1]]
    return (0.0, *close, *even, *(1 - share for share in reversed(close)), 1.0)


def vector(point: Point) -> Vector:
    """A point of the globe, longitude and latitude in degrees, as a unit vector from its middle."""
    longitude, latitude = map(math.radians, point)
    return math.cos(latitude) * math.cos(longitude), math.cos(latitude) * math.sin(longitude), math.sin(latitude)


def degrees(point: Vector) -> Point:
    """A unit vector as longitude and latitude."""
    x, y, z = point
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))


def _angle(a: Vector, b: Vector) -> float:
    """Between two vectors; exact for small and for large angles, where an arc cosine is not."""
    return math.atan2(math.hypot(*_cross(a, b)), sum(p * q for p, q in zip(a, b, strict=True)))


def _cross(a: Vector, b: Vector) -> Vector:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def _unit(a: Vector) -> Vector:
    length = math.hypot(*a)
    return a[0] / length, a[1] / length, a[2] / length


def _running_on(points: list[Point], before: float) -> list[Point]:
    """The points with each longitude within half a turn of the one before it."""
    found = []
    for longitude, latitude in points:
        before = longitude + 360 * round((before - longitude) / 360)
        found.append((before, latitude))
    return found
