"""One sentence a view: the page's headline, the beginning of its chart's text, and the summary that its data carry."""

import pytest
from app_pages import headline, opened

from loaders.events.filters import Filters
from loaders.offers import offers

VIEWS = [
    ("timeline/timeline.py", "events", {}),
    ("timeline/timeline.py", "events", {"sector": "energy", "years": ["2017", "2020"]}),
    ("timeline/timeline.py", "events", {"text": "nothing has this text"}),
    ("cities/cities.py", "figures", {"indicator": "gdp"}),
    ("cities/cities.py", "figures", {}),
    ("cities/cities.py", "figures", {"place": "essen,koriyama", "year": "2022", "sector": "energy"}),
    ("cities/cities.py", "figures_over_time", {"view": "time", "indicator": "mean-age"}),
    ("map/map.py", "places", {"city": "koriyama"}),
    ("cities/cities.py", "comparison", {"view": "two", "compare": "cities", "a": "essen", "b": "koriyama"}),
    ("cities/cities.py", "profile", {"view": "city", "of": "koriyama", "sector": "energy"}),
    ("network/network.py", "links", {"sector": "healthcare"}),
    ("sources/sources.py", "coverage", {"view": "coverage", "sector": "healthcare"}),
]


@pytest.mark.parametrize(("page", "name", "query"), VIEWS)
def test_data_carry_the_headline_of_their_page(page, name, query, ask):
    said = ask(f"/api/{name}.json", query).json["metadata"]["summary"]
    shown = headline(opened(page, **query)).replace("\\", "")
    assert said.split() == shown.split()  # thin spaces within numbers aside


def test_every_offer_has_a_sentence_whatever_is_left_of_it(fact_base, exported):
    for name in offers(fact_base):
        for filters in (Filters(text="nothing has this text"), Filters(tie=("duesseldorf-chiba",), years=(2019, 2019))):
            said = exported(name, filters).summary()
            assert said and "nan" not in said and not said.endswith("."), (name, said)


def test_a_chart_begins_with_the_sentence_of_its_page():
    app = opened("timeline/timeline.py", sector="energy")
    (chart, *_) = [chart for chart in app.get("plotly_chart") if "Timeline." in chart.proto.alt]
    assert headline(app).replace("\\", "") in chart.proto.alt
