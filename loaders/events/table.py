"""Events as a reader meets them: dates in days and words, names instead of keys, and links to filter by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import pandas as pd

from loaders.citations import evidence, row_citations
from loaders.confidence import confidence_codes
from loaders.confidence_words import marked
from loaders.dates import date_table, span_table
from loaders.datetext import date_text
from loaders.disputes import disputed, disputing
from loaders.facts import FactBase
from loaders.passages import event_search
from loaders.views import city_pairs, held_in, participants, people_there, places, taking_part, ways

NO_TIE, SUBJECT, AGREEMENT = "none", "subject", "agreement"
FACETS = (
    "sector",
    "tie",
    "city",
    "venue",
    "pair",
    "organisation",
    "partner",
    "person",
    "location",
    "journey",
    "programme",
    "kind",
    "mode",
    "status",
    "source",
    "witnesses",
    "primary",
    "basis",
    "disputed",
)
OUTCOME_UNKNOWN = "announced; outcome not known"


class _Kept(Mapping):
    """The links of some events: those of a facet are picked out when they are first asked for."""

    def __init__(self, links: Mapping[str, pd.DataFrame], keys: pd.Series):
        self.whole = links.whole if isinstance(links, _Kept) else links
        self._keys = keys
        self._found: dict[str, pd.DataFrame] = {}

    def __getitem__(self, facet: str) -> pd.DataFrame:
        if facet not in self._found:
            table = self.whole[facet]
            self._found[facet] = table[table["event_id"].isin(self._keys)]
        return self._found[facet]

    def __iter__(self) -> Iterator[str]:
        return iter(self.whole)

    def __len__(self) -> int:
        return len(self.whole)


@dataclass(frozen=True, eq=False)
class Events:
    """Events, their spans and their links; a selection of them is again Events.

    `rows`: one row is one event (see `events`). `spans`: one row is one span of one event, `event_id` and the columns of
    `dates.span_table`. `links`: per facet, one row is one event's link to one code (`event_id`, `code`).
    """

    rows: pd.DataFrame
    spans: pd.DataFrame
    links: Mapping[str, pd.DataFrame]

    def __len__(self) -> int:
        return len(self.rows)

    def where(self, mask: pd.Series) -> "Events":
        """The events whose row is True in `mask` (aligned with `rows`)."""
        if mask.all():
            return self
        rows = self.rows[mask]
        keys = rows["event_id"]
        return replace(self, rows=rows, spans=self.spans[self.spans["event_id"].isin(keys)], links=_Kept(self.links, keys))

    @property
    def sources(self) -> pd.Series:
        """Keys of the sources that speak of these events, each once."""
        return self.links["source"]["code"].drop_duplicates()


def events(facts: FactBase) -> Events:
    """Every event of the fact base, oldest first, undated last.

    `rows` has the columns of the table `events`, those of `dates.date_table`, and: `date_text` (in words),
    `status_text` (as `vocabulary` names it), `year` and `doubtful` (see `year`; also where sources disagree on the year), `background` (of no
    relationship that the data set is about), `short` (the label of a landmark, else blank), `bold` (whether it is an agreement), `sector`, `colour`,
    `tie`, `tie_scope`, `cities`, `places`, `organisations`, `people` (names, separated by `; `), `sources` (how many speak of it), `witnesses`, `primary`, `basis`, `confidence`, `confidence_text` (see `loaders.confidence_words.marked`), `disputed` (see `loaders.disputes`),
    `citations` (in words), `search` (folded text for searching: see `loaders.passages`).
    Raises FaultyData where one of the tables needed has faults.
    """
    rows = facts.table("events")
    rows = rows.join(date_table(rows["date"]))
    rows["date_text"] = rows["date"].map(date_text, na_action=None)
    rows["year"], rows["doubtful"] = year(rows)
    rows["doubtful"] |= rows["event_id"].isin(_of_another_year(facts, rows))
    rows["status_text"] = rows["status"].map(status_names(facts)).where(~_outcome_unknown(rows, facts.as_of), OUTCOME_UNKNOWN)
    sectors = facts.table("sectors").set_index("sector_id")
    rows["sector"] = rows["sector_id"].map(sectors["name"])
    rows["colour"] = rows["sector_id"].map(sectors["colour"])
    ties = facts.table("ties").set_index("tie_id")
    rows["tie"], rows["tie_scope"] = rows["tie_id"].map(ties["name"]), rows["tie_id"].map(ties["scope"])
    rows["background"] = rows["tie_scope"] != SUBJECT
    rows["short"], rows["bold"] = rows["short"].fillna(""), (rows["landmark"] == AGREEMENT).fillna(False)
    said = evidence(facts)
    said = said[said["table"] == "events"]
    for column, texts in _names(facts).items():
        rows[column] = rows["event_id"].map(texts).astype("str").fillna("")
    rows["citations"] = rows["event_id"].map(row_citations(facts, "events")).fillna("")
    rows = rows.join(marked(facts, "events", rows["event_id"]))
    rows["disputed"] = rows["event_id"].isin(disputed(facts))
    rows["search"] = event_search(facts, rows["event_id"])
    rows = rows.sort_values(["start", "end", "event_id"], na_position="last", ignore_index=True)
    return Events(rows, _spans(rows), MappingProxyType(_links(rows, facts, said)))


def status_names(facts: FactBase) -> dict[str, str]:
    """The names of the words for an event's status, as readers see them."""
    words = facts.table("vocabulary")
    return words[words["field"] == "events.status"].set_index("code")["name"].to_dict()


