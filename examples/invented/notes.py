"""The notes that ego would keep: who is whom across platforms, which accounts are brands."""

import json
from pathlib import Path

HEAD = "# What Nara says about her own ties. Everybody is invented.\n"
ANSWERS = {
    "instagram:dapurbulankesiangan": {
        "learn": "yes",
        "learn_what": ["hobbies", "health"],
        "escape": "yes",
        "belonging": "unsure",
        "could_be_friends": "unsure",
        "with_no_one_else": "no",
        "would_miss": "yes",
        "depend": "no",
        "expected_replies": 1,
        "closeness": 0.5,
    },
    "youtube:UC8uVI-URah9u0f5xiUo90Ii": {
        "learn": "no",
        "escape": "yes",
        "belonging": "yes",
        "could_be_friends": "no",
        "with_no_one_else": "yes",
        "would_miss": "yes",
        "depend": "unsure",
        "expected_replies": 0,
        "closeness": 0.25,
    },
    "instagram:sorebarengmiru": {
        "learn": "yes",
        "learn_what": ["style"],
        "escape": "yes",
        "belonging": "yes",
        "would_miss": "unsure",
    },
    "whatsapp:Dimas Kos": {
        "learn": "no",
        "escape": "yes",
        "belonging": "yes",
        "with_no_one_else": "yes",
        "would_miss": "yes",
        "depend": "yes",
        "closeness": 1.0,
    },
    "youtube:UCrA6PPrmy9rmUbhVb9cnNo9": {
        "learn": "yes",
        "learn_what": ["health"],
        "escape": "no",
        "could_be_friends": "no",
        "would_miss": "no",
    },
}
"""What she answered when she was asked about her largest ties."""

QUIZ = {
    "hours_a_day": 3,
    "posts_a_week": 2,
    "accounts": "in_use",
    "one_sitting": 1,
    "no_trace": 3,
    "keeps_limit": 1,
}


def write(truth: Path, notes: Path) -> None:
    """Writes the notes that follow from what is true."""
    ties = json.loads(truth.read_text(encoding="utf-8"))["ties"]
    first: dict[str, str] = {}
    blocks = [HEAD]
    for tie in ties:
        account = f"{tie['platform']}:{tie['id']}"
        said = {key: value for key, value in tie.get("note", {}).items() if key == "kind"}
        if (same := first.setdefault(tie["being"], account)) != account:
            said["same_as"] = same
        said |= ANSWERS.get(account, {})
        if said:
            blocks.append(_table(f"accounts.{_quoted(account)}", said))
    blocks.append(_table("quiz", QUIZ))
    notes.write_text("\n".join(blocks), encoding="utf-8", newline="\n")


def _table(name: str, said: dict[str, object]) -> str:
    lines = [f"[{name}]"] + [f"{key} = {_quoted(value)}" for key, value in said.items()]
    return "\n".join(lines) + "\n"


def _quoted(text: object) -> str:
    """A TOML value: for texts, numbers and lists of them, JSON's way is TOML's too."""
    return json.dumps(text, ensure_ascii=False)
