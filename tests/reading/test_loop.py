"""The loop: every file and record is counted, and nothing an export holds can stop it."""

import json
from dataclasses import replace

import pytest

from parasocial.reading import Broken, Facts, Reader, Records, Table, Tally, loop, read
from parasocial.reading.cells import Csv
from parasocial.reading.shapes import either, under
from parasocial.schema import EGO, Account, Addressed, Alias, Author, Channel, Interaction
from reading.held import export

NOW = 1_790_000_000_000_000


def heard(row, here):
    """A view of whoever the record names."""
    return Interaction(Channel.VIEW, EGO, row["who"], row["us"], addressed=Addressed.EVERYONE)


def reader(*records: Records, **more) -> Reader:
    declared = records or (Records("plays*.json", either("plays"), heard),)
    return Reader(
        **{"name": "radio", "title": "Radio", "how_to_get": "", "checked": "", "records": declared}
        | more
    )


def run(files, *records, latest=NOW, **more):
    them = reader(*records, **more)
    tally = Tally()
    return tally, list(read(them, export(files), Facts(), tally, latest_us=latest))


def plays(*rows):
    return {"plays.json": json.dumps(rows).encode()}


def saying(found):
    """A declaration of which every record says the same."""
    return Records("plays.json", either(), lambda *_: found)


def play(who="moth", us=NOW, **more):
    return {"who": who, "us": us, **more}


def test_every_file_is_read_ignored_or_unknown():
    files = {
        **plays(play()),
        "Media/1.jpg": b"",
        "media/2.jpg": b"",
        "a/preferences.json": b"{}",
        "b.xyz": b"",
        "b.a private name": b"",
        "noending": b"",
        "B.XYZ": b"",
    }
    tally, _ = run(files, ignored=frozenset({"media", "preferences"}))
    assert (tally.files_read, tally.ignored) == (1, 3)
    assert tally.unknown == {".xyz": 2, "other": 2}


def test_every_record_is_read_or_failed():
    rows = [play(), {"who": "moth"}, None, play("skip"), 7, play(us=0), play()]

    def meaning(row, here):
        return None if row["who"] == "skip" else heard(row, here)

    tally, [batch] = run(plays(*rows), Records("plays.json", either(), meaning))
    counts = tally.of("plays.json")
    assert (counts.files, counts.read, counts.set_aside) == (1, 3, 1)
    assert counts.failed == {"KeyError": 1, "TypeError": 2, "Implausible": 1}
    assert tally.read + tally.failed == len(rows)
    assert len(batch.interactions) == 2


@pytest.mark.parametrize(
    ("changed", "true"),
    [
        ({"us": None}, True),
        ({"us": 631_152_000_000_000}, True),
        ({"us": 631_151_999_999_999}, False),
        ({"us": NOW + 1}, False),
        ({"us": 51_000 * 366 * 86_400_000_000}, False),
        ({"us": -(10**30)}, False),
        ({"actor": ""}, False),
        ({"actor": (EGO + "!")[:-1]}, False),  # only looks like ego's mark
        ({"actor": "moth\n"}, False),
        ({"actor": "moth", "target": EGO}, True),
        ({"target": None}, True),
        ({"target": ""}, False),
        ({"target": "\x00"}, False),
        ({"target": "\u202emoth \U0001f468\u200d\U0001f467"}, True),
        ({"ms": 0}, True),
        ({"ms": -1}, False),
        ({"ms": 10**30}, False),
    ],
)
def test_what_cannot_be_true_fails(changed, true):
    said = {"actor": EGO, "target": "moth", "us": NOW, **changed}
    one = Interaction(Channel.VIEW, **said)
    for found in (one, [one], iter([one])):
        tally, [batch] = run(plays(1), saying(found))
        assert (tally.read, tally.failed) == (true, not true)
        assert len(batch.interactions) == true


def test_a_record_that_says_several_things_says_all_or_none():
    good = Interaction(Channel.VIEW, EGO, "moth", NOW)
    bad = Interaction(Channel.VIEW, EGO, "moth", 0)
    facts = [good, Account("moth", name="Moth"), Alias("m", "moth", "a"), Author("1", "moth", "b")]
    nobody = [Account(""), Alias("m", "\n", ""), Alias("", "m", ""), Author("1", "", "")]
    cases = [(facts, 1), ([*facts, bad], 0), *(([*facts, it], 0) for it in nobody)]
    for them, count in cases:
        tally, [batch] = run(plays(1), saying(them))
        assert (tally.read, tally.failed) == (count, 1 - count)
        sizes = (batch.interactions, batch.accounts, batch.aliases, batch.authors)
        assert [*map(len, sizes)] == [count] * 4


@pytest.mark.parametrize(
    "error", [ValueError, KeyError, RecursionError, ZeroDivisionError, AssertionError]
)
def test_whatever_a_meaning_raises_is_a_count(error):
    def meaning(row, here):
        if row == 2:
            raise error("CANARY")
        return heard(play(), here)

    tally, [batch] = run(plays(1, 2, 3), Records("plays.json", either(), meaning))
    assert tally.of("plays.json").failed == {error.__name__: 1}
    assert len(batch.interactions) == 2
    assert "CANARY" not in repr(tally)


