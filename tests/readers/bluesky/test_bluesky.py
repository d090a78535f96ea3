"""Bluesky: one repository says the same in both forms, and no clock is believed blindly."""

import pytest

from parasocial.readers.bluesky import BLUESKY
from parasocial.readers.bluesky.addresses import author
from parasocial.readers.bluesky.clock import tid, when
from parasocial.reading import Asked, Facts, Here
from parasocial.reading.times import DAY, iso
from parasocial.schema import Interaction
from readers.bluesky import made
from readers.fixtures import FIXTURES, run
from reading.held import export

WRITTEN = "2024-05-04T09:00:00Z"
KEY = "3krnobuct222b"
DID = "did:plc:milaaaaaaaaaaaaaaaaaaaaa"


@pytest.mark.parametrize("variant", made.repositories())
def test_the_repositories_are_made_from_the_unpacked_one(variant: str) -> None:
    lies = made.HERE / variant / "export" / "repo.car"
    assert lies.read_bytes() == made.repositories()[variant]


def test_both_forms_of_a_repository_say_the_same() -> None:
    def said(variant: str) -> list[Interaction]:
        [fixture] = [it for it in FIXTURES if it.id == f"bluesky-{variant}"]
        with fixture.export() as them:
            _, _, batches = run(BLUESKY, them, fixture.asked)
        found = [it for batch in batches for it in batch.interactions]
        return sorted(found, key=lambda it: (it.us, it.channel, it.item, it.target))

    assert said("car") == said("unpacked")


@pytest.mark.parametrize(
    "path",
    [
        f"{DID}/app.bsky.graph.follow/{KEY}.json",
        f"backup/{DID.replace(':', '_')}/app.bsky.graph.follow/{KEY}.json",
    ],
)
def test_a_folder_is_called_by_its_owner(path: str) -> None:
    assert BLUESKY.facts(export({path: b"{}"}), Asked()).account == DID


def test_a_folder_may_be_the_export_itself() -> None:
    them = export({f"app.bsky.graph.follow/{KEY}.json": b"{}"}, title=DID)
    assert BLUESKY.facts(them, Asked()).account == DID


@pytest.mark.parametrize(
    "key",
    [
        *("", "self", "3krnobuct222", "3krnobuct222bb", "3krnobuct_22b", "3krnobuc1222b"),
        *("3krnobuct 22b", "3KRNOBUCT222B", "ékrnobuct222b", "2222222222222"),
    ],
)
def test_what_is_no_tid_has_no_time(key: str) -> None:
    assert tid(key) is None


def test_a_tid_has_the_microsecond_of_its_writing() -> None:
    assert tid(KEY) == iso(WRITTEN)
    # From the documentation of @atcute/tid.
    assert tid("3l25zusnsfctk") == 1_724_171_495_793_000


@pytest.mark.parametrize(
    ("claimed", "key", "until", "found"),
    [
        ("2024-05-04T09:30:00.5+00:00", KEY, None, "2024-05-04T09:30:00.5Z"),
        ("2024-05-03T09:00:00Z", KEY, None, "2024-05-03T09:00:00Z"),
        ("2024-05-03T08:59:59Z", KEY, None, WRITTEN),
        ("2024-05-05T09:00:01Z", KEY, None, WRITTEN),
        ("2015-05-04T09:00:00Z", KEY, iso(WRITTEN), WRITTEN),
        ("0001-01-01T00:00:00Z", KEY, None, WRITTEN),
        ("soon", KEY, None, WRITTEN),
        (None, KEY, None, WRITTEN),
        (1_714_813_200, KEY, None, WRITTEN),
        ("2023-05-03T08:00:00Z", KEY, iso(WRITTEN) - 2 * DAY, "2023-05-03T08:00:00Z"),
        ("2023-05-03T08:00:00.123456789Z", "self", None, "2023-05-03T08:00:00.123456Z"),
    ],
)
def test_a_claim_counts_within_a_day_of_the_key(
    claimed: object, key: str, until: int | None, found: str
) -> None:
    here = Here((), {}, Facts(learned={"until": until}))
    assert when({"createdAt": claimed}, key, here) == iso(found)


def test_without_claim_and_key_there_is_no_time() -> None:
    with pytest.raises(ValueError, match="no time"):
        when({}, "self", Here((), {}, Facts(learned={"until": None})))


@pytest.mark.parametrize(
    "address",
    ["", "at://did:plc:x", "https://bsky.app/profile/did:plc:x/", "at://mila.example/app/1"],
)
def test_an_address_without_an_identifier_names_nobody(address: str) -> None:
    with pytest.raises(ValueError):
        author(address)


def test_an_address_names_its_author() -> None:
    assert author(f"at://{DID}/app.bsky.feed.post/{KEY}") == DID
