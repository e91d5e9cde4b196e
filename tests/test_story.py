"""Every sentence of the story says the numbers of the views that it leads to, on our events and on invented ones."""

import re

import pytest

from loaders.events.filters import Filters, choices, from_query, select
from loaders.story import NAMED, SHARE, UNSAID, has_story, subject, told
from loaders.story_beginnings import began, mayors_first, who_took_part
from loaders.story_hydrogen import hydrogen
from loaders.story_lead import lead
from loaders.story_meeting import announced, directions, meeting, one_source, outcome_unknown
from loaders.story_phases import back_again, online_years, phases
from loaders.story_sectors import sector_sentences

SELECTIONS = [
    Filters(),
    Filters(tie=("essen-koriyama",)),
    Filters(tie=("duesseldorf-chiba",)),
    Filters(years=(2018, 2022)),
    Filters(sector=("energy", "trade")),
    Filters(journey=("essen>koriyama",)),
    Filters(mode=("online",)),
    Filters(text="hospital"),
]


def story(facts, events, filters):
    shown, who = select(events, filters), who_took_part(facts)
    if not has_story(shown):
        return []
    return [
        *lead(shown, filters, facts),
        *began(shown, filters, who),
        *mayors_first(shown, filters, who, facts),
        *phases(shown, filters, facts),
        *sector_sentences(shown, filters, facts.as_of),
        *meeting(shown, filters),
        *directions(shown, filters, facts),
        *announced(shown, filters),
        *one_source(shown, filters),
    ]


def said_in(sentence, events):
    """The numbers that stand in a sentence, those of titles, dates and years left out."""
    text = re.sub(r"“[^”]*”", "", sentence.text)
    for date in sorted(set(events.rows["date_text"].dropna()), key=len, reverse=True):
        text = (
            text.replace(f"({date}", "(")
            .replace(f", {date},", ",")
            .replace(f"(first {date}", "(")
            .replace(f"them ({date}", "")
            .replace(f"journey of {date},", "")
        )
    return [int(number) for number in re.findall(r"\b\d+\b", re.sub(r"\b\d{4}\b", "", text))]


def shared(one, base, events):
    """The rows of a sector and a period among those that the whole selection counts, each once."""
    rows = told(events, base)
    return rows[rows["sector_id"].isin(one.filters.sector) & rows["year"].between(*one.filters.years)]


def holds(sentence, events, filters):
    assert said_in(sentence, events) == sentence.numbers, sentence
    base = subject(select(events, filters), filters)
    for one in {*sentence.views, *(sentence.counted or ())}:
        read, notices = from_query(one.filters.to_query(), choices(events))
        rows = told(events, read, one.counts)
        assert not notices, sentence
        if one.counts == SHARE:
            assert one.number == len(shared(one, base, events)) and one not in sentence.views, sentence
        elif one.counts == UNSAID:
            assert len(rows), sentence
        elif one.counts == NAMED:
            assert set(one.keys) <= set(rows["event_id"]), sentence
            assert one.number == len(one.keys)
        else:
            assert one.number == len(rows), sentence
        assert len(sentence.views) <= 2, "a sentence stays calm"


@pytest.mark.parametrize("filters", SELECTIONS, ids=str)
def test_every_number_is_that_of_the_view_it_leads_to(fact_base, all_events, filters):
    said = story(fact_base, all_events, filters)
    assert said
    for sentence in said:
        holds(sentence, all_events, filters)


def test_sentences_speak_of_the_chosen_relationship_only(fact_base, all_events):
    texts = " ".join(sentence.text for sentence in story(fact_base, all_events, Filters(tie=("essen-koriyama",))))
    assert "Essen–Koriyama" in texts and "Chiba" not in texts


def test_the_first_journey_of_essens_mayor_to_koriyama_is_told(fact_base, all_events):
    said = mayors_first(all_events, Filters(), who_took_part(fact_base), fact_base)
    (found,) = [sentence for sentence in said if "from Essen to Koriyama" in sentence.text]
    assert "Thomas Kufen (Lord Mayor of Essen), 1 Dec 2017, on the journey of 29 Nov\u2009–\u20093 Dec 2017" in found.text
    assert found.views[0].keys == ("essen-koriyama-mou-2017",)


