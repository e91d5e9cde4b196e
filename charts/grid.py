"""How often, by sector and year: a row a sector, a tile a year, the number in the tile."""

import html

import pandas as pd

from charts.drawing import hits, labels, tint
from charts.look import LABEL_SIZE_PX, SMALL_SIZE_PX, Look, layout, look, on_paper, text_width

ROW_PX, HEAD_PX, NAME_PX = 26.0, 22.0, 190.0
WIDE_PX, NARROW_PX = 1000.0, 336.0
_TILE_PX = 22.0


def sector_years(table: pd.DataFrame, *, years: tuple[int, int], dark: bool, narrow: bool) -> dict:
    """The grid as a plotly figure (a dict).

    `table`: one row is one sector and year with its numbers of events `held` and `events`, `sector`, `colour`, `total` (of the
    sector) and, in words, `resting`, as `loaders.activity.by_sector` gives it. A filled tile was held, an outlined one only announced or called off; a filled one with an outline both, `3+1` where every tile has
    room for it: three held, one other.
    What is clicked hands on the sector and the year: `Energy 2022`, of what is a `cell`.
    """
    mode = look(dark)
    sectors = list(dict.fromkeys(table["sector"]))
    width = NARROW_PX if narrow else WIDE_PX - NAME_PX
    step = width / (years[1] - years[0] + 1)
    line = ROW_PX * (2 if narrow else 1)
    places = table.assign(
        x=(table["year"] - years[0] + 0.5) * step,
        y=table["sector"].map({name: HEAD_PX + line * (row + (0.7 if narrow else 0.5)) for row, name in enumerate(sectors)}),
        colour=table["colour"].map(lambda colour: on_paper(colour, dark=dark)),
    )
    height = HEAD_PX + line * len(sectors)
    data = [*_tiles(places, min(step - 2, 56.0), mode), _numbers(places, step, mode), _hits(places, step), _years(years, step, mode)]
    notes = [_name(name, table, HEAD_PX + line * row, mode, narrow=narrow) for row, name in enumerate(sectors)]
    bare = {"fixedrange": True, "visible": False}
    margin = {"l": 4 if narrow else int(NAME_PX), "r": 6, "t": 0, "b": 4}
    axes = {"xaxis": {**bare, "range": [0, width]}, "yaxis": {**bare, "range": [height, 0]}}
    return {"data": data, "layout": {**layout(mode, height=int(height + 4), margin=margin), **axes, "annotations": notes}}


def _tiles(places: pd.DataFrame, width: float, mode: Look) -> list[dict]:
    held = places["held"] > 0
    strength = 0.3 + 0.5 * (places["held"] / max(places["held"].max(), 1))
    filled = [tint(colour, share) if some else mode.paper for colour, share, some in zip(places["colour"], strength, held, strict=True)]
    framed = held & (places["events"] > places["held"])
    both = [(held & ~framed, 0.0), (~held | framed, 1.4)]
    return [
        _bars(
            places[some],
            width,
            {
                "color": [fill for fill, one in zip(filled, some, strict=True) if one],
                "line": {"color": list(places["colour"][some]), "width": line},
            },
        )
        for some, line in both
    ]


def _bars(rows: pd.DataFrame, width: float, marker: dict) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "base": list(rows["x"] - width / 2),
        "x": [width] * len(rows),
        "y": list(rows["y"]),
        "width": [_TILE_PX] * len(rows),
        "marker": marker,
        "hoverinfo": "skip",
    }


def _numbers(places: pd.DataFrame, step: float, mode: Look) -> dict:
    others = places["events"] - places["held"]
    both = places["held"].astype(str) + "+" + others.astype(str)
    one = places["held"].where(places["held"] > 0, places["events"]).astype(str)
    texts = one.where((places["held"] == 0) | (others == 0), both)
    texts = texts if all(text_width(text, size=SMALL_SIZE_PX) < step - 2 for text in texts) else one
    colours = [mode.text if held else mode.quiet for held in places["held"]]
    return labels(places["x"], places["y"], texts, ["middle center"] * len(places), colours, size=SMALL_SIZE_PX)


def _hits(places: pd.DataFrame, step: float) -> dict:
    cards = [_card(row) for row in places.itertuples()]
    keys = [f"{row.sector} {row.year}" for row in places.itertuples()]
    return hits(places["x"] - step / 2, places["x"] + step / 2, places["y"], [ROW_PX] * len(places), keys, cards, what="cell")


def _card(row) -> str:
    parts = [f"{row.held} held"] + [
        f"{number} {words}" for number, words in ((row.planned, "only announced"), (row.cancelled, "called off")) if number
    ]
    return f"<b>{html.escape(row.sector, quote=False)}, {row.year}</b><br>{', '.join(parts)}<br>{row.resting}"


def _years(years: tuple[int, int], step: float, mode: Look) -> dict:
    every = next(some for some in (1, 2, 5, 10) if step * some >= 34)
    named = [year for year in range(years[0], years[1] + 1) if year % every == 0 or every == 1]
    places = [(year - years[0] + 0.5) * step for year in named]
    return labels(
        places, [HEAD_PX / 2] * len(named), map(str, named), ["middle center"] * len(named), [mode.quiet] * len(named), size=SMALL_SIZE_PX
    )


def _name(name: str, table: pd.DataFrame, top: float, mode: Look, *, narrow: bool) -> dict:
    total = int(table.loc[table["sector"] == name, "total"].iloc[0])
    text = f"<b>{html.escape(name, quote=False)}</b> <span style='color:{mode.quiet}'>{total}</span>"
    place = {"xanchor": "left", "y": top + ROW_PX * 0.4} if narrow else {"xanchor": "right", "xshift": -10, "y": top + ROW_PX / 2}
    font = {"size": SMALL_SIZE_PX if narrow else LABEL_SIZE_PX, "color": mode.text}
    return {"xref": "paper", "x": 0, "yref": "y", "yanchor": "middle", "showarrow": False, "text": text, "font": font, **place}
