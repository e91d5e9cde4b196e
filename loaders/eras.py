"""Eras behind the timeline: outside events and EU programmes, each as wide as the events that sources put into it."""

import re

import pandas as pd

from loaders.citations import evidence
from loaders.dates import span_table
from loaders.datetext import date_text
from loaders.facts import FactBase
from loaders.marks import decimal_years

PROGRAMME, OUTSIDE = "programme", "outside"
_PROGRAMMES_THAT_ARE_ERAS = "EU programme"
_DAY = pd.Timedelta(days=1)


def eras(facts: FactBase) -> pd.DataFrame:
    """One row is one era, the earliest first.

    Columns: `era` (its word or the programme's key), `kind` (`outside` or `programme`), `name`, `label` (short), `stated` (whether a source
    states its period; otherwise its bounds are those of its events), `events` (how many), `period` (in words), `publishers` (who says so), and in decimal
    years `x0` (its first possible beginning), `x1` (by when it had begun for certain), `x2` (until when it lasted for certain), `x3` (its last possible end).
    Raises FaultyData where a table that it needs has faults.
    """
    found = [row for name, some in _members(facts).groupby("era", sort=False) if (row := _era(facts, name, some))]
    table = pd.DataFrame(
        found, columns=["era", "kind", "name", "label", "stated", "events", "period", "publishers", "x0", "x1", "x2", "x3"]
    )
    return table.sort_values(["x0", "x1", "era"], ignore_index=True)


def _members(facts: FactBase) -> pd.DataFrame:
    """One row is one event of one era: `era`, `event_id`, `kind`, `name`, `dates` (EDTF), `source_id`s apart."""
    words, events = facts.table("vocabulary"), facts.table("events")
    outside, programmes = facts.table("eras"), facts.table("programmes")
    names = words[words["field"] == "eras.era"].set_index("code")["name"].str.capitalize()
    outside = outside.assign(kind=OUTSIDE, name=outside["era"].map(names), period=None)[["era", "event_id", "kind", "name", "period"]]
    programmes = programmes[programmes["kind"] == _PROGRAMMES_THAT_ARE_ERAS]
    own = events[["event_id", "programme_id"]].merge(programmes[["programme_id", "name", "period"]], on="programme_id")
    own = own.rename(columns={"programme_id": "era"}).assign(kind=PROGRAMME)[["era", "event_id", "kind", "name", "period"]]
    dates = events.set_index("event_id")["date"]
    held = events.loc[events["status"] != "planned", "event_id"]
    both = pd.concat([outside, own], ignore_index=True).astype({"period": "str"})
    both = both[both["event_id"].isin(held)]
    return both.assign(date=both["event_id"].map(dates))


def _era(facts: FactBase, era: str, members: pd.DataFrame) -> tuple | None:
    """One era's row; None where none of its events is dated on both sides."""
    first = members.iloc[0]
    stated = isinstance(first["period"], str) and first["period"] != ""
    spans = span_table(members.set_index("event_id")["date"] if not stated else pd.Series({era: first["period"]})).dropna(
        subset=["start", "end"]
    )
    if spans.empty:
        return None
    begun, ended = spans.sort_values(["start", "start_latest"]).iloc[0], spans.sort_values(["end", "end_earliest"]).iloc[-1]
    bounds = [begun["start"], spans["start_latest"].min(), spans["end_earliest"].max() + _DAY, spans["end"].max() + _DAY]
    x0, x1, x2, x3 = decimal_years(pd.Series(bounds))
    label = found[1] if (found := re.search(r"\(([^()]+)\)$", first["name"])) else first["name"]
    period = date_text(first["period"]) if stated else _period(members, begun["row"], ended["row"])
    said = _publishers(facts, era, first["kind"], members)
    return (
        era,
        first["kind"],
        first["name"],
        label,
        stated,
        len(members),
        period,
        said,
        x0,
        max(x0, min(x1, x3)),
        min(max(x2, x0), x3),
        x3,
    )


def _period(members: pd.DataFrame, first: str, last: str) -> str:
    """The first and the last event's dates in words."""
    dates = members.set_index("event_id")["date"]
    begins, ends = date_text(_bound(dates[first], 0)), date_text(_bound(dates[last], -1))
    return begins if begins == ends else f"{begins} to {ends}"


def _bound(date: str, end: int) -> str:
    """Of what lasted (`a/b`) one end, of all else the whole."""
    parts = date.split("/")
    return parts[end] if len(parts) == 2 and all(parts) and ".." not in parts else date


def _publishers(facts: FactBase, era: str, kind: str, members: pd.DataFrame) -> str:
    """Who puts these events into the era: of outside events the evidence on these rows, of a programme that on its events; the busiest first, at most two."""
    said = evidence(facts)
    if kind == OUTSIDE:
        rows = facts.table("eras")
        keys = rows.loc[rows["event_id"].isin(members["event_id"]) & (rows["era"] == era), "era_id"]
        said = said[(said["table"] == "eras") & said["key"].isin(keys)]
    else:
        said = said[(said["table"] == "events") & said["key"].isin(members["event_id"])]
    publishers = said["source_id"].map(facts.table("sources").set_index("source_id")["publisher"]).value_counts()
    names = list(publishers.index[:2])
    return "; ".join(names) + (f" and {len(publishers) - 2} more" if len(publishers) > 2 else "")


def era_text(table: pd.DataFrame) -> str:
    """One sentence for those who do not see the bands; blank where there is none."""
    if table.empty:
        return ""
    bands = [f"{row.label}, {'' if row.stated else 'events known '}{row.period}" for row in table.itertuples()]
    return f"Bands behind the marks: {'; '.join(bands)}."


def eras_within(table: pd.DataFrame, years: tuple[int, int]) -> pd.DataFrame:
    """The eras of which a part may lie on an axis from the first to the last year."""
    return table[(table["x3"] > years[0]) & (table["x0"] < years[1] + 1)]
