"""The texts by which events are found: one row a text, with the field in which it stands and what it is a name of."""

from collections.abc import Iterable
from itertools import chain, repeat

import pandas as pd

from loaders.datetext import date_text
from loaders.facts import FactBase
from loaders.folding import folded, searchable
from loaders.text import message

NAME, OTHER_NAME, AROUND, NOTE = range(4)
COLUMNS = ["key", "field", "of", "text", "weight"]
Passage = tuple[str, str, str, str, float]
_TYPES = {"weight": "float64", **dict.fromkeys(COLUMNS[:4], "str")}
ROMANISED = "Romanised"
_LANGUAGES = {"_de": "German", "_ja": "Japanese"}
_MACRONS = set("āīūēōĀĪŪĒŌ")
_SUFFIXES = {
    "city": ("shi", "市"),
    "prefecture": ("ken", "県"),
    "metropolis": ("to", "都"),
    "town": ("machi", "町"),
    "village": ("mura", "村"),
}


def passages(keys: pd.Series, texts: pd.Series, field: str, weight: float, *, of: pd.Series | str = "") -> list[Passage]:
    """One passage is one text of one thing: its key, `field` (in a reader's words), `of` (what it is a name of, blank for the thing itself),
    the text, `weight` (NAME, OTHER_NAME, AROUND or NOTE: the lower, the more it counts). Missing and blank texts have none."""
    ofs = repeat(of) if isinstance(of, str) else of.tolist()
    rows = zip(keys.tolist(), repeat(field), ofs, texts.tolist(), repeat(weight), strict=False)
    return [row for row in rows if row[3] and isinstance(row[3], str) and isinstance(row[0], str)]


def table_of(parts: Iterable[Iterable[Passage]]) -> pd.DataFrame:
    """Passages as a table, each once: `key`, `field`, `of`, `text`, `weight`."""
    return pd.DataFrame(list(dict.fromkeys(chain.from_iterable(parts))), columns=COLUMNS).astype(_TYPES)


def named(facts: FactBase, links: pd.DataFrame, table: str, field: str, *, weight: float = AROUND) -> list[Passage]:
    """The names, in all languages, of what things are linked to. `links`: `key` and the other table's key."""
    names: dict[str, list] = {}
    for other, name, language, of in names_of(facts, table):
        names.setdefault(other, []).append((field, of, name, weight + 0.1 * bool(language)))
    pairs = zip(*(links[column].tolist() for column in links), strict=True)
    return [(key, *found) for key, other in pairs for found in names.get(other, ())]


def names_of(facts: FactBase, table: str) -> list[tuple[str, str, str, str]]:
    """Every name of every row of a table: the row's key, the name, its language (German, Japanese or ROMANISED, blank for the one that is shown), the one that is shown.

    A city's names have those with `-shi`, `-ken`, 市 and the like beside them, as its level has them.
    """
    rows = facts.table(table)
    keys, shown = rows[facts.schema[table].key].tolist(), rows["name"].tolist()
    found = [(key, name, "", name) for key, name in zip(keys, shown, strict=True)]
    for suffix, language in _LANGUAGES.items():
        others = rows[f"name{suffix}"].tolist() if f"name{suffix}" in rows else []
        found += [(key, other, _language(other, name, language), name) for key, other, name in zip(keys, others, shown, strict=False)]
    found += _with_level(rows) if table == "cities" else []
    once: dict[tuple[str, str], tuple] = {}
    for row in found:
        if isinstance(row[1], str):
            once.setdefault(row[:2], row)
    return list(once.values())


def _language(other: object, name: str, language: str) -> str:
    """In which language a name is; one that differs from the name shown by macrons alone, as Kōriyama does, is a romanised Japanese one."""
    romanised = isinstance(other, str) and _MACRONS & set(other) and folded(other) == folded(name)
    return ROMANISED if romanised else language


def _with_level(cities: pd.DataFrame) -> list[tuple[str, str, str, str]]:
    """A Japanese place's name with the word for its level, as it is often written: `Koriyama-shi`, `東京都`."""
    found = []
    for row in cities[cities["country"] == "JP"].itertuples():
        if row.level not in _SUFFIXES:
            continue
        latin, sign = _SUFFIXES[row.level]
        stem = row.name.removesuffix(" Prefecture").removesuffix(" (city)")
        found.append((row.city_id, f"{stem}-{latin}", ROMANISED, row.name))
        if isinstance(row.name_ja, str) and not row.name_ja.endswith(sign):
            found.append((row.city_id, row.name_ja + sign, "Japanese", row.name))
    return found


def event_passages(facts: FactBase) -> pd.DataFrame:
    """Every text by which an event is found, as `table_of` has them: its titles, date, kind, note, and the names of what it is linked to.

    Where the programmes have faults, events are found without them.
    """
    rows = facts.table("events").rename(columns={"event_id": "key"})
    where, who = (
        facts.table("event_places").rename(columns={"event_id": "key"}),
        facts.table("participants").rename(columns={"event_id": "key"}),
    )
    kinds = facts.table("vocabulary")
    kinds = kinds[kinds["field"] == "events.kind"].set_index("code")["name"]
    people = facts.table("people").set_index("person_id")
    return table_of(
        [
            passages(rows["key"], rows["title"], message("Title"), NAME),
            passages(rows["key"], rows["title_de"], message("German title"), OTHER_NAME),
            passages(rows["key"], rows["title_ja"], message("Japanese title"), OTHER_NAME),
            named(facts, where[["key", "city_id"]], "cities", message("Place")),
            named(facts, where[["key", "site_id"]], "sites", message("Site")),
            named(facts, who[["key", "organisation_id"]], "organisations", message("Organisation that took part")),
            named(facts, who[["key", "person_id"]], "people", message("Person")),
            passages(who["key"], who["person_id"].map(people["role"]), message("Office"), AROUND, of=who["person_id"].map(people["name"])),
            *([named(facts, rows[["key", "programme_id"]], "programmes", message("Programme"))] if "programmes" in facts.frames else []),
            named(facts, rows[["key", "tie_id"]], "ties", message("Relationship")),
            named(facts, rows[["key", "sector_id"]], "sectors", message("Sector")),
            passages(rows["key"], rows["kind"].map(kinds), message("Kind"), AROUND),
            passages(rows["key"], rows["date"].map(date_text, na_action="ignore"), message("Date"), AROUND),
            passages(rows["key"], rows["date"], message("Date (EDTF)"), AROUND),
            passages(rows["key"], rows["note"], message("Note"), NOTE),
        ]
    )


def event_search(facts: FactBase, keys: pd.Series) -> pd.Series:
    """Per event, the folded text that a search looks through: all of its passages. Aligned with `keys`."""
    texts = event_passages(facts).groupby("key")["text"].agg(" \n".join)
    return searchable(keys.map(texts).astype("str").fillna("").to_frame())
