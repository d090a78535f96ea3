"""The measurement model's own examples, worked by hand: turns, bounds and classes."""

from functools import partial
from typing import Any

import pytest

from parasocial.notes import Note, Notes
from parasocial.reading import FULL, UNCERTAIN, Unsolicited, Visibility, at_least
from parasocial.schema import (
    EGO,
    Account,
    Addressed,
    Channel,
    Direction,
    Form,
    Interaction,
    Kind,
)
from ties.world import (
    BOTH,
    DAY,
    HOUR,
    MINUTE,
    STAGE,
    START,
    TOWN,
    WEEK,
    Cases,
    Export,
    comments,
    export,
    follow,
    message,
    reader,
    talk,
    ties,
    turns,
    views,
)

RECEIVED = Direction.RECEIVED
CASES = Cases()
town, stage = partial(CASES.of, TOWN), partial(CASES.of, STAGE)
social = reader("social", {(Channel.FOLLOW, RECEIVED): FULL}, Unsolicited.FOLLOWERS)
Ties = dict[str, dict[str, Any]]
LIKE = Interaction(Channel.REACTION, EGO, "ada", START + MINUTE, form=Form.VIDEO)


class TestTurns:
    @pytest.mark.thorough
    @town(*(message(EGO, "ada", START + it * MINUTE) for it in (0, 59, 118, 178)))
    def test_a_gap_of_an_hour_starts_a_turn_and_one_minute_less_does_not(self, them: Ties) -> None:
        ada = them["ada"]
        assert (ada["acts_given"], ada["turns_given"], ada["x"]) == (4, 2, 2)

    @pytest.mark.thorough
    @town(
        message(EGO, "ada", START),
        message("ada", EGO, START + 10 * MINUTE),
        message(EGO, "ada", START + 20 * MINUTE),
    )
    def test_what_the_other_does_between_ends_no_turn(self, them: Ties) -> None:
        assert (them["ada"]["turns_given"], them["ada"]["turns_received"]) == (1, 1)

    @town(message(EGO, "ada", START), *comments("ada", 1, START + MINUTE))
    def test_each_channel_has_its_own_turns(self, them: Ties) -> None:
        assert them["ada"]["turns_given"] == 2

    @stage(*views("ada", 1), LIKE, *views("ada", 1, START + 50 * MINUTE))
    def test_a_session_is_of_one_account_whatever_ego_does(self, them: Ties) -> None:
        assert (them["ada"]["sessions"], them["ada"]["turns_given"]) == (1, 0)

    @town(
        message(EGO, "ada", START, addressed=Addressed.GROUP),
        Interaction(Channel.POST, EGO, None, START),
    )
    def test_what_is_said_to_a_group_or_to_all_belongs_to_no_tie(self, them: Ties) -> None:
        assert them == {}

    @town(message(EGO, "ada", START), message("ada", EGO, START, addressed=Addressed.EVERYONE))
    def test_a_broadcast_is_no_return(self, them: Ties) -> None:
        assert them["ada"]["acts_received"] == 0


BY_ACTS = {
    (6, 0): None,
    (7, 0): "out",
    (0, 6): None,
    (0, 7): "inbound",
    (4, 4): None,
    (5, 5): "reciprocal",
    (30, 30): "reciprocal",
    (10, 5): None,
}


class TestByActs:
    @town(*(it for n, m in BY_ACTS for it in talk(f"{n}.{m}", n, m)))
    def test_what_full_visibility_decides(self, them: Ties) -> None:
        assert {case: them["{}.{}".format(*case)]["by_acts"] for case in BY_ACTS} == BY_ACTS

    @town(*comments("ada", 15))
    def test_fifteen_comments_and_nothing_else_are_not_decidable(self, them: Ties) -> None:
        ada = them["ada"]
        assert ada["share_low"] == pytest.approx(0.36, abs=0.01)
        assert ada["share_high"] > 0.99
        assert ada["tie_class"] == "unobservable"

    @town(*talk("ada", 300, 300), *comments("ada", 1))
    def test_a_friend_of_many_messages_and_one_comment_stays_decided(self, them: Ties) -> None:
        assert (them["ada"]["by_acts"], them["ada"]["y_most"]) == ("reciprocal", 301)

    @town(*comments("ada", 15, step=MINUTE))
    def test_hidden_acts_are_counted_raw(self, them: Ties) -> None:
        assert (them["ada"]["x"], them["ada"]["y_most"]) == (1, 15)

    @town(*turns(EGO, "ada", 2), *turns(EGO, "bo", 3))
    def test_few_turns_are_sparse(self, them: Ties) -> None:
        assert them["ada"]["tie_class"] == "sparse"
        assert them["bo"]["tie_class"] == "undetermined"


