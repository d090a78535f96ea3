"""The fixtures of all readers: <platform>/<variant>/export, with expected.jsonl beside it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from parasocial.export import Export, open_exports
from parasocial.readers import READERS
from parasocial.reading import Asked, Batch, Facts, Reader, Tally, read
from parasocial.reading.loop import SLACK

HERE = Path(__file__).parent
NOW = 1_793_491_200_000_000  # 2026-11-01: the clock of exports that do not say when they were made


@dataclass(frozen=True)
class Fixture:
    """One variant of one platform's export."""

    platform: str
    variant: str

    @property
    def id(self) -> str:
        return f"{self.platform}-{self.variant}"

    @property
    def folder(self) -> Path:
        return HERE / self.platform / self.variant

    @property
    def reader(self) -> Reader:
        return next(reader for reader in READERS if reader.name == self.platform)

    @property
    def asked(self) -> Asked:
        path = self.folder / "asked.json"
        if not path.exists():
            return Asked()
        said = json.loads(path.read_text())
        return Asked(me=tuple(said.get("me", ())), zone=said.get("zone"))

    def export(self) -> Export:
        [export] = open_exports([self.folder / "export"])
        return export


FIXTURES = [
    Fixture(folder.parent.parent.name, folder.parent.name)
    for folder in sorted(HERE.glob("*/*/export"))
]


def run(reader: Reader, export: Export, asked: Asked) -> tuple[Facts, Tally, list[Batch]]:
    """Read a whole export."""
    facts = reader.facts(export, asked)
    tally = Tally()
    latest = (facts.exported_us or NOW) + SLACK
    return facts, tally, list(read(reader, export, facts, tally, latest_us=latest))


def lines(facts: Facts, tally: Tally, batches: list[Batch]) -> list[str]:
    """Everything an export says, one JSON line each, and what became of the rest of it."""
    found: list[Any] = [{"facts": _facts(facts)}]
    for batch in batches:
        found += [{"interactions": _short(it)} for it in batch.each()]
        for kind in ("accounts", "aliases", "authors", "logs"):
            found += [{kind: _short(it)} for it in getattr(batch, kind)]
    found.append({"tally": msgspec.to_builtins(tally)})
    return [json.dumps(it, ensure_ascii=False, default=str) for it in found]


def _short(it: msgspec.Struct) -> dict[str, Any]:
    return {k: v for k, v in msgspec.to_builtins(it).items() if v is not None}


def _facts(facts: Facts) -> dict[str, Any]:
    return {
        "ego": sorted(facts.ego),
        "account": facts.account,
        "exported_us": facts.exported_us,
        "zone": facts.zone,
        "layout": facts.layout,
        "warnings": facts.warnings,
    }
