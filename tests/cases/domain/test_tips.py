from datetime import date

import pytest

from cases.domain.tip_words import (
    GROUND_WORDS,
    LANGUAGES,
    SIGN_WORDS,
    STATE_WORDS,
    TIP_ACT_NOTES,
    TIP_ACT_WORDS,
    TOLD_STATES,
)
from cases.domain.tips import (
    LINES,
    MOST_LINE,
    MOST_TEXT,
    SIGNS,
    TIP_MOVES,
    TIP_VERBS,
    ClosingGround,
    TipAct,
    TipBarredError,
    TipError,
    TipSaid,
    TipState,
    check_files,
    check_tip,
    check_tip_act,
    classified_file,
    possible_tip_acts,
)
from kernel.domain.actors import Role
from kernel.domain.documents import Classification
from kernel.domain.errors import ForbiddenError

WEIGHING = {Role.INTAKE, Role.INVESTIGATOR, Role.SUPERVISOR}
OPEN = {TipState.RECEIVED, TipState.IN_TRIAGE}
# Which act leads where, as the unit reads it; what is not here is not possible.
LEADS = {
    TipAct.TAKE: ({TipState.RECEIVED}, TipState.IN_TRIAGE, WEIGHING),
    TipAct.ANSWER: (set(TipState), None, WEIGHING),
    TipAct.LINK: (OPEN, TipState.LINKED, WEIGHING),
    TipAct.START_CASE: (OPEN, TipState.LINKED, {Role.SUPERVISOR}),
    TipAct.CLOSE: (OPEN, TipState.CLOSED, WEIGHING),
    TipAct.REOPEN: ({TipState.LINKED, TipState.CLOSED}, TipState.IN_TRIAGE, WEIGHING),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("state", TipState)
@pytest.mark.parametrize("act", TipAct)
def test_an_act_is_possible_in_the_states_and_for_the_roles_of_the_table(
    act: TipAct, state: TipState, role: Role
) -> None:
    origins, target, roles = LEADS[act]
    if role not in roles:
        with pytest.raises(ForbiddenError):
            check_tip_act(act, state, frozenset({role}))
    elif state not in origins:
        with pytest.raises(TipBarredError):
            check_tip_act(act, state, frozenset({role}))
    else:
        assert check_tip_act(act, state, frozenset({role})) == (target or state)
    assert (act in possible_tip_acts(state, frozenset({role}))) is (role in roles and state in origins)


def test_every_code_has_its_words_in_both_languages() -> None:
    tables = (
        (STATE_WORDS, TipState),
        (TOLD_STATES, TipState),
        (TIP_ACT_WORDS, TipAct),
        (TIP_ACT_NOTES, TipAct),
        (TIP_VERBS, TipAct),
        (TIP_MOVES, TipAct),
        (GROUND_WORDS, ClosingGround),
        (SIGN_WORDS, SIGNS),
    )
    assert all(set(words) == set(codes) for words, codes in tables)
    assert len(SIGNS) == 11
    assert all(text.es and text.en and text.es != text.en for text in SIGN_WORDS.values())
    assert max(map(len, LANGUAGES)) <= 8


def test_whoever_sent_a_tip_cannot_tell_that_there_is_a_case() -> None:
    assert TOLD_STATES[TipState.LINKED] == TOLD_STATES[TipState.IN_TRIAGE]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        pytest.param(TipSaid(""), "account", id="nothing"),
        pytest.param(TipSaid(" \n\t"), "account", id="blanks"),
        pytest.param(TipSaid("ß" * (MOST_TEXT + 1)), "account", id="one sign too long"),
        pytest.param(TipSaid("algo", signs=("ILO-12",)), "signs", id="a sign that is none"),
        *(pytest.param(TipSaid("algo", **{line: "x" * (MOST_LINE + 1)}), line, id=line) for line in LINES),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_received_is_told_at_its_part(said: TipSaid, field: str) -> None:
    with pytest.raises(TipError) as caught:
        check_tip(said)
    assert caught.value.field == field


def test_one_sentence_is_enough_and_the_longest_fits() -> None:
    check_tip(TipSaid("No los dejan salir."))
    check_tip(TipSaid("劳" * MOST_TEXT, signs=SIGNS, place="x" * MOST_LINE))


def test_three_files_fit_at_once() -> None:
    check_files(3)
    with pytest.raises(TipError):
        check_files(4)


@pytest.mark.parametrize(
    ("received_on", "until"),
    [(date(2026, 3, 2), date(2031, 3, 2)), (date(2028, 2, 29), date(2033, 2, 28))],
)
def test_a_file_is_reserved_for_the_five_years_of_the_law(received_on: date, until: date) -> None:
    said = classified_file(received_on)
    assert (said.level, said.until) == (Classification.RESERVED, until)
    assert said.basis
    assert said.reason
