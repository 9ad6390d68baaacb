"""What happened in a case as somebody reads it: what, by whom, why, and what it changed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cases.domain.file_words import CLASSIFICATION_WORDS, DEADLINE_WORDS, DONE_WORDS, OUTCOME_WORDS
from cases.domain.reading import Reader, change_for_parties
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
    words = DONE_WORDS[verb].in_language(get_language()) if verb in DONE_WORDS else verb
    return words[:1].upper() + words[1:]


def step_of(one: Happened, names: Names, reader: Reader, me: str) -> Step:
    """Return what happened as a step of the timeline; a party is told what is for parties alone.

    Who acted is for the unit, the petitioner and whoever acted: the others might learn who petitioned.
    """
    changed = one.change if reader.of_unit else change_for_parties(one.change)
    reason = one.reason if reader.is_told_reason(one.verb) else ""
    details = [_("Motivo: %(reason)s") % {"reason": reason}] if reason else []
    if one.other and reader.of_unit:
        details.append(_("El expediente acumulado es %(reference)s") % {"reference": one.other})
    details += lines_of(changed, names)
    told_who = reader.of_unit or reader.petitioner or one.actor == me
    by = _("Por %(who)s") % {"who": who(one.actor, names)} if told_who else ""
    return Step(done(one.verb), StepState.DONE, one.at, by, tuple(details))


def actors_in(one: Happened) -> Iterator[str]:
    """Yield the names of the actors that an entry speaks of."""
    yield one.actor
    case = one.change.get("case") or {}
    if case.get("assignee"):
        yield f"{ACCOUNT}{case['assignee']}"
    if case.get("petitioner"):
        yield case["petitioner"]


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
    kind = DEADLINE_WORDS[key.partition(" ")[0]].in_language(get_language())
    if value["target_on"] is None:
        return _("Plazo suspendido: %(kind)s") % {"kind": kind}
    return _("Vencimiento: %(kind)s, el %(day)s") % {"kind": kind, "day": _day(value["target_on"])}


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
