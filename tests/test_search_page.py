"""The search page: results of every kind with their reasons, ways on, nothing found, and the background's choice on the timeline."""

from app_pages import addressed, headline, opened, says, shows

from loaders.events.filters import Filters, select
from loaders.folding import forms
from loaders.hits import Hit, Reason
from pages.parts.search_results import _why


def heads(app):
    return {head.value.rpartition(":")[0]: int(head.value.rpartition(":")[2]) for head in app.subheader}


def test_the_page_counts_the_events_that_the_filter_shows_and_says_why(all_events):
    filters = Filters(text="郡山")
    app = opened("search/search.py", text="郡山")
    assert shows(app, filters, all_events)
    assert heads(app)["Events"] == len(select(all_events, filters))
    assert headline(app).startswith(f"“郡山” is in {len(select(all_events, filters))} events, and in ")
    assert says(app, "Japanese name of the place Koriyama: **郡山**市")
    assert {"Organisations", "Sites", "Cities and regions", "Relationships", "Documents"} <= set(heads(app))


def test_a_spelling_taken_as_the_same_is_said_and_the_words_are_bold():
    app = opened("search/search.py", text="Duesseldorf")
    assert says(app, "in the title (“Duesseldorf” is taken as “Düsseldorf”)")
    assert any("**Düsseldorf**" in button.label for button in app.button)


def test_a_reason_within_a_sentence_reads_as_one():
    words = (("hydrogen", True),)
    hit = Hit("key", "hydrogen", (), (("hydrogen", forms("hydrogen")[0]),), 0)
    said = [_why(Reason(field, of, words), hit) for field, of in (("What the source says", ""), ("German name", "Essen"), ("Note", ""))]
    assert said == ["in what the source says", "in the German name of Essen", "in the note"]


def test_a_reason_that_results_in_a_row_share_is_said_once():
    app = opened("search/search.py", text="Kouriyama", among="sites")
    lines = [caption.value for caption in app.caption if "Romanised name of the city Koriyama" in caption.value]
    assert len(lines) == 1 and lines[0].startswith(f"These {heads(app)['Sites']}: ")


def test_a_person_leads_to_the_events_in_which_that_person_took_part(all_events):
    app = opened("search/search.py", text="Kufen", among="people")
    (link,) = [link.proto for link in app.get("page_link") if "Kufen" in link.proto.label.replace("*", "")]
    number = len(select(all_events, Filters(person=("thomas-kufen",))))
    assert link.label.endswith(f"→ {number} events") and link.query_string == "person=thomas-kufen"
    assert shows(opened("timeline/timeline.py", person="thomas-kufen"), Filters(person=("thomas-kufen",)), all_events)


def test_a_result_opens_its_card():
    app = opened("search/search.py", text="Koriyama memorandum mayors")
    next(button for button in app.button if button.key == "hit-events-essen-koriyama-mou-2017").click().run()
    assert addressed(app)["event"] == ["essen-koriyama-mou-2017"]


def test_one_kind_alone_has_all_of_its_results_and_stands_in_the_address():
    app = opened("search/search.py", text="Koriyama", among="sites")
    assert set(heads(app)) == {"Sites"}
    assert sum(button.key.startswith("hit-sites-") for button in app.button if button.key) == heads(app)["Sites"] > 6
    assert addressed(app)["among"] == ["sites"]
    everything = opened("search/search.py", text="Koriyama")
    everything.button(key="all-sites").click().run()
    assert set(heads(everything)) == {"Sites"} and addressed(everything)["among"] == ["sites"]


def test_words_that_are_nowhere_together_are_counted_alone_and_a_click_looks_for_one(all_events):
    app = opened("search/search.py", text="hydrogen Korijama")
    assert headline(app) == "Nothing has “hydrogen Korijama”"
    number = len(select(all_events, Filters(text="hydrogen")))
    assert says(app, f"hydrogen: {number}, Korijama: 0, together: 0")
    app.button(key="try-Did you mean-Koriyama").click().run()
    assert addressed(app)["text"] == ["Koriyama"]
    assert shows(app, Filters(text="Koriyama"), all_events)


def test_without_words_the_page_offers_some_from_the_data():
    app = opened("search/search.py")
    assert not app.error and {"try-For example-Koriyama", "try-For example-郡山市"} <= {button.key for button in app.button}
    assert not heads(app)


def test_the_filter_bar_leads_to_the_reasons_only_where_words_are_searched():
    with_text, without = opened("timeline/timeline.py", text="Koriyama"), opened("timeline/timeline.py")
    assert "All results" in [link.proto.label for link in with_text.get("page_link")]
    assert "All results" not in [link.proto.label for link in without.get("page_link")]


def test_the_eras_behind_the_timeline_are_in_its_words():
    alts = [chart.proto.alt for chart in opened("timeline/timeline.py").get("plotly_chart")]
    eras = "Bands behind the marks: Earthquake and nuclear accident, events known 2011; IUC, events known Nov 2017 to 20 Nov 2019; Pandemic"
    assert any(eras in alt for alt in alts)
