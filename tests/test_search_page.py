"""The search page: results of every kind with the passages that have the words, ways on, nothing found, and the background."""

import json
from urllib.parse import parse_qs

from app_pages import headline, opened, shows
from selections import read

from loaders.events.filters import Filters, select
from loaders.things import KINDS
from pages.search.found import all_hits
from pages.search.results import results as made


def results(app):
    """The groups of results that are drawn."""
    (part,) = [part.proto.bytes for part in app.get("bidi_component") if part.proto.component_name.endswith("city_ties_results")] or [b"[]"]
    return [group for column in json.loads(part) for group in column]


def heads(app):
    """The number beside the heading of each kind."""
    return {group["head"]: int(group["number"]) for group in results(app) if group["head"] in KINDS.values()}


def plain(parts):
    """A text with what was looked for in brackets."""
    return "".join(f"[{text}]" if sought else text for text, sought in parts)


def ways(app, kind):
    """The ways on of one kind: words, what stands behind them, and the address."""
    some = [way for group in results(app) if group["kind"] == kind for item in group["items"] for hit in item["ways"] for way in hit]
    return [(plain(way["words"]), way["said"], way["href"], way["at"]) for way in some]


def lines(app, kind):
    """What stands below the results of one kind."""
    return [plain(line) for group in results(app) if group["kind"] == kind for item in group["items"] for line in item["why"]]


def meant(store, at, among="all", **filters):
    """What a click on a way means."""
    shown = store.selection(Filters(**filters))
    return made(shown, tuple(kind for kind, hits in all_hits(shown).items() if hits), among).ways[at]


def labels(app, begin):
    return [button.label.replace("\\", "") for button in app.button if (button.key or "").startswith(begin)]


def test_the_page_counts_the_events_that_the_filter_shows_and_says_why(all_events):
    filters = Filters(text="郡山")
    app = opened("search/search.py", text="郡山")
    assert shows(app, filters, all_events)
    assert heads(app)["Events"] == len(select(all_events, filters))
    assert headline(app) == f"“郡山” appears in {len(select(all_events, filters))} events"
    assert "Koriyama: [郡山]市" in lines(app, "events")
    assert {"Organisations", "Sites", "Cities", "Relationships", "Documents"} <= set(heads(app))


def test_a_word_is_marked_as_it_stands_however_it_is_spelled():
    app = opened("search/search.py", text="Duesseldorf")
    assert any("[Düsseldorf]" in words for words, *_ in ways(app, "events"))


def test_an_event_says_its_date_relationship_and_confidence(all_events):
    app = opened("search/search.py", text="hydrogen", among="events")
    for row in select(all_events, Filters(text="hydrogen")).rows.itertuples():
        assert f"{row.date_text} · {row.tie} · {row.confidence}" in lines(app, "events"), row.event_id


def test_a_reason_that_several_results_share_is_said_once():
    app = opened("search/search.py", text="Kouriyama", among="sites")
    said = [line for line in lines(app, "sites") if "Kōriyama" in line.replace("[", "").replace("]", "")]
    assert 0 < len(said) == len(set(said)) < heads(app)["Sites"]


def test_a_person_leads_to_the_events_in_which_that_person_took_part(all_events):
    app = opened("search/search.py", text="Kufen", among="people")
    ((_, said, address, _),) = ways(app, "people")
    number = len(select(all_events, Filters(person=("thomas-kufen",))))
    assert said == f"in {number} events" and address == "/timeline?person=thomas-kufen"


def test_what_only_the_background_has_is_counted_and_opened_with_it(all_events):
    app = opened("search/search.py", text="Koriyama", among="organisations")
    for _, said, address, _ in [way for way in ways(app, "organisations") if "organisation=" in way[2]]:
        query = dict(part.split("=") for part in address.split("?")[1].split("&"))
        filters = Filters(organisation=(query["organisation"],), background="background" in query)
        number = len(select(all_events, filters))
        assert number and f"in {number} event" in said


def test_who_took_part_in_the_found_events_narrows_to_exactly_these(store):
    for _, number, _, at in ways(opened("search/search.py", text="hydrogen"), "in-these"):
        what, chosen = meant(store, at, text="hydrogen")
        assert what == "narrow" and int(number) == store.selection(Filters(text="hydrogen")).count(**chosen) > 0


def test_a_result_opens_its_card_and_all_of_a_kind_are_asked_for(store):
    app = opened("search/search.py", text="Koriyama memorandum mayors")
    cards = [meant(store, at, text="Koriyama memorandum mayors") for *_, at in ways(app, "events")]
    assert ("card", "event", "essen-koriyama-mou-2017") in cards
    (rest,) = [group["all"]["at"] for group in results(opened("search/search.py", text="Koriyama")) if group["kind"] == "sites"]
    assert meant(store, rest, text="Koriyama") == ("among", "sites")


def test_one_kind_alone_has_all_of_its_results():
    everything, alone = opened("search/search.py", text="Koriyama"), opened("search/search.py", text="Koriyama", among="sites")
    assert heads(alone) == {"Sites": heads(everything)["Sites"]} and len(ways(alone, "sites")) == heads(everything)["Sites"]


def test_words_that_are_nowhere_together_are_counted_alone_and_a_click_looks_for_one(all_events):
    app = opened("search/search.py", text="hydrogen Korijama")
    assert headline(app) == "Nothing has “hydrogen Korijama”"
    number = len(select(all_events, Filters(text="hydrogen")))
    assert labels(app, "try-alone-hydrogen") == [f"hydrogen {number}"]
    app.button(key="try-near-Koriyama").click().run()
    assert shows(app, Filters(text="Koriyama"), all_events)


def test_the_background_is_offered_with_its_number(all_events, store):
    app = opened("search/search.py", text="hydrogen")
    both = Filters(text="hydrogen", background=True)
    number = len(select(all_events, both)) - len(select(all_events, Filters(text="hydrogen")))
    (aside,) = [group["aside"] for group in results(app) if group["kind"] == "events"]
    assert plain(aside["words"]) == f"{number} more events in the background"
    assert meant(store, aside["at"], text="hydrogen") == ("narrow", {"background": True})
    assert not any("aside" in group for group in results(opened("search/search.py", text="hydrogen", background="yes")))


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
    address = next(address for words, _, address, _ in ways(app, "cities") if words == "The city")
    app.switch_page("cities/cities.py")
    app.query_params.clear()
    for name, values in parse_qs(address.partition("?")[2], keep_blank_values=True).items():
        app.query_params[name] = values
    app.run()
    assert app.session_state["address_said"] == {"view": ["city"], "of": ["koriyama"]}
    assert shows(app, Filters(), all_events)


def test_a_note_on_what_a_source_says_of_an_event_opens_that_events_card(store):
    """Such a note often tells of something else too: an event is found by what it is, and by a note only among the notes."""
    app = opened("search/search.py", text="hydrogen motorcycle", background="yes")
    (note,) = [row for row in read("evidence") if row["table"] == "events" and "hydrogen motorcycle" in row["note"]]
    cards = [meant(store, at, text="hydrogen motorcycle", background=True) for *_, at in ways(app, "evidence")]
    assert ("card", "event", note["key"]) in cards
