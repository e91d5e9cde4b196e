"""The events year by year: in which year each of a selection appears, which it is doubtful to place, and which no year can hold."""

from dataclasses import dataclass

import pandas as pd

from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase
from loaders.marks import HISTORY_ENDS
from loaders.timeline_words import joined
from loaders.views import places, ways

LONGEST = 60  # years that are played one by one; what lies before stands in one step
_SHOWN = ["event_id", "title", "date_text", "status", "status_text", "sector_id", "confidence"]
_REASONS = {"undated": "without a date", "open": "known only to lie before a day"}


@dataclass(frozen=True, eq=False)
class Played:
    """What is played. `years`: first and last year that is a step of its own, None where no event has a year.

    `rows`: one row is one event that a step shows (see `played`). `left_out`: the events that none shows, with `reason`.
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
    """Each event of a selection in the year in which it began.

    Where that year is not certain, it stands in the first one that is possible among those chosen, and is `doubtful`; so is one whose source's date we doubt. What began
    before the first year (of the filter, else the first one with an event since HISTORY_ENDS; never more than LONGEST years before
    the last) stands in one step before it. Columns of `rows`: `event_id`, `title`, `date_text`, `status`, `status_text`, `sector_id`, `confidence`, `context` (of no
    relationship), `step` (the year, or the one before the first), `doubtful`.
    """
    rows = events.rows
    known = rows["start"].notna()
    first = rows["start"].dt.year
    vague = rows["year"].isna() & known
    unsure = rows["event_id"].isin(events.spans.loc[events.spans["uncertain"], "event_id"])
    doubtful = known & (vague | unsure)
    if filters.years:
        reaches = vague & (rows["start_latest"].dt.year >= filters.years[0])
        first = first.where(~reaches, first.clip(lower=filters.years[0]))
    table = rows.loc[known, _SHOWN].assign(
        context=rows.loc[known, "tie_id"].isna(), doubtful=doubtful[known], step=first[known].astype("int64")
    )
    reason = rows.loc[~known, "precision"].map(lambda precision: _REASONS["undated" if precision == "undated" else "open"])
    left_out = rows.loc[~known, ["event_id", "title"]].assign(reason=reason)
    if table.empty:
        return Played(None, table, left_out)
    years = _years(table["step"], filters)
    table["step"] = table["step"].clip(lower=years[0] - 1)
    table["doubtful"] &= table["step"] >= years[0]
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
    """One row is a way of an event's people, counted as `atlas.journeys` counts: `event_id`, `place` (key of the way)."""
    pairs = ways(facts)[["event_id", "place"]].drop_duplicates()
    pairs = pairs[pairs["event_id"].isin(events.rows["event_id"])]
    wholes = pairs["event_id"].map(events.rows.set_index("event_id")["part_of"]).fillna("") + " " + pairs["place"]
    return pairs[~wholes.isin(pairs["event_id"] + " " + pairs["place"])]


def left_out_note(shown: Played) -> str:
    """What the years cannot show, and what stands in them with doubt, with numbers; blank where there is nothing of either."""
    doubtful = int(shown.rows["doubtful"].sum())
    parts = []
    if doubtful:
        one = doubtful == 1
        parts.append(
            f"{doubtful} event{' is' if one else 's are'} not certain in {'its' if one else 'their'} year and stand{'s' * one} in the first possible one, dashed"
        )
    if len(shown.left_out):
        reasons = shown.left_out["reason"].value_counts()
        words = joined([f"{number} {reason}" for reason, number in reasons.items()])
        parts.append(
            f"{len(shown.left_out)} cannot be placed in a year and {'is' if len(shown.left_out) == 1 else 'are'} left out: {words}"
        )
    return "; ".join(parts)


def play_text(shown: Played, number: int) -> str:
    """The steps in words, for those who do not see them. `number`: how many events are selected."""
    if shown.years is None:
        return "None of these events can be placed in a year."
    table = counts(shown)
    years = table[table["step"] >= shown.years[0]]
    most = years.loc[years["events"].idxmax()]
    before = f", {table['so_far'].iloc[0]} of them begun before {shown.years[0]}" if shown.before else ""
    span = f"from {shown.years[0]} to {shown.years[1]}" if shown.years[0] != shown.years[1] else f"in {shown.years[0]}"
    apart = int(shown.rows["context"].sum())
    context = f" ({apart} of them context of no relationship)" if apart else ""
    return (
        f"{len(shown.rows)} of {number} event{'' if number == 1 else 's'}{context} year by year {span}{before}; "
        f"most begin in {most['step']} ({most['events']})"
    )
