"""Every sentence of the story says the numbers of the views that it leads to, on our events and on invented ones."""

import pytest

from loaders.filters import Filters, choices, from_query, select
from loaders.story import NAMED, has_story, told
from loaders.story_beginnings import began, mayors_first, who_took_part
from loaders.story_meeting import announced, directions, meeting, one_source
from loaders.story_phases import online_years, phases
from loaders.story_sectors import changes, periods, sector_sentences

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
        *began(shown, filters, who),
        *mayors_first(shown, filters, who, facts),
        *phases(shown, filters),
        *sector_sentences(shown, filters, facts.as_of),
        *meeting(shown, filters),
        *directions(shown, filters, facts),
        *announced(shown, filters),
        *one_source(shown, filters),
    ]


def holds(sentence, events):
    for one in sentence.views:
        read, notices = from_query(one.filters.to_query(), choices(events))
        rows = told(events, read, one.counts)
        assert not notices, sentence
        if one.counts == NAMED:
            assert set(one.keys) <= set(rows["event_id"]), sentence
            assert one.number == len(one.keys)
        else:
            assert one.number == len(rows), sentence
        assert one.number == 1 or str(one.number) in sentence.text or "No agreement" in sentence.text or "no agreement" in sentence.text, (
            sentence
        )


@pytest.mark.parametrize("filters", SELECTIONS, ids=str)
def test_every_number_is_that_of_the_view_it_leads_to(fact_base, all_events, filters):
    said = story(fact_base, all_events, filters)
    assert said
    for sentence in said:
        holds(sentence, all_events)


def test_sentences_speak_of_the_chosen_relationship_only(fact_base, all_events):
    texts = " ".join(sentence.text for sentence in story(fact_base, all_events, Filters(tie=("essen-koriyama",))))
    assert "Essen–Koriyama" in texts and "Chiba" not in texts


def test_the_first_journey_of_essens_mayor_to_koriyama_is_told(fact_base, all_events):
    said = mayors_first(all_events, Filters(), who_took_part(fact_base), fact_base)
    (found,) = [sentence for sentence in said if "from Essen to Koriyama" in sentence.text]
    assert "Thomas Kufen (Lord Mayor of Essen), 1 Dec 2017" in found.text
    assert found.views[0].keys == ("essen-koriyama-mou-2017",)


def test_invented_events_without_agreement_or_online_years_say_so(fact_base, invented):
    events = invented({"date": "2015"}, {"date": "2018", "mode": "in person"}, {"date": "2019", "status": "planned"})
    said = story(fact_base, events, Filters())
    for sentence in said:
        holds(sentence, events)
    texts = [sentence.text for sentence in said]
    assert any("no agreement is on record" in text for text in texts) and any("with no one named" in text for text in texts)
    assert not any(text.startswith(("Online", "Return", "Hydrogen")) for text in texts)


def test_online_years_are_those_with_as_many_online_as_in_person(invented):
    there, online = {"mode": "in person"}, {"mode": "online"}
    events = invented(
        {"date": "2015"} | there, {"date": "2016"} | online, {"date": "2016"} | there, {"date": "2017"} | there, {"date": "2018"}
    )
    assert online_years(events, Filters()) == [2016]
    (back,) = [sentence for sentence in phases(events, Filters()) if sentence.text.startswith("Return")]
    assert back.views[0].keys == ("e3",)


def test_sectors_are_compared_over_periods_of_equal_length_that_are_over(invented):
    events = invented({"date": "2015"}, {"date": "2017", "mode": "online"}, {"date": "2017"}, {"date": "2019"})
    assert periods(events, Filters(), "2018-11-21") == ((2016, 2016), (2017, 2017))
    assert periods(events, Filters(), "2018-12-31") == ((2015, 2016), (2017, 2018))
    assert changes(events, Filters(), "2018-12-31")[["before", "after"]].to_numpy().tolist() == [[1, 2]]


def test_context_alone_has_no_story(fact_base, invented):
    assert story(fact_base, invented({"date": "2015", "tie_id": None}), Filters()) == []
