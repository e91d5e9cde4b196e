"""The headline of a search: how many events have the words, and when most of them were."""

from collections.abc import Mapping, Sized

from loaders.events.selection import Selection
from loaders.hits import quoted
from loaders.story.findings import Headline, ahead
from loaders.text import counted, say

_FEWEST = 3


def search_headline(selection: Selection, found: Mapping[str, Sized]) -> Headline:
    """What was found. `found`: per kind, its hits."""
    if not selection.filters.text:
        return Headline(say("Search every title, name, place and note"))
    words, number = quoted(selection.filters.text), len(selection)
    if not any(map(len, found.values())):
        return Headline(say("Nothing has {words}", words=words))
    if not number:
        return Headline(say("{words} appears in no event", words=words))
    year, most = ahead(selection.most("year")) or (0, 0)
    if most >= _FEWEST and 2 * most >= number:
        year = str(year)
        return Headline(say("{words} appears in {count} events, {most} of them in {year}", words=words, count=number, most=most, year=year))
    return Headline(counted("{words} appears in {count} event", "{words} appears in {count} events", words=words, count=number))


def in_background(selection: Selection) -> int:
    """How many more events the background has."""
    return 0 if selection.filters.background else selection.count(background=True) - len(selection)
