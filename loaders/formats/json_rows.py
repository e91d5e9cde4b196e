"""Rows as JSON: what they are, and each row on a line of its own."""

import json

from loaders.exports import Export, metadata
from loaders.formats.values import plain_rows


def json_text(value: object) -> str:
    """A value as JSON (RFC 8259), every letter as itself. Raises ValueError where a number is none (NaN, infinite)."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def json_bytes(export: Export) -> bytes:
    """An object of two members: `metadata` (`exports.metadata`), and `rows`, one object a row by column, null where nothing is known."""
    return with_lines({"metadata": metadata(export)}, "rows", plain_rows(export))


def with_lines(members: dict[str, object], name: str, items: list) -> bytes:
    """An object of these members and, behind them, a list called `name` with each item on a line of its own."""
    lines = ",\n".join(json_text(item) for item in items)
    return (json_text(members).removesuffix("}") + f", {json_text(name)}: [\n{lines}\n]}}\n").encode()
