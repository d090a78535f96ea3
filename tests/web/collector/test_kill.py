"""What a kill under load loses: nothing that was acknowledged."""

import asyncio
import secrets
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from parasocial.jobs.fielding import new_study
from parasocial.study.plan import read_plan
from parasocial.study.store.opening import opened
from parasocial.study.store.reading import kept
from stores import apart
from web.collector.conftest import body, person

pytestmark = pytest.mark.thorough
WRITERS, ENOUGH = 12, 150
Acked = dict[tuple[bytes, int], bytes]


async def write(host: str, content: bytes, acked: Acked, kill) -> None:
    """Save until the other side is gone; note what it acknowledged, and kill it in the middle."""
    name, _, port = host.partition(":")
    head = "PUT /r/{}/{} HTTP/1.1\r\nHost: {}\r\nContent-Length: {}\r\n\r\n"
    reader, writer = await asyncio.open_connection(name, int(port))
    try:
        while True:
            response = secrets.token_bytes(16)
            for seq in range(4):
                writer.write(
                    head.format(response.hex(), seq, host, len(content)).encode() + content
                )
                answer = await reader.readuntil(b"\r\n\r\n")
                length = answer.lower().partition(b"content-length: ")[2].split(b"\r\n")[0]
                await reader.readexactly(int(length))
                assert answer.split()[1] == b"201"
                acked[response, seq] = sha256(content).digest()
                if len(acked) % ENOUGH == 0:
                    kill()
    except (ConnectionError, asyncio.IncompleteReadError):
        writer.close()


@pytest.fixture
def folder(tmp_path) -> Path:
    new_study(tmp_path / "study", ["en"], "An invented group", "ask@study.example")
    return tmp_path / "study"


def test_what_was_acknowledged_is_there_after_a_kill(folder, address) -> None:
    fingerprint = read_plan(folder).form().fingerprint
    content = body(person(2), form=fingerprint)
    acked: Acked = {}
    for _ in range(2):
        command = [
            sys.executable,
            "-m",
            "parasocial",
            "study",
            "serve",
            str(folder),
            "--store",
            address,
        ]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        host = process.stdout.readline().strip().removeprefix("http://")

        async def run(host=host, kill=process.kill) -> None:
            await asyncio.gather(*(write(host, content, acked, kill) for _ in range(WRITERS)))

        apart(run())
        process.wait(20)
        process.stdout.close()
    with opened(address) as store:
        there = {(bytes(name), seq): bytes(digest) for name, seq, digest in kept(store)}
    assert {key: there.get(key) for key in acked} == acked
    assert len(acked) >= 2 * ENOUGH
