"""The parties to a case: who they are, and with which account each may act (LFPA art. 19)."""

from datetime import datetime

from django.db import transaction

from cases.domain.case import Seen, check_reason
from cases.domain.parties import NoSuchPartyError, PartyData, PartyError, check_party
from cases.domain.procedure import Step
from cases.models import Case, Party
from cases.services.acting import Acting, record_act, take_for_step
from kernel.domain.actors import Actor
from kernel.domain.text import Text

ACCOUNT_TAKEN = Text(
    "La parte {number} ya actúa con esa cuenta en el expediente.", "Party {number} of the case acts with that account."
)


@transaction.atomic
def add_party(*, seen: Seen, said: PartyData, actor: Actor, at: datetime) -> Case:
    """Add a party to a case; the ledger keeps its key, its role and its country.

    Raises:
        PartyError: it has no name, accepts electronic notices without an account, or another acts with the account.

    """
    acting = take_for_step(seen, Step.ADD_PARTY, actor=actor, at=at)
    row = Party(case=acting.case, number=acting.case.parties.count() + 1)
    _put(acting, row, said)
    return record_act(acting, Step.ADD_PARTY)


@transaction.atomic
def change_party(*, seen: Seen, number: int, said: PartyData, reason: str, actor: Actor, at: datetime) -> Case:
    """Correct what is recorded of a party, or with which account it acts, with reasons such as proof of powers.

    Raises:
        NoSuchPartyError: the case has no party of that number.
        PartyError: as ``add_party`` says.
        NoReasonError: no reason is given.

    """
    acting = take_for_step(seen, Step.CHANGE_PARTY, actor=actor, at=at)
    row = party_of(acting.case, number)
    row.revision += 1
    _put(acting, row, said)
    return record_act(acting, Step.CHANGE_PARTY, reason=check_reason(reason))


def party_of(case: Case, number: int) -> Party:
    """Return a party of a case.

    Raises:
        NoSuchPartyError: the case has no party of that number.

    """
    row = next((one for one in case.parties.all() if one.number == number), None)
    if row is None:
        raise NoSuchPartyError(number)
    return row


def _put(acting: Acting, row: Party, said: PartyData) -> None:
    row.put(check_party(said))
    same = next((one for one in acting.case.parties.all() if row.account and one.account == row.account), None)
    if same is not None and same.number != row.number:
        raise PartyError(ACCOUNT_TAKEN.filled(number=same.number))
    row.save()
