"""Which listed producers a declared party may be: a firm behind another in one name."""

import pytest

from screening.engine.matching import Matcher, PartyKey
from screening.engine.score import NEAR
from tests.screening.engine.factories import foreign_maker

BEHIND = {
    "in care of it": "ACME TRADING LLC C/O HOSHINE SILICON INDUSTRY",
    "acting for it, named after": "ACME TRADING LLC ON BEHALF OF HOSHINE SILICON INDUSTRY",
    "acting for another, named first": "HOSHINE SILICON INDUSTRY CO LTD POR CUENTA DE ACME TRADING LLC",
    "its trade name": "ACME TRADING LLC DBA HOSHINE SILICON INDUSTRY",
    "once its name": "ACME TRADING LLC (FORMERLY KNOWN AS HOSHINE SILICON INDUSTRY)",
    "behind a stroke": "ACME IMPORT EXPORT AND GENERAL TRADING LLC / HOSHINE SILICON INDUSTRY",
    "behind a semicolon": "ACME GENERAL TRADING LLC; HOSHINE SILICON INDUSTRY",
    "third of three": "ACME LLC C/O BRAVO SHIPPING LLC C/O HOSHINE SILICON INDUSTRY",
    "letter by letter": "H O S H I N E S I L I C O N I N D U S T R Y",
}
ALONE = "HOSHINE SILICON INDUSTRY CO LTD"
MATCHER = Matcher([foreign_maker()], least=NEAR)


@pytest.mark.parametrize("name", BEHIND.values(), ids=BEHIND.keys())
def test_a_listed_firm_is_found_wherever_it_stands_in_a_name(name: str) -> None:
    [[match]] = MATCHER.match([PartyKey(name)]).values()
    assert match.score > 0.85


def test_a_firm_named_beside_another_is_near_and_one_named_alone_is_the_same() -> None:
    found = MATCHER.match([PartyKey(BEHIND["in care of it"]), PartyKey(ALONE), PartyKey("ACME TRADING LLC")])
    assert {i: matches[0].doubted for i, matches in found.items()} == {0: True, 1: False}


def test_whose_name_is_in_care_of_another_is_still_the_same() -> None:
    [[match]] = MATCHER.match([PartyKey(f"{ALONE} C/O ACME TRADING LLC")]).values()
    assert (match.score, match.doubted) == (1.0, False)


def test_a_stroke_inside_a_word_parts_nothing() -> None:
    assert not MATCHER.match([PartyKey("ACME A/S"), PartyKey("K/A"), PartyKey(" / "), PartyKey("C/O"), PartyKey(";;;")])
