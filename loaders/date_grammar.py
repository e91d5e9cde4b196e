"""EDTF by its whole grammar: every form that a date may have, as the `edtf` library reads it, at tens of milliseconds a text.

Bounds are the strict ones of the library: its fuzzy ones widen `2022-01?` by months that no source names.
"""

import math
from dataclasses import replace
from datetime import date

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from edtf.parser.parser_classes import (
    Consecutives,
    Interval,
    Level2Season,
    MultipleDates,
    OneOfASet,
    Season,
    UncertainOrApproximate,
    Unspecified,
    UnspecifiedIntervalSection,
)

from loaders.dates import Span, doubt, lasting


def grammar_spans(text: str) -> tuple[Span, ...]:
    """The spans that a text names; none where it is not EDTF or lies outside the years 1 to 9999."""
    try:
        return tuple(_spans(parse_edtf(text)))
    except (EDTFParseException, AttributeError, TypeError, OverflowError, ValueError):
        return ()


def _spans(parsed) -> list[Span]:
    if isinstance(parsed, MultipleDates):
        return [span for part in _members(parsed) for span in _spans(part)]
    if isinstance(parsed, OneOfASet | Consecutives):
        return [doubt(_bound(parsed.lower_strict()), _bound(parsed.upper_strict()), "range")]
    if isinstance(parsed, Interval):
        return [lasting(_end(parsed.lower), _end(parsed.upper))]
    return [_moment(parsed)]


def _members(parsed) -> list:
    return [part for item in parsed.objects for part in (item if isinstance(item, tuple) else (item,))]


def _moment(parsed) -> Span:
    span = doubt(_bound(parsed.lower_strict()), _bound(parsed.upper_strict()), _precision(parsed))
    either = bool(getattr(parsed, "is_uncertain_and_approximate", False))
    return replace(
        span,
        uncertain=bool(getattr(parsed, "is_uncertain", False)) or either,
        approximate=bool(getattr(parsed, "is_approximate", False)) or either,
    )


def _end(side) -> Span | None:
    if isinstance(side, UnspecifiedIntervalSection):
        return None
    return _moment(side)


def _precision(parsed) -> str:
    if isinstance(parsed, UncertainOrApproximate):
        return _precision(parsed.date)
    if isinstance(parsed, Season):
        return "range" if isinstance(parsed, Level2Season) else "season"
    return _known_part(parsed) if isinstance(parsed, Unspecified) else parsed.precision


def _known_part(parsed: Unspecified) -> str:
    """The precision of what is stated where digits are replaced by X: of `2017-12-XX` it is the month."""
    if "X" in parsed.year:
        return {1: "decade", 2: "century"}.get(parsed.year.count("X"), "range")
    return "year" if "X" in (parsed.month or "X") else "month"


def _bound(value) -> date | None:
    if isinstance(value, float) and math.isinf(value):
        return None
    return date(value.tm_year, value.tm_mon, value.tm_mday)
