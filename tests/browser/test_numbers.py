"""A number on a chart is the number of events that a click on it lists: a mark on each of some charts, under a reader's pointer."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from loaders.events.filters import from_query

MARKS = [
    ("/", {}, "wall-wide", "column", 5),
    ("/", {}, "directions", "trips", 0),
    ("/timeline", {}, "chart-wide", "year", 14),
    ("/timeline", {"background": "yes"}, "chart-wide", "row", 3),
    ("/cities", {"view": "two"}, "mirror-wide", "column", 9),
    ("/cities", {"view": "two"}, "opposite-journey-wide", "journey", 0),
    ("/cities", {"view": "city", "of": "essen"}, "city-wide", "column", 5),
    ("/cities", {"view": "city"}, "city-publishers-wide", "source", 1),
    ("/network", {}, "matrix", "cell", 5),
    ("/network", {}, "matrix", "total", 2),
    ("/network", {}, "partners-wide", "partner", 3),
    ("/sources", {}, "publishers-wide", "alone", 1),
    ("/sources", {}, "founding-wide", "group", 1),
    ("/sources", {"view": "coverage"}, "coverage-wide", "cell", 4),
    ("/timeline", {"sector": "culture", "background": "yes"}, "chart-wide", "year", 3),
]
"""The page and its choices, the chart, the trace of it that the pointer meets, and which of its marks."""
# Where a mark stands on the screen, once it is in the middle of it.
PLACE = """(chart, [name, mark]) => {
  const trace = chart._fullData.find(trace => trace.name === name && trace.customdata?.length > mark), layout = chart._fullLayout;
  const [across, down] = [layout[trace.xaxis.replace("x", "xaxis")], layout[trace.yaxis.replace("y", "yaxis")]];
  const base = trace.base?.length ? trace.base[mark] : trace.base ?? 0, lies = trace.orientation === "h", bar = trace.type === "bar";
  const x = bar && lies ? base + trace.x[mark] / 2 : trace.x[mark], y = bar && !lies ? base + trace.y[mark] / 2 : trace.y[mark];
  const [left, top] = [across._offset + across.l2p(x), down._offset + down.l2p(y)];
  document.querySelector('[data-testid="stMain"]').scrollTop += chart.getBoundingClientRect().y + top - innerHeight / 2;
  const box = chart.getBoundingClientRect();
  return {x: box.x + left, y: box.y + top};
}"""


@pytest.mark.parametrize(("path", "query", "key", "trace", "mark"), MARKS)
def test_the_number_of_a_mark_is_that_of_the_events_that_a_click_on_it_lists(path, query, key, trace, mark, reader, allowed):
    reader.opens(path, **query)
    chart = reader.page.locator(f'[class*="st-key-{key}"] .js-plotly-plot')
    place = chart.evaluate(PLACE, [trace, mark])
    reader.page.mouse.move(place["x"], place["y"])
    card = chart.locator(".hoverlayer .hovertext")
    expect(card).to_be_visible()
    said = re.findall(r"\d+", card.text_content())
    before = reader.page.url
    reader.page.mouse.click(place["x"], place["y"])
    reader.page.wait_for_function("before => location.href !== before", arg=before)
    filters, wrong = from_query(parse_qs(urlsplit(reader.page.url).query), allowed)
    reader.finds_count(filters)
    assert not wrong and str(reader.store.selection(filters).count()) in said, card
