"""The sites of one city on a map whose reader moves and comes nearer."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pydeck as pdk

from charts.ground import GROUND, WIDTH_PX
from charts.look import FONT, LABEL_SIZE_PX, look, on_paper, text_width
from charts.mercator import View

HEIGHT_PX = 300
_NO_SECTOR = "#777777"
_WIDTH_PX, _NEAREST, _POINT_PX, _RING_PX, _ASIDE_PX, _LINE_PX, _MARGIN_PX = 354.0, 12.5, 6, 1.5, 10.0, 18.0, 36.0


def sites_deck(sites: Sequence, colours: Mapping[str, str], ground: Sequence[str], *, dark: bool) -> pdk.Deck:
    """The map as deck.gl reads it; nothing of it comes from elsewhere.

    `sites`: each has a point: `place` (its key), `label`, `said` (what the pointer meets), `sector`, `events`, `longitude`, `latitude`, `ring_m` (metres within which it lies;
    0 where the point is exact), that of most events first. `colours`: of the sectors. `ground`: the addresses of the land, back to front.
    """
    mode = look(dark)
    rows = [
        {
            **{name: getattr(row, name) for name in ("place", "said", "longitude", "latitude", "ring_m")},
            "fill": _rgb(on_paper(colours.get(row.sector, _NO_SECTOR), dark=dark)),
            "text": f"{row.label} {row.events}" if row.events else row.label,
        }
        for row in sites
    ]
    view = _fitted(sites)
    at, ink, named = (
        "[longitude, latitude]",
        _rgb(mode.text),
        _named(rows, view),
    )
    layers = [
        *(_land(address, place, dark=dark) for place, address in enumerate(ground)),
        pdk.Layer("ScatterplotLayer", _only(rows, "ring_m", "fill"), id="doubts", get_position=at, get_radius="ring_m", filled=False, stroked=True, get_line_color="fill",
                  line_width_units=pdk.types.String("pixels"), get_line_width=_RING_PX),
        pdk.Layer("ScatterplotLayer", _only(rows, "place", "said", "fill"), id="sites", get_position=at, get_radius=_POINT_PX, radius_units=pdk.types.String("pixels"),
                  get_fill_color="fill", stroked=True, get_line_color=_rgb(mode.paper), line_width_units=pdk.types.String("pixels"), get_line_width=1.5, pickable=True),
        pdk.Layer("TextLayer", _only(named, "text", "anchor", "aside"), id="names", get_position=at, get_text="text", get_color=ink, get_size=LABEL_SIZE_PX, get_pixel_offset="aside",
                  get_text_anchor="anchor", font_family=pdk.types.String(FONT), background=True, get_background_color=_rgb(GROUND[dark]["land"], 200),
                  character_set=pdk.types.String("".join(sorted({letter for row in named for letter in row["text"]})))),
    ]  # fmt: skip
    return pdk.Deck(
        layers=layers,
        initial_view_state=pdk.ViewState(latitude=view.latitude, longitude=view.longitude, zoom=view.zoom),
        map_provider=None,
        height=HEIGHT_PX,
        tooltip={"text": "{said}"},
    )


def _only(rows: Sequence[dict], *names: str) -> list[dict]:
    """The points with these columns: each layer travels with its own."""
    return [{name: row[name] for name in ("longitude", "latitude", *names)} for row in rows]


def _fitted(sites: Sequence) -> View:
    """The view in which every point lies within the frame, as near as `_NEAREST` at most."""
    degrees = ([site.longitude for site in sites], [site.latitude for site in sites])
    (west, east), (south, north) = ((min(some), max(some)) for some in degrees)
    whole = View((south + north) / 2, (west + east) / 2, 0.0, _WIDTH_PX, HEIGHT_PX)
    (left, low), (right, high) = whole.pixels(west, south), whole.pixels(east, north)
    room = [(size - 2 * _MARGIN_PX) / span for size, span in ((_WIDTH_PX, right - left), (HEIGHT_PX, low - high)) if span > 0]
    return replace(whole, zoom=min([_NEAREST, *(math.log2(scale) for scale in room)]))


def _named(rows: Sequence[dict], view: View) -> list[dict]:
    """The sites that are named where the map begins, those of most events first: to the right of the point or to its left, where no other point or name lies."""
    points = [view.pixels(row["longitude"], row["latitude"]) for row in rows]
    taken = [(x - _POINT_PX, x + _POINT_PX, y) for x, y in points]
    found = []
    for row, (x, y) in zip(rows, points, strict=True):
        wide = text_width(row["text"])
        for anchor, begin in (("start", x + _ASIDE_PX), ("end", x - _ASIDE_PX - wide)):
            others = [box for box in taken if box != (x - _POINT_PX, x + _POINT_PX, y)]
            free = all(begin + wide < left or right < begin or abs(y - at) >= _LINE_PX for left, right, at in others)
            if free and begin >= 0 and begin + wide <= view.width:
                taken.append((begin, begin + wide, y))
                found.append({**row, "anchor": anchor, "aside": [_ASIDE_PX if anchor == "start" else -_ASIDE_PX, 0]})
                break
    return found


def _land(address: str, place: int, *, dark: bool) -> pdk.Layer:
    """One region's surfaces and lines, which the browser fetches once."""
    colours = GROUND[dark]
    fills = {kind: _rgb(colour) for kind, colour in colours.items() if kind not in WIDTH_PX}
    return pdk.Layer(
        "GeoJsonLayer",
        data=address,
        id=f"ground-{place}-{'dark' if dark else 'light'}",  # deck.gl reads no new colours for the features that a layer has
        stroked=False,
        filled=True,
        pickable=False,
        line_width_units=pdk.types.String("pixels"),
        get_line_width=_by_kind(WIDTH_PX),
        get_line_color=_by_kind({kind: _rgb(colours[kind]) for kind in WIDTH_PX}),
        _sub_layer_props={"polygons-fill": {"getFillColor": f"@@={_by_kind(fills)}"}},
    )


def _by_kind(words: Mapping[str, object]) -> str:
    """An expression that deck.gl reads: the word of a feature's kind; the last word is for all other kinds."""
    *named, (_, last) = words.items()
    return "".join(f"properties.kind == '{kind}' ? {word} : " for kind, word in named) + f"{last}"


def _rgb(colour: str, alpha: int = 255) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)] + [alpha]
