"""What is chosen, in a reader's words: the names of the filter's codes, and of the selection."""

from collections.abc import Mapping

import pandas as pd

from loaders.confidence_words import FACET_HELP, FACET_NAMES
from loaders.events import NO_TIE, Events, status_names
from loaders.facts import FactBase
from loaders.filters import CERTAINLY, Filters, shown

LABELS = {"sector": "Sector", "tie": "Relationship", "city": "City", "status": "Status", "source": "Source"}
LABELS |= {facet: label for facet, (label, _) in FACET_HELP.items()}


def facet_names(facts: FactBase, events: Events) -> dict[str, Mapping[str, str]]:
    """Per facet, the readers' names of its codes, in the order in which they are offered: cities by number of events."""
    sources = facts.table("sources")
    named = {
        "sector": facts.table("sectors").set_index("sector_id")["name"],
        "tie": pd.concat([facts.table("ties").set_index("tie_id")["name"], pd.Series({NO_TIE: "No tie (context)"})]),
        "city": facts.table("cities").set_index("city_id")["name"],
        "status": pd.Series(status_names(facts)).str.capitalize(),
        "source": (sources["publisher"] + ": " + sources["title"]).set_axis(sources["source_id"]),
    }
    by_number = events.links["city"]["code"].value_counts()
    named["city"] = named["city"].loc[sorted(set(named["city"].index) & set(by_number.index), key=lambda code: (-by_number[code], code))]
    return {facet: series.to_dict() for facet, series in named.items()} | FACET_NAMES


def chosen_words(filters: Filters, names: Mapping[str, Mapping[str, str]]) -> tuple[tuple[str, str], ...]:
    """What is chosen, each with its label: `(("Years", "2017–2020"), ("Sector", "Energy or Trade"))`. `names`: see `facet_names`."""
    words = [("Years", years_text(filters.years) + (" for certain" if filters.certainty == CERTAINLY else ""))] if filters.years else []
    for facet, codes in names.items():
        if chosen := getattr(filters, facet):
            words.append((LABELS[facet], " or ".join(codes[code] for code in chosen)))
    return (*words, *([("Search", f"“{shown(filters.text)}”")] if filters.text else []))


def years_text(years: tuple[int, int]) -> str:
    """One year, or the first and the last."""
    return str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"
