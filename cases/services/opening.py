"""How a case begins: a petition is filed, or the authority starts on its own motion (LFPA art. 14)."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from cases.domain.calendars import CalendarName
from cases.domain.case import (
    NO_SOURCE,
    REFERENCE_BITS,
    CaseKind,
    Origin,
    SourceRef,
    check_between,
    check_moment,
    check_reason,
    reference_of,
)
from cases.domain.errors import BarredError, NotCompetentError
from cases.domain.procedure import VERBS, Act
from cases.domain.rules import Channel
from cases.domain.rulesets import rules_on
from cases.domain.stages import STANDING, check_act
from cases.domain.terms import filing_day
from cases.models import Case
from cases.queries.calendar import current_calendars
from cases.services.acting import Acting, record_change
from cases.services.people import petitioner_named
from kernel.domain.actors import Actor, Role
from kernel.domain.text import Text
from kernel.services.ledger import take_turn

NO_CHANNEL: Final = Text(
    "El {day} no se podía presentar por este medio", "On {day} a petition could not be filed this way"
)

SENT_BEFORE: Final = Text(
    "Una solicitud se presenta cuando se envía; la enviada antes la registra oficialía de partes",
    "A petition is filed when it is sent; one that was sent before is recorded by intake",
)


@dataclass(frozen=True, slots=True)
class Filing:
    """A petition as it came in: how, when it was sent, what it asks for, and who petitions.

    ``petitioner`` is the name of an actor; intake gives it, or leaves it blank while the person has no account. A
    petitioner who files is always the one who acts.
    """

    channel: Channel
    sent_at: datetime
    petitioner: str = ""
    kind: CaseKind = CaseKind.INVESTIGATION
    source: SourceRef = NO_SOURCE


@transaction.atomic
def file_petition(*, filing: Filing, actor: Actor, at: datetime) -> Case:
    """Open the case of a petition; it follows the rule set of its filing day for ever (LFPA art. 14, 15, 17-B).

    Raises:
        BarredError, NotCompetentError, NoPetitionerError, NoRuleSetError, TermError: as ``begin_case`` says.

    """
    return record_opening(begin_case(filing, actor=actor, at=at), Act.FILE_PETITION)


def begin_case(filing: Filing, *, actor: Actor, at: datetime) -> Acting:
    """Return the new case of a petition, saved, with its entry still to be written by ``record_opening``.

    Raises:
        NotCompetentError: the actor neither petitions nor receives petitions, or petitions with an earlier moment.
        NoRuleSetError: it was sent before the mechanism came into force.
        BarredError: on that day no petition could be filed through the channel.
        TermError: it was sent after it is recorded, or at no moment that a calendar knows.
        NoPetitionerError: intake names no account of a petitioner that may enter.

    """
    stage = check_act(Act.FILE_PETITION, None, actor.roles)
    sent_at = timezone.localtime(check_moment(filing.sent_at))
    rules = rules_on(sent_at.date())
    check_between(sent_at.date(), rules.valid_from.value, timezone.localdate(at))
    if filing.channel not in rules.channels.value:
        raise BarredError(NO_CHANNEL.filled(day=sent_at.date()), article=rules.channels.article)
    petitioner = actor.name
    if Role.INTAKE not in actor.roles:
        _check_sent_now(filing.sent_at, at)
    else:
        petitioner = petitioner_named(filing.petitioner) if filing.petitioner else ""
        if petitioner == actor.name:  # who is of the unit gains no earlier place by that (LFPA 21)
            _check_sent_now(filing.sent_at, at)
    take_turn()
    started_on = filing_day(sent_at, rules, current_calendars().workdays[CalendarName.UNION])
    values = {
        "origin": Origin.PETITION,
        "kind": filing.kind,
        "channel": filing.channel,
        "petitioner": petitioner,
        "filed_at": filing.sent_at,
        "started_on": started_on,
        "stage": stage,
    }
    return _begin(values, filing.source, actor=actor, at=at)


@transaction.atomic
def open_own_motion_case(
    *, source: SourceRef, reason: str, actor: Actor, at: datetime, kind: CaseKind = CaseKind.INVESTIGATION
) -> Case:
    """Open a case on the authority's own motion, for sufficient evidence (LFPA art. 14); its term counts from this day.

    Raises:
        NotCompetentError: the actor is no supervisor.
        NoReasonError: no reason is given.
        NoRuleSetError: the mechanism had not come into force.

    """
    stage = check_act(Act.START_ON_OWN_MOTION, None, actor.roles)
    reason = check_reason(reason)
    take_turn()
    values = {
        "origin": Origin.OWN_MOTION,
        "kind": kind,
        "filed_at": at,
        "started_on": timezone.localdate(at),
        "stage": stage,
    }
    return record_opening(_begin(values, source, actor=actor, at=at), Act.START_ON_OWN_MOTION, reason=reason)


def record_opening(acting: Acting, act: Act, **detail: Any) -> Case:
    """Write the entry that a new case begins with, and return the case with everything it was opened with."""
    return record_change(acting, VERBS[act], **detail)


def _check_sent_now(sent_at: datetime, at: datetime) -> None:
    """Return quietly when a petition is filed at the moment it was sent: nobody gains a place in the queue by a date.

    Raises:
        NotCompetentError: another moment is said.

    """
    if sent_at != at:
        raise NotCompetentError(SENT_BEFORE, article=STANDING)


def _begin(values: dict[str, Any], source: SourceRef, *, actor: Actor, at: datetime) -> Acting:
    started_on: date = values["started_on"]
    said = {name: value.value if isinstance(value, StrEnum) else value for name, value in values.items()}
    case = Case(
        reference=reference_of(secrets.randbits(REFERENCE_BITS)),
        series_year=started_on.year,
        series_number=_next_number(started_on.year),
        rule_set=rules_on(started_on).code,
        source_kind=source.kind,
        source_id=source.public_id,
        source_text=source.text,
        **said,
    )
    case.clean_fields(exclude=["assignee", "lead"])
    case.save(force_insert=True)
    return Acting(case, actor, at, before={})


def _next_number(year: int) -> int:
    last: int | None = Case.objects.filter(series_year=year).aggregate(last=Max("series_number"))["last"]
    return (last or 0) + 1
