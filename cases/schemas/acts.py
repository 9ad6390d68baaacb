"""What each act and step takes besides the case: one schema each, with the version of the case that was seen."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from ninja import Field
from pydantic import AfterValidator, AwareDatetime, StringConstraints

from cases.domain.case import NAME_LENGTH, REASON_LENGTH, CaseKind, Ground
from cases.domain.classification import BASIS_LENGTH
from cases.domain.rules import Channel
from cases.domain.terms import TermKind
from importers.domain.values import clean
from kernel.domain.documents import Classification
from kernel.schemas import In

MOST: Final = 32_767  # what the tables hold of a small number

Said = Annotated[str, AfterValidator(clean)]  # without signs that no database or page takes
Name = Annotated[Said, StringConstraints(max_length=NAME_LENGTH), Field(description="name of an actor: `account:UUID`")]
Reason = Annotated[
    Said, StringConstraints(max_length=REASON_LENGTH), Field(description="the reasons, in words (LFPA art. 3)")
]
Reference = Annotated[Said, StringConstraints(max_length=20)]
Days = Annotated[int, Field(ge=1, le=MOST, description="business days")]
Number = Annotated[int, Field(ge=1, le=MOST)]
Notified = Annotated[date, Field(description="day the notice took effect")]


class SeenIn(In):
    """The case as its author saw it: an act on what has changed since is refused (409 `case_changed`)."""

    version: int = Field(ge=1, le=2_147_483_647, description="`version` of the case that was seen")


class ReasonedIn(SeenIn):
    """An act that needs reasons."""

    reason: Reason


class SourceIn(In):
    """Where a case comes from."""

    kind: Annotated[Said, Field(max_length=20, description="`TIP`, `HIT` or another neutral word")] = ""
    public_id: Annotated[Said, Field(max_length=100)] = ""
    text: Annotated[Said, Field(max_length=500)] = ""


class FilePetitionIn(In):
    """A petition as it came in."""

    channel: Channel
    sent_at: AwareDatetime | None = Field(
        None, description="when it was sent; now when left out. Only intake records one that was sent before"
    )
    petitioner: Name = Field("", description="intake alone: the account that may act for the petitioner, if it has one")
    kind: CaseKind = CaseKind.INVESTIGATION


class OpenOwnMotionCaseIn(In):
    """Why the authority starts by itself."""

    source: SourceIn = SourceIn()
    reason: Reason
    kind: CaseKind = CaseKind.INVESTIGATION


class CitedFaultIn(In):
    """A fault of the petition, as it was recorded when it was filed."""

    code: str = Field(max_length=60)
    field: str = Field(max_length=200)


class PreventPetitionIn(SeenIn):
    """A prevention: the reason says what is missing, or adds to the faults that it cites."""

    notified_on: Notified
    cure_days: Days
    reason: Reason = ""
    faults: list[CitedFaultIn] = Field(default_factory=list, max_length=300)


class CurePetitionIn(SeenIn):
    """An answer to the prevention."""


class DismissPetitionIn(ReasonedIn):
    """A dismissal and its ground."""

    ground: Ground


class AdmitPetitionIn(SeenIn):
    """An admission, to which a supervisor has agreed."""


class AgreeToAdmissionIn(SeenIn):
    """A supervisor's agreement to admit the petition as it stands."""


class OpenPleadingsIn(SeenIn):
    """The term for pleadings."""

    notified_on: Notified
    days: Days


class ClosePleadingsIn(SeenIn):
    """The end of the pleadings."""


class ReturnForEvidenceIn(ReasonedIn):
    """What is missing before the case can be decided."""


class WithdrawPetitionIn(SeenIn):
    """A withdrawal."""


class ContinueOnOwnMotionIn(ReasonedIn):
    """Why the case goes on should its petition be withdrawn."""


class DeclareLapseIn(SeenIn):
    """A declaration of lapse."""


class NamePetitionerIn(ReasonedIn):
    """Which account may act for the petitioner; the reason says what proves its powers."""

    petitioner: Name


class AssignCaseIn(ReasonedIn):
    """Who works on the case."""

    assignee: UUID = Field(description="reference of the account")


class PrioritiseCaseIn(ReasonedIn):
    """Why the case goes before those filed earlier."""


class RestoreOrderIn(ReasonedIn):
    """Why the case goes back to its place."""


class JoinCaseIn(ReasonedIn):
    """The case that goes on for both, as its author saw it."""

    lead: Reference = Field(description="reference of the leading case")
    lead_version: int = Field(ge=1, le=2_147_483_647)


class SeparateCaseIn(ReasonedIn):
    """Why the case goes on by itself."""


class ExtendTermIn(ReasonedIn):
    """Why the decision term is extended."""


class SuspendTermsIn(ReasonedIn):
    """Since when force majeure suspends the terms."""

    from_on: date = Field(description="the last day that counts")
    instrument: Said = Field(max_length=255, description="the act or declaration that says so")


class ResumeTermsIn(ReasonedIn):
    """Until when the terms were suspended."""

    until_on: date = Field(description="counting goes on with the business day after")


class StartTermIn(SeenIn):
    """A term that a notice starts."""

    kind: TermKind
    notified_on: Notified
    party: Said = Field("", max_length=100, description="reference of whom it runs against")
    days: Days | None = Field(None, description="business days, where the law leaves them to the authority")


class MeetTermIn(SeenIn):
    """What a term was for came in."""

    number: Number
    met_on: date


class AddDocumentIn(SeenIn):
    """A document, sent as the file of a form."""


class ClassifyDocumentIn(ReasonedIn):
    """How a document is classified, and until when if it is reserved."""

    number: Number
    classification: Classification
    basis: Said = Field(max_length=BASIS_LENGTH, description="article of law")
    until: date | None = None
    for_parties: bool = Field(False, description="at the disposal of the parties with the pleadings (LFPA art. 56)")
