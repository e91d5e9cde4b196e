"""Tables over HTTP: the rows of the page with the same address, and an error for every word that means nothing."""

import re
from pathlib import Path

import pytest
from asking import HOST
from hypothesis import given, settings
from hypothesis import strategies as st
from selections import selections

from loaders.cards import CARDS
from loaders.events.filters import NAMES, select
from loaders.export import csv_bytes
from loaders.formats import FORMATS
from loaders.offers import export, offers
from routes.asked import CUT, STEERING

README = Path(__file__).resolve().parent.parent / "README.md"


def keys(answer, column="event_id"):
    return [row[column] for row in answer.rows]


def wrong(answer):
    """Per error, its parameter and value."""
    assert answer.headers["content-type"] == "application/problem+json"
    return [(error["parameter"], error["value"]) for error in answer.json["errors"]]


@settings(max_examples=12)
@given(st.data())
def test_a_route_has_the_rows_that_the_page_counts_and_the_export_has(ask, store, all_events, allowed, data):
    filters = data.draw(selections(allowed))
    answer = ask("/api/events.csv", filters.to_query())
    assert answer.status == 200
    assert keys(answer) == list(select(all_events, filters).rows["event_id"])
    assert answer.content == FORMATS["csv"].write(export(store.selection(filters), "events", HOST))
    assert answer.headers["x-total-count"] == str(len(answer.rows))


def test_a_filter_in_the_address_finds_the_event_that_it_should(ask):
    assert "frea-opening" in keys(ask("/api/events.csv?years=2014&years=2014&sector=energy&background=yes"))
    assert "frea-opening" not in keys(ask("/api/events.csv?years=2015&years=2016&sector=energy"))


def test_every_table_is_served_with_its_number_of_rows(ask, store):
    for name in offers(store.facts):
        answer = ask(f"/api/{name}.csv?background=yes&limit=1")
        assert (answer.status, len(answer.rows)) == (200, 1)
        assert name not in store.facts.schema or answer.headers["x-total-count"] == str(len(store.facts.table(name)))


@pytest.mark.parametrize("code", FORMATS)
def test_every_format_has_its_media_type_and_a_name_that_says_the_selection(ask, code):
    form = FORMATS[code]
    name = form.of[0] if form.of else "events"
    answer = ask(f"/api/{name}.{form.ending}", {"years": ["2016", "2018"], **dict(form.query)})
    way = "inline" if "json" in form.media else "attachment"
    assert ask(f"/api/{name}.{form.ending}", {"years": ["2016", "2018"], **dict(form.query)}).content == answer.content  # as its tag says
    assert (answer.status, answer.headers["content-type"]) == (200, form.media)
    tail = f"_{form.variant}" if form.variant else ""
    assert re.fullmatch(
        rf'{way}; filename="city-ties_{name}_2016-2018_[0-9-]{{10}}{tail}\.{form.ending}"', answer.headers["content-disposition"]
    )


@pytest.mark.parametrize("word, dialect", [("machine", "machine"), ("excel", "excel"), ("excel-de", "excel-de"), (None, "machine")])
def test_a_dialect_is_written_as_it_is_called(ask, store, word, dialect):
    answer = ask("/api/sectors.csv", {"dialect": word} if word else {})
    assert answer.content == csv_bytes(export(store.selection(), "sectors").rows, dialect)


def test_the_figures_of_a_pages_address_are_the_ones_that_it_shows(ask, store):
    figures = store.figures().set_index("observation_id")
    answer = ask("/api/figures.csv?view=side&indicator=gdp&place=essen,duesseldorf&sector=energy")
    assert answer.rows and set(figures.loc[keys(answer, "observation_id"), "indicator_id"]) == {"gdp"}
    assert set(figures.loc[keys(answer, "observation_id"), "city_id"]) == {"essen", "duesseldorf"}
    over_time = ask("/api/figures_over_time.csv?view=time&indicator=gdp&place=essen,duesseldorf&year=2020")
    assert len(over_time.rows) == ((figures["indicator_id"] == "gdp") & figures["city_id"].isin(["essen", "duesseldorf"])).sum()
    assert ask("/api/events.csv?indicator=gdp&place=essen").status == 200
    assert ask("/api/figures.csv?place=essen,nowhere").status == 400


