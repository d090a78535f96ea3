"""Guards of the house: what has to stay true of every file, whoever writes it."""

import ast
import inspect
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules, walk_packages

import pytest

import parasocial
from docs.blocks import ROOT
from parasocial import measures
from parasocial.ledger import Ledger
from parasocial.readers import READERS

PACKAGE = ROOT / "src" / "parasocial"
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS = ("src", "tests", "docs", "scripts", "examples", "benchmarks")
TEXTS = {".py", ".sql", ".md", ".toml", ".cff", ".html", ".css", ".js", ".lock", ".csv", ".json"}
TEXTS |= {".po"}
LONGEST_FILE, LONGEST_FUNCTION = 400, 40


def python(*arguments: str, cwd: Path = ROOT) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


def written() -> list[Path]:
    """The texts that people wrote into the repository."""
    tops = [path for path in ROOT.iterdir() if path.is_file() and not path.name.startswith(".git")]
    inside = [path for room in ROOMS for path in (ROOT / room).rglob("*") if path.is_file()]
    data = ROOT / "benchmarks" / "data"
    return [
        path
        for path in (*tops, *inside, *(ROOT / ".ci").iterdir())
        if (path.suffix in TEXTS or not path.suffix) and data not in path.parents
    ]


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


@pytest.mark.thorough
def test_imports_point_down() -> None:
    script = Path(sys.executable).parent / "lint-imports"
    python(str(script), "--no-cache", "--no-logo")


