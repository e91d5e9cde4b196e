"""WCAG 2.2 A and AA, as far as axe-core can tell, with what opens over a page; pages themselves: test_every_page."""

import pytest
from wcag import violations


@pytest.mark.parametrize(("mode", "facets"), [("dark", ("sector", "source", "years", "link")), ("phone", ("sector", "years"))])
def test_open_popovers_violate_no_rule(mode, facets, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline", sector="energy", years=["2017", "2020"])
    for facet in facets:
        reader.opens_popover(facet)
        assert (facet, violations(reader)) == (facet, [])
        reader.closes_popover()
    assert not reader.met


@pytest.mark.parametrize("mode", ["dark", "phone"])
def test_an_open_card_violates_no_rule(mode, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline", sector="energy", event="fmddsc-opening")
    reader.finds_card("fmddsc-opening")
    assert violations(reader) == []
    assert not reader.met


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_notices_and_an_empty_selection_violate_no_rule(mode, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline", sector="enrgy", text="nothing has this text", event="fmddsc-closing")
    assert violations(reader) == []
