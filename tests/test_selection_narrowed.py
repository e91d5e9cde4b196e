"""A choice after others: what it takes the place of, what both choose, and that a number by words is that of the choice of these words."""

import pytest
from selections import TRIED

from loaders.events import FACETS
from loaders.events.filters import Filters

PAIRS = [("sector", "year"), ("city", "status"), ("journey",), ("tie", "witnesses", "primary"), ("organisation",)]


@pytest.mark.parametrize("filters", [*TRIED, Filters(journey=("koriyama>essen",)), Filters(city=("essen", "tokyo"))], ids=str)
@pytest.mark.parametrize("names", PAIRS, ids=str)
def test_a_number_by_words_is_that_of_the_choice_of_these_words(store, filters, names):
    selection = store.selection(filters)
    for words, number in selection.by(*names).items():
        words = words if len(names) > 1 else (words,)
        choice = {name: (word, word) if name == "year" else (word,) for name, word in zip(names, words, strict=True)}
        assert selection.count(**{"years" if name == "year" else name: words for name, words in choice.items()}) == number


def test_years_that_are_chosen_take_the_place_of_no_date_too():
    assert Filters(years=(2010, 2012), undated=True).after(years=(2011, 2011)) == Filters(years=(2011, 2011))
    assert Filters(undated=True).after(sector=("energy",)) == Filters(undated=True, sector=("energy",))


@pytest.mark.parametrize(
    ("before", "chosen", "after"),
    [
        (Filters(), {"city": ("essen",)}, Filters(city=("essen",))),
        (Filters(city=("essen", "tokyo")), {"city": ("essen", "koriyama")}, Filters(city=("essen",))),
        (Filters(years=(2010, 2015)), {"years": (2012, 2020)}, Filters(years=(2012, 2015))),
        (Filters(years=(2010, 2015), undated=True), {"years": (2012, 2020)}, Filters(years=(2012, 2015))),
        (Filters(sector=("energy",)), {"tie": ("essen-koriyama",)}, Filters(sector=("energy",), tie=("essen-koriyama",))),
    ],
)
def test_two_choices_of_one_name_leave_what_is_in_both(before, chosen, after):
    assert before.sharing(**chosen) == after


@pytest.mark.parametrize(
    ("before", "chosen"),
    [
        (Filters(city=("tokyo",)), {"city": ("essen",)}),
        (Filters(tie=("essen-koriyama",)), {"tie": ("duesseldorf-chiba",)}),
        (Filters(years=(2004, 2010)), {"years": (2012, 2020)}),
        (Filters(undated=True, background=True), {"years": (2012, 2020)}),
    ],
)
def test_choices_that_have_nothing_in_common_select_nothing(store, before, chosen):
    assert store.selection(before).count() and store.selection(Filters(**chosen)).count()
    assert store.selection(before).sharing(**chosen).count() == 0


@pytest.mark.parametrize("filters", TRIED, ids=str)
@pytest.mark.parametrize("names", [*PAIRS, ("year", "doubtful", "status"), ("city", "pair", "year"), ("person", "primary")], ids=str)
def test_numbers_by_words_are_those_of_joined_tables(store, filters, names):
    events = store.selection(filters).events
    table = events.rows[["event_id", *(name for name in names if name not in FACETS)]]
    for facet in (name for name in names if name in FACETS):
        links, chosen = events.links[facet].rename(columns={"code": facet}), getattr(filters, facet)
        table = table.merge(links[links[facet].isin(chosen)] if chosen else links, on="event_id")
    wanted = table.groupby(list(names)).size().rename("events").reset_index()
    rows = wanted.itertuples(index=False, name=None)
    assert store.selection(filters).by(*names) == {row[:-1] if len(names) > 1 else row[0]: row[-1] for row in rows}
