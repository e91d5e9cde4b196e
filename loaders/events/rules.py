"""What of the filter narrows each table, and how a row is led to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

SAID_OF = "evidence of "
SURE_OF = "confidence of "


@dataclass(frozen=True)
class Way:
    """How a row is led to a code: by its own `column`, or by the rows of `table` that have the same `column` and hold the `code`.

    `parts`: the column names a city, and a city takes along what lies in it, to any depth.
    """

    column: str
    table: str = ""
    code: str = ""
    parts: bool = False


@dataclass(frozen=True)
class Rule:
    """What narrows one table: choices that the row meets itself, and the way to the events that must meet all others.

    `own`: per choice of the filter, the way to the row's own codes; `years` leads to a column of EDTF dates.
    `events`: None where no event is asked. `about`: the row speaks of a row of another table (`table`, `key`), which must be shown.
    `either`: an event that meets all choices and names the row is enough, and so are the row's own codes where nothing
    is chosen that it has none for; in a chosen city the row must lie either way.
    `whole`: what narrows the rows that name no event, of a table whose others follow theirs.
    """

    own: Mapping[str, Way] = field(default_factory=dict)
    events: Way | None = None
    about: bool = False
    either: bool = False
    whole: "Rule | None" = None

    def ignores(self, name: str) -> bool:
        """Whether this choice of the filter does not narrow the table."""
        return name not in self.own and self.events is None and not self.about


def _said(name: str, key: str) -> dict[str, Way]:
    """A cited row's own sources, and how well it is founded by them."""
    sure = {choice: Way(key, SURE_OF + name, choice) for choice in ("witnesses", "primary", "basis")}
    return {"source": Way(key, SAID_OF + name, "source_id"), **sure}


_CITY = Way("city_id", parts=True)
OF_EVENT = Rule(events=Way("event_id"))
_OF_ROW = Rule({"source": Way("source_id")}, about=True)
_NONE = Rule()

RULES: Mapping[str, Rule] = {
    "sources": Rule({"source": Way("source_id")}, events=Way("source_id", SAID_OF + "events", "event_id")),
    "cities": Rule({"city": _CITY, **_said("cities", "city_id")}, events=Way("city_id", "event_places", "event_id")),
    "sectors": _NONE,
    "themes": _NONE,
    "areas": _NONE,
    "ties": Rule(
        {"tie": Way("tie_id"), "city": Way("tie_id", "tie_cities", "city_id"), **_said("ties", "tie_id")},
        events=Way("tie_id", "events", "event_id"),
    ),
    "tie_cities": Rule(
        {"tie": Way("tie_id"), "city": Way("tie_id", "tie_cities", "city_id"), **_said("tie_cities", "tie_city_id")},
        events=Way("tie_id", "events", "event_id"),
    ),
    "organisations": Rule(
        {"city": _CITY, "organisation": Way("organisation_id"), **_said("organisations", "organisation_id")},
        events=Way("organisation_id", "participants", "event_id"),
    ),
    "people": Rule({"person": Way("person_id"), **_said("people", "person_id")}, events=Way("person_id", "participants", "event_id")),
    "sites": Rule(
        {"city": _CITY, "sector": Way("sector_id"), "location": Way("site_id"), **_said("sites", "site_id")},
        events=Way("site_id", "event_places", "event_id"),
        either=True,
    ),
    "programmes": Rule(
        {"sector": Way("sector_id"), **_said("programmes", "programme_id")}, events=Way("programme_id", "events", "event_id")
    ),
    "events": OF_EVENT,
    "event_places": OF_EVENT,
    "participants": OF_EVENT,
    "measures": OF_EVENT,
    "eras": OF_EVENT,
    "indicators": _NONE,
    "series": _NONE,
    "observations": Rule(
        {
            "years": Way("as_of"),
            "city": _CITY,
            "tie": Way("city_id", "tie_cities", "tie_id", parts=True),
            **_said("observations", "observation_id"),
        }
    ),
    "evidence": _OF_ROW,
    "corrections": _OF_ROW,
    "searches": Rule(
        events=Way("event_id"),
        whole=Rule({"years": Way("period"), "tie": Way("tie_id")}, events=Way("tie_id", "events", "event_id")),
    ),
    "vocabulary": _NONE,
}
