import pytest

from cli import exports


def test_a_bound_is_raised_as_its_message_says(cli, tmp_path):
    export = exports.takeout(tmp_path)
    ran = cli("import", export, "--limit", "name_bytes=5")
    assert ran.code == 1
    assert "raise it: --limit name_bytes=NUMBER" in ran.err
    assert cli("import", export, "--limit", "name_bytes=500").code == 0


@pytest.mark.parametrize(
    "said", ["members", "members=", "members=-1", "size=3", "members=x", "members=5=9"]
)
def test_what_is_no_bound_is_refused(cli, tmp_path, said):
    ran = cli("import", exports.takeout(tmp_path), "--limit", said)
    assert ran.code == 2
    assert "NAME is one of members, member_bytes," in ran.err
