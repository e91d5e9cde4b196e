"""A site's card: where it lies and how exactly that is known, what happened there, and who says so."""

import pandas as pd

from loaders.atlas import HAPPENED, precision_text
from loaders.card import Card, confidence_of, links, own_claims, row_of, said_of, sources_of, text_of, way_on
from loaders.events import Events
from loaders.facts import FactBase
from loaders.store import Store
from loaders.wording import value_text


def site_card(store: Store, site_id: str) -> Card:
    """The card of one site; KeyError where there is no such site."""
    facts, events = store.facts, store.events()
    site = row_of(facts, "sites", site_id)
    said = said_of(facts, ["sites"], [site_id])
    here = events_at(facts, events, site_id)
    city = text_of(site["city_id"])
    return Card(
        kind="site",
        key=site_id,
        title=site["name"],
        lead=_lead(facts, site),
        notes=tuple(filter(None, [text_of(site["note"])])),
        passages=(("Where it lies", (_position(site),)),),
        claims=tuple(own_claims(facts, "sites", site, said, whole=("The site", site["name"]))),
        links=links((_group(row), "event", row.event_id, _event_text(row)) for row in here.itertuples()),
        views=(
            ("map", "On the map", {"site": [site_id]}),
            *way_on(store.selection(), "timeline", f"Timeline of {value_text(facts, 'city_id', city)}", city=(city,)),
        ),
        sources=sources_of(said),
        foot=f"key: {site_id}",
        confidence=confidence_of(facts, "sites", site_id),
    )


def events_at(facts: FactBase, events: Events, site_id: str) -> pd.DataFrame:
    """One row is one event in which the site plays a part: the event's row, `role`, and
    `there` (whether it was there at all); those first, and of each the oldest first."""
    places = facts.table("event_places")
    roles = places[places["site_id"] == site_id].groupby("event_id")["role"].agg(lambda found: ", ".join(dict.fromkeys(found)))
    rows = events.rows[events.rows["event_id"].isin(roles.index)].assign(role=lambda rows: rows["event_id"].map(roles))
    there = [any(part in HAPPENED for part in role.split(", ")) for role in rows["role"]]
    return rows.assign(there=pd.Series(there, index=rows.index, dtype=bool)).sort_values("there", ascending=False, kind="stable")


def _lead(facts: FactBase, site: pd.Series) -> tuple[str, ...]:
    names = " · ".join(filter(None, [text_of(site["name_de"]), text_of(site["name_ja"])]))
    opened = f"opened {value_text(facts, 'opened', site['opened'])}" if text_of(site["opened"]) else ""
    organisation = value_text(facts, "organisation_id", site["organisation_id"])
    words = [value_text(facts, "city_id", site["city_id"]), site["kind"], value_text(facts, "sector_id", site["sector_id"]), opened]
    words += [names if names != site["name"] else "", organisation if organisation != site["name"] else ""]
    return tuple(filter(None, words))


def _position(site: pd.Series) -> str:
    if pd.isna(site["latitude"]):
        return "No coordinate was read: the site is in the tables and not on the map."
    known = pd.notna(site["coordinate_precision"])
    precision = precision_text(site["coordinate_precision"], site["approximate"]) if known else "how exactly is not recorded"
    return f"{_degrees(site['latitude'], 'N', 'S')}, {_degrees(site['longitude'], 'E', 'W')} (WGS 84), {precision}."


def _degrees(value: float, positive: str, negative: str) -> str:
    return f"{abs(value):.6f}".rstrip("0").rstrip(".") + f"° {positive if value >= 0 else negative}"


def _group(row) -> str:
    return "What happened here" if row.there else "Also named with"


def _event_text(row) -> str:
    status = "" if row.status == "held" else f", {row.status_text}"
    return f"{row.date_text}{status}: {row.title} ({row.role})"
