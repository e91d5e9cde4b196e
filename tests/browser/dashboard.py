"""The dashboard as a test meets it: a real server, and a reader with a page of Chromium before them."""

import contextlib
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Page, TimeoutError, expect

from loaders.events.filters import Filters
from loaders.store import Store
from loaders.story.headlines import timeline_headline
from loaders.text import counted
from pages.shell.bar import MORE

ROOT = Path(__file__).resolve().parents[2]
START_S, WAIT_MS = 60, 60_000  # two browsers that draw without a graphics card share two cores
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-unsafe-swiftshader",
    "--use-gl=angle",
    "--use-angle=swiftshader",
]
WIDE = {"viewport": {"width": 1366, "height": 900}}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "user_agent": "Mozilla/5.0 (Android) Mobile Chrome",
}
PATHS = (
    *("/", "/timeline", "/map", "/cities", "/cities?view=time", "/cities?view=city", "/cities?view=two"),
    *("/network", "/sources", "/sources?view=coverage", "/data", "/search?text=koriyama"),
)
MOST_WORDS = 60
"""So many stand above the picture of a page at most."""
MODES = {"light": {**WIDE, "color_scheme": "light"}, "dark": {**WIDE, "color_scheme": "dark"}, "phone": {**PHONE, "color_scheme": "light"}}
# Where the picture begins, and how many words stand above it; the words of charts and tables are the picture's.
ABOVE = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const pictures = [...document.querySelectorAll('[class*="st-key-picture-"]')].filter(box => box.getBoundingClientRect().height > 100);
  const top = Math.min(...pictures.map(box => box.getBoundingClientRect().top));
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let words = 0;
  while (texts.nextNode()) {
    const holder = texts.currentNode.parentElement, box = holder.getBoundingClientRect();
    const read = holder.checkVisibility({visibilityProperty: true}) && box.width > 2 && !holder.closest('style, script, [data-testid="stIconMaterial"]');
    if (read && box.bottom <= top) words += texts.currentNode.textContent.split(/\\s+/).filter(word => /[\\p{L}\\p{N}]/u.test(word)).length;
  }
  return [top, words];
}"""
# By how many pixels the page is wider than its screen.
SIDEWAYS = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return Math.max(...[document.documentElement, main].map(box => box.scrollWidth - box.clientWidth));
}"""
# For a third of a second the script has not run, nothing is a skeleton, and nothing is stale.
AT_REST = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const rests = app && document.querySelector('h1') && app.getAttribute('data-test-script-state') === 'notRunning'
      && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]');
  if (!rests) { window.restedSince = null; return false; }
  window.restedSince ??= performance.now();
  return performance.now() - window.restedSince > 333;
}"""


@contextlib.contextmanager
def server(log: Path, **environment: str) -> Iterator[str]:
    """The dashboard on a free port until the block ends; gives its address, without a slash at its end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.address", "127.0.0.1"]
    command += ["--server.headless", "true"]
    with log.open("w") as out:
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, env={**os.environ, **environment})
    try:
        until_healthy(process, f"http://127.0.0.1:{port}/_stcore/health", log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def until_healthy(process: subprocess.Popen, address: str, log: Path) -> None:
    """Returns as soon as the server answers; fails with its words where it stops or never does."""
    end = time.monotonic() + START_S
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):
            return
        time.sleep(0.1)
    raise RuntimeError(f"the dashboard did not start:\n{log.read_text()}")


