"""What every form of an act has: the case it is done in, what its service takes, where a refusal is told."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, ClassVar

from django import forms
from django.utils.translation import get_language

from cases.domain.case import NoReasonError
from cases.domain.rules import RuleSet
from cases.models import Case
from kernel.domain.actors import Actor
from kernel.domain.errors import ConflictError, DomainError
from kernel.domain.text import Text
from kernel.kept import KeptFile


class Refusable(forms.Form):
    """A form whose service may refuse; ``PLACES`` says at which field each refusal is told.

    The others are no fault of what was written: they are kept as the ``refusal``, which is told above the form.
    """

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {}
    refusal: Text | None = None

    def tell(self, error: DomainError) -> HTTPStatus:
        """Add what a service refused, at its field if it has one, and return the status of the page that tells it."""
        place = next((name for kind, name in self.PLACES.items() if isinstance(error, kind)), None)
        if place is not None:
            self.add_error(place, error.message.in_language(get_language()))
            return HTTPStatus.UNPROCESSABLE_ENTITY
        self.refusal = error.message
        return HTTPStatus.CONFLICT if isinstance(error, ConflictError) else HTTPStatus.UNPROCESSABLE_ENTITY


class ActForm(Refusable):
    """What an act takes besides the case, the actor and the moment; the fields are called as its service calls them."""

    TAKES_FILE: ClassVar[bool] = False
    TAKES_FILES: ClassVar[bool] = False  # any number of them

    def __init__(self, *args: Any, case: Case, actor: Actor | None = None, **kwargs: Any) -> None:
        self.kept: KeptFile | None = kwargs.pop("kept", None)
        self.many: tuple[KeptFile, ...] = kwargs.pop("many", ())
        super().__init__(*args, **kwargs)
        self.case = case
        self.actor = actor
        self.offer()

    def offer(self) -> None:
        """Fill in what can be chosen in the case; most acts have nothing of the kind."""

    @property
    def rules(self) -> RuleSet:
        """Return the rule set that the case follows."""
        return self.case.facts().rules

    def notice(self) -> Text | None:
        """Return what has to be known before the act is done, None for nothing."""
        return None

    def arguments(self) -> dict[str, Any]:
        """Return what the service takes."""
        return dict(self.cleaned_data)


class PlainForm(ActForm):
    """An act that takes nothing else."""


class ReasonedForm(ActForm):
    """An act that takes reasons."""

    PLACES: ClassVar[Mapping[type[DomainError], str]] = {NoReasonError: "reason"}
