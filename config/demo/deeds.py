"""What is done in the invented cases of the demonstration: each deed is one call of the service that does it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils import timezone

from cases import services
from cases.domain.case import Ground, Seen, SourceRef
from cases.domain.party_terms import NewTerm
from cases.domain.rules import Channel
from cases.domain.terms import TermKind
from cases.models import Case
from kernel.domain.actors import Actor, Role
from kernel.models import Account
from kernel.services.documents import store_document

DEMO: Final = "DEMO"  # the kind of source that marks a case as invented
WHY: Final = "Motivo inventado de la demostración."
IMPORTER: Final = "IMP-DEMO-1"


@dataclass(frozen=True, slots=True)
class Scene:
    """A case on a day of its story, and who may act in it; there is no case yet on the first day."""

    case: Case | None
    cases: Mapping[str, Case]
    people: Mapping[Role, Account]
    at: datetime

    @property
    def on(self) -> date:
        """Return the day."""
        return timezone.localdate(self.at)

    @property
    def seen(self) -> Seen:
        """Return the case as whoever acts in it sees it."""
        return self.seen_of(self.case)

    def seen_of(self, case: Case | None) -> Seen:
        """Return a case as it is seen on the day."""
        return Seen("", 0) if case is None else Seen(case.reference, case.version)

    def by(self, role: Role) -> Actor:
        """Return the one who acts in a role."""
        return self.people[role].as_actor("cli")


Deed = Callable[[Scene], Case]


def filed(text: str, *, channel: Channel = Channel.VUCEM) -> Deed:
    """Return the filing of a petition by the petitioner's account."""

    def do(scene: Scene) -> Case:
        source = SourceRef(DEMO, "", f"DEMO · {text}")
        filing = services.Filing(channel, scene.at, petitioner=scene.by(Role.PETITIONER).name, source=source)
        return services.file_petition(filing=filing, actor=scene.by(Role.INTAKE), at=scene.at)

    return do


def started(text: str) -> Deed:
    """Return the start of a case on own motion."""

    def do(scene: Scene) -> Case:
        source = SourceRef(DEMO, "", f"DEMO · {text}")
        return services.open_own_motion_case(source=source, reason=WHY, actor=scene.by(Role.SUPERVISOR), at=scene.at)

    return do


def prevented(*, cure_days: int) -> Deed:
    """Return a prevention with so many business days to cure it."""
    why = "DEMO: falta el país de origen y la fracción arancelaria."
    return lambda scene: services.prevent_petition(
        seen=scene.seen,
        notified_on=scene.on,
        cure_days=cure_days,
        reason=why,
        actor=scene.by(Role.INTAKE),
        at=scene.at,
    )


def term(kind: TermKind, *, days: int | None = None, party: str = IMPORTER) -> Deed:
    """Return the start of a term from the day of the scene."""
    return lambda scene: services.start_term(
        seen=scene.seen, new=NewTerm(kind, scene.on, party, days), actor=scene.by(Role.INVESTIGATOR), at=scene.at
    )


def met(number: int) -> Deed:
    """Return that a term was met on the day of the scene."""
    return lambda scene: services.meet_term(
        seen=scene.seen, number=number, met_on=scene.on, actor=scene.by(Role.INVESTIGATOR), at=scene.at
    )


def pleadings(*, days: int) -> Deed:
    """Return the opening of the pleadings from the day of the scene."""
    return lambda scene: services.open_pleadings(
        seen=scene.seen, notified_on=scene.on, days=days, actor=scene.by(Role.INVESTIGATOR), at=scene.at
    )


def document(name: str) -> Deed:
    """Return a document that the investigator adds."""

    def do(scene: Scene) -> Case:
        actor, content = scene.by(Role.INVESTIGATOR), f"DEMO · {name}: documento inventado de {scene.on}.\n"
        stored = store_document([content.encode()], name=name, actor=actor, at=scene.at)
        return services.add_document(seen=scene.seen, document=stored, name=name, actor=actor, at=scene.at)

    return do


def joined_to(name: str) -> Deed:
    """Return that the case is joined to another of the stories."""
    return lambda scene: services.join_case(
        seen=scene.seen,
        lead=scene.seen_of(scene.cases[name]),
        reason=WHY,
        actor=scene.by(Role.SUPERVISOR),
        at=scene.at,
    )


def cured(scene: Scene) -> Case:
    """Take what the petitioner was asked for."""
    return services.cure_petition(seen=scene.seen, actor=scene.by(Role.PETITIONER), at=scene.at)


def agreed(scene: Scene) -> Case:
    """Agree to the admission."""
    return services.agree_to_admission(seen=scene.seen, actor=scene.by(Role.SUPERVISOR), at=scene.at)


def admitted(scene: Scene) -> Case:
    """Admit what was agreed to."""
    return services.admit_petition(seen=scene.seen, actor=scene.by(Role.INTAKE), at=scene.at)


def assigned(scene: Scene) -> Case:
    """Put the case in the investigator's hands."""
    assignee = scene.people[Role.INVESTIGATOR].reference
    return services.assign_case(
        seen=scene.seen, assignee=assignee, reason=WHY, actor=scene.by(Role.SUPERVISOR), at=scene.at
    )


def pleaded(scene: Scene) -> Case:
    """Close the pleadings."""
    return services.close_pleadings(seen=scene.seen, actor=scene.by(Role.INVESTIGATOR), at=scene.at)


def extended(scene: Scene) -> Case:
    """Extend the term to decide."""
    return services.extend_term(seen=scene.seen, reason=WHY, actor=scene.by(Role.SUPERVISOR), at=scene.at)


def prioritised(scene: Scene) -> Case:
    """Put the case before those filed earlier."""
    return services.prioritise_case(seen=scene.seen, reason=WHY, actor=scene.by(Role.SUPERVISOR), at=scene.at)


def suspended(scene: Scene) -> Case:
    """Suspend the terms for force majeure."""
    return services.suspend_terms(
        seen=scene.seen,
        from_on=scene.on,
        instrument="DEMO · declaratoria inventada",
        reason=WHY,
        actor=scene.by(Role.SUPERVISOR),
        at=scene.at,
    )


def resolved(scene: Scene) -> Case:
    """End the case by a resolution."""
    return services.close_case(
        seen=scene.seen,
        outcome="NOT_PROVEN",
        act_number="DEMO-1",
        drafter=scene.by(Role.INVESTIGATOR).name,
        actor=scene.by(Role.DECIDER),
        at=scene.at,
    )


def dismissed(scene: Scene) -> Case:
    """Dismiss a petition as inadmissible."""
    return services.dismiss_petition(
        seen=scene.seen, ground=Ground.INADMISSIBLE, reason=WHY, actor=scene.by(Role.SUPERVISOR), at=scene.at
    )


def withdrawn(scene: Scene) -> Case:
    """Withdraw the petition."""
    return services.withdraw_petition(seen=scene.seen, actor=scene.by(Role.PETITIONER), at=scene.at)


def lapsed(scene: Scene) -> Case:
    """Declare the lapse."""
    return services.declare_lapse(seen=scene.seen, actor=scene.by(Role.SUPERVISOR), at=scene.at)
