"""What a reader chooses, in the words of either app: the same years, sectors, relationship and text for both."""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.client import Answer, Session
from benchmarks.server import DATA, OURS

TEXTS = ("koriyama", "essen", "chiba", "city", "energy", "visit", "delegation", "meeting", "fair", "fukushima", "agreement", "university")
TIES = ("essen-koriyama", "duesseldorf-chiba")


@dataclass(frozen=True)
class Choice:
    """One filter, in codes: first and last year, sectors, relationships and a text; what is empty is not chosen."""

    years: tuple[int, int] | None
    sectors: tuple[str, ...]
    ties: tuple[str, ...]
    text: str

    @property
    def query(self) -> str:
        """It as the query of an address of the dashboard."""
        said = {"years": self.years or (), "sector": self.sectors, "tie": self.ties, "text": (self.text,) * bool(self.text)}
        return urlencode(said, doseq=True)

    @property
    def values(self) -> dict[str, object]:
        """It as the values of the plain app's widgets, by their labels; years that are left out stand where the slider begins."""
        sectors, ties = _names("sectors"), _names("ties")
        said = {"Sector": [sectors[code] for code in self.sectors], "Relationship": [ties[code] for code in self.ties], "Search": self.text}
        return said | ({"Years": self.years} if self.years else {})


def choices(seed: int, text_in_all: bool = False) -> Iterator[Choice]:
    """Filters without end, no two alike: years, sectors, a relationship in some years, and a text in some years and sectors, by turns."""
    chance, met = random.Random(seed), set()
    names = sorted(_names("sectors"))
    for turn in cycle(range(4)):
        years = (chance.randrange(1950, 2018), chance.randrange(2022, 2027))
        few, many = (tuple(sorted(chance.sample(names, chance.randrange(*size)))) for size in ((1, 7), (5, 10)))
        tie, text = chance.choice(TIES), chance.choice(TEXTS)
        choice = Choice(
            years=None if turn == 1 else years,
            sectors=few if turn == 1 else many if turn == 3 else (),
            ties=(tie,) if turn == 2 else (),
            text=text if turn == 3 or text_in_all else "",
        )
        if choice not in met:
            met.add(choice)
            yield choice


async def chosen(session: Session, choice: Choice, view: str = "") -> Answer:
    """The answer to a choice on one view of a page: from the address in the dashboard, as with a link or Back, from the widgets in the plain app."""
    if session.server.app == OURS:
        return await session.ask("&".join(filter(None, (view, choice.query))))
    return await session.ask(values=choice.values)


def _names(table: str) -> dict[str, str]:
    """The readers' names of a table's codes, as shipped."""
    with Path(DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        key = {"sectors": "sector_id", "ties": "tie_id"}[table]
        return {row[key]: row["name"] for row in csv.DictReader(file)}
