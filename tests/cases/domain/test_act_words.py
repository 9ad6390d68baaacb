import pytest

from cases.domain.act_words import DOES, title_of
from cases.domain.procedure import Act, Step


def test_every_act_and_step_that_has_a_form_says_what_it_does() -> None:
    assert {*Act, *Step} - set(DOES) == {Act.ISSUE_RESOLUTION, Step.EXPORT}
    assert all(text.es.endswith(".") and text.en.endswith(".") for text in DOES.values())


@pytest.mark.parametrize("what", [*Act, *Step])
def test_a_title_begins_like_one_in_both_languages(what: Act | Step) -> None:
    title = title_of(what)
    assert title.es[0].isupper()
    assert title.en[0].isupper()
    assert not title.en.startswith("To ")
