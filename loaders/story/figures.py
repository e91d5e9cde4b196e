"""The headlines of the figures of cities: rules, the most telling first."""

from loaders.events.selection import Selection, derived
from loaders.figure_words import brief_value, when_text
from loaders.over_time import figures_over_time, indicator_over_time, lines_of
from loaders.side_by_side import Block, blocks, common_year, figures_shown, places_compared
from loaders.story.findings import Headline, first
from loaders.text import counted, listed, message, say

_FRACTIONS = (
    (3 / 4, message("three quarters")),
    (2 / 3, message("two thirds")),
    (1 / 2, message("half")),
    (1 / 3, message("a third")),
    (1 / 4, message("a quarter")),
    (1 / 5, message("a fifth")),
    (1 / 10, message("a tenth")),
)
_LEAST_CHANGE = 0.02


@derived
def side_headline(selection: Selection) -> Headline:
    """What the figures side by side say."""
    return first((_none, _one, _share_apart, _from_to, _plain), selection)


@derived
def time_headline(selection: Selection) -> Headline:
    """What the figures over time say."""
    return first((_no_line, _changed, _plain_time), selection)


def _none(selection: Selection) -> Headline | None:
    return None if blocks(selection) else Headline(say("No figure was found for this choice"))


def _one(selection: Selection) -> Headline | None:
    """One figure alone."""
    figures = figures_shown(selection)
    if len(figures) > 1:
        return None
    (row,) = figures.itertuples()
    return Headline(say("{indicator}, {place}: {figure}", indicator=row.indicator, place=row.city, figure=row.figure), row.as_of_text)


def _clear(block: Block) -> tuple | None:
    """The lowest and the highest figure of one unit, in one year, where neither has a doubt or a note of its own, which might turn them."""
    rows = sorted((row for row in block.figures if row.unit_text == block.unit), key=lambda row: row.value)
    if not block.leads or len(rows) < 2 or len(rows) < len(block.figures) or any(row.observation_id in block.aside for row in rows):
        return None
    ends = rows[0], rows[-1]
    sure = all(row.derived or not isinstance(row.qualifier, str) for row in ends) and not any(isinstance(row.note, str) for row in ends)
    return ends if sure and rows[0].value < rows[1].value and rows[-2].value < rows[-1].value else None


def _share_apart(selection: Selection) -> Headline | None:
    """A share whose highest and lowest place lie on two sides of a simple fraction: the one whose places lie furthest apart."""
    found = []
    for block in blocks(selection):
        ends = _clear(block) if block.quantity == "share" and block.unit == "%" else None
        above = next((pair for pair in _FRACTIONS if ends and pair[0] * 100 < ends[1].value), None)
        below = next((pair for pair in reversed(_FRACTIONS) if ends and pair[0] * 100 > ends[0].value), None)
        if above and below and above[0] >= below[0]:
            found.append((len(block.figures), block, ends, above[1], below[1]))
    if not found:
        return None
    _, block, (low, high), above, below = max(found, key=lambda some: some[0])
    places = {"high": high.city, "low": low.city, "above": say(above), "below": say(below), "indicator": block.name}
    line = say("{high} and {low} in {year}.", high=_figure(high), low=_figure(low), year=str(block.year))
    return Headline(say("{indicator}: more than {above} in {high}, less than {below} in {low}", **places), line)


def _from_to(selection: Selection) -> Headline | None:
    """The first indicator of the common year, from the lowest place to the highest."""
    block, ends = next(((block, ends) for block in blocks(selection) if (ends := _clear(block))), (None, None))
    if block is None:
        return None
    low, high = ends
    title = say(
        "{indicator}: from {low} in {here} to {high} in {there}",
        indicator=block.name,
        low=_figure(low),
        here=low.city,
        high=_figure(high),
        there=high.city,
    )
    return Headline(title, say("All of {year}.", year=str(block.year)))


def _plain(selection: Selection) -> Headline:
    number, year = len(blocks(selection)), common_year(selection)
    places = listed(list(places_compared(selection)["city"]))
    title = counted("{count} figure of {places}", "{count} figures of {places}", count=len(figures_shown(selection)), places=places)
    if number == 1:
        return Headline(blocks(selection)[0].name, title)
    return Headline(title, say("{year} is the year that most of them share.", year=str(year)) if year else "")


def _figure(row) -> str:
    unit = row.unit_text
    return say("{value} {unit}", value=brief_value(row), unit=unit) if unit and row.unit != "year" else brief_value(row)


def _no_line(selection: Selection) -> Headline | None:
    return None if lines_of(selection) else Headline(say("No figure of two years in one way of counting was found"))


def _changed(selection: Selection) -> Headline | None:
    """How much the place has changed most whose series is the longest kept."""
    changes = []
    for rows in lines_of(selection):
        series: dict[str, list] = {}
        for row in rows:
            series.setdefault(row.series_id, []).append(row)
        changes += [
            (some[0], some[-1]) for some in series.values() if len(some) > 1 and some[0].value and _plainly(some[0]) and _plainly(some[-1])
        ]
    changes = [(begin, end) for begin, end in changes if abs(end.value / begin.value - 1) >= _LEAST_CHANGE]
    if not changes:
        return None
    begin, end = max(changes, key=lambda ends: (ends[1].end, ends[1].x - ends[0].x, abs(ends[1].value / ends[0].value - 1)))
    words = {"indicator": begin.indicator, "place": begin.city, "first": _figure(begin), "last": _figure(end)}
    words |= {"begin": when_text(begin), "end": when_text(end)}
    if end.value > begin.value:
        return Headline(say("{indicator}, {place}: up from {first} in {begin} to {last} in {end}", **words), end.series)
    return Headline(say("{indicator}, {place}: down from {first} in {begin} to {last} in {end}", **words), end.series)


def _plainly(row) -> bool:
    return row.derived or not isinstance(row.qualifier, str)


def _plain_time(selection: Selection) -> Headline:
    rows = figures_over_time(selection)
    title = counted("{count} figure over the years", "{count} figures over the years", count=len(rows))
    return Headline(f"{rows['indicator'].iloc[0]}", title) if indicator_over_time(selection) else Headline(title)
