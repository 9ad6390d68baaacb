from cases.domain.procedure import SLUGS, VERBS, Act, Step, slug_of


def test_everything_that_is_done_in_a_case_has_a_verb_and_an_address_of_its_own() -> None:
    assert set(VERBS) == {*Act, *Step}
    assert [SLUGS[slug_of(what)] for what in VERBS] == list(VERBS)
