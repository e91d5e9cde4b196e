"""Where sources disagree, on a card: dates and numbers on an axis with ticks, words as lines."""

import re
from datetime import date
from functools import cache
from html import unescape

import pytest
from app_pages import opened, says

from loaders.card_words import values
from loaders.event_card import event_card
from pages.card.apart import apart, calendar


@pytest.fixture(scope="module")
def disputed(store, all_events):
    """Every claim on which the sources of an event disagree."""
    cards = cache(lambda key: event_card(store, key))
    keys = all_events.links["disputed"].query("code == 'yes'")["event_id"]
    return [claim for key in keys for claim in cards(key).claims if claim.contradicted]


def test_an_axis_is_drawn_for_dates_and_numbers_alone_and_has_ticks(disputed):
    drawn = [(claim, apart(claim)) for claim in disputed]
    assert {"<table" in text for _, text in drawn} == {True, False}
    for claim, text in drawn:
        placed = all(value.pieces for value in values(claim))
        assert ("<table" in text) == placed
        assert not placed or len(re.findall(r'<span style="left', text)) >= 2


def test_each_value_stands_with_who_gives_it_and_a_dissent_with_why(disputed):
    for claim in disputed:
        text = unescape(re.sub("<[^>]+>", "", apart(claim)))
        for value in values(claim):
            assert value.text in text and value.who in text and value.why in text
        assert any(value.shown for value in values(claim)) or claim.shown in text


def test_no_mark_of_a_dissent_is_hollow(disputed):
    kinds = {kind for claim in disputed for kind in re.findall(r'<i class="(\w+)"', apart(claim))}
    assert kinds == {"full", "vague", "against"}


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        (date(2021, 3, 25), date(2021, 3, 27), ["25 Mar 2021", "26 Mar 2021", "27 Mar 2021"]),
        (date(2014, 10, 1), date(2014, 12, 1), ["Oct 2014", "Nov 2014", "Dec 2014"]),
        (date(2017, 12, 1), date(2019, 9, 30), ["2016", "2018", "2020"]),
    ],
)
def test_the_ticks_are_days_months_or_years_and_stand_around_what_they_measure(first, last, names):
    places, found = zip(*calendar(first, last), strict=True)
    assert list(found) == names
    assert places[0] <= first.toordinal() and places[-1] >= last.toordinal()


def test_a_card_shows_how_to_cite_it_without_a_click():
    app = opened("timeline/timeline.py", event="presentation-day-2021")
    assert says(app, "Pupils of Koriyama and Essen present their projects, 25 or 26 Mar 2021. Data of")
    assert says(app, "Sources disagree: date") or "Sources disagree: date" in [part.value for part in app.subheader]
