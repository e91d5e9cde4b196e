"""What is shown of one organisation or city of the network: its years, sectors, partners and people."""

import streamlit as st

from charts.network_years import network_years
from charts.ready import ReadyFigure
from loaders.confidence_words import resting_note
from loaders.events.selection import Selection, derived
from loaders.marks import UNDATED, by_year
from loaders.network import UNKNOWN, WHO, known_of, network, node_means, partners_of
from loaders.network_counterparts import counterpart_sentence, counterparts, people_of, span_text
from pages.parts.drawn import dark, show_chart
from pages.parts.network_choice import choose_one
from pages.parts.network_tables import pair_chosen
from pages.parts.words import md, number_of

_MOST_PARTNERS, _MOST_PEOPLE = 12, 8


def chosen_panel(shown: Selection, who: str, focus: str) -> None:
    """The panel of the one that is looked at closely; nothing where none is."""
    if not focus:
        return
    its = shown.narrowed(**node_means(who, focus))
    if not len(its):
        st.info("It took part in no event of this selection. Take a choice away, or look at another.")
        return
    one, partners = known_of(shown.facts, who).loc[focus], partners_of(network(shown, who), focus)
    with st.container(border=True, key="network-chosen"):
        st.subheader(md(one["name"]))
        side = one["side"] if one["side"] == UNKNOWN else f"seat: {one['side']}" if who == WHO[0] else one["side"]
        said = [
            f"{one['kind']}, {side}",
            f"{number_of(len(its), 'event')}, {number_of(len(partners), 'partner')}",
            span_text(its.by("start", "date_text", "precision").itertuples()),
        ]
        st.markdown(md(" · ".join(filter(None, said))))
        if who == WHO[0]:
            _connected(shown, focus)
        _years(its)
        st.caption(md(resting_note(its.by("witnesses", "primary"))))
        _partners(partners, who, focus)
        _people(its, focus if who == WHO[0] else "")
        st.button(f"Filter everything by {md(one['name'])}", key="network-filter", on_click=choose_one, args=(who, focus))


def _connected(shown: Selection, focus: str) -> None:
    pairs = counterparts(network(shown))
    for row in pairs[(pairs["german"] == focus) | (pairs["japanese"] == focus)].itertuples():
        st.markdown(f"**Its counterpart on the other side:** {md(counterpart_sentence(shown, row))}.")


def _years(its: Selection) -> None:
    table, undated = by_year(its), its.count(**UNDATED) if not its.filters.years else 0
    signs = [
        words
        for words, some in (
            ("outlined: only announced or called off", table["held"] < table["events"]),
            ("hatched: may lie in another year", table["doubtful"] > 0),
        )
        if some.any()
    ]
    outlined, rest = f" ({'; '.join(signs)})" if signs else "", f"; {undated} without a date" if undated else ""
    st.markdown(f"**Events by the year in which they began**{outlined}{rest}")
    if len(table):
        alt = f"Events by year: {', '.join(f'{row.year}: {row.events}' for row in table.itertuples())}."
        show_chart(_figure(its, dark()), key="network-years", alt=alt)
    sectors, names = its.by("sector").sort_values("events", ascending=False, kind="stable"), its.store.names()["sector"]
    st.markdown("**Sectors:** " + md(", ".join(f"{names[row.sector]} {row.events}" for row in sectors.itertuples())))


@derived
def _figure(its: Selection, dark: bool) -> ReadyFigure:
    return ReadyFigure(network_years(by_year(its), dark=dark))


def _partners(partners, who: str, focus: str) -> None:
    if partners.empty:
        st.markdown("**No partner:** nobody else is recorded in these events.")
        return
    rest = f"; the {_MOST_PARTNERS} with most" if len(partners) > _MOST_PARTNERS else ""
    st.markdown(f"**Partners and joint events** (click one for their joint events{rest}):")
    with st.container(horizontal=True, gap="small"):
        for row in partners.head(_MOST_PARTNERS).itertuples():
            label = f"{md(row.partner_name)} {row.events}"
            st.button(
                label, key=f"network-partner-{row.partner}", type="tertiary", on_click=pair_chosen, args=(who, f"{focus}|{row.partner}")
            )


def _people(its: Selection, organisation: str) -> None:
    people = people_of(its.facts, its.keys)
    own = [person for person in people if person.organisation_id == organisation] if organisation else people
    if not own:
        return
    words = [f"{person.name} ({person.role})" for person in own[:_MOST_PEOPLE]]
    more = f"; and {len(own) - _MOST_PEOPLE} more" if len(own) > _MOST_PEOPLE else ""
    st.markdown(f"**{'Its people' if organisation else 'People'} in public roles there:** {md('; '.join(words))}{more}")
