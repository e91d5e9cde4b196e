"""Sentences about what is shown, generated from it and never typed in; a number in them is one of its rows, or of a narrowing of it."""

from loaders.events.selection import Selection
from loaders.numbers import number_text
from loaders.story.headlines import timeline_headline


def joined(parts: list[str], word: str = "and") -> str:
    """`a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def timeline_text(selection: Selection) -> str:
    """The timeline in words, for those who do not see it."""
    names = selection.store.names()["sector"]
    sectors = ", ".join(f"{names[code]} {number_text(number)}" for code, number in selection.most("sector"))
    headline = " ".join(filter(None, timeline_headline(selection)))
    return f"Timeline. {headline}. By sector: {sectors}. The same events stand in the table below."
