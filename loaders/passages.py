"""The texts by which events are found: one row a text, with the field in which it stands and what it is a name of."""

import pandas as pd

from loaders.datetext import date_text
from loaders.facts import FactBase
from loaders.folding import folded, searchable

NAME, OTHER_NAME, AROUND, NOTE = range(4)
COLUMNS = ["key", "field", "of", "text", "weight"]
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


def passages(keys: pd.Series, texts: pd.Series, field: str, weight: int, *, of: pd.Series | str = "") -> pd.DataFrame:
    """One row is one text of one thing: `key`, `field` (in a reader's words), `of` (what it is a name of, blank for the thing itself),
    `text`, `weight` (NAME, OTHER_NAME, AROUND or NOTE: the lower, the more it counts). Missing and blank texts have none."""
    table = pd.DataFrame({"key": keys, "field": field, "of": of, "text": texts, "weight": weight}).dropna(subset=["key", "text"])
    return table[table["text"] != ""].drop_duplicates()


def named(facts: FactBase, links: pd.DataFrame, table: str, field: str, *, weight: int = AROUND) -> pd.DataFrame:
    """The names, in all languages, of what things are linked to. `links`: `key` and the other table's key."""
    names = names_of(facts, table)
    found = links.dropna().drop_duplicates().merge(names, left_on=links.columns[1], right_on="id")
    fields = (found["language"] + f" name of the {field.lower()}").where(found["language"] != "", field)
    rows = passages(found["key"], found["name"], field, weight, of=found["of"])
    return rows.assign(field=fields, weight=weight + 0.1 * (fields != field))


def names_of(facts: FactBase, table: str) -> pd.DataFrame:
    """One row is one name of one row of a table: `id`, `name`, `language` (German, Japanese or ROMANISED, blank for the one that is shown), `of` (the one that is shown).

    A city's names have those with `-shi`, `-ken`, 市 and the like beside them, as its level has them.
    """
    rows, key = facts.table(table), facts.schema[table].key
    shown = pd.DataFrame({"id": rows[key], "name": rows["name"], "language": "", "of": rows["name"]})
    others = [
        pd.DataFrame({"id": rows[key], "name": rows[f"name{suffix}"], "language": _language(rows, suffix, language), "of": rows["name"]})
        for suffix, language in _LANGUAGES.items()
        if f"name{suffix}" in rows
    ]
    extra = [_with_level(rows)] if table == "cities" else []
    return pd.concat([shown, *others, *extra]).dropna().drop_duplicates(["id", "name"], ignore_index=True)


def _language(rows: pd.DataFrame, suffix: str, language: str) -> pd.Series:
    """In which language the names of one column are; one that differs from the name shown by macrons alone, as Kōriyama does, is a romanised Japanese one."""
    pairs = zip(rows[f"name{suffix}"].fillna(""), rows["name"], strict=True)
    words = [ROMANISED if _MACRONS & set(other) and folded(other) == folded(name) else language for other, name in pairs]
    return pd.Series(words, index=rows.index, dtype="str")


def _with_level(cities: pd.DataFrame) -> pd.DataFrame:
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
    return pd.DataFrame(found, columns=["id", "name", "language", "of"])


def event_passages(facts: FactBase) -> pd.DataFrame:
    """Every text by which an event is found, columns as `passages`: its titles, date, kind, note, and the names of what it is linked to.

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
    return pd.concat(
        [
            passages(rows["key"], rows["title"], "Title", NAME),
            passages(rows["key"], rows["title_de"], "German title", OTHER_NAME),
            passages(rows["key"], rows["title_ja"], "Japanese title", OTHER_NAME),
            named(facts, where[["key", "city_id"]], "cities", "Place"),
            named(facts, where[["key", "site_id"]], "sites", "Site"),
            named(facts, who[["key", "organisation_id"]], "organisations", "Organisation that took part"),
            named(facts, who[["key", "person_id"]], "people", "Person"),
            passages(who["key"], who["person_id"].map(people["role"]), "Office", AROUND, of=who["person_id"].map(people["name"])),
            *([named(facts, rows[["key", "programme_id"]], "programmes", "Programme")] if "programmes" in facts.frames else []),
            named(facts, rows[["key", "tie_id"]], "ties", "Relationship"),
            named(facts, rows[["key", "sector_id"]], "sectors", "Sector"),
            passages(rows["key"], rows["kind"].map(kinds), "Kind", AROUND),
            passages(rows["key"], rows["date"].map(date_text, na_action="ignore"), "Date", AROUND),
            passages(rows["key"], rows["date"], "Date (EDTF)", AROUND),
            passages(rows["key"], rows["note"], "Note", NOTE),
        ],
        ignore_index=True,
    )


def event_search(facts: FactBase, keys: pd.Series) -> pd.Series:
    """Per event, the folded text that a search looks through: all of its passages. Aligned with `keys`."""
    texts = event_passages(facts).groupby("key")["text"].agg(" \n".join)
    return searchable(keys.map(texts).astype("str").fillna("").to_frame())
