"""The two base documents, typed a second time by someone who never opened `data/`: both readings say the same."""

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from loaders import facts

DECK, ARTICLE = "essen-koriyama-deck-2023", "nag-2025-06-base"
TABLE = {"organisation": "organisations", "person": "people", "site": "sites", "programme": "programmes", "place": "cities"}
SAME_LOCATOR = {  # a locator of the transcription: the same place in our words; an item of section 1 is a heading with its bullet
    r"section 1, heading (\d)": r"section 1, item \1",
    r"section 1, bullet": r"section 1, item [1-5]",
    r"section ([345]), heading": r"section \1",
    r"section 4, bullet": r"section 4, list",
    r"section 5, fast fact": r"section 5, fast facts",
    r"running header": r"running title between sections [0-9]+ and [0-9]+",
}
SAME_WORD = {"approx.": "about", "rund": "about", "stop": "venue"}
FACTOR = {"million EUR": ("EUR", 1_000_000)}


def expected(name):
    with (Path(__file__).parent / "expected" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def each_row_of(name, *columns):
    rows = expected(name)
    return pytest.mark.parametrize("row", rows, ids=[" | ".join(row[column] for column in columns) for row in rows])


@cache
def ours(name):
    """Our table by key, with blank cells as empty texts."""
    frame = facts().table(name)
    rows = frame.astype(object).where(frame.notna(), "").to_dict("records")
    return {row[frame.columns[0]]: row for row in rows}


def said(source, *tables, **cells):
    """What a source says in evidence: of these tables, with these cells."""
    words = [word for word in ours("evidence").values() if word["source_id"] == source and (not tables or word["table"] in tables)]
    return [word for word in words if all(word[column] == value for column, value in cells.items())]


def at(theirs, word):
    """Whether the word stands in one of the places that the transcription gives, apart by semicolons."""
    patterns = []
    for place in theirs.split("; "):
        forms = [re.sub(their_form, our_form, place) for their_form, our_form in SAME_LOCATOR.items() if re.fullmatch(their_form, place)]
        patterns += forms or [re.escape(place)]
    return any(re.fullmatch(pattern, word["locator"]) for pattern in patterns)


@each_row_of("events", "event_id")
def test_an_event_of_a_document_is_one_of_ours(row):
    assert row["event_id"] in ours("events")


def test_a_document_speaks_of_no_event_that_it_does_not_have():
    cited = {(word["key"], source) for source in (DECK, ARTICLE) for word in said(source, "events")}
    assert cited == {(row["event_id"], row["source_id"]) for row in expected("events")}


@each_row_of("events", "event_id")
def test_the_documents_own_date_is_in_evidence(row):
    words = said(row["source_id"], "events", key=row["event_id"], column="date")
    assert row["date"] in {word["value"] for word in words} if row["date"] else {word["stance"] for word in words} <= {"infers"}


@each_row_of("events", "event_id")
def test_a_document_is_given_no_date_that_it_does_not_have(row):
    """But the same date more coarsely, as headings have it, and a date of the flattened text that a correction sets right."""
    flattened = {(fix["key"], fix["column"], fix["printed"]) for fix in ours("corrections").values()}
    for word in said(row["source_id"], "events", key=row["event_id"], column="date"):
        same = row["date"] == word["value"] or row["date"].startswith(f"{word['value']}-")
        inferred = not row["date"] and word["stance"] == "infers"
        assert same or inferred or (word["key"], "date", word["value"]) in flattened, word


@each_row_of("events", "event_id")
def test_the_documents_own_status_is_in_evidence(row):
    found = {word["value"] for word in said(row["source_id"], "events", key=row["event_id"], column="status")}
    assert found <= {"held"} if row["status"] == "held" else found == {row["status"]}  # what is told as past needs no word for it


@each_row_of("events", "event_id")
def test_every_place_where_a_document_tells_an_event_is_cited(row):
    words = said(row["source_id"], "events", "event_places", "participants", "measures")
    words = [word for word in words if word["key"].split(".")[0] == row["event_id"]]
    missing = [place for place in row["locators"].split("; ") if not any(at(place, word) for word in words)]
    assert not missing, sorted({word["locator"] for word in words})


def plain(name):
    return re.sub(r"[„“”]", "", name).casefold()


def bears(our, table, name):
    """Whether our row bears that name; a person the family name, since documents print titles in place of given names."""
    names = [plain(our[column]) for column in ("name", "name_de", "name_ja") if our.get(column)]
    return plain(name) in names or (table == "people" and names[0].split()[-1] == plain(name).split()[-1])


def keys_of(name):
    return {(table, key) for table in TABLE.values() for key, our in ours(table).items() if name and bears(our, table, name)}


@each_row_of("names", "source_id", "printed")
def test_a_printed_name_is_one_of_ours_or_stands_in_evidence(row):
    words = said(row["source_id"])
    named = keys_of(row["shown"]) & {(word["table"], word["key"]) for word in words if word["table"] == TABLE[row["kind"]]}
    whole = re.compile(rf"(?<![\w-]){re.escape(plain(row['printed']))}(?![\w-])")
    assert named or any(whole.search(plain(word["value"])) for word in words)


def test_a_person_whom_a_document_names_by_office_alone_is_our_reading_of_it():
    printed = {
        (name["source_id"], plain(name["shown"]).split()[-1]) for name in expected("names") if name["kind"] == "person" and name["shown"]
    }
    for source in (DECK, ARTICLE):
        for word in said(source, "people", "participants", column="", stance="states"):
            person = ours(word["table"])[word["key"]]["person_id"]
            assert not person or (source, plain(ours("people")[person]["name"]).split()[-1]) in printed, word


@each_row_of("seats", "organisation_id")
def test_a_seat_is_the_one_that_a_source_tells(row):
    """JETRO is in several places, and the EU has none here."""
    assert ours("organisations")[row["organisation_id"]]["city_id"] == row["city_id"]
    words = {"key": row["organisation_id"], "column": "city_id", "stance": row["stance"]}
    assert not row["city_id"] or said(row["source_id"], "organisations", **words)


def test_every_event_has_a_place():
    assert not ours("events").keys() - {part["event_id"] for part in ours("event_places").values()}


def parts_of(event, source):
    """What plays a part in an event, by us or in the source's own words: (table, key, role)."""
    for key, our in ours("event_places").items():
        words = said(source, "event_places", key=key) if our["event_id"] == event else []
        roles = {our["role"], *(word["value"] for word in words if word["column"] == "role")} if our["event_id"] == event else ()
        for table, column in (("cities", "city_id"), ("sites", "site_id")):
            places = {our[column], *(word["value"] for word in words if word["column"] == column)}
            yield from ((table, place, SAME_WORD.get(role, role)) for place in places for role in roles)
    for key, our in ours("participants").items():
        if our["event_id"] == event:
            words = said(source, "participants", key=key, column="organisation_id")
            role = "venue" if our["role"] == "visited" else "concerned"
            yield from (("organisations", one, role) for one in (our["organisation_id"], *(word["value"] for word in words)))


@each_row_of("places", "event_id", "place", "role")
def test_a_place_plays_its_part_in_an_event(row):
    """`concerned` says that a document names a place and no more: a finer part, known from elsewhere, does not speak against it."""
    names = {name["printed"]: name["shown"] for name in expected("names") if name["source_id"] == row["source_id"]}
    keys = keys_of(names.get(row["place"], row["place"]))
    parts = set(parts_of(row["event_id"], row["source_id"]))
    assert any((table, key) in keys and row["role"] in ("concerned", role) for table, key, role in parts), parts


@pytest.mark.parametrize("source", [DECK, ARTICLE])
def test_a_document_states_no_part_of_a_place_that_it_does_not_have(source):
    typed = {(row["event_id"], row["role"]) for row in expected("places")}
    stated = [ours("event_places")[word["key"]] for word in said(source, "event_places", column="", stance="states")]
    assert not [our for our in stated if (our["event_id"], our["role"]) not in typed]


def figures_of(subject):
    """The table, key, row and unit of the figures of a city or event."""
    for key, our in ours("observations").items():
        if ours("cities")[our["city_id"]]["name"] == subject:
            yield "observations", key, our, ours("series")[our["series_id"]]["unit"]
    yield from (("measures", key, our, our["unit"]) for key, our in ours("measures").items() if our["event_id"] == subject)


@each_row_of("figures", "subject", "measure", "value")
def test_a_figure_is_ours_with_its_unit_qualifier_day_and_place(row):
    found = []
    for table, key, our, unit in figures_of(row["subject"]):
        name, factor = FACTOR.get(unit, (unit, 1))
        for word in (word for word in said(row["source_id"], table, key=key) if at(row["locator"], word)):
            value = float(word["value"]) if word["column"] == "value" else our["value"]
            found.append((value * factor, name, our["qualifier"], our.get("as_of", row["as_of"])))  # a measure has its event's day
    assert (float(row["value"]), row["unit"], SAME_WORD.get(row["qualifier"], row["qualifier"]), row["as_of"]) in found


@each_row_of("misprints", "locator", "printed")
def test_a_misprint_is_corrected_or_told(row):
    """`told` are words of our note on what cannot be quoted: a layout, a doubt, a whole sentence."""
    words = said(row["source_id"])
    texts = [fix["printed"] for fix in ours("corrections").values() if fix["source_id"] == row["source_id"]]
    texts += [word[column] for word in words for column in ("value", "note")]
    date = row["shown"] if re.match(r"\d{4}", row["shown"]) else ""
    told = [word for word in words if row["told"] in word["note"] and at(row["locator"], word) and word["value"].startswith(date)]
    assert told if row["told"] else any(row["printed"] in text for text in texts)


def test_what_a_correction_calls_printed_are_the_documents_own_letters():
    """In the form of a date, a number or a key where the cell has one; what was left out is marked by an ellipsis."""
    printed = {(row["source_id"], row["locator"], row["printed"]) for row in expected("printed")}
    corrections = [fix for fix in ours("corrections").values() if fix["source_id"] in (DECK, ARTICLE)]
    assert {(fix["source_id"], fix["locator"], fix["printed"]) for fix in corrections} == printed


def test_what_a_document_states_of_a_cell_is_in_it():
    """Unless it contradicts: then a note says why another is followed."""
    for word in ours("evidence").values():
        if word["column"] and word["stance"] not in ("contradicts", "context"):
            assert ours(word["table"])[word["key"]][word["column"]] != "", word


@each_row_of("checked", "fact", "key", "column")
def test_a_fact_checked_by_hand_is_shown(row):
    shown = ours(row["table"])[row["key"]][row["column"]]
    assert (f"{shown:.16g}" if isinstance(shown, float) else str(shown)) == row["value"]


@each_row_of("absent", "table", "key")
def test_what_no_document_says_of_an_event_is_not_told_of_it(row):
    assert row["key"] not in ours(row["table"])


def test_one_page_is_one_source():
    pages = Counter((source["url"], source["title"]) for source in ours("sources").values() if source["url"])
    assert not [page for page, rows in pages.items() if rows > 1]


@each_row_of("told", "key", "column", "told")
def test_what_a_document_tells_beside_is_in_a_note_that_cites_it(row):
    assert row["told"] in ours(row["table"])[row["key"]][row["column"]]
    cells = {column: row[column] for column in ("key", "column", "locator")}
    assert said(row["source_id"], row["table"], **cells)


def test_a_figure_of_one_source_stands_on_one_event_and_not_on_the_whole_as_well():
    """Unless a second source gives it of the whole."""
    events, figures = ours("events"), ours("measures")
    sources = {key: {word["source_id"] for word in ours("evidence").values() if word["key"] == key} for key in figures}
    for part in figures.values():
        whole = figures.get(f"{events[part['event_id']]['part_of']}.{part['measure'].replace(' ', '-')}")
        if whole and whole["value"] == part["value"]:
            assert sources[whole["measure_id"]] - sources[part["measure_id"]], part


def test_a_visit_whose_travel_a_source_counts_in_has_the_days_at_the_place_and_tells_the_journey():
    travel = {word["key"]: word["value"] for word in ours("evidence").values() if "include travel" in word["note"]}
    assert len(travel) > 3
    for key, journey in travel.items():
        (start, end), (first, last) = (dates.split("/") for dates in (journey, ours("events")[key]["date"]))
        assert start <= first <= last <= end and (first, last) != (start, end)
        assert all(str(int(day[-2:])) in ours("events")[key]["note"] for day in (start, end))


@each_row_of("contradicted", "key", "column", "value")
def test_a_document_contradicts_what_is_shown(row):
    cells = {column: row[column] for column in ("key", "column", "value")}
    assert {word["stance"] for word in said(row["source_id"], row["table"], **cells)} == {"contradicts"}


def test_a_bound_that_the_figure_shown_does_not_satisfy_contradicts_it():
    """More than 500 is not 500, nor about 500; at least 500 is."""
    bounds = [word for word in ours("evidence").values() if word["column"] == "qualifier" and word["value"] == "more than"]
    differing = [word for word in bounds if ours(word["table"])[word["key"]]["qualifier"] != "more than"]
    assert len(differing) > 3 and {word["stance"] for word in differing} == {"contradicts"}


def test_of_a_held_event_that_was_announced_a_document_says_that_it_was_held():
    said = {key: set() for key, event in ours("events").items() if event["status"] == "held"}
    for word in ours("evidence").values():
        if word["key"] in said and word["column"] == "status":
            said[word["key"]].add(word["value"])
    assert not [key for key, values in said.items() if "planned" in values and "held" not in values]


def test_a_place_in_germany_or_japan_has_its_side():
    sides = {"DE": "german", "JP": "japanese"}
    assert not [key for key, city in ours("cities").items() if sides.get(city["country"], city["side"]) != city["side"]]


@each_row_of("stances", "event_id")
def test_the_words_on_an_event_are_as_many_of_each_stance_as_were_counted_by_hand(row):
    """The words on the event itself, not on its places, parties and figures."""
    stances = Counter(word["stance"] for word in ours("evidence").values() if (word["table"], word["key"]) == ("events", row["event_id"]))
    assert stances == {stance: int(number) for stance, number in row.items() if stance != "event_id" and number != "0"}


def test_55_events_are_of_the_documents_and_151_of_others():
    told = {row["event_id"] for row in expected("events")}
    assert (len(told), len(ours("events").keys() - told)) == (55, 151)
