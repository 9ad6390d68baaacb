"""The index: lines against listed goods, as an officer would put the question."""

from dataclasses import asdict, replace
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.names import make_names
from screening.engine import Answer, Authority, Criterion, Index, Line, ListedGood, ListedProducer, Party, Verdict
from screening.engine.index import LINE_COLUMNS, PARTY_COLUMNS
from tests.screening.engine.factories import MAKER, foreign_maker, foreign_region, national_shirts, seller, shirts

OTHER = "Algodones Ajenos GmbH"


def verdict(line: Line, *goods: ListedGood) -> Verdict:
    return Index.build(goods or (national_shirts(),)).check(line).verdict


CASES = {
    "producer, goods and origin met stop": (shirts(seller(MAKER)), Verdict.STOP),
    "the importer's country plays no part": (shirts(seller(MAKER, country="")), Verdict.STOP),
    "a name cut at 30 still counts": (shirts(seller(MAKER[:30])), Verdict.STOP),
    "a Chinese alias counts": (shirts(seller("虚构山谷纺织股份有限公司")), Verdict.STOP),
    "a tax id counts under another name": (shirts(seller(OTHER, tax_id="91650100MA7ABCDE11")), Verdict.STOP),
    "a tax id cut to 17 counts": (shirts(seller(OTHER, tax_id="91650100MA7ABCDE1")), Verdict.STOP),
    "a misspelt name is reviewed": (shirts(seller("Tejidos Inventdos Vale")), Verdict.REVIEW),
    "one of several suppliers is reviewed": (shirts(seller(MAKER, attributed=False)), Verdict.REVIEW),
    "another fraction of the subheading is reviewed": (shirts(seller(MAKER), tariff_code="61091099"), Verdict.REVIEW),
    "another seller clears nobody": (shirts(seller(OTHER)), Verdict.REVIEW),
    "no party at all is reviewed": (shirts(), Verdict.REVIEW),
    "a declared producer without a name clears nobody": (shirts(Party("PRODUCER", "N/A", "X1")), Verdict.REVIEW),
    "another declared producer clears": (shirts(seller(OTHER), Party("PRODUCER", "Fabrica Ajena")), Verdict.CLEAR),
    "an origin supplier is a producer": (shirts(Party("ORIGIN_SUPPLIER", "Fabrica Ajena")), Verdict.CLEAR),
    "a consignee is nobody": (shirts(Party("CONSIGNEE", MAKER)), Verdict.REVIEW),
    "other goods clear": (shirts(seller(MAKER), tariff_code="84713001"), Verdict.CLEAR),
    "another origin clears": (shirts(seller(MAKER), origin="VNM"), Verdict.CLEAR),
    "no origin leaves the named maker to an officer": (shirts(seller(MAKER), origin=""), Verdict.REVIEW),
    "no origin and another seller is unknown": (shirts(seller(OTHER), origin=""), Verdict.UNKNOWN),
    "nothing declared is unknown": (Line(), Verdict.UNKNOWN),
}


@pytest.mark.parametrize(("line", "expected"), CASES.values(), ids=CASES.keys())
def test_a_national_entry(line: Line, expected: Verdict) -> None:
    assert verdict(line) is expected


FOREIGN = {
    "a listed maker is watched": (shirts(seller("HOSHINE SILICON IND CO LTD")), Verdict.WATCH),
    "another seller is clear": (shirts(seller(OTHER)), Verdict.CLEAR),
    "no party cannot be compared": (shirts(), Verdict.UNKNOWN),
    "a sister firm is clear": (shirts(seller("Hoshine Textile Trading Mexico No. 3")), Verdict.CLEAR),
    "a tax id without a name cannot be compared": (shirts(seller("", tax_id="91440300MA5FABULA")), Verdict.UNKNOWN),
    "a point is no name": (shirts(seller(".", tax_id="C2333355502")), Verdict.UNKNOWN),
    "several suppliers without a name are nobody": (shirts(seller("VARIOS PROVEEDORES")), Verdict.UNKNOWN),
    "one of several sellers without a name may be the listed one": (
        shirts(seller(OTHER, attributed=False), seller("", attributed=False)),
        Verdict.UNKNOWN,
    ),
    "several sellers of other names are clear": (
        shirts(seller(OTHER, attributed=False), seller("Hilos Distintos SA", attributed=False)),
        Verdict.CLEAR,
    ),
    "a named seller beside its own row without a name is clear": (shirts(seller(OTHER), seller("")), Verdict.CLEAR),
    "a maker without a name is nobody": (shirts(Party("PRODUCER", "S/N")), Verdict.UNKNOWN),
}


