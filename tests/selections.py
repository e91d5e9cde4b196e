"""Selections that hypothesis draws, and the same selecting done slowly and plainly from the files."""

import csv
from collections import defaultdict
from datetime import date

from hypothesis import strategies as st

from loaders.dates import spans
from loaders.events import FACETS
from loaders.facts import DATA
from loaders.filters import CERTAINLY, CERTAINTIES, Filters
from loaders.folding import folded

WORDS = ("essen", "Düsseldorf", "duesseldorf", "koriyama kawasaki", "郡山", "2017", "zzz", "Tokyo visit")
_MIN, _MAX = date.min, date.max


def selections(allowed):
    """Any selection that an address can say."""
    first, last = allowed.years
    years = st.tuples(st.integers(first, last), st.integers(first, last)).map(lambda pair: tuple(sorted(pair)))
    recent = st.tuples(st.integers(2000, last), st.integers(2000, last)).map(lambda pair: tuple(sorted(pair)))
    said = st.one_of(st.none(), recent, years).filter(lambda pair: pair != allowed.years)
    text = st.one_of(st.just(""), st.sampled_from(WORDS), st.text(max_size=12).map(lambda words: " ".join(words.split())))
    facets = {facet: _some(allowed.codes[facet]) for facet in FACETS}
    return st.builds(Filters, years=said, certainty=st.sampled_from(CERTAINTIES), text=text, **facets)


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
    for row in read("event_places"):
        links["city"][row["event_id"]].add(row["city_id"])
    for row in read("evidence"):
        if row["table"] == "events":
            links["source"][row["key"]].add(row["source_id"])
    for (name, key), found in plain_confidence().items():
        if name == "events":
            links["witnesses"][key], links["primary"][key], links["basis"][key] = ({word} for word in found)
    return links


SECONDARY = {"press", "encyclopedia", "dataset", "deck"}


def plain_confidence():
    """Per cited row (table and key), the filter's three words for how well it is founded: row by row, source by source."""
    sources = {row["source_id"]: row for row in read("sources")}
    agreeing, found = defaultdict(list), {}
    for row in read("evidence"):
        if row["stance"] != "contradicts":
            agreeing[row["table"], row["key"]].append(row)
    for place, rows in agreeing.items():
        originals = [sources[sources[row["source_id"]]["copy_of"] or row["source_id"]] for row in rows]
        spoken = {
            frozenset((row["issuer"] or row["publisher"]).split("; ")) for row in originals if row["source_id"] != "general-knowledge"
        }
        alone = {voice for voices in spoken if len(voices) == 1 for voice in voices}
        joint = [voices for voices in spoken if len(voices) > 1 and not voices & alone]
        disjoint = sum(not any(voices & before for before in joint[:at]) for at, voices in enumerate(joint))
        stances = defaultdict(set)
        for row in rows:
            stances[row["column"]].add(row["stance"])
        inferred = {"infers"} in [said for column, said in stances.items() if column] or set().union(*stances.values()) == {"infers"}
        primary = any((row["issuer_kind"] or row["kind"]) not in SECONDARY for row in originals)
        found[place] = str(min(len(alone) + disjoint, 3)), "yes" if primary else "no", "inferred" if inferred else "stated"
    return found


def plainly_selected(filters, links, search):
    """The keys of the events that a selection takes: event by event, facet by facet."""
    return {row["event_id"] for row in read("events") if _taken(row, filters, links, search)}


def _taken(row, filters, links, search):
    key = row["event_id"]
    chosen = ((facet, set(getattr(filters, facet))) for facet in FACETS)
    in_facets = all(not codes or codes & links[facet][key] for facet, codes in chosen)
    return in_facets and dated(row["date"], filters) and all(word in search[key] for word in folded(filters.text).split())


def dated(text, filters):
    if filters.years is None:
        return True
    first, last = date(filters.years[0], 1, 1), date(filters.years[1], 12, 31)
    inside = _certainly if filters.certainty == CERTAINLY else _possibly
    if not text:
        return filters.certainty != CERTAINLY
    return any(inside(span, first, last) for span in spans(text))


def _possibly(span, first, last):
    return (span.start or _MIN) <= last and (span.end or _MAX) >= first


def _certainly(span, first, last):
    """Whether it touches the years however the doubt is settled: each possible beginning with each possible end."""
    if span.uncertain or span.approximate:
        return False
    if not span.lasted:
        return bool(span.start and span.end) and first <= span.start and span.end <= last
    begins = [span.start or span.start_latest or _MIN, span.start_latest or span.end_earliest or _MAX]
    for began in begins:
        for ended in (span.end_earliest or began, span.end or began):
            if began > last or max(began, ended) < first:
                return False
    return True
