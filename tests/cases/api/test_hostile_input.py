"""Texts, numbers and moments that no case has: each is refused, and none is a fault of ours."""

import json

import pytest

from cases.models import Case
from kernel.domain.actors import Role
from tests.cases.acting import entries
from tests.cases.api.people import Person
from tests.cases.factories import admitted_case, filed_petition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def raw(who: Person, path: str, body: str) -> int:
    return who.client.post(f"/api/v1{path}", body, content_type="application/json").status_code


@pytest.mark.parametrize("reference", ["%00", "7K3M-9QXR-04%00Z", "%01", "%ED%A0%80", "x" * 5000])
def test_a_reference_of_no_case_is_unknown(reference: str) -> None:
    who = Person(Role.SUPERVISOR)
    assert who.client.get(f"/api/v1/cases/{reference}").status_code == 404
    assert who.client.get(f"/expedientes/{reference}/").status_code == 404


@pytest.mark.parametrize("lead", ["\\u0000", "7K3M-9QXR-04\\u0000Z", "\\ud800", "7K3M-9QXR-04\\ud800Z"])
def test_a_leading_case_of_no_such_signs_is_refused(lead: str) -> None:
    who, case = Person(Role.SUPERVISOR), admitted_case()
    body = f'{{"version": {case.version}, "lead": "{lead}", "lead_version": 1, "reason": "x"}}'
    assert raw(who, f"/cases/{case.reference}/acts/join-case", body) in {400, 404, 422}


@pytest.mark.parametrize("reason", ["\\ud800", "\\u200b", "\\u2060", "\\u3164", "\\u0000", "\\u2800"])
def test_reasons_that_nobody_can_read_are_refused(reason: str) -> None:
    who, case = Person(Role.SUPERVISOR), filed_petition()
    before = entries()
    body = f'{{"version": {case.version}, "reason": "{reason}"}}'
    assert raw(who, f"/cases/{case.reference}/acts/prioritise-case", body) in {400, 422}
    assert entries() == before


def test_half_a_sign_is_left_out_as_other_dirt_is() -> None:
    who, case = Person(Role.SUPERVISOR), filed_petition()
    body = f'{{"version": {case.version}, "reason": "a\\ud800b"}}'
    assert raw(who, f"/cases/{case.reference}/acts/prioritise-case", body) == 200
    assert Case.objects.get().priority_reason == "a b"


@pytest.mark.parametrize("sent_at", ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_moment_at_the_ends_of_time_is_refused(sent_at: str) -> None:
    body = json.dumps({"channel": "VUCEM", "sent_at": sent_at})
    assert raw(Person(Role.INTAKE), "/cases", body) in {400, 422}
    assert not Case.objects.exists()


@pytest.mark.parametrize("version", [2**31, 2**63, 2**64, -1])
def test_a_version_that_no_table_holds_is_refused(version: int) -> None:
    who, case = Person(Role.SUPERVISOR), filed_petition()
    body = json.dumps({"version": version, "reason": "x"})
    assert raw(who, f"/cases/{case.reference}/acts/prioritise-case", body) == 422