@pytest.mark.parametrize(("line", "expected"), FOREIGN.values(), ids=FOREIGN.keys())
def test_a_foreign_entry_with_a_producer(line: Line, expected: Verdict) -> None:
    assert verdict(line, foreign_maker()) is expected


REGION = {
    "a postal code betrays the region": (shirts(seller(OTHER, postal_code="832000")), Verdict.WATCH),
    "the region digits of a tax id betray it": (shirts(seller(OTHER, tax_id="9165010009CAFE012")), Verdict.WATCH),
    "a city betrays it": (shirts(seller(OTHER, city="Shihezi")), Verdict.WATCH),
    "a city betrays it without any name": (shirts(seller("", city="Shihezi")), Verdict.WATCH),
    "a seller elsewhere clears a foreign order": (
        shirts(seller(OTHER, city="SHANGHAI", postal_code="200000")),
        Verdict.CLEAR,
    ),
    "no address leaves it unknown": (shirts(seller(OTHER)), Verdict.UNKNOWN),
    "one of several sellers without an address leaves it unknown": (
        shirts(
            seller(OTHER, attributed=False), seller("Hilos", city="SHANGHAI", postal_code="200000", attributed=False)
        ),
        Verdict.UNKNOWN,
    ),
    "several sellers all elsewhere clear": (
        shirts(
            seller(OTHER, city="NINGBO", postal_code="315000", attributed=False),
            seller("Hilos", city="SHANGHAI", postal_code="200000", attributed=False),
        ),
        Verdict.CLEAR,
    ),
    "another origin clears": (shirts(seller(OTHER, city="Shihezi"), origin="VNM"), Verdict.CLEAR),
    "other goods clear": (shirts(seller(OTHER, city="Shihezi"), tariff_code="84713001"), Verdict.CLEAR),
}


@pytest.mark.parametrize(("line", "expected"), REGION.values(), ids=REGION.keys())
def test_a_foreign_order_on_a_region(line: Line, expected: Verdict) -> None:
    assert verdict(line, foreign_region()) is expected


CITY = {
    "the city itself": (seller(OTHER, city="HETIAN"), Verdict.STOP),
    "another city of the region": (seller(OTHER, city="URUMQI", postal_code="830000"), Verdict.REVIEW),
    "only the region is known": (seller(OTHER, tax_id="91650106MA77HUANXW"), Verdict.REVIEW),
    "another region": (seller(OTHER, city="SHANGHAI", postal_code="200000"), Verdict.UNKNOWN),
}


@pytest.mark.parametrize(("party", "expected"), CITY.values(), ids=CITY.keys())
def test_a_national_entry_on_the_goods_of_one_city(party: Party, expected: Verdict) -> None:
    assert verdict(shirts(party), national_shirts(producers=(), places=("Hotan",))) is expected


def test_a_listed_nico_is_open_while_the_line_declares_none() -> None:
    good = national_shirts(tariff_codes=("6109100301",))
    assert verdict(shirts(seller(MAKER)), good) is Verdict.STOP
    assert verdict(shirts(seller(MAKER), nico=""), good) is Verdict.REVIEW
    assert verdict(shirts(seller(MAKER), nico="99"), good) is Verdict.REVIEW


def test_a_virtual_operation_keeps_its_verdict_and_never_crosses_a_border() -> None:
    judgement = Index.build([national_shirts()]).check(shirts(seller(MAKER), virtual=True))
    assert (judgement.verdict, judgement.no_border) == (Verdict.STOP, True)


def test_a_hit_names_the_alias_the_words_each_criterion_and_the_act() -> None:
    [hit] = Index.build([national_shirts()]).check(shirts(seller("INVENTADOS TEJIDOS VALLE CO LTD"))).hits
    assert hit.alias == MAKER
    assert {(w.declared, w.listed) for w in hit.words} >= {("INVENTADOS", "INVENTADOS"), ("VALLE", "VALLE")}
    assert {c.criterion: c.answer for c in hit.criteria} == dict.fromkeys(
        (Criterion.GOODS, Criterion.ORIGIN, Criterion.PRODUCER), Answer.MET
    )
    assert "RES-1" in hit.reason.es
    assert "RES-1" in hit.reason.en
    assert hit.detail()["act"] == "RES-1"


def test_an_excluded_namesake_is_explained() -> None:
    judgement = Index.build([national_shirts()]).check(shirts(seller(MAKER), origin="VNM"))
    assert "el origen VNM no es CHN" in judgement.reason.es
    assert "origin VNM is not CHN" in judgement.reason.en


