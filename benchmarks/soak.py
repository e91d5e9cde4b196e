"""Whether memory stays flat: many different filters in one session, then ten thousand choices of several readers in the same server.

python -m benchmarks.soak [--filters 2000] [--choices 10000] [--folder DATA]
"""

import argparse
import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from itertools import islice
from pathlib import Path

from benchmarks.choices import Choice, choices, chosen
from benchmarks.client import Session
from benchmarks.report import against, say
from benchmarks.server import DATA, OURS, Server, running

FILTERS, CHOICES, STEPS = 2000, 10_000, 10
PAGES = ("", "timeline", "map", "cities", "network", "sources")
MOST = 1.3
SEED = 101  # other choices than those of the other benchmarks


async def of_one(server: Server, new: Iterator[Choice], number: int) -> AsyncIterator[float]:
    """One reader makes so many different choices on the timeline; gives the server's memory at each step."""
    async with Session(server, "timeline") as session:
        await session.ask()
        for _ in range(STEPS):
            for choice in islice(new, number // STEPS):
                await chosen(session, choice)
            yield server.memory_mb


async def of_many(server: Server, new: Iterator[Choice], number: int) -> AsyncIterator[float]:
    """Readers of several pages make so many choices together, and others take their places at each step; gives the memory at each step."""
    for _ in range(STEPS):
        async with AsyncExitStack() as stack:
            sessions = [await stack.enter_async_context(Session(server, page)) for page in PAGES]
            for session in sessions:
                await session.ask()
            shared = islice(new, number // STEPS)
            await asyncio.gather(*(_choose(session, shared) for session in sessions))
        yield server.memory_mb


async def _choose(session: Session, some: Iterator[Choice]) -> None:
    for choice in some:
        await chosen(session, choice)


async def soaked(server: Server, filters: int, number: int) -> None:
    """Prints the memory at each step of either part, and what the last is to the first."""
    new = choices(SEED)
    for title, count, steps in (("one session", filters, of_one), ("several sessions", number, of_many)):
        memory = []
        async for megabytes in steps(server, new, count):
            memory.append(megabytes)
            say(f"{title}, {count * len(memory) // STEPS}", f"{megabytes:.0f} MB", megabytes / memory[0])
        say(title, "last / first", against(memory[-1] / memory[0], MOST))


def main(filters: int, number: int, folder: Path) -> None:
    """Both parts in one server."""
    with running(OURS, folder) as server:
        asyncio.run(soaked(server, filters, number))


if __name__ == "__main__":
    said = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__.splitlines()[0])
    said.add_argument("--filters", type=int, default=FILTERS, help="different filters in one session")
    said.add_argument("--choices", type=int, default=CHOICES, help="choices of several sessions after them")
    said.add_argument("--folder", type=Path, default=DATA, help="another folder of data")
    asked = said.parse_args()
    main(asked.filters, asked.choices, asked.folder.resolve())
