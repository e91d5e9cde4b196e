"""A document's card: what it is, what rests on it, and where we show other than it says."""

import pandas as pd

from loaders.card import KINDS, Card, links, row_of, text_of, way_on
from loaders.citations import cited_sources
from loaders.documents import corrections, documents, subject_names
from loaders.events import Events
from loaders.facts import FactBase
from loaders.figure_card import as_of_text, figure_text
from loaders.store import Store
from loaders.views import figures
from loaders.wording import label, value_text

_CELL = ["table", "key", "column"]
_GROUPS = {"events": "Events", "sites": "Sites", "observations": "Figures of cities", "measures": "Figures of events"}


def document_card(store: Store, source_id: str) -> Card:
    """The card of one source; KeyError where there is no such source."""
    facts, events = store.facts, store.events()
    source = row_of(facts, "sources", source_id)
    said = facts.table("evidence")
    said = said[said["source_id"] == source_id]
    cited = cited_sources(facts).assign(number=1).fillna({"url": "", "copy_of": "", "issuer": ""})
    return Card(
        kind="document",
        key=source_id,
        title=source["title"],
        lead=_lead(source),
        notes=tuple(filter(None, [text_of(source["note"]), text_of(source["notice"])])),
        passages=_passages(facts, source_id, said),
        claims=(),
        links=links([*_copies(facts, source), *_rests(facts, events, said)]),
        views=way_on(store.selection(), "timeline", "Its events on the timeline", source=(source_id,)),
        sources=cited.loc[cited["source_id"] == source_id, ["source_id", "number", "cite", "brief", "url", "copy_of", "issuer"]],
        foot=f"Licence or terms: {text_of(source['licence']) or 'not read'} · key: {source_id}",
    )


def _lead(source: pd.Series) -> tuple[str, ...]:
    dates = [as_of_text(source["published"]), f"read {as_of_text(source['accessed'])}" if text_of(source["accessed"]) else ""]
    language = f"language: {source['language']}" if text_of(source["language"]) else ""
    return tuple(filter(None, [source["publisher"], source["kind"], f"{source['side']} side", *dates, language]))


def _passages(facts: FactBase, source_id: str, said: pd.DataFrame) -> tuple[tuple[str, tuple[str, ...]], ...]:
    row = documents(facts).set_index("source_id").loc[source_id]
    others = said[~said["table"].isin(KINDS)].drop_duplicates(["table", "key"])["table"].value_counts()
    further = ", ".join(f"{facts.schema[table].title.lower()} {number}" for table, number in others.items())
    rests = [f"{row['rows']} rows of the data rest on it, {row['alone']} of them on it (and its copies) alone."] if row["rows"] else []
    rests += [f"Not listed below: {further}."] if further else []
    fixed = corrections(facts)
    fixed = fixed[fixed["source_id"] == source_id]
    against = said[said["stance"] == "contradicts"].merge(fixed[_CELL].drop_duplicates(), on=_CELL, how="left", indicator="mended")
    parts = (
        ("What rests on it", tuple(rests) or ("Nothing that is shown rests on it.",)),
        ("Where it says otherwise than we show", tuple(_otherwise(facts, against[against["mended"] == "left_only"]))),
        ("Corrected", tuple(map(_correction, fixed.itertuples()))),
    )
    return tuple(part for part in parts if part[1])


def _correction(fix) -> str:
    return f"{fix.subject}, {fix.what.lower()}: {'read as' if fix.fault == 'copy' else 'printed'} “{fix.printed_text}”, shown “{fix.shown_text}”. {fix.reason}"


def _otherwise(facts: FactBase, against: pd.DataFrame) -> list[str]:
    return [
        f"{row.subject}, {label(text_of(row.column)).lower()}: “{value_text(facts, text_of(row.column), row.value)}”"
        + (f" ({row.locator})" if text_of(row.locator) else "")
        + (f". {row.note}" if text_of(row.note) else "")
        for row in against.assign(subject=subject_names(facts, against)).itertuples()
    ]


def _copies(facts: FactBase, source: pd.Series) -> list[tuple[str, str, str, str]]:
    table = cited_sources(facts)
    original = table[table["source_id"] == source["copy_of"]]
    copies = table[table["copy_of"] == source["source_id"]]
    found = [
        ("It repeats this document, and is no second witness beside it", "document", row.source_id, row.cite)
        for row in original.itertuples()
    ]
    return found + [("Repeated by", "document", row.source_id, row.cite) for row in copies.itertuples()]


def _rests(facts: FactBase, events: Events, said: pd.DataFrame) -> list[tuple[str, str, str, str]]:
    """What has a card and is spoken of in this document: events, with their places and people, sites and figures."""
    against = set(said.loc[said["stance"] == "contradicts", ["table", "key"]].itertuples(index=False, name=None))
    found = []
    for table, group in _GROUPS.items():
        keys = set(said.loc[said["table"] == table, "key"])
        texts = {key: text for key, text in _texts(facts, events, table).items() if key in keys}
        found += [
            (f"{group} ({len(texts)})", KINDS[table], key, text + (" · says otherwise" if (table, key) in against else ""))
            for key, text in texts.items()
        ]
    return found


def _texts(facts: FactBase, events: Events, table: str) -> dict[str, str]:
    """A short text for each row that has a card, by key, in the order in which they are listed."""
    if table == "events":
        return {row.event_id: f"{row.date_text}: {row.title}" for row in events.rows.itertuples()}
    if table == "sites":
        return {row.site_id: f"{row.name}, {value_text(facts, 'city_id', row.city_id)}" for row in facts.table("sites").itertuples()}
    if table == "observations":
        rows = figures(facts).itertuples()
        return {row.observation_id: f"{row.city}, {row.indicator.lower()}: {figure_text(row)}, {as_of_text(row.as_of)}" for row in rows}
    titles = events.rows.set_index("event_id")["title"]
    return {row.measure_id: f"{titles[row.event_id]}: {row.measure}" for row in facts.table("measures").itertuples()}
