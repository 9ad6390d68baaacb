import pytest

from kernel.domain.actors import Role
from kernel.models import Account
from kernel.queries import names_of, person_name
from tests.pages import account_with

pytestmark = pytest.mark.django_db


def test_a_person_is_called_by_the_full_name_or_else_by_the_address() -> None:
    account = account_with(Role.INTAKE)
    assert person_name(account) == "intake@ejemplo.mx"
    account.first_name, account.last_name = "小明", "王"
    assert person_name(account) == "小明 王"
    assert person_name(Account(username="x")) == "x"


def test_names_are_found_for_accounts_alone() -> None:
    account = account_with(Role.INTAKE)
    name = account.as_actor("web").name
    unknown = "account:00000000-0000-0000-0000-000000000000"
    assert names_of([name, name, "system", "key:abc", "account:x", unknown]) == {name: "intake@ejemplo.mx"}
