"""The timeline page without a browser: one lane alone on a narrow screen, and what is said beside the columns."""

import json
import re

import pytest
from app_pages import SECONDS, SHELL, addressed, control, opened, says
from streamlit.testing.v1 import AppTest

from loaders.events.filters import Filters, select
from loaders.timeline_words import counting_list, counting_sentence

EARLY = {"years": ["2018", "2019"]}


def on_phone(**query) -> AppTest:
    """The timeline at this address on a narrow screen."""
    app = AppTest.from_file(str(SHELL), default_timeout=SECONDS).switch_page("timeline.py")
    app.session_state["screen_width"] = "narrow"
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def drawn(app: AppTest) -> set[str]:
    """The events that the page's chart draws."""
    spec = next(json.loads(chart.proto.spec) for chart in app.get("plotly_chart") if chart.proto.alt.startswith("Timeline."))
    (events,) = [trace for trace in spec["data"] if trace.get("name") == "events"]
    return {key for key, _ in events["customdata"]}


def test_on_a_narrow_screen_one_lane_is_drawn_alone_and_the_address_says_which(all_events):
    app = on_phone(**EARLY)
    every = drawn(app)
    control(app, "lane").set_value("energy").run()
    energy = select(all_events, Filters(years=(2018, 2019), sector=("energy",))).rows["event_id"]
    assert drawn(app) == every & set(energy) < every
    assert addressed(app)["lane"] == ["energy"]
    assert drawn(on_phone(**EARLY, lane="energy")) == drawn(app)


@pytest.mark.parametrize("lanes", ["tie", "city"])
def test_a_lane_of_other_lanes_is_none_and_all_are_drawn(lanes):
    assert drawn(on_phone(**EARLY, lanes=lanes, lane="energy")) == drawn(on_phone(**EARLY, lanes=lanes))


def test_what_is_of_no_relationship_has_a_lane_too_that_is_offered_once(all_events):
    app = on_phone(**EARLY, lanes="tie", lane="none")
    offered = control(app, "lane").options
    assert len(set(offered)) == len(offered)
    found = drawn(app)
    assert found and all_events.rows.set_index("event_id").loc[list(found), "tie_id"].isna().all()


def test_what_is_counted_is_short_in_the_open_and_its_reasons_are_folded(all_events):
    for page in ("timeline.py", "overview.py"):
        app = opened(page)
        sentence = counting_sentence(all_events)
        assert says(app, sentence) and len(re.findall(r"\d+", sentence)) == 3
        (folded,) = [part for part in app.expander if part.label == "How these are counted"]
        assert [line.removeprefix("- ") for line in folded.markdown[0].value.replace("\\", "").split("\n")] == counting_list(all_events)
