"""Two sides of a comparison: which events each shows, which of them count, and how many by year, sector, format, direction and confidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
from babel import Locale

from loaders.compare_sides import Side
from loaders.confidence import MOST
from loaders.confidence_words import FACET_NAMES
from loaders.events import Events
from loaders.events.filters import Filters, select
from loaders.export import EVENT_COLUMNS, event_rows
from loaders.facts import FactBase
from loaders.views import ways

_COLUMNS = ["code", "name", "letter", "held", "others"]
_TERRITORIES = Locale("en").territories


@dataclass(frozen=True, eq=False)
class Shown:
    """One side with its events: `rows` are those that fit both the side and the page's filter, `counted` those that headline and bars count."""

    side: Side
    rows: Events
    counted: Events

    @property
    def held(self) -> pd.DataFrame:
        """The counted events that were held."""
        return self.counted.rows[self.counted.rows["status"] == "held"]


def shown_sides(events: Events, filters: Filters, pair: Sequence[Side]) -> tuple[Shown, ...]:
    """Both sides under the page's filter. `events`: all of them.

    The filter holds for both sides, also where it chooses a relationship, city or years itself: then an event must fit both choices.
    Counted is what `city_activity.cooperation` counts, in a period by the year of beginning.
    """
    chosen = select(events, filters)
    return tuple(_shown(chosen, filters, side) for side in pair)


def _shown(chosen: Events, filters: Filters, side: Side) -> Shown:
    rows = select(chosen, replace(side.filters, certainty=filters.certainty, background=True))
    return Shown(side, rows, rows)


def years_of(filters: Filters, side: Side) -> tuple[int, int] | None:
    """The years in which an event of the side must have begun to count; the first after the last where filter and period share none."""
    if not (filters.years and side.years):
        return filters.years or side.years
    return max(filters.years[0], side.years[0]), min(filters.years[1], side.years[1])


def shared(pair: Sequence[Shown]) -> dict[str, int]:
    """How the two sides overlap, in counted events: `both` (on both sides), `different` (of the two together), `held` (of these, held),
    and `parts` (counted on one side while the event that they are part of is counted on the other)."""
    first, second = (set(one.counted.rows["event_id"]) for one in pair)
    rows = pd.concat([one.counted.rows for one in pair]).drop_duplicates("event_id")
    whole = rows["part_of"].isin(first | second)
    return {
        "both": len(first & second),
        "different": len(rows),
        "held": int((rows["status"] == "held").sum()),
        "parts": int(whole.sum()),
    }


def by_year(pair: Sequence[Shown]) -> pd.DataFrame:
    """One row is one side and year of beginning with a counted event: `letter`, `year`, `place` (the year; of a period, which year of it,
    from 1), `held`, `others` (only announced or called off)."""
    tables = []
    for one in pair:
        numbers = _numbers(one.counted.rows.assign(code=one.counted.rows["year"].astype("str")))
        year = numbers["code"].astype("int64")
        since = one.side.years[0] - 1 if one.side.years else 0
        tables.append(numbers.assign(letter=one.side.letter, year=year, place=year - since))
    return pd.concat(tables, ignore_index=True)[["letter", "year", "place", "held", "others"]]


def by_column(pair: Sequence[Shown], column: str, names: dict[str, str]) -> pd.DataFrame:
    """One row is one word of a column of the events and one side: `code`, `name` (by `names`), `letter`, `held`, `others`; that of most first.

    Each word that either side has stands there for both, with 0 where a side has none.
    """
    return _paired([one.counted.rows.assign(code=one.counted.rows[column]) for one in pair], pair, names)


def by_sector(facts: FactBase, pair: Sequence[Shown]) -> pd.DataFrame:
    """As `by_column`, by sector."""
    return by_column(pair, "sector_id", facts.table("sectors").set_index("sector_id")["name"].to_dict())


def by_word(facts: FactBase, pair: Sequence[Shown], column: str) -> pd.DataFrame:
    """As `by_column`, of a column with words of the vocabulary: `kind` or `mode`."""
    words = facts.table("vocabulary")
    words = words[words["field"] == f"events.{column}"].set_index("code")["name"].str.capitalize()
    return by_column(pair, column, words.to_dict())


def by_witnesses(pair: Sequence[Shown]) -> pd.DataFrame:
    """As `by_column`, by how many independent sources say so; `1` first."""
    rows = [one.counted.rows.assign(code=one.counted.rows["witnesses"].clip(upper=MOST).astype("str")) for one in pair]
    table = _paired(rows, pair, {code: name.capitalize() for code, name in FACET_NAMES["witnesses"].items()})
    return table.sort_values("code", kind="stable", ignore_index=True)


