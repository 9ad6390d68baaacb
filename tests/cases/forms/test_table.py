import inspect

import pytest

from cases.domain.procedure import VERBS, Act, Step
from cases.domain.stages import MOVES, NEW
from cases.forms import FORMS
from kernel.domain.errors import DomainError

OTHERS = {Act.ISSUE_RESOLUTION, Step.EXPORT, *(act for act in Act if MOVES[act].origins == NEW)}


def test_every_act_and_step_has_a_form_but_for_those_with_a_page_of_their_own() -> None:
    assert set(FORMS) == {*Act, *Step} - OTHERS


@pytest.mark.parametrize("what", FORMS)
def test_a_form_goes_with_the_service_whose_name_is_the_verb_of_its_entry(what: Act | Step) -> None:
    assert FORMS[what].service.__name__ == VERBS[what]


@pytest.mark.parametrize("what", [what for what in FORMS if "arguments" not in vars(FORMS[what].form)])
def test_the_fields_of_a_form_are_called_as_its_service_calls_them(what: Act | Step) -> None:
    taken = {*inspect.signature(FORMS[what].service).parameters} - {"seen", "actor", "at", "continuation"}
    assert set(FORMS[what].form.base_fields) == taken


@pytest.mark.parametrize("what", FORMS)
def test_a_refusal_is_told_at_a_field_that_the_form_has(what: Act | Step) -> None:
    form = FORMS[what].form
    assert set(form.PLACES.values()) <= set(form.base_fields)
    assert all(issubclass(error, DomainError) for error in form.PLACES)
