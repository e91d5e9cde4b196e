"""The Düsseldorf Evenings in Tokyo: guests and beer by evening, and what the sources say of each figure."""

import pandas as pd
import streamlit as st

from charts.bars import Bar, bars
from charts.ready import ReadyFigure
from loaders.city_words import evenings_headline
from loaders.confidence import confidence_codes
from loaders.confidence_words import LEGEND, resting_note
from loaders.evenings import evening_figures, evenings
from loaders.events.selection import Selection, derived
from pages.parts.base import selection
from pages.parts.downloads import downloads
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.opening import open_card
from pages.parts.picture import HALF_WIDTH_PX, Drawing, picture_button
from pages.parts.rows import Cited, cited, event_links, rows_table, say_sources, stop_if_empty
from pages.parts.words import md
from pages.widgets.headline import headline

_NAMES = {"guests": "Guests", "altbier": "Altbier, litres"}
_NOTE = (
    "One bar an evening, oldest first; the distance between bars is not time. Solid: a report has the figure. Outlined: only "
    "announced. An arrow: more than drawn. “About” is the source’s word. Years not named here have no evening on record, which does "
    "not mean that there was none."
)
_COLUMNS = {
    "date_text": "Evening",
    "measure": "Of",
    "figure": "Figure",
    "basis": "Reported or announced",
    "told": "By",
    "against": "Says otherwise",
    "confidence": "Confidence",
    "note": "Note",
}
_WIDTHS = {"Evening": 120, "Of": 80, "Figure": 200, "Reported or announced": 150, "By": 300, "Says otherwise": 260, "Confidence": 95}


def evenings_view() -> None:
    """Headline, bars, words, rows, CSV and sources of the evenings that the filter leaves."""
    shown = selection()
    rows, sentence = evenings(shown), evenings_headline(shown)
    headline(sentence)
    stop_if_empty(rows)
    st.caption(_note(shown))
    st.caption("Click a bar for its evidence, the words above it for its year alone.")
    for place, measure in zip(st.columns(2, gap="large"), _NAMES, strict=True):
        with place:
            _bars(shown, measure)
    _evenings(shown)
    figures = _figures(shown)
    if len(figures):
        st.subheader("The figures in rows")
        st.caption("Click a row to open its card with all sources.")
        rows_table(figures, _COLUMNS, kind="figure", key="measure_id", widths=_WIDTHS, alt=_figures_alt(shown))
    downloads(
        "evenings",
        len(figures),
        picture=lambda: picture_button("evenings", lambda: _pictures(shown), headline=sentence, links=lambda: _links(shown)),
    )
    say_sources(_sources(shown))


def _founded(shown: Selection) -> pd.DataFrame:
    rows = evenings(shown).dropna(subset="value")
    return rows.assign(events=1, **confidence_codes(rows))


@derived
def _note(shown: Selection) -> str:
    return f"{_NOTE} {resting_note(_founded(shown), 'figures')} {LEGEND}"


@derived
def _figures(shown: Selection) -> pd.DataFrame:
    return evening_figures(shown).fillna({"note": ""})[[*_COLUMNS, "measure_id"]]


@derived
def _figures_alt(shown: Selection) -> str:
    return "; ".join(f"{row.date_text}: {row.figure}, {row.basis}" for row in evening_figures(shown).itertuples())


@derived
def _links(shown: Selection) -> pd.DataFrame:
    links = event_links(shown)
    return links[links["key"].isin(evenings(shown)["event_id"])]


@derived
def _sources(shown: Selection) -> Cited:
    return cited(shown.facts, _links(shown), "evening")


def _pictures(shown: Selection) -> list[Drawing]:
    return [
        Drawing(f"{name} by evening", lambda measure=measure: _figure(shown, measure, dark=False), _NOTE, width=HALF_WIDTH_PX)
        for measure, name in _NAMES.items()
    ]


def _of(shown: Selection, measure: str) -> pd.DataFrame:
    rows = evenings(shown)
    return rows[rows["measure"] == measure]


def _bars(shown: Selection, measure: str) -> None:
    name = _NAMES[measure]
    st.markdown(f"**{name}**")
    narrowing_chart(
        _figure(shown, measure, dark=dark()),
        key=f"evenings-{measure}",
        kind="figure",
        means=lambda what, year: {"years": (int(year), int(year))},
        alt=_alt(shown, measure),
    )


@derived
def _alt(shown: Selection, measure: str) -> str:
    said = "; ".join(f"{row.date_text}: {row.figure}" for row in _of(shown, measure).itertuples())
    return f"{_NAMES[measure]} of the evenings: {said}."


@derived
def _figure(shown: Selection, measure: str, *, dark: bool) -> ReadyFigure:
    table = [
        Bar(
            label=row.date_text,
            text=f"{row.figure}{' (only announced)' * (row.basis == 'announced')} {row.confidence}",
            value=row.value,
            key=row.measure_id if isinstance(row.measure_id, str) else "",
            solid=row.basis != "announced",
            sure=row.confidence_text,
            more=row.qualifier == "more than",
            year=row.year,
        )
        for row in _of(shown, measure).itertuples()
    ]
    return ReadyFigure(bars(table, dark=dark))


def _evenings(shown: Selection) -> None:
    st.subheader("Evening by evening")
    for event_id, label, text in _texts(shown):
        st.button(label, key=f"evening-{event_id}", type="tertiary", on_click=open_card, args=("event", event_id))
        st.markdown(text)


@derived
def _texts(shown: Selection) -> list[tuple[str, str, str]]:
    """Of each evening its key, its name with its date, and its figures in words."""
    found: dict[str, list] = {}
    for row in evenings(shown).itertuples():
        found.setdefault(row.event_id, []).append(row)
    texts = []
    for event_id, rows in found.items():
        known = "\n".join(_line(row) for row in rows if pd.notna(row.value))
        label = f"{md(rows[0].title)}, {md(rows[0].date_text)}"
        texts.append((event_id, label, known or "- No figure of guests or beer was read."))
    return texts


def _line(row) -> str:
    against = f" **Beside it:** {md(row.against)}" if row.against else ""
    return f"- {md(row.figure)}: {md(row.told)}.{against}"
