"""Messages: an English text with named places is the key under which a catalogue (`text/`, gettext) has it in another language.

`pybabel extract -k say:1,2 -k say:1 loaders pages charts -o text/messages.pot` lists them all.
"""

from collections.abc import Sequence
from functools import lru_cache
from gettext import NullTranslations, translation
from pathlib import Path

from babel.lists import format_list
from babel.numbers import format_decimal

from loaders.numbers import THIN_SPACE

CATALOGUES = Path(__file__).resolve().parents[2] / "text"
LANGUAGE = "en"


@lru_cache
def _catalogue(language: str) -> NullTranslations:
    return translation("messages", CATALOGUES, [language], fallback=True)


def say(message: str, several: str = "", /, *, count: int | None = None, **places: object) -> str:
    """The message in the reader's language, its places filled: `say("{count} event", "{count} events", count=3)`.

    `several`: the message for other numbers than one. A whole number in a place is written as the language writes numbers; a year is given as text.
    """
    words = _catalogue(LANGUAGE)
    text = words.ngettext(message, several, count) if several else words.gettext(message)
    if count is not None:
        places["count"] = count
    return text.format(**{name: number(value) if isinstance(value, int) else value for name, value in places.items()})


@lru_cache(4096)
def number(value: int) -> str:
    """A whole number as the reader's language writes it, thousands apart by a thin space."""
    return format_decimal(value, "#,##0", locale=LANGUAGE).replace(",", THIN_SPACE)


def listed(words: Sequence[str], style: str = "standard") -> str:
    """`a, b and c` in the reader's language; `style`: `standard`, or `or`."""
    return format_list(list(words), style=style, locale=f"{LANGUAGE}_GB" if LANGUAGE == "en" else LANGUAGE)
