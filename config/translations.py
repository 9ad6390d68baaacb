"""Translations without GNU gettext: Spanish is written in the code, English stands in ``APP/locale/en``.

``python -m config.translations`` compiles what has changed; with ``--update`` it first enters new messages and
drops unused ones.
"""

import io
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

BASE_DIR: Final = Path(__file__).resolve().parent.parent
APPS: Final = ("kernel", "importers", "cases", "resolutions", "screening", "config")
CATALOGUE: Final = Path("locale/en/LC_MESSAGES/django.po")
KEYWORDS: Final = dict.fromkeys(
    ("_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "npgettext")
)
CONTEXTUAL: Final = frozenset({"pgettext", "npgettext"})
LINE: Final = re.compile(r'\s*|#.*|(?:msg\w+(?:\[\d\])?\s+)?"(?:[^"\\]|\\.)*"\s*')
HEADER: Final = (
    "# English of the pages; the Spanish stands in the code.\n"
    'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
)


class BrokenCatalogueError(Exception):
    """A catalogue cannot be compiled; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Found:
    """A message met in the source: its words, plural words and context, and where it stands."""

    ids: tuple[str, ...]
    context: str | None
    place: str


def catalogues() -> list[Path]:
    """Return the English catalogue of every app that has one."""
    return [path for app in APPS if (path := BASE_DIR / app / CATALOGUE).exists()]


def compile_all(*, force: bool = False) -> list[Path]:
    """Compile every catalogue that is newer than its compiled form; return those written."""
    return [path for path in catalogues() if _compile(path, force=force)]


def read(path: Path) -> Catalog:
    """Return a catalogue, checked.

    Raises:
        BrokenCatalogueError: the file is no catalogue, or a translation is uncertain or lost a placeholder.

    """
    text = path.read_text()
    broken = [number for number, line in enumerate(text.splitlines(), 1) if not LINE.fullmatch(line)]
    if broken:
        raise BrokenCatalogueError(f"{path}:{broken[0]}: not a line of a catalogue")
    try:
        catalogue = read_po(io.BytesIO(text.encode()), locale="en", abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise BrokenCatalogueError(f"{path}: {error}") from error
    problems = [f"{path}: {message.id!r}: {fault}" for message in catalogue for fault in _faults(message)]
    if problems:
        raise BrokenCatalogueError("\n".join(problems))
    return catalogue


def write(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue in the order of its messages, without the day it was written."""
    buffer = io.BytesIO(HEADER.encode())
    buffer.seek(0, io.SEEK_END)
    write_po(buffer, catalogue, width=100, sort_output=True, omit_header=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, buffer.getvalue())


def placeholders(text: str) -> set[str]:
    """Return the named and positional placeholders of a message."""
    return set(re.findall(r"%\(\w+\)[a-z]|%[sd]|\{\w+\}", text))


def _faults(message: Message) -> Iterator[str]:
    if message.fuzzy and message.id:
        yield "uncertain (fuzzy)"
    ids, words = _many(message.id), _many(message.string)
    if not message.id or not any(words):
        return
    wanted = set().union(*map(placeholders, ids))
    for word in words:
        if not placeholders(word) <= wanted:
            yield f"unknown placeholder in {word!r}"
    if placeholders(words[-1]) != placeholders(ids[-1]):
        yield f"placeholders differ in {words[-1]!r}"


def _many(words: str | Sequence[str | None] | None) -> tuple[str, ...]:
    if words is None:
        return ()
    return (words,) if isinstance(words, str) else tuple(word or "" for word in words)


def _compile(path: Path, *, force: bool) -> bool:
    target = path.with_suffix(".mo")
    if not force and target.exists() and target.stat().st_mtime_ns >= path.stat().st_mtime_ns:
        return False
    buffer = io.BytesIO()
    write_mo(buffer, read(path))
    _replace(target, buffer.getvalue())
    return True


def _replace(target: Path, content: bytes) -> None:
    """Write a file in one step, so that two processes that compile at once do not meet half a file."""
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
        file.write(content)
    Path(file.name).chmod(0o644)
    os.replace(file.name, target)


def messages(app: str) -> list[Found]:
    """Return every message of an app's Python and templates that is marked for translation."""
    root = BASE_DIR / app
    found: list[Found] = []
    for path in sorted(root.rglob("*.py")):
        found += _extract(path, path.read_text())
    for path in sorted([*root.rglob("templates/**/*.html"), *root.rglob("templates/**/*.txt")]):
        found += _extract(path, _as_python(path.read_text()))
    return found


def _as_python(template: str) -> str:
    """Return the messages of a template as calls, one a line."""
    from django.utils.translation.template import templatize

    calls = re.findall(
        r"\b(?:n?p?gettext|_)\((?:[^()'\"]|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")*\)", templatize(template)
    )
    return "\n".join(calls)


def _extract(path: Path, source: str) -> Iterator[Found]:
    place = str(path.relative_to(BASE_DIR))
    for _line, function, words, _comments in extract_python(io.BytesIO(source.encode()), KEYWORDS, (), {}):
        name = str(function)
        parts = [word for word in _many(words) if word]
        if not parts:
            continue
        context = parts.pop(0) if name in CONTEXTUAL else None
        ids = tuple(parts[:2]) if name.startswith(("ngettext", "npgettext")) else (parts[0],)
        yield Found(ids, context, place)


def update() -> list[str]:
    """Enter new messages into the catalogues and drop unused ones; return those still without translation."""
    missing: list[str] = []
    for app in APPS:
        found = messages(app)
        path = BASE_DIR / app / CATALOGUE
        if not found and not path.exists():
            continue
        catalogue = _merged(path, found)
        write(path, catalogue)
        missing += [f"{app}: {message.id!r}" for message in catalogue if message.id and not any(_many(message.string))]
    return missing


def _merged(path: Path, found: list[Found]) -> Catalog:
    old = read(path) if path.exists() else Catalog()
    new = Catalog(locale="en")
    for one in found:
        known = old.get(one.ids[0], context=one.context)
        many = len(one.ids) == 2
        string = known.string if known is not None and isinstance(known.string, tuple | list) == many else ""
        new.add(one.ids if many else one.ids[0], string or (("", "") if many else ""), context=one.context)
    return new


def main(arguments: list[str]) -> int:
    """Compile the catalogues; say what is wrong and return 1 when one is broken or incomplete."""
    try:
        missing = update() if "--update" in arguments else []
        compile_all()
    except BrokenCatalogueError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for message in missing:
        sys.stderr.write(f"without translation: {message}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
