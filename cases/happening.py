"""What happened in a case as somebody reads it: what, by whom, why, and what it changed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cases.domain.file_words import CLASSIFICATION_WORDS, DEADLINE_WORDS, DONE_WORDS, OUTCOME_WORDS, reason_of
from cases.domain.wording import STAGE_WORDS
from cases.inquiry_lines import determination_line, notice_line, party_line, request_line, submission_line
from cases.queries import Happened
from kernel.components import Step, StepState
from kernel.domain.actors import COMMAND_LINE, SYSTEM
from kernel.domain.text import Text
from kernel.queries import ACCOUNT
from kernel.templatetags.components import day

Names = Mapping[str, str]
OTHERS: Final[Mapping[str, Text]] = MappingProxyType(
    {SYSTEM.name: Text("el sistema", "the system"), COMMAND_LINE.name: Text("la línea de órdenes", "the command line")}
)


def who(actor: str, names: Names) -> str:
    """Return who acted, in words; an actor that is no account and not the system is shown as it is recorded."""
    if actor in OTHERS:
        return OTHERS[actor].in_language(get_language())
    return names.get(actor, actor)


def done(verb: str) -> str:
    """Return what was done, as the beginning of a line; a verb that has no words is shown as it is recorded."""
    return DONE_WORDS.get(verb, Text(verb, verb)).headed().in_language(get_language())


def step_of(one: Happened, names: Names) -> Step:
    """Return what happened, as its reader is told of it, as a step of the timeline."""
    said = reason_of(one.reason).in_language(get_language())
    details = [_("Motivo: %(reason)s") % {"reason": said}] if said else []
    if one.other:
        details.append(_("El expediente acumulado es %(reference)s") % {"reference": one.other})
    if one.index_sha256:
        details.append(_("Huella (SHA-256) del índice: %(digest)s") % {"digest": one.index_sha256})
    details += lines_of(one.change, names)
    by = _("Por %(who)s") % {"who": who(one.actor, names)} if one.actor else ""
    return Step(done(one.verb), StepState.DONE, one.at, by, tuple(details))


def lines_of(change: Mapping[str, Any], names: Names) -> Iterator[str]:
    """Yield what an entry changed, a line each."""
    for section, tell in SECTIONS.items():
        for name, value in (change.get(section) or {}).items():
            if line := tell(name, value, names):
                yield line


def _of_case(name: str, value: Any, names: Names) -> str:
    return CASE_LINES[name](value, names) if name in CASE_LINES else ""


def _stage(value: Any, _names: Names) -> str:
    return _("Etapa: %(stage)s") % {"stage": STAGE_WORDS[value].in_language(get_language())}


def _assignee(value: Any, names: Names) -> str:
    return _("A cargo de: %(who)s") % {"who": who(f"{ACCOUNT}{value}", names)} if value else _("Sin persona a cargo")


def _petitioner(value: Any, names: Names) -> str:
    return _("Solicitante: %(who)s") % {"who": who(value, names)} if value else ""


def _lead(value: Any, _names: Names) -> str:
    return _("Acumulado a %(reference)s") % {"reference": value} if value else _("Sigue por separado")


def _outcome(value: Any, _names: Names) -> str:
    words = OUTCOME_WORDS[value].in_language(get_language()) if value in OUTCOME_WORDS else value
    return _("Resultado: %(outcome)s") % {"outcome": words} if value else ""


def _act_number(value: Any, _names: Names) -> str:
    return _("Acto número %(number)s") % {"number": value} if value else ""


def _agreed(value: Any, _names: Names) -> str:
    return "" if value else _("Queda sin efecto el acuerdo para admitir")


CASE_LINES: Final[Mapping[str, Callable[[Any, Names], str]]] = MappingProxyType(
    {
        "stage": _stage,
        "assignee": _assignee,
        "petitioner": _petitioner,
        "admission_agreed_by": _agreed,
        "lead": _lead,
        "outcome": _outcome,
        "act_number": _act_number,
    }
)


def _term(number: str, value: Any, _names: Names) -> str:
    if "kind" not in value:
        if value.get("void_on"):
            return _("Plazo %(number)s: sin efectos") % {"number": number}
        met = value.get("met_on")
        return _("Plazo %(number)s: cumplido el %(day)s") % {"number": number, "day": _day(met)} if met else ""
    said = {
        "number": number,
        "kind": DEADLINE_WORDS[value["kind"]].in_language(get_language()),
        "days": value["days"],
        "day": _day(value["from_on"]),
    }
    line = _("Plazo %(number)s: %(kind)s, %(days)s días hábiles desde el %(day)s") % said
    return f"{line} · {value['party']}" if value.get("party") else line


def _suspension(_number: str, value: Any, _names: Names) -> str:
    if value.get("from_on"):
        return _("Los plazos no corren después del %(day)s") % {"day": _day(value["from_on"])}
    until = value.get("until_on")
    return _("Los plazos corren de nuevo después del %(day)s") % {"day": _day(until)} if until else ""


def _document(number: str, value: Any, _names: Names) -> str:
    if not value.get("classification"):
        return ""
    word = CLASSIFICATION_WORDS[value["classification"]].in_language(get_language())
    return _("Documento %(number)s: información %(classification)s") % {"number": number, "classification": word}


def _deadline(key: str, value: Any, _names: Names) -> str:
    """Tell of the day to go by alone, where the change has one; the others stand in the table of the deadlines."""
    if not value or "target_on" not in value:
        return ""
    kind = _what_ends(key)
    if value["target_on"] is None:
        return _("Plazo suspendido: %(kind)s") % {"kind": kind}
    return _("Vencimiento: %(kind)s, el %(day)s") % {"kind": kind, "day": _day(value["target_on"])}


def _what_ends(key: str) -> str:
    """Return what ends, with the number of its term: a case may have three that are called alike."""
    code, _space, number = key.partition(" ")
    words = DEADLINE_WORDS[code].in_language(get_language())
    return words if number in {"", "0"} else _("%(what)s (plazo %(number)s)") % {"what": words, "number": number}


SECTIONS: Final[Mapping[str, Callable[[str, Any, Names], str]]] = MappingProxyType(
    {
        "case": _of_case,
        "parties": party_line,
        "notices": notice_line,
        "terms": _term,
        "suspensions": _suspension,
        "documents": _document,
        "requests": request_line,
        "determinations": determination_line,
        "submissions": submission_line,
        "deadlines": _deadline,
    }
)


def _day(value: str) -> str:
    return day(date.fromisoformat(value))
