"""Columns as a Parquet file."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb


def write_parquet(path: Path, columns: Mapping[str, Sequence[Any]]) -> None:
    """Write *columns*, all of one length, to *path*; None is NULL.

    Args:
        path: A file that may be filled.
        columns: Name → texts, whole numbers, or numbers.
    """
    parts = [f'unnest(CAST(? AS {_kind(it)}[])) AS "{name}"' for name, it in columns.items()]
    target = str(path).replace("'", "''")
    with duckdb.connect() as engine:
        engine.execute(
            f"CREATE TEMP TABLE held AS SELECT {', '.join(parts)}", [*map(list, columns.values())]
        )
        engine.execute(
            f"COPY held TO '{target}' (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)"
        )


def _kind(values: Sequence[Any]) -> str:
    kinds = {type(it) for it in values if it is not None}
    if kinds <= {int}:
        return "BIGINT"
    return "DOUBLE" if kinds <= {int, float} else "VARCHAR"
