"""The map's signs as small pictures: a disc for a site, a square for a city, parts of a ring for a city's sectors, an arrowhead."""

import math
from collections.abc import Sequence

from charts.look import FONT, Look

SHARP = 2  # pictures are drawn at twice their size, for dense screens
LEADER_PX, DOT_PX = 1.6, 3.0  # how thick a line to a true place is, and the radius of its dot
_EDGE = 4.0


def site_sign(*, dx: float, dy: float, radius: float, colour: str, hollow: bool, mode: Look) -> dict:
    """A disc in the sector's colour; hollow where no event is shown."""
    fill, stroke, wide = (mode.paper, colour, 2.0) if hollow else (colour, mode.paper, 1.2)
    disc = f'<circle cx="{dx}" cy="{dy}" r="{radius}" fill="{fill}" stroke="{stroke}" stroke-width="{wide}"/>'
    return _picture(disc, dx, dy, radius)


def city_sign(*, dx: float, dy: float, radius: float, number: int, mode: Look) -> dict:
    """A square in neutral ink with its number of events: somewhere in the city, at no site that a source names."""
    side = 2 * radius
    square = (
        f'<rect x="{dx - radius}" y="{dy - radius}" width="{side}" height="{side}" rx="2" fill="{mode.paper}" fill-opacity="0.9" '
        f'stroke="{mode.text}" stroke-width="1.6"/>'
    )
    return _picture(square + (_number(dx, dy, number, radius, mode) if number else ""), dx, dy, radius)


def shares_sign(*, dx: float, dy: float, radius: float, number: int, shares: Sequence[tuple[str, float]], mode: Look) -> dict:
    """A ring parted by sector with the number of events in it. `shares`: colours and parts of 1."""
    thick = max(2.5, radius * 0.28)
    middle = radius - thick / 2
    parts, turn = [], 0.0
    for colour, share in shares:
        parts.append(_part(dx, dy, middle, turn, turn + share, colour, thick))
        turn += share
    ground = f'<circle cx="{dx}" cy="{dy}" r="{radius}" fill="{mode.paper}" stroke="{mode.paper}" stroke-width="2"/>'
    hollow = f'<circle cx="{dx}" cy="{dy}" r="{radius - 1}" fill="none" stroke="{mode.quiet}" stroke-width="1.4"/>' if not parts else ""
    words = _number(dx, dy, number, radius, mode) if number else ""
    return _picture(ground + "".join(parts) + hollow + words, dx, dy, radius)


def leader_sign(*, dx: float, dy: float, mode: Look) -> dict:
    """A line from a mark that was moved aside to its true place, which is a dot; both edged with paper, to stand out from ground and journeys."""
    ends = f'<line x1="0" y1="0" x2="{dx}" y2="{dy}" stroke-linecap="round"'
    drawn = (
        f'{ends} stroke="{mode.paper}" stroke-width="{LEADER_PX + 2}"/>{ends} stroke="{mode.text}" stroke-width="{LEADER_PX}"/>'
        f'<circle cx="0" cy="0" r="{DOT_PX}" fill="{mode.text}" stroke="{mode.paper}" stroke-width="1"/>'
    )
    return _picture(drawn, dx, dy, 1.0)


def moved_sign(mode: Look) -> dict:
    """A mark that was moved aside with the line to its true place, for the key."""
    leader = f'<line x1="-8" y1="3" x2="6" y2="-2" stroke="{mode.text}" stroke-width="{LEADER_PX}"/><circle cx="-8" cy="3" r="{DOT_PX}" fill="{mode.text}"/>'
    return _picture(f'{leader}<circle cx="6" cy="-2" r="5" fill="{mode.paper}" stroke="{mode.quiet}" stroke-width="2.4"/>', 0.0, 0.0, 10.0)


def arrow_sign(colour: str) -> dict:
    """An arrowhead that points to the right, its middle at its point."""
    return _picture(f'<path d="M-6,-5.5 L7,0 L-6,5.5 L-3,0 Z" fill="{colour}"/>', 0.0, 0.0, 7.0)


def _part(dx: float, dy: float, radius: float, start: float, end: float, colour: str, thick: float) -> str:
    if end - start > 0.999:
        return f'<circle cx="{dx}" cy="{dy}" r="{radius:.2f}" fill="none" stroke="{colour}" stroke-width="{thick:.2f}"/>'
    (x0, y0), (x1, y1) = ((dx + radius * math.sin(2 * math.pi * turn), dy - radius * math.cos(2 * math.pi * turn)) for turn in (start, end))
    large = 1 if end - start > 0.5 else 0
    return (
        f'<path d="M{x0:.2f},{y0:.2f} A{radius:.2f},{radius:.2f} 0 {large} 1 {x1:.2f},{y1:.2f}" fill="none" '
        f'stroke="{colour}" stroke-width="{thick:.2f}"/>'
    )


def _number(dx: float, dy: float, number: int, radius: float, mode: Look) -> str:
    size = min(13.0, max(8.0, radius * 0.95))
    family = FONT.replace('"', "")
    return (
        f'<text x="{dx}" y="{dy + size * 0.36:.2f}" text-anchor="middle" font-family="{family}" font-size="{size:.1f}" '
        f'font-weight="600" fill="{mode.text}">{number}</text>'
    )


def _picture(drawn: str, dx: float, dy: float, radius: float) -> dict:
    """The picture as deck.gl takes an icon, its anchor at the true point; `height_px` is how tall it is on the map."""
    reach = radius + _EDGE
    left, top = min(-_EDGE, dx - reach), min(-_EDGE, dy - reach)
    right, bottom = max(_EDGE, dx + reach), max(_EDGE, dy + reach)
    width, height = math.ceil(right - left), math.ceil(bottom - top)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width * SHARP}" height="{height * SHARP}" '
        f'viewBox="{left} {top} {width} {height}">{drawn}</svg>'
    )
    plain = svg.replace('"', "'").replace("#", "%23")  # neither JSON nor an address has to write more than that anew
    icon = {
        "url": f"data:image/svg+xml,{plain}",
        "width": width * SHARP,
        "height": height * SHARP,
        "anchorX": -left * SHARP,
        "anchorY": -top * SHARP,
    }
    return {"icon": icon, "height_px": height}


def ring_sign(*, dashed: bool, mode: Look) -> dict:
    """The ring about a point, for the key."""
    dashes = ' stroke-dasharray="3 2.6"' if dashed else ""
    return _picture(f'<circle cx="0" cy="0" r="8" fill="none" stroke="{mode.quiet}" stroke-width="1.3"{dashes}/>', 0.0, 0.0, 8.0)
