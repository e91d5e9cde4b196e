"""What the compared cities did, by city, year and sector."""

import pandas as pd

from loaders.events.filters import NO_WORD
from loaders.events.selection import Selection, derived
from loaders.figures import places_shown
from loaders.marks import by


@derived
def activity(selection: Selection) -> Selection:
    """The selected events that name one of the compared cities; of these cities those only that the filter chooses, where it chooses any."""
    places = places_shown(selection)
    return selection.sharing(city=tuple(sorted(places.loc[places["principal"], "city_id"])) or NO_WORD)


@derived
def cities(selection: Selection) -> dict[str, str]:
    """The names of the compared cities of `activity` by key, in the order of the relationships."""
    places = places_shown(selection)
    shown = places[places["city_id"].isin(activity(selection).filters.city)]
    return shown.set_index("city_id")["city"].to_dict()


@derived
def by_city(selection: Selection) -> pd.DataFrame:
    """One row is one compared city, sector (blank: all sectors) and year; an event of two cities stands in the rows of both.

    Columns: `city`, `sector` (keys), `year`, and those of `marks.by`.
    """
    shown = activity(selection)
    return pd.concat([by(shown, "city", "year").assign(sector=""), by(shown, "city", "sector", "year")], ignore_index=True)


@derived
def rows_by_city(selection: Selection) -> dict[str, list]:
    """The rows of `by_city`, by city."""
    found: dict[str, list] = {}
    for row in by_city(selection).itertuples(index=False):
        found.setdefault(row.city, []).append(row)
    return found


def events_of_cities(selection: Selection) -> dict[str, int]:
    """How many of the selected events name each compared city."""
    return activity(selection).by("city").set_index("city")["events"].to_dict()


def means(city: str, key: str) -> dict[str, object]:
    """What a column of a city's panel chooses: `2019` of all sectors, `2019.energy` of one."""
    year, _, sector = key.partition(".")
    return {"city": (city,), "years": (int(year), int(year))} | ({"sector": (sector,)} if sector else {})
