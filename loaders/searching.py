"""The text by which a row of any table is searched: on Facts and on the page that draws the row it is the same."""

import pandas as pd

from loaders.events import Events
from loaders.facts import FactBase
from loaders.folding import searchable

_BY_THEIR_OWN_WORDS = ("observations", "sites")  # a search for Essen must not find all that a document of Essen says


def search_texts(facts: FactBase, events: Events | None, name: str, rows: pd.DataFrame, seen: list[str]) -> pd.Series:
    """Per row of one table in words (`readable.Readable.rows`), its folded text: the columns `seen`, and what else leads to it.

    Events are searched as everywhere, figures also by names in three languages, sites also by the events that name them.
    """
    if name == "events":
        return rows["event_id"].map(events.rows.set_index("event_id")["search"])
    texts = rows[[column for column in seen if column != "said_by" or name not in _BY_THEIR_OWN_WORDS]].astype("str")
    if name == "observations":
        texts = pd.concat([texts, _names(facts, rows)], axis="columns")
    found = searchable(texts)
    return found + rows["site_id"].map(_of_events(facts, events)).astype("str").fillna("") if name == "sites" else found


def _names(facts: FactBase, rows: pd.DataFrame) -> pd.DataFrame:
    """What a figure is of and who counted, under all names."""
    series = facts.table("series").set_index("series_id").reindex(rows["series_id"])
    parts = [series[["publisher"]].set_axis(rows.index)]
    for table, key, values in (("cities", "city_id", rows["city_id"]), ("series", "series_id", rows["series_id"])):
        parts.append(_twins(facts, table, key, values, rows.index))
    parts.append(_twins(facts, "indicators", "indicator_id", series["indicator_id"], rows.index))
    return pd.concat(parts, axis="columns")


def _twins(facts: FactBase, table: str, key: str, values: pd.Series, index: pd.Index) -> pd.DataFrame:
    return facts.table(table).set_index(key)[["name_de", "name_ja"]].reindex(values).set_axis(index).add_prefix(key)


def _of_events(facts: FactBase, events: Events) -> pd.Series:
    """Per site, the texts by which the events that name it are searched."""
    places = facts.table("event_places").dropna(subset="site_id")[["event_id", "site_id"]].drop_duplicates()
    texts = places["event_id"].map(events.rows.set_index("event_id")["search"]).dropna().astype("str")
    return (" " + texts).groupby(places["site_id"]).agg("".join)
