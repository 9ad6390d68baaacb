"""What is installed is what is used, and each dependency says what for."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from typing import Any, Final

from tests.architecture.test_house import APPS, ROOMS, ROOT, SOURCES

PROJECT: Final[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAMED_IN_SETTINGS: Final = {  # what the settings call for by a string, and the string
    "argon2-cffi": "Argon2PasswordHasher",
    "django-htmx": "django_htmx",
    "whitenoise": "whitenoise.middleware",
}


def plain(requirement: str) -> str:
    """Return the name of a requirement as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=~! ]", requirement)[0]).lower()


def declared(*extras: str) -> set[str]:
    optional = PROJECT["optional-dependencies"]
    return {plain(one) for one in (*PROJECT["dependencies"], *(each for extra in extras for each in optional[extra]))}


def imported(*rooms: str) -> set[str]:
    """Return the distributions that modules of some rooms import."""
    found = set()
    for path in SOURCES:
        if path.relative_to(ROOT).parts[0] in rooms:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    found |= {alias.name.split(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found.add(node.module.split(".")[0])
    others = found - sys.stdlib_module_names - set(ROOMS) - {"tests"}
    known = packages_distributions()
    return {plain(known[name][0]) if name in known else name for name in others}


def test_the_programme_imports_its_declared_dependencies_and_no_others() -> None:
    named = {package for package, word in NAMED_IN_SETTINGS.items() if word in settings()}
    assert imported(*APPS, "config") | named == declared()


def test_a_benchmark_imports_nothing_but_those_and_the_peers() -> None:
    assert imported("benchmarks") <= declared("peers") | declared("dev")


def settings() -> str:
    return (ROOT / "config" / "settings.py").read_text(encoding="utf-8")


def test_each_dependency_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text[text.index("\ndependencies = [") : text.index("\n[project.scripts]")]
    lines = [line for line in block.splitlines() if line.startswith('    "')]
    assert len(lines) == len(PROJECT["dependencies"]) + sum(map(len, PROJECT["optional-dependencies"].values()))
    assert [line for line in lines if not re.search(r'",\s+# \w', line)] == []


def test_the_extras_are_those_that_were_asked_for() -> None:
    assert set(PROJECT["optional-dependencies"]) == {"dev", "peers", "postgres", "cluster"}
