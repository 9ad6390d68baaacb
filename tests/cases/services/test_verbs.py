import re

import cases.services
from cases.domain.procedure import VERBS, Act, Step


def test_each_act_and_step_is_a_service_whose_name_is_the_verb_of_its_entry() -> None:
    assert set(VERBS) == {*Act, *Step}
    assert len(set(VERBS.values())) == len(VERBS)
    assert [verb for verb in VERBS.values() if not re.fullmatch(r"[a-z]+(?:_[a-z]+)+", verb)] == []
    assert [verb for verb in VERBS.values() if not callable(getattr(cases.services, verb, None))] == []
