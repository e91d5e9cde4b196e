"""What the overview's story says of a selection, found once for it: its sentences and the tables of its small charts."""

from dataclasses import dataclass

import pandas as pd

from loaders.events import Events
from loaders.events.filters import Filters
from loaders.facts import FactBase, stamp
from loaders.story import Sentence
from loaders.story_beginnings import began, mayors_first, who_took_part
from loaders.story_lead import lead
from loaders.story_meeting import Kinds, by_year, directions, journeys, meeting, modes
from loaders.story_phases import phases
from loaders.story_sectors import changes, periods, sector_sentences, why
from pages.parts import state
from pages.parts.base import kept_table


@dataclass(frozen=True)
class Columns:
    """A chart of columns a year: the `kinds` of its facet, what is said of them, and the table drawn (see `story_meeting.by_year`)."""

    kinds: Kinds
    said: list[Sentence]
    table: pd.DataFrame


@dataclass(frozen=True)
class Story:
    """The sentences of one selection and the tables of its small charts; not to be written to."""

    lead: list[Sentence]
    phases: list[Sentence]
    began: list[Sentence]
    mayors: list[Sentence]
    sectors: list[Sentence]
    periods: tuple[tuple[int, int], tuple[int, int]] | None
    changes: pd.DataFrame
    columns: dict[str, Columns]
    why: str

    @property
    def years(self) -> tuple[int, int]:
        """First and last year of all the columns, which share their axis."""
        found = pd.concat([columns.table["year"] for columns in self.columns.values()])
        return int(found.min()), int(found.max())


def kept_story(facts: FactBase, shown: Events) -> Story:
    """The story of `shown`, which the session's filters select."""
    return _story(stamp(), state.current_filters(), facts, shown)


@kept_table
def _story(stamp: str, filters: Filters, _facts: FactBase, _shown: Events) -> Story:
    who = who_took_part(_facts)
    how, way = modes(_shown, filters), journeys(_shown, filters, _facts)
    return Story(
        lead(_shown, filters, _facts),
        phases(_shown, filters, _facts),
        began(_shown, filters, who),
        mayors_first(_shown, filters, who, _facts),
        sector_sentences(_shown, filters, _facts.as_of),
        periods(_shown, filters, _facts.as_of),
        changes(_shown, filters, _facts.as_of),
        {
            "mode": Columns(how, meeting(_shown, filters), by_year(_shown, filters, "mode", how)),
            "journey": Columns(way, directions(_shown, filters, _facts), by_year(_shown, filters, "journey", way)),
        },
        why(_shown, filters, _facts.as_of),
    )
