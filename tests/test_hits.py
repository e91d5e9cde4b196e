"""What a search finds and why: the field, the words in their own script, and the spelling that was taken as the same."""

import pandas as pd
import pytest

from loaders.events.filters import Filters
from loaders.hits import AROUND_LETTERS, Prepared, found_keys, hits, merged
from loaders.passages import AROUND, NAME, NOTE, names_of, passages, table_of
from loaders.searched import searched
from loaders.story.search import search_headline
from loaders.suggestions import alone, examples, known_words, nearest
from loaders.things import KINDS, passages_of, titles


@pytest.fixture(scope="module")
def ready(fact_base):
    """Per kind, its passages made ready and its titles."""
    return {kind: (Prepared(passages_of(fact_base, kind)), titles(fact_base, kind)) for kind in KINDS}


@pytest.fixture(scope="module")
def known(ready):
    """The words of all names."""
    return known_words(pd.concat([texts.table for texts, _ in ready.values()]))


@pytest.fixture(scope="module")
def finds(store, ready):
    """A function that gives the hits of one kind."""

    def find(kind, text, **chosen):
        texts, names = ready[kind]
        return searched(store.selection(Filters(text=text, **chosen)), kind, lambda: texts, lambda: names)

    return find


def why(hit):
    """The reasons of a hit in words: label, and what is marked."""
    return [(reason.label, [text for text, sought in reason.parts if sought]) for reason in hit.reasons]


def hit_of(found, key):
    return next(hit for hit in found if hit.key == key)


def test_an_event_is_found_by_the_japanese_name_of_its_place_and_says_so(finds):
    hit = hit_of(finds("events", "郡山"), "mayor-koriyama-sauerwein-first-meeting")
    assert why(hit) == [("Koriyama", ["郡山"])]
    assert hit.reasons[0].text == "郡山市"


@pytest.mark.parametrize("typed", ["Duesseldorf", "DUSSELDORF", "düsseldorf"])
def test_a_word_in_another_spelling_is_marked_as_it_stands(finds, typed):
    assert why(hit_of(finds("cities", typed), "duesseldorf")) == [("Name", ["Düsseldorf"])]


def test_an_office_names_the_person_whose_it_is(finds):
    labels = {label for hit in finds("events", "Counsellor") for label, _ in why(hit)}
    assert "Susanne Welter" in labels


def test_the_first_journey_of_essens_mayor_to_koriyama_stands_near_the_top(finds):
    keys = [hit.key for hit in finds("events", "mayor Koriyama")]
    assert {"essen-delegation-japan-2017", "essen-koriyama-mou-2017"} <= set(keys[:8])
    assert keys.index("essen-koriyama-mou-2017") < keys.index("lord-mayor-essen-visits-koriyama-2022")


def test_a_misprint_leads_to_what_it_stands_for(finds):
    assert not finds("events", "FREIA")
    (first, *_) = finds("corrections", "FREIA")
    assert ("As printed", ["FREIA"]) in why(first)


@pytest.mark.parametrize(
    ("kind", "text", "key"),
    [
        ("organisations", "Wirtschaftsförderung Essen EWG", None),
        ("organisations", "EWG", "ewg"),
        ("people", "kufen", "thomas-kufen"),
        ("people", "河原", "consul-general-kawahara"),
        ("sites", "開成山公園", "asaka-canal-kaiseizan"),
        ("cities", "デュッセルドルフ", "duesseldorf"),
        ("programmes", "Wirtschaftstag", "japan-business-day"),
        ("ties", "デュッセルドルフ・千葉", "duesseldorf-chiba"),
        ("sources", "Städtepartnerschaften Coronavirus", "essen-2020-corona-page"),
        ("searches", "Ambassador's visit", "ambassador-koriyama-2022"),
    ],
)
def test_each_kind_is_found_by_its_names_in_all_scripts(finds, kind, text, key):
    keys = [hit.key for hit in finds(kind, text)]
    assert key in keys if key else keys == []


def test_a_figure_is_found_by_its_city_and_indicator_in_german(finds):
    keys = {hit.key for hit in finds("observations", "Einwohnerzahl 郡山")}
    assert keys and all(key.startswith("koriyama.") for key in keys)


def test_a_choice_of_the_filter_narrows_every_kind(finds, fact_base):
    everywhere, energy = finds("organisations", "Koriyama"), finds("organisations", "Koriyama", sector=("energy",))
    assert {hit.key for hit in energy} < {hit.key for hit in everywhere}
    assert len(finds("events", "Koriyama", sector=("energy",))) < len(finds("events", "Koriyama"))


def invented(*rows):
    keys, texts, fields, weights = zip(*rows, strict=True)
    parts = [
        passages(pd.Series([key]), pd.Series([text]), field, weight)
        for key, text, field, weight in zip(keys, texts, fields, weights, strict=True)
    ]
    return Prepared(table_of(parts))