def test_the_order_tells_apart_scores_that_saturate() -> None:
    index = Index.build([national_shirts(), national_shirts(key="RES-2/1", producers=())])
    both = index.check(shirts(seller(MAKER))).hits
    assert [h.score for h in both] == [1.0, 1.0]
    assert both[0].order > both[1].order
    assert both[0].good.key == "RES-1/1"


def test_an_entry_without_a_criterion_is_refused() -> None:
    with pytest.raises(ValueError, match="no criterion"):
        Index.build([ListedGood("X", "l", Authority.CUSTOM)])


def test_an_empty_list_clears_and_says_so() -> None:
    assert Index.build([]).check(shirts(seller(MAKER))).verdict is Verdict.CLEAR


def frames(lines: list[Line]) -> tuple[pd.DataFrame, pd.DataFrame]:
    rows = [{"line_id": i} | {k: v for k, v in asdict(line).items() if k != "parties"} for i, line in enumerate(lines)]
    parties = [{"line_id": i} | asdict(p) for i, line in enumerate(lines) for p in line.parties]
    return pd.DataFrame(rows, columns=LINE_COLUMNS), pd.DataFrame(parties, columns=PARTY_COLUMNS)


ALL = [line for line, _ in (CASES | FOREIGN | REGION).values()]
GOODS = (national_shirts(), foreign_maker(), foreign_region())


def test_a_frame_gives_what_its_lines_give_alone() -> None:
    index = Index.build(GOODS)
    alone = [index.check(line) for line in ALL]
    screened = Index.build(GOODS).screen(*frames(ALL))
    assert screened.verdicts["verdict"].tolist() == [j.verdict.value for j in alone]
    assert screened.verdicts["reasons_es"].tolist() == [j.reason.es for j in alone]
    assert screened.verdicts["score"].tolist() == [j.score for j in alone]
    assert [i for i, _ in screened.hits] == [i for i, j in enumerate(alone) for _ in j.hits]


@pytest.mark.parametrize("size", [1, 3, 7])
def test_the_answer_does_not_depend_on_chunks_or_order(size: int) -> None:
    whole = Index.build(GOODS).screen(*frames(ALL)).verdicts
    index = Index.build(GOODS)
    backwards = list(reversed(ALL))
    parts = [index.screen(*frames(backwards[i : i + size])).verdicts for i in range(0, len(ALL), size)]
    columns = ["verdict", "score", "order", "reasons_es", "not_declared"]
    joined = pd.concat(parts, ignore_index=True)[columns].iloc[::-1].reset_index(drop=True)
    pd.testing.assert_frame_equal(whole[columns], joined)


def test_an_empty_frame_gives_an_empty_answer() -> None:
    screened = Index.build(GOODS).screen(*frames([]))
    assert len(screened.verdicts) == 0
    assert screened.hits == []


def test_a_missing_column_is_named() -> None:
    lines, parties = frames(ALL)
    with pytest.raises(ValueError, match="origin"):
        Index.build(GOODS).screen(lines.drop(columns="origin"), parties)


def test_a_listed_good_survives_the_way_through_json() -> None:
    good = replace(GOODS[0], tariff_version="LIGIE 2022")
    assert ListedGood.from_dict(good.to_dict()) == good


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (Line("64039999", origin="ITA", parties=(seller("Otra Firma"),)), "the tariff code and the origin with"),
        (Line("64039999", parties=(seller("Otra Firma"),)), "the declared seller and the tariff code with"),
        (Line("", origin="ITA", parties=(seller("Otra Firma"),)), "the declared seller and the origin with"),
        (Line("", parties=(seller("Otra Firma"),)), "Compared the declared seller with"),
    ],
    ids=["both are declared", "no origin", "no tariff code", "neither"],
)
def test_a_clear_line_says_what_was_compared_and_nothing_else(line: Line, said: str) -> None:
    judgement = Index.build([foreign_maker()]).check(line)
    assert judgement.verdict is Verdict.CLEAR
    assert said in judgement.reason.en


NOBODY = (
    "SEE INVOICE",
    "VER FACTURA",
    "El mismo",
    "SIN PRODUCTOR",
    "Desconocido",
    "N.A. N.A.",
    "S.A. de C.V.",
    "12345678",
)


@pytest.mark.parametrize("text", [*NOBODY, "\u200b\u200c", "SEGÚN FACTURA", "TBD", "---"])
def test_a_word_in_the_place_of_the_producer_clears_nobody(text: str) -> None:
    assert verdict(shirts(seller(OTHER), Party("PRODUCER", text))) is Verdict.REVIEW


