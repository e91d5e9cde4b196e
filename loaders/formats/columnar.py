"""Rows as Parquet: typed columns, with all that describes them in the file's own metadata."""

import io

import pyarrow as pa
import pyarrow.parquet

from loaders.exports import Export, Field, metadata
from loaders.formats.json_rows import json_text
from loaders.formats.values import values

METADATA_KEY = "city_ties"
_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "datetime": pa.timestamp("ms", tz="UTC"),
}


def parquet_bytes(export: Export) -> bytes:
    """The rows as Parquet: string, int64, double, bool, date32, or timestamp in UTC to the millisecond.

    The file's metadata hold `exports.metadata` as JSON under METADATA_KEY; those of each field its `description`, `unit` and `edtf`.
    """
    schema = pa.schema([_field(column) for column in export.fields])
    buffer = io.BytesIO()
    with pyarrow.parquet.ParquetWriter(buffer, schema, compression="zstd") as writer:
        writer.write_table(pa.table(values(export), schema=schema))
        writer.add_key_value_metadata({METADATA_KEY: json_text(metadata(export))})  # not in the schema: it would be stored twice
    return buffer.getvalue()


def _field(column: Field) -> pa.Field:
    said = {"description": column.description, "unit": column.unit, "edtf": "true" if column.edtf else ""}
    return pa.field(column.name, _TYPES[column.type], metadata={name: text for name, text in said.items() if text})
