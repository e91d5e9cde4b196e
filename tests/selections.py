"""Selections that hypothesis draws, and the same selecting done slowly and plainly from the files."""

import csv
import unicodedata
from collections import defaultdict
from datetime import date
from functools import cache
from itertools import product

from hypothesis import strategies as st

from loaders.dates import spans
from loaders.disputes import disputed
from loaders.events import FACETS
from loaders.events.filters import CERTAINLY, CERTAINTIES, Filters
from loaders.facts import DATA, facts
from loaders.folding import folded, spelled, typed_words

WORDS = ("essen", "ssen", "Un", "Düsseldorf", "duesseldorf", "koriyama kawasaki", "郡山", "2017", "zzz", "Tokyo visit")
TRIED = (
    Filters(),
    Filters(sector=("energy",)),
    Filters(years=(2018, 2018)),
    Filters(years=(2015, 2019), undated=True),
    Filters(tie=("essen-koriyama",)),
    Filters(tie=("none",)),
    Filters(city=("essen",)),
    Filters(venue=("tokyo",), status=("planned", "cancelled")),
    Filters(background=True),
    Filters(text="mayor"),
)
"""Selections of every kind, for what must hold in any."""
_MAX = date.max


def selections(allowed):
    """Any selection that an address can say."""
    first, last = allowed.years
    years = st.tuples(st.integers(first, last), st.integers(first, last)).map(lambda pair: tuple(sorted(pair)))
    recent = st.tuples(st.integers(2000, last), st.integers(2000, last)).map(lambda pair: tuple(sorted(pair)))
    said = st.one_of(st.none(), recent, years)
    text = st.one_of(st.just(""), st.sampled_from(WORDS), st.text(max_size=12).map(lambda words: " ".join(words.split())))
    facets = {facet: _some(allowed.codes[facet]) for facet in FACETS}
    return st.builds(
        Filters, years=said, undated=st.booleans(), background=st.booleans(), certainty=st.sampled_from(CERTAINTIES), text=text, **facets
    )


def _some(codes):
    some = st.lists(st.sampled_from(codes), max_size=4, unique=True).map(lambda chosen: tuple(sorted(chosen)))
    return st.one_of(st.just(()), some)


def read(name):
    """A table's rows as they stand in its file."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain_links():
    """Per facet and event, its codes."""
    links = {facet: defaultdict(set) for facet in FACETS}
    for row in read("events"):
        links["sector"][row["event_id"]] = {row["sector_id"]}
        links["tie"][row["event_id"]] = {row["tie_id"] or "none"}
        links["status"][row["event_id"]] = {row["status"]}
        links["kind"][row["event_id"]] = {row["kind"]}
        links["programme"][row["event_id"]] = {row["programme_id"]} - {""}
        links["mode"][row["event_id"]] = {row["mode"]}
    ends = defaultdict(lambda: defaultdict(set))
    for row in read("event_places"):
        links["city"][row["event_id"]].add(row["city_id"])
        ends[row["event_id"]][row["role"]].add(row["city_id"])
        if row["site_id"]:
            links["location"][row["event_id"]].add(row["site_id"])
        if row["role"] in ("venue", "stop"):
            links["venue"][row["event_id"]].add(row["city_id"])
    for event, roles in ends.items():
        there = sorted(set().union(*(roles[role] for role in ("venue", "stop", "origin", "connected"))))
        links["pair"][event] = {f"{a}~{b}" for at, a in enumerate(there) for b in there[at + 1 :]}
        links["journey"][event] = {f"{a}>{b}" for a in roles["origin"] for b in (*roles["venue"], *roles["stop"]) if a != b}
    belongs = {row["person_id"]: row["organisation_id"] for row in read("people")}
    for row in read("participants"):
        if row["person_id"] and row["role"] != "mentioned":
            links["person"][row["event_id"]].add(row["person_id"])
        took_part = row["organisation_id"] or belongs[row["person_id"]]
        if took_part and row["role"] != "mentioned" and not (row["person_id"] and row["role"] == "awarded"):
            for facet in ("organisation", "partner"):
                links[facet][row["event_id"]].add(took_part)
    contested = disputed(facts())
    for row in read("events"):
        links["disputed"][row["event_id"]] = {"yes" if row["event_id"] in contested else "no"}
    for row in read("evidence"):
        if row["table"] == "events":
            links["source"][row["key"]].add(row["source_id"])
    for (name, key), found in plain_confidence().items():
        if name == "events":
            links["witnesses"][key], links["primary"][key], links["basis"][key] = ({word} for word in found)
    return links


SECONDARY = {"press", "encyclopedia", "dataset", "deck"}
SUPPORT = {"states", "sharpens", "infers", "outcome"}


def plain_confidence():
    """Per cited row (table and key), the filter's three words for how well it is founded: row by row, source by source."""
    sources, events = ({row[f"{name}_id"]: row for row in read(f"{name}s")} for name in ("source", "event"))
    oldest = date(2000, 1, 1)  # a page without a date was written in this year or later
    agreeing, found = defaultdict(list), {}
    for row in read("evidence"):
        if row["stance"] in SUPPORT:
            agreeing[row["table"], row["key"]].append(row)
    for (name, key), rows in agreeing.items():
        event = events[key] if name == "events" else None
        words = [_word(row, rows, sources, event, oldest) for row in rows if row["source_id"] != "general-knowledge"]
        best = [word for word in words if word[0] == min(rank for rank, _, _ in words)]
        spoken = {voices for _, voices, _ in best}
        alone = {voice for voices in spoken if len(voices) == 1 for voice in voices}
        joint = [
            voices for voices in sorted(spoken, key=lambda voices: (len(voices), sorted(voices))) if len(voices) > 1 and not voices & alone
        ]
        disjoint = sum(not any(voices & before for before in joint[:at]) for at, voices in enumerate(joint))
        primary = any(primary for _, _, primary in best)
        found[name, key] = str(min(len(alone) + disjoint, 3)), "yes" if primary else "no", _plain_basis(rows, event)
    return found