CRITERIA = {"tariff_codes": ("61091003",), "origins": ("CHN",), "places": ("Xinjiang",), "goods_words": "Cotton"}
UNSAID = {
    "nobody": (),
    "another seller": (seller(OTHER),),
    "another seller elsewhere": (seller(OTHER, country="DEU", city="Berlin", postal_code="10115"),),
    "two possible sellers": (seller(OTHER, attributed=False), seller("Hilos Ajenos", attributed=False)),
    "a seller and a blank producer": (seller(OTHER), Party("PRODUCER", "")),
}


@pytest.mark.parametrize("asked", [c for r in range(5) for c in combinations(CRITERIA, r)], ids=str)
@pytest.mark.parametrize("parties", UNSAID.values(), ids=UNSAID)
def test_a_national_entry_is_never_clear_while_no_maker_is_declared(
    asked: tuple[str, ...], parties: tuple[Party, ...]
) -> None:
    plain = {"tariff_codes": (), "origins": ()}
    index = Index.build([national_shirts(**(plain | {name: CRITERIA[name] for name in asked}))])
    for code in ("61091003", ""):
        for origin in ("CHN", ""):
            assert index.check(shirts(*parties, tariff_code=code, origin=origin)).verdict is not Verdict.CLEAR


NAMES = make_names(60, seed=11)


@pytest.fixture(scope="module")
def crowd() -> list[ListedGood]:
    """Return a foreign list full of names nearer to a misspelt national one than that one is itself."""
    near = [f"Tejidos Inventdos del Vale {chr(65 + i % 26)}{chr(65 + i // 26)} Ltd." for i in range(300)]
    return [replace(foreign_maker(name), key=f"F-{i}") for i, name in enumerate(near)]


@given(
    st.sampled_from(["Tejidos Inventdos Vale", "Tejidos del Valle", MAKER[:30], MAKER.upper(), OTHER, ""]),
    st.booleans(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
def test_another_list_adds_hits_and_takes_none_away(crowd: list[ListedGood], name: str, cut: bool) -> None:
    line = shirts(seller(name[:30] if cut else name))
    alone, together = (Index.build(goods).check(line) for goods in ([national_shirts()], [national_shirts(), *crowd]))
    assert list(Verdict).index(together.verdict) <= list(Verdict).index(alone.verdict)
    assert [h for h in together.hits if h.good.list_name == "nacional"] == list(alone.hits)


def test_a_name_that_fits_many_entries_is_compared_with_each_of_them() -> None:
    goods = [
        national_shirts(
            key=f"R/{i}",
            producers=(
                ListedProducer(f"Tejidos {chr(65 + i // 7)}{chr(65 + i % 7) * 3} Inventados Valle", country="CHN"),
            ),
            tariff_codes=(f"61{i:04d}01",),
        )
        for i in range(49)
    ]
    index = Index.build(goods)
    maker = Party("PRODUCER", "TEJIDOS INVENTADOS VALLE", country="CHN")
    for i in range(49):
        assert index.check(shirts(maker, tariff_code=f"61{i:04d}01")).verdict is Verdict.REVIEW


def test_a_misspelt_name_of_common_words_is_found_on_a_long_list() -> None:
    plain = "Guangdong Trading Material Co., Ltd."
    index = Index.build([foreign_maker(name) for name in (*make_names(10_000, seed=4), plain)])
    assert index.check(shirts(seller("GUANGDONG TRADING MATERAL CO LTD"))).verdict is Verdict.WATCH


@given(
    st.lists(st.sampled_from([*NAMES, MAKER, MAKER[:30], "", "SN", "Tejidos Inventdos Vale"]), min_size=1, max_size=30)
)
@settings(max_examples=25)
def test_a_line_among_others_gets_the_answer_it_gets_alone(names: list[str]) -> None:
    goods = [national_shirts(), *(foreign_maker(name) for name in NAMES[:20])]
    lines = pd.DataFrame([_row(i) for i in range(len(names))])
    parties = pd.DataFrame([_party_row(i, name) for i, name in enumerate(names)])
    together = Index.build(goods).screen(lines, parties).verdicts
    for i, name in enumerate(names):
        alone = Index.build(goods).screen(lines.iloc[[i]], parties.iloc[[i]]).verdicts
        assert together.iloc[i].to_dict() == alone.iloc[0].to_dict(), name


def _row(i: int) -> dict[str, object]:
    values = (i, "61091003", "01", "PLAYERAS", "CHN", "CHN", False)
    return dict(zip(LINE_COLUMNS, values, strict=True))


def _party_row(i: int, name: str) -> dict[str, object]:
    values = (i, "SUPPLIER", name, "", "CHN", "", "", True)
    return dict(zip(PARTY_COLUMNS, values, strict=True))
