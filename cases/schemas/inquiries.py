"""What the steps of the investigation take through the API."""

from datetime import date
from typing import Annotated

from ninja import Field
from pydantic import AfterValidator, AwareDatetime

from cases.domain.inquiries import Authority
from cases.domain.notices import NoticeChannel, NoticeSubject
from cases.domain.parties import PartyRole
from cases.domain.submissions import SubmissionKind
from cases.schemas.acts import Days, Number, ReasonedIn, Said, SeenIn
from kernel.domain.countries import country_code

Long = Annotated[Said, Field(max_length=25_000)]
Line = Annotated[Said, Field(max_length=255)]
InFile = Annotated[Number | None, Field(description="number of a document of the case")]


def _country(written: str) -> str:
    code = country_code(written)
    if written.strip() and not code:
        raise ValueError("no country is known by this name or code")
    return code


Country = Annotated[Said, Field(max_length=100, description="name or ISO 3166 code"), AfterValidator(_country)]


class AddPartyIn(SeenIn):
    """A party; the ledger keeps neither its name nor what else identifies it."""

    role: PartyRole
    name: Said = Field(max_length=500)
    tax_id: Said = Field("", max_length=50)
    domicile: Said = Field("", max_length=1000)
    country: Country = ""
    account: Said = Field("", max_length=100, description="name of the actor that may act for it: `account:UUID`")
    electronic: bool = Field(False, description="it expressly accepts electronic notices (LFPA art. 35)")


class ChangePartyIn(AddPartyIn, ReasonedIn):
    """Everything that is recorded of a party from now on, and what proves it."""

    number: Number


class IssueNoticeIn(SeenIn):
    """An order to notify a party."""

    party: Number
    subject: NoticeSubject
    channel: NoticeChannel
    days: Days | None = Field(None, description="of the term for evidence; the hearing has those of the rule set")
    document: InFile = None


class RecordAttemptIn(ReasonedIn):
    """An attempt in vain, and why."""

    number: Number
    tried_on: date


class ServeNoticeIn(SeenIn):
    """When a notice was served, and what proves it."""

    number: Number
    served_on: date = Field(description="delivered, placed on the board, sent or first published")
    completed_on: date | None = Field(None, description="acknowledged, or last published")
    proof: InFile = None


class AcknowledgeNoticeIn(SeenIn):
    """The acknowledgement of the party."""

    number: Number


class VoidNoticeIn(ReasonedIn):
    """Why a notice is annulled, and the term it started with it."""

    number: Number


class MakeRequestIn(SeenIn):
    """What an authority is asked."""

    authority: Authority
    matter: Long
    asked_on: date
    institution: Line = ""
    country: Country = ""
    document: InFile = None


class AnswerRequestIn(SeenIn):
    """The answer of an authority."""

    number: Number
    answered_on: date
    document: InFile = None


class RecordDeterminationIn(SeenIn):
    """What a foreign institution determined."""

    institution: Line
    country: Country
    reference: Said = Field(max_length=100)
    determined_on: date
    goods: Long
    text: Long
    document: InFile = None


class ProposeAdoptionIn(ReasonedIn):
    """Why a foreign determination is to be adopted."""

    number: Number


class RecordAnnulmentIn(ReasonedIn):
    """Since when a foreign determination is annulled, and how that is known."""

    number: Number
    annulled_on: date


class ReceiveSubmissionIn(SeenIn):
    """What is handed in, sent as a form with its files."""

    kind: SubmissionKind
    text: Long = ""
    reason: Long = Field("", description="why supervening evidence comes only now")
    party: Number | None = Field(None, description="intake alone: whose it is; the petitioner's when left out")
    received_at: AwareDatetime | None = Field(None, description="intake alone: when it was received; now if left out")


class DecideExhibitIn(ReasonedIn):
    """Whether an exhibit is admitted (LFPA art. 50)."""

    submission: Number
    exhibit: Number
    admitted: bool
