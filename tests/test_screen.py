"""Which screen a page is drawn for, before and after the browser has said how wide it is."""

from types import SimpleNamespace

import pytest

from pages.parts import screen

PHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36"
DESK = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36"


@pytest.mark.parametrize(
    ("agent", "said", "found"),
    [(PHONE, None, "narrow"), (DESK, None, "wide"), ("", None, "wide"), (PHONE, "wide", "wide"), (DESK, "narrow", "narrow")],
)
def test_what_the_browser_has_said_of_its_window_goes_before_what_it_says_that_it_is(monkeypatch, agent, said, found):
    state = {"screen_width": said} if said else {}
    headers = {"User-Agent": agent} if agent else {}
    monkeypatch.setattr(screen, "st", SimpleNamespace(session_state=state, context=SimpleNamespace(headers=headers)))
    assert screen.screen() == found
