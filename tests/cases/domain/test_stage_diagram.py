from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from cases.domain.procedure import Stage
from cases.domain.stage_diagram import CONDITION_WORDS, WAY, stage_page, way_to
from cases.domain.stages import ENDED, MOVES, Condition

GOLDEN = Path(__file__).parents[3] / "docs" / "reference" / "stages.md"


@pytest.mark.golden
def test_the_page_of_the_stages_is_what_the_tables_say(golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN, stage_page())


def test_every_step_of_the_way_is_an_act_of_the_table() -> None:
    for origin, target in pairwise(WAY):
        assert any(origin in move.origins and move.target is target for move in MOVES.values())


def test_every_condition_has_words() -> None:
    assert set(CONDITION_WORDS) == set(Condition)


@pytest.mark.parametrize("own_motion", [True, False])
@pytest.mark.parametrize("stage", Stage)
def test_a_way_has_the_present_stage_once_and_ends_where_a_case_ends(stage: Stage, own_motion: bool) -> None:
    if own_motion and stage in {Stage.RECEIVED, Stage.PREVENTED}:
        return
    way = way_to(stage, own_motion=own_motion)
    assert way.count(stage) == 1
    assert len(set(way)) == len(way)
    assert way[-1] in ENDED


def test_a_case_that_ended_early_shows_no_stage_that_it_never_reached() -> None:
    assert way_to(Stage.DISMISSED, own_motion=False) == (Stage.RECEIVED, Stage.DISMISSED)
    assert way_to(Stage.PREVENTED, own_motion=False)[:3] == (Stage.RECEIVED, Stage.PREVENTED, Stage.INVESTIGATION)
