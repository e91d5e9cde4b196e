"""What ten thousand and a hundred thousand events cost: start, memory, a choice never made before, and the CSV, each against the shipped data.

python -m benchmarks.scale [EVENTS …]
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.choices import choices, chosen
from benchmarks.client import Session, median_ms
from benchmarks.growing import grow
from benchmarks.report import against, say
from benchmarks.server import DATA, OURS, Server, fetched, running, until_idle

SIZES = (10_000, 100_000)
PAGES = ("timeline", "map")
CHOICES, ROUNDS, PACE_S, ANSWER_S = 12, 3, 0.1, 600
SEED = 102  # other choices than those of the other benchmarks
MOST = 3
COLUMNS = ("start", "memory", *(f"fresh on {page}" for page in PAGES), "/api/events.csv", "", "start s", "memory MB", *PAGES, "CSV s")


@dataclass(frozen=True)
class Cost:
    """Seconds to the first answer, megabytes after all, milliseconds of a new choice by page (a median), seconds of the CSV (a median)."""

    start_s: float
    memory_mb: float
    fresh_ms: tuple[float, ...]
    csv_s: float

    @property
    def figures(self) -> tuple[float, ...]:
        """All of them in one row."""
        return self.start_s, self.memory_mb, *self.fresh_ms, self.csv_s


async def fresh_ms(server: Server, page: str, seed: int) -> float:
    """How long a choice takes that nobody has made before, on one page."""
    answers = []
    async with Session(server, page, answer_s=ANSWER_S) as session:
        await session.ask()
        for choice in islice(choices(seed), CHOICES):
            await asyncio.sleep(PACE_S)
            answers.append(await chosen(session, choice))
    return median_ms(answers)


async def first_answer(server: Server) -> float:
    """Seconds from the command to the first page's answer."""
    async with Session(server, answer_s=ANSWER_S) as session:
        await session.ask()
    return time.perf_counter() - server.began


def csv_s(server: Server) -> float:
    """How long the CSV of all events takes."""
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        fetched(server.address("/api/events.csv"), ANSWER_S)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def cost(folder: Path) -> Cost:
    """What a server on this folder costs. Raises OSError where the data are faulty, of which `/healthz` tells."""
    with running(OURS, folder) as server:
        start = asyncio.run(first_answer(server))
        fetched(server.address("/healthz"), ANSWER_S)
        until_idle(server)
        fresh = tuple(asyncio.run(fresh_ms(server, page, SEED + place)) for place, page in enumerate(PAGES))
        return Cost(start, csv_s=csv_s(server), fresh_ms=fresh, memory_mb=server.memory_mb)


def main(sizes: Iterable[int]) -> None:
    """Prints one line for each size: what it costs as a multiple of the shipped data, and in figures."""
    say("events", *COLUMNS)
    shipped = cost(DATA)
    say("shipped", *[""] * 6, *shipped.figures)
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            events = grow(size, Path(folder))
            found = cost(Path(folder))
        times = [mine / other for mine, other in zip(found.figures, shipped.figures, strict=True)]
        say(f"{events:,}", *times[:2], *(against(each, MOST) for each in times[2:-1]), times[-1], "", *found.figures)


if __name__ == "__main__":
    said = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__.splitlines()[0])
    said.add_argument("sizes", nargs="*", type=int, metavar="EVENTS", default=SIZES, help="how many events, at least")
    main(said.parse_args().sizes)
