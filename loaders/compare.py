"""Two sides of a comparison in numbers: how many events each has by year, sector, form, direction and confidence."""

import pandas as pd
from babel import Locale

from loaders.compare_sides import CHOOSES, Side, sides
from loaders.events import Events
from loaders.events.selection import Selection, derived
from loaders.export import EVENT_COLUMNS, event_rows
from loaders.marks import by_year as years

YEARS, JOURNEY = "years", "journey"
_TERRITORIES = Locale("en").territories


@derived
def by_year(selection: Selection) -> pd.DataFrame:
    """One row is one side and year with events: `letter`, `year`, `place` (the year; of a period, which year of it, from 1), and the columns of `marks.by`."""
    tables = [years(side.selection).assign(letter=side.letter, since=side.years[0] - 1 if side.years else 0) for side in sides(selection)]
    table = pd.concat(tables, ignore_index=True).astype({"year": "int64"})
    return table.assign(place=table["year"] - table["since"]).drop(columns="since")


@derived
def by_word(selection: Selection, facet: str) -> pd.DataFrame:
    """One row is one word of a facet and one side: `code`, `name`, `letter`, `held`, `others` (only announced or called off), `events` (both); that of most first.

    Each word that either side has stands there for both, with 0 where a side has none. Numbers of sources stand in their order.
    """
    tables = [side.selection.by(facet, "status").rename(columns={facet: "code"}) for side in sides(selection)]
    names = {code: name[:1].upper() + name[1:] for code, name in selection.store.names()[facet].items()}
    table = _both(selection, tables, names)
    return table.sort_values("code", kind="stable", ignore_index=True) if facet == "witnesses" else table


@derived
def by_direction(selection: Selection) -> pd.DataFrame:
    """As `by_word`, by the countries from and to which people travelled (`JP>DE`); an event with ways in two directions stands in both."""
    tables = []
    for side in sides(selection):
        links = directions(side)[["event_id", "code"]].drop_duplicates().merge(side.rows[["event_id", "status"]], on="event_id")
        tables.append(links.groupby(["code", "status"]).size().rename("events").reset_index())
    return _both(selection, tables, {code: direction_name(code) for table in tables for code in table["code"]})


def directions(side: Side) -> pd.DataFrame:
    """One row is one way that people took to an event of the side: `event_id`, `journey` (its key), `code` (`JP>DE`: from country to country).

    Where the filter chooses journeys, only these.
    """
    selection = side.selection
    country = selection.facts.table("cities").set_index("city_id")["country"]
    links, chosen = selection.events.links[JOURNEY].rename(columns={"code": JOURNEY}), selection.filters.journey
    links = links[links[JOURNEY].isin(chosen)] if chosen else links
    ends = links[JOURNEY].str.split(">", n=1)
    return links.assign(code=ends.str[0].map(country).astype("str") + ">" + ends.str[1].map(country).astype("str"))


def direction_name(code: str) -> str:
    """`Japan to Germany`, `within Japan`."""
    origin, venue = (_TERRITORIES.get(part, part) for part in code.split(">"))
    return f"Within {origin}" if origin == venue else f"{origin} to {venue}"


def means(side: Side, facet: str, code: str) -> dict[str, object]:
    """What a bar of one side chooses. `facet`: YEARS, or that of which the code is a word; JOURNEY: the code is a direction."""
    name = CHOOSES[side.kind]
    own = {name: getattr(side.selection.filters, name)}
    if facet == YEARS:
        return own | {"years": (int(code), int(code))}
    if facet != JOURNEY:
        return own | {facet: (code,)}
    ways = directions(side)
    return own | {JOURNEY: tuple(sorted(set(ways.loc[ways["code"] == code, JOURNEY])))}


def _both(selection: Selection, tables: list[pd.DataFrame], names: dict[str, str]) -> pd.DataFrame:
    """The numbers of both sides for every code that one of them has. `tables`: a side each, with `code`, `status` and `events`."""
    letters = [side.letter for side in sides(selection)]
    numbers: dict[str, dict[str, list[int]]] = {}
    for letter, table in zip(letters, tables, strict=True):
        for code, status, events in table[["code", "status", "events"]].itertuples(index=False):
            numbers.setdefault(code, {other: [0, 0] for other in letters})[letter][status != "held"] += int(events)
    order = sorted(numbers, key=lambda code: (-sum(map(sum, numbers[code].values())), names[code]))
    rows = [(code, names[code], letter, held, others, held + others) for code in order for letter, (held, others) in numbers[code].items()]
    return pd.DataFrame(rows, columns=["code", "name", "letter", "held", "others", "events"])


@derived
def comparison_table(selection: Selection) -> pd.DataFrame:
    """One row is one event on one side, oldest first, the undated last: `rows` of the events with `comparison_id`, `compared_as` (A or B),
    `compared_name` and `on_both` (shown on the other side too)."""
    pair = sides(selection)
    tables = [_side_rows(one, other) for one, other in zip(pair, reversed(pair), strict=True)]
    return pd.concat(tables).sort_values(["start", "end", "event_id", "compared_as"], na_position="last", ignore_index=True)


def _side_rows(one: Side, other: Side) -> pd.DataFrame:
    rows = one.rows
    return rows.assign(
        comparison_id=one.letter.lower() + "." + rows["event_id"],
        compared_as=pd.Series(one.letter, index=rows.index, dtype="str"),
        compared_name=pd.Series(one.name, index=rows.index, dtype="str"),
        on_both=rows["event_id"].isin(other.rows["event_id"]),
    )


ADDED = ["comparison_id", "compared_as", "compared_name", "on_both"]


def comparison_rows(selection: Selection) -> pd.DataFrame:
    """One row is one event on one side, as it is downloaded: ADDED, then the columns of `export.event_rows`."""
    table = comparison_table(selection)
    rows = event_rows(Events(table, pd.DataFrame(), {}))
    return pd.concat([table[ADDED], rows[EVENT_COLUMNS]], axis="columns")
