"""How an act reaches a case through the API: the same way for all of them."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from cases.access import permitted, visible_case
from cases.answers import case_answer
from cases.domain.case import Seen
from cases.models import Case
from cases.schemas.acts import SeenIn
from cases.schemas.cases import CaseOut
from kernel.domain.actors import Actor
from kernel.schemas import refusals

Operation = TypeVar("Operation", bound=Callable[..., CaseOut])
REFUSED: Final = refusals(400, 404, 409, 413)


def act(router: Router) -> Callable[[Operation], Operation]:
    """Return what registers an operation under the name of the service that it calls."""

    def register(operation: Operation) -> Operation:
        name = operation.__name__
        path = f"/cases/{{reference}}/acts/{name.replace('_', '-')}"
        answers: dict[Any, Any] = {200: CaseOut, **REFUSED}
        registered: Operation = router.post(path, response=answers, operation_id=name, url_name=name)(operation)
        return registered

    return register


def taken(request: HttpRequest, reference: str, sent: SeenIn) -> tuple[Actor, Seen]:
    """Return who acts, and the case as they saw it.

    Raises:
        ForbiddenError: they act in no case.
        NoSuchCaseError: there is no such case, or they may not know of it.

    """
    actor = permitted(request, "cases.act")
    return actor, Seen(visible_case(actor, reference).reference, sent.version)


def done(case: Case, actor: Actor) -> CaseOut:
    """Return the case as an act has left it."""
    return case_answer(case, actor, on=timezone.localdate())
