"""The events year by year: in which each of a selection appears, and which have none."""

from dataclasses import dataclass

import pandas as pd

from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase
from loaders.marks import HISTORY_ENDS
from loaders.views import places, ways

LONGEST = 60  # years that are played one by one; what lies before stands in one step
_SHOWN = ["event_id", "title", "date_text", "status", "status_text", "sector_id", "confidence", "background", "doubtful"]


@dataclass(frozen=True, eq=False)
class Played:
    """What is played. `years`: first and last year that is a step of its own, None where no event has a year.

    `rows`: one row is one event that a step shows (see `played`). `left_out`: the events without a year, which none shows.
    """

    years: tuple[int, int] | None
    rows: pd.DataFrame
    left_out: pd.DataFrame

    @property
    def before(self) -> bool:
        """Whether there is a step for what began before the first year."""
        return bool(len(self.rows)) and bool((self.rows["step"] < self.years[0]).any())

    @property
    def steps(self) -> list[int]:
        """The steps in order: the years, and before them the year before the first for all that began earlier, if anything did."""
        if self.years is None:
            return []
        first, last = self.years
        return list(range(first - self.before, last + 1))


def played(events: Events, filters: Filters) -> Played:
    """Each event of a selection in its year, `doubtful` where it may have begun in another.

    What began before the first year (of the filter, else the first one with an event since HISTORY_ENDS; never more than LONGEST years before
    the last) stands in one step before it. Columns of `rows`: `event_id`, `title`, `date_text`, `status`, `status_text`, `sector_id`, `confidence`,
    `background`, `step` (the year, or the one before the first), `doubtful`.
    """
    rows = events.rows
    known = rows["year"].notna()
    table = rows.loc[known, _SHOWN].assign(step=rows.loc[known, "year"].astype("int64"))
    left_out = rows.loc[~known, ["event_id", "title"]]
    if table.empty:
        return Played(None, table, left_out)
    years = _years(table["step"], filters)
    table["step"] = table["step"].clip(lower=years[0] - 1)
    return Played(years, table.reset_index(drop=True), left_out.reset_index(drop=True))


def _years(begun: pd.Series, filters: Filters) -> tuple[int, int]:
    """From where to where the years are played."""
    last = int(begun.max())
    first = int(begun.min())
    if filters.years:
        first, last = max(first, filters.years[0]), max(min(filters.years[1], last), filters.years[0])
    elif last >= HISTORY_ENDS:
        first = int(begun[begun >= HISTORY_ENDS].min())
    return max(first, last - LONGEST + 1), last


def counts(shown: Played) -> pd.DataFrame:
    """One row is one step: `step`, `events` (that appear in it) and `so_far` (with all before); every row of the events once."""
    number = shown.rows.groupby("step").size().reindex(shown.steps, fill_value=0)
    return pd.DataFrame({"step": shown.steps, "events": number.to_numpy(), "so_far": number.cumsum().to_numpy()})


def touched(facts: FactBase, events: Events) -> pd.DataFrame:
    """One row is a city that an event touches, itself or at a site in it: `event_id`, `city_id`."""
    where = places(facts)[["event_id", "city_id"]].drop_duplicates()
    return where[where["event_id"].isin(events.rows["event_id"])]


def travelled(facts: FactBase, events: Events) -> pd.DataFrame:
    """One row is a way of an event's people: `event_id`, `place` (key of the way)."""
    pairs = ways(facts)[["event_id", "place"]].drop_duplicates()
    return pairs[pairs["event_id"].isin(events.rows["event_id"])]


def left_out_note(shown: Played) -> str:
    """What stands in no year; blank where everything does."""
    number = len(shown.left_out)
    return f"{number} event{' has' if number == 1 else 's have'} no date" if number else ""


def play_text(shown: Played, number: int) -> str:
    """The steps in words, for those who do not see them. `number`: how many events are selected."""
    if shown.years is None:
        return "None of these events can be placed in a year."
    table = counts(shown)
    years = table[table["step"] >= shown.years[0]]
    most = years.loc[years["events"].idxmax()]
    before = f", {table['so_far'].iloc[0]} of them begun before {shown.years[0]}" if shown.before else ""
    span = f"from {shown.years[0]} to {shown.years[1]}" if shown.years[0] != shown.years[1] else f"in {shown.years[0]}"
    return (
        f"{len(shown.rows)} of {number} event{'' if number == 1 else 's'} year by year {span}{before}; "
        f"most begin in {most['step']} ({most['events']})"
    )
