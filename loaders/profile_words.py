"""Sentences of a city's profile, generated from what is shown of it."""

import pandas as pd

from loaders.activity import doubts
from loaders.chosen import years_text
from loaders.events import Events
from loaders.events.filters import Filters
from loaders.timeline_words import FEW, joined

_SIDES = {"german": "German", "japanese": "Japanese", "european": "European", "international": "international or joint"}
_MOST = 6


def profile_headline(city: str, counted: Events, partners: pd.DataFrame, filters: Filters) -> str:
    """One sentence on what the city has done, and with whom: counted events that were held, the place that shares most of them, the sector that leads."""
    held = counted.rows[counted.rows["status"] == "held"]
    if held.empty:
        return f"{city}: no held event of a relationship counts{' in this selection' if filters.narrowing or filters.chosen else ''}"
    years = years_text((int(held["year"].min()), int(held["year"].max())))
    parts = [
        f"{city}: {len(held)} event{'' if len(held) == 1 else 's'} held{' of those shown' * filters.chosen}, {years}",
        _with(partners),
        _leading(held),
    ]
    return "; ".join(filter(None, parts))


def _with(partners: pd.DataFrame) -> str:
    some = partners[partners["held"] > 0]
    if some.empty:
        return "no other place named with them"
    top = some[some["held"] == some["held"].max()]
    if len(top) > 2:
        return ""
    return f"{int(top['held'].iloc[0])}{' each' * (len(top) > 1)} with {joined(list(top['city']))}"


def _leading(held: pd.DataFrame) -> str:
    numbers = held["sector"].value_counts()
    top = sorted(numbers.index[numbers == numbers.max()].str.lower())
    if len(held) <= FEW or len(numbers) == 1 or len(top) > 2:
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


def counted_note(shown: Events, counted: Events, *, city: str) -> str:
    """How many events there are, how many are counted, and why not all."""
    others = len(counted) - int((counted.rows["status"] == "held").sum())
    outlined = f", {others} only announced or called off" if others else ""
    rest = len(shown) - len(counted)
    left = (
        f" The other {rest} {'is' if rest == 1 else 'are'} in the rows only: parts of a counted event, what may be the same as another, series without an end, what has no one year, the state-level frame, and context."
        if rest
        else ""
    )
    return f"{len(shown)} events touch {city}; {len(counted) - others} held ones are counted{outlined}.{left}"


def ways_text(to: pd.DataFrame, away: pd.DataFrame) -> str:
    """Who came and where people went, in held events that are counted; that no journey is recorded where none is."""
    came = [f"{row.origin} ({row.events})" for row in to.head(_MOST).itertuples()]
    went = [f"{row.venue} ({row.events})" for row in away.head(_MOST).itertuples()]
    parts = (("people came from", came), ("people from here went to", went))
    text = "; ".join(f"{words} {joined(some)}" for words, some in parts if some)
    return (
        f"{text[0].upper()}{text[1:]}; the number is of events." if text else "No journey to or from here is recorded for a counted event."
    )


def sides_of_documents(sources: pd.DataFrame) -> str:
    """How many documents speak of it, from which side: `93 documents: 57 German, 31 Japanese and 5 international or joint`. `sources`: their rows, each once."""
    numbers = sources["side"].value_counts()
    parts = [f"{number} {_SIDES.get(side, side)}" for side, number in numbers.items()]
    word = "document" if len(sources) == 1 else "documents"
    return f"{len(sources)} {word}: {joined(parts)}" if parts else "No document"


def missing_texts(shown: Events, sites: pd.DataFrame, not_read: list[str], indicators: int, *, city: str) -> list[str]:
    """What is not known, a sentence each; never left to an empty space. `not_read`: names of indicators without a figure, of so many `indicators`."""
    found = []
    if len(not_read) == indicators:
        found.append(f"No figure of {city} was read.")
    elif not_read:
        more = f" and {len(not_read) - _MOST} more" if len(not_read) > _MOST else ""
        found.append(f"No figure was read for {len(not_read)} of {indicators} indicators: {'; '.join(not_read[:_MOST])}{more}.")
    if sites.empty:
        found.append(f"No site in {city} is recorded in this selection.")
    elif number := int(sites["latitude"].isna().sum()):
        found.append(f"{number} of {len(sites)} sites have no point on the map.")
    if shown.rows.empty:
        return [*found, f"No event in this selection names {city}."]
    for reason, rows in doubts(shown).items():
        if len(rows) and reason in _SAID:
            found.append(f"{len(rows)} event{'' if len(rows) == 1 else 's'} {reason}.")
    return found


_SAID = (
    "on which the sources disagree",
    "of which only the announcement is known",
    "without a date",
    "that rest on one independent source",
)
