"""Dates in EDTF (ISO 8601-2): what they bound, what lasted and what is only doubtful.

A span keeps four days apart: something began between `start` and `start_latest`, and ended between
`end_earliest` and `end`. For what happened at one unknown moment of a month, `start_latest` is the month's
last day and `end_earliest` its first; for what lasted, `start_latest` to `end_earliest` is the part that is certain.
Bounds are the strict ones of the `edtf` library: its fuzzy ones widen `2022-01?` by months that no source names.
"""

import math
import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import pandas as pd
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

_BEYOND = re.compile("[SEY]")  # significant digits, exponents and years beyond four digits
PRECISIONS = ("day", "month", "season", "year", "decade", "century", "range", "undated")


@dataclass(frozen=True)
class Span:
    """One stretch of time; a bound is None where it is open (`..`) or unknown."""

    start: date | None
    start_latest: date | None
    end_earliest: date | None
    end: date | None
    precision: str
    lasted: bool = False
    uncertain: bool = False
    approximate: bool = False


@lru_cache(maxsize=4096)
def spans(text: str) -> tuple[Span, ...]:
    """The spans that an EDTF text names: several for a set (`{a,b}`), none for a blank.

    Raises ValueError where the text is not EDTF or lies outside the years 1 to 9999.
    """
    if not text:
        return ()
    if text != text.strip() or _BEYOND.search(text):
        raise ValueError(f"{text!r} is not an EDTF date")
    try:
        found = tuple(_spans(parse_edtf(text)))
    except (EDTFParseException, AttributeError, TypeError, OverflowError, ValueError) as fault:
        raise ValueError(f"{text!r} is not an EDTF date") from fault
    if any(span.start and span.end and span.start > span.end for span in found):
        raise ValueError(f"{text!r} ends before it begins")
    return found


def _spans(parsed) -> list[Span]:
    if isinstance(parsed, MultipleDates):
        return [span for part in _members(parsed) for span in _spans(part)]
    if isinstance(parsed, OneOfASet):
        return [_doubt(_bound(parsed.lower_strict()), _bound(parsed.upper_strict()), "range")]
    if isinstance(parsed, Consecutives):
        return [_doubt(_bound(parsed.lower_strict()), _bound(parsed.upper_strict()), "range")]
    if isinstance(parsed, Interval):
        return [_lasting(parsed)]
    return [_moment(parsed)]


def _members(parsed) -> list:
    return [part for item in parsed.objects for part in (item if isinstance(item, tuple) else (item,))]


def _doubt(start: date | None, end: date | None, precision: str) -> Span:
    return Span(start, end, start, end, precision)


def _moment(parsed) -> Span:
    span = _doubt(_bound(parsed.lower_strict()), _bound(parsed.upper_strict()), _precision(parsed))
    either = bool(getattr(parsed, "is_uncertain_and_approximate", False))
    return replace(
        span,
        uncertain=bool(getattr(parsed, "is_uncertain", False)) or either,
        approximate=bool(getattr(parsed, "is_approximate", False)) or either,
    )


def _lasting(parsed) -> Span:
    first, last = (_end(side) for side in (parsed.lower, parsed.upper))
    ends = [side for side in (first, last) if side]
    return Span(
        start=first and first.start,
        start_latest=first and first.end,
        end_earliest=last and last.start,
        end=last and last.end,
        precision=max((side.precision for side in ends), key=PRECISIONS.index),
        lasted=True,
        uncertain=any(side.uncertain for side in ends),
        approximate=any(side.approximate for side in ends),
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


SPAN_COLUMNS = ["start", "start_latest", "end_earliest", "end"]


def span_table(dates: pd.Series) -> pd.DataFrame:
    """One row is one span of one dated row of `dates` (EDTF texts; its index names the rows).

    Columns: `row` (the index value), `start`, `start_latest`, `end_earliest`, `end` (datetime64, NaT where open),
    `precision`, `lasted`, `uncertain`, `approximate`. Undated rows have no span.
    Raises ValueError where a text is not EDTF.
    """
    rows = [{"row": row, **vars(span)} for row, text in dates.items() if isinstance(text, str) for span in spans(text)]
    table = pd.DataFrame(rows, columns=["row", *SPAN_COLUMNS, "precision", "lasted", "uncertain", "approximate"])
    for column in SPAN_COLUMNS:
        table[column] = pd.to_datetime(table[column].astype("datetime64[s]"))
    return table.astype({"lasted": bool, "uncertain": bool, "approximate": bool})


def date_table(dates: pd.Series) -> pd.DataFrame:
    """One row is one row of `dates`, dated or not, with its index.

    Columns: `start` and `end` (first and last possible day, NaT where open or undated), `start_latest`,
    `end_earliest`, `precision` (one of PRECISIONS; a set has that of its coarsest member), `lasted`, `uncertain`,
    `approximate`, `open_start`, `open_end`.
    """
    spans_of = span_table(dates)
    grouped = spans_of.groupby("row", sort=False)
    table = pd.DataFrame(index=dates.index)
    whole = grouped.size()
    for column, outer in (("start", "min"), ("start_latest", "min"), ("end_earliest", "max"), ("end", "max")):
        table[column] = grouped[column].agg(outer).where(grouped[column].count() == whole)  # open where one member is open
    rank = spans_of["precision"].map(PRECISIONS.index).groupby(spans_of["row"]).max()
    table["precision"] = rank.map(dict(enumerate(PRECISIONS))).reindex(table.index).fillna("undated").astype("str")
    for flag in ("lasted", "uncertain", "approximate"):
        table[flag] = grouped[flag].any().reindex(table.index, fill_value=False)
    dated = table["precision"] != "undated"
    table["open_start"] = dated & table["start"].isna()
    table["open_end"] = dated & table["end"].isna()
    return table
