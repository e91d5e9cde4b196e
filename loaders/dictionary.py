"""The data dictionary, written from `datapackage.json` alone."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from loaders.facts import FactBase
from loaders.schema import Column, Table


def dictionary(schema: Mapping[str, Table], package: Mapping[str, object]) -> str:
    """The dictionary as Markdown: every table with what one row is, every column with type, rules and meaning."""
    parts = [f"# {package['title']}: data dictionary", str(package["description"])]
    parts.append("Written from `datapackage.json` by `python -m loaders.dictionary`; a test holds the two together.")
    return "\n\n".join([*parts, *map(_table, schema.values())]) + "\n"


def _table(table: Table) -> str:
    keys = {reference.column: f"{reference.table}.{reference.target}" for reference in table.references}
    rows = "\n".join(f"| `{column.name}` | {_rules(column, keys.get(column.name))} | {column.description} |" for column in table.columns)
    return f"## {table.name}\n\n{table.description} File: `{table.path}`.\n\n| column | type and rules | meaning |\n|---|---|---|\n{rows}"


def _rules(column: Column, target: str | None) -> str:
    rules = ["EDTF date" if column.edtf else column.type]
    rules += ["required"] * column.required + ["unique"] * column.unique
    rules += [f"in `{target}`"] if target else []
    rules += [f"unit {column.unit}"] if column.unit else []
    rules += [f"at most {column.longest} characters"] if column.longest else []
    rules += ["one of: " + ", ".join(column.enum)] if column.enum else []
    return "; ".join(rules)


def dictionary_rows(facts: FactBase, name: str) -> pd.DataFrame:
    """One row is one column of a table: `column`, `rules` (type, whether required, unit), `meaning`, `words` (allowed, with their names)."""
    table = facts.schema[name]
    keys = {reference.column: f"{reference.table}.{reference.target}" for reference in table.references}
    rows = [
        {
            "column": column.name,
            "rules": _rules(replace(column, enum=()), keys.get(column.name)),
            "meaning": column.description,
            "words": _allowed(facts, f"{name}.{column.name}", column),
        }
        for column in table.columns
    ]
    return pd.DataFrame(rows)


def _allowed(facts: FactBase, field: str, column: Column) -> str:
    words = facts.table("vocabulary")
    named = words[words["field"] == field].set_index("code")["name"]
    return "; ".join(word if named.get(word, word) == word else f"{word} ({named[word]})" for word in column.enum)


if __name__ == "__main__":
    from loaders.facts import DATA, facts

    base = facts()
    (DATA / "README.md").write_text(dictionary(base.schema, base.package), encoding="utf-8")
