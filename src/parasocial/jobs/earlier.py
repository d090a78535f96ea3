"""An earlier report's JSON, for comparison."""

from pathlib import Path

import msgspec

from parasocial.errors import NotAReport
from parasocial.lenses.asked import Earlier
from parasocial.lenses.findings import SCHEMA


def read_earlier(path: Path) -> Earlier:
    """What an earlier report's JSON says.

    Raises:
        NotAReport: The file is no JSON of the audience lens.
    """
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Earlier)
    except (OSError, msgspec.MsgspecError):
        found = None
    if found is None or found.schema != SCHEMA:
        raise NotAReport(
            "The earlier report cannot be understood. "
            "Give the file that `parasocial report --json` wrote."
        )
    return found
