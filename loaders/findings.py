"""One sentence on what the rows of a table show, generated from them."""

from collections.abc import Callable, Mapping

import pandas as pd

from loaders.readable import Readable

_THINGS = {
    "tie_cities": "memberships in relationships",
    "ties": "relationships",
    "people": "people in public roles",
    "searches": "searches",
    "vocabulary": "words",
    "evidence": "pieces of evidence",
    "eras": "events of eras",
    "programmes": "programmes and series",
}
_SINGULAR = {
    "cities": "city",
    "people": "person in a public role",
    "series": "series",
    "evidence": "piece of evidence",
    "eras": "event of an era",
    "areas": "area of the map",
    "tie_cities": "membership in a relationship",
    "event_places": "place of an event",
    "measures": "figure of an event",
    "observations": "figure of a city",
    "programmes": "programme or series",
    "searches": "search",
    "journeys": "way from one city to another",
    "contradictions": "word of a source against what is shown",
    "source_years": "year of a document that tells of an event",
    "sides": "year in which a side tells of a relationship",
}


def finding(shown: Readable, total: int) -> str:
    """One sentence: how many rows of how many, and what they show; `shown` has the rows that are left of `total`."""
    name, number = shown.table.name, len(shown.rows)
    counted = f"{number:,}" if number == total else f"{number:,} of {total:,}"
    many = thing(shown.table.name, shown.table.title, total if number != total else number)
    tail = _FINDINGS[name](shown.rows) if name in _FINDINGS and number > 1 else ""
    return f"{counted} {many}" + (f", {tail}" if tail else "")


def thing(name: str, title: str, number: int) -> str:
    """What the rows of a table are called when counted: `1 city`, `29 cities`."""
    many = _THINGS.get(name, title.lower())
    return many if number != 1 else _SINGULAR.get(name, many.removesuffix("s"))


def _share(column: str, code: object, words: str) -> Callable[[pd.DataFrame], str]:
    def tail(rows: pd.DataFrame) -> str:
        number = int((rows[column] == code).sum())
        return words.format(number or "none")

    return tail


def _filled(column: str, words: str) -> Callable[[pd.DataFrame], str]:
    return lambda rows: words.format(int(rows[column].notna().sum()) or "none")


def _most(column: str, words: str) -> Callable[[pd.DataFrame], str]:
    """The most frequent word of a column, named only where it is one alone."""

    def tail(rows: pd.DataFrame) -> str:
        numbers = rows[column].value_counts()
        if numbers.empty or (numbers == numbers.iloc[0]).sum() > 1:
            return ""
        return words.format(numbers.index[0], int(numbers.iloc[0]))

    return tail


def _disputed(rows: pd.DataFrame) -> str:
    number = int(rows["disputed"].sum())
    return f"{number or 'none'} of which a source disputes"


def _undated(rows: pd.DataFrame) -> str:
    number = int(rows["as_of"].isna().sum())
    return f"{number} of them with no date stated" if number else ""


def _scopes(rows: pd.DataFrame) -> str:
    numbers = rows["scope"].value_counts()
    words = {"subject": "{} the subject of this dashboard", "framework": "{} the frame around them", "other": "{} with other partners"}
    return ", ".join(text.format(numbers[scope]) for scope, text in words.items() if scope in numbers)


_FINDINGS: Mapping[str, Callable[[pd.DataFrame], str]] = {
    "sources": _filled("copy_of", "{} of them copies of another"),
    "cities": _share("country", "JP", "{} of them in Japan"),
    "ties": _scopes,
    "tie_cities": _most("tie", "most of them in {} ({})"),
    "organisations": _most("kind", "most often of the kind {} ({})"),
    "people": _most("organisation", "most often from {} ({})"),
    "sites": _filled("latitude", "{} of them with a point on the map"),
    "programmes": _most("kind", "most often of the kind {} ({})"),
    "events": _share("status", "held", "{} of them known to have been held"),
    "event_places": _most("role_text", "most frequent part: {} ({})"),
    "participants": _most("role_text", "most frequent role: {} ({})"),
    "measures": _disputed,
    "observations": _undated,
    "evidence": _share("stance", "contradicts", "{} of which contradict what is shown"),
    "corrections": _most("source", "most of them to “{}” ({})"),
    "series": _share("derived", True, "{} of them derived from published figures"),
    "vocabulary": _filled("definition", "{} of them with a definition"),
}