def _word(row, rows, sources, event, oldest):
    """Of one word, how much it weighs (least is most), who speaks, and whether it is primary."""
    source = sources[row["source_id"]]
    original = sources.get(source["copy_of"])
    speaks = original if original and original["source_id"] in {other["source_id"] for other in rows} else source
    by = {part for document in filter(None, [speaks, None if speaks is original else original]) for part in _by(document)}
    primary = (speaks["issuer_kind"] or speaks["kind"]) not in SECONDARY
    rank = 1 if "not known" in by else 0
    if event:
        published = spans(source["published"])[0] if source["published"] else None
        shown = spans(event["date"])
        status = {other["value"] for other in rows if other["source_id"] == row["source_id"] and other["column"] == "status"}
        first, last = (shown[0].start, max(span.end or _MAX for span in shown)) if shown else (None, _MAX)
        early = bool(published and published.end and first and published.end < first)
        rank = 2 if event["status"] == "held" and (status == {"planned"} or early) else rank
        primary = primary and (published.start if published else oldest).year - last.year <= 20
    return 3 if row["stance"] == "infers" else rank, frozenset(by), primary


def _by(document):
    return (document["issuer"] or document["publisher"]).split("; ")


def _plain_basis(rows, event):
    """Whether a source says the row and each of its columns; an event's date as it is shown, or every member of it."""
    columns = defaultdict(list)
    for row in rows:
        columns[row["column"]].append(row)
    said = {column: [word["value"] for word in words if word["stance"] != "infers"] for column, words in columns.items()}
    if event and "date" in said:
        members = event["date"].strip("[]{}").split(",")
        exact = [value for value in said["date"] if not value or spans(value) == spans(event["date"])]
        said["date"] = exact or [value for value in said["date"] if value in members and set(members) <= set(said["date"])]
    return "stated" if any(said.values()) and all(values for column, values in said.items() if column) else "inferred"


def plainly_selected(filters, links, texts):
    """The keys of the events that a selection takes: event by event, facet by facet. `texts`: per event, all that is searched of it."""
    return {row["event_id"] for row in read("events") if _taken(row, filters, links, texts)}


def _taken(row, filters, links, texts):
    key = row["event_id"]
    chosen = ((facet, set(getattr(filters, facet))) for facet in FACETS)
    in_facets = all(not codes or codes & links[facet][key] for facet, codes in chosen)
    found = not filters.text or plainly_found(texts[key], filters.text)
    return (
        in_facets
        and dated(row["date"], filters, contested=key in of_another_year())
        and (filters.background or filters.tie or key not in background())
        and found
    )


@cache
def background():
    """The keys of the events of none of the relationships that the data set is about."""
    subject = {row["tie_id"] for row in read("ties") if row["scope"] == "subject"}
    return {row["event_id"] for row in read("events") if row["tie_id"] not in subject}


def plainly_found(text, words):
    """Whether every word stands in the text: a word of letters and digits where a word begins, Chinese and Japanese script anywhere."""
    ways = folded(text), spelled(text)
    typed = [(folded(word), spelled(word)) for word in typed_words(words)]
    return all(any(_stands(*pair) for pair in product(ways, wanted)) for wanted in typed)


def _stands(text, word):
    at = text.find(word)
    while at > 0 and _of_a_word(word[0]) and _of_a_word(text[at - 1]):
        at = text.find(word, at + 1)
    return at >= 0


def _of_a_word(letter):
    """Whether it is a letter or digit of a script with blanks between words."""
    return letter.isalnum() and not unicodedata.name(letter, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "IDEOGRAPHIC"))


@cache
def of_another_year():
    """The keys of the events of which one document states a date of their year, and one that does not so a date of another."""
    said = defaultdict(list)
    for row in read("evidence"):
        if (row["table"], row["column"]) == ("events", "date"):
            said[row["key"]].append(row)
    return {row["event_id"] for row in read("events") if _contested(plain_year(row["date"])[0], said[row["event_id"]])}


def _contested(year, said):
    agreeing = {row["source_id"] for row in said if row["stance"] != "contradicts"}
    others = [row for row in said if row["stance"] == "contradicts" and row["source_id"] not in agreeing]
    return bool(agreeing) and any(plain_year(row["value"])[0] not in (None, year) for row in others)


def dated(text, filters, *, contested=False):
    """Whether the date fits the years, the choice of what has none, and the wish for certainty. `contested`: whether a source states another year."""
    year, doubtful = plain_year(text)
    fits = not (filters.years or filters.undated)
    fits = fits or (filters.undated if year is None else bool(filters.years) and filters.years[0] <= year <= filters.years[1])
    return fits and not (filters.certainty == CERTAINLY and (doubtful or contested))


def plain_year(text):
    """The year of the first possible day, or of the last where only that is known, and whether the beginning may lie in another."""
    found = spans(text) if text else ()
    starts, latest, ends = ([getattr(span, name) for span in found] for name in ("start", "start_latest", "end"))
    if found and all(starts):
        return min(starts).year, not all(latest) or min(latest).year != min(starts).year
    return (max(ends).year, True) if found and all(ends) else (None, False)
