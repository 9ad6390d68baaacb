"""Hits: what would clear them does, and more agreeing evidence lowers neither score nor order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine import Answer, Authority, Criterion, EngineHit, Index, Line, ListedGood, Party, Verdict
from screening.engine.hits import best_matches
from screening.engine.matching import Match
from tests.screening.engine.factories import MAKER, foreign_maker, foreign_region, national_shirts, seller, shirts

OTHER = "Algodones Ajenos GmbH"
FULL = national_shirts(places=("Xinjiang",))
REGION = "91650100MA7ABCDE11"


def hit_on(line: Line, good: ListedGood = FULL) -> EngineHit | None:
    return next(iter(Index.build([good]).check(line).hits), None)


STEPS = {  # facts of a line, each from what says least to what agrees best
    "tariff_code": ("", "61091099", "61091003"),
    "origin": ("", "CHN"),
}
NAMES = (OTHER, "Tejidos Inventdos Vale", MAKER)
CITIES = ("", "Urumqi")


def line_of(name: int, code: int, origin: int, city: int) -> Line:
    party = seller(NAMES[name], city=CITIES[city])
    return shirts(party, tariff_code=STEPS["tariff_code"][code], origin=STEPS["origin"][origin])


@given(st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 1), st.integers(0, 1)), st.integers(0, 3))
def test_a_fact_that_agrees_better_lowers_neither_score_nor_order(facts: tuple[int, int, int, int], which: int) -> None:
    most = (2, 2, 1, 1)
    better = tuple(min(f + (i == which), most[i]) for i, f in enumerate(facts))
    before, after = hit_on(line_of(*facts)), hit_on(line_of(*better))
    if before is not None and after is not None:  # by design near goods alone are reviewed, met goods alone unknown
        assert after.score >= before.score
        assert after.order >= before.order
        assert list(Verdict).index(after.verdict) <= list(Verdict).index(before.verdict)


PARTIES = st.builds(
    Party,
    role=st.sampled_from(["SUPPLIER", "PRODUCER"]),
    name=st.sampled_from([MAKER, MAKER[:30], "Tejidos Inventdos Vale"]),
    tax_id=st.sampled_from(["", REGION, REGION[:17]]),
    country=st.just("CHN"),
    attributed=st.booleans(),
)


@given(st.lists(PARTIES, min_size=1, max_size=3), PARTIES)
def test_one_more_party_that_matches_lowers_neither_score_nor_order(parties: list[Party], more: Party) -> None:
    good = national_shirts()
    before, after = hit_on(shirts(*parties), good), hit_on(shirts(*parties, more), good)
    assert before is not None
    assert after is not None
    assert 0 <= before.score <= after.score <= 1
    assert after.order >= before.order


@given(
    st.lists(st.tuples(st.floats(0.78, 1), st.floats(0, 40), st.booleans()), min_size=1, max_size=5),
    st.tuples(st.floats(0.78, 1), st.floats(0, 40), st.booleans()),
)
def test_the_best_of_the_parties_only_rises(
    found: list[tuple[float, float, bool]], more: tuple[float, float, bool]
) -> None:
    def best(items: list[tuple[float, float, bool]]) -> tuple[bool, float, float]:
        parties = [Party("SUPPLIER", f"S{i}", attributed=own) for i, (_, _, own) in enumerate(items)]
        matches = [[Match(0, "X", score, order, (), ())] for score, order, _ in items]
        one = best_matches(parties, matches, met=0.9)[0]
        return one.sure, one.score, one.order

    assert all(b <= a for b, a in zip(best(found), best([*found, more]), strict=True))


def test_the_order_has_no_upper_end() -> None:
    weak = hit_on(shirts(seller(MAKER)), national_shirts(origins=(), tariff_codes=("61",)))
    strong = hit_on(shirts(seller(MAKER, tax_id=REGION)), national_shirts())
    assert weak is not None
    assert strong is not None
    assert weak.score == strong.score == 1.0
    assert strong.order > weak.order + 10


CLEARING = {
    Criterion.PRODUCER: lambda line: replace(line, parties=(Party("PRODUCER", OTHER, country="CHN", city="Urumqi"),)),
    Criterion.GOODS: lambda line: replace(line, tariff_code="84713001"),
    Criterion.ORIGIN: lambda line: replace(line, origin="VNM"),
    Criterion.PLACE: lambda line: replace(
        line,
        parties=tuple(
            replace(p, role="PRODUCER", tax_id="", city="Ningbo", postal_code="315000") for p in line.parties
        ),
    ),
}
HITS = {
    "everything met": (shirts(seller(MAKER, city="Urumqi", postal_code="830000")), FULL),
    "near in name and goods": (
        shirts(seller("Tejidos Inventdos Vale", city="Urumqi"), tariff_code="61091099"),
        FULL,
    ),
    "no producer declared": (shirts(seller(OTHER, city="Urumqi")), FULL),
    "a foreign order on a region": (
        shirts(seller(OTHER, city="Urumqi")),
        replace(foreign_region(), tariff_codes=("61",)),
    ),
    "a foreign maker": (shirts(seller("Hoshine Silicon Ind")), foreign_maker()),
    "goods by words": (
        Line("", "", "PLAYERAS DE ALGODON", "CHN", parties=(seller(OTHER, city="Urumqi"),)),
        foreign_region(),
    ),
}


@pytest.mark.parametrize(("line", "good"), HITS.values(), ids=HITS)
def test_each_fact_that_would_clear_a_hit_does(line: Line, good: ListedGood) -> None:
    hit = hit_on(line, good)
    assert hit is not None
    assert len(hit.clears) == len(hit.criteria)
    for answer in hit.criteria:
        assert hit_on(CLEARING[answer.criterion](line), good) is None, answer.criterion


def test_what_would_clear_a_hit_is_said_in_plain_words_in_both_languages() -> None:
    hit = hit_on(shirts(seller("Tejidos Inventdos Vale", city="Urumqi"), tariff_code="61091003"))
    assert hit is not None
    goods, origin, place, producer = hit.clears
    assert "fracción" in goods.es
    assert "61091003" in goods.en
    assert "un origen distinto de CHN" in origin.es
    assert "an origin other than CHN" in origin.en
    assert "Xinjiang" in place.es
    assert "Tejidos Inventdos Vale" in producer.es
    assert MAKER in producer.en
    assert hit.detail()["clears"][1] == {"es": origin.es, "en": origin.en}


def test_a_maker_that_nobody_declares_is_asked_for() -> None:
    hit = hit_on(shirts(seller(OTHER)), national_shirts())
    assert hit is not None
    assert hit.criteria[-1].answer is Answer.NOT_DECLARED
    assert "declare al fabricante" in hit.clears[-1].es


PLACES = {
    "the seller country of the line places a seller without one": ("DEU", "", "SUPPLIER", Verdict.CLEAR),
    "the seller's own country counts before it": ("DEU", "CHN", "SUPPLIER", Verdict.WATCH),
    "it says nothing of a producer": ("DEU", "", "PRODUCER", Verdict.WATCH),
    "a seller in the region's country may be in the region": ("CHN", "", "SUPPLIER", Verdict.WATCH),
}


@pytest.mark.parametrize(("of_line", "of_party", "role", "expected"), PLACES.values(), ids=PLACES)
def test_where_a_seller_is(of_line: str, of_party: str, role: str, expected: Verdict) -> None:
    party = Party(role, OTHER, country=of_party, city="Urumqi")
    line = shirts(party, seller_country=of_line)
    assert Index.build([foreign_region()]).check(line).verdict is expected


def test_nothing_of_the_importer_is_an_input_of_the_engine() -> None:
    fields = {*Line.__dataclass_fields__, *Party.__dataclass_fields__}
    assert not [name for name in fields if "importer" in name or "buyer" in name]
    for country in ("MEX", "USA", ""):
        consignee = Party("CONSIGNEE", MAKER, country=country, city="Urumqi")
        with_it, without = (
            Index.build([FULL, foreign_region()]).check(shirts(*parties))
            for parties in ((seller(OTHER), consignee), (seller(OTHER),))
        )
        assert with_it == without


def test_a_custom_entry_on_an_origin_alone_is_watched_with_its_fact() -> None:
    hit = hit_on(shirts(seller(OTHER), origin="PRK"), ListedGood("C", "own", Authority.CUSTOM, origins=("PRK",)))
    assert hit is not None
    assert hit.clears[0].en.startswith("an origin other than PRK")
