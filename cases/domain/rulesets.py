"""The dated rule sets of the mechanism: RS-2023 and RS-2025, each value with its article and how sure it is."""

from dataclasses import replace
from datetime import date, time
from fractions import Fraction
from typing import ClassVar, Final, TypeVar

from cases.domain.rules import (
    Bounds,
    Certainty,
    Channel,
    Content,
    Hours,
    LateFiling,
    Petitioner,
    Requisite,
    Rule,
    RuleSet,
)
from kernel.domain.errors import InputError
from kernel.domain.text import Text

T = TypeVar("T")

ACUERDO: Final = "Acuerdo DOF 17-02-2023, Anexo Único"
AMENDMENT: Final = "Acuerdo DOF 29-10-2025 (vespertina)"

NOT_READ: Final = Text(
    "No se ha leído el texto de la reforma: se mantiene la regla de 2023 mientras no conste otra.",
    "The text of the amendment has not been read: the rule of 2023 is kept until another is established.",
)
ENTRY_UNKNOWN: Final = Text(
    "Se desconoce su entrada en vigor: se toma el día de su publicación.",
    "When it came into force is not known: the day of its publication is taken.",
)
WHO_UNKNOWN: Final = Text(
    "No consta si la reforma amplió quién puede solicitar; lo anónimo se recibe como aviso, no como solicitud.",
    "Whether the amendment widened who may petition is not established; what is anonymous is a tip, not a petition.",
)
OWN_TERM: Final = Text(
    "Rige la LFPA salvo que el Acuerdo reformado fije una regla propia, que no se ha leído.",
    "The LFPA governs unless the amended Acuerdo has a rule of its own, which has not been read.",
)
FROM_FILING: Final = Text(
    "«Contados a partir de la presentación» deja abierto si ese día es el primero; la diferencia es de un día hábil.",
    "“Counted from the filing” leaves open whether that day is the first; the difference is one business day.",
)
LATE: Final = Text(
    "La LFPA no lo dice. Otra práctica la tiene por presentada el día hábil siguiente, un día hábil más tarde.",
    "The LFPA is silent. Another practice takes it as filed on the next business day, one business day later.",
)
OWN_HOURS: Final = Text(
    "Supletorio: no se conoce un horario publicado por la Secretaría.",
    "By default: no hours published by the ministry are known.",
)
MADE_ON: Final = Text(
    "No se dice si debe emitirse o notificarse dentro del primer tercio: se toma el día en que surte efecto su aviso.",
    "Whether it must be issued or notified within the first third is not said: the day its notice takes effect counts.",
)
CAP: Final = Text(
    "El Acuerdo permite una prórroga igual al plazo; la LFPA la limita a la mitad. Lo que exceda puede impugnarse.",
    "The Acuerdo allows an extension equal to the term; the LFPA caps it at half. What exceeds it may be challenged.",
)
OTHER_COURT: Final = Text(
    "El TFJA tiene su propio calendario: la fecha es indicativa.",
    "The court (TFJA) has a calendar of its own: the date is indicative.",
)


RECORDED: Final = Text(
    "Regla de la casa: la ley no dice cuándo se asienta un hecho; se toma el plazo para notificar (LFPA art. 39).",
    "House rule: the law does not say when a fact is put on file; the term to notify is taken (LFPA art. 39).",
)
CURE_CAP: Final = Text(
    "Regla de la casa: la ley solo fija el mínimo; prevenir detiene el reloj, y se toma el primer tercio del plazo.",
    "House rule: the law fixes the least alone; a prevention stops the clock: the first third of the term is taken.",
)


def _acuerdo(value: T) -> Rule[T]:
    return Rule(value, ACUERDO, Certainty.SECONDARY)


def _reported(value: T) -> Rule[T]:
    return Rule(value, ACUERDO, Certainty.REPORTED)


def _law(value: T, article: str, doubt: Text | None = None) -> Rule[T]:
    return Rule(value, article, Certainty.READ, doubt)


_CONTENTS: Final = (
    _acuerdo(Requisite(Content.PETITIONER_NAME)),
    _acuerdo(Requisite(Content.PETITIONER_DOMICILE)),
    _acuerdo(Requisite(Content.REPRESENTATIVE, conditional=True)),
    _law(Requisite(Content.AUTHORISED_PERSONS, conditional=True), "LFPA art. 15, 19"),
    _acuerdo(Requisite(Content.GROUNDS)),
    _acuerdo(Requisite(Content.FACTS)),
    _acuerdo(Requisite(Content.EVIDENCE)),
    _acuerdo(Requisite(Content.GOODS_DESCRIPTION)),
    _acuerdo(Requisite(Content.TARIFF_CODE)),
    _acuerdo(Requisite(Content.GOODS_TRAITS)),
    _acuerdo(Requisite(Content.PRODUCERS)),
    _acuerdo(Requisite(Content.ORIGIN_OR_PROVENANCE)),
    _acuerdo(Requisite(Content.SIGNATURE)),
    _law(Requisite(Content.ADDRESSEE_PLACE_DATE), "LFPA art. 15"),
    _law(Requisite(Content.STANDING), "LFPA art. 15"),
)

