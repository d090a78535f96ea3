"""What the build does besides copying: gettext catalogues are compiled, .po to .mo."""

from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parents[2]
CATALOGUES = ROOT / "src" / "parasocial" / "i18n"


class Kept(Catalog):
    """A catalogue that keeps its header as it was written, with the lines that are ours."""

    def _get_mime_headers(self) -> list[tuple[str, str]]:
        return self._kept

    def _set_mime_headers(self, headers: Any) -> None:
        self._kept = list(headers)
        super()._set_mime_headers(self._kept)

    mime_headers = property(_get_mime_headers, _set_mime_headers)


def read(path: Path) -> Kept:
    """One .po file."""
    catalogue = Kept()
    with path.open("rb") as file:
        PoFileParser(catalogue, ignore_obsolete=True, abort_invalid=True).parse(file)
    return catalogue


def compile_catalogues() -> list[Path]:
    """Compile what is newer than its .mo, and say which."""
    done = []
    for path in sorted(CATALOGUES.glob("*/LC_MESSAGES/*.po")):
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime <= path.stat().st_mtime:
            with compiled.open("wb") as file:
                write_mo(file, read(path))
            done.append(compiled)
    return done


class Catalogues(BuildHookInterface[Any]):
    """Hatchling's hook: before a wheel, and before an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile, so that the files are there to be packed."""
        compile_catalogues()