def test_every_parameter_that_the_readme_lists_is_known_here(ask, store):
    text = README.read_text(encoding="utf-8")
    table = text[text.index("| parameter |") :].split("\n\n")[0]
    listed = {name for line in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", line.split("|")[1])}
    own = {choice for offer in offers(store.facts).values() for choice in offer.choices}
    assert {*NAMES, *CARDS} <= listed
    assert listed <= {*NAMES, *STEERING, *CUT, *own, "dialect"}


def test_what_only_steers_a_page_changes_nothing(ask):
    steered = ask("/api/ties.csv", {"tie": "essen-koriyama", **dict.fromkeys(STEERING, "whatever")})
    assert steered.status == 200
    assert steered.headers["etag"] == ask("/api/ties.csv?tie=essen-koriyama").headers["etag"]


def test_all_that_means_nothing_is_named_at_once_the_nearest_word_first(ask):
    answer = ask(
        "/api/events.csv?sector=enrgy&sector=energy&yeers=2017&years=abc&years=9999&certainty=sure&limit=-1&offset=1.5&dialect=xls"
    )
    assert answer.status == answer.json["status"] == 400
    assert wrong(answer) == [
        ("yeers", "2017"), ("years", "abc"), ("years", "9999"), ("sector", "enrgy"), ("certainty", "sure"),
        ("dialect", "xls"), ("limit", "-1"), ("offset", "1.5"),
    ]  # fmt: skip
    by_value = {error["value"]: error for error in answer.json["errors"]}
    assert by_value["enrgy"]["allowed"][0] == "energy" and "trade" in by_value["enrgy"]["allowed"]
    assert by_value["2017"]["allowed"][0] == "years"
    assert "allowed" in by_value["abc"] and "allowed" not in by_value["9999"]  # once a parameter
    assert by_value["sure"]["allowed"] == ["possibly", "certainly"]
    assert "excel-de" in by_value["xls"]["allowed"]
    assert answer.json["detail"] == (
        "8 words of the address mean nothing here: yeers, years, sector, certainty, dialect, …. Did you mean “years”, “energy” and “excel”?"
    )
    assert answer.json["type"] == f"{HOST}/api#wrong-parameter"
    assert answer.json["instance"].startswith("/api/events.csv?sector=enrgy&sector=energy")
    details = " ".join(error["detail"] for error in answer.json["errors"])
    assert "ignored" not in details and "was read as" not in details


def test_a_value_is_repeated_harmless_and_short(ask):
    answer = ask("/api/events.csv", {"sector": "<b>\n" + "x" * 5000})
    (value,) = (error["value"] for error in answer.json["errors"])
    assert len(value) < 50 and "\n" not in value
    assert len(answer.json["instance"]) <= 2000
    many = ask("/api/events.csv", {"sector": [f"no{number}" for number in range(300)]})
    assert len(many.json["errors"]) == 20 and "280 more" in many.json["detail"]


def test_an_address_of_more_parameters_than_anybody_means_is_one_error(ask):
    answer = ask("/api/events.csv", {"sector": ["enrgy"] * 301})
    assert (answer.status, answer.json["detail"]) == (400, "The address has 301 parameters; at most 300 are read.")
    assert "errors" not in answer.json


def test_bytes_that_are_no_text_are_an_error_of_the_asker(ask):
    assert ask("/api/events.csv?sector=\xff%FF").status == 400
    assert ask("/api/events.csv?text=%FF%00").status == 200


def test_an_unknown_table_names_the_tables_and_an_unknown_format_the_formats(ask, store):
    table, form, none = ask("/api/evnts.csv"), ask("/api/events.docx"), ask("/api/events")
    assert (table.status, form.status, none.status) == (404, 404, 404)
    assert table.json["detail"].endswith("Did you mean “events”?")
    (tables,), (forms,), (all_forms,), (one,) = (
        [error["allowed"] for error in answer.json["errors"]] for answer in (table, form, none, ask("/api/schema/events.csv"))
    )
    assert tables[0] == "events" and set(tables) == set(offers(store.facts))
    assert set(forms) == {form.ending for form in FORMATS.values() if form.takes("events")} == set(all_forms)
    assert ask("/api/schema/evnts.json").json["type"].endswith("#unknown-table")
    assert one == ["json"]
    nowhere = ask("/api/what/ever.csv")
    assert nowhere.status == 404 and "/api/package.zip" in nowhere.json["errors"][0]["allowed"]


def test_parts_follow_one_another_by_their_links_until_all_rows_were_seen(ask):
    whole, seen, address = ask("/api/events.csv?sector=energy"), [], "/api/events.csv?sector=energy&limit=7&dialect=excel-de"
    while address:
        part = ask(address.removeprefix(HOST))
        seen += [line.split(";")[0] for line in part.content.decode("utf-8-sig").splitlines()[1:] if re.match(r"[a-z0-9-]+;", line)]
        assert part.headers["x-total-count"] == str(len(whole.rows))
        address = part.links().get("next")
    assert seen == keys(whole)


def test_a_part_begins_where_it_is_told_and_knows_what_comes_before(ask):
    whole = keys(ask("/api/events.csv"))
    part = ask("/api/events.csv?offset=5&limit=3")
    assert keys(part) == whole[5:8]
    assert part.links() == {
        "describedby": f"{HOST}/api/schema/events.json",
        "prev": f"{HOST}/api/events.csv?limit=3&offset=2",
        "next": f"{HOST}/api/events.csv?limit=3&offset=8",
    }
    assert keys(ask("/api/events.csv?offset=160")) == whole[160:]


def test_beyond_the_end_there_are_no_rows_and_that_is_no_error(ask):
    beyond = ask("/api/events.csv?offset=1000&limit=10")
    assert (beyond.status, beyond.rows) == (200, [])
    assert "next" not in beyond.links() and beyond.links()["prev"].endswith(f"offset={int(beyond.headers['x-total-count']) - 10}")
    assert "next" not in ask("/api/events.csv?limit=0").links()
    assert wrong(ask("/api/events.csv?limit=1&limit=2")) == [("limit", "2")]
