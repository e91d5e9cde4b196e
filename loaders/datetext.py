"""Dates in words for a reader, never finer than their EDTF text."""

import re
from datetime import date

from babel.dates import format_interval, format_skeleton

from loaders.dates import Span, spans

LOCALES = {"en": "en_GB"}
_SPACED_DASH = re.compile(r"^(\d{1,2})\s–\s(?=\d)")
_SKELETONS = {"day": "yMMMd", "month": "yMMM", "range": "yMMMd"}
_WORDS = {
    "en": {
        "undated": "no date",
        "and": " and ",
        "or": " or ",
        "between": "between {} and {}",
        "within": "within {}",
        "by": "by {}",
        "from": "{} or later",
        "since": "since {}",
        "until": "until {}",
        "about": "about {}",
        "uncertain": "{}, uncertain",
        "decade": "{}s",
        "seasons": {3: "spring {}", 6: "summer {}", 9: "autumn {}", 12: "winter {}"},
    }
}


def date_text(text: str | None, *, language: str = "en") -> str:
    """An EDTF text in words: `2017-12` gives "Dec 2017", `[..2023-03-07]` gives "by 7 Mar 2023".

    Raises ValueError where the text is not EDTF.
    """
    words = _WORDS[language]
    if not text or text != text:
        return words["undated"]
    found = spans(text)
    if text[0] in "{[" and "," in text:
        joint = words["and"] if text[0] == "{" else words["or"]
        days = _same_month(text[1:-1].split(","))
        if days:
            return joint.join(str(day.day) for day in days[:-1]) + joint + _moment_text(days[-1], "day", language)
        return joint.join(date_text(_member(part, text[0]), language=language) for part in text[1:-1].split(","))
    if text.startswith("[..") or text.endswith("..]"):
        word = "by" if text.startswith("[..") else "from"
        return words[word].format(date_text(text.strip("[.]"), language=language))
    return _span_text(found[0], language)


def _same_month(parts: list[str]) -> list[date]:
    """The days of a set that all lie in one month, else none: `25 or 26 Mar 2021`."""
    if not all(re.fullmatch(r"\d{4}-\d\d-\d\d", part.strip()) for part in parts):
        return []
    days = [date.fromisoformat(part.strip()) for part in parts]
    return days if len({(day.year, day.month) for day in days}) == 1 else []


def _member(part: str, bracket: str) -> str:
    if ".." not in part:
        return part.strip()
    return part.strip().replace("..", "/") if bracket == "{" else f"[{part.strip()}]"


def _span_text(span: Span, language: str) -> str:
    words = _WORDS[language]
    if span.lasted:
        said = _lasting_text(span, language)
    elif span.precision in ("range", "century"):
        said = _range_text(span, language)
    else:
        said = _moment_text(span.start, span.precision, language)
    said = words["about"].format(said) if span.approximate else said
    return words["uncertain"].format(said) if span.uncertain else said


def _lasting_text(span: Span, language: str) -> str:
    words = _WORDS[language]
    if span.end is None:
        return words["since"].format(_moment_text(span.start, span.precision, language))
    if span.start is None:
        return words["until"].format(_moment_text(span.end, span.precision, language))
    if span.precision in ("day", "month"):
        return _interval(span, _SKELETONS[span.precision], language)
    if span.precision in ("range", "century"):
        return _range_text(span, language)
    first, last = (_moment_text(day, span.precision, language) for day in (span.start, span.end))
    return first if first == last else f"{first}–{last}"


def _interval(span: Span, skeleton: str, language: str) -> str:
    """From one day or month to another. Between two numbers alone the dash stands close, whichever way a release of Babel's data has it."""
    text = format_interval(span.start, span.end, skeleton, locale=LOCALES[language])
    return _SPACED_DASH.sub(r"\1–", text)


def _range_text(span: Span, language: str) -> str:
    words = _WORDS[language]
    whole_months = span.start.day == 1 and (span.end.month != _next_day(span.end).month)
    if whole_months and (span.start.month, span.end.month) == (1, 12):
        first, last = span.start.year, span.end.year
        return words["between"].format(first, last) if first != last else words["within"].format(first)
    skeleton = _SKELETONS["month" if whole_months else "day"]
    return words["within"].format(_interval(span, skeleton, language))


def _next_day(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _moment_text(day: date, precision: str, language: str) -> str:
    words = _WORDS[language]
    if precision in _SKELETONS:
        return format_skeleton(_SKELETONS[precision], day, locale=LOCALES[language])
    if precision == "season":
        return words["seasons"][day.month - day.month % 3].format(day.year)
    return words["decade"].format(day.year) if precision == "decade" else str(day.year)
