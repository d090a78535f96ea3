"""A field as a small file: what a page opens at once, without reading every answer again."""

import io
from typing import IO, Any
from zipfile import BadZipFile

import numpy as np

from parasocial.study.field import BadField, Codebook, Field


def packed(field: Field) -> bytes:
    """The answers of *field*, compressed; its codebook stays where it came from.

    Numbers keep seven digits, ids are ASCII.
    """
    held: dict[str, Any] = {f"code_{name}": column for name, column in field.codes.items()}
    held |= {f"number_{it}": told.astype(np.float32) for it, told in field.numbers.items()}
    beside = {"weight": field.weight, "stratum": field.stratum, "psu": field.psu}
    held |= {name: column for name, column in beside.items() if column is not None}
    out = io.BytesIO()
    np.savez_compressed(out, allow_pickle=False, ids=np.array(field.ids, "S"), **held)
    return out.getvalue()


def unpacked(data: IO[bytes], book: Codebook) -> Field:
    """The field of *book* whose answers were packed.

    Raises:
        BadField: The answers are of another codebook, or the file is none of ours.
    """
    try:
        with np.load(data, allow_pickle=False) as held:
            columns = {name: held[name] for name in held.files}
    except (ValueError, OSError, EOFError, BadZipFile, AttributeError):
        raise BadField("The packed answers cannot be read.") from None
    return Field(
        book=book,
        ids=tuple(columns["ids"].astype(str).tolist()),
        codes={k.removeprefix("code_"): v for k, v in columns.items() if k.startswith("code_")},
        numbers={
            k.removeprefix("number_"): v.astype(float)
            for k, v in columns.items()
            if k.startswith("number_")
        },
        **{it: columns.get(it) for it in ("weight", "stratum", "psu")},
    )
