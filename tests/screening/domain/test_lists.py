import pytest

from screening.domain.lists import LIST_NAME, formats_of, is_demo_name, shrinks, title_of


@pytest.mark.parametrize(
    ("before", "now", "answer"),
    [(100, 100, False), (100, 90, False), (100, 89, True), (10, 9, False), (10, 8, True), (1, 0, True), (5, 50, False)],
)
def test_a_list_shrinks_when_more_than_a_tenth_is_gone(before: int, now: int, answer: bool) -> None:
    assert shrinks(before, now) is answer


def test_lists_of_the_demonstration_are_known_by_their_name() -> None:
    assert is_demo_name("demo-wro")
    assert not is_demo_name("wro-demo-")
    assert title_of("demo-nacional") == "DEMO · Lista nacional de bienes prohibidos"
    assert title_of("mia") == "mia"
    assert formats_of("demo-wro") == formats_of("wro") == {"wro_csv"}
    assert formats_of("mia") == frozenset()


@pytest.mark.parametrize("name", ["uflpa", "mi-lista-2", "0", "a" * 60])
def test_a_name_of_a_list(name: str) -> None:
    assert LIST_NAME.fullmatch(name)


@pytest.mark.parametrize("name", ["", "-a", "Uno", "a.csv", "a/b", "ñ", "a b", "a" * 61, "a\n"])
def test_what_is_no_name_of_a_list(name: str) -> None:
    assert not LIST_NAME.fullmatch(name)
