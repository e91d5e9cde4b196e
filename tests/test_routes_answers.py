"""What HTTP promises of every answer: tags, 304, HEAD, compression, other origins, methods, and faults without a traceback."""

import json

import pytest
from asking import HOST, asker

import loaders
from loaders.basemap import REGIONS, ground_files, ground_paths
from loaders.faults import FaultyData
from loaders.scripts import script_path
from loaders.store import Store

EVENTS, JAPAN = "/api/events.csv?sector=energy", ground_paths(ground_files())["japan"]


def test_whoever_has_the_bytes_is_told_so_and_gets_none(ask):
    first = ask(EVENTS)
    tag = first.headers["etag"]
    assert tag.startswith('"')
    for said in (tag, f"W/{tag}", f'"other", W/{tag}', "*"):
        again = ask(EVENTS, if_none_match=said)
        assert (again.status, again.body) == (304, b"")
        assert {again.headers[name] == first.headers[name] for name in ("etag", "cache-control", "vary")} == {True}
    assert ask(EVENTS, if_none_match='"other"').status == 200


def test_other_bytes_have_another_tag_and_another_way_to_say_the_same_has_not(ask):
    paths = (
        "events.csv", "events.csv?sector=energy", "events.csv?dialect=excel", "events.csv?dialect=excel-de", "events.csv?limit=3",
        "events.csv?offset=3", "figures.csv", "figures.csv?indicator=gdp", "schema/events.json", "index.json",
    )  # fmt: skip
    tags = [ask(f"/api/{path}").headers["etag"] for path in paths]
    assert len(set(tags)) == len(paths)
    assert (
        ask("/api/events.csv?years=2020&years=2017&tie=none&sector=trade&sector=energy").headers["etag"]
        == (ask("/api/events.csv?sector=energy&sector=trade&sector=energy&years=2017&years=2020&lanes=tie&tie=none").headers["etag"])
    )
    assert ask(EVENTS, host="other.example").headers["etag"] != ask(EVENTS).headers["etag"]


def test_other_facts_have_another_tag(ask, package):
    other = loaders.facts(package())
    asked = asker(Store(other))
    assert asked("/api/sectors.csv").headers["etag"] != ask("/api/sectors.csv").headers["etag"]


def test_compressed_bytes_have_a_tag_of_their_own(ask):
    plain, zipped = ask(EVENTS), ask(EVENTS, accept_encoding="br, gzip")
    assert "content-encoding" not in plain.headers and zipped.headers["content-encoding"] == "gzip"
    assert zipped.content == plain.body and len(zipped.body) < len(plain.body)
    assert zipped.headers["etag"] != plain.headers["etag"]
    assert "Accept-Encoding" in plain.headers["vary"]
    assert "content-encoding" not in ask(EVENTS, accept_encoding="gzip;q=0").headers


@pytest.mark.parametrize("path", [EVENTS, "/api", "/api/index.json", "/api/schema/events.json", "/healthz", JAPAN, "/api/x"])
def test_head_has_the_headers_of_get_and_nothing_behind_them(ask, path):
    head, get = ask(path, method="HEAD"), ask(path)
    assert (head.status, head.body) == (get.status, b"")
    assert {name: value for name, value in get.headers.items() if name != "content-length"} == (
        {name: value for name, value in head.headers.items() if name != "content-length"}
    )
    assert head.headers.get("content-length") in (None, str(len(get.body)))


def test_an_answer_says_how_long_it_holds_and_what_it_is(ask):
    headers = ask(EVENTS).headers
    assert headers["cache-control"] == "no-cache"
    assert "last-modified" not in headers  # nothing here is asked for by its day: the tag suffices
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-type"] == "text/csv; charset=utf-8"