def year(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The one year of each row of `dates.date_table`, and whether the day of its beginning may lie in another.

    It is the year of the first possible day, or of the last where only that is known; missing where there is no date. In doubt by the
    strict bounds of the date alone: what sources say otherwise is not known here.
    """
    first, latest = rows["start"].dt.year, rows["start_latest"].dt.year
    found = first.fillna(rows["end"].dt.year).astype("Int64")
    return found, found.notna() & (first.isna() | (first != latest))


def _of_another_year(facts: FactBase, rows: pd.DataFrame) -> set[str]:
    """Keys of the events on whose date sources disagree, one of them stating another year than the event's own."""
    said = disputing(facts)
    said = said[(said["table"] == "events") & (said["column"] == "date")].reset_index(drop=True)
    stated, own = year(date_table(said["value"]))[0], said["event_id"].map(rows.set_index("event_id")["year"])
    return set(said.loc[(stated != own).fillna(False).astype("bool"), "event_id"])


def _outcome_unknown(rows: pd.DataFrame, as_of: str) -> pd.Series:
    return (rows["status"] == "planned") & (rows["end"] < pd.Timestamp(as_of))


def _names(facts: FactBase) -> dict[str, pd.Series]:
    where, who = places(facts), participants(facts)
    text = (where["site"] + ", ").fillna("") + where["city"] + " (" + where["role"] + ")"
    return {
        "cities": _joined(where["event_id"], where["city"]),
        "places": _joined(where["event_id"], text),
        "organisations": _joined(who["event_id"], who["organisation"]),
        "people": _joined(who["event_id"], who["person"]),
    }


def _joined(keys: pd.Series, names: pd.Series) -> pd.Series:
    pairs = pd.DataFrame({"key": keys, "name": names}).dropna().drop_duplicates()
    return pairs.groupby("key", sort=False)["name"].agg("; ".join)


def _spans(rows: pd.DataFrame) -> pd.DataFrame:
    return span_table(rows.set_index("event_id")["date"]).rename(columns={"row": "event_id"})


def _links(rows: pd.DataFrame, facts: FactBase, said: pd.DataFrame) -> dict[str, pd.DataFrame]:
    places, parts, journeys, two = facts.table("event_places"), taking_part(facts), ways(facts), city_pairs(facts)
    there, held = people_there(facts), held_in(facts)
    pairs = {
        "sector": (rows["event_id"], rows["sector_id"]),
        "city": (places["event_id"], places["city_id"]),
        "venue": (held["event_id"], held["city_id"]),
        "pair": (two["event_id"], two["pair"]),
        "tie": (rows["event_id"], rows["tie_id"].fillna(NO_TIE)),
        "organisation": (parts["event_id"], parts["organisation_id"]),
        "partner": (parts["event_id"], parts["organisation_id"]),
        "person": (there["event_id"], there["person_id"]),
        "location": (places["event_id"], places["site_id"]),
        "journey": (journeys["event_id"], journeys["place"]),
        "programme": (rows["event_id"], rows["programme_id"]),
        "kind": (rows["event_id"], rows["kind"]),
        "mode": (rows["event_id"], rows["mode"]),
        "status": (rows["event_id"], rows["status"]),
        "source": (said["key"], said["source_id"]),
        **{facet: (rows["event_id"], codes) for facet, codes in confidence_codes(rows).items()},
        "disputed": (rows["event_id"], rows["disputed"].map({True: "yes", False: "no"})),
    }
    return {facet: pd.DataFrame({"event_id": keys, "code": codes}).dropna().drop_duplicates() for facet, (keys, codes) in pairs.items()}
