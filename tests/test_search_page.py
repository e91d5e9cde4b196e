"""The search page: results of every kind with the passages that have the words, ways on, nothing found, and the background."""

from urllib.parse import parse_qs

from app_pages import addressed, headline, opened, says, shows
from selections import read

from loaders.events.filters import Filters, select
from loaders.things import KINDS


def heads(app):
    """The number beside the heading of each kind."""
    return {name: int(number) for name, _, number in (head.value.rpartition(" ") for head in app.subheader) if name in KINDS.values()}


def labels(app, begin):
    return [button.label.replace("\\", "") for button in app.button if (button.key or "").startswith(begin)]


def test_the_page_counts_the_events_that_the_filter_shows_and_says_why(all_events):
    filters = Filters(text="郡山")
    app = opened("search/search.py", text="郡山")
    assert shows(app, filters, all_events)
    assert heads(app)["Events"] == len(select(all_events, filters))
    assert headline(app) == f"“郡山” appears in {len(select(all_events, filters))} events"
    assert says(app, "Koriyama: :primary-background[郡山]市")
    assert {"Organisations", "Sites", "Cities", "Relationships", "Documents"} <= set(heads(app))


def test_a_word_is_marked_as_it_stands_however_it_is_spelled():
    app = opened("search/search.py", text="Duesseldorf")
    assert any(":primary-background[Düsseldorf]" in label for label in labels(app, "hit-events"))


def test_an_event_says_its_date_relationship_and_confidence(all_events):
    app = opened("search/search.py", text="hydrogen", among="events")
    for row in select(all_events, Filters(text="hydrogen")).rows.itertuples():
        assert says(app, f"{row.date_text} · {row.tie} · {row.confidence}"), row.event_id


def test_a_reason_that_several_results_share_is_said_once():
    app = opened("search/search.py", text="Kouriyama", among="sites")
    lines = [caption.value for caption in app.caption if "Kōriyama" in caption.value]
    assert len(lines) == len(set(lines)) < heads(app)["Sites"]


def test_a_person_leads_to_the_events_in_which_that_person_took_part(all_events):
    app = opened("search/search.py", text="Kufen", among="people")
    (link,) = [link.proto for link in app.get("page_link") if "Kufen" in link.proto.label]
    number = len(select(all_events, Filters(person=("thomas-kufen",))))
    assert f"in {number} events" in link.label and link.query_string == "person=thomas-kufen"


def test_what_only_the_background_has_is_counted_and_opened_with_it(all_events):
    app = opened("search/search.py", text="Koriyama", among="organisations")
    for link in [link.proto for link in app.get("page_link") if "organisation=" in link.proto.query_string]:
        query = dict(part.split("=") for part in link.query_string.split("&"))
        filters = Filters(organisation=(query["organisation"],), background="background" in query)
        number = len(select(all_events, filters))
        assert number and f"in {number} event" in link.label


def test_who_took_part_in_the_found_events_narrows_to_exactly_these(all_events):
    app = opened("search/search.py", text="hydrogen")
    button = next(button for button in app.button if (button.key or "").startswith("in-organisation-"))
    number, key = int(button.label.split("**")[1]), button.key.removeprefix("in-organisation-")
    button.click().run()
    assert number == len(select(all_events, Filters(text="hydrogen", organisation=(key,))))
    assert shows(app, Filters(text="hydrogen", organisation=(key,)), all_events)


def test_a_result_opens_its_card():
    app = opened("search/search.py", text="Koriyama memorandum mayors")
    next(button for button in app.button if button.key == "hit-events-essen-koriyama-mou-2017").click().run()
    assert addressed(app)["event"] == ["essen-koriyama-mou-2017"]


def test_one_kind_alone_has_all_of_its_results_and_stands_in_the_address():
    everything = opened("search/search.py", text="Koriyama")
    everything.button(key="all-sites").click().run()
    assert set(heads(everything)) == {"Sites"} and addressed(everything)["among"] == ["sites"]


def test_words_that_are_nowhere_together_are_counted_alone_and_a_click_looks_for_one(all_events):
    app = opened("search/search.py", text="hydrogen Korijama")
    assert headline(app) == "Nothing has “hydrogen Korijama”"
    number = len(select(all_events, Filters(text="hydrogen")))
    assert labels(app, "try-alone-hydrogen") == [f"hydrogen {number}"]
    app.button(key="try-near-Koriyama").click().run()
    assert shows(app, Filters(text="Koriyama"), all_events)


def test_the_background_is_offered_with_its_number(all_events):
    app = opened("search/search.py", text="hydrogen")
    both = Filters(text="hydrogen", background=True)
    number = len(select(all_events, both)) - len(select(all_events, Filters(text="hydrogen")))
    assert labels(app, "with-background") == [f"{number} more events in the background"]
    app.button(key="with-background").click().run()
    assert shows(app, both, all_events) and not labels(app, "with-background")


def test_words_that_the_other_choices_hide_are_offered_without_them(all_events):
    app = opened("search/search.py", text="Grenoble", sector="heritage")
    free = Filters(text="Grenoble", background=True)
    assert labels(app, "without-choices") == [f"{len(select(all_events, free))} events without the other choices"]
    app.button(key="without-choices").click().run()
    assert shows(app, free, all_events)


def test_without_words_the_page_offers_some_from_the_data():
    app = opened("search/search.py")
    assert not app.error and {"Koriyama", "郡山市"} <= set(labels(app, "try-examples")) and not heads(app)


def test_the_filter_bar_leads_to_the_reasons_only_where_words_are_searched():
    with_text, without = opened("timeline/timeline.py", text="Koriyama"), opened("timeline/timeline.py")
    assert "All results" in [link.proto.label for link in with_text.get("page_link")]
    there = opened("search/search.py", text="koriyama")
    assert all("All results" not in [link.proto.label for link in app.get("page_link")] for app in (without, there))


def test_the_way_to_a_city_leaves_the_words_behind(all_events):
    app = opened("search/search.py", text="Koriyama", among="cities")
    link = next(link.proto for link in app.get("page_link") if link.proto.label == "The city")
    app.switch_page("cities/cities.py")
    app.query_params.clear()
    for name, values in parse_qs(link.query_string, keep_blank_values=True).items():
        app.query_params[name] = values
    app.run()
    assert app.session_state["address_said"] == {"view": ["city"], "of": ["koriyama"]}
    assert shows(app, Filters(), all_events)


def test_a_note_on_what_a_source_says_of_an_event_opens_that_events_card():
    """Such a note often tells of something else too: an event is found by what it is, and by a note only among the notes."""
    app = opened("search/search.py", text="hydrogen motorcycle", background="yes")
    (note,) = [row for row in read("evidence") if row["table"] == "events" and "hydrogen motorcycle" in row["note"]]
    app.button(key=f"hit-evidence-{note['evidence_id']}").click().run()
    assert addressed(app)["event"] == [note["key"]]
