"""The data dictionary, written from `datapackage.json` alone."""

from collections.abc import Mapping

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
    rules += ["one of: " + ", ".join(column.enum)] if column.enum else []
    return "; ".join(rules)


if __name__ == "__main__":
    from loaders.facts import DATA, facts

    base = facts()
    (DATA / "README.md").write_text(dictionary(base.schema, base.package), encoding="utf-8")
