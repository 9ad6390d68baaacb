"""The commonest rule of the table: a field of a requisite says nothing."""

from cases.domain.petition.requisites import FaultRule, Severity
from cases.domain.rules import Content
from kernel.domain.text import Text


def missing(code: str, field: str, requisite: Content, es: str, en: str) -> FaultRule:
    """Return the rule that a field must say something, of which the authority may prevent."""
    return FaultRule(f"{code}_MISSING", (field,), Severity.FAULT, Text(es, en), (requisite,))
