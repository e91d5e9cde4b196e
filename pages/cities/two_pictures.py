"""Two compared in pictures: their years mirrored on one axis, and bars back to back by sector, direction, mode, status and sources."""

import streamlit as st

from charts.bricks import Lane
from charts.mirror import mirrored
from charts.opposite import Pair, opposite
from charts.ready import ReadyFigure
from charts.scale import year_slots
from loaders.bricks import Brick, bricks, bricks_note
from loaders.compare import JOURNEY, Both, by_direction, by_word, means, own
from loaders.compare_sides import Side, sides
from loaders.events.selection import Selection, derived
from loaders.text import listed, message, say
from pages.cities.views import part
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.picture import HALF_WIDTH_PX, Drawing
from pages.parts.screen import screen
from pages.parts.words import md

_TITLES = {
    "sector": message("By sector"),
    JOURNEY: message("Trips between countries"),
    "mode": message("How they met"),
    "status": message("Held or not"),
    "witnesses": message("Independent sources"),
}
FACETS = tuple(_TITLES)


def draw_mirror(shown: Selection) -> None:
    """The bricks of both sides."""
    width = screen()
    with st.container(key=f"picture-{width}-compared", gap="xxsmall"):
        if not _years(shown):
            st.markdown(md(say("None of these events has a date.")))
            return
        narrowing_chart(
            mirror(shown, dark=dark(), narrow=width == "narrow"),
            key=f"mirror-{width}",
            alt=_text(shown),
            means=lambda what, key: column_means(shown, what, key),
        )
        st.caption(md(bricks_note(_bricks(shown))))


@derived
def _years(shown: Selection) -> list[tuple[str, tuple[int, int]]]:
    """The columns from left to right: their name, and the first and last year that they stand for."""
    numbers: dict[int, int] = {}
    for side in sides(shown):
        for year, events in side.selection.by("year").items():
            numbers[year] = numbers.get(year, 0) + events
    return year_slots(numbers) if numbers else []


@derived
def mirror(shown: Selection, *, dark: bool, narrow: bool) -> ReadyFigure:
    """Both sides over the years as a figure."""
    lanes = [Lane(side.code, side.name, len(side)) for side in sides(shown)]
    return ReadyFigure(mirrored(_bricks(shown), lanes, _years(shown), dark=dark, narrow=narrow))


def _bricks(shown: Selection) -> list[Brick]:
    """The bricks of both sides, each with the code of its side as lane."""
    return [brick._replace(lane=side.code) for side in sides(shown) for brick in bricks(side.selection, "")]


def column_means(shown: Selection, what: str, key: str) -> dict[str, object]:
    """The choices for a click on a side's name, or on the number of a column of it."""
    code, _, column = key.partition("|")
    side = next(side for side in sides(shown) if side.code == code)
    return own(side) if what == "lane" else own(side) | {"years": _within(side, _years(shown)[int(column)][1])}


def _within(side: Side, years: tuple[int, int]) -> tuple[int, int]:
    """The years of a column as far as they are the side's: one that opens the axis may stand for years of both."""
    first, last = side.selection.filters.years or years
    return max(first, years[0]), min(last, years[1])


@derived
def _text(shown: Selection) -> str:
    said = [f"{side.name}: " + ", ".join(f"{year} {events}" for year, events in side.selection.by("year").items()) for side in sides(shown)]
    return say("Events by year. {sides}.", sides="; ".join(said))


@derived
def _rows(shown: Selection, facet: str) -> list[Both]:
    return by_direction(shown) if facet == JOURNEY else by_word(shown, facet)


def draw_opposite(shown: Selection, facet: str) -> None:
    """One picture of bars back to back; nothing where neither side has any."""
    rows, width = _rows(shown, facet), screen()
    if not rows:
        return
    with part(f"opposite-{facet}", say(_TITLES[facet])):
        narrowing_chart(
            bars(shown, facet, dark=dark(), narrow=width == "narrow"),
            key=f"opposite-{facet}-{width}",
            alt=_in_words(shown, facet),
            means=lambda what, key: bar_means(shown, what, key),
        )


@derived
def bars(shown: Selection, facet: str, *, dark: bool, narrow: bool) -> ReadyFigure:
    """One of the pictures."""
    colours = shown.facts.table("sectors").set_index("sector_id")["colour"] if facet == "sector" else {}
    pairs = [Pair(row.code, row.name, row.numbers, colours.get(row.code, "")) for row in _rows(shown, facet)]
    return ReadyFigure(opposite(pairs, tuple(side.name for side in sides(shown)), facet, dark=dark, narrow=narrow))


def bar_means(shown: Selection, facet: str, key: str) -> dict[str, object]:
    """The choices for a click on a bar: `a|energy`."""
    letter, _, code = key.partition("|")
    return means(sides(shown)[letter == "b"], facet, code)


@derived
def _in_words(shown: Selection, facet: str) -> str:
    a, b = sides(shown)
    return "; ".join(
        say("{name}: {a} {first}, {b} {second}", name=row.name, a=a.name, b=b.name, first=row.numbers[0], second=row.numbers[1])
        for row in _rows(shown, facet)
    )


def compared_pictures(shown: Selection) -> list[Drawing]:
    """The pictures as they are saved."""
    names = listed([side.name for side in sides(shown)])
    years = [Drawing(say("{sides} by year", sides=names), lambda: mirror(shown, dark=False, narrow=False), bricks_note(_bricks(shown)))] if _years(shown) else []  # fmt: skip
    return years + [
        Drawing(say(title), lambda facet=facet: bars(shown, facet, dark=False, narrow=False), width=HALF_WIDTH_PX)
        for facet, title in _TITLES.items()
        if _rows(shown, facet)
    ]
