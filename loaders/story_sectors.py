"""Which sectors grew and which fell: two periods of equal length, split where the online years begin."""

from dataclasses import replace

import pandas as pd

from loaders.events import Events
from loaders.events.filters import Filters
from loaders.story import SHARE, Sentence, View, link, subject, told
from loaders.story_phases import online_years
from loaders.timeline_words import joined


def periods(events: Events, filters: Filters, as_of: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Two neighbouring periods of as many whole years each; None where the events do not reach over two.

    The second begins with the first online year, or with the middle of the years where there is none; it ends with the last year of events that was over on `as_of`.
    """
    rows = told(events, subject(events, filters))
    if rows.empty:
        return None
    first, last = _reach(rows, as_of)
    split = _first_online(events, filters, as_of) or (first + last + 1) // 2
    length = min(split - first, last - split + 1)
    return ((split - length, split - 1), (split, split + length - 1)) if length > 0 else None


def _reach(rows: pd.DataFrame, as_of: str) -> tuple[int, int]:
    """First and last year of these rows, as far as the years were over on `as_of`."""
    over = int(as_of[:4]) - (as_of[5:] != "12-31")
    return int(rows["year"].min()), min(over, int(rows["year"].max()))


def _first_online(events: Events, filters: Filters, as_of: str) -> int | None:
    """The first online year that has a year before it; None where there is none."""
    first, last = _reach(told(events, subject(events, filters)), as_of)
    return next((year for year in online_years(events, filters) if first < year <= last), None)


def why(events: Events, filters: Filters, as_of: str) -> str:
    """In a few words, why the two periods are these; blank where there are none."""
    found = periods(events, filters, as_of)
    if found is None:
        return ""
    (start, _), (split, end) = found
    rows = told(events, subject(events, filters))
    last = _reach(rows, as_of)[1]
    at = f"{split}, {_splits(events, filters, as_of)}"
    if end == last:  # as `periods` has it: the shorter of the two reaches sets the length of both
        until = "the last year of events" if last == rows["year"].max() else "the last year that is over"
        reach = f"{at} and {until}" if split == last else f"from {at}, to {last}, {until}"
        return f"Why these years: {reach}, and as many years before."
    back = f"{start}, the first year of events" if split - start == 1 else f"from {start}, the first year of events, to {split - 1}"
    return f"Why these years: {back}, and as many years from {at}."


def _splits(events: Events, filters: Filters, as_of: str) -> str:
    """What the first year of the later period is."""
    online, first = _first_online(events, filters, as_of), _reach(told(events, subject(events, filters)), as_of)[0]
    if not online:
        return "the middle of the years shown"
    after = f" after {first}" if first in online_years(events, filters) else ""
    return f"the first year{after} in which at least as many events were online as in person"


def changes(events: Events, filters: Filters, as_of: str) -> pd.DataFrame:
    """One row is one sector that has a held event in either period: `sector_id`, `sector`, `colour`, `before`, `after` (numbers of held events among what the whole selection counts, each once), `change`; the largest growth first."""
    found, base = periods(events, filters, as_of), subject(events, filters)
    columns = ["sector_id", "sector", "colour", "before", "after", "change"]
    if found is None:
        return pd.DataFrame(columns=columns)
    rows = told(events, base)
    table = rows.drop_duplicates("sector_id")[["sector_id", "sector", "colour"]].dropna()
    for name, years in zip(("before", "after"), found, strict=True):
        numbers = rows.loc[rows["year"].between(*years), "sector_id"].value_counts()
        table[name] = table["sector_id"].map(numbers).fillna(0).astype(int)
    table = table[(table["before"] > 0) | (table["after"] > 0)]
    return table.assign(change=table["after"] - table["before"])[columns].sort_values(
        ["change", "after", "sector"], ascending=[False, False, True], ignore_index=True
    )


def sector_sentences(events: Events, filters: Filters, as_of: str) -> list[Sentence]:
    """What grew and what fell, the largest change first; each leads to its sectors in the later period."""
    found = periods(events, filters, as_of)
    table = changes(events, filters, as_of)
    if found is None or table.empty:
        return []
    before, after = found
    when = f"in {years_text(after)} against {years_text(before)}"
    grew, fell = table[table["change"] > 0], table[table["change"] < 0].sort_values("change", kind="stable")
    return [
        _sentence(events, filters, "Grew", grew, found, when) if len(grew) else Sentence(f"No sector grew {when}.", ()),
        _sentence(events, filters, "Fell", fell, found, when) if len(fell) else Sentence(f"No sector fell {when}.", ()),
    ]


def _sentence(events: Events, filters: Filters, word: str, rows: pd.DataFrame, found: tuple, when: str) -> Sentence:
    parts, views, base = [], [], subject(events, filters)
    for row in rows.itertuples():
        parts.append(f"{row.sector.lower()} (from {row.before} to {row.after})")
        views += shares(base, row._asdict(), found)
    return Sentence(f"{word} {when}: {joined(parts)}.", (shown_in(base, rows, found, f"what {word.lower()},"),), tuple(views))


def shown_in(base: Filters, rows: pd.DataFrame, found: tuple, label: str) -> View:
    """The link to the sectors of these rows of `changes` in the later period, or in the earlier where nothing is left in the later."""
    years = found[1] if rows["after"].sum() else found[0]
    return link(replace(base, sector=tuple(rows["sector_id"]), years=years), f"{label} in {years_text(years)}")


def shares(base: Filters, row, found: tuple) -> list[View]:
    """The two numbers of a row of `changes`, each with its sector and period; no view shows them as its headline's: see `story.SHARE`."""
    one = replace(base, sector=(row["sector_id"],))
    numbers = (row["before"], row["after"])
    return [View(years_text(years), int(n), replace(one, years=years), SHARE) for n, years in zip(numbers, found, strict=True)]


def years_text(years: tuple[int, int]) -> str:
    """`2014–2019`, or the one year."""
    return str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"
