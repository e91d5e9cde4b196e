"""The index as a page: written from the index's plain values, with its own small stylesheet, no script and nothing from elsewhere."""

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

STYLE = (Path(__file__).resolve().parent / "index.css").read_text(encoding="utf-8")
_CARE = (
    "Every answer has an ETag: send it back as If-None-Match, and 304 says that nothing has changed. HEAD is answered without a body. "
    "Any page may read from here (CORS), nobody can write. Columns, types and units are in each table’s schema; blank means not known."
)


def page(index: Mapping) -> str:
    """The whole document."""
    parts = [
        f'<p class="back"><a href="{_e(index["dashboard"])}">City Ties: the dashboard</a></p><h1>Data routes</h1>',
        f"<p>{_e(index['title'])}. As of {_e(index['as_of'])}; version {_e(index['version'])}, data <code>{_e(index['fingerprint'])}</code>. "
        "What a page shows, its address says; the same parameters say it here: replace the path by <code>/api/events.csv</code>. "
        f'The same as <a href="{_e(index["dashboard"])}api/index.json">JSON</a>.</p>',
        _section("examples", "Examples", "".join(map(_example, index["examples"]))),
        _section("parameters", "Parameters", f"<dl>{''.join(map(_parameter, index['parameters']))}</dl>"),
        _section("formats", "Formats", f"<dl>{''.join(map(_format, index['formats']))}</dl>"),
        _section("tables", "Tables", _package(index["package"]) + "".join(map(_table, index["tables"]))),
        _section("errors", "Errors", f"<p>Problem details in JSON (RFC 9457).</p><dl>{''.join(map(_error, index['errors']))}</dl>"),
        _section("care", "Caching", f'<p>{_e(_CARE)} <a href="{_e(index["health"])}">Whether all is well</a>.</p>'),
        _section("terms", "Licence, and how to cite", f"<p>{_e(index['licence'])}. {_e(index['cite'])}</p>"),
    ]
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>City Ties: data routes</title><link rel="icon" href="data:,"><style>{STYLE}</style></head><body><main>{"".join(parts)}</main></body></html>'
    )


def _section(key: str, title: str, content: str) -> str:
    return f'<section id="{key}"><h2>{_e(title)}</h2>{content}</section>'


def _example(example: Mapping) -> str:
    return f'<h3>{_e(example["for"])}</h3><pre>{_e(example["code"])}</pre><p><a href="{_e(example["address"])}">Open the address for {_e(example["for"])}</a></p>'


def _parameter(parameter: Mapping) -> str:
    several = " <small>may be repeated</small>" if parameter["repeatable"] else ""
    words = parameter["words"]
    listed = f"<details><summary>{len(words)} words</summary><ul>{''.join(map(_word, words))}</ul></details>" if words else ""
    return f"<dt><code>{_e(parameter['name'])}</code>{several}</dt><dd>{_e(parameter['means'])}{listed}</dd>"


def _word(word: Mapping) -> str:
    name = f" {_e(word['name'])}" if "name" in word else ""
    number = f" <small>{word['events']} event{'' if word['events'] == 1 else 's'}</small>" if "events" in word else ""
    return f"<li><code>{_e(word['code'])}</code>{name}{number}</li>"


def _format(form: Mapping) -> str:
    return f"<dt><code>{_e(form['name'])}</code></dt><dd>{_e(form['label'])}</dd>"


def _table(table: Mapping) -> str:
    rows = "faults in the data" if table["rows"] is None else f"{table['rows']} row{'' if table['rows'] == 1 else 's'}"
    links = [
        *((form["address"], form["name"]) for form in table["formats"]),
        (table["schema"], "schema"),
        (table["page"], "in the dashboard"),
    ]
    return (
        f'<article id="table-{_e(table["name"])}"><h3>{_e(table["title"])} <code>{_e(table["name"])}</code> <small>{rows}</small></h3>'
        f"<p>{_e(table['row'])}</p><ul>{_links(links)}</ul></article>"
    )


def _package(address: str) -> str:
    """All tables at once, where they are offered so."""
    said = f'<p><a href="{_e(address)}">All tables in one package</a>, with their schema, sources and terms; takes the filter’s parameters.</p>'
    return said if address else ""


def _links(links: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<li><a href="{_e(address)}">{_e(label)}</a></li>' for address, label in links)


def _error(error: Mapping) -> str:
    return f'<dt id="{_e(error["kind"])}">{error["status"]} <code>{_e(error["kind"])}</code></dt><dd>{_e(error["means"])}</dd>'


def _e(text: object) -> str:
    return escape(str(text))
