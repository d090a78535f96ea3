"""A folder beside the output for what is half done; the same run goes on where it stopped."""

import shutil
from pathlib import Path
from typing import Any

import msgspec

from parasocial.errors import FileExists
from parasocial.network.log import Log


def folder(output: Path) -> Path:
    """Where the work for *output* lies."""
    return output.with_name(f".{output.name}.work")


def resume(work: Path, log: Log, **how: Any) -> bool:
    """Make *work*, empty unless it was made for the same log in the same way; say which."""
    files = [(str(it.resolve()), it.stat().st_size, it.stat().st_mtime_ns) for it in log.paths]
    plan = msgspec.json.encode([files, dict(log.columns), log.per_second, how], order="sorted")
    mark = work / "plan.json"
    if mark.exists() and mark.read_bytes() == plan:
        return True
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True, mode=0o700)
    mark.write_bytes(plan)
    return False


def spare(path: Path) -> None:
    """See that nothing but Parquet would give way at *path*.

    Raises:
        FileExists: A folder is there that holds something else.
    """
    if path.is_dir() and any(it.suffix != ".parquet" for it in path.iterdir()):
        raise FileExists("A folder of that name holds other things. Name another place.")


def replace(half: Path, path: Path) -> None:
    """Put what is whole in its place; a folder that is there already gives way."""
    if path.is_dir():
        shutil.rmtree(path)
    half.replace(path)
