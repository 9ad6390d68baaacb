"""Cases named for their situation; every petitioner, importer and act here is invented."""

from datetime import date, datetime, time
from uuid import NAMESPACE_OID, UUID, uuid5
from zoneinfo import ZoneInfo

from django.contrib.auth.models import Group

from cases.domain.case import Seen, SourceRef
from cases.domain.party_terms import NewTerm
from cases.domain.rules import Channel
from cases.domain.terms import TermKind
from cases.models import Case
from cases.services import (
    Filing,
    admit_petition,
    agree_to_admission,
    close_pleadings,
    file_petition,
    meet_term,
    open_own_motion_case,
    open_pleadings,
    prevent_petition,
    start_term,
)
from kernel.domain.actors import Actor, Role
from kernel.models import Account

MEXICO = ZoneInfo("America/Mexico_City")
FILED = date(2025, 1, 13)


def actor(role: Role, name: str = "") -> Actor:
    """Return an invented person with one role."""
    return Actor(name or f"account:{uuid5(NAMESPACE_OID, role)}", "web", frozenset({role}))


PETITIONER, INTAKE, INVESTIGATOR = actor(Role.PETITIONER), actor(Role.INTAKE), actor(Role.INVESTIGATOR)
SUPERVISOR, DECIDER, AUDITOR = actor(Role.SUPERVISOR), actor(Role.DECIDER), actor(Role.AUDITOR)
TRANSPARENCY, CUSTOMS = actor(Role.TRANSPARENCY), actor(Role.CUSTOMS)
DRAFTER = INVESTIGATOR.name


def noon(day: date) -> datetime:
    """Return noon of a day at the seat of the authority."""
    return datetime.combine(day, time(12), MEXICO)


def seen(case: Case) -> Seen:
    """Return the case as somebody sees it now."""
    return Seen(case.reference, case.version)


def filed_petition(on: date = FILED, *, petitioner: Actor = PETITIONER) -> Case:
    return file_petition(filing=Filing(Channel.VUCEM, noon(on)), actor=petitioner, at=noon(on))


def prevented_petition(on: date = date(2025, 2, 10), *, cure_days: int = 5) -> Case:
    case = filed_petition()
    return prevent_petition(
        seen=seen(case), notified_on=on, cure_days=cure_days, reason="falta el origen", actor=INTAKE, at=noon(on)
    )


def agreed_petition(on: date = date(2025, 1, 20), *, filed_on: date = FILED) -> Case:
    """Return a petition that a supervisor agrees to admit."""
    registered(SUPERVISOR)
    return agree_to_admission(seen=seen(filed_petition(filed_on)), actor=SUPERVISOR, at=noon(on))


def admitted_case(on: date = date(2025, 1, 20), *, filed_on: date = FILED) -> Case:
    case = agreed_petition(on, filed_on=filed_on)
    return admit_petition(seen=seen(case), actor=INTAKE, at=noon(on))


def own_motion_case(on: date = FILED) -> Case:
    source = SourceRef("TIP", "AVISO-1", "aviso anónimo inventado")
    return open_own_motion_case(source=source, reason="indicios suficientes", actor=SUPERVISOR, at=noon(on))


def heard_case(case: Case | None = None, on: date = date(2025, 1, 21)) -> Case:
    """Return a case in which one importer was notified and has answered the same day."""
    new = NewTerm(TermKind.IMPORTER_ANSWER, on, "importer:1")
    case = start_term(seen=seen(case or admitted_case()), new=new, actor=INVESTIGATOR, at=noon(on))
    return meet_term(seen=seen(case), number=case.terms.count(), met_on=on, actor=INVESTIGATOR, at=noon(on))


def pleaded_case(case: Case | None = None, on: date = date(2025, 1, 22)) -> Case:
    return open_pleadings(seen=seen(heard_case(case)), notified_on=on, days=5, actor=INVESTIGATOR, at=noon(on))


def case_to_decide(case: Case | None = None, on: date = date(2025, 2, 14)) -> Case:
    return close_pleadings(seen=seen(pleaded_case(case)), actor=INVESTIGATOR, at=noon(on))


def registered(by: Actor) -> Actor:
    """Return the person as one who has an account, with the roles that it acts in."""
    reference = UUID(by.name.removeprefix("account:"))
    account, _ = Account.objects.get_or_create(username=by.name, reference=reference)
    account.groups.set(Group.objects.get_or_create(name=role.value)[0] for role in by.roles)
    return account.as_actor("web")


def person(name: str, role: Role) -> Account:
    """Return an account with a role."""
    account = Account.objects.create(username=name, reference=UUID(int=sum(name.encode())))
    account.groups.add(Group.objects.get_or_create(name=role.value)[0])
    return account
