"""What happened how often: by sector and year, and how each relationship began and where it stands."""

import pandas as pd

from loaders.confidence_words import resting_by
from loaders.events import OUTCOME_UNKNOWN, Events
from loaders.marks import about, counted_here


def by_sector(events: Events, *, years: tuple[int, int] | None = None) -> pd.DataFrame:
    """One row is one sector and year in which a counted event of the ties began, the largest sector first.

    Columns: `sector`, `colour`, `year`, `held`, `planned`, `cancelled` (numbers of events), `all` (their sum), `total` (held, of the sector),
    `resting` (what of them is thinly founded, in words).
    Counts what `marks.counted_here` counts, so that its sum is that of the columns by year.
    """
    rows = counted_here(events, years=years).rows
    numbers = rows.groupby(["sector", "colour", "year", "status"]).size().unstack("status", fill_value=0)
    numbers = numbers.reindex(columns=["held", "planned", "cancelled"], fill_value=0).reset_index()
    numbers["all"] = numbers[["held", "planned", "cancelled"]].sum(axis="columns")
    total = numbers.groupby("sector")["held"].transform("sum")
    resting = resting_by(rows, ["sector", "year"])
    numbers["resting"] = [resting[row.sector, row.year] for row in numbers.itertuples()]
    return numbers.assign(total=total).sort_values(["total", "sector", "year"], ascending=[False, True, True], ignore_index=True)


def beginnings(events: Events, *, years: tuple[int, int] | None = None) -> pd.DataFrame:
    """One row is one relationship among `events` of which something dated was held, the one with most counted events first.

    Columns: `tie_id`, `tie`, `counted` (held events that the headline counts), and for the first and the latest dated event that was held,
    counted or not, `first_id`, `first`, `first_text`, `latest_id`, `latest`, `latest_text` (key, title, date in words).
    """
    rows = about(events).rows
    rows = rows[rows["tie"].notna() & rows["start"].notna() & (rows["status"] == "held")]
    numbers = counted_here(events, years=years).rows.query("status == 'held'")["tie_id"].value_counts()
    found = [_ends(tie, some, int(numbers.get(tie, 0))) for tie, some in rows.groupby("tie_id")]
    return pd.DataFrame(found, columns=_COLUMNS).sort_values(["counted", "tie_id"], ascending=[False, True], ignore_index=True)


_COLUMNS = ["tie_id", "tie", "counted", "first_id", "first", "first_text", "latest_id", "latest", "latest_text"]


def _ends(tie: str, held: pd.DataFrame, counted: int) -> dict:
    held = held.sort_values(["start", "end", "event_id"], na_position="last")
    first, latest = held.iloc[0], held[~held["open_end"]].iloc[-1] if (~held["open_end"]).any() else held.iloc[-1]
    found = {"tie_id": tie, "tie": held["tie"].iloc[0], "counted": counted}
    for name, row in (("first", first), ("latest", latest)):
        found |= {f"{name}_id": row["event_id"], name: row["title"], f"{name}_text": row["date_text"]}
    return found


def doubts(events: Events) -> dict[str, pd.DataFrame]:
    """What is least certain, by kind of doubt: the rows of `events` that have it. An event may have several.

    What rests on one independent source is what `loaders.confidence` says: reprints and copies are no second witnesses.
    """
    rows = about(events).rows
    return {
        "on which the sources disagree": rows[rows["disputed"]],
        "whose date is uncertain by our own reading": rows[rows["uncertain"] | rows["approximate"]],
        "that may be the same as another": rows[rows["maybe_same_as"].notna()],
        "of which only the announcement is known": rows[rows["status_text"] == OUTCOME_UNKNOWN],
        "without a date": rows[rows["precision"] == "undated"],
        "that rest on one independent source": rows[rows["witnesses"] == 1],
    }