def direction_ways(facts: FactBase, events: Events) -> pd.DataFrame:
    """One row is one way that people took to one of these events: `event_id`, `place` (its key), `code` (`JP>DE`: from country to country)."""
    country = facts.table("cities").set_index("city_id")["country"]
    pairs = ways(facts)
    pairs = pairs[pairs["event_id"].isin(events.rows["event_id"])]
    return pairs.assign(code=pairs["origin_id"].map(country) + ">" + pairs["venue_id"].map(country))[["event_id", "place", "code"]]


def by_direction(facts: FactBase, pair: Sequence[Shown]) -> pd.DataFrame:
    """As `by_column`, by the countries from and to which people travelled; an event with ways in two directions counts in both."""
    tables, codes = [], set()
    for one in pair:
        links = direction_ways(facts, one.counted)[["event_id", "code"]].drop_duplicates()
        tables.append(links.merge(one.counted.rows[["event_id", "status"]], on="event_id"))
        codes |= set(links["code"])
    return _paired(tables, pair, {code: direction_name(code) for code in codes})


def direction_name(code: str) -> str:
    """`Japan to Germany`, `within Japan`."""
    origin, venue = (_TERRITORIES.get(part, part) for part in code.split(">"))
    return f"Within {origin}" if origin == venue else f"{origin} to {venue}"


def held_with_way(facts: FactBase, one: Shown) -> int:
    """For how many held counted events of a side a way is recorded."""
    return int(one.held["event_id"].isin(ways(facts)["event_id"]).sum())


def often(table: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows of codes that some side has more than once, and those of the rest; all of them drawn where the rest are few."""
    most = (table["held"] + table["others"]).groupby(table["code"]).transform("max")
    once = table[most <= 1]
    if once["code"].nunique() < 3 or len(once) == len(table):
        return table, table.iloc[:0]
    return table[most > 1], once


def _paired(tables: Sequence[pd.DataFrame], pair: Sequence[Shown], names: dict[str, str]) -> pd.DataFrame:
    """The numbers of both sides for every code that one of them has."""
    numbers = [_numbers(table).set_index("code") for table in tables]
    codes = sorted(set().union(*(table.index for table in numbers)))
    most = {code: sum(int(table["held"].get(code, 0)) for table in numbers) for code in codes}
    codes.sort(key=lambda code: (-most[code], names.get(code, code)))
    found = [
        {"code": code, "name": names.get(code, code), "letter": one.side.letter, **{name: int(table[name].get(code, 0)) for name in ("held", "others")}}
        for code in codes
        for one, table in zip(pair, numbers, strict=True)
    ]  # fmt: skip
    return pd.DataFrame(found, columns=_COLUMNS).astype({"held": "int64", "others": "int64"})


def _numbers(rows: pd.DataFrame) -> pd.DataFrame:
    held = rows["status"] == "held"
    counts = rows.assign(held=held, others=~held).groupby("code")[["held", "others"]].sum()
    return counts.astype("int64").reset_index()


def comparison_table(pair: Sequence[Shown]) -> pd.DataFrame:
    """One row is one event on one side, oldest first, the undated last: `rows` of the events with `comparison_id`, `compared_as` (A or B),
    `compared_name`, `counted` (by headline and bars of that side) and `on_both` (shown on the other side too)."""
    tables = [_side_rows(one, other) for one, other in zip(pair, reversed(pair), strict=True)]
    return pd.concat(tables).sort_values(["start", "end", "event_id", "compared_as"], na_position="last", ignore_index=True)


def _side_rows(one: Shown, other: Shown) -> pd.DataFrame:
    rows, side = one.rows.rows, one.side
    return rows.assign(
        comparison_id=side.letter.lower() + "." + rows["event_id"],
        compared_as=pd.Series(side.letter, index=rows.index, dtype="str"),
        compared_name=pd.Series(side.name, index=rows.index, dtype="str"),
        counted=rows["event_id"].isin(one.counted.rows["event_id"]),
        on_both=rows["event_id"].isin(other.rows.rows["event_id"]),
    )


ADDED = ["comparison_id", "compared_as", "compared_name", "counted", "on_both"]


def comparison_rows(pair: Sequence[Shown]) -> pd.DataFrame:
    """One row is one event on one side, as it is downloaded: ADDED, then the columns of `export.event_rows`."""
    table = comparison_table(pair)
    rows = event_rows(Events(table, pair[0].rows.spans, pair[0].rows.links))
    return pd.concat([table[ADDED], rows[EVENT_COLUMNS]], axis="columns")
