"""One city's sites, partners, publishers and what recurs: a name and a bar a row; a bar narrows to its events."""

from collections.abc import Callable, Mapping

import streamlit as st
from pages.widgets.take import take

from charts.ranked import Rank, ranked
from charts.ready import ReadyFigure
from loaders.events.selection import Selection, derived
from loaders.profile import of_city, organisations_abroad, profile_sites, publishers
from loaders.recurring import Recurring, recurring
from loaders.text import number, say
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.screen import screen
from pages.parts.words import md

_MOST_SITES, _MOST_PARTNERS, _MOST_PUBLISHERS, _MOST_RECURRING = 12, 8, 6, 4


def draw_sites(shown: Selection, city: str) -> None:
    """Its sites with their events; a name opens the site's card."""
    sites = profile_sites(shown, city)
    st.markdown(f"**{md(say('Its sites, with events there'))}**")
    if sites.empty:
        st.markdown(md(say("No site is on record here.")))
        return
    own = of_city(shown, city)
    _draw(site_ranks(shown, city), "location", "sites", lambda site: {"city": own.filters.city, "location": (site,)}, kind="site")
    label = say("All {count} on the map", count=len(sites)) if len(sites) > _MOST_SITES else say("On the map")
    st.page_link("map/map.py", label=md(label), query_params=own.filters.to_query())


@derived
def site_ranks(shown: Selection, city: str) -> list[Rank]:
    """The sites of most events."""
    rows = profile_sites(shown, city).head(_MOST_SITES)
    return [
        Rank(row.site_id, row.name, row.events, number(row.events), row.site_id)
        for row in rows.set_index("name", drop=False).itertuples(index=False)
    ]


def draw_partners(shown: Selection, city: str) -> None:
    """Organisations of other countries that took part in events of the city."""
    rows, own = organisations_abroad(shown, city).head(_MOST_PARTNERS), of_city(shown, city)
    if rows.empty:
        return
    st.subheader(say("Partners abroad, by events"), anchor=False)
    ranks = [Rank(row.code, row.name, row.events, number(row.events)) for row in rows.set_index("name", drop=False).itertuples(index=False)]
    _draw(ranks, "organisation", "partners", lambda code: {"city": own.filters.city, "organisation": (code,)})


def draw_publishers(own: Selection) -> None:
    """Who tells of its events."""
    told = publishers(own, _MOST_PUBLISHERS)
    if not told:
        return
    st.subheader(say("Who says so, by events"), anchor=False)
    documents = {name: keys for name, keys, _ in told}
    ranks = [Rank(name, name, count, number(count)) for name, _, count in told]
    _draw(ranks, "source", "publishers", lambda name: {"city": own.filters.city, "source": documents[name]})


def draw_recurring(own: Selection) -> None:
    """Programmes with a figure that recurs: a bar an event, which opens the figure's card."""
    found = recurring(own, _MOST_RECURRING)
    if not found:
        return
    st.subheader(say("What recurs"), anchor=False)
    for pair in (found[:2], found[2:]):
        for place, one in zip(st.columns(2, gap="large") if pair else (), pair, strict=False):
            with place:
                st.markdown(f"**{md(one.programme)}**  \n{md(one.measure.capitalize())}")
                _draw(recurring_ranks(one), "", f"recurring-{one.programme}-{one.measure}", lambda _: {}, kind="figure", names=104.0, numbers=150.0)  # fmt: skip
    take("recurring", sum(len(one.rows) for one in recurring(own, 10**6)))


def recurring_ranks(one: Recurring) -> list[Rank]:
    """One row is one event; outlined where its figure is only announced."""
    return [
        Rank(
            row.measure_id,
            row.date_text,
            row.value,
            _figure(row),
            row.measure_id,
            row.report != "announced",
            f"{row.title}<br>{row.confidence_text}",
        )
        for row in one.rows
    ]


def _figure(row) -> str:
    marks = [f" {say('announced')}" if row.report == "announced" else "", " ≠" if row.against else ""]
    return row.figure + "".join(marks)


def _draw(
    ranks: list[Rank], what: str, name: str, means: Callable[[str], Mapping[str, object]], *, kind: str = "event", **room: float
) -> None:
    width = screen()
    figure = ReadyFigure(ranked(ranks, what, dark=dark(), narrow=width == "narrow", **room))
    text = "; ".join(f"{rank.name}: {rank.text}" for rank in ranks)
    narrowing_chart(figure, key=f"city-{name}-{width}", alt=text, means=lambda _, code: means(code), kind=kind)
