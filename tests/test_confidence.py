"""How well rows are founded, against evidence that was read by hand from `data/evidence.csv` and `data/sources.csv`."""

import re

import pytest
from selections import plain_confidence, read

from loaders.confidence import MOST, confidence
from loaders.confidence_words import FACET_NAMES, confidence_mark, confidence_text
from loaders.events import FACETS
from loaders.events.filters import Filters, select
from loaders.events.narrowing import narrowed
from loaders.folding import folded
from loaders.voices import independent, primary_kinds

# table, key: documents, voices, a primary one among them, basis. Beside each what was read.
BY_HAND = {
    # the release of Düsseldorf, and n-ag.de and lokalbuero.com, which repeat it; the state's, of the month; the consulate announced it
    ("events", "duesseldorf-evening-tokyo-2025"): (5, 2, True, "stated"),
    # the same release, and two articles of n-ag.de that rewrite it
    ("events", "duesseldorf-delegation-toshiba-2025"): (3, 1, True, "stated"),
    # the visit that only n-ag.de tells of: its original, Düsseldorf's release, does not
    ("events", "duesseldorf-delegation-rakuten-2025"): (1, 1, False, "inferred"),
    # its house: that article, which does not name it, and the point of an address; both are inferred from
    ("sites", "rakuten-crimson-house"): (2, 2, False, "inferred"),
    # Düsseldorf's programme of the journey and n-ag.de only announce it; a rewritten text of unknown origin reports it; Chiba's page has the cover alone
    ("events", "duesseldorf-delegation-chiba-2025"): (4, 1, False, "stated"),
    # Düsseldorf (its Wirtschaftsförderung), Toshiba, FBC; n-ag.de may have it from Düsseldorf
    ("events", "ric-opening"): (4, 3, True, "stated"),
    # Koriyama's press conference, and an action plan of which Koriyama is an author; Essen (its page of January, and a mirror of EWG's)
    ("events", "koriyama-delegation-essen-2018"): (4, 2, True, "stated"),
    # D.LIVE's release (reprinted by lokalbuero.com) and the agency dpa (printed by NOZ)
    ("events", "japan-tag-2023"): (2, 2, True, "stated"),
    # Chiba, Düsseldorf, the consulate, Rheinische Post
    ("events", "duesseldorf-chiba-partnership-2019"): (4, 4, True, "stated"),
    # Koriyama's chronicle and two newspapers; a third announced it in October; the slides have the place, and are Koriyama's own as well
    ("events", "fmddsc-opening"): (5, 3, True, "stated"),
    # the consulate (its German page), Essen (two releases; a third contradicts); a local blog and the hospital announced it; the slides are Essen's too
    ("events", "essen-koriyama-mou-2017"): (8, 2, True, "stated"),
    # two schools, the consulate in two languages; the slides of both cities announced it
    ("events", "students-visit-essen-2024"): (5, 3, True, "stated"),
    # gruender-presse.de, and the Rheinische Post looking back; two others announced it
    ("events", "duesseldorf-evening-tokyo-2017"): (4, 2, False, "stated"),
    # the slides alone: the consulate, the embassy's man in Futaba and three more tell of something around it
    ("events", "german-ambassador-welcomed"): (6, 1, False, "inferred"),
    # the slides alone: the consulate on 2014, a newspaper on a lecture
    ("events", "hospitals-meeting-2019"): (3, 1, False, "stated"),
    # Chiba's page; the day is inferred from it, and from NRZ the month
    ("events", "elbers-visits-chiba-2014"): (2, 1, True, "inferred"),
    # the day is inferred from Chiba's page; Düsseldorf's has the year
    ("events", "erwin-chiba-talk-2004"): (2, 2, True, "inferred"),
    # each memorandum by a document of its own: together they state both days
    # the consulate states one day, Fukushima Minpo (two articles) the other; NRW.Global Business; the slides of both cities
    ("events", "fukushima-nrw-mou-2014"): (6, 4, True, "stated"),
    # the prefecture's page of 2024 on the history of the partnership
    ("events", "japanese-school-duesseldorf-1973"): (1, 1, False, "stated"),
    # the house by a website; from a map of stops only its point is inferred
    ("sites", "duesseldorf-city-hall"): (2, 1, False, "inferred"),
    # one copy of a Wikipedia article that quotes the statistical office
    ("observations", "essen.it-nrw-population-2011.2020-12-31"): (1, 1, False, "stated"),
    # the city's page and another repeat the national census
    ("observations", "koriyama.japan-census.2010-10-01"): (2, 1, True, "stated"),
    # two articles of one encyclopedia
    ("observations", "essen.elevation-wikipedia"): (2, 1, False, "stated"),
}


@pytest.fixture(scope="module")
def table(fact_base):
    return confidence(fact_base).set_index(["table", "key"])


@pytest.mark.parametrize("place", BY_HAND, ids="/".join)
def test_a_row_is_founded_as_its_evidence_read_by_hand_says(table, place):
    row = table.loc[place]
    assert (row["sources"], row["witnesses"], row["primary"], row["basis"]) == BY_HAND[place]