def test_the_layers_on_the_page_are_the_ones_that_hold() -> None:
    contracts = tomllib.loads(text(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    [layers] = [it["layers"] for it in contracts if it["type"] == "layers"]
    line = " → ".join(
        " and ".join(f"`{one.strip('()')}`" for one in it.split(" | ")) for it in layers
    )
    assert line in text(ROOT / "docs" / "architecture.md")


@pytest.mark.parametrize("suffix", [".py", ".sql", ".css", ".js", ".html"])
def test_no_file_is_long(suffix: str) -> None:
    lengths = {path.name: len(text(path).splitlines()) for path in PACKAGE.rglob(f"*{suffix}")}
    assert lengths
    assert {name: n for name, n in lengths.items() if n > LONGEST_FILE} == {}


def body(function: ast.FunctionDef) -> int:
    """The lines of a function without its docstring."""
    first, *_ = function.body
    told = first.end_lineno - first.lineno + 1 if ast.get_docstring(function) else 0
    return function.end_lineno - function.lineno + 1 - told


@pytest.mark.thorough
def test_no_function_is_long() -> None:
    long = {
        f"{path.name}:{it.name}": body(it)
        for path in MODULES
        for it in ast.walk(ast.parse(text(path)))
        if isinstance(it, ast.FunctionDef) and body(it) >= LONGEST_FUNCTION
    }
    assert long == {}


def test_lock_files_name_no_place() -> None:
    locks = {path.name: text(path) for path in ROOT.glob("*.lock")}
    assert {"requirements.lock", "requirements-extras.lock"} <= locks.keys()
    for name, lock in locks.items():
        assert "--hash=sha256:" in lock
        found = [
            it
            for it in (":" + "//", "--index", "--find-links", "--extra-index", " @ ", "file:")
            if it in lock
        ]
        assert found == [], name


PLACES = re.compile(
    r"(?<![\w./~*<>:-])/(?:(?:work|root|tmp)\b|home/[a-z]|Users/[a-z])"
    r"|pypi\.org|pythonhosted|artifactory|jfrog"
)


def test_no_machine_and_no_registry_is_named() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {hit[0]}"
        for path in written()
        if path != Path(__file__)
        for hit in PLACES.finditer(text(path))
    }
    assert found == set()


@pytest.mark.parametrize("said", ["open('/work/main')", "see /tmp", "=/home/ana/x", "at pypi.org"])
def test_that_guard_sees(said: str) -> None:
    assert PLACES.search(said)


def test_help_loads_no_engine() -> None:
    heavy = (
        "duckdb",
        "numpy",
        "jinja2",
        "selectolax",
        "starlette",
        "uvicorn",
        "flask",
        "fastapi",
        "pyspark",
        "rich.progress",
        "parasocial.ledger",
        "parasocial.readers",
    )
    script = f"""
import sys
from parasocial.cli import parasocial
try:
    parasocial.main(["--help"])
except SystemExit as end:
    assert not end.code
print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert "Usage:" in done.stdout
    assert done.stderr.strip() == "[]"


@pytest.mark.thorough
def test_one_boundary_catches_everything() -> None:
    broad = []
    for path in MODULES:
        for it in ast.walk(ast.parse(text(path))):
            if isinstance(it, ast.ExceptHandler):
                names = ast.unparse(it.type) if it.type else "nothing"
                raises = isinstance(it.body[-1], ast.Raise) and it.body[-1].exc is None
                if names in ("Exception", "nothing") or (names == "BaseException" and not raises):
                    broad.append(str(path.relative_to(PACKAGE)))
    assert broad == [str(Path("reading") / "loop.py")]


def measured() -> list[tuple[str, str]]:
    """Every measure, with its docstring."""
    found = []
    for module in iter_modules(measures.__path__):
        loaded = import_module(f"parasocial.measures.{module.name}")
        found += [
            (f"{module.name}.{name}", inspect.getdoc(it) or "")
            for name, it in inspect.getmembers(loaded, inspect.isfunction)
            if it.__module__ == loaded.__name__ and not name.startswith("_")
        ]
    return found


@pytest.mark.parametrize(("name", "doc"), measured(), ids=[name for name, _ in measured()])
def test_a_measure_says_what_it_is(name: str, doc: str) -> None:
    for word in ("Source:", "NULL:", "Threshold:"):
        assert word in doc, f"{name} does not say {word}"
    assert re.search(r"\b(Range|Unit)", doc), f"{name} does not say its range or unit"


@pytest.mark.thorough
def test_worked_examples_hold() -> None:
    import doctest

    finder = doctest.DocTestFinder()
    count = 0
    for module in walk_packages(parasocial.__path__, "parasocial."):
        if module.name.endswith("__main__"):
            continue
        for example in finder.find(import_module(module.name)):
            done = doctest.DocTestRunner().run(example)
            assert done.failed == 0, example.name
            count += done.attempted
    assert count > 0


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_reader_is_listed_where_people_look(reader) -> None:
    assert f"| {reader.title} | " in text(ROOT / "README.md")
    page = text(ROOT / "docs" / "formats.md")
    assert f"## {reader.title}\n" in page
    assert reader.how_to_get in page
    assert reader.blind
    assert re.fullmatch(r"\d{4}-\d\d", reader.checked)


def test_the_engine_may_fetch_nothing() -> None:
    with Ledger() as ledger:
        settings = ledger.query(
            "SELECT name, value FROM duckdb_settings() WHERE name LIKE 'auto%known_extensions'"
        )
    assert dict(zip(*settings.values(), strict=True)) == {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    python("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    [built] = folder.glob("*.whl")
    return built


@pytest.mark.thorough
def test_the_wheel_has_what_the_package_has(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    package = {
        f"parasocial/{path.relative_to(PACKAGE).as_posix()}"
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert package <= inside
    example = {f"parasocial/examples/you/{it.name}" for it in (ROOT / "examples/you").iterdir()}
    assert example <= inside
    for suffix in (
        ".sql",
        ".woff2",
        ".html",
        ".css",
        ".js",
        ".csv",
        ".toml",
        ".mo",
        "py.typed",
        "LICENSE",
        "THIRD_PARTY_NOTICES",
    ):
        assert any(name.endswith(suffix) for name in inside), suffix


@pytest.mark.thorough
def test_the_wheel_works_alone_and_opens_no_connection(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    script = f"""
import sys
def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.")):
        raise SystemExit(event + " was tried")
sys.addaudithook(refuse)
sys.path.insert(0, {str(site)!r})
import parasocial
from parasocial.cli import main
from parasocial.jobs.demo import example
print(parasocial.__file__)
print(example())
sys.argv = ["parasocial", "demo", "--no-open", "--quiet", "--json", "found.json"]
main()
"""
    out = python("-I", "-c", script, cwd=tmp_path)
    module, folder, *_ = out.splitlines()
    assert Path(module).is_relative_to(site)
    assert Path(folder).is_relative_to(site)
    found = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert found["ties"]
    assert found["notes"]["count"] > 0
    assert (tmp_path / "parasocial-demo.html").stat().st_size > 100_000
