"""The same tie as German, Japanese, European and international sources tell it, side by side."""

import pandas as pd
import streamlit as st

from charts.coverage import year_grid
from charts.coverage_signs import HELD, NONE, OUTLINED
from charts.look import look
from charts.ready import ReadyFigure
from loaders.coverage import SIDES, side_means, side_rows, told_by_side
from loaders.coverage_words import sides_text
from loaders.coverage_years import BEFORE, ties_shown, year_columns
from loaders.events.selection import Selection, derived
from loaders.sides import only_by, side_sums, told_differently
from pages.parts import state
from pages.parts.coverage_ties import column_names
from pages.parts.downloads import downloads
from pages.parts.drawn import dark, narrowing_chart
from pages.parts.opening import open_card
from pages.parts.picture import Drawing
from pages.parts.screen import screen
from pages.parts.words import md

_NAME_PX = 290.0
_NAMED = 4
List = tuple[str, str, list[tuple[str, str]]]
"""A list's name, its heading, and the events that it names: their keys and their words in Markdown."""
_NOTE = (
    "Events of which sources of a side tell; a reprint or copy speaks from the side of whoever issued its words. European: bodies and programmes of the EU. International: "
    "neither, or both sides together, such as the slide deck by Koriyama and Essen. That a side is silent says what was read of it, not what it knew."
)


def draw_sides(shown: Selection) -> None:
    """Per tie: a grid of sides and years, and lists of what one side alone or each differently tells."""
    table = side_rows(shown)
    if table.empty:
        return
    st.subheader("The same relationship, as each side tells it", anchor="by-side")
    st.caption(
        f"{_NOTE} “Told differently” lists what a source of one side contradicts, no source of that side says, and one of another side does; joint documents are of no side there. Click a number for its events."
    )
    for tie, name, text, lists in _blocks(shown):
        st.markdown(f"**{md(name)}**")
        if year_columns(shown):
            _chart(shown, tie, text)
        _draw_lists(tie, lists)
    downloads("sides", len(table))


@derived
def _blocks(shown: Selection) -> list[tuple[str, str, str, list[List]]]:
    """Per tie its key, its name, what its grid says in words, and its lists."""
    told, names = told_by_side(shown), side_rows(shown).drop_duplicates("tie_id").set_index("tie_id")["tie"].to_dict()
    of = {tie: told[told["tie_id"] == tie] for tie in ties_shown(shown) if tie in names}
    return [(tie, names[tie], sides_text(names[tie], side_sums(some)), _lists(shown, some)) for tie, some in of.items()]


def side_pictures(shown: Selection) -> list[Drawing]:
    """The grid of each tie's sides as it is saved."""
    return [_picture(shown, tie, rows) for tie, rows in side_rows(shown).groupby("tie_id", sort=False) if year_columns(shown)]


def _picture(shown: Selection, tie: str, rows: pd.DataFrame) -> Drawing:
    keys = set("; ".join(rows["event_ids"]).split("; "))
    return Drawing(f"{rows['tie'].iloc[0]}, as each side tells it", lambda: side_figure(shown, tie, False, False), _NOTE, keys)


def _chart(shown: Selection, tie: str, text: str) -> None:
    width = screen()
    with st.container(key=f"{width}-sides-{tie}"):
        figure = side_figure(shown, tie, dark(), width == "narrow")
        narrowing_chart(figure, key=f"sides-{tie}-{width}", alt=text, means=lambda _, key: means(shown, tie, key))


def means(shown: Selection, tie: str, key: str) -> dict[str, object]:
    """The choices for a click on a side in one column (`german|2018`); none where that side tells of no event then."""
    side, _, column = key.partition("|")
    cells = {(row.side, row.column): row.source_ids for row in _in_columns(shown, tie).itertuples()}
    sources = cells.get((side, int(column)))
    return side_means(shown, tie, sources, int(column)) if sources else {}


def _in_columns(shown: Selection, tie: str) -> pd.DataFrame:
    """The rows of one tie that are of a year, with its `column`."""
    rows = side_rows(shown)
    rows = rows[(rows["tie_id"] == tie) & (rows["years"] != "no date")]
    return rows.assign(column=rows["year"].fillna(BEFORE).astype("int64"))