class Reader:
    """Someone before one page of the browser. `met`: errors of the console and requests that left this machine."""

    def __init__(self, page: Page, base: str, store: Store):
        self.page, self.base, self.store, self.events = page, base, store, store.events()
        self.met: list[str] = []
        page.set_default_timeout(WAIT_MS)
        page.set_default_navigation_timeout(START_S * 1000)
        self._heard = {
            "request": lambda request: self._met_request(request.url),
            "websocket": lambda socket: self._met_request(socket.url),
            "response": lambda response: self._met_response(response.status, response.url),
            "console": lambda message: self._met_message(message.type, message.text),
            "pageerror": lambda error: self.met.append(f"error on the page: {error}"),
        }
        for event, heard in self._heard.items():
            page.on(event, heard)

    def leaves(self) -> None:
        """Hears no more of the page, which the next reader has."""
        for event, heard in self._heard.items():
            self.page.remove_listener(event, heard)

    def _met_request(self, url: str) -> None:
        if url.startswith(("http", "ws")) and urlsplit(url).netloc != urlsplit(self.base).netloc:
            self.met.append(f"left this machine: {url}")

    def _met_response(self, status: int, url: str) -> None:
        if status >= 400 and "/_stcore/" not in url:  # Streamlit probes for its base path itself
            self.met.append(f"{status} {url}")

    def _met_message(self, kind: str, text: str) -> None:
        if kind == "error" and "Failed to load resource" not in text:  # those are responses, above
            self.met.append(f"console: {text}")

    def opens(self, path: str, filters: Filters | None = None, **others: str) -> "Reader":
        """Goes to an address and waits until it is at rest."""
        path, _, view = path.partition("?")
        query = urlencode({**parse_qs(view), **(filters or Filters()).to_query(), **others}, doseq=True)
        self.page.goto(f"{self.base}{path}{'?' * bool(query)}{query}")
        return self.rests()

    def rests(self) -> "Reader":
        self.page.evaluate("window.restedSince = null")  # from now on
        self.page.wait_for_function(AT_REST, timeout=START_S * 1000)
        return self

    @property
    def query(self) -> dict[str, list[str]]:
        """What the browser's address line says."""
        return parse_qs(urlsplit(self.page.url).query)

    def finds_address(self, query: dict[str, list[str]], path: str = "/timeline") -> None:
        """Waits until the address line says exactly this."""
        wanted = json.dumps([path, sorted([name, value] for name, values in query.items() for value in values)])
        said = "JSON.stringify([location.pathname, [...new URLSearchParams(location.search)].sort()])"
        try:
            self.page.wait_for_function(f"wanted => {said} === JSON.stringify(JSON.parse(wanted))", arg=wanted)
        except TimeoutError:
            assert (urlsplit(self.page.url).path, self.query) == (path, query)
            raise

    def finds_count(self, filters: Filters) -> None:
        """Waits until the page says how many events these filters leave."""
        number = counted("{count} event", "{count} events", count=self.store.selection(filters).count())
        expect(self.page.get_by_role("status").filter(has_text=re.compile(f"^{number}$"))).to_be_visible(timeout=WAIT_MS)

    def finds_headline(self, filters: Filters) -> None:
        """Waits until the headline is that of the filters' events."""
        headline = timeline_headline(self.store.selection(filters)).title
        expect(self.page.get_by_role("heading", level=1)).to_have_text(headline, timeout=WAIT_MS)

    def finds(self, filters: Filters) -> None:
        """Waits until the timeline shows this selection: address, count and headline."""
        self.finds_address(filters.to_query())
        self.finds_count(filters)
        self.finds_headline(filters)

    def opens_popover(self, facet: str) -> None:
        """Opens the choice of the bar, or the group of those behind "More filters"; on a narrow screen, what holds them all."""
        group = next((name for name, facets in MORE.items() if facet in (name, *facets)), None)
        narrow = self.page.locator(".st-key-open-all").count()
        self.page.locator(f".st-key-open-{'all' if narrow else 'more' if group else facet} button").first.click()
        expect(self.page.get_by_test_id("stPopoverBody")).to_be_visible()
        self.rests()
        if group:
            self.page.locator(".st-key-choose_by").get_by_role("radio").nth(list(MORE).index(group)).click()
            self.rests()

    def closes_popover(self) -> None:
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_test_id("stPopoverBody")).to_have_count(0)
        self.rests()

    def finds_card(self, event_id: str) -> None:
        """Waits until the event's card is open, and in the address."""
        title = self.events.rows.set_index("event_id")["title"][event_id]
        expect(self.page.get_by_role("dialog")).to_contain_text(title, timeout=WAIT_MS)
        expect(self.page.get_by_role("dialog")).to_contain_text(event_id)
        assert self.query["event"] == [event_id]

    def closes_card(self) -> None:
        self.page.get_by_role("dialog").get_by_role("button", name="Close").click()
        expect(self.page.get_by_role("dialog")).to_have_count(0)
