"""Who may ask: this computer's own browser, with the key. Every request here is a real one."""

import pytest

from web.app.running import running

pytestmark = pytest.mark.thorough

EVIL = "http://evil.example"


def test_the_address_with_its_key_answers(served) -> None:
    answer = served.ask("/")
    assert answer.status == 200
    assert "Drop your files here" in answer.text


@pytest.mark.parametrize("path", ["/", "/b/me/", "/wrong-key/", "/quiz", "/b/me/i/0/events"])
def test_without_the_key_nothing_answers(served, path) -> None:
    answer = served.raw(path)
    assert answer.status == 403
    assert b"<" not in answer.body


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1"]
)
def test_a_name_bound_to_loopback_by_somebody_else_is_refused(served, host) -> None:
    port = served.host.partition(":")[2]
    answer = served.ask("/", Host=host.format(port=port))
    assert answer.status == 403


def test_localhost_is_this_computer_too(served) -> None:
    assert served.ask("/", Host=served.host.replace("127.0.0.1", "localhost")).status == 200


@pytest.mark.parametrize(
    "said",
    [
        {"Origin": EVIL},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "image"},
        {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "cors", "Sec_Fetch_Dest": "empty"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "iframe"},
    ],
)
def test_another_page_may_read_nothing(served, said) -> None:
    answer = served.ask("/", **said)
    assert answer.status == 403
    assert b"parasocial" not in answer.body


@pytest.mark.parametrize(
    "said",
    [
        {"Origin": EVIL},
        {"Origin": ""},
        {"Origin": "null"},
        {"Origin": "null", "Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/example", "/b/me/read"])
def test_another_page_may_change_nothing(served, path, said) -> None:
    assert served.ask(path, "POST", b"{}", **said).status == 403
    assert served.run.imports == {}


def test_a_link_from_elsewhere_opens_the_page(served) -> None:
    said = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
    assert served.ask("/", **said, Sec_Fetch_Dest="document").status == 200


@pytest.mark.parametrize("path", ["/", "/quiz", "/b/none/", "/nothing"])
def test_every_answer_is_marked(served, path) -> None:
    headers = served.ask(path).headers
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "access-control-allow-origin" not in headers


def test_a_refusal_is_marked_too(served) -> None:
    headers = served.raw("/").headers
    assert headers["cache-control"] == "no-store"
    assert headers["content-security-policy"].startswith("default-src 'none';")


def test_two_runs_know_nothing_of_each_other(served, tmp_path) -> None:
    with running(tmp_path) as other:
        assert other.ask("/").status == 200
        assert other.raw(f"/{served.key}/").status == 403
        assert served.ask("/").status == 200
        assert other.host != served.host
