"""Rules of the house that no linter knows."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APPS = ("kernel", "importers", "cases", "indicators", "resolutions", "screening")
ROOMS = (*APPS, "config", "benchmarks")
LONGEST = 300
TRACKED = subprocess.run(
    ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
    cwd=ROOT,
    capture_output=True,
    text=True,
    check=False,
).stdout.split("\n")
FILES = [path for name in TRACKED if name and (path := ROOT / name).is_file()] or [
    path for room in (*ROOMS, "tests", "docs") for path in (ROOT / room).rglob("*") if path.is_file()
]
SOURCES = [
    p for p in FILES if p.suffix == ".py" and p.relative_to(ROOT).parts[0] in ROOMS and "migrations" not in p.parts
]
TEXTS = [p for p in FILES if p.suffix in {".py", ".md", ".toml", ".html", ".css", ".js", ".lock", ".csv", ""}]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_the_house_was_found() -> None:
    assert len(SOURCES) > 80
    assert {p.relative_to(ROOT).parts[0] for p in SOURCES} == set(ROOMS)


def test_no_module_is_longer_than_a_newcomer_reads_at_a_time() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


@pytest.mark.parametrize("lock", sorted(ROOT.glob("*.lock")), ids=lambda path: path.name)
def test_a_lock_has_hashes_and_names_no_host(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    pins = re.findall(r"^[A-Za-z0-9_.-]+(?:\[[^]]+\])?==", text, re.MULTILINE)
    assert pins
    assert "://" not in text
    assert text.count("--hash=sha256:") >= len(pins)


def test_no_text_of_the_tree_names_a_path_of_a_machine() -> None:
    machine = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/\w")
    found = [name(p) for p in TEXTS if machine.search(p.read_text(encoding="utf-8", errors="replace"))]
    assert found == []


def test_the_engine_is_used_without_django() -> None:
    program = (
        "import sys, screening.engine as e; e.Index.build([]); assert 'django' not in sys.modules, 'django loaded'"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def services() -> list[tuple[str, ast.FunctionDef]]:
    found = []
    for path in SOURCES:
        parts = path.relative_to(ROOT).parts
        if parts[0] in APPS and (parts[1] == "services" or path.name == "services.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found += [(f"{name(path)}:{node.name}", node) for node in tree.body if isinstance(node, ast.FunctionDef)]
    return found


def test_services_never_ask_the_clock() -> None:
    asking = [
        label
        for label, function in services()
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}
    ]
    assert asking == []


def test_services_take_the_day_from_a_moment_they_are_given() -> None:
    asking = [
        label
        for label, function in services()
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("localdate", "localtime")) and not node.args
    ]
    assert asking == []


def test_the_verbs_of_the_ledger_are_called_like_services() -> None:
    verbs = {
        verb
        for path in SOURCES
        for verb in re.findall(r"\brecord(?:_\w+)?\(\s*\"([^\"]+)\"", path.read_text(encoding="utf-8"))
    }
    assert len(verbs) > 10
    assert [verb for verb in sorted(verbs) if not re.fullmatch(r"[a-z]+(?:_[a-z]+)+", verb)] == []
    assert {verb for verb in verbs if verb.split("_")[-1].endswith("ed")} == set()  # ``file_ingested`` is no act


def test_only_the_gateway_speaks_http() -> None:
    speaking = [
        name(p) for p in SOURCES if re.search(r"^\s*(?:import|from) httpx", p.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert speaking == ["kernel/http.py"]


def test_news_never_travels_by_signals() -> None:
    signalling = [
        name(p) for p in SOURCES if re.search(r"django\.(?:db\.models|core)\.signals|@receiver", p.read_text("utf-8"))
    ]
    assert signalling == []


def test_no_model_overrides_save() -> None:
    saving = [
        name(p) for p in SOURCES if p.name == "models.py" and re.search(r"def (?:save|delete)\(", p.read_text("utf-8"))
    ]
    assert saving == []
