import pytest

from kernel.domain.actors import Actor, Role
from kernel.domain.errors import ForbiddenError
from kernel.domain.permissions import Permission, check_may, may

CUSTOMS = Permission(frozenset({Role.CUSTOMS, Role.ADMIN}), frozenset({"screening.check"}))
EVERYBODY = Permission(frozenset({Role.PUBLIC}))
NOBODY = Permission(frozenset())


def actor(*roles: Role, scopes: tuple[str, ...] = ()) -> Actor:
    return Actor("somebody", "web", frozenset(roles), frozenset(scopes))


@pytest.mark.parametrize(
    ("who", "permission", "allowed"),
    [
        pytest.param(actor(Role.CUSTOMS), CUSTOMS, True, id="one of the roles suffices"),
        pytest.param(actor(Role.AUDITOR, Role.ADMIN), CUSTOMS, True, id="another role does no harm"),
        pytest.param(actor(Role.AUDITOR), CUSTOMS, False, id="another role does not suffice"),
        pytest.param(actor(scopes=("screening.check",)), CUSTOMS, True, id="the scope of a key suffices"),
        pytest.param(actor(scopes=("screening.read",)), CUSTOMS, False, id="another scope does not suffice"),
        pytest.param(actor(), CUSTOMS, False, id="an account without roles may not"),
        pytest.param(actor(Role.PUBLIC), CUSTOMS, False, id="the public may not what roles may"),
        pytest.param(actor(), EVERYBODY, True, id="an account without roles may what the public may"),
        pytest.param(actor(scopes=("x.read",)), EVERYBODY, True, id="a key may what the public may"),
        pytest.param(actor(*Role), NOBODY, False, id="what asks for nothing is closed to everybody"),
    ],
)
def test_who_may(who: Actor, permission: Permission, allowed: bool) -> None:
    assert may(who, permission) is allowed
    if allowed:
        check_may(who, permission)
    else:
        with pytest.raises(ForbiddenError) as caught:
            check_may(who, permission)
        assert caught.value.message.es.startswith("Su cuenta o llave no tiene permiso")
