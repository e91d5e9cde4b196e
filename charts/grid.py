"""How often, by lane and year: a row a lane, a tile a year (or some years, where a year has no room), the number in the tile."""

import html
from collections import namedtuple

import numpy as np
import pandas as pd

from charts.activity import number_card
from charts.drawing import hits, labels, tint
from charts.look import BOLD, LABEL_SIZE_PX, SMALL_SIZE_PX, Look, cut, layout, look, on_paper, text_width
from charts.scale import whole_text

ROW_PX, HEAD_PX, NAME_PX = 26.0, 22.0, 190.0
WIDE_PX, NARROW_PX = 1000.0, 336.0
_TILE_PX, _HATCH_PX, _AROUND_PX, _WIDEST_TILE_PX, _BETWEEN_NAMES_PX = 22.0, 5.0, 4.0, 56.0, 8.0
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)  # in years, of a tile
_NUMBERS = ["held", "planned", "cancelled", "doubtful", "alone", "secondary", "events"]


def lane_tiles(table: pd.DataFrame, *, dark: bool, narrow: bool) -> dict:
    """The grid as a plotly figure (a dict).

    `table`: one row is one lane and year with events, `code`, `lane`, `colour`, `total` and the numbers of `loaders.marks.by`, as
    `loaders.activity.lane_years` gives it. A filled tile has events that were held, one with an outline others beside them, an outlined one only others; hatched
    below is the part of its width that may lie in other years. A click hands on a tile (`energy 2019 2020`: lane, first and last year) or a lane's code.
    """
    mode = look(dark)
    width = NARROW_PX if narrow else WIDE_PX - NAME_PX
    tiles, step, number = _tiles(table, width)
    pitch, line = width / number, ROW_PX * (2 if narrow else 1)
    lanes = list(table[["code", "lane", "total"]].drop_duplicates("code").itertuples(index=False))
    tops = {lane.code: HEAD_PX + line * row for row, lane in enumerate(lanes)}
    x = np.array([(tile.place + 0.5) * pitch for tile in tiles])
    y = [tops[tile.code] + (ROW_PX * 1.4 if narrow else ROW_PX / 2) for tile in tiles]
    data = [*_bars(tiles, x, y, min(pitch - 2, _WIDEST_TILE_PX), mode, dark=dark), _texts(tiles, x, y, mode)]
    data += [_hits(tiles, x, y, pitch), _lane_hits(lanes, tops, narrow=narrow)]
    data.append(_years(min(tile.first for tile in tiles) // step * step, step, number, pitch, mode))
    notes = [_name(lane, tops[lane.code], mode, narrow=narrow) for lane in lanes]
    height = HEAD_PX + line * len(lanes)
    bare = {"fixedrange": True, "visible": False}
    axes = {"xaxis": {**bare, "range": [0 if narrow else -NAME_PX, width]}, "yaxis": {**bare, "range": [height, 0]}}
    whole = layout(mode, height=int(height + 4), margin={"l": 4 if narrow else 0, "r": 6, "t": 0, "b": 4})
    return {"data": data, "layout": {**whole, **axes, "annotations": notes}}


def _tiles(table: pd.DataFrame, width: float) -> tuple[list, int, int]:
    """The tiles, each of as few years as leave room for every number, how many years that is, and how many tiles stand side by side.

    A tile has `code`, `lane`, `colour`, its numbers, `place` (among those side by side), `first` and `last` (year, none beyond those of the table).
    """
    lane, _ = pd.factorize(table["code"].to_numpy())
    years, numbers = table["year"].to_numpy("int64"), {name: table[name].to_numpy() for name in _NUMBERS}
    lowest, highest = int(years.min()), int(years.max())
    for step in _STEPS:
        number = highest // step - lowest // step + 1
        cell = lane * number + years // step - lowest // step
        most = int(np.bincount(cell, numbers["events"]).max())
        if text_width(whole_text(most), size=SMALL_SIZE_PX) + _AROUND_PX <= width / number:
            break
    cells, known = np.unique(cell, return_index=True)
    first = (cells % number + lowest // step) * step
    columns = {name: table[name].to_numpy()[known] for name in ("code", "lane", "colour")}
    columns |= {name: np.bincount(cell, values)[cells].astype("int64") for name, values in numbers.items()}
    columns |= {"place": cells % number, "first": first.clip(min=lowest), "last": (first + step - 1).clip(max=highest)}
    tile = namedtuple("tile", columns)
    return [tile(*values) for values in zip(*(column.tolist() for column in columns.values()), strict=True)], step, number


def _bars(tiles: list, x: np.ndarray, y: list[float], width: float, mode: Look, *, dark: bool) -> list[dict]:
    most = max(*(tile.held for tile in tiles), 1)
    colours = [on_paper(tile.colour, dark=dark) if isinstance(tile.colour, str) else mode.accent for tile in tiles]
    fills = [tint(colour, 0.3 + 0.5 * tile.held / most) if tile.held else mode.paper for tile, colour in zip(tiles, colours, strict=True)]
    edges = {"color": colours, "width": [1.4 if tile.events > tile.held else 0 for tile in tiles]}
    doubtful = np.array([width * tile.doubtful / tile.events for tile in tiles])
    hatch = {"shape": "/", "size": 4, "solidity": 0.45, "bgcolor": mode.paper, "fgcolor": mode.text, "fillmode": "replace"}
    left, some = x - width / 2, np.flatnonzero(doubtful)
    part = {"color": mode.text, "line": {"width": 0}, "pattern": hatch}
    return [
        _bar(left, np.full(len(tiles), width), y, _TILE_PX, {"color": fills, "line": edges}),
        _bar((left + width - doubtful)[some], doubtful[some], [y[place] + _TILE_PX / 2 for place in some], _HATCH_PX, part),
    ]


def _bar(left: np.ndarray, width: np.ndarray, y: list[float], height: float, marker: dict) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "base": left.tolist(),
        "x": width.tolist(),
        "y": y,
        "width": [height] * len(y),
        "marker": marker,
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
    }


def _texts(tiles: list, x: np.ndarray, y: list[float], mode: Look) -> dict:
    colours = [mode.text if tile.held else mode.quiet for tile in tiles]
    texts = [whole_text(tile.events) for tile in tiles]
    return labels(x.tolist(), y, texts, ["middle center"] * len(tiles), colours, size=SMALL_SIZE_PX)


def _hits(tiles: list, x: np.ndarray, y: list[float], pitch: float) -> dict:
    cards = [number_card(f"{html.escape(tile.lane, quote=False)}, {_years_of(tile.first, tile.last)}", tile) for tile in tiles]
    keys = [f"{tile.code} {tile.first} {tile.last}" for tile in tiles]
    return hits(x - pitch / 2, x + pitch / 2, y, [ROW_PX] * len(tiles), keys, cards, what="tile")


def _years_of(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _lane_hits(lanes: list, tops: dict[str, float], *, narrow: bool) -> dict:
    cards = [f"<b>{html.escape(lane.lane, quote=False)}</b><br>click for it alone" for lane in lanes]
    left, wide = (0.0, NARROW_PX) if narrow else (-NAME_PX, NAME_PX - 8)
    y = [tops[lane.code] + ROW_PX * (0.4 if narrow else 0.5) for lane in lanes]
    edge, tall = np.full(len(lanes), left), ROW_PX * (0.8 if narrow else 1)
    return hits(edge, edge + wide, y, [tall] * len(lanes), [lane.code for lane in lanes], cards, what="lane")


def _years(first: int, step: int, number: int, pitch: float, mode: Look) -> dict:
    """The years above the tiles, of as many as have room: round ones, or of tiles of several years the first of them."""
    room = text_width("2000", size=SMALL_SIZE_PX) + _BETWEEN_NAMES_PX
    every = next((some for some in _STEPS if some % step == 0 and some // step * pitch >= room), _STEPS[-1])
    named = [(place, first + place * step) for place in range(number) if (first + place * step) % every == 0]
    named = named or [(0, first)]
    x = [(place + 0.5) * pitch if step == 1 else place * pitch for place, _ in named]
    side = "middle center" if step == 1 else "middle right"
    texts, count = [str(year) for _, year in named], len(named)
    return labels(x, [HEAD_PX / 2] * count, texts, [side] * count, [mode.quiet] * count, size=SMALL_SIZE_PX)


def _name(lane, top: float, mode: Look, *, narrow: bool) -> dict:
    number = whole_text(lane.total)
    name = cut(lane.lane, ((NARROW_PX if narrow else NAME_PX - 14) - text_width(f" {number}")) / BOLD)
    text = f"<b>{html.escape(name, quote=False)}</b> <span style='color:{mode.quiet}'>{number}</span>"
    place = {"xanchor": "left", "y": top + ROW_PX * 0.4} if narrow else {"xanchor": "right", "xshift": -10, "y": top + ROW_PX / 2}
    font = {"size": SMALL_SIZE_PX if narrow else LABEL_SIZE_PX, "color": mode.text}
    return {"xref": "x", "x": 0, "yref": "y", "yanchor": "middle", "showarrow": False, "text": text, "font": font, **place}