class TestVisibility:
    @pytest.mark.thorough
    def test_what_readers_declare(self) -> None:
        half, to_all = Visibility(0.5, 1), UNCERTAIN
        cases = {
            ("complete", FULL, FULL): (1, 1),
            ("received may be missing", FULL, UNCERTAIN): (0, 1),
            ("scattered loss", FULL, at_least(0.6)): (0.6, 1),
            ("given in part", half, FULL): (1, 2),
            ("given may be missing", to_all, FULL): (1, 1e300),
        }
        found = ties(
            *(
                export(
                    reader(
                        name,
                        {
                            (Channel.MESSAGE, Direction.GIVEN): given,
                            (Channel.MESSAGE, Direction.RECEIVED): received,
                        },
                    ),
                    *talk("ada", 3, 3),
                    source=name,
                )
                for name, given, received in cases
            )
        )
        for (name, *_), pi in cases.items():
            it = found[f"{name}:ada"]
            assert (it["pi_low"], it["pi_high"]) == pi

    def test_twenty_given_and_nothing_back_is_an_only_mine_export(self) -> None:
        found = ties(
            export(reader("short"), *turns(EGO, "ada", 19), source="short"),
            export(reader("mine"), *turns(EGO, "ada", 20), source="mine"),
            export(reader("both"), *turns(EGO, "ada", 40), message("bo", EGO, START)),
        )
        assert [found[f"{it}:ada"]["pi_low"] for it in ("short", "mine", "both")] == [1, 0, 1]
        assert found["mine:ada"]["pi_high"] == 1

    @CASES.of(
        reader(visibility={**BOTH, (Channel.REACTION, RECEIVED): FULL}),
        *talk("ada", 30, 30),
        Interaction(Channel.REACTION, EGO, "ada", START, form=Form.CHAT),
        *(Interaction(Channel.REACTION, EGO, "cy", START + i, form=Form.POST) for i in range(30)),
    )
    def test_likes_in_public_say_nothing_of_answers_in_private(self, them: Ties) -> None:
        assert them["ada"]["tie_class"] == "reciprocal"

    def test_acts_count_only_where_both_sides_can_be_seen(self) -> None:
        sent = turns(EGO, "ada", 100, step=DAY)
        got = turns("ada", EGO, 50, START + 50 * DAY, step=DAY)
        it = ties(Export(TOWN, {0: sent, 1: got}))["town:ada"]
        assert (it["turns_given"], it["x"], it["y"]) == (100, 50, 50)

    def test_windows_that_never_meet_say_nothing(self) -> None:
        sent = turns(EGO, "ada", 10)
        got = turns("ada", EGO, 10, START + 90 * DAY)
        it = ties(Export(TOWN, {0: sent, 1: got}))["town:ada"]
        assert (it["x"], it["y"], it["pi_low"], it["pi_high"]) == (0, 0, 0, 1e300)
        assert (it["share_low"], it["share_high"]) == (0, pytest.approx(1))
        assert it["tie_class"] == "unobservable"

    @pytest.mark.thorough
    @town(*turns("ada", EGO, 9))
    def test_someone_whom_ego_never_answered_is_inbound(self, them: Ties) -> None:
        assert them["ada"]["tie_class"] == "inbound"


CEILING = {7: 0, 13: 1, 19: 2, 23: 3, 28: 4}


