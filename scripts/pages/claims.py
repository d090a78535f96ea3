"""What the sources claim and where it became a feature, from docs/claims.toml."""

import ast
import tomllib
from typing import Any

from pages.markdown import ROOT, table


def claims() -> list[dict[str, Any]]:
    """The rows of docs/claims.toml; every test that they name is there.

    Raises:
        LookupError: A named test does not exist, or a row says nothing of itself.
    """
    found: list[dict[str, Any]] = tomllib.loads(
        (ROOT / "docs" / "claims.toml").read_text(encoding="utf-8")
    )["claim"]
    for row in found:
        if not ({"tests", "later", "never"} & row.keys()):
            raise LookupError(f"claim {row['id']} names no test and says nothing of later")
        for node in row.get("tests", ()):
            if not exists(node):
                raise LookupError(f"claim {row['id']}: there is no test {node}")
    return found


def exists(node: str) -> bool:
    """Whether a file holds the test that a pytest node id names."""
    path, _, test = node.partition("::")
    file = ROOT / path
    if not file.is_file():
        return False
    functions = [
        it.name
        for it in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(it, ast.FunctionDef)
    ]
    return test in functions if test else any(it.startswith("test_") for it in functions)


def claims_shown() -> str:
    """Claims that a test shows today."""
    rows = [
        (it["id"], it["claim"], it["where"], ", ".join(f"`{node}`" for node in it["tests"]))
        for it in claims()
        if "tests" in it
    ]
    return table(("Id", "The claim", "Where it is", "Shown by"), rows)


def claims_later() -> str:
    """Claims, or parts of them, whose feature is not there yet."""
    rows = [(it["id"], it["claim"], it["later"]) for it in claims() if "later" in it]
    return table(("Id", "The claim", "What is not built yet"), rows)


def claims_never() -> str:
    """Claims that will not become a feature, each with its reason."""
    rows = [(it["id"], it["claim"], it["never"]) for it in claims() if "never" in it]
    return table(("Id", "The claim", "Why not"), rows)
