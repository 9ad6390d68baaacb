"""Reads the way agencies write a listed firm: brackets with aliases and former names, notes on subsidiaries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from screening.domain.name_parts import (
    acronym_apart,
    brackets_apart,
    clean,
    own_brackets,
    split_firms,
    unique,
)

ALSO: Final = "also"
FORMER: Final = "former"
# how a list introduces other names, and what they are
INTRODUCTIONS: Final[tuple[tuple[str, str], ...]] = (
    (r"formerly (?:known as|called|named)|formerly|previously known as|f/?k/?a\b\.?", FORMER),
    (r"also (?:known|written|called) as|also known|a\.?/?k\.?/?a\b\.?|collectively", ALSO),
    (r"(?:and|including|with) (?:\w+ )?alias(?:es)?\b", ALSO),
)
_INTRODUCTION: Final = re.compile(
    r"[;,]?\s*(?:\band\s+)?\b(?:" + "|".join(f"({pattern})" for pattern, _ in INTRODUCTIONS) + r")\s*[:,]?\s*", re.I
)
_NAMED_SUBSIDIARIES: Final = re.compile(
    r",? and (?:its|their) (?:[\w-]+ ){0,2}subsidiar(?:y|ies)(?: (?:from|in) [\w ]+?)?(?:,? which include[s]?|,|:)? "
    r"(?=[A-Z])(?P<names>.+)$"
)
_SUBSIDIARIES: Final = re.compile(
    r",? (?:and|including) (?:(?:its|their|all|any) )*"
    r"(?:subsidiar(?:y|ies)|subordinates?|affiliates?|subordinate and affiliated entities)"
    r"(?: and (?:joint ventures|affiliates|affiliated entities))?\.?$",
    re.I,
)
_NUMBERING: Final = re.compile(r"^\(?\d{1,3}[.)]\s+")  # "12. Name"; not "841 Cotton Transfer Warehouse"


@dataclass(frozen=True, slots=True)
class EntityName:
    """A firm with the names a list gives it and the subsidiaries it names or means."""

    name: str
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    includes_subsidiaries: bool = False
    subsidiaries: tuple[str, ...] = ()


@dataclass(slots=True)
class _Found:
    aliases: list[str] = field(default_factory=list)
    former: list[str] = field(default_factory=list)
    includes_subsidiaries: bool = False
    subsidiaries: list[str] = field(default_factory=list)


def read_entity_name(text: str) -> EntityName:
    """Return the firm that a cell of a list names, with all its other names.

    ``Firm (also known as A; and B and formerly known as C) and its subsidiaries`` and the other ways the
    agencies write are told apart; brackets that belong to the name, as in ``Firm (Baotou) Co., Ltd.``, stay.
    """
    main, found = _taken_apart(text)
    return _entity(main, found)


def read_entity_names(text: str) -> tuple[EntityName, ...]:
    """Return the firms of a cell that names several; other names go with the first, subsidiaries with each."""
    main, found = _taken_apart(text)
    first, *others = split_firms(main)
    rest = _Found(includes_subsidiaries=found.includes_subsidiaries)
    return (_entity(first, found), *(_entity(other, rest) for other in others))


def _taken_apart(text: str) -> tuple[str, _Found]:
    found = _Found()
    rest = _without_name_brackets(_NUMBERING.sub("", clean(text)), found)
    rest = _without_subsidiaries(rest, found)
    return _without_open_introduction(rest, found), found


def _entity(main: str, found: _Found) -> EntityName:
    rest, acronym = acronym_apart(main)
    found = replace(found, aliases=[*found.aliases])
    found.aliases.extend(acronym)
    name, spellings = own_brackets(rest)
    aliases = [*spellings, *(form for alias in found.aliases for form in _forms(alias))]
    former = unique(form for old in found.former for form in _forms(old))
    return EntityName(
        name=name,
        aliases=tuple(alias for alias in unique(aliases) if alias != name and alias not in former),
        former_names=tuple(old for old in former if old != name),
        includes_subsidiaries=found.includes_subsidiaries,
        subsidiaries=unique(found.subsidiaries),
    )


def _forms(alias: str) -> tuple[str, ...]:
    bare, acronym = acronym_apart(alias)
    name, spellings = own_brackets(bare)
    return (name, *spellings, *acronym)


def _without_name_brackets(text: str, found: _Found) -> str:
    """Return the text without the brackets that introduce other names; those names go into ``found``."""
    kept = []
    for part, is_bracket in brackets_apart(text):
        if is_bracket and _INTRODUCTION.match(part):
            _take_names(part, found)
            kept.append(" ")
        else:
            kept.append(f"({part})" if is_bracket else part)
    return clean("".join(kept))


def _take_names(text: str, found: _Found) -> None:
    for kind, names in _introduced(text):
        target = found.former if kind == FORMER else found.aliases
        for part in names.split(";"):
            target.extend(split_firms(re.sub(r"^and\s+", "", part.strip())))


def _introduced(text: str) -> Iterator[tuple[str, str]]:
    marks = list(_INTRODUCTION.finditer(text))
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        group = next(index for index, value in enumerate(mark.groups()) if value)
        end = following.start() if following else len(text)
        yield INTRODUCTIONS[group][1], text[mark.end() : end].strip(" ;,")


def _without_subsidiaries(text: str, found: _Found) -> str:
    named = _NAMED_SUBSIDIARIES.search(text)
    if named:
        found.includes_subsidiaries = True
        found.subsidiaries.extend(split_firms(named["names"]))
        return text[: named.start()].strip()
    note = _SUBSIDIARIES.search(text)
    if note:
        found.includes_subsidiaries = True
        return text[: note.start()].strip(" ,")
    return text


def _without_open_introduction(text: str, found: _Found) -> str:
    """Return what stands before ``, a/k/a A, a/k/a B`` written without brackets."""
    mark = _INTRODUCTION.search(text)
    if mark is None or mark.start() == 0:
        return text
    _take_names(text[mark.start() :], found)
    return text[: mark.start()].strip(" ,")
