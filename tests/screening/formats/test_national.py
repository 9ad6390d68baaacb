from datetime import date

from kernel.domain.text import Text
from resolutions.domain.in_force import Good, GoodInForce, NamedProducer, Outcome, ResolutionAct
from screening.engine import Authority, ListedGood, ListedProducer
from screening.formats.national import national_goods

DAY = date(2026, 2, 1)


def test_a_prohibited_good_becomes_an_entry_with_all_its_criteria() -> None:
    maker = NamedProducer("Inventada", ("TIV",), ("9111",), "CHN", region="Región", city="Ciudad")
    good = Good(2, "Playeras", ("61091003",), "2022", origins=("CHN",), regions=("Valle",), producers=(maker,))
    act = ResolutionAct("R-1", Outcome.ADOPTED, DAY, DAY)
    assert national_goods([GoodInForce(act, good)], list_name="nacional") == (
        ListedGood(
            key="R-1/2",
            list_name="nacional",
            authority=Authority.NATIONAL,
            producers=(ListedProducer("Inventada", ("TIV",), (), ("9111",), "CHN", ("Ciudad", "Región")),),
            tariff_codes=("61091003",),
            tariff_version="2022",
            origins=("CHN",),
            places=("Valle",),
            description=Text("Playeras", "Playeras"),
            act="Resolución R-1",
            in_force_on=DAY,
            status="ADOPTED",
        ),
    )
