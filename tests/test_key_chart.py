"""The reading key: one of each mark, drawn as on the charts, within its place."""

import drawn
import plotly.graph_objects as go
import pytest

from charts.key import reading_key
from charts.look import SMALL_SIZE_PX, text_width

WORDS = 11


def texts(figure):
    (trace,) = [trace for trace in figure["data"] if trace.get("mode") == "text"]
    return list(zip(trace["x"], trace["y"], trace["text"], strict=True))


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1100.0, 340.0])
def test_plotly_accepts_the_key_and_every_mark_has_its_words(dark, width):
    figure = reading_key(dark=dark, width=width)
    go.Figure(figure)
    assert len(texts(figure)) == WORDS


@pytest.mark.parametrize("width", [1100.0, 340.0])
def test_the_key_stays_within_its_place(width):
    figure = reading_key(dark=False, width=width)
    assert all(x + text_width(text, size=SMALL_SIZE_PX) <= width for x, _, text in texts(figure))
    assert all(0 <= y <= figure["layout"]["height"] for _, y, _ in texts(figure))


@pytest.mark.parametrize("width", [1100.0, 340.0])
def test_the_keys_words_do_not_run_into_the_next_mark(width):
    figure = reading_key(dark=False, width=width)
    marks = [(bar.left, bar.y) for bar in drawn.bars(figure)] + [(x, y) for x, y, _ in drawn.points(figure)]
    for x, y, text in texts(figure):
        after = [left for left, line in marks if line == y and left > x]
        assert x + text_width(text, size=SMALL_SIZE_PX) <= min(after, default=width)
