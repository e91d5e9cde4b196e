"""One server and one Chromium for all tests here; a session of its own for each, in a tab that the tests of a mode share."""

import shutil
from functools import cache
from pathlib import Path

import pytest
from dashboard import FLAGS, MODES, WAIT_MS, Reader, server
from playwright.sync_api import expect, sync_playwright

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium."""
    expect.set_options(timeout=WAIT_MS)
    found = shutil.which("chromium")
    if not found:
        pytest.fail("the browser tests need Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def modes(browser):
    """A context a mode: light and dark at 1366 px, and a phone. The scripts that it has loaded it loads once."""
    contexts = {name: browser.new_context(**mode, reduced_motion="reduce", accept_downloads=True) for name, mode in MODES.items()}
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory):
    """The address of the server that most tests share."""
    with server(tmp_path_factory.mktemp("server") / "log.txt") as base:
        yield base


@pytest.fixture
def fresh_server(tmp_path):
    """A function that starts a server which nobody has asked anything yet; keywords go to its environment."""
    running = []

    def start(**environment):
        started = server(tmp_path / f"log-{len(running)}.txt", **environment)
        running.append(started)
        return started.__enter__()

    yield start
    for started in running:
        started.__exit__(None, None, None)


@pytest.fixture(scope="session")
def tab(modes):
    """A function that gives the tab of a mode: a new one would compile every script of the dashboard anew, at half the time of a test."""
    return cache(lambda mode: modes[mode].new_page())


@pytest.fixture
def reader_in(tab, shared_server, store):
    """A function that gives a reader in one mode, on the shared server or on another."""
    readers = []

    def make(mode, base=shared_server):
        tab(mode).set_viewport_size(MODES[mode]["viewport"])
        readers.append(Reader(tab(mode), base, store))
        return readers[-1]

    yield make
    for reader in readers:
        reader.leaves()
        if reader.base != shared_server:
            reader.page.goto("about:blank")  # or the tab would go on asking a server that is gone


@pytest.fixture
def reader(reader_in):
    """A reader at 1366 px, in light."""
    return reader_in("light")
