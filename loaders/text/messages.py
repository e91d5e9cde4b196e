"""Messages: an English text with named places is the key under which a catalogue (`text/`, gettext) has it in another language.

`pybabel extract -F babel.cfg -k say -k message -k counted:1,2 --no-location --sort-output --omit-header -o text/messages.pot loaders pages charts` lists them all.
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


def say(text: str, /, **places: object) -> str:
    """The message in the reader's language, its places filled: `say("{tie} in {year}", tie=name, year="2014")`.

    A whole number in a place is written as the language writes numbers; a year is given as text.
    """
    return _filled(_catalogue(LANGUAGE).gettext(text), places)


def counted(one: str, several: str, /, *, count: int, **places: object) -> str:
    """The message for so many: `counted("{count} event", "{count} events", count=3)`; a language has as many forms as it needs."""
    return _filled(_catalogue(LANGUAGE).ngettext(one, several, count), {"count": count, **places})


def message(text: str, /) -> str:
    """A text that is said later: the catalogue has it."""
    return text


def _filled(text: str, places: dict[str, object]) -> str:
    return text.format(**{name: number(value) if isinstance(value, int) else value for name, value in places.items()})


@lru_cache(4096)
def number(value: int) -> str:
    """A whole number as the reader's language writes it, thousands apart by a thin space."""
    return format_decimal(value, "#,##0", locale=LANGUAGE).replace(",", THIN_SPACE)


def listed(words: Sequence[str], style: str = "standard") -> str:
    """`a, b and c` in the reader's language; `style`: `standard`, or `or`."""
    return format_list(list(words), style=style, locale=f"{LANGUAGE}_GB" if LANGUAGE == "en" else LANGUAGE)
