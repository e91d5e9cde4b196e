"""A figure that is written out: made once, cheap to keep and cheap to send."""

import html
import re
from typing import NamedTuple

import orjson
import plotly.io
from plotly.basedatatypes import BaseFigure


class Mark(NamedTuple):
    """What a click on a part of a figure means: a kind of thing and its key; and its words."""

    what: str
    key: str
    words: str


class ReadyFigure(BaseFigure):
    """A figure as plotly reads it, kept as the bytes of its JSON; the same figure gives the same bytes. plotly checks nothing of it.

    Only its size and its `marks` are known without reading these bytes: what has a third word in its customdata, which a click on it hands on.
    """

    def __init__(self, figure: dict):
        layout = figure["layout"]
        size = {name: layout[name] for name in ("width", "height") if name in layout}
        vars(self).update(
            text=plotly.io.to_json(figure, validate=False).encode(), size=size, said=orjson.dumps([*map(list, _marks(figure))])
        )

    @property
    def marks(self) -> list[Mark]:
        """What a click on a part of it means, each once."""
        return [Mark(*mark) for mark in orjson.loads(self.said)]

    def to_dict(self) -> dict:
        """What plotly and Streamlit ask for: a figure that writes itself as it was written."""
        return _Written(self)

    def read(self) -> dict:
        """The figure with all its traces, read back."""
        return orjson.loads(self.text)


def _marks(figure: dict) -> tuple[Mark, ...]:
    said = [point for trace in figure["data"] for point in trace.get("customdata") or () if point and len(point) == 3]
    return tuple(dict.fromkeys(Mark(what, key, _plain(words)) for key, words, what in said))


def _plain(words: str) -> str:
    return html.unescape(re.sub("<[^>]*>", "", words.replace("<br>", ", ")))


class _Written(dict):
    """A figure of which only the size is spelled out; plotly writes it as the text that is kept."""

    def __init__(self, ready: ReadyFigure):
        super().__init__(layout=ready.size)
        self._text = ready.text

    def to_plotly_json(self) -> orjson.Fragment:
        return orjson.Fragment(self._text)
