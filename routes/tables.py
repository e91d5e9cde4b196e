"""One table as one file: the rows that the page of the same parameters shows, and the schema of its columns."""

import datetime
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from loaders.export import file_name
from loaders.exports import Export
from loaders.formats import FORMATS, Format
from loaders.offers import export, offers
from loaders.parts import part_of
from loaders.table_schema import table_schema
from routes.answers import Answer, answered, json_bytes
from routes.asked import Asked, asked, query_of, unknown_format, unknown_table
from routes.site import Site

SCHEMA_MEDIA = "application/json"


def table_answer(site: Site, request: Request) -> Response:
    """`/api/{table}.{ending}`: the selection's rows, all or a part of them."""
    store, host = site.store(), site.host(request)
    question = asked(store, request.path_params["file"], query_of(request))
    form, made = FORMATS[question.code], []

    def rows() -> Export:
        if not made:
            made.append(export(question.selection, question.offer.name, host))
        return made[0]

    def body() -> bytes:
        if question.limit is None and question.offset is None:
            return form.write(rows())
        return form.write(part_of(store.facts, rows(), offset=question.offset or 0, limit=question.limit))

    shaped_by = (question.offer.name, question.code, question.selection.query, question.limit, question.offset, host)
    answer = Answer(form.media, store.facts, shaped_by, {"Content-Disposition": _disposition(question, form)})
    return answered(request, answer, body, lambda: {"X-Total-Count": str(len(rows())), "Link": _links(question, form, len(rows()), host)})


def _disposition(question: Asked, form: Format) -> str:
    """A file to keep; what a browser shows by itself it may show. The name is of ASCII's plainest letters, whatever was searched for."""
    name = file_name(question.offer.name, question.selection.filters, on=datetime.date.today(), ending=form.ending, variant=form.variant)
    return f'{"inline" if "json" in form.media else "attachment"}; filename="{name}"'


def _links(question: Asked, form: Format, number: int, host: str) -> str:
    """Where the columns are described, and the rows before and after the part that was asked for."""
    selection, limit, offset = question.selection, question.limit, question.offset or 0
    links = {"describedby": f"{host}/api/schema/{question.offer.name}.json"}
    for relation, part in (("prev", _before(limit, offset, number)), ("next", _after(limit, offset, number))):
        if part:
            more = {**dict(form.query), **{name: str(value) for name, value in part.items()}}
            links[relation] = host + selection.address(f"/api/{question.offer.name}.{form.ending}", **more)
    return ", ".join(f'<{address}>; rel="{relation}"' for relation, address in links.items())


def _before(limit: int | None, offset: int, number: int) -> Mapping[str, int]:
    end = min(offset, number)
    if not end or limit == 0:
        return {}
    size = min(limit or end, end)
    return {"limit": size, "offset": end - size}


def _after(limit: int | None, offset: int, number: int) -> Mapping[str, int]:
    return {"limit": limit, "offset": offset + limit} if limit and offset + limit < number else {}


def schema_answer(site: Site, request: Request) -> Response:
    """`/api/schema/{table}.json`: what each column of the table's exports is."""
    store, host = site.store(), site.host(request)
    name, _, ending = request.path_params["file"].partition(".")
    known = offers(store.facts)
    if name not in known:
        raise unknown_table(name, known)
    if ending != "json":
        raise unknown_format(ending, ["json"])
    headers = {"Content-Disposition": f'inline; filename="city-ties_{name}.schema.json"'}
    answer = Answer(SCHEMA_MEDIA, store.facts, ("schema", name, host), headers)
    stored = store.facts.schema.get(name)
    return answered(request, answer, lambda: json_bytes(table_schema(export(store.selection(), name, host), stored)))
