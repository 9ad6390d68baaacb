"""What a rule on a petition looks like, and where in a petition it is not kept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from cases.domain.petition.content import PetitionContent
from cases.domain.rules import Content, RuleSet
from importers.domain.catalogues import Tariff
from kernel.domain.text import Text


class Severity(StrEnum):
    """What a fault means for the petition."""

    BLOCKS_FOLIO = "BLOCKS_FOLIO"
    FAULT = "FAULT"  # received all the same; the authority may ask for it
    WARNING = "WARNING"  # no requisite, but better mended


@dataclass(frozen=True, slots=True)
class Given:
    """What the rules look at: the petition, the tariff, the day of filing, and whether it is signed."""

    content: PetitionContent
    tariff: Tariff
    on: date
    signed: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing a petition lacks: where, what the law says, and the requisites that are not met for it."""

    code: str
    field: str
    article: str
    severity: Severity
    words: Text
    requisites: tuple[Content, ...] = ()


def is_blank(value: Any, _given: Given) -> bool:
    """Return whether nothing is said."""
    return value in ("", None, ())


@dataclass(frozen=True, slots=True)
class FaultRule:
    """A rule: its code, the fields it looks at, the requisite or article it rests on, and when it is not kept.

    ``fields`` are paths in which ``*`` stands for each element; a blank path is the whole petition. ``at`` is where
    in the value the fault stands. Where no article is given it is the one of the first requisite, in the rule set of
    the day.
    """

    code: str
    fields: tuple[str, ...]
    severity: Severity
    words: Text
    requisites: tuple[Content, ...] = ()
    article: str = ""
    fails: Callable[[Any, Given], bool] = is_blank
    at: str = ""

    def article_in(self, rules: RuleSet) -> str:
        """Return the article that the rule rests on in a rule set."""
        return self.article or article_of(rules, self.requisites[0])

    def faults(self, given: Given, rules: RuleSet) -> Iterator[Fault]:
        """Yield a fault for each place in which the rule is not kept."""
        article = self.article_in(rules)
        for field in self.fields:
            for path, value in found_at(given.content, field):
                if self.fails(value, given):
                    where = ".".join(part for part in (path, self.at) if part)
                    yield Fault(self.code, where, article, self.severity, self.words, self.requisites)


def found_at(value: Any, pattern: str, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every place that a pattern names and the value there; what is not said at all has no places."""
    name, _, rest = pattern.partition(".")
    if not name:
        yield path, value
    elif name == "*":
        for place, one in enumerate(value):
            yield from found_at(one, rest, f"{path}.{place}")
    elif value is not None:
        yield from found_at(getattr(value, name), rest, f"{path}.{name}" if path else name)


def article_of(rules: RuleSet, requisite: Content) -> str:
    """Return the article that asks for a requisite."""
    return next(rule.article for rule in rules.contents if rule.value.content is requisite)
