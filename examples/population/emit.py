"""Writes what the world's people could download, what creators see, and what is true."""

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from writers import NATIVE, WRITERS, Writer
from writers.creator import LOGS

from . import names, notes, study, truth
from .deeds import Deeds
from .knobs import EXPORTED
from .people import COUNTRIES
from .rows import CHANNELS, NEVER, PLATFORM, PLATFORMS, Rows
from .world import World

_LOGS = {
    "youtube": ("youtube-api", "yt-dlp", "yt-dlp-live"),
    "twitch": ("twitch-downloader", "chat-downloader"),
    "telegram": ("telegram",),
    "discord": ("discord-exporter",),
}
"""What a creator can save of their channel or room, by platform."""
SAVED = {"discord": ("discord-exporter",)}
"""What a person can save with programs of others, by platform."""


class Emitter:
    """One world and its truth, written into one folder."""

    def __init__(self, world: World, folder: Path) -> None:
        """Nothing is written yet."""
        self.world, self.folder = world, folder
        self.deeds, self.ties = Deeds(world), truth.ties(world)

    def everybody(self) -> None:
        """The knobs, what is true of each person, and what each would answer."""
        knobs = asdict(self.world.cast.knobs)
        text = json.dumps(knobs, default=str, indent=1) + "\n"
        self._bytes(self.folder / "knobs.json", text.encode())
        people = self.world.cast.people
        keys = [names.key(self.world, number) for number in range(len(people))]
        called = [names.being_name(self.world, number) for number in range(len(people))]
        lands = [COUNTRIES[land]["name"] for land in people.country]
        who = {"key": keys, "name": called, "country": lands, "age": people.age}
        true = {name: rounded(of) for name, of in truth.people(self.world, self.ties).items()}
        more = {name: rounded(getattr(people, name)) for name in ("lonely", "bored")}
        self._table(self.folder / "truth" / "people.csv", who | true | more)
        answers = study.answers(self.world, self.ties)
        told = {name: _asked(of) for name, of in answers.items()}
        self._table(self.folder / "answers.csv", who | told)

    def person(self, number: int, platforms: Sequence[str] = PLATFORMS) -> None:
        """A person's exports, what else they can save, their notes, and the truth of their ties."""
        key = self.deeds.name(number)
        for platform in platforms:
            if self.world.cast.people.on[number, PLATFORM[platform]]:
                into = self.folder / "exports" / key / platform
                self._files(number, platform, WRITERS[platform], into)
                for name in SAVED.get(platform, ()):
                    into = self.folder / "saved" / key / name
                    self._files(number, platform, WRITERS[name], into)
        self._ties(key, self.ties[self.ties["ego"] == number])

    def creator(self, number: int, platforms: Sequence[str] = PLATFORMS) -> None:
        """What a creator sees: one list of everything, and what tools save of their channel."""
        into = self.folder / "creators" / self.deeds.name(number)
        rows = creator_log(self.world, number)
        kept = rows[np.isin(rows["platform"], [PLATFORM[name] for name in platforms])]
        self._table(into / "log.csv", self._listed(kept))
        for platform in platforms:
            for log in _LOGS.get(platform, ()):
                self._files(number, platform, LOGS[log], into / log)

    def _files(self, number: int, platform: str, write: Writer, into: Path) -> None:
        deeds = self.deeds.deeds_of(number, platform)
        beings = self.deeds.beings(number, platform, deeds)
        me = beings[self.deeds.name(number)]
        for name, body in write(me, beings, deeds, exported=EXPORTED).items():
            self._bytes(into / name, body)

    def _listed(self, rows: Rows) -> dict[str, Iterable[Any]]:
        return {
            "us": rows["at"].tolist(),
            "platform": [PLATFORMS[code] for code in rows["platform"]],
            "channel": [CHANNELS[code] for code in rows["channel"]],
            "actor": [self.deeds.name(int(who)) for who in rows["actor"]],
            "target": [self.deeds.name(int(who)) for who in rows["target"]],
            "answers_us": ["" if at == NEVER else int(at) for at in rows["answers"]],
        }

    def _ties(self, key: str, rows: Rows) -> None:
        """One row for each tie, with what the platform calls the alter; and the notes."""
        platforms = [PLATFORMS[code] for code in rows["platform"]]
        pairs = zip(rows["alter"], platforms, strict=True)
        others = [self.deeds.being(int(alter), on) for alter, on in pairs]
        native = [NATIVE[on](being) for on, being in zip(platforms, others, strict=True)]
        columns: dict[str, Iterable[Any]] = {
            "platform": platforms,
            "alter": [being.key for being in others],
            "native": native,
            "name": [being.name for being in others],
            "kind": [being.kind for being in others],
            "theta": rounded(truth.theta(rows)),
            "one_way": truth.one_way(self.world.cast, rows).astype(int),
        }
        for name in ("given", "received", "public", "voiced", "looks", "hours"):
            columns[name] = rounded(rows[name])
        for name in ("follows", "followed", "answered"):
            columns[name] = rows[name].astype(int)
        self._table(self.folder / "truth" / f"{key}.csv", columns)
        accounts = [f"{on}:{name}" for on, name in zip(platforms, native, strict=True)]
        said = notes.written(self.world.cast, rows, accounts)
        self._bytes(self.folder / "notes" / f"{key}.toml", said.encode())

    def _table(self, path: Path, columns: dict[str, Iterable[Any]]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(columns)
            out.writerows(zip(*columns.values(), strict=True))

    def _bytes(self, path: Path, body: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)


def creator_log(world: World, number: int) -> Rows:
    """What passed between a creator and everybody, both sides, in order of time."""
    rows = world.remarks
    return rows[(rows["actor"] == number) | (rows["target"] == number)]


def rounded(values: Any) -> list[Any]:
    """Four digits after the point; empty for what is undefined."""
    return ["" if np.isnan(value) else f"{value:.4f}" for value in values]


def _asked(values: Any) -> list[Any]:
    """Whole numbers; empty for what was not asked."""
    return ["" if value == study.NOT_ASKED else int(value) for value in values]