def test_every_cited_row_is_founded_as_a_plain_reading_of_the_files_has_it(table):
    plain = plain_confidence()
    assert set(table.index) == set(plain)
    for place, row in zip(table.index, table.itertuples(), strict=True):
        assert (str(min(row.witnesses, 3)), "yes" if row.primary else "no", row.basis) == plain[place], place


def test_who_speaks_twice_or_jointly_with_himself_is_one_voice():
    assert independent(["A", "A; B"]) == 1
    assert independent(["A; B", "C"]) == 2
    assert independent(["A; B", "A", "B"]) == 2
    assert independent([]) == 0


def test_who_only_quotes_is_no_primary_source(fact_base):
    """`issuer_kind` stands where all of the text is the issuer's: a reprint of its release, a page of its office."""
    rows, primary = read("sources"), primary_kinds(fact_base)
    assert [row["source_id"] for row in rows if row["issuer_kind"] and not row["issuer"]] == []
    secondary = [row for row in rows if row["kind"] not in primary and row["issuer_kind"] in primary]
    assert len(secondary) > 5 and all(re.search("Mirror of|Reprint of", row["note"]) for row in secondary)


def test_the_vocabulary_says_of_every_kind_of_document_whether_it_is_primary_and_of_nothing_else():
    assert {row["primary"] for row in read("vocabulary") if row["field"] == "sources.kind"} == {"true", "false"}
    assert {row["primary"] for row in read("vocabulary") if row["field"] != "sources.kind"} == {""}


def test_each_edition_that_quotes_the_statistical_office_has_its_voice():
    rows = [row for row in read("sources") if "uotes IT.NRW" in row["note"]]
    assert {row["issuer"] for row in rows} == {"IT.NRW"} and len(rows) > 8


def test_a_publisher_and_an_issuer_have_one_name_and_a_name_alone():
    """`City of Koriyama` beside `City of Koriyama (city history)` would be two voices of one city; whom it quotes is in `issuer`."""
    rows = read("sources")
    names = {part for row in rows for column in ("publisher", "issuer") for part in row[column].split("; ") if part}
    same = {re.sub(r"\W|_", "", folded(re.sub(r" \(.*", "", name))) for name in names}
    assert len(same) == len(names)
    assert not [name for name in names if re.search(r" / |, (quoting|from|via)| \((?![A-Z]+\))", name)]
    assert all(row["publisher"] for row in rows)


def test_the_deck_press_encyclopedias_and_data_sets_are_no_primary_sources(fact_base):
    kinds = {row["kind"] for row in read("sources")}
    assert kinds - primary_kinds(fact_base) == {"press", "encyclopedia", "dataset", "deck"}


def test_the_compilers_confidence_stands_in_its_column_and_in_no_note():
    rows = read("evidence")
    assert [row["evidence_id"] for row in rows if "onfidence:" in row["note"]] == []
    assert {row["confidence"] for row in rows} == {"", "high", "medium", "low"}


def test_the_mark_has_a_pip_for_each_voice_up_to_three_and_says_the_same_in_words():
    assert (confidence_mark(2, True, "stated"), confidence_mark(1, False, "inferred")) == ("●●", "○~")
    assert confidence_mark(5, True, "stated") == "●●●" and confidence_mark(0, False, "inferred") == "~"
    assert confidence_text(2, True, "stated") == "2 independent sources, at least one of them primary, stated"
    assert confidence_text(1, False, "inferred") == "1 independent source, not primary, inferred in part"


@pytest.mark.parametrize(
    ("chosen", "taken", "left_out"),
    [
        ({"witnesses": ("1",)}, "duesseldorf-delegation-rakuten-2025", "fmddsc-opening"),
        ({"witnesses": ("3",)}, "students-visit-essen-2024", "japan-tag-2023"),
        ({"basis": ("inferred",)}, "elbers-visits-chiba-2014", "fmddsc-opening"),
        ({"primary": ("yes",), "witnesses": ("2",)}, "japan-tag-2023", "fmddsc-opening"),
    ],
)
def test_the_filter_takes_events_by_how_well_they_are_founded(all_events, chosen, taken, left_out):
    keys = set(select(all_events, Filters(**chosen, background=True)).rows["event_id"])
    assert taken in keys and left_out not in keys


def test_a_site_and_a_figure_are_taken_by_their_own_confidence(fact_base, store):
    def left(name, **chosen):
        found = fact_base.table(name)
        return set(found.loc[narrowed(store.selection(Filters(**chosen)), name), fact_base.schema[name].key])

    assert "essen.elevation-wikipedia" in left("observations", primary=("no",)) - left("observations", primary=("yes",))
    assert "duesseldorf-city-hall" in left("sites", basis=("inferred",))


def test_the_filter_offers_every_word_that_an_event_has(allowed):
    assert all(set(allowed.codes[facet]) <= set(names) for facet, names in FACET_NAMES.items())
    assert set(FACET_NAMES["witnesses"]) == {str(number) for number in range(MOST + 1)}
    assert set(FACET_NAMES) < set(FACETS)
