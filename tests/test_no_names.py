"""What draws a page names nothing of the shipped data: no city, relationship, organisation, programme, area, theme, indicator or site, by name or key."""

import re

import pandas as pd
import pytest
from test_layers import ROOT, modules

from loaders.facts import DATA

TABLES = (
    "cities",
    "ties",
    "organisations",
    "people",
    "programmes",
    "areas",
    "themes",
    "indicators",
    "series",
    "sites",
    "events",
    "sources",
)
_OTHERS_WORDS = {"whole", "population", "area", "density", "temperature", "tourism", "gdp", "students"}  # words of plain English, too


def _names() -> re.Pattern:
    """Keys, names and short names as whole words; what is shorter than five letters or a word of plain English is left out."""
    found = set()
    for table in TABLES:
        rows = pd.read_csv(DATA / f"{table}.csv", dtype=str, keep_default_na=False)
        for column in (rows.columns[0], *(name for name in ("name", "short", "title", "name_de", "name_ja") if name in rows)):
            found |= set(rows[column])
    telling = sorted(name for name in found if len(name) >= 5 and name.lower() not in _OTHERS_WORDS)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, telling))})(?![\w-])")


NAMES = _names()


@pytest.mark.parametrize("folder", ["pages", "charts"])
def test_no_name_of_the_shipped_data_stands_in_what_draws(folder):
    met = {str(path.relative_to(ROOT)): sorted(set(NAMES.findall(path.read_text(encoding="utf-8")))) for path in modules(folder)}
    assert {path: names for path, names in met.items() if names} == {}
