"""Sentences of a city's profile, generated from what is shown of it."""

import pandas as pd

from loaders.activity import doubt_numbers
from loaders.chosen import years_text
from loaders.events.selection import Selection, derived
from loaders.profile import city_row, not_read, of_city, partners, profile_sites, profile_ways
from loaders.timeline_words import FEW, joined

_SIDES = {"german": "German", "japanese": "Japanese", "european": "European", "international": "international or joint"}
_MOST = 6


@derived
def profile_headline(selection: Selection, city: str) -> str:
    """One sentence on the city's selected events: how many and when, which place took part in most of them with it, the sector that leads."""
    own, name = of_city(selection, city), city_row(selection.facts, city)["name"]
    if not len(own):
        return f"{name}: no event {'fits this selection' if selection.filters.chosen else 'is recorded'}"
    years = own.events.rows["year"].dropna()
    when = f", {years_text((int(years.min()), int(years.max())))}" if len(years) else ""
    parts = [f"{name}: {len(own)} event{'' if len(own) == 1 else 's'}{when}", _with(partners(selection, city)), _leading(own)]
    return "; ".join(filter(None, parts))


def _with(others: pd.DataFrame) -> str:
    top = others[others["events"] == others["events"].max()]
    if not 0 < len(top) <= 2:
        return ""
    return f"{top['events'].iloc[0]}{' each' * (len(top) > 1)} together with {joined(list(top['city']))}"


def _leading(own: Selection) -> str:
    numbers = own.events.rows["sector"].value_counts()
    top = sorted(numbers.index[numbers == numbers.max()].str.lower())
    if len(own) <= FEW or len(numbers) == 1 or len(top) > 2:
        return ""
    return f"{joined(top)} {'leads' if len(top) == 1 else 'lead'} with {numbers.max()}{' each' * (len(top) > 1)}"


def level_text(row: pd.Series) -> str:
    """What the place is and where: `city in North Rhine-Westphalia, Germany`; `prefecture in Japan, not a city`."""
    where = ", ".join(part for part in (row["whole"], row["country_name"]) if isinstance(part, str))
    return f"{row['level']} in {where}{'' if row['level'] in ('city', 'town', 'village') else ', not a city'}"


def names_text(row: pd.Series) -> str:
    """The names in German and Japanese where the data have them: `German: Köln · Japanese: ケルン`; blank where they have none."""
    words = (("German", row["name_de"]), ("Japanese", row["name_ja"]))
    return " · ".join(f"{language}: {name}" for language, name in words if isinstance(name, str) and name)


def rule_text(city: str, parts: list[str]) -> str:
    """By which rule things belong to the city. `parts`: names of what lies in it."""
    inside = f"with what lies in it ({joined(parts)})" if parts else "nothing else in these data lies in it"
    return (
        f"Events are those for which a source names {city} itself. Figures and sites are its own; sites are taken {inside}."
        if parts
        else f"Events are those for which a source names {city} itself; {inside}."
    )


@derived
def ways_text(selection: Selection, city: str) -> str:
    """Who came and where people went for the city's selected events; that no journey is recorded where none is."""
    to, away = ([f"{row.other} ({row.events})" for row in ways.head(_MOST).itertuples()] for ways in profile_ways(selection, city))
    parts = (("people came from", to), ("people from here went to", away))
    text = "; ".join(f"{words} {joined(some)}" for words, some in parts if some)
    return f"{text[0].upper()}{text[1:]}; the number is of events." if text else "No journey to or from here is recorded for these events."


def sides_of_documents(sources: pd.DataFrame) -> str:
    """How many documents speak of it, from which side: `93 documents: 57 German, 31 Japanese and 5 international or joint`. `sources`: their rows, each once."""
    numbers = sources["side"].value_counts()
    parts = [f"{number} {_SIDES.get(side, side)}" for side, number in numbers.items()]
    word = "document" if len(sources) == 1 else "documents"
    return f"{len(sources)} {word}: {joined(parts)}" if parts else "No document"


@derived
def missing_texts(selection: Selection, city: str) -> list[str]:
    """What is not known of the city, a sentence each; never left to an empty space."""
    name, lacking, found = city_row(selection.facts, city)["name"], not_read(selection.store, city), []
    indicators, sites = len(selection.facts.table("indicators")), profile_sites(selection, city)
    if len(lacking) == indicators:
        found.append(f"No figure of {name} was read.")
    elif lacking:
        more = f" and {len(lacking) - _MOST} more" if len(lacking) > _MOST else ""
        found.append(f"No figure was read for {len(lacking)} of {indicators} indicators: {'; '.join(lacking[:_MOST])}{more}.")
    if sites.empty:
        found.append(f"No site in {name} is recorded in this selection.")
    elif number := int(sites["latitude"].isna().sum()):
        found.append(f"{number} of {len(sites)} sites have no point on the map.")
    own = of_city(selection, city)
    if not len(own):
        return [*found, f"No event in this selection names {name}."]
    return [*found, *(f"{number} event{'' if number == 1 else 's'} {doubt}." for doubt, number in doubt_numbers(own).items())]
