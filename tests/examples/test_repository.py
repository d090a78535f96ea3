"""The search tree of a repository against the roots that atproto's interoperability tests publish."""

import base64

import pytest

from writers.repository import Cid, tree

VALUE = "bafyreie5cvv4h45feadgeuwhbcutmh6t2ceseocckahdoe6uat64zmz454"


def cid(text: str) -> Cid:
    raw = base64.b32decode(text[1:].upper() + "=" * (-len(text[1:]) % 8))
    return Cid(raw[4:])


@pytest.mark.parametrize(
    ("keys", "root"),
    [
        ("", "bafyreie5737gdxlw5i64vzichcalba3z2v5n6icifvx5xytvske7mr3hpm"),
        ("3jqfcqzm3fo2j", "bafyreibj4lsc3aqnrvphp5xmrnfoorvru4wynt6lwidqbm2623a6tatzdu"),
        ("3jqfcqzm3fx2j", "bafyreih7wfei65pxzhauoibu3ls7jgmkju4bspy4t2ha2qdjnzqvoy33ai"),
        (
            "3jqfcqzm3fp2j 3jqfcqzm3fr2j 3jqfcqzm3fs2j 3jqfcqzm3ft2j 3jqfcqzm4fc2j",
            "bafyreicmahysq4n6wfuxo522m6dpiy7z7qzym3dzs756t5n7nfdgccwq7m",
        ),
    ],
)
def test_known_roots(keys: str, root: str) -> None:
    leaves = {f"com.example.record/{key}".encode(): cid(VALUE) for key in keys.split()}
    *_, top = tree(leaves)
    assert top.name == cid(root)
