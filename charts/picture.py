"""A figure for paper: headline and selection above it, sources below it, all inside the picture that is saved."""

import html

from charts.look import LIGHT, text_width, wrapped

WIDTH_PX, PAD_PX, GAP_PX = 1200, 24, 16
_LINE, _BOLD = 1.3, 1.08  # a line's height, and how much wider bold letters are
_HEADLINE_PX, _TITLE_PX, _WORDS_PX, _FOOT_PX = 23, 15, 14, 12


def framed(figure: dict, *, headline: str, title: str, selection: str, foot: str, width: int = WIDTH_PX) -> dict:
    """The figure (a plotly dict for light paper) with words about it, on white and `width` pixels wide.

    `headline` stands on top, under it `title` (what this figure is) and `selection` (what is shown); `foot` (sources, licence, address,
    parts separated by line ends) stands at the bottom. All are plain texts. A figure that has a width of its own keeps it.
    The figure's traces are taken over as they are; the figure itself is not changed.
    """
    layout, margin = figure["layout"], figure["layout"]["margin"]
    width = layout["width"] + 2 * PAD_PX if "width" in layout else width
    room = width - 2 * PAD_PX
    above = [
        *_lines(headline, _HEADLINE_PX, room, bold=True),
        *_lines(title, _TITLE_PX, room, bold=True),
        *_lines(selection, _WORDS_PX, room),
    ]
    below = [line for part in foot.split("\n") for line in _lines(part, _FOOT_PX, room, colour=LIGHT.quiet)]
    top, bottom = PAD_PX + _tall(above) + GAP_PX, GAP_PX + _tall(below) + PAD_PX
    left = margin["l"] + PAD_PX
    notes = [*_set(above, left, 1, top + margin["t"] - PAD_PX), *_set(below, left, 0, -margin["b"] - GAP_PX)]
    return {
        "data": figure["data"],
        "layout": {
            **layout,
            "width": width,
            "height": round(layout["height"] + top + bottom),
            "margin": {**margin, "l": left, "r": margin["r"] + PAD_PX, "t": round(margin["t"] + top), "b": round(margin["b"] + bottom)},
            "autosize": False,
            "paper_bgcolor": LIGHT.paper,
            "annotations": [*layout.get("annotations", ()), *notes],
        },
    }


def _lines(text: str, size: int, room: float, *, bold: bool = False, colour: str = LIGHT.text) -> list[dict]:
    """Lines of one text, each as an annotation without a place."""
    words = " ".join(piece for word in text.split(" ") for piece in _pieces(word, room / _BOLD, size))
    lines = wrapped(words, room / (_BOLD if bold else 1), size=size) if words else []
    texts = (html.escape(line, quote=False) for line in lines)
    return [{"text": f"<b>{line}</b>" if bold else line, "font": {"size": size, "color": colour}} for line in texts]


def _pieces(word: str, room: float, size: int) -> list[str]:
    """A word, such as an address, in pieces that fit into a line."""
    pieces = [""]
    for letter in word:
        if text_width(pieces[-1] + letter, size=size) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _tall(lines: list[dict]) -> float:
    return sum(line["font"]["size"] * _LINE for line in lines)


def _set(lines: list[dict], left: float, y: float, shift: float) -> list[dict]:
    """The lines one under the other from the picture's left edge, the first `shift` pixels above the plot's edge at `y`."""
    placed = []
    for line in lines:
        where = {"xref": "paper", "yref": "paper", "x": 0, "y": y, "xanchor": "left", "yanchor": "top"}
        placed.append({**line, **where, "xshift": PAD_PX - left, "yshift": shift, "showarrow": False, "align": "left", "borderpad": 0})
        shift -= line["font"]["size"] * _LINE
    return placed
