"""The figures that are shown, in rows; a row opens its card. And their sources."""

import pandas as pd

from loaders.events.selection import Selection, derived
from loaders.figures import witnesses
from loaders.numbers import spaced
from loaders.over_time import figures_over_time
from loaders.side_by_side import disagreements, figures_shown
from loaders.text import counted, message, say
from pages.parts.opening import open_card
from pages.parts.rows import Cited, cited, say_sources
from pages.widgets.table import Column, packed, table

COLUMNS = (
    Column("city", message("Place")),
    Column("indicator", message("Indicator"), "title", beside="note"),
    Column("figure", message("Figure"), by="value"),
    Column("as_of_text", message("As of"), by="day"),
    Column("confidence", message("Confidence"), "pips", by="pips_rank", beside="confidence_text"),
    Column("publisher", message("Source")),
)


KEY_TO_PIPS = message("● one independent source, ●● two, ●●● three or more. ○ none of them a primary source. ~ worked out by us.")


def figures_of(shown: Selection, view: str) -> pd.DataFrame:
    """The figures of one view."""
    return figures_over_time(shown) if view == "time" else figures_shown(shown)


def draw_rows(shown: Selection, view: str) -> None:
    """The table."""
    table(_rows(shown, view), key="figures", open=lambda key: open_card("figure", key))


def draw_sources(shown: Selection, view: str) -> None:
    """The sources of exactly these figures."""
    say_sources(shown.facts, figures_cited(shown, view))


def links(shown: Selection, view: str) -> pd.DataFrame:
    """One row is one source's word on one of the figures, as `rows.cited` takes it."""
    said = witnesses(shown.facts)
    return said.loc[said["key"].isin(figures_of(shown, view)["observation_id"]), ["key", "source_id"]]


@derived
def figures_cited(shown: Selection, view: str) -> Cited:
    """What the figures of a view rest on."""
    return cited(shown.facts, links(shown, view), "figure")


def _told(shown: Selection) -> dict[str, str]:
    """Of figures that disagree with others, why one is followed, and why another may differ; with the note of the one that is."""
    rows = [(row, conflict) for conflict in reversed(disagreements(shown)) for row in conflict.rows]
    return {row.observation_id: conflict.reason if row is conflict.rows[0] else row.why for row, conflict in rows}


@derived
def _rows(shown: Selection, view: str) -> bytes:
    rows, told = figures_of(shown, view), _told(shown) if view == "side" else {}
    rows = rows.assign(
        key=rows["observation_id"],
        note=[told.get(row.observation_id) or (spaced(row.note) if isinstance(row.note, str) else "") for row in rows.itertuples()],
        day=rows["end"].dt.strftime("%Y-%m-%d").fillna(""),
        pips_rank=[len(pips) for pips in rows["confidence"]],
    )
    caption = counted(
        "{count} figure with place, indicator, day, confidence and source",
        "{count} figures with place, indicator, day, confidence and source",
        count=len(rows),
    )
    heading = counted("The figure", "The {count} figures", count=len(rows))
    return packed(rows, COLUMNS, caption=caption, heading=heading, note=say(KEY_TO_PIPS), parameter="figure")