class TestByAttention:
    @stage(
        *(
            it
            for least, returns in CEILING.items()
            for v in (least - 1, least)
            for it in (*views(f"{v}", v, step=6 * DAY), *comments(f"{v}", returns, START + HOUR))
        )
    )
    def test_how_many_sessions_it_takes(self, them: Ties) -> None:
        for least, returns in CEILING.items():
            short, enough = them[f"{least - 1}"], them[f"{least}"]
            assert (short["by_attention"], enough["by_attention"]) == (False, True)
            assert (enough["c"], enough["most_returns"]) == (returns, returns)
            assert (enough["tie_class"], enough["basis"]) == ("parasocial", "attention")

    @stage(*views("ada", 21), *views("bo", 22))
    def test_four_different_weeks(self, them: Ties) -> None:
        assert them["ada"]["tie_class"] == "undetermined"
        assert them["bo"]["tie_class"] == "parasocial"

    @pytest.mark.thorough
    def test_weeks_are_of_the_persons_own_clock(self) -> None:
        sunday_night = START + 6 * DAY + 23 * HOUR + 30 * MINUTE
        said = [it for week in range(4) for it in views("ada", 3, sunday_night + week * WEEK)]
        for zone, weeks in (("UTC", 5), ("Europe/Berlin", 4)):
            assert ties(export(STAGE, *said), zone=zone)["stage:ada"]["weeks"] == weeks

    @town(*talk("ada", 30, 30), *views("ada", 150))
    def test_a_friend_who_is_watched_a_lot_stays_a_friend(self, them: Ties) -> None:
        assert (them["ada"]["tie_class"], them["ada"]["basis"]) == ("reciprocal", "acts")

    @CASES.of(
        reader(unsolicited=Unsolicited.IMPOSSIBLE),
        *(*views("ada", 100), *talk("bo", 30, 30, START + 40 * DAY)),
    )
    def test_sessions_count_only_where_a_return_would_be_seen(self, them: Ties) -> None:
        assert them["ada"]["v"] == 8

    @stage(*views("ada", 30, START + 100 * DAY), *comments("ada", 15))
    def test_returns_count_only_while_attention_is_seen(self, them: Ties) -> None:
        assert them["ada"]["c"] == 0

    @CASES.of(social, *views("ada", 40), follow(EGO, "ada"), follow("bo", EGO))
    def test_who_could_follow_back_and_does_not(self, them: Ties) -> None:
        assert them["ada"]["tie_class"] == "parasocial"

    @CASES.of(social, *views("ada", 40), follow(EGO, "ada"), follow("ada", EGO))
    def test_who_follows_back(self, them: Ties) -> None:
        assert them["ada"]["tie_class"] == "unobservable"

    @CASES.of(social, *views("ada", 40), follow(EGO, "ada"))
    def test_without_the_list_of_followers(self, them: Ties) -> None:
        assert them["ada"]["tie_class"] == "unobservable"

    @CASES.of(social, *views("ada", 40), follow(EGO, "ada"), follow("bo", EGO), whole=False)
    def test_with_lists_in_part(self, them: Ties) -> None:
        assert them["ada"]["tie_class"] == "unobservable"

    @town(*views("ada", 40))
    def test_where_anyone_can_write_attention_decides_nothing(self, them: Ties) -> None:
        assert them["ada"]["tie_class"] == "unobservable"

    def test_the_widest_way_to_reach_a_viewer_holds_for_one_account_in_two_places(self) -> None:
        links = (follow("bo", EGO), follow("ada", EGO), follow(EGO, "ada"))
        found = ties(
            export(STAGE, *views("ada", 40)),
            export(social, *links, source="two"),
            notes=Notes({"social:ada": Note(same_as="stage:ada")}),
        )
        assert found["stage:ada"]["tie_class"] == "unobservable"


