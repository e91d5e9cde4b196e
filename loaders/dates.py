"""Dates in EDTF (ISO 8601-2): what they bound, what lasted and what is only doubtful.

A span keeps four days apart: something began between `start` and `start_latest`, and ended between
`end_earliest` and `end`. For what happened at one unknown moment of a month, `start_latest` is the month's
last day and `end_earliest` its first; for what lasted, `start_latest` to `end_earliest` is the part that is certain.
Days, months, years and seasons, and intervals and sets of the first three, are read here; every other form by the grammar (`loaders.date_grammar`),
which comes to the same bounds and takes a thousand times as long.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

_BEYOND = re.compile("[SEY]")  # significant digits, exponents and years beyond four digits
_DATE = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")
_SEASONS = {"-21": (3, 5), "-22": (6, 8), "-23": (9, 11), "-24": (12, 12)}  # first and last month; winter within its year
_KEPT = 1 << 16  # more than there are days in a century
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


def spans(text: str) -> tuple[Span, ...]:
    """The spans that an EDTF text names: several for a set (`{a,b}`), none for a blank.

    Raises ValueError where the text is not EDTF or lies outside the years 1 to 9999.
    """
    if not text:
        return ()
    found = _found(text)
    if not found:
        raise ValueError(f"{text!r} is not an EDTF date")
    if any(span.start and span.end and span.start > span.end for span in found):
        raise ValueError(f"{text!r} ends before it begins")
    return found


@lru_cache(maxsize=_KEPT)
def _found(text: str) -> tuple[Span, ...]:
    """The spans of a text, each text read once; none where it is not EDTF."""
    if text != text.strip() or _BEYOND.search(text):
        return ()
    return plain_spans(text) or _grammar_spans(text)


def _grammar_spans(text: str) -> tuple[Span, ...]:
    from loaders.date_grammar import grammar_spans  # only here: it takes long to import, and few data need it

    return grammar_spans(text)


def plain_spans(text: str) -> tuple[Span, ...]:
    """The spans of a day, a month, a year, a season, an interval or a set; none where the text has another form or is wrong."""
    try:
        if text[0] + text[-1] == "{}":
            return tuple(_members(text))
        if text[0] + text[-1] == "[]":
            return (_one_of(text),)
        if "/" in text:
            first, last = (None if side == ".." else _moment(side) for side in text.split("/"))
            return (lasting(first, last),)
        return (_season(text) if text[4:] in _SEASONS else _moment(text),)
    except ValueError:
        return ()


def _moment(text: str, signs: str = "?~%") -> Span:
    """A day, a month or a year. Raises ValueError where the text is none, or has a sign of doubt that is not among `signs`."""
    found = _DATE.fullmatch(text)
    if not found or found[4] not in ("", *signs):
        raise ValueError(text)
    year, month, day, sign = found.groups()
    start = date.fromisoformat(f"{year}-{month or '01'}-{day or '01'}")
    end = start if day else _last_day(start.year, start.month if month else 12)
    precision = "day" if day else "month" if month else "year"
    return doubt(start, end, precision, uncertain=sign in ("?", "%"), approximate=sign in ("~", "%"))


def _season(text: str) -> Span:
    year, (first, last) = date.fromisoformat(f"{text[:4]}-01-01").year, _SEASONS[text[4:]]
    return doubt(date(year, first, 1), _last_day(year, last), "season")


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _members(text: str) -> list[Span]:
    """Of a set, its members: dates, and ranges between two dates of one precision."""
    parts = text[1:-1].split(",")
    if len(parts) == 1 and ".." not in text:
        raise ValueError(text)
    return [_range(part) if ".." in part else _moment(part, signs="") for part in parts]


def _range(text: str) -> Span:
    first, last = (_moment(part, signs="") for part in text.split(".."))
    if first.precision != last.precision:
        raise ValueError(text)
    return doubt(first.start, last.end, "range")


def _one_of(text: str) -> Span:
    """Of a set of which one member is meant, all that it may be: after or before a date, or from its first day to its last."""
    if text.startswith("[.."):
        return doubt(None, _moment(text[3:-1], signs="").end, "range")
    if text.endswith("..]"):
        return doubt(_moment(text[1:-3], signs="").start, None, "range")
    members = _members(text)
    return doubt(min(span.start for span in members), max(span.end for span in members), "range")


def doubt(start: date | None, end: date | None, precision: str, **signs: bool) -> Span:
    """One unknown moment between two days."""
    return Span(start, end, start, end, precision, **signs)


def lasting(first: Span | None, last: Span | None) -> Span:
    """What began at one moment and ended at another; None where that end is open. ValueError where both are."""
    ends = [side for side in (first, last) if side]
    return Span(
        start=first and first.start,
        start_latest=first and first.end,
        end_earliest=last and last.start,
        end=last and last.end,
        precision=_coarsest(ends),
        lasted=True,
        uncertain=any(side.uncertain for side in ends),
        approximate=any(side.approximate for side in ends),
    )


SPAN_COLUMNS = ["start", "start_latest", "end_earliest", "end"]
_COLUMNS = [*SPAN_COLUMNS, "precision", "lasted", "uncertain", "approximate"]
_UNDATED = Span(None, None, None, None, "undated")


def span_table(dates: pd.Series) -> pd.DataFrame:
    """One row is one span of one dated row of `dates` (EDTF texts; its index names the rows).

    Columns: `row` (the index value), `start`, `start_latest`, `end_earliest`, `end` (datetime64, NaT where open),
    `precision`, `lasted`, `uncertain`, `approximate`. Undated rows have no span.
    Raises ValueError where a text is not EDTF.
    """
    codes, texts = pd.factorize(dates)
    found = [(code, span) for code, text in enumerate(texts) for span in spans(text)]
    table = _table([span for _, span in found]).assign(code=[code for code, _ in found])
    rows = pd.DataFrame({"row": dates.index, "code": codes})
    return rows.merge(table.astype({"code": codes.dtype}), on="code").drop(columns="code")


def date_table(dates: pd.Series) -> pd.DataFrame:
    """One row is one row of `dates`, dated or not, with its index.

    Columns: `start` and `end` (first and last possible day, NaT where open or undated), `start_latest`,
    `end_earliest`, `precision` (one of PRECISIONS; a set has that of its coarsest member), `lasted`, `uncertain`,
    `approximate`, `open_start`, `open_end`.
    """
    codes, texts = pd.factorize(dates)
    whole = _table([*(_whole(spans(text)) for text in texts), _UNDATED])  # the last one is for the code -1, no text
    table = whole.take(codes).set_axis(dates.index)
    dated = table["precision"] != "undated"
    return table.assign(open_start=dated & table["start"].isna(), open_end=dated & table["end"].isna())


def _table(found: list[Span]) -> pd.DataFrame:
    table = pd.DataFrame([vars(span) for span in found], columns=_COLUMNS)
    for column in SPAN_COLUMNS:
        table[column] = pd.to_datetime(table[column].astype("datetime64[s]"))
    return table.astype({"precision": "str", "lasted": bool, "uncertain": bool, "approximate": bool})


def _whole(found: tuple[Span, ...]) -> Span:
    """From the first to the last day of all spans, open where one is."""
    if not found:
        return _UNDATED
    bounds = ((min, "start"), (min, "start_latest"), (max, "end_earliest"), (max, "end"))
    days = [[getattr(span, column) for span in found] for _, column in bounds]
    return Span(
        *(None if None in each else outer(each) for (outer, _), each in zip(bounds, days, strict=True)),
        precision=_coarsest(found),
        lasted=any(span.lasted for span in found),
        uncertain=any(span.uncertain for span in found),
        approximate=any(span.approximate for span in found),
    )


def _coarsest(found: Iterable[Span]) -> str:
    return max((span.precision for span in found), key=PRECISIONS.index)
