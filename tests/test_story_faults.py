"""What the story must not say: beginnings of a part, agreements that nobody signed, numbers that count twice."""

import pytest

from loaders.events.filters import Filters, select
from loaders.story_beginnings import began, mayors_first, who_took_part
from loaders.story_lead import lead
from loaders.story_phases import _within, agreements, phases
from loaders.story_sectors import changes


@pytest.mark.parametrize("filters", [Filters(years=(2018, 2022)), Filters(sector=("energy",)), Filters(text="hospital")], ids=str)
def test_a_part_of_what_was_done_has_no_beginning(fact_base, all_events, filters):
    shown, who = select(all_events, filters), who_took_part(fact_base)
    said = [*lead(shown, filters, fact_base), *began(shown, filters, who), *mayors_first(shown, filters, who, fact_base)]
    texts = " ".join(one.text for one in [*said, *phases(shown, filters, fact_base)])
    assert "Among the events shown, the first of Essen–Koriyama is" in texts
    for word in ("began", "first event on record", "first journey on record", "first contacts", "What followed"):
        assert word not in texts, word


def test_a_mayors_first_journey_of_one_relationship_is_not_said_to_be_the_first_of_all(fact_base, all_events):
    chiba = Filters(tie=("duesseldorf-chiba",))
    (said, *_) = mayors_first(select(all_events, chiba), chiba, who_took_part(fact_base), fact_base)
    assert said.text.startswith("Among the events shown, the first journey of a mayor from Düsseldorf")


def test_an_agreement_has_a_signatory_and_contacts_before_it_are_told(fact_base, all_events):
    signed = agreements(all_events, Filters(), fact_base)
    assert len(signed) == 9 and (signed["year"].min(), signed["year"].max()) == (2005, 2024)
    (text,) = [one.text for one in phases(all_events, Filters(), fact_base) if one.text.startswith("Essen–Koriyama")]
    assert "first contacts in" in text and "from 2014 to 2016; then 4 agreements from 2017 to 2022" in text


def test_sectors_count_each_event_once_as_the_headline_does(fact_base, all_events):
    table = changes(all_events, Filters(), fact_base.as_of).set_index("sector_id")
    pairs = {"government": (13, 6), "energy": (2, 8), "education": (0, 11), "culture": (2, 6)}
    pairs |= {"healthcare": (5, 4), "trade": (5, 4), "digital": (0, 2), "mobility": (0, 1)}
    assert {code: (row["before"], row["after"]) for code, row in table.iterrows()} == pairs


def test_mayors_who_were_hosts_abroad_travelled(fact_base, all_events):
    tokyo = Filters(tie=("duesseldorf-tokyo",), years=(2012, 2019))
    said = mayors_first(select(all_events, tokyo), tokyo, who_took_part(fact_base), fact_base)
    assert any("Elbers" in one.text or "Geisel" in one.text for one in said)


def test_a_part_of_a_part_is_on_the_outermost_journey(fact_base, all_events):
    energy = Filters(sector=("energy",))
    said = mayors_first(select(all_events, energy), energy, who_took_part(fact_base), fact_base)
    (text,) = [one.text for one in said if "from Essen to Koriyama" in one.text]
    assert "13 Sept 2022, on the journey of 9–14 Sept 2022, “" in text


def test_online_years_say_of_which_relationship_they_are(fact_base, all_events):
    (text,) = [one.text for one in phases(all_events, Filters(), fact_base) if one.text.startswith("Online years")]
    assert "6 events met online, wholly or in part, all of Essen–Koriyama" in text


def test_years_outside_the_chosen_ones_make_no_view():
    assert _within(Filters(years=(2018, 2022)), 2014, 2017) is None
    assert _within(Filters(years=(2018, 2022)), 2014, 2019) == Filters(years=(2018, 2019))