def test_a_name_comes_before_a_place_and_a_place_before_a_note_and_a_piece_of_a_word_is_none():
    table = invented(
        ("a", "on Essen", "Note", NOTE),
        ("b", "Essen", "Place", AROUND),
        ("c", "Hessen", "Name", NAME),
        ("d", "City of Essen", "Name", NAME),
    )
    names = pd.Series({"a": "A", "b": "B", "c": "Hessen", "d": "City of Essen"})
    assert [hit.key for hit in hits(table, names, "essen", found_keys(table, "essen"))] == ["d", "b", "a"]


def test_only_where_a_word_begins_is_it_marked():
    title = "Hessen’s Essen fair in Kōriyama郡山"
    table = invented(("a", title, "Title", NAME))
    (hit,) = hits(table, pd.Series({"a": title}), "essen kouri 山", ["a"])
    assert [(text, sought) for text, sought in hit.title if sought] == [("Essen", True), ("Kōri", True), ("山", True)]


def test_of_a_long_note_only_what_stands_around_the_word_is_shown():
    note = "word " * 60 + "Grenoble " + "word " * 60
    (hit,) = hits(invented(("a", note.strip(), "Note", NOTE)), pd.Series({"a": "A"}), "grenoble", ["a"])
    text = hit.reasons[0].text
    assert "Grenoble" in text and text.startswith("…") and text.endswith("…") and len(text) < 5 * AROUND_LETTERS


def test_words_in_different_fields_are_all_given_as_reasons():
    table = invented(("a", "Mayor in town", "Title", NAME), ("a", "Koriyama", "Place", AROUND))
    (hit,) = hits(table, pd.Series({"a": "Mayor in town"}), "koriyama mayor", ["a"])
    assert {reason.field for reason in hit.reasons} == {"Title", "Place"}


def test_what_finds_nothing_together_says_what_each_word_finds_alone(store, finds):
    filters = Filters(text="hydrogen Grenoble zzz")
    counts = {word: len(finds("events", word)) for word in ("hydrogen", "Grenoble", "zzz")}
    assert counts["hydrogen"] and counts["Grenoble"] and not counts["zzz"]
    assert dict(alone(store.selection(filters))) == counts
    assert alone(store.selection(Filters(text="zzz"))) == []


@pytest.mark.parametrize(
    ("typed", "meant"), [("Korijama", "Koriyama"), ("Dusseldrof", "Düsseldorf"), ("Toukyou", "Tokyo"), ("Sauerwien", "Sauerwein")]
)
def test_a_mistyped_name_is_answered_with_the_nearest(known, typed, meant):
    assert meant in nearest(known, typed)


def test_a_word_that_is_near_to_none_has_no_suggestion(known):
    assert nearest(known, "qqqqqq") == []


def test_examples_have_the_most_frequent_city_in_three_scripts_and_each_finds_events(fact_base, all_events, finds):
    words = examples(fact_base, all_events)
    assert {"Koriyama", "Kōriyama", "郡山市"} <= set(words) and len(words) <= 8
    assert all(finds("events", word) for word in words)


def test_the_headline_counts_the_events(store, finds):
    events, none = store.selection(Filters(text="hydrogen")), store.selection(Filters(text="FREIA"))
    assert f" {len(events)} events" in search_headline(events, {"events": finds("events", "hydrogen")}).title
    assert search_headline(none, {"corrections": finds("corrections", "FREIA")}).title == "“FREIA” appears in no event"
    assert search_headline(store.selection(Filters(text="zzz")), {}).title == "Nothing has “zzz”"


def test_the_headline_names_a_year_of_at_least_half_of_the_events(store):
    for word in ("hydrogen", "hospital", "delegation"):
        shown = store.selection(Filters(text=word))
        years = shown.by("year")
        named = [year for year in years if f"of them in {year}" in search_headline(shown, {"events": list(shown.keys)}).title]
        assert all(2 * years[year] >= len(shown) for year in named) and len(named) <= 1


def test_a_latin_form_with_macrons_is_a_romanised_name_and_a_german_one_a_german_name(finds, fact_base):
    assert why(hit_of(finds("cities", "Kouriyama"), "koriyama"))[0][0] == "Romanised name"
    languages = {(key, name): language for key, name, language, _ in names_of(fact_base, "cities")}
    assert (languages["koriyama", "Kōriyama"], languages["brussels", "Brüssel"]) == ("Romanised", "German")


def test_hits_that_read_alike_are_one_with_their_number(finds):
    found = finds("evidence", "City-to-city Partnership")
    once = merged(found)
    assert sum(number for _, number in once) == len(found) > len(once)
    assert max(number for _, number in once) > 5
    assert len({(hit.title, hit.reasons) for hit, _ in once}) == len(once)
