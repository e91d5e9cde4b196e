"""How long the server takes to answer a choice, page by page, against a plainly written Streamlit app on the same events.

    python -m benchmarks.clicks [PAGE] [--choices 12] [--folder DATA]

Both apps run, and are asked in turns (ours, plain, plain, ours), one at a time and at a reader's pace. Only ratios carry over to another machine.
"""

import argparse
import asyncio
import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from benchmarks.choices import Choice, choices, chosen
from benchmarks.client import Answer, Session, largest_kb, median_ms
from benchmarks.report import against, say
from benchmarks.server import DATA, OURS, PLAIN, TURNS, App, Server, running, until_idle

HOME = "overview"
PAGES = (
    HOME,
    "timeline",
    "map",
    "cities",
    "cities?view=time",
    "cities?view=city",
    "cities?view=two",
    "network",
    "sources",
    "search",
    "data",
)
CHOICES, PACE_S, LATER = 12, 0.1, 5
FRESH, SEEN, LARGEST_KB = 0.3, 0.2, 120
COLUMNS = ("fresh/plain", "seen/plain", "largest kB", "opened kB", "CPU fresh/plain", "CPU seen/plain", "fresh ms", "seen ms", "plain ms")
FIRST_TO_LATER, START_TO_PLAIN = 1.5, 2


@dataclass
class Kind:
    """Answers of one kind on one page. `busy_s`: seconds of a processor that the server needed for all of them, which others on the machine do not lengthen."""

    answers: list[Answer] = field(default_factory=list)
    busy_s: float = 0.0


@dataclass
class Measured:
    """What one app answered on one page: when it was opened, to new choices, and to the same choices again."""

    opened: Kind = field(default_factory=Kind)
    fresh: Kind = field(default_factory=Kind)
    seen: Kind = field(default_factory=Kind)


@dataclass(frozen=True)
class Start:
    """Seconds from the command to the first answer, of the first page's answer alone, and of a later reader's (a median)."""

    to_answer: float
    first: float
    later: float


async def measure(server: Server, page: str, some: list[Choice], into: Measured) -> None:
    """Opens the page in a session of its own and makes each choice twice: at first it is new, then it was seen before."""
    path, _, view = page.partition("?")
    async with Session(server, "" if page == HOME or server.app == PLAIN else path) as session:
        into.opened.answers.append(await session.ask(view))
        await asyncio.sleep(PACE_S)
        for kind in (into.fresh, into.seen):
            before = server.busy_s
            for choice in some:
                kind.answers.append(await chosen(session, choice, view))
                await asyncio.sleep(PACE_S)
            kind.busy_s += server.busy_s - before


async def in_turns(servers: Mapping[App, Server], page: str, number: int) -> dict[App, Measured]:
    """Both apps on one page; each turn makes half of the choices, and both apps are given the same."""
    found = {app: Measured() for app in servers}
    new = {app: choices(PAGES.index(page), text_in_all=page == "search") for app in servers}
    for app in TURNS:
        await measure(servers[app], page, list(islice(new[app], number // 2)), found[app])
    return found


async def start_of(server: Server) -> Start:
    """How a server that was just started answers its first readers."""
    async with Session(server) as session:
        first = (await session.ask()).seconds
        to_answer = time.perf_counter() - server.began
    later = []
    for _ in range(LATER):
        await asyncio.sleep(PACE_S)
        async with Session(server) as session:
            later.append((await session.ask()).seconds)
    return Start(to_answer, first, statistics.median(later))


def say_page(page: str, found: Mapping[App, Measured]) -> None:
    """One line of the table of pages."""
    ours, plain = found[OURS], found[PLAIN]
    fresh, seen = (median_ms(getattr(ours, kind).answers) / median_ms(getattr(plain, kind).answers) for kind in ("fresh", "seen"))
    opened, clicked = largest_kb(ours.opened.answers), largest_kb([*ours.fresh.answers, *ours.seen.answers])
    needed = against(fresh, FRESH), against(seen, SEEN), against(round(max(opened, clicked)), LARGEST_KB)
    busy = ours.fresh.busy_s / plain.fresh.busy_s, ours.seen.busy_s / plain.seen.busy_s
    times = (round(median_ms(kind.answers)) for kind in (ours.fresh, ours.seen, plain.fresh))
    say(page, *needed, round(opened), *busy, *times)


def say_starts(starts: Mapping[App, list[Start]]) -> None:
    """Two lines on how the servers start."""
    first = statistics.median(start.first / start.later for start in starts[OURS])
    to_answer = {app: statistics.median(start.to_answer for start in each) for app, each in starts.items()}
    start = to_answer[OURS] / to_answer[PLAIN]
    say("first page / later", against(first, FIRST_TO_LATER))
    say("start / plain", against(start, START_TO_PLAIN), *(f"{seconds:.1f} s" for seconds in to_answer.values()))


def measured_starts(folder: Path) -> dict[App, list[Start]]:
    """Each app started twice, in turns, and stopped again."""
    starts: dict[App, list[Start]] = {OURS: [], PLAIN: []}
    for app in TURNS:
        with running(app, folder) as server:
            starts[app].append(asyncio.run(start_of(server)))
    return starts


def main(page: str | None, number: int, folder: Path) -> None:
    """The page that is asked for, or the starts and every page."""
    if not page:
        say_starts(measured_starts(folder))
    with running(OURS, folder) as ours, running(PLAIN, folder) as plain:
        until_idle(ours)
        say("page", *COLUMNS)
        for each in [page] if page else PAGES:
            say_page(each, asyncio.run(in_turns({OURS: ours, PLAIN: plain}, each, number)))


if __name__ == "__main__":
    said = argparse.ArgumentParser(prog="python -m benchmarks.clicks", description=__doc__.splitlines()[0])
    said.add_argument("page", nargs="?", choices=PAGES, help="this page alone; else all of them, and how the servers start")
    said.add_argument("--choices", type=int, default=CHOICES, help="how many new choices on each page, an even number")
    said.add_argument("--folder", type=Path, default=DATA, help="another folder of data")
    asked = said.parse_args()
    main(asked.page, asked.choices, asked.folder.resolve())