def test_any_page_may_read_and_none_may_write(ask):
    answer = ask(EVENTS, origin="https://other.example")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert {"ETag", "Link", "X-Total-Count"} <= set(answer.headers["access-control-expose-headers"].split(", "))
    assert "access-control-allow-credentials" not in answer.headers
    asks = {"method": "OPTIONS", "origin": "https://other.example", "access_control_request_headers": "if-none-match"}
    assert ask(EVENTS, access_control_request_method="GET", **asks).status == 200
    assert ask(EVENTS, access_control_request_method="DELETE", **asks).status == 400
    assert ask("/api/evnts.csv", origin="https://other.example").headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_what_would_write_is_refused_with_the_methods_that_read(ask, method):
    answer = ask(EVENTS, method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")
    assert answer.json["allowed"] == ["GET", "HEAD"] and answer.json["type"] == f"{HOST}/api#method-not-allowed"


def test_options_says_the_methods(ask):
    answer = ask("/api", method="OPTIONS")
    assert (answer.status, answer.headers["allow"]) == (204, "GET, HEAD, OPTIONS")


def test_addresses_are_those_under_which_the_reader_has_come(store):
    ask = asker(store, base="/ties/")
    assert (
        ask("/ties/api/sectors.csv", host="localhost:8501").links()["describedby"] == "http://localhost:8501/ties/api/schema/sectors.json"
    )
    assert ask("/api/sectors.csv").status == 404
    mounted = asker(store)("/under/api/sectors.csv", root_path="/under")
    assert mounted.links()["describedby"] == f"{HOST}/under/api/schema/sectors.json"


def test_a_host_that_is_none_is_not_repeated(ask):
    answer = ask("/api", host='x"><script>')
    assert answer.status == 200 and b"<script" not in answer.body
    assert "script" not in ask(EVENTS, host='x"><script>', x_forwarded_host="evil.example").headers["link"]
    assert "evil.example" not in ask(EVENTS, x_forwarded_host="evil.example").headers["link"]


def test_faulty_data_are_named_and_what_is_sound_is_still_served(package):
    faulty = loaders.facts(package("unknown-sector"))
    ask = asker(Store(faulty))
    answer, health = ask("/api/events.csv"), ask("/healthz")
    assert answer.status == answer.json["status"] == health.status == 503
    assert answer.headers["content-type"] == "application/problem+json"
    assert any("data/events.csv" in fault and "not in" in fault for fault in answer.json["faults"]), answer.json
    assert health.json["status"] == "faulty" and health.json["faults"] == [str(fault) for fault in faulty.faults]
    assert ask("/api/sectors.csv").rows
    index = ask("/api/index.json").json
    assert {table["name"]: table["rows"] for table in index["tables"]}["events"] is None
    assert ask("/api").status == 200


def test_a_package_that_cannot_be_read_at_all_is_a_fault_too():
    def store():
        raise FaultyData([loaders.Fault("data/datapackage.json", 0, "", "", "the file is missing")])

    ask = asker(store)
    assert (ask("/healthz").status, ask("/api/events.csv").status, ask("/api").status) == (503, 503, 503)


def test_a_fault_of_the_program_tells_nothing_of_the_program():
    def store():
        raise ZeroDivisionError("a secret of /etc")

    answer = asker(store)("/api/events.csv")
    assert (answer.status, answer.headers["content-type"]) == (500, "application/problem+json")
    assert "secret" not in json.dumps(answer.json) and answer.json["type"].endswith("#internal-error")


def test_all_is_well_with_the_data_as_shipped(ask, fact_base):
    said = ask("/healthz")
    assert (said.status, said.json["status"], said.json["fingerprint"]) == (200, "ok", fact_base.fingerprint)
    assert said.json["rows"]["ties"] == len(fact_base.table("ties")) and said.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("region", REGIONS)
def test_the_address_of_a_ground_answers_with_its_file_and_may_be_kept_for_a_year(region, ask):
    files = ground_files()
    plain, zipped = (ask(ground_paths(files)[region], accept_encoding=encoding) for encoding in ("identity", "gzip"))
    assert plain.body == zipped.content == files[region] and len(zipped.body) < len(plain.body)
    for answer in (plain, zipped):
        assert answer.headers["content-type"] == "application/geo+json" and "Accept-Encoding" in answer.headers["vary"]
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_a_ground_of_other_bytes_is_not_found_and_the_present_one_is_offered(ask):
    answer = ask("/api/basemap/japan-000000000000.geojson")
    assert answer.status == 404 and answer.headers["cache-control"] == "no-store"
    assert JAPAN in [f"/api/basemap/{name}.geojson" for name in answer.json["errors"][0]["allowed"]]


def test_the_script_of_a_component_is_served_at_its_address_and_may_be_kept_for_a_year(ask):
    path = script_path("tried", "export default () => {};\n")
    plain, zipped = (ask(path, accept_encoding=encoding) for encoding in ("identity", "gzip"))
    assert plain.body == zipped.content == b"export default () => {};\n" and path != script_path("tried", "export default 1;\n")
    for answer in (plain, zipped):
        assert answer.headers["content-type"].startswith("text/javascript")
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
