"""What a petition lacks, all at once, and how much of what the law asks is there.

Filing is never refused for what is missing (LFPA art. 43): it is received, and the authority prevents (17-A). Only
who petitions, whom is addressed and a signature are needed for a folio, since without them nothing was filed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from cases.domain.petition.content import PersonType, PetitionContent
from cases.domain.petition.requisites import Fault, Given, Severity
from cases.domain.petition.rules import RULES
from cases.domain.rules import Content, RuleSet
from cases.domain.rulesets import rules_on
from importers.domain.catalogues import Tariff
from kernel.domain.text import Text

WORST_FIRST: Final = tuple(Severity)
BY_CODE: Final = {rule.code: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the requisites that apply to a petition are met."""

    met: int
    total: int

    @property
    def percent(self) -> int:
        """Return the share in whole per cent; 100 only when all are met."""
        return self.met * 100 // self.total


def faults_of(content: PetitionContent, tariff: Tariff, on: date, *, signed: bool = False) -> tuple[Fault, ...]:
    """Return everything that a petition filed on a day lacks, worst first, then in the order of the form.

    Raises:
        NoRuleSetError: the mechanism had not come into force.

    """
    given, rules = Given(content, tariff, on, signed), rules_on(on)
    found = [fault for rule in RULES for fault in rule.faults(given, rules)]
    return tuple(sorted(found, key=lambda fault: WORST_FIRST.index(fault.severity)))


def blocking(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return those without which there is no folio."""
    return tuple(fault for fault in faults if fault.severity is Severity.BLOCKS_FOLIO)


def fault_named(code: str, field: str, rules: RuleSet) -> Fault:
    """Return a fault that was recorded by its code and field, in the words and with the article of a rule set.

    Raises:
        KeyError: no rule has the code.

    """
    rule = BY_CODE[code]
    return Fault(code, field, rule.article_in(rules), rule.severity, rule.words, rule.requisites)


def applicable(content: PetitionContent, rules: RuleSet) -> frozenset[Content]:
    """Return the requisites that apply: a conditional one only where there is such a thing."""
    there = {
        Content.REPRESENTATIVE: content.representative is not None
        or content.petitioner.person_type is PersonType.LEGAL,
        Content.AUTHORISED_PERSONS: bool(content.authorised),
    }
    asked = (rule.value for rule in rules.contents)
    return frozenset(one.content for one in asked if not one.conditional or there[one.content])


def completeness(content: PetitionContent, tariff: Tariff, on: date, *, signed: bool = False) -> Completeness:
    """Return how many of the requisites that apply are met on a day."""
    asked = applicable(content, rules_on(on))
    faults = faults_of(content, tariff, on, signed=signed)
    missing = {one for fault in faults if fault.severity is not Severity.WARNING for one in fault.requisites}
    return Completeness(len(asked - missing), len(asked))


REQUISITE_WORDS: Final[dict[Content, Text]] = {
    Content.PETITIONER_NAME: Text("quién solicita", "who petitions"),
    Content.PETITIONER_DOMICILE: Text("domicilio para notificaciones", "domicile for notices"),
    Content.REPRESENTATIVE: Text("representante y sus facultades", "representative and powers"),
    Content.AUTHORISED_PERSONS: Text("personas autorizadas", "persons authorised"),
    Content.GROUNDS: Text("fundamentos y razones", "grounds and reasons"),
    Content.FACTS: Text("hechos", "facts"),
    Content.EVIDENCE: Text("pruebas", "evidence"),
    Content.GOODS_DESCRIPTION: Text("descripción de la mercancía", "description of the goods"),
    Content.TARIFF_CODE: Text("fracción arancelaria", "tariff code"),
    Content.GOODS_TRAITS: Text("características de la mercancía", "traits of the goods"),
    Content.PRODUCERS: Text("productores y su domicilio", "producers and their domicile"),
    Content.ORIGIN_OR_PROVENANCE: Text("origen o procedencia", "origin or provenance"),
    Content.SIGNATURE: Text("firma", "signature"),
    Content.ADDRESSEE_PLACE_DATE: Text("autoridad, lugar y fecha", "body addressed, place and date"),
    Content.STANDING: Text("documentos que acreditan la personalidad", "documents proving standing"),
}
