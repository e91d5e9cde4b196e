"""A figure that is written out: made once, cheap to keep and cheap to send."""

import orjson
import plotly.io
from plotly.basedatatypes import BaseFigure


class ReadyFigure(BaseFigure):
    """A figure as plotly reads it, kept as the bytes of its JSON; the same figure gives the same bytes. plotly checks nothing of it.

    Only its size is known without reading the bytes.
    """

    def __init__(self, figure: dict):
        layout = figure["layout"]
        size = {name: layout[name] for name in ("width", "height") if name in layout}
        vars(self).update(text=plotly.io.to_json(figure, validate=False).encode(), size=size)

    def to_dict(self) -> dict:
        """What plotly and Streamlit ask for: a figure that writes itself as it was written."""
        return _Written(self)

    def read(self) -> dict:
        """The figure with all its traces, read back."""
        return orjson.loads(self.text)


class _Written(dict):
    """A figure of which only the size is spelled out; plotly writes it as the text that is kept."""

    def __init__(self, ready: ReadyFigure):
        super().__init__(layout=ready.size)
        self._text = ready.text

    def to_plotly_json(self) -> orjson.Fragment:
        return orjson.Fragment(self._text)
