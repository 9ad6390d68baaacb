import pytest
from pytest_django import Settings

from cases.queries.people import party_by_email, petitioner_by_email, staff
from kernel.domain.actors import Role
from kernel.models import Account
from tests.pages import account_with

pytestmark = pytest.mark.django_db


def test_staff_are_those_who_work_on_cases_and_may_enter(settings: Settings) -> None:
    both = account_with(Role.INTAKE, Role.SUPERVISOR)
    account_with(Role.ANALYST)
    shut_out = account_with(Role.DECIDER)
    Account.objects.filter(pk=shut_out.pk).update(is_active=False)
    demo = account_with(Role.INVESTIGATOR)
    Account.objects.filter(pk=demo.pk).update(demo=True)
    settings.TAMIZ_DEBUG = False
    assert [(one.email, set(roles)) for one, roles in staff()] == [(both.email, {Role.INTAKE, Role.SUPERVISOR})]
    settings.TAMIZ_DEBUG = True
    assert {one.pk for one, _ in staff()} == {both.pk, demo.pk}


@pytest.mark.parametrize("size", [1, 5])
def test_more_staff_ask_no_more_questions(size: int, django_assert_num_queries: object) -> None:
    for number in range(size):
        account = account_with(Role.INVESTIGATOR)
        Account.objects.filter(pk=account.pk).update(username=f"n{number}", email=f"n{number}@ejemplo.mx")
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert len(staff()) == size


def test_a_petitioner_is_found_by_its_address_alone() -> None:
    petitioner, other = account_with(Role.PETITIONER), account_with(Role.ANALYST)
    assert petitioner_by_email(f" {petitioner.email.upper()} ") == petitioner
    assert petitioner_by_email(other.email) is None
    assert petitioner_by_email("nadie@ejemplo.mx") is None
    Account.objects.filter(pk=petitioner.pk).update(is_active=False)
    assert petitioner_by_email(petitioner.email) is None


def test_a_party_is_found_by_its_address_among_importers_and_petitioners() -> None:
    importer, other = account_with(Role.IMPORTER), account_with(Role.INVESTIGATOR)
    assert party_by_email(f" {importer.email.upper()} ") == importer
    assert party_by_email(account_with(Role.PETITIONER).email) is not None
    assert party_by_email(other.email) is None