class TestKinds:
    def test_in_order_of_precedence(self) -> None:
        said = {
            "nothing": ((), "unknown", "one_sided"),
            "noted": ((Kind.BRAND,), "persona", "parasocial"),
            "shop": ((Kind.BRAND, Kind.PERSON), "brand", "unattributed"),
            "club": ((Kind.GROUP,), "group", "unattributed"),
            "program": ((Kind.COMPANION,), "companion", "companion"),
            "friend": ((Kind.PERSONA,), "person", "one_sided"),
            "both": ((Kind.PERSONA, Kind.PERSON), "person", "one_sided"),
            "artist": ((Kind.PERSONA,), "persona", "parasocial"),
        }
        facts = [Account(who, kind=kind) for who, (kinds, *_) in said.items() for kind in kinds]
        found = ties(
            export(
                TOWN,
                *(it for who in said for it in turns(EGO, who, 9)),
                *(*facts, message("bo", EGO, START)),
                Interaction(Channel.FRIEND, EGO, "friend", None),
            ),
            notes=Notes({"town:noted": Note(kind=Kind.PERSONA)}),
        )
        for who, (_, kind, tie_class) in said.items():
            it = found[f"town:{who}"]
            assert (it["kind"], it["tie_class"]) == (kind, tie_class), who

    @pytest.mark.thorough
    def test_private_talk_on_two_of_the_persons_own_days_each(self) -> None:
        night = [
            message(*pair, START + 23 * HOUR + i * 2 * HOUR)
            for i in range(2)
            for pair in ((EGO, "ada"), ("ada", EGO))
        ]
        said = (*night, *talk("bo", 9, 1))
        for zone, kind in (("UTC", "person"), ("Asia/Tokyo", "unknown")):
            found = ties(export(TOWN, *said), zone=zone)
            assert (found["town:ada"]["kind"], found["town:bo"]["kind"]) == (kind, "unknown")

    @stage(*views("ada", 1), *views("bo", 40), Account("bo", kind=Kind.BRAND, evidence="a shop"))
    def test_a_platform_of_channels(self, them: Ties) -> None:
        assert them["ada"]["kind"] == "persona"
        assert them["bo"]["ceiling_applies"] is False


class TestNotes:
    def test_an_answer_that_no_file_holds_opens_the_class_again(self) -> None:
        met, replied, mail = Note(we_met=True), Note(they_replied=True), Note(other_contact=True)
        notes = {"stage:ada": met, "town:ada": replied, "town:bo": met, "town:cy": mail}
        found = ties(
            export(STAGE, *views("ada", 40)),
            export(
                TOWN,
                *(*turns(EGO, "ada", 9), *talk("bo", 9, 9), *turns(EGO, "cy", 9)),
                source="two",
            ),
            notes=Notes(notes),
        )
        assert {who: it["tie_class"] for who, it in found.items()} == {
            "stage:ada": "unobservable",
            "town:ada": "undetermined",
            "town:bo": "reciprocal",
            "town:cy": "one_sided",
        }


class TestDormancy:
    @pytest.mark.thorough
    def test_ninety_days_or_three_gaps(self) -> None:
        weekly, slow = turns(EGO, "ada", 5, step=7 * DAY), turns(EGO, "bo", 5, step=40 * DAY)
        for days, weekly_sleeps, slow_sleeps in (
            *((28 + 90, False, False), (28 + 91, True, False)),
            *((160 + 120, True, False), (160 + 121, True, True)),
        ):
            until = message(EGO, "cy", START + days * DAY)
            found = ties(export(TOWN, *weekly, *(it for it in slow if it.us <= until.us), until))
            assert found["town:ada"]["dormant"] is weekly_sleeps
            assert found["town:bo"]["dormant"] is slow_sleeps

    @town(*turns(EGO, "ada", 5), *views("ada", 1), *views("bo", 2, START, 900 * DAY))
    def test_only_the_channel_of_the_last_turn_counts(self, them: Ties) -> None:
        assert them["ada"]["dormant"] is False

    @pytest.mark.thorough
    def test_every_export_of_a_channel_counts_in_any_order(self) -> None:
        said = turns(EGO, "ada", 5)
        old, new = (
            export(TOWN, *said, source="old"),
            export(TOWN, *said, message(EGO, "bo", START + 300 * DAY), source="new"),
        )
        assert ties(old, new)["town:ada"]["dormant"] is True
        assert ties(new, old)["town:ada"]["dormant"] is True
