"""A page without a browser, as its frame shows it at an address, and what is read from it."""

import json
import re
from collections.abc import Collection
from html import unescape
from pathlib import Path

from streamlit.testing.v1 import AppTest

from loaders.events import Events
from loaders.events.filters import Filters, select
from loaders.text import counted

SHELL = Path(__file__).resolve().parent.parent / "pages" / "main.py"
SECONDS = 120


def opened(page: str, menus: Collection[str] = (), **query) -> AppTest:
    """The page at this address; it has met no exception. `menus`: keys of the menus that stand open."""
    app = AppTest.from_file(str(SHELL), default_timeout=SECONDS).switch_page(page)
    for menu in menus:
        app.session_state[menu] = True
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def headline(app: AppTest) -> str:
    """The one title of the page."""
    (title,) = app.title
    return title.value


def says(app: AppTest, text: str) -> bool:
    """Whether the text stands on the page, Markdown's escapes left out."""
    texts = [part.value for kind in (app.markdown, app.caption, app.info, app.warning, app.error, app.code) for part in kind]
    return any(text in str(value).replace("\\", "") for value in (*texts, *written(app)))


def written(app: AppTest) -> list[str]:
    """The texts that the page writes as HTML, without their tags."""
    return [unescape(re.sub("<[^>]+>", "", part.proto.body)) for part in app.get("html") if "<style" not in part.proto.body]


def shows(app: AppTest, filters: Filters, events: Events) -> bool:
    """Whether the page counts the events of this selection."""
    return counted("{count} event", "{count} events", count=len(select(events, filters))) in written(app)


def addressed(app: AppTest) -> dict[str, list[str]]:
    """The query of the app's address, every value a list."""
    return {name: value if isinstance(value, list) else [value] for name, value in dict(app.query_params).items()}


def downloads(app: AppTest) -> list[str]:
    """How many rows each button says that gives a CSV at one click: `18 rows`."""
    labels = [button.proto.label for button in app.get("download_button")]
    return [label.removeprefix("CSV (").split(", about")[0].split(", less")[0] for label in labels if label.startswith("CSV (")]


def table(app: AppTest, place: int = 0) -> dict[str, list]:
    """The rows of a table of ours (the first of the page, unless another is meant) as it is sent to the browser: the columns by their labels, and
    `key`, `level`, `total`, `note`."""
    sent = [part.proto.bytes for part in app.get("bidi_component") if part.proto.component_name.endswith("city_ties_table")]
    data = json.loads(sent[place])
    columns = {column["label"]: unfolded(column["values"]) for column in data["columns"]}
    return {**columns, "key": data["keys"], "level": data["levels"], "total": data["total"], "note": data["note"]}


def unfolded(values: list | dict) -> list:
    """The values of a column that was sent with each of them once."""
    return values if isinstance(values, list) else [values["of"][place] for place in values["at"]]


def control(app: AppTest, name: str):
    """The page's control of this name, as it is drawn now."""
    kinds = (
        app.selectbox,
        app.text_input,
        app.multiselect,
        app.get("button_group"),
        app.get("select_slider"),
        app.slider,
        app.radio,
        app.pagination,
    )
    (found,) = [widget for kind in kinds for widget in kind if re.fullmatch(rf"{name}_\d+", widget.key or "")]
    return found
