import pytest

from cases.domain.petition.citing import UnknownFaultError, chosen, place_of, prevention_reason
from cases.domain.petition.completeness import faults_of
from cases.domain.petition.content import GoodsData, PetitionContent, TariffCode
from tests.cases.petitions import ON, TARIFF

CONTENT = PetitionContent(goods=(GoodsData("a"), GoodsData("", (TariffCode("1"), TariffCode("2")))))
FAULTS = faults_of(CONTENT, TARIFF, ON, signed=True)


@pytest.mark.parametrize(
    ("field", "es", "en"),
    [
        ("grounds", "", ""),
        ("goods.1.description", "mercancía 2", "goods 2"),
        ("goods.0.codes.1.nico", "mercancía 1, fracción 2", "goods 1, tariff code 2"),
        ("facts.events.0.on", "hecho 1", "event 1"),
        ("exhibits", "", ""),
    ],
)
def test_a_place_is_counted_as_people_count(field: str, es: str, en: str) -> None:
    assert (place_of(field).es, place_of(field).en) == (es, en)


def test_a_prevention_says_each_fault_with_its_place_and_article_in_the_order_of_the_form() -> None:
    cited = [("GOODS_DESCRIPTION_MISSING", "goods.1.description"), ("GROUNDS_MISSING", "grounds")]
    reason = prevention_reason(chosen(FAULTS, cited), " Se revisó su escrito. ")
    assert reason.splitlines() == [
        "Se revisó su escrito.",
        "Para continuar, complete lo siguiente:",
        "1. Faltan los fundamentos y razones. (Acuerdo DOF 17-02-2023, Anexo Único)",
        "2. Mercancía 2: Falta describir la mercancía. (Acuerdo DOF 17-02-2023, Anexo Único)",
    ]


def test_without_faults_the_note_is_the_reason() -> None:
    assert prevention_reason((), " falta el origen ") == "falta el origen"
    assert prevention_reason((), " ") == ""


@pytest.mark.parametrize("cited", [("GROUNDS_MISSING", "facts"), ("NO_SUCH", "grounds")])
def test_what_the_petition_does_not_lack_is_not_cited(cited: tuple[str, str]) -> None:
    with pytest.raises(UnknownFaultError):
        chosen(FAULTS, [cited])
