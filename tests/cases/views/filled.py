"""What each form of an act is filled in with, on a case of these days in which the act is possible."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from cases.domain.inquiries import Asked, Authority, Determined
from cases.domain.notices import NoticeChannel, NoticeSubject, Served
from cases.domain.parties import PartyData, PartyRole
from cases.domain.party_terms import NewTerm
from cases.domain.procedure import Act, Step
from cases.domain.submissions import SubmissionKind
from cases.domain.terms import TermKind
from cases.models import Case
from cases.services import (
    Handed,
    NewNotice,
    add_party,
    agree_to_admission,
    issue_notice,
    join_case,
    make_request,
    name_petitioner,
    prioritise_case,
    receive_submission,
    record_determination,
    serve_notice,
    start_term,
    suspend_terms,
)
from kernel.domain.actors import Actor, Role
from kernel.models import Account
from tests.cases.factories import (
    INTAKE,
    INVESTIGATOR,
    SUPERVISOR,
    admitted_case,
    case_to_decide,
    filed_petition,
    heard_case,
    noon,
    own_motion_case,
    pleaded_case,
    prevented_petition,
    registered,
    seen,
)
from tests.cases.services.test_documents import add, stored
from tests.pages import account_with

WHY: Final = "motivo inventado"


def today() -> date:
    return timezone.localdate()


def lately() -> date:
    """Return a day of last week, on which a case of these days began."""
    return today() - timedelta(days=7)


def account_of(role: Role) -> Account:
    """Return the one account that holds a role here, which signs in."""
    return Account.objects.filter(username=role.value.lower()).first() or account_with(role)


def client_of(role: Role) -> Client:
    """Return the one signed in who holds a role here."""
    client = Client()
    client.force_login(account_of(role))
    return client


def petitioner() -> Actor:
    return account_of(Role.PETITIONER).as_actor("web")


def new_petition() -> Case:
    return filed_petition(lately(), petitioner=petitioner())


def prevented() -> Case:
    """Return a prevented petition whose petitioner is the one who signs in."""
    case = prevented_petition()
    name, at = petitioner().name, noon(date(2025, 2, 11))
    return name_petitioner(seen=seen(case), petitioner=name, reason=WHY, actor=INTAKE, at=at)


def agreed() -> Case:
    return agree_to_admission(seen=seen(new_petition()), actor=registered(SUPERVISOR), at=timezone.now())


def prioritised() -> Case:
    return prioritise_case(seen=seen(new_petition()), reason=WHY, actor=SUPERVISOR, at=timezone.now())


def joined() -> Case:
    one, lead = own_motion_case(), own_motion_case()
    return join_case(seen=seen(one), lead=seen(lead), reason=WHY, actor=SUPERVISOR, at=timezone.now())


def suspended() -> Case:
    return suspend_terms(
        seen=seen(new_petition()),
        from_on=lately(),
        instrument="declaratoria",
        reason=WHY,
        actor=SUPERVISOR,
        at=timezone.now(),
    )


def with_term() -> Case:
    case = admitted_case()
    new = NewTerm(TermKind.IMPORTER_ANSWER, date(2025, 1, 21), "importer:1")
    return start_term(seen=seen(case), new=new, actor=INVESTIGATOR, at=noon(date(2025, 1, 21)))


def with_document() -> Case:
    return add(filed_petition(), stored())


def importer() -> Actor:
    return account_of(Role.IMPORTER).as_actor("web")


def with_party(case: Case | None = None) -> Case:
    """Return a case under investigation whose importer accepts electronic notices, with the account that signs in."""
    said = PartyData(
        PartyRole.IMPORTER, "Importadora inventada", country="MEX", account=importer().name, electronic=True
    )
    return add_party(seen=seen(case or admitted_case()), said=said, actor=INVESTIGATOR, at=timezone.now())


def ordered(channel: NoticeChannel = NoticeChannel.ELECTRONIC) -> Case:
    new = NewNotice(1, NoticeSubject.HEARING, channel)
    return issue_notice(seen=seen(with_party()), new=new, actor=INVESTIGATOR, at=timezone.now())


def served() -> Case:
    return serve_notice(seen=seen(ordered()), number=1, served=Served(today()), actor=INVESTIGATOR, at=timezone.now())


def asked() -> Case:
    what = Asked(Authority.SE, "importaciones por fracción", today())
    return make_request(seen=seen(admitted_case()), asked=what, actor=INVESTIGATOR, at=timezone.now())


def determined() -> Case:
    said = Determined("CBP", "USA", "WRO-1", date(2024, 5, 1), "algodón", "hallazgo inventado")
    return record_determination(seen=seen(admitted_case()), said=said, actor=INVESTIGATOR, at=timezone.now())


def answered() -> Case:
    handed = Handed(SubmissionKind.ANSWER, "niega", files=((stored(b"%PDF-1.7 prueba"), "prueba.pdf"),))
    return receive_submission(seen=seen(served()), handed=handed, actor=importer(), at=timezone.now())


def file() -> SimpleUploadedFile:
    return SimpleUploadedFile("Anexo 1.pdf", b"%PDF-1.7 anexo", content_type="application/pdf")


def colleague() -> str:
    return str(account_with(Role.INVESTIGATOR, Role.NOTIFIER).reference)


@dataclass(frozen=True, slots=True)
class Filled:
    """A case in which an act is possible, who does it, and what is written into its form."""

    case: Callable[[], Case]
    role: Role
    data: Callable[[], Mapping[str, object]] = dict


def reasons() -> Mapping[str, object]:
    return {"reason": WHY}


FILLED: Final[Mapping[Act | Step, Filled]] = {
    Act.PREVENT: Filled(
        new_petition, Role.INTAKE, lambda: {"reason": WHY, "notified_on": today().isoformat(), "cure_days": "5"}
    ),
    Act.CURE: Filled(prevented, Role.PETITIONER),
    Act.DISMISS: Filled(filed_petition, Role.SUPERVISOR, lambda: {"ground": "INADMISSIBLE", "reason": WHY}),
    Act.ADMIT: Filled(agreed, Role.INTAKE),
    Act.OPEN_PLEADINGS: Filled(
        heard_case, Role.INVESTIGATOR, lambda: {"notified_on": today().isoformat(), "days": "10"}
    ),
    Act.CLOSE_PLEADINGS: Filled(pleaded_case, Role.INVESTIGATOR),
    Act.RETURN_FOR_EVIDENCE: Filled(case_to_decide, Role.DECIDER, reasons),
    Act.WITHDRAW: Filled(new_petition, Role.PETITIONER),
    Act.CONTINUE_ON_OWN_MOTION: Filled(new_petition, Role.SUPERVISOR, reasons),
    Act.DECLARE_LAPSED: Filled(own_motion_case, Role.SUPERVISOR),
    Step.NAME_PETITIONER: Filled(
        new_petition, Role.INTAKE, lambda: {"petitioner": "petitioner@ejemplo.mx", "reason": WHY}
    ),
    Step.AGREE_TO_ADMISSION: Filled(new_petition, Role.SUPERVISOR),
    Step.ASSIGN: Filled(new_petition, Role.SUPERVISOR, lambda: {"assignee": colleague(), "reason": WHY}),
    Step.PRIORITISE: Filled(new_petition, Role.SUPERVISOR, reasons),
    Step.RESTORE_ORDER: Filled(prioritised, Role.SUPERVISOR, reasons),
    Step.JOIN: Filled(
        own_motion_case, Role.SUPERVISOR, lambda: {"lead": own_motion_case().reference.lower(), "reason": WHY}
    ),
    Step.SEPARATE: Filled(joined, Role.SUPERVISOR, reasons),
    Step.EXTEND: Filled(new_petition, Role.SUPERVISOR, reasons),
    Step.SUSPEND: Filled(
        new_petition,
        Role.SUPERVISOR,
        lambda: {"from_on": today().isoformat(), "instrument": "Declaratoria", "reason": WHY},
    ),
    Step.RESUME: Filled(suspended, Role.SUPERVISOR, lambda: {"until_on": today().isoformat(), "reason": WHY}),
    Step.START_TERM: Filled(
        admitted_case,
        Role.INVESTIGATOR,
        lambda: {"kind": "EVIDENCE", "party": "importer:1", "notified_on": today().isoformat(), "days": "15"},
    ),
    Step.MEET_TERM: Filled(with_term, Role.INTAKE, lambda: {"number": "1", "met_on": today().isoformat()}),
    Step.ADD_DOCUMENT: Filled(new_petition, Role.NOTIFIER, lambda: {"file": file()}),
    Step.ADD_PARTY: Filled(
        admitted_case,
        Role.INTAKE,
        lambda: {
            "role": "IMPORTER",
            "name": "无名贸易有限公司",
            "country": "China",
            "account": "",
            "tax_id": "xaxx010101000",
        },
    ),
    Step.CHANGE_PARTY: Filled(
        with_party, Role.INVESTIGATOR, lambda: {"number": "1", "domicile": "Centro", **reasons()}
    ),
    Step.ISSUE_NOTICE: Filled(
        with_party, Role.NOTIFIER, lambda: {"party": "1", "subject": "HEARING", "channel": "PERSONAL"}
    ),
    Step.RECORD_ATTEMPT: Filled(
        ordered, Role.NOTIFIER, lambda: {"number": "1", "tried_on": today().isoformat(), **reasons()}
    ),
    Step.SERVE_NOTICE: Filled(ordered, Role.NOTIFIER, lambda: {"number": "1", "served_on": today().isoformat()}),
    Step.ACKNOWLEDGE_NOTICE: Filled(served, Role.IMPORTER, lambda: {"number": "1"}),
    Step.VOID_NOTICE: Filled(served, Role.SUPERVISOR, lambda: {"number": "1", **reasons()}),
    Step.MAKE_REQUEST: Filled(
        admitted_case,
        Role.INVESTIGATOR,
        lambda: {"authority": "SE", "matter": "importaciones", "asked_on": today().isoformat()},
    ),
    Step.ANSWER_REQUEST: Filled(asked, Role.INTAKE, lambda: {"number": "1", "answered_on": today().isoformat()}),
    Step.RECORD_DETERMINATION: Filled(
        admitted_case,
        Role.INVESTIGATOR,
        lambda: {
            "institution": "CBP",
            "country": "Estados Unidos",
            "reference": "WRO-1",
            "determined_on": "2024-05-01",
            "goods": "algodón",
            "text": "hallazgo inventado",
        },
    ),
    Step.PROPOSE_ADOPTION: Filled(determined, Role.INVESTIGATOR, lambda: {"number": "1", **reasons()}),
    Step.RECORD_ANNULMENT: Filled(
        determined, Role.INVESTIGATOR, lambda: {"number": "1", "annulled_on": today().isoformat(), **reasons()}
    ),
    Step.RECEIVE_SUBMISSION: Filled(served, Role.IMPORTER, lambda: {"kind": "ANSWER", "text": "niega", "file": file()}),
    Step.DECIDE_EXHIBIT: Filled(
        answered, Role.INVESTIGATOR, lambda: {"exhibit": "1.1", "decision": "ADMITTED", **reasons()}
    ),
    Step.CLASSIFY_DOCUMENT: Filled(
        with_document,
        Role.TRANSPARENCY,
        lambda: {
            "number": "1",
            "level": "RESERVED",
            "basis": "LGTAIP art. 112-VIII",
            "reason": WHY,
            "until": (today() + timedelta(days=30)).isoformat(),
        },
    ),
}
