from datetime import date

import pytest

from kernel.domain.actors import Role
from tests.cases.api.people import Person, days_ago, refused
from tests.cases.factories import filed_petition, own_motion_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
VERB = "declare-lapse"


def test_a_case_that_lay_too_long_ends() -> None:
    assert Person(Role.SUPERVISOR).acts(VERB, own_motion_case(date(2023, 6, 1)))["stage"] == "LAPSED"


def test_one_whose_term_runs_does_not() -> None:
    told = refused(Person(Role.SUPERVISOR), VERB, own_motion_case(days_ago(10)), 409, "barred")
    assert told["article"] == "LFPA art. 60"


def test_a_petition_that_was_received_does_not_lapse() -> None:
    refused(Person(Role.SUPERVISOR), VERB, filed_petition(), 409, "barred")
