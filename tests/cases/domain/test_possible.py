from dataclasses import fields, replace
from itertools import product

import pytest

from cases.domain.conditions import OWN_OF_JOINED
from cases.domain.errors import BarredError, NotCompetentError
from cases.domain.possible import ELSEWHERE, OPENS, Situation, Thing, offered_in, possible, possible_in
from cases.domain.procedure import Act, Stage, Step
from cases.domain.stages import check_act
from cases.domain.steps import check_step
from kernel.domain.actors import Role

FACTS = tuple(one.name for one in fields(Situation) if one.type is bool)
NOTHING = Situation(**dict.fromkeys(FACTS, False))  # type: ignore[arg-type]
PLAIN = replace(NOTHING, has_documents=True)  # as an official sees it
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
    after = set(possible_in(replace(PLAIN, **{fact: True}), Stage.RECEIVED, ALL))  # type: ignore[arg-type]
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
    assert possible_in(PETITIONERS, Stage.RECEIVED, officials) == (Step.ADD_DOCUMENT, Step.RECEIVE_SUBMISSION)


def test_what_is_done_elsewhere_is_possible_and_not_offered() -> None:
    found = possible_in(PLAIN, Stage.DECISION, ALL)
    assert set(found) > ELSEWHERE
    assert offered_in(PLAIN, Stage.DECISION, ALL) == tuple(one for one in found if one not in ELSEWHERE)


def test_nothing_is_possible_by_the_facts_that_the_tables_close() -> None:
    for values in product([True, False], repeat=len(FACTS)):
        case = replace(NOTHING, **dict(zip(FACTS, values, strict=True)))  # type: ignore[arg-type]
        for stage in Stage:
            assert set(possible_in(case, stage, ALL)) <= set(possible(stage, ALL))


@pytest.mark.parametrize(
    ("thing", "opened"),
    [
        (Thing.PARTY, {Step.CHANGE_PARTY, Step.ISSUE_NOTICE}),
        (Thing.UNSERVED, {Step.RECORD_ATTEMPT, Step.SERVE_NOTICE, Step.VOID_NOTICE}),
        (Thing.NOTICE, {Step.VOID_NOTICE}),
        (Thing.UNACKNOWLEDGED, {Step.ACKNOWLEDGE_NOTICE}),
        (Thing.UNANSWERED, {Step.ANSWER_REQUEST}),
        (Thing.DETERMINATION, {Step.RECORD_ANNULMENT}),
        (Thing.PROPOSABLE, {Step.PROPOSE_ADOPTION}),
        (Thing.EXHIBIT, {Step.DECIDE_EXHIBIT}),
    ],
)
def test_a_step_is_possible_where_there_is_what_it_is_taken_with(thing: Thing, opened: set[Step]) -> None:
    before = set(possible_in(PLAIN, Stage.INVESTIGATION, ALL))
    after = set(possible_in(replace(PLAIN, at_hand=frozenset({thing})), Stage.INVESTIGATION, ALL))
    assert (before - after, after - before) == (set(), opened)


def test_the_facts_speak_of_acts_and_steps_alone() -> None:
    assert set(OPENS) <= {*Act, *Step}
