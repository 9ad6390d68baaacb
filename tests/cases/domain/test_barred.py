from datetime import date

import pytest

from cases.domain.barred import CHECKS, why_barred
from cases.domain.possible import possible
from cases.domain.procedure import Act, Stage, Step
from cases.models import Case
from cases.queries import current_calendars
from kernel.domain.actors import Actor, Role
from tests.cases.factories import (
    INTAKE,
    INVESTIGATOR,
    SUPERVISOR,
    admitted_case,
    agreed_petition,
    filed_petition,
    heard_case,
    own_motion_case,
    pleaded_case,
    prevented_petition,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def why(what: Act | Step, case: Case, reader: Actor, on: date) -> str:
    found = why_barred(what, case.standing(reader, current_calendars(), on=on))
    return "" if found is None else found.en


def test_what_is_certain_to_be_refused_is_told_with_its_reason() -> None:
    on = date(2025, 2, 12)
    assert "agreement of another person" in why(Act.ADMIT, filed_petition(), INTAKE, on)
    assert why(Act.ADMIT, agreed_petition(), INTAKE, on) == ""
    assert "No importer was notified" in why(Act.OPEN_PLEADINGS, admitted_case(), INVESTIGATOR, on)
    assert why(Act.OPEN_PLEADINGS, heard_case(), INVESTIGATOR, on) == ""
    assert "not over" in why(Act.CLOSE_PLEADINGS, pleaded_case(), INVESTIGATOR, date(2025, 1, 23))
    assert "not over" in why(Act.DISMISS, prevented_petition(), SUPERVISOR, on)
    assert why(Act.DISMISS, prevented_petition(), SUPERVISOR, date(2025, 2, 28)) == ""
    assert "Nothing lapses before" in why(Act.DECLARE_LAPSED, own_motion_case(), SUPERVISOR, on)
    assert why(Step.EXTEND, filed_petition(), SUPERVISOR, on) == ""
    assert "can no longer be extended" in why(Step.EXTEND, filed_petition(), SUPERVISOR, date(2026, 2, 2))


def test_what_has_no_condition_is_never_barred() -> None:
    assert why(Step.ADD_DOCUMENT, filed_petition(), INTAKE, date(2025, 2, 12)) == ""


def test_only_what_the_tables_open_somewhere_has_conditions() -> None:
    anywhere = {what for stage in Stage for what in possible(stage, frozenset(Role))}
    assert set(CHECKS) <= anywhere
