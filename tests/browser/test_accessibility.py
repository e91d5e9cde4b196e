"""WCAG 2.2 A and AA, as far as axe-core can tell, in each mode and with what opens over a page."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from dashboard import PATHS

AXE = Axe()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
MODES = ["light", "dark", "phone"]


def violations(reader):
    """Each violation in one line: how bad, which rule, where, and why at the first place."""
    found = AXE.run(reader.page, options=RULES).response["violations"]
    return [
        f"{rule['impact']}: {rule['id']} at {len(rule['nodes'])} places, e.g. {rule['nodes'][0]['html'][:160]} {rule['nodes'][0]['failureSummary'][:200]}"
        for rule in found
    ]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("mode", MODES)
def test_a_page_violates_no_rule(mode, path, reader_in):
    reader = reader_in(mode)
    reader.opens(path)
    assert violations(reader) == []


@pytest.mark.parametrize("mode", MODES)
def test_open_popovers_violate_no_rule(mode, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline", sector="energy", years=["2017", "2020"])
    for facet in ("sector", "source", "years", "link"):
        reader.opens_popover(facet)
        assert (facet, violations(reader)) == (facet, [])
        reader.closes_popover()


@pytest.mark.parametrize("mode", MODES)
def test_an_open_card_violates_no_rule(mode, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline", sector="energy", event="fmddsc-opening")
    reader.finds_card("fmddsc-opening")
    assert violations(reader) == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_notices_and_an_empty_selection_violate_no_rule(mode, reader_in):
    reader = reader_in(mode)
    reader.opens("/timeline", sector="enrgy", text="nothing has this text", event="fmddsc-closing")
    assert violations(reader) == []
