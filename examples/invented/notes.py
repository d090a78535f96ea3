"""The notes that ego would keep: who is whom across platforms, which accounts are brands."""

import json
from pathlib import Path

HEAD = "# What Nara says about her own ties. Everybody is invented.\n"


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
        if said:
            lines = [f"[accounts.{_quoted(account)}]"]
            lines += [f"{key} = {_quoted(value)}" for key, value in said.items()]
            blocks.append("\n".join(lines) + "\n")
    notes.write_text("\n".join(blocks), encoding="utf-8", newline="\n")


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False)