RS_2023: Final = RuleSet(
    code="RS-2023",
    valid_from=_acuerdo(date(2023, 5, 18)),  # 90 calendar days after the publication of 17 February
    channels=_acuerdo(frozenset({Channel.WINDOW, Channel.VUCEM})),
    petitioners=_reported(frozenset(Petitioner)),
    contents=_CONTENTS,
    decision_days=_reported(180),
    extension_days=_reported(180),
    extensions=_reported(1),
    extension_cap=_law(Fraction(1, 2), "LFPA art. 31", CAP),
    filing_day_counts=_law(False, "LFPA art. 17-B", FROM_FILING),
    late_filing=Rule(LateFiling.COUNTS_FROM_NEXT, "LFPA art. 17-B, 28, 30", Certainty.CUSTOMARY, LATE),
    hours=_law(Hours(time(8), time(18)), "LFPA art. 30", OWN_HOURS),
    preventions=_law(1, "LFPA art. 17-A"),
    prevention_share=_law(Fraction(1, 3), "LFPA art. 17-A", MADE_ON),
    cure_days=_law(Bounds(5, 60), "LFPA art. 17-A", CURE_CAP),
    importer_answer_days=_acuerdo(20),
    evidence_days=_law(Bounds(3, 15), "LFPA art. 49-52"),
    opinion_days=_law(15, "LFPA art. 53-55"),
    pleadings_days=_law(Bounds(5, 10), "LFPA art. 56"),
    notice_days=_law(10, "LFPA art. 39"),
    review_days=_law(15, "LFPA art. 83-94"),
    nullity_days=_law(30, "LFPCA art. 13", OTHER_COURT),
    lapse_days=_law(30, "LFPA art. 60"),
    recording_days=Rule(10, "LFPA art. 32, 39", Certainty.INFERRED, RECORDED),
)


def _unconfirmed(rule: Rule[T], doubt: Text = NOT_READ) -> Rule[T]:
    """Return a rule of 2023 as it stands after an amendment whose text was not read."""
    return replace(rule, certainty=Certainty.UNKNOWN, doubt=doubt)


def _unless_amended(rule: Rule[T]) -> Rule[T]:
    """Return a rule of the LFPA from which the amended Acuerdo may depart."""
    doubt = rule.doubt
    return replace(rule, doubt=Text(f"{doubt.es} {OWN_TERM.es}", f"{doubt.en} {OWN_TERM.en}") if doubt else OWN_TERM)


RS_2025: Final = replace(
    RS_2023,
    code="RS-2025",
    valid_from=Rule(date(2025, 10, 29), AMENDMENT, Certainty.UNKNOWN, ENTRY_UNKNOWN),
    channels=Rule(frozenset(Channel), AMENDMENT, Certainty.SECONDARY),
    petitioners=_unconfirmed(RS_2023.petitioners, WHO_UNKNOWN),
    contents=tuple(_unconfirmed(rule) if rule.article == ACUERDO else rule for rule in _CONTENTS),
    decision_days=_unconfirmed(RS_2023.decision_days),
    extension_days=_unconfirmed(RS_2023.extension_days),
    extensions=_unconfirmed(RS_2023.extensions),
    preventions=_unless_amended(RS_2023.preventions),
    cure_days=_unless_amended(RS_2023.cure_days),
    importer_answer_days=_unconfirmed(RS_2023.importer_answer_days),
)

RULE_SETS: Final = (RS_2023, RS_2025)  # by the day each begins

TOO_EARLY: Final = Text(
    "No hay reglas para el {day}: el mecanismo entró en vigor el {first}.",
    "There are no rules for {day}: the mechanism came into force on {first}.",
)
NO_SUCH_SET: Final = Text("No existe el conjunto de reglas «{code}».", "There is no rule set “{code}”.")


class NoRuleSetError(InputError):
    """No rule set covers the day, or none has the code."""

    code: ClassVar[str] = "no_rule_set"


def rules_on(filed_on: date) -> RuleSet:
    """Return the rule set of a filing day; the case follows it whatever is amended later.

    Raises:
        NoRuleSetError: the day is before the mechanism came into force.

    """
    begun = [rules for rules in RULE_SETS if rules.valid_from.value <= filed_on]
    if not begun:
        raise NoRuleSetError(TOO_EARLY.filled(day=filed_on, first=RULE_SETS[0].valid_from.value))
    return begun[-1]


def rules_named(code: str) -> RuleSet:
    """Return the rule set that a case is recorded with.

    Raises:
        NoRuleSetError: there is no such set.

    """
    for rules in RULE_SETS:
        if rules.code == code:
            return rules
    raise NoRuleSetError(NO_SUCH_SET.filled(code=code))
