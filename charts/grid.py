"""How often, by lane and year: a row a lane, a tile a year (or some years, where a year has no room), the number in the tile."""

import html

import pandas as pd

from charts.activity import number_card
from charts.drawing import hits, labels, tint
from charts.look import BOLD, LABEL_SIZE_PX, SMALL_SIZE_PX, Look, cut, layout, look, on_paper, text_width
from charts.scale import whole_text

ROW_PX, HEAD_PX, NAME_PX = 26.0, 22.0, 190.0
WIDE_PX, NARROW_PX = 1000.0, 336.0
_TILE_PX, _AROUND_PX, _WIDEST_TILE_PX, _BETWEEN_NAMES_PX = 22.0, 4.0, 56.0, 8.0
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)  # in years, of a tile
_NUMBERS = ["held", "planned", "cancelled", "doubtful", "alone", "secondary", "events"]


def lane_tiles(table: pd.DataFrame, *, dark: bool, narrow: bool) -> dict:
    """The grid as a plotly figure (a dict).

    `table`: one row is one lane and year with events, `code`, `lane`, `colour`, `total` and the numbers of `loaders.marks.by`, as
    `loaders.activity.lane_years` gives it. A filled tile has events that were held, one with an outline others beside them, an outlined one only others; hatched
    is the part that may lie in other years. A click hands on a tile (`energy 2019 2020`: lane, first and last year) or a lane's code.
    """
    mode = look(dark)
    width = NARROW_PX if narrow else WIDE_PX - NAME_PX
    tiles, step, number = _tiles(table, width)
    pitch, line = width / number, ROW_PX * (2 if narrow else 1)
    lanes = table.drop_duplicates("code")[["code", "lane", "total"]].reset_index(drop=True)
    tops = {code: HEAD_PX + line * row for row, code in enumerate(lanes["code"])}
    tiles = tiles.assign(
        x=(tiles["place"] + 0.5) * pitch,
        y=tiles["code"].map(tops) + (ROW_PX * 1.4 if narrow else ROW_PX / 2),
        colour=[on_paper(colour, dark=dark) if isinstance(colour, str) else mode.accent for colour in tiles["colour"]],
    )
    wide = min(pitch - 2, _WIDEST_TILE_PX)
    data = [*_bars(tiles, wide, mode), _texts(tiles, mode), _hits(tiles, pitch), _lane_hits(lanes, tops, narrow=narrow)]
    data.append(_years(int(tiles["first"].min()) // step * step, step, number, pitch, mode))
    notes = [_name(lane, tops[lane.code], mode, narrow=narrow) for lane in lanes.itertuples()]
    height = HEAD_PX + line * len(lanes)
    bare = {"fixedrange": True, "visible": False}
    axes = {"xaxis": {**bare, "range": [0 if narrow else -NAME_PX, width]}, "yaxis": {**bare, "range": [height, 0]}}
    whole = layout(mode, height=int(height + 4), margin={"l": 4 if narrow else 0, "r": 6, "t": 0, "b": 4})
    return {"data": data, "layout": {**whole, **axes, "annotations": notes}}


def _tiles(table: pd.DataFrame, width: float) -> tuple[pd.DataFrame, int, int]:
    """The tiles, each of as few years as leave room for every number, how many years that is, and how many tiles stand side by side.

    `place`: of the tile among these; `first` and `last`: its years, none beyond those of the table.
    """
    lowest, highest = int(table["year"].min()), int(table["year"].max())
    for step in _STEPS:
        number = highest // step - lowest // step + 1
        place = table["year"].astype("int64") // step - lowest // step
        tiles = table.groupby(["code", place], sort=False)[_NUMBERS].sum().rename_axis(["code", "place"]).reset_index()
        if text_width(whole_text(tiles["events"].max()), size=SMALL_SIZE_PX) + _AROUND_PX <= width / number:
            break
    first = (tiles["place"] + lowest // step) * step
    known = table.drop_duplicates("code").set_index("code")[["lane", "colour"]]
    tiles = tiles.assign(first=first.clip(lower=lowest), last=(first + step - 1).clip(upper=highest))
    return tiles.join(known, on="code"), step, number


def _bars(tiles: pd.DataFrame, width: float, mode: Look) -> list[dict]:
    held = tiles["held"] > 0
    strength = 0.3 + 0.5 * (tiles["held"] / max(tiles["held"].max(), 1))
    fills = [tint(colour, share) if some else mode.paper for colour, share, some in zip(tiles["colour"], strength, held, strict=True)]
    framed = tiles["events"] > tiles["held"]
    left, whole = tiles["x"] - width / 2, pd.Series(width, index=tiles.index)
    doubtful = whole * tiles["doubtful"] / tiles["events"]
    hatch = {"shape": "/", "size": 6, "solidity": 0.16, "bgcolor": "rgba(0,0,0,0)", "fgcolor": mode.text, "fillmode": "replace"}
    edges = {"color": list(tiles["colour"]), "width": [1.4 if some else 0 for some in framed]}
    some = doubtful > 0
    return [
        _bar(left, whole, tiles["y"], {"color": fills, "line": edges}),
        _bar(
            (left + whole - doubtful)[some], doubtful[some], tiles["y"][some], {"color": mode.text, "line": {"width": 0}, "pattern": hatch}
        ),
    ]


def _bar(left: pd.Series, width: pd.Series, y: pd.Series, marker: dict) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "base": list(left),
        "x": list(width),
        "y": list(y),
        "width": [_TILE_PX] * len(y),
        "marker": marker,
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
    }


def _texts(tiles: pd.DataFrame, mode: Look) -> dict:
    colours = [mode.text if held else mode.quiet for held in tiles["held"]]
    return labels(tiles["x"], tiles["y"], tiles["events"].map(whole_text), ["middle center"] * len(tiles), colours, size=SMALL_SIZE_PX)


def _hits(tiles: pd.DataFrame, pitch: float) -> dict:
    cards = [number_card(f"{html.escape(row.lane, quote=False)}, {_years_of(row.first, row.last)}", row) for row in _rows(tiles)]
    keys = [f"{row.code} {row.first} {row.last}" for row in _rows(tiles)]
    return hits(tiles["x"] - pitch / 2, tiles["x"] + pitch / 2, tiles["y"], [ROW_PX] * len(tiles), keys, cards, what="tile")


def _rows(tiles: pd.DataFrame):
    return tiles.itertuples(index=False)


def _years_of(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _lane_hits(lanes: pd.DataFrame, tops: dict[str, float], *, narrow: bool) -> dict:
    cards = [f"<b>{html.escape(lane, quote=False)}</b><br>click for it alone" for lane in lanes["lane"]]
    left = pd.Series(0.0 if narrow else -NAME_PX, index=lanes.index)
    right = left + (NARROW_PX if narrow else NAME_PX - 8)
    y, tall = lanes["code"].map(tops) + ROW_PX * (0.4 if narrow else 0.5), ROW_PX * (0.8 if narrow else 1)
    return hits(left, right, y, [tall] * len(lanes), lanes["code"], cards, what="lane")


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