@derived
def side_figure(shown: Selection, tie: str, dark: bool, narrow: bool) -> ReadyFigure:
    """One tie's grid of sides."""
    told, columns = told_by_side(shown), year_columns(shown)
    sums = side_sums(told[told["tie_id"] == tie])
    every = pd.MultiIndex.from_product([SIDES, columns], names=["side", "column"]).to_frame(index=False)
    table = every.merge(_in_columns(shown, tie), on=["side", "column"], how="left")
    number, held = (table[name].fillna(0).astype("int64") for name in ("events", "held"))
    cells = pd.DataFrame(
        {
            "row": table["side"],
            "year": table["column"],
            "sign": (held > 0).map({True: HELD, False: OUTLINED}).where(number > 0, NONE),
            "text": number.astype(str).where(number > 0, ""),
            "strength": number / max(number.max(), 1),
            "colour": look(False).accent,
            "doubt": table["doubtful"].fillna(0) > 0,
            "also": False,
            "under": False,
            "key": table["side"] + "|" + table["column"].astype(str),
            "said": [_said(row) for row in table.itertuples()],
        }
    )
    lines = pd.DataFrame(
        {
            "row": sums["side"],
            "name": sums["side"].str.capitalize(),
            "note": [f"tells {number or 'none'}" for number in sums["events"]],
            "group": "",
        }
    )
    return ReadyFigure(year_grid(cells, lines, column_names(columns), what="cell", name_px=_NAME_PX, dark=dark, narrow=narrow))


def _said(row) -> list[str | tuple[str, str]]:
    year = "before 2000" if row.column == BEFORE else str(row.column)
    titles = row.titles.split("; ") if isinstance(row.titles, str) else ["none"]
    resting = [row.resting] if isinstance(row.resting, str) else []
    return [(f"{row.side.capitalize()} sources, ", year), *resting, *titles[:5], *[f"and {len(titles) - 5} more"] * (len(titles) > 5)]


def _lists(shown: Selection, told: pd.DataFrame) -> list[List]:
    """What one side alone or each differently tells, of one tie."""
    rows, differing = shown.rows(told["event_id"]).set_index("event_id"), told_differently(shown.facts)
    different = differing[differing["event_id"].isin(told["event_id"])]
    words = (
        different["what"]
        + ": "
        + different["says"].str.capitalize()
        + " against "
        + different["shown_by"].str.title().str.replace(" And ", " and ")
    )
    lists = (
        ("german", "Told by the German side only", [(key, "") for key in only_by(told, "german")]),
        ("japanese", "Told by the Japanese side only", [(key, "") for key in only_by(told, "japanese")]),
        ("differently", "Told differently by two sides", list(zip(different["event_id"], words, strict=True))),
    )
    return [(name, heading, [(key, _label(rows, key, words)) for key, words in found]) for name, heading, found in lists]


def _label(rows: pd.DataFrame, key: str, words: str) -> str:
    return md(f"{rows.at[key, 'title']}, {rows.at[key, 'date_text']}" + (f" ({words})" if words else ""))


def _draw_lists(tie: str, lists: list[List]) -> None:
    """Three short lists with links to the events' cards."""
    for column, (name, heading, found) in zip(st.columns(len(lists)), lists, strict=True):
        with column, st.container(gap="xxsmall"):
            st.markdown(f"{heading}: **{len(found) or 'none'}**")
            _listed(found[:_NAMED], f"{tie}-{name}")
            if len(found) > _NAMED:
                more = st.expander("The others", key=f"more-{tie}-{name}", on_change=state.say)
                if more.open:
                    with more:
                        _listed(found[_NAMED:], f"{tie}-{name}")


def _listed(found: list[tuple[str, str]], place: str) -> None:
    for number, (key, label) in enumerate(found):
        st.button(label, key=f"side-{place}-{key}-{number}", type="tertiary", on_click=open_card, args=("event", key))
