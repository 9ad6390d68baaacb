import csv
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.domain.errors import BarredError, NotCompetentError
from cases.domain.procedure import Act, Stage
from cases.domain.stages import ENDED, MOVES, OF_PARTIES, OPEN, Condition, check_act, check_agreement
from cases.domain.steps import STEPS
from cases.domain.wording import ACT_WORDS, ROLE_WORDS, STAGE_WORDS
from kernel.domain.actors import Actor, Role

Triple = tuple[Stage | None, Act, Role]
SUPERVISOR, INTAKE = frozenset({Role.SUPERVISOR}), frozenset({Role.INTAKE})
STAGES: tuple[Stage | None, ...] = (None, *Stage)


def passing() -> dict[Triple, Stage]:
    """Return what the table of the design lets pass, and where it leads."""
    with (Path(__file__).parent / "stages.csv").open(encoding="utf-8", newline="") as file:
        return {
            (None if row["from"] == "-" else Stage(row["from"]), Act(row["act"]), Role(role)): Stage(row["to"])
            for row in csv.DictReader(file)
            for role in row["by"].split()
        }


PASSING = passing()


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("stage", STAGES)
def test_every_triple_passes_as_the_table_says_or_is_refused_with_an_article(stage: Stage | None, act: Act) -> None:
    possible = any((stage, act, role) in PASSING for role in Role)
    for role in Role:
        if (stage, act, role) in PASSING:
            assert check_act(act, stage, frozenset({role})) is PASSING[stage, act, role]
            continue
        with pytest.raises(NotCompetentError if possible else BarredError) as caught:
            check_act(act, stage, frozenset({role}))
        assert isinstance(caught.value, NotCompetentError | BarredError)
        assert caught.value.article.startswith("LFPA art. ")
        assert f"({caught.value.article})." in caught.value.message.es
        assert f"({caught.value.article})." in caught.value.message.en


def test_every_triple_was_tried() -> None:
    assert len(list(product(STAGES, Act, Role))) == 10 * 13 * 14
    assert len(PASSING) == 25


@pytest.mark.parametrize(
    ("act", "stage", "role", "article"),
    [
        pytest.param(Act.PREVENT, Stage.INVESTIGATION, Role.INTAKE, "LFPA art. 17-A", id="a prevention once admitted"),
        pytest.param(Act.OPEN_PLEADINGS, Stage.RECEIVED, Role.INVESTIGATOR, "LFPA art. 56", id="pleadings too soon"),
        pytest.param(Act.ISSUE_RESOLUTION, Stage.PLEADINGS, Role.DECIDER, "LFPA art. 59", id="no pleadings closed"),
        pytest.param(Act.DECLARE_LAPSED, Stage.RECEIVED, Role.SUPERVISOR, "LFPA art. 60", id="a petition under check"),
        pytest.param(Act.ADMIT, Stage.DISMISSED, Role.INTAKE, "LFPA art. 57", id="what was dismissed has ended"),
        pytest.param(Act.ADMIT, Stage.RECEIVED, Role.ANALYST, "LFPA art. 3", id="a role without competence"),
        pytest.param(Act.CURE, Stage.PREVENTED, Role.INTAKE, "LFPA art. 19", id="the authority cures for a party"),
        pytest.param(Act.PREVENT, None, Role.INTAKE, "LFPA art. 17-A", id="nothing was filed"),
    ],
)
def test_a_refusal_names_the_article_that_bars_the_act(act: Act, stage: Stage | None, role: Role, article: str) -> None:
    with pytest.raises((BarredError, NotCompetentError)) as caught:
        check_act(act, stage, frozenset({role}))
    assert isinstance(caught.value, NotCompetentError | BarredError)
    assert caught.value.article == article


def test_a_refusal_is_told_in_words() -> None:
    with pytest.raises(BarredError) as caught:
        check_act(Act.OPEN_PLEADINGS, Stage.RECEIVED, INTAKE)
    message = caught.value.message
    assert message.es == (
        "En la etapa «recibida» no es posible abrir los alegatos; lo es en: investigación (LFPA art. 56)."
    )
    assert message.en == (
        "In the stage “received” it is not possible to open the pleadings; it is in: investigation (LFPA art. 56)."
    )


def test_every_stage_act_and_role_of_the_table_has_its_words() -> None:
    assert set(STAGE_WORDS) == set(Stage)
    assert set(ACT_WORDS) == set(Act)
    performing = {role for move in MOVES.values() for role in move.roles | move.agreed_by}
    assert set(ROLE_WORDS) == performing | {role for rule in STEPS.values() for role in rule.roles}


def test_one_role_among_several_suffices() -> None:
    roles = frozenset({Role.ANALYST, Role.INTAKE})
    assert check_act(Act.PREVENT, Stage.RECEIVED, roles) is Stage.PREVENTED


def test_nobody_without_a_role_moves_a_case() -> None:
    for (stage, act, _), _target in PASSING.items():
        with pytest.raises(NotCompetentError):
            check_act(act, stage, frozenset())


def test_what_has_ended_stays_ended() -> None:
    assert {Stage.RESOLVED, Stage.DISMISSED, Stage.WITHDRAWN, Stage.LAPSED} == ENDED
    assert {stage for stage, _, _ in PASSING if stage} == OPEN


@given(st.lists(st.tuples(st.sampled_from(Act), st.sampled_from(Role)), max_size=40))
def test_no_sequence_of_acts_leads_out_of_the_procedure(tries: list[tuple[Act, Role]]) -> None:
    stage: Stage | None = None
    for act, role in tries:
        before = stage
        try:
            stage = check_act(act, stage, frozenset({role}))
        except (BarredError, NotCompetentError):
            assert stage is before
        else:
            assert before not in ENDED
            assert before != Stage.RESOLVED
            assert stage is not Stage.RESOLVED or before is Stage.DECISION
            assert stage is not Stage.DECISION or before in {Stage.PLEADINGS, Stage.DECISION}


def test_every_stage_is_reached() -> None:
    assert set(PASSING.values()) == set(Stage)


def test_every_act_has_a_move_and_every_condition_an_act() -> None:
    assert set(MOVES) == set(Act)
    assert {one for move in MOVES.values() for one in move.conditions} == set(Condition)
    assert {Role.PETITIONER} == {role for act in OF_PARTIES for role in MOVES[act].roles} - {Role.INTAKE}


BY = Actor("account:1", "web", INTAKE)


@pytest.mark.parametrize(
    "agreed",
    [
        pytest.param(None, id="nobody"),
        pytest.param(Actor("account:1", "web", SUPERVISOR | INTAKE), id="the same person in another role"),
        pytest.param(Actor("account:2", "web", INTAKE), id="a person without the role"),
    ],
)
def test_an_admission_needs_the_agreement_of_another_person(agreed: Actor | None) -> None:
    with pytest.raises(NotCompetentError):
        check_agreement(Act.ADMIT, BY, agreed)


def test_a_supervisor_agrees_to_an_admission_and_nobody_need_agree_to_the_rest() -> None:
    check_agreement(Act.ADMIT, BY, Actor("account:2", "web", SUPERVISOR))
    for act in set(Act) - {Act.ADMIT}:
        check_agreement(act, BY, None)
