"""Side by side: a panel for each indicator, those of the common year first, and where sources disagree on a figure."""

from html import escape

import streamlit as st

from charts.multiples import Mark, Panel, multiples
from charts.ready import ReadyFigure
from loaders.events.selection import Selection, derived
from loaders.figure_words import brief_value, card_lines, range_of, when_text
from loaders.over_time import indicators_over_time
from loaders.side_by_side import Block, blocks, common_year, disagreements, places_compared
from loaders.text import listed, message, say
from pages.cities.rivals import draw_rivals, rivals_figure
from pages.cities.rows import draw_rows
from pages.parts import state
from pages.parts.drawn import dark, meant, show_chart
from pages.parts.opening import forget_clicked, open_clicked
from pages.parts.picture import Drawing
from pages.parts.screen import screen

_SIGNS = {
    "full": message("published figure"),
    "hollow": message("computed by us"),
    "range": message("a range"),
    "beyond": message("beyond the scale"),
}


def draw_side(shown: Selection) -> None:
    """The panels of the common year, the others, the disagreements and the rows."""
    year = common_year(shown)
    whole = [some for some in ("year", "own") if _panels(shown, some)]
    for place, part in enumerate(whole):
        if part == "own" and year is not None:
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", key="other-figures"):
                if place:
                    st.subheader(say("Other figures, each with its own year"), anchor=False)
                _key()
        with st.container(key=f"picture-{part}-{screen()}"):
            _draw(shown, part)
    if whole == ["year"] or year is None:
        _key()
    draw_rivals(shown)
    draw_rows(shown, "side")


def _draw(shown: Selection, part: str) -> None:
    key = f"multiples-{part}-{screen()}"
    figure = _figure(shown, part, dark=dark(), narrow=screen() == "narrow")
    show_chart(figure, key=key, alt=_text(shown, part), clicked=lambda: _clicked(key))


def _clicked(key: str) -> None:
    """A figure opens its card, a title leads to its lines over time."""
    what, found = meant(st.session_state[key]["selection"])
    if what:
        forget_clicked(key)
        state.write_address(view="time", indicator=found)
    else:
        open_clicked(key, "figure", [found] if found else [])


@derived
def _panels(shown: Selection, part: str) -> list[tuple[str, list[Panel]]]:
    """The sections of one picture: of what leads each panel by itself, of the others a section a group."""
    lines = indicators_over_time(shown)
    if part == "year":
        return [("", [_panel(block, lines)]) for block in blocks(shown) if block.leads]
    groups: dict[str, list[Panel]] = {}
    for block in blocks(shown):
        if not block.leads:
            groups.setdefault(block.group, []).append(_panel(block, lines))
    return list(groups.items())


def _panel(block: Block, lines: dict[str, str]) -> Panel:
    unit = "" if block.quantity == "year" else block.unit
    aside = ", ".join(filter(None, [str(block.year) if block.leads else "", "" if unit in block.name else unit]))
    largest = max(abs(row.value) for row in block.figures if row.unit_text == block.unit)
    marks = tuple(row and _mark(row, block, largest) for row in block.rows)
    source = "; ".join(dict.fromkeys(row.publisher for row in block.figures))
    key = block.indicator if block.indicator in lines else ""
    return Panel(block.name, aside, source, marks, zero=block.quantity != "year", key=key)


def _mark(row, block: Block, largest: float) -> Mark:
    own = row.unit_text == block.unit
    text = brief_value(row, largest) if own else say("{value} {unit}", value=brief_value(row), unit=row.unit_text)
    when = when_text(row, aim=block.quantity == "year") if not block.leads or row.observation_id in block.aside else ""
    return Mark(
        row.observation_id, row.value if own else None, text, when, "<br>".join(map(escape, card_lines(row))), row.derived, range_of(row)
    )


@derived
def _figure(shown: Selection, part: str, *, dark: bool, narrow: bool) -> ReadyFigure:
    places, words = list(places_compared(shown)["city"]), {"missing": say("no figure found"), "over_time": say("Over time")}
    return ReadyFigure(multiples(_panels(shown, part), places, **words, dark=dark, narrow=narrow))


@derived
def _text(shown: Selection, part: str) -> str:
    names = [panel.title for _, panels in _panels(shown, part) for panel in panels]
    return say("{indicators}: the figures of {places}.", indicators=listed(names), places=listed(list(places_compared(shown)["city"])))


def _key() -> None:
    """How the marks are read."""
    signs = "".join(f'<li><i class="{sign}"></i>{escape(say(words))}</li>' for sign, words in _SIGNS.items())
    st.html(f'<ul class="figure-signs">{signs}</ul>', width="content")


def side_pictures(shown: Selection) -> list[Drawing]:
    """The panels, and the figures that disagree, as they are saved."""
    titles = {"year": say("In {year}", year=str(common_year(shown))), "own": say("Each with its own year")}
    note = say("Dots are published figures, hollow diamonds computed by us, arrows beyond the scale.")
    found = [
        Drawing(title, lambda part=part: _figure(shown, part, dark=False, narrow=False), note)
        for part, title in titles.items()
        if _panels(shown, part)
    ]
    disagreeing = Drawing(say("Where sources disagree on a figure"), lambda: rivals_figure(shown, dark=False, narrow=False))
    return [*found, disagreeing] if disagreements(shown) else found
