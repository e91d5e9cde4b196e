"""The same tie as each side tells it: from which side a document speaks, what one side alone tells, and where two disagree."""

import pytest
from selections import read

from loaders.coverage import side_rows, told_by_side
from loaders.sides import only_by, side_sums, told_differently
from loaders.speakers import speaking_sides


@pytest.fixture(scope="module")
def sides(store):
    return side_rows(store.selection())


@pytest.fixture(scope="module")
def told(store):
    return told_by_side(store.selection())


@pytest.mark.parametrize(
    ("tie", "side", "years", "events"),
    [
        ("duesseldorf-tokyo", "german", "2017", 1),
        ("duesseldorf-tokyo", "japanese", "2017", 0),
        ("duesseldorf-tokyo", "german", "2023", 1),  # the opening of the RIC: both sides
        ("duesseldorf-tokyo", "japanese", "2023", 1),
        ("duesseldorf-tokyo", "german", "before 2000", 2),
        ("essen-koriyama", "german", "2014", 1),
        ("essen-koriyama", "japanese", "2014", 1),  # a release of the consulate-general, reprinted in Germany
        ("essen-koriyama", "japanese", "2016", 1),
    ],
)
def test_a_side_tells_as_many_events_of_a_year_as_the_files_say(sides, tie, side, years, events):
    found = sides[(sides["tie_id"] == tie) & (sides["side"] == side) & (sides["years"] == years)]
    assert found["events"].sum() == events


def test_what_one_side_alone_tells_and_what_both_tell_are_different_events(told):
    tokyo = told[told["tie_id"] == "duesseldorf-tokyo"]
    german, japanese = (set(tokyo.loc[tokyo["side"] == side, "event_id"]) for side in ("german", "japanese"))
    assert len(german & japanese) == 4 and only_by(tokyo, "japanese") == ["duesseldorf-evening-tokyo-2007"]
    assert set(only_by(tokyo, "german")) == german - japanese
    assert "duesseldorf-evening-tokyo-2017" in only_by(tokyo, "german") and "ric-opening" not in only_by(tokyo, "german")
    (sums,) = side_sums(tokyo).query("side == 'german'").itertuples()
    assert (sums.events, sums.only) == (len(german), len(german - japanese))


@pytest.mark.parametrize("event", ["hospitals-cooperation-2014", "sauerwein-order-decided-2020"])
def test_a_reprint_of_the_consulates_release_speaks_from_the_japanese_side(told, event):
    assert "lokalklick-2020-04-29" in set(cited(event)) and "japanese" in set(told.loc[told["event_id"] == event, "side"])
    assert event not in only_by(told, "german")


def cited(event):
    return [row["source_id"] for row in read("evidence") if (row["table"], row["key"]) == ("events", event)]


@pytest.mark.parametrize(
    ("source", "side"),
    [
        ("lokalklick-2020-04-29", "japanese"),  # issuer: the Consulate-General of Japan
        ("wikipedia-essen-population-li", "german"),  # a copy of a page whose figures are those of IT.NRW
        ("welt-2023-06", "german"),  # issuer: dpa, no document of its own in the table
        ("essen-koriyama-deck-2023", "international"),  # issuers of both sides
        ("dus-2024-01-de", "japanese"),
    ],
)
def test_a_document_speaks_from_the_side_of_whoever_issued_its_words(fact_base, source, side):
    assert speaking_sides(fact_base)[source] == side


def test_only_two_sides_that_contradict_each_other_are_told_apart(fact_base):
    found = told_differently(fact_base)
    assert found.to_dict("records") == [
        {"event_id": "chiba-u14-tennis-duesseldorf-2023", "what": "date", "says": "german", "shown_by": "japanese"},
        {"event_id": "first-japanese-company-duesseldorf-1952", "what": "date", "says": "german", "shown_by": "japanese"},
        {"event_id": "iurc-study-visit-japan-2022", "what": "date", "says": "german", "shown_by": "japanese and european"},
        {"event_id": "koriyama-toyota-mission-2022", "what": "date", "says": "european", "shown_by": "japanese"},
        {"event_id": "krupp-first-internship-koriyama", "what": "date", "says": "german", "shown_by": "japanese"},
        {"event_id": "nrw-fukushima-mou-2019", "what": "date", "says": "german", "shown_by": "japanese"},
        {"event_id": "fukushima-nrw-medical-mou-2014", "what": "who took part", "says": "german", "shown_by": "japanese"},
        {"event_id": "krupp-first-internship-koriyama", "what": "figure", "says": "german", "shown_by": "japanese"},
    ], "not where the side that contradicts also says what is shown (the memorandum of 2017), nor against a joint document (the FMDDSC)"
