"""Which sectors grew and which fell: two periods of equal length, split where the online years begin."""

from dataclasses import replace

import pandas as pd

from loaders.events import Events
from loaders.filters import Filters
from loaders.story import Sentence, subject, told, view
from loaders.story_phases import online_years
from loaders.summary import joined


def periods(events: Events, filters: Filters, as_of: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Two neighbouring periods of as many whole years each; None where the events do not reach over two.

    The second begins with the first online year, or with the middle of the years where there is none; it ends with the last year of events that was over on `as_of`.
    """
    rows = told(events, subject(events, filters))
    if rows.empty:
        return None
    over = int(as_of[:4]) - (as_of[5:] != "12-31")
    first, last = int(rows["year"].min()), min(over, int(rows["year"].max()))
    online = [year for year in online_years(events, filters) if first < year <= last]
    split = online[0] if online else (first + last + 1) // 2
    length = min(split - first, last - split + 1)
    return ((split - length, split - 1), (split, split + length - 1)) if length > 0 else None


def changes(events: Events, filters: Filters, as_of: str) -> pd.DataFrame:
    """One row is one sector that has a held event in either period: `sector_id`, `sector`, `colour`, `before`, `after` (numbers of counted held events), `change`; the largest growth first."""
    found, base = periods(events, filters, as_of), subject(events, filters)
    columns = ["sector_id", "sector", "colour", "before", "after", "change"]
    if found is None:
        return pd.DataFrame(columns=columns)
    names = told(events, base).drop_duplicates("sector_id")[["sector_id", "sector", "colour"]].dropna()
    rows = []
    for row in names.itertuples(index=False):
        one = replace(base, sector=(row.sector_id,))
        before, after = (len(told(events, replace(one, years=years))) for years in found)
        if before or after:
            rows.append([*row, before, after, after - before])
    return pd.DataFrame(rows, columns=columns).sort_values(["change", "after", "sector"], ascending=[False, False, True], ignore_index=True)


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
        one = replace(base, sector=(row.sector_id,))
        views += [view(events, replace(one, years=years), f"{row.sector}, {years_text(years)}") for years in found]
    sectors = tuple(rows["sector_id"])
    later = view(events, replace(base, sector=sectors, years=found[1]), f"what {word.lower()}, in {years_text(found[1])}")
    return Sentence(f"{word} {when}: {joined(parts)}.", (later,), tuple(views))


def years_text(years: tuple[int, int]) -> str:
    """`2014–2019`, or the one year."""
    return str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"