def test_invented_events_without_agreement_or_online_years_say_so(fact_base, invented):
    events = invented({"date": "2015"}, {"date": "2018", "mode": "in person"}, {"date": "2019", "status": "planned"})
    said = story(fact_base, events, Filters())
    for sentence in said:
        holds(sentence, events, Filters())
    texts = [sentence.text for sentence in said]
    assert any("no agreement is on record" in text for text in texts) and any("with no one named" in text for text in texts)
    assert not any(text.startswith(("Online", "Return", "Hydrogen")) for text in texts)


def test_online_years_are_those_with_as_many_online_as_in_person(invented):
    there, online = {"mode": "in person"}, {"mode": "online"}
    events = invented(
        {"date": "2015"} | there, {"date": "2016"} | online, {"date": "2016"} | there, {"date": "2017"} | there, {"date": "2018"}
    )
    assert online_years(events, Filters()) == [2016]


def test_return_is_a_journey_between_the_countries_and_not_any_event_in_person(fact_base, all_events):
    """In January 2022 pupils met the German embassy in Tokyo; in June a delegation from Koriyama came to Essen."""
    assert list(back_again(all_events, Filters(), fact_base)["event_id"]) == ["koriyama-toyota-mission-2022"]
    (text,) = [sentence.text for sentence in phases(all_events, Filters(), fact_base) if sentence.text.startswith("Return")]
    assert "(23–28 Jun 2022)" in text
    chiba = Filters(tie=("duesseldorf-chiba",))
    of_chiba = back_again(select(all_events, chiba), chiba, fact_base)
    assert set(of_chiba["tie_id"]) <= {"duesseldorf-chiba"} and "koriyama-toyota-mission-2022" not in set(of_chiba["event_id"])


def test_hydrogen_is_found_in_every_language_in_notes_and_in_the_titles_of_documents(fact_base, all_events):
    found = hydrogen(all_events, Filters(), fact_base)
    assert list(found["event_id"]) == [
        "ewg-reif-2020",
        "iurc-joined-2021",
        "iurc-kick-off-2022",
        "e-world-delegation-2022",
        "koriyama-toyota-mission-2022",
        "essen-delegation-tokyo-2022",
        "essen-koriyama-iurc-agreement-2022",
        "lord-mayor-essen-visits-koriyama-2022",
        "iurc-study-visit-japan-2022",
        "duesseldorf-delegation-haneda-2025",
    ]


def test_hydrogen_is_found_by_its_german_and_japanese_words(fact_base, invented):
    events = invented(
        {"date": "2015", "title_de": "Wasserstofftag"},
        {"date": "2016", "title_ja": "水素の日"},
        {"date": "2017", "note": "Of HYDROGEN."},
        {"date": "2018"},
        {"date": "2019", "title": "Hydrogen day", "status": "planned"},
    )
    assert list(hydrogen(events, Filters(), fact_base)["event_id"]) == ["e0", "e1", "e2"]


def test_what_was_announced_and_has_no_outcome_is_listed(all_events):
    assert list(outcome_unknown(all_events, Filters())["event_id"]) == [
        "hhu-choir-chiba-2017",
        "fukushima-nrw-seminar-koriyama-2017",
        "sakura-high-school-duesseldorf-2018",
        "duesseldorf-youth-orchestra-chiba-2018",
        "ars-musica-benefit-2022",
        "krupp-applications-summer-2023",
        "online-exchanges-2023",
        "investment-seminar-tokyo-2025",
    ]


def test_context_alone_has_no_story(fact_base, invented):
    assert story(fact_base, invented({"date": "2015", "tie_id": None}), Filters()) == []


def test_a_first_event_before_the_years_of_the_headline_is_said_not_to_be_in_its_number(fact_base, all_events):
    whole, chosen = lead(all_events, Filters(), fact_base)[0].text, Filters(years=(2004, 2025))
    assert whole.endswith("The headline counts what began in 2000 or later, so not that of Düsseldorf–Tokyo.")
    assert "or later" not in lead(select(all_events, chosen), chosen, fact_base)[0].text
    past = Filters(years=(1980, 1990))
    assert "or later" not in lead(select(all_events, past), past, fact_base)[0].text
