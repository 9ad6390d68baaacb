from dataclasses import replace

import pytest

from cases.domain.conditions import OWN_OF_JOINED
from cases.domain.errors import BarredError, NotCompetentError
from cases.domain.possible import ELSEWHERE, Situation, offered_in, possible, possible_in
from cases.domain.procedure import Act, Stage, Step
from cases.domain.stages import check_act
from cases.domain.steps import check_step
from kernel.domain.actors import Role

PLAIN = replace(Situation(*[False] * 11), has_documents=True)
PETITIONERS = replace(PLAIN, is_petitioner=True)
ALL = frozenset(Role)


def passes(what: Act | Step, stage: Stage, role: Role) -> bool:
    try:
        if isinstance(what, Act):
            check_act(what, stage, frozenset({role}))
        else:
            check_step(what, stage, frozenset({role}))
    except (BarredError, NotCompetentError):
        return False
    return True


@pytest.mark.parametrize("stage", Stage)
def test_exactly_what_the_tables_let_pass_is_possible(stage: Stage) -> None:
    for role in Role:
        found = possible(stage, frozenset({role}))
        assert [what for what in (*Act, *Step) if passes(what, stage, role)] == list(found)


def test_without_a_case_one_can_only_open_one() -> None:
    assert possible(None, ALL) == (Act.FILE_PETITION, Act.START_ON_OWN_MOTION)
    assert possible(None, frozenset({Role.AUDITOR})) == ()


@pytest.mark.parametrize(
    ("fact", "closed", "opened"),
    [
        ("own_motion", {Act.PREVENT, Act.CONTINUE_ON_OWN_MOTION, Step.NAME_PETITIONER}, set()),
        ("continued", {Act.CONTINUE_ON_OWN_MOTION}, set()),
        ("prevented", {Act.PREVENT}, set()),
        ("extended", {Step.EXTEND}, set()),
        ("suspended", {Step.SUSPEND}, {Step.RESUME}),
        ("prioritised", {Step.PRIORITISE}, {Step.RESTORE_ORDER}),
        ("admission_agreed", {Step.AGREE_TO_ADMISSION}, set()),
    ],
)
def test_a_fact_closes_and_opens_what_it_should(fact: str, closed: set[Act | Step], opened: set[Act | Step]) -> None:
    before = set(possible_in(PLAIN, Stage.RECEIVED, ALL))
    after = set(possible_in(replace(PLAIN, **{fact: True}), Stage.RECEIVED, ALL))
    assert (before - after, after - before) == (closed, opened)


def test_in_a_joined_case_only_what_is_its_own_is_possible() -> None:
    joined = set(possible_in(replace(PLAIN, joined=True, own_motion=True), Stage.INVESTIGATION, ALL))
    assert joined <= OWN_OF_JOINED
    assert Step.SEPARATE in joined
    assert Step.JOIN not in joined


def test_only_the_petitioner_is_offered_what_is_the_petitioners() -> None:
    assert {Act.CURE, Act.WITHDRAW}.isdisjoint(possible_in(PLAIN, Stage.PREVENTED, ALL))
    assert {Act.CURE, Act.WITHDRAW} <= set(possible_in(PETITIONERS, Stage.PREVENTED, ALL))
    assert Act.WITHDRAW not in possible_in(replace(PETITIONERS, own_motion=True), Stage.RECEIVED, ALL)


def test_an_official_is_offered_nothing_of_its_own_in_its_own_petition() -> None:
    officials = ALL - {Role.PETITIONER}
    assert possible_in(PETITIONERS, Stage.RECEIVED, officials) == (Step.ADD_DOCUMENT,)


def test_what_is_done_elsewhere_is_possible_and_not_offered() -> None:
    found = possible_in(PLAIN, Stage.DECISION, ALL)
    assert set(found) > ELSEWHERE
    assert offered_in(PLAIN, Stage.DECISION, ALL) == tuple(one for one in found if one not in ELSEWHERE)
