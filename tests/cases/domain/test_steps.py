import csv
from pathlib import Path

import pytest

from cases.domain.errors import BarredError, NotCompetentError
from cases.domain.procedure import Act, Stage, Step
from cases.domain.stages import ENDED, OPEN, UNDER_WAY
from cases.domain.steps import STEPS, check_possible, check_step
from cases.domain.wording import STEP_WORDS
from kernel.domain.actors import Role

STAGES = {"open": OPEN, "under way": UNDER_WAY, "any": frozenset(Stage)}


def passing() -> set[tuple[Stage, Step, Role]]:
    """Return what the table lets pass."""
    with (Path(__file__).parent / "steps.csv").open(encoding="utf-8", newline="") as file:
        return {
            (stage, Step(row["step"]), Role(role))
            for row in csv.DictReader(file)
            for stage in STAGES.get(row["in"]) or {Stage(row["in"])}
            for role in row["by"].split()
            if stage
        }


PASSING = passing()


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("stage", Stage)
def test_every_triple_passes_as_the_table_says_or_is_refused_with_an_article(stage: Stage, step: Step) -> None:
    possible = any((stage, step, role) in PASSING for role in Role)
    for role in Role:
        if (stage, step, role) in PASSING:
            check_step(step, stage, frozenset({role}))
            continue
        with pytest.raises(NotCompetentError if possible else BarredError) as caught:
            check_step(step, stage, frozenset({role}))
        assert isinstance(caught.value, NotCompetentError | BarredError)
        assert f"({caught.value.article})." in caught.value.message.es


def test_what_has_ended_is_told_so() -> None:
    for stage in ENDED:
        with pytest.raises(BarredError, match="The procedure has ended") as caught:
            check_step(Step.EXTEND, stage, frozenset({Role.SUPERVISOR}))
        assert caught.value.article == "LFPA art. 57"


def test_every_step_has_a_rule_and_words() -> None:
    assert set(STEPS) == set(STEP_WORDS) == set(Step)


def test_an_act_is_checked_by_the_table_of_acts_and_a_step_by_that_of_steps() -> None:
    check_possible(Act.ADMIT, Stage.RECEIVED, frozenset({Role.INTAKE}))
    check_possible(Step.AGREE_TO_ADMISSION, Stage.RECEIVED, frozenset({Role.SUPERVISOR}))
    with pytest.raises(BarredError):
        check_possible(Act.ADMIT, Stage.PREVENTED, frozenset({Role.INTAKE}))
    with pytest.raises(NotCompetentError):
        check_possible(Step.AGREE_TO_ADMISSION, Stage.RECEIVED, frozenset({Role.INTAKE}))
