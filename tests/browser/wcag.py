"""WCAG 2.2 A and AA, as far as axe-core can tell."""

from axe_playwright_python.sync_playwright import Axe

AXE = Axe()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}


def violations(reader, within: str | None = None) -> list[str]:
    """Each violation of the page, or of one part of it, in one line: how bad, which rule, where, and why at the first place."""
    found = AXE.run(reader.page, context=within, options=RULES).response["violations"]
    return [
        f"{rule['impact']}: {rule['id']} at {len(rule['nodes'])} places, e.g. {rule['nodes'][0]['html'][:160]} {rule['nodes'][0]['failureSummary'][:200]}"
        for rule in found
    ]
