"""Exports in, rows merged: again, overlapping, twice, in part, and gone."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from parasocial.errors import UnknownSource
from parasocial.ledger import Import, Ledger, merge, waiting
from parasocial.notes import Note, Notes
from parasocial.reading import Facts, Tally
from parasocial.reading.columns import Columns, Later
from parasocial.schema import EGO, END, Account, Alias, Author, Channel, Fact, Form, Interaction
from ties.world import (
    BOTH,
    DAY,
    SECOND,
    STAGE,
    START,
    TOWN,
    Export,
    batch,
    bring,
    export,
    ledger_of,
    message,
    reader,
    rows,
    talk,
    views,
)

HELLO = message(EGO, "ada", START)


def merged(ledger: Ledger, notes: Notes | None = None) -> list[dict[str, object]]:
    merge(ledger, notes or Notes())
    return rows(ledger, "SELECT * FROM interaction ORDER BY us, actor_id, target_id")


def size(*exports: Export) -> int:
    with ledger_of(*exports) as ledger:
        return len(merged(ledger))


class TestMerging:
    def test_the_same_export_again_changes_nothing(self) -> None:
        it = export(TOWN, *talk("ada", 5, 5), Account("ada", "Ada"))
        with ledger_of(it) as once, ledger_of(it, it, it) as thrice:
            tables = ("row", "account", "coverage", "source")
            sizes = [
                [len(rows(ledger, f"SELECT * FROM {table}")) for table in tables]
                for ledger in (once, thrice)
            ]
            assert sizes[0] == sizes[1]

    def test_overlapping_exports_become_one(self) -> None:
        said = talk("ada", 9, 9)
        assert size(export(TOWN, *said[:12]), export(TOWN, *said[6:], source="two")) == 18

    @pytest.mark.thorough
    def test_true_twins_stay_two_however_often_they_are_exported(self) -> None:
        twins = export(TOWN, HELLO, HELLO)
        assert size(twins) == 2
        assert size(twins, replace(twins, source="two")) == 2
        assert size(twins, export(TOWN, HELLO, source="two")) == 2
        assert size(twins, export(TOWN, *[HELLO] * 3, source="two")) == 3

    def test_the_same_record_in_two_files_of_one_export_is_one(self) -> None:
        assert size(Export(TOWN, {0: [HELLO], 1: [HELLO]})) == 1

    def test_what_differs_is_not_merged(self) -> None:
        others = (
            *(message(EGO, "ada", START + SECOND), message("ada", EGO, START)),
            *(message(EGO, "bo", START), message(EGO, "ada", START, item="1")),
            *(message(EGO, "ada", START, group="g"), replace_channel(HELLO)),
        )
        assert size(export(TOWN, HELLO, *others)) == 7
        assert size(export(TOWN, HELLO), export(reader("elsewhere"), HELLO, source="two")) == 2

    @pytest.mark.parametrize("turned", [1, -1])
    def test_the_more_precise_copy_stays(self, turned: int) -> None:
        exact, coarse = START + 123_456, START
        copies = (message(EGO, "ada", coarse), message(EGO, "ada", exact))
        exports = [export(TOWN, it, source=f"{n}") for n, it in enumerate(copies)]
        with ledger_of(*exports[::turned]) as ledger:
            assert [it["us"] for it in merged(ledger)] == [exact]

    @pytest.mark.parametrize("turned", [1, -1])
    def test_a_known_time_beats_an_estimated_one(self, turned: int) -> None:
        sure = message(EGO, "ada", START)
        guessed = message(EGO, "ada", START + 9, us_low=START - DAY, us_high=START + DAY)
        exports = [export(TOWN, it, source=f"{n}") for n, it in enumerate((sure, guessed))]
        with ledger_of(*exports[::turned]) as ledger:
            assert [it["us"] for it in merged(ledger)] == [START]

    @pytest.mark.parametrize("turned", [1, -1])
    def test_of_equal_copies_the_one_beside_its_answers_stays(self, turned: int) -> None:
        silent = replace(reader("town package", {}), of="town")
        exports = [export(silent, HELLO, source="own"), export(TOWN, HELLO, source="both")]
        with ledger_of(*exports[::turned]) as ledger:
            [kept] = merged(ledger)
            [hidden] = ledger.query(
                "SELECT hidden FROM coverage WHERE source_no = $1", [kept["source_no"]]
            )["hidden"]
        assert not hidden


def replace_channel(it: Interaction) -> Interaction:
    return Interaction(Channel.CALL, it.actor, it.target, it.us, form=it.form)


class TestForgetting:
    def test_only_what_one_source_alone_said(self) -> None:
        said = talk("ada", 9, 9)
        one, two = export(TOWN, *said[:12]), export(TOWN, *said[6:], source="two")
        with ledger_of(one, two) as ledger:
            assert ledger.forget("one") == 12
            assert len(merged(ledger)) == 12
            assert [it.id for it in ledger.sources()] == ["two"]
            assert ledger.forget("two") == 12
            assert merged(ledger) == []

    def test_accounts_words_and_coverage_go_too(self) -> None:
        spoken = Interaction(Channel.COMMENT, EGO, "ada", START, text="how lovely")
        facts = (Account("ada", "Ada"), Alias("Ada", "ada", "a list"), Author("v", "ada", "a list"))
        with ledger_of(export(TOWN, spoken, *facts)) as ledger:
            ledger.forget("one")
            for table in ("row", "account", "alias", "author", "coverage", "text", "source"):
                assert rows(ledger, f"SELECT * FROM {table}") == [], table

    def test_an_unknown_source(self) -> None:
        with ledger_of(export(TOWN, HELLO)) as ledger, pytest.raises(UnknownSource):
            ledger.forget("two")


class TestImports:
    def test_leaving_early_leaves_nothing(self) -> None:
        def broken(ledger: Ledger) -> None:
            with Import(ledger, TOWN, Facts()) as into:
                into.append(batch(0, talk("ada", 9, 9)))
                raise InterruptedError

        with Ledger() as ledger:
            with pytest.raises(InterruptedError):
                broken(ledger)
            assert rows(ledger, "SELECT * FROM row") == []

    def test_private_words_only_when_asked_for(self) -> None:
        said = (
            Interaction(Channel.MESSAGE, EGO, "ada", START, text="in private"),
            Interaction(Channel.COMMENT, EGO, "ada", START, text="in public"),
        )
        for asked, kept in ((False, ["in public"]), (True, ["in private", "in public"])):
            with Ledger() as ledger:
                bring(ledger, export(TOWN, *said), with_messages=asked)
                assert sorted(ledger.query("SELECT words FROM text")["words"]) == kept

    def test_no_words_of_others_reach_the_file(self, tmp_path: Path) -> None:
        path = tmp_path / "one.parasocial"
        theirs = Interaction(Channel.COMMENT, "ada", EGO, START, text="their canary words")
        ours = Interaction(Channel.COMMENT, EGO, "ada", START, text="our own canary words")
        with Ledger(path) as ledger:
            bring(ledger, export(TOWN, theirs, ours), with_messages=True)
        content = path.read_bytes()
        assert b"our own canary words" in content
        assert b"their canary words" not in content

    def test_few_rows_of_long_texts_do_not_wait(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(waiting, "LETTERS", 100)
        made: list[int] = []

        def counted(block: str) -> Any:
            made.append(len(block))
            return np.ones(block.count(END) + 1, np.int64)

        like = Interaction(Channel.COMMENT, "ada", EGO, None)
        with Ledger() as ledger, Import(ledger, TOWN, Facts()) as into:
            for _ in range(12):
                long = batch(0, ())
                long.take(Columns(like, np.array([START]), {"words": Later(counted, "so " * 20)}))
                into.append(long)
            assert made
            into.finish("one", Tally())
            assert max(made) < 130  # two together, and no more
            assert ledger.query("SELECT count(*) AS n FROM row")["n"] == [12]

    def test_no_words_of_others_reach_it_in_columns(self) -> None:
        like = Interaction(Channel.COMMENT, EGO, "ada", None)
        words = {"actor": ["ada", EGO], "text": ["their words", "our words"]}
        together = batch(0, ())
        together.take(Columns(like, np.array([START, START]), words))
        with Ledger() as ledger:
            with Import(ledger, TOWN, Facts()) as into:
                into.append(together)
                into.finish("one", Tally())
            assert ledger.query("SELECT words FROM text")["words"] == ["our words"]


class TestIdentity:
    def ids(self, *said: Fact, notes: Notes | None = None) -> list[object]:
        with ledger_of(export(TOWN, *said)) as ledger:
            return [it["target_id"] for it in merged(ledger, notes)]

    def test_an_alias_names_the_same_account(self) -> None:
        to_name = message(EGO, "Ada L.", START + DAY)
        alias = Alias("Ada L.", "ada", "a list")
        assert self.ids(HELLO, to_name, alias) == ["town:ada", "town:ada"]

    def test_a_name_of_two_accounts_stands_for_neither(self) -> None:
        aliases = (Alias("Ada", "ada", "a list"), Alias("Ada", "ada.2", "a list"))
        assert self.ids(message(EGO, "Ada", START), *aliases) == ["town:Ada"]

    @pytest.mark.thorough
    def test_chains_are_followed_and_circles_end(self) -> None:
        chain = (Alias("a", "b", ""), Alias("b", "c", ""))
        assert self.ids(message(EGO, "a", START), *chain) == ["town:c"]
        circle = (*chain, Alias("c", "b", ""))
        for name in "abc":
            assert self.ids(message(EGO, name, START), *circle) == ["town:b"]

    def test_names_that_lead_to_one_account_in_two_ways_are_no_contradiction(self) -> None:
        ways = (Alias("Ada", "ada", ""), Alias("Ada", "17", ""), Alias("ada", "17", ""))
        assert self.ids(message(EGO, "Ada", START), *ways) == ["town:17"]

    def test_notes_join_platforms_and_outrank_aliases(self) -> None:
        notes = Notes({"stage:ada": Note(same_as="town:ada"), "town:x": Note(same_as="town:bo")})
        exports = (
            export(STAGE, *views("ada", 2)),
            export(TOWN, HELLO, message(EGO, "x", START), Alias("x", "y", ""), source="two"),
        )
        with ledger_of(*exports) as ledger:
            found = [it["target_id"] for it in merged(ledger, notes)]
        assert sorted(found) == ["town:ada", "town:ada", "town:ada", "town:bo"]

    def test_a_forgotten_export_takes_its_aliases_along(self) -> None:
        alias = export(TOWN, Alias("Ada L.", "ada", "a list"))
        said = export(TOWN, message(EGO, "Ada L.", START), source="two")
        with ledger_of(alias, said) as ledger:
            ledger.forget("one")
            assert [it["target_id"] for it in merged(ledger)] == ["town:Ada L."]


class TestAuthors:
    LIKE = Interaction(Channel.REACTION, EGO, None, START, "v1", form=Form.VIDEO)

    def target(self, *said: Fact) -> object:
        with ledger_of(export(reader("town", BOTH), self.LIKE, *said)) as ledger:
            return next(it["target_id"] for it in merged(ledger) if it["channel"] == "reaction")

    @pytest.mark.thorough
    def test_by_a_view_of_the_same_item_or_by_a_list(self) -> None:
        assert self.target() is None
        view = Interaction(Channel.VIEW, EGO, "ada", START + DAY, "v1", form=Form.VIDEO)
        assert self.target(view) == "town:ada"
        assert self.target(Author("v1", "ada", "a list")) == "town:ada"
        assert self.target(view, Author("v1", "ada", "a list")) == "town:ada"

    def test_two_authors_are_none(self) -> None:
        assert self.target(Author("v1", "ada", ""), Author("v1", "bo", "")) is None

    def test_an_author_is_known_by_all_their_names(self) -> None:
        assert self.target(Author("v1", "ada", ""), Alias("ada", "17", "")) == "town:17"
        both = (Author("v1", "ada", ""), Author("v1", "17", ""), Alias("ada", "17", ""))
        assert self.target(*both) == "town:17"

    def test_a_post_of_egos_own_has_no_target(self) -> None:
        post = Interaction(Channel.POST, EGO, None, START, "v1")
        with ledger_of(export(TOWN, post, Author("v1", "ada", ""))) as ledger:
            assert [it["target_id"] for it in merged(ledger)] == [None]
