"""Many readers at once: thirty open the dashboard in the same moment, then each chooses something, against the plain app.

    python -m benchmarks.readers [--readers 30] [--folder DATA]
    python -m benchmarks.readers --steady [--readers 100]

`--steady`: as many readers, spread over the pages, each choose something every 5 s for a minute; the dashboard alone.

Both apps are asked in turns (ours, plain, plain, ours). Meanwhile one more client asks for the state of the server, and for a CSV where
there is a route for it.
"""

import argparse
import asyncio
import contextlib
import statistics
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.choices import Choice, choices, chosen
from benchmarks.client import Session
from benchmarks.report import against, say
from benchmarks.server import DATA, OURS, PLAIN, TURNS, App, Server, fetched, running, until_idle

READERS, ANSWER_S, PAUSE_S = 30, 300, 0.2
SEED = 100  # other choices than those of `clicks`
MOST = 0.3
STEADY_READERS, EVERY_S, CHOICES_EACH, STEADY_S = 100, 5, 12, 1
PAGES = ("", "timeline", "map", "cities", "network", "sources", "data")
ROUTES = {OURS: ("/healthz", "/api/events.csv"), PLAIN: ("/_stcore/health",)}
Times = dict[tuple[App, str], list[float]]


async def crowd(server: Server, new: Iterator[Choice], readers: int, times: Times) -> None:
    """All readers open the first page, and when all have it, all choose, each something else that nobody has chosen before."""
    all_here = asyncio.Barrier(readers)
    async with asked_meanwhile(server, times), asyncio.TaskGroup() as group:
        for choice in islice(new, readers):
            group.create_task(_reader(server, choice, all_here, times))


async def first_reader(server: Server) -> None:
    """One reader comes before the others, so that neither app is still loading its libraries when they come."""
    async with Session(server, answer_s=ANSWER_S) as session:
        await session.ask()


async def _reader(server: Server, choice: Choice, all_here: asyncio.Barrier, times: Times) -> None:
    async with Session(server, answer_s=ANSWER_S) as session:
        times[server.app, "opened"].append((await session.ask()).seconds)
        await all_here.wait()
        times[server.app, "chosen"].append((await chosen(session, choice)).seconds)
        await all_here.wait()


async def steady(server: Server, new: list[Choice], readers: int, times: Times) -> None:
    """Each reader opens a page and chooses at a pace of their own; an answer that does not come raises TimeoutError."""
    all_here = asyncio.Barrier(readers)
    async with asyncio.TaskGroup() as group:
        for place in range(readers):
            own = new[place * CHOICES_EACH : (place + 1) * CHOICES_EACH]
            group.create_task(_steady_reader(server, PAGES[place % len(PAGES)], own, EVERY_S * place / readers, all_here, times))


async def _steady_reader(server: Server, page: str, own: list[Choice], wait_s: float, all_here: asyncio.Barrier, times: Times) -> None:
    async with Session(server, page, answer_s=ANSWER_S) as session:
        await session.ask()
        await all_here.wait()
        begin = wait_s + time.perf_counter()
        for turn, choice in enumerate(own):
            await asyncio.sleep(max(0.0, begin + turn * EVERY_S - time.perf_counter()))
            times[server.app, "steady"].append((await chosen(session, choice)).seconds)


@contextlib.asynccontextmanager
async def asked_meanwhile(server: Server, times: Times) -> AsyncIterator[None]:
    """Asks for the app's routes, one after the other, until the block ends; raises where one does not answer."""
    ended = asyncio.Event()
    asking = asyncio.create_task(_ask_on(server, ended, times))
    try:
        yield
    finally:
        ended.set()
        await asking


async def _ask_on(server: Server, ended: asyncio.Event, times: Times) -> None:
    while not ended.is_set():
        for route in ROUTES[server.app]:
            began = time.perf_counter()
            await asyncio.to_thread(fetched, server.address(route), ANSWER_S)
            times[server.app, route].append(time.perf_counter() - began)
        await asyncio.sleep(PAUSE_S)


def percentile(times: list[float], hundredth: int) -> float:
    """The time within which so many of a hundred answers came, in seconds."""
    return statistics.quantiles(times, n=100, method="inclusive")[hundredth - 1]


def main(readers: int, folder: Path) -> None:
    """Prints one line for each of the two moments, and one for each route."""
    times: Times = defaultdict(list)
    with running(OURS, folder) as ours, running(PLAIN, folder) as plain:
        servers, new = {OURS: ours, PLAIN: plain}, {app: choices(SEED) for app in TURNS}
        for server in servers.values():
            asyncio.run(first_reader(server))
            until_idle(server)
        for app in TURNS:
            asyncio.run(crowd(servers[app], new[app], readers, times))
    say(f"{readers} readers", "p50 ours/plain", "p95 ours/plain", "p50 s", "p95 s", "plain p50 s", "plain p95 s")
    for moment in ("opened", "chosen"):
        ours, plain = ([percentile(times[app, moment], part) for part in (50, 95)] for app in (OURS, PLAIN))
        say(moment, *(against(mine / other, MOST) for mine, other in zip(ours, plain, strict=True)), *ours, *plain)
    for app, routes in ROUTES.items():
        for route in routes:
            say(f"{app.name} {route}", "", "", *(percentile(times[app, route], part) for part in (50, 95)))


def main_steady(readers: int, folder: Path) -> None:
    """Prints one line: how long an answer took while all of them went on choosing, and how many came."""
    times: Times = defaultdict(list)
    with running(OURS, folder) as ours:
        asyncio.run(first_reader(ours))
        until_idle(ours)
        asyncio.run(steady(ours, list(islice(choices(SEED), readers * CHOICES_EACH)), readers, times))
    found = times[OURS, "steady"]
    say(f"{readers} readers", "answers", "p50 s", "p95 s")
    say("steady", f"{len(found)} of {readers * CHOICES_EACH}", percentile(found, 50), against(percentile(found, 95), STEADY_S))


if __name__ == "__main__":
    said = argparse.ArgumentParser(prog="python -m benchmarks.readers", description=__doc__.splitlines()[0])
    said.add_argument("--steady", action="store_true", help="readers who go on choosing")
    said.add_argument("--readers", type=int, help=f"{READERS}, or {STEADY_READERS} who go on choosing")
    said.add_argument("--folder", type=Path, default=DATA, help="another folder of data")
    asked = said.parse_args()
    if asked.steady:
        main_steady(asked.readers or STEADY_READERS, asked.folder.resolve())
    else:
        main(asked.readers or READERS, asked.folder.resolve())
