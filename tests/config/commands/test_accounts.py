import pytest

from kernel.domain.actors import Role
from kernel.models import Account
from tests.command_line import tamiz
from tests.pages import PASSWORD

pytestmark = pytest.mark.django_db


def test_an_account_is_opened_with_the_password_that_is_piped_in() -> None:
    arguments = ("accounts", "create", "Ana@ejemplo.mx", "--role", "customs", "--role", "ANALYST")
    ran = tamiz(*arguments, stdin=f"{PASSWORD}\nmore\n")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Account ana@ejemplo.mx made with the roles ANALYST, CUSTOMS.\n"
    account = Account.objects.get()
    assert account.roles() == {Role.CUSTOMS, Role.ANALYST}
    assert account.check_password(PASSWORD)


@pytest.mark.parametrize(
    ("arguments", "stdin", "words"),
    [
        pytest.param(("ana@ejemplo.mx", "--role", "customs"), "", "too short", id="no password"),
        pytest.param(("ana@ejemplo.mx", "--role", "customs"), "corta\n", "too short", id="a weak password"),
        pytest.param(("ana", "--role", "customs"), f"{PASSWORD}\n", "no e-mail address", id="no address"),
        pytest.param(("ana@ejemplo.mx", "--role", "king"), f"{PASSWORD}\n", "--role", id="an unknown role"),
        pytest.param(("ana@ejemplo.mx",), f"{PASSWORD}\n", "--role", id="no role"),
        pytest.param(
            ("ana@ejemplo.mx", "--role", "customs", "--password", PASSWORD), "", "password", id="a password as argument"
        ),
    ],
)
def test_a_refusal_exits_with_2_and_opens_nothing(arguments: tuple[str, ...], stdin: str, words: str) -> None:
    ran = tamiz("accounts", "create", *arguments, stdin=stdin)
    assert ran.code == 2
    assert words in ran.err
    assert not Account.objects.exists()
