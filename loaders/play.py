"""The events year by year: in which step each of a selection appears."""

from typing import NamedTuple

from loaders.events.selection import Selection, derived
from loaders.marks import HISTORY_ENDS
from loaders.text import counted, say

LONGEST = 60  # years that are played one by one; what lies before stands in one step


class Step(NamedTuple):
    """One year, or all before the first: its name, how many events appear in it, and how many have by then."""

    name: str
    events: int
    so_far: int

    @property
    def said(self) -> str:
        """The numbers in words."""
        return counted("{count} event, {total} so far", "{count} events, {total} so far", count=self.events, total=self.so_far)


@derived
def played(selection: Selection) -> tuple[list[Step], dict[str, int]]:
    """The steps, and per event with a year the step in which it appears.

    What began before the first year (of the filter, else the first one with an event since HISTORY_ENDS; never more than LONGEST years before
    the last) stands in one step before it. What has no date stands in none.
    """
    rows = selection.events.rows
    years = rows.loc[rows["year"].notna()].set_index("event_id")["year"].astype("int64")
    if years.empty:
        return [], {}
    first, last = _span(years, selection)
    before = int((years < first).any())
    at = (years.clip(lower=first - 1) - first + before).to_dict()
    names = [say("before {year}", year=str(first))] * before + [str(year) for year in range(first, last + 1)]
    numbers = [0] * len(names)
    for step in at.values():
        numbers[step] += 1
    return [Step(name, number, sum(numbers[: place + 1])) for place, (name, number) in enumerate(zip(names, numbers, strict=True))], at


def _span(years, selection: Selection) -> tuple[int, int]:
    """From where to where the years are played."""
    first, last = int(years.min()), int(years.max())
    if selection.filters.years:
        first, last = max(first, selection.filters.years[0]), max(min(selection.filters.years[1], last), selection.filters.years[0])
    elif last >= HISTORY_ENDS:
        first = int(years[years >= HISTORY_ENDS].min())
    return max(first, last - LONGEST + 1), last