def test_an_iterator_that_breaks_says_nothing():
    def meaning(row, here):
        yield heard(row, here)
        raise ValueError

    tally, [batch] = run(plays(play()), Records("plays.json", either(), meaning))
    assert (tally.read, tally.failed, batch.interactions) == (0, 1, [])


def test_an_interrupt_is_no_oddity():
    def meaning(row, here):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(plays(1), Records("plays.json", either(), meaning))


def test_broken_rows_are_counted_by_their_error():
    def rows(file, row):
        return Table(iter([[Broken("ShortRow"), play()], [Broken("ShortRow")]]))

    tally, _ = run(plays(), Records("plays.json", rows, heard))
    assert tally.of("plays.json").failed == {"ShortRow": 2}
    assert tally.read == 1


def test_a_file_is_cut_once_and_what_came_before_is_kept():
    content = json.dumps({"a": [play(), play()], "b": [play()]}).encode()
    declared = [Records("plays.json", under(key), heard) for key in "ab"]
    for cut, kept in ((len(content), 3), (-1, 3), (-20, 2), (-len(content) + 60, 1), (1, 0)):
        tally, found = run({"plays.json": content[:cut], "plays2.json": b""}, *declared)
        assert tally.cut == ({"plays.json": {"CutOff": 1}} if cut != len(content) else {})
        assert sum(len(batch.interactions) for batch in found) == tally.read == kept


def test_one_file_that_is_cut_leaves_the_others():
    tally, _ = run({"plays1.json": b"<html>", **plays(play()), "plays3.json": b"[{"})
    assert tally.cut == {"plays*.json": {"NotJson": 1, "CutOff": 1}}
    assert tally.read == 1
    assert tally.of("plays*.json").files == 1


def test_a_table_keeps_the_rows_before_it_breaks():
    csv = b"who\nmoth\n\nowl\n" + b'"' + b"x" * (1 << 24) + b'x"\n'
    meaning = Records("plays.csv", Csv(), lambda row, here: heard(play(row[0]), here))
    tally, [batch] = run({"plays.csv": csv}, meaning)
    assert [it.target for it in batch.interactions] == ["moth", "owl"]
    assert tally.cut == {"plays.csv": {"Error": 1}}


def test_a_table_may_hold_letters_that_are_none():
    csv = b"\xef\xbb\xbfWho, when \r\nm\xe9th,1\r\nowl\r\n,\r\n"
    heads = []

    def meaning(row, here):
        heads.append(here.head["columns"])
        return heard(play(row[0]), here)

    tally, [batch] = run({"plays.csv": csv}, Records("plays.csv", Csv(width=2), meaning))
    assert [it.target for it in batch.interactions] == ["m\ufffdth"]
    assert tally.of("plays.csv").failed == {"ShortRow": 1}
    assert heads == [["who", "when"]]


def test_batches_have_a_bound(monkeypatch):
    monkeypatch.setattr(loop, "BATCH", 2)
    monkeypatch.setattr("parasocial.reading.cells._BATCH", 3)
    csv = "who\n" + "moth\n" * 10
    declared = Records("plays.csv", Csv(), lambda row, here: heard(play(row[0]), here))
    tally, found = run({"plays.csv": csv.encode()}, declared)
    assert [len(batch.interactions) for batch in found] == [3, 3, 3, 1]
    assert tally.read == 10


def test_a_batch_knows_its_declaration():
    declared = [Records("plays.json", either(), heard, floor=floor) for floor in (1, 2)]
    _, found = run(plays(play()), *declared)
    assert [(batch.number, batch.records.floor) for batch in found] == [(0, 1), (1, 2)]


def test_progress_reaches_the_end():
    files = {f"plays{n}.json": json.dumps([play()] * n).encode() for n in range(1, 4)}
    them, tally, told = reader(), Tally(), []
    for _ in read(them, export(files), Facts(), tally, latest_us=NOW, progress=told.append):
        pass
    assert told[-1] == loop.Progress(3, 3, *[sum(map(len, files.values()))] * 2, 6)
    steps = [(at.files, at.bytes, at.records) for at in told]
    assert steps == sorted(steps)


def test_a_record_sees_its_file_and_the_facts():
    seen = []

    def meaning(row, here):
        seen.append((here.parts, here.head, here.who("Nour"), here.who("Ada")))

    files = {"a/plays.json": b'{"title": "Moths", "plays": [1]}'}
    them = reader(Records("plays.json", under("plays", head=("title",)), meaning))
    facts = replace(Facts(), ego=frozenset({"Nour"}))
    assert [*read(them, export(files), facts, Tally(), latest_us=NOW)]
    assert seen == [(("a", "plays.json"), {"title": "Moths"}, EGO, "Ada")]
