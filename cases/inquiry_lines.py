"""What an entry changed in the parties, notices, requests and submissions of a case, a line each, for the unit."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from cases.domain.party_words import (
    AUTHORITY_WORDS,
    EXHIBIT_WORDS,
    NOTICE_CHANNEL_WORDS,
    PARTY_WORDS,
    SUBJECT_WORDS,
    SUBMISSION_WORDS,
    TIMELINESS_WORDS,
)
from kernel.templatetags.components import day, in_language

Names = Mapping[str, str]


def party_line(number: str, value: Any, _names: Names) -> str:
    """Return what was recorded of a party."""
    if "role" not in value:
        return _("Parte %(number)s: datos corregidos") % {"number": number}
    return _("Parte %(number)s: %(role)s") % {"number": number, "role": in_language(PARTY_WORDS[value["role"]])}


def notice_line(number: str, value: Any, _names: Names) -> str:
    """Return what happened to a notice."""
    said: dict[str, Any] = {"number": number}
    if value.get("void_on"):
        return _("Notificación %(number)s: sin efectos") % said
    if value.get("effective_on"):
        said["day"] = _day(value["effective_on"])
        return _("Notificación %(number)s: surte efectos el %(day)s") % said
    if value.get("served_on"):
        said["day"] = _day(value["served_on"])
        return _("Notificación %(number)s: enviada el %(day)s; surte efectos con el acuse") % said
    if "channel" not in value:
        return ""
    said |= {
        "party": value["party"],
        "subject": in_language(SUBJECT_WORDS[value["subject"]]),
        "channel": in_language(NOTICE_CHANNEL_WORDS[value["channel"]]),
    }
    return _("Notificación %(number)s a la parte %(party)s: %(subject)s; %(channel)s") % said


def request_line(number: str, value: Any, _names: Names) -> str:
    """Return what was asked, or that it was answered."""
    said: dict[str, Any] = {"number": number}
    if "authority" in value:
        said["authority"] = value.get("institution") or in_language(AUTHORITY_WORDS[value["authority"]])
        return _("Petición de informes %(number)s: %(authority)s") % said
    if not value.get("answered_on"):
        return ""
    said["day"] = _day(value["answered_on"])
    return _("Petición de informes %(number)s: respondida el %(day)s") % said


def determination_line(number: str, value: Any, _names: Names) -> str:
    """Return which determination was recorded."""
    if "reference" not in value:
        return _("Determinación %(number)s") % {"number": number}
    return f"{value['institution']} · {value['reference']} · {value['country']}"


def submission_line(number: str, value: Any, _names: Names) -> str:
    """Return what was handed in, or what was decided of its exhibits."""
    if "kind" in value:
        said = {
            "number": number,
            "kind": in_language(SUBMISSION_WORDS[value["kind"]]),
            "stamp": in_language(TIMELINESS_WORDS[value["timeliness"]]),
        }
        return _("Promoción %(number)s: %(kind)s, %(stamp)s") % said
    exhibits = value.get("exhibits") or {}
    decided = (
        _("prueba %(number)s %(decision)s")
        % {"number": f"{number}.{name}", "decision": in_language(EXHIBIT_WORDS[one["decision"]])}
        for name, one in exhibits.items()
        if "decision" in one
    )
    line = ", ".join(decided)
    return line[:1].upper() + line[1:]


def _day(value: str) -> str:
    return day(date.fromisoformat(value))
