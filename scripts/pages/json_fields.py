"""The JSON of each lens's findings, from its own schema."""

import inspect
from typing import Any

from pages.markdown import attributes, table
from parasocial import notes
from parasocial.lenses import findings, overshared, self_report
from parasocial.lenses.findings import creator, network
from parasocial.study import benchmarks

_KINDS = vars(notes) | vars(benchmarks) | vars(self_report) | vars(overshared) | vars(findings)


_CREATOR = vars(creator)


def schema() -> dict[str, Any]:
    """The JSON Schema of the findings, the same on every version of Python."""
    return _cleaned(findings.json_schema())


def creator_schema() -> dict[str, Any]:
    """The JSON Schema of a creator's findings."""
    return _cleaned(creator.json_schema())


def network_schema() -> dict[str, Any]:
    """The JSON Schema of the summary of a network."""
    return _cleaned(network.network_schema())


def _cleaned(schema: dict[str, Any]) -> dict[str, Any]:

    def clean(it: Any) -> Any:
        if isinstance(it, dict):
            return {
                k: inspect.cleandoc(v) if k == "description" and isinstance(v, str) else clean(v)
                for k, v in it.items()
            }
        return [clean(one) for one in it] if isinstance(it, list) else it

    cleaned: dict[str, Any] = clean(schema)
    return cleaned


def json_fields() -> str:
    """One table per object of the JSON."""
    return _tables(schema(), _KINDS)


def creator_fields() -> str:
    """The same of a creator's findings."""
    return _tables(creator_schema(), _CREATOR)


def network_fields() -> str:
    """One table per object of the summary of a network."""
    return _tables(network_schema(), vars(network))


def _tables(schema: dict[str, Any], kinds: dict[str, Any]) -> str:
    return "\n\n".join(_object(name, it, kinds[name]) for name, it in schema["$defs"].items())


def _object(name: str, it: dict[str, Any], kind: Any) -> str:
    said = attributes(kind)
    first, _, _ = it.get("description", "").partition("\n")
    rows = [
        (f"`{field}`", _kind(spec), said.get(field, "")) for field, spec in it["properties"].items()
    ]
    return f"### {name}\n\n{first}\n\n{table(('Field', 'Type', 'Meaning'), rows)}"


def _kind(spec: dict[str, Any]) -> str:
    if "$ref" in spec:
        name = spec["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in spec:
        return " or ".join(map(_kind, spec["anyOf"]))
    if "enum" in spec:
        return ", ".join(f"`{value}`" for value in spec["enum"])
    if spec.get("type") == "array":
        return f"list of {_kind(spec['items'])}" if spec.get("items") else "list"
    if spec.get("type") == "object" and isinstance(spec.get("additionalProperties"), dict):
        return f"{_kind(spec['additionalProperties'])} by name"
    return str(spec.get("type", "any"))
