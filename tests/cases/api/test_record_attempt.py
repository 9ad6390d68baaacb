import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, refused
from tests.cases.inquiry import notified_case, ordered_notice

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "record-attempt"

SENT = {"number": 1, "tried_on": "2025-01-21", "reason": "nadie abrió"}


def test_an_attempt_in_vain_is_recorded() -> None:
    told = Person(Role.NOTIFIER).acts(VERB, ordered_notice(), **SENT)
    assert told["records"]["notices"][0]["attempts"] == [{"tried_on": "2025-01-21", "reason": "nadie abrió"}]


def test_what_was_served_is_not_attempted() -> None:
    who = Person(Role.NOTIFIER)
    refused(who, VERB, notified_case(), 409, "barred", **SENT)
    refused(who, VERB, ordered_notice(), 400, "invalid_term", **(SENT | {"tried_on": "2999-01-01"}))
