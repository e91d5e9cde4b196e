"""Downloads below the rows: CSV at one click, every other format in one menu, each of exactly what is shown."""

import datetime
from collections.abc import Callable, Mapping

import streamlit as st

from loaders.chosen import chosen_words
from loaders.events.selection import Selection
from loaders.export import file_name
from loaders.faults import FaultyData
from loaders.formats import FORMATS, GROUPS, Format
from loaders.offers import export, own_words
from loaders.package_texts import package_name
from loaders.packaging import package_bytes, package_size
from pages.parts import base, state
from pages.parts.base import fact_base, format_note, names_of_choices, size_of, store
from pages.parts.words import md, number_of

_AT_ONCE = "csv-excel"
_HELP = "Exactly the rows shown, with their sources in words. For Excel in English and Japanese; Excel in German, and all else, under “More formats”."


def downloads(name: str, number: int, *, choices: Mapping[str, str] | None = None, picture: Callable[[], None] | None = None) -> None:
    """The buttons of one offer (`loaders.offers`). `number`: how many rows are shown. `choices`: what the page itself chooses. `picture`: draws the button of its figure."""
    selection = base.selection(**(choices or {}))
    try:
        size = size_of(name, number)
    except FaultyData as faulty:
        _not_now("These rows", faulty)
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"downloads-{name}"):
        label = f"CSV ({number_of(number, 'row')}, {size_text(size[0])})"
        _button(label, name, FORMATS[_AT_ONCE], selection, key=f"csv-{name}", help=_HELP)
        formats = st.popover("More formats", key=f"formats-{name}", on_change=state.say)
        if formats.open:
            with formats:
                _menu(name, number, selection, size)
        if picture:
            picture()
        st.caption(f"Chosen: {md(_chosen(selection))}")


def _menu(name: str, number: int, selection: Selection, size: tuple[int, int]) -> None:
    st.markdown(f"**{number_of(number, 'row')}** · {md(_chosen(selection))}")
    for group in GROUPS:
        codes = [code for code, form in FORMATS.items() if form.group == group and form.takes(name)]
        if codes:
            with _group(group, name):
                _formats(codes, name, selection, size)
    try:
        with _group("All that belongs to it", name):
            _package(name, selection)
    except FaultyData as faulty:
        _not_now("The data package", faulty)
    with _group("For a script", name):
        st.markdown(f"The same rows at an address of their own; [all tables, parameters and examples]({host()}/api)")
        st.code(host() + selection.address(f"/api/{name}.csv"), language=None, wrap_lines=True)


def _group(title: str, name: str):
    """A heading with what stands below it, close together."""
    box = st.container(gap="xxsmall", key=f"downloads-{name}-{title.lower().replace(' ', '-')}")
    box.markdown(f"**{title}**")
    return box


def _formats(codes: list[str], name: str, selection: Selection, size: tuple[int, int]) -> None:
    for code in codes:
        form = FORMATS[code]
        label = f"{form.label}, {size_text(form.size(*size))}"
        _button(label, name, form, selection, key=f"{code}-of-{name}", type="tertiary")
        if note := format_note(selection, code, name):
            st.caption(md(note))


def _not_now(what: str, faulty: FaultyData) -> None:
    tables = ", ".join(sorted({fault.file for fault in faulty.faults}))
    st.caption(f"{what} cannot be downloaded while a table that the file needs has faults: {md(tables)}.")


def _package(name: str, selection: Selection) -> None:
    """Every table that belongs to the selected events, in one file."""
    number, page, address = len(selection), _page(), host()
    st.download_button(
        f"Data package (zip) of {number_of(number, 'event')}: all tables, sources, README, sums, {size_text(package_size(number))}",
        data=lambda: package_bytes(selection, page, address),
        file_name=f"{package_name(fact_base(), selection)}.zip",
        mime="application/zip",
        on_click="ignore",
        key=f"package-of-{name}",
        type="tertiary",
    )


def _chosen(selection: Selection) -> str:
    names = names_of_choices() if selection.filters.chosen else {}
    own = _indicators(selection) if selection.choices else []
    own += [words for _, words in own_words(store(), selection.choices)]
    return " · ".join([*own, *(words for _, words in chosen_words(selection.filters, names))]) or "everything"


def _indicators(selection: Selection) -> list[str]:
    names = selection.facts.table("indicators").set_index("indicator_id")["name"]
    return [names[chosen] for chosen in selection.choices.values() if chosen in names]


def _button(label: str, name: str, form: Format, selection: Selection, *, key: str, **others: str) -> None:
    st.download_button(
        label,
        data=_made(name, form, selection),
        file_name=file_name(name, selection.filters, on=datetime.date.today(), ending=form.ending, variant=form.variant),
        mime=form.media,
        on_click="ignore",
        key=key,
        **others,
    )


def _made(name: str, form: Format, selection: Selection) -> Callable[[], bytes]:
    """Makes the file when the button is clicked, of the data as they are then."""
    address = host()
    return lambda: form.write(export(base.store().selection(selection.filters, selection.choices), name, address))


def size_text(number: int) -> str:
    """A size in bytes as a reader takes it in: `about 130 kB`, to two digits."""
    if number < 1000:
        return "less than 1 kB"
    exact, unit = (number / 1e3, "kB") if number < 999_500 else (number / 1e6, "MB")
    return f"about {float(f'{exact:.2g}'):g} {unit}"


def host() -> str:
    """The address of this dashboard without the page's own path and without a slash at its end."""
    return _address()[0]


def _page() -> str:
    return f"/{_address()[2]}"


def _address() -> tuple[str, str, str]:
    return (st.context.url or "").split("?")[0].rpartition("/")
