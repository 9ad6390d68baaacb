"""Names as officers meet them: golden pairs in three strengths, put side by side and asked of a list."""

import csv
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.engine import Index, Thresholds, Verdict
from screening.engine.pairs import score_pairs
from screening.engine.score import MET, NEAR
from tests.screening.engine.factories import foreign_maker, seller, shirts

PAIRS: Final = list(
    csv.DictReader((Path(__file__).parent.parent / "data" / "name_pairs.csv").read_text(encoding="utf-8").splitlines())
)
SCORES: Final = dict(
    zip(
        ((row["declared"], row["listed"]) for row in PAIRS),
        score_pairs([row["declared"] for row in PAIRS], [row["listed"] for row in PAIRS]).tolist(),
        strict=True,
    )
)


def of(*strengths: str, same: str = "01") -> list[object]:
    return [
        pytest.param(row["declared"], row["listed"], row["same"] == "1", id=f"{row['declared']} - {row['listed']}")
        for row in PAIRS
        if row["strength"] in strengths and row["same"] in same
    ]


def verdict(declared: str, *listed: str, country: str = "CHN") -> Verdict:
    index = Index.build([foreign_maker(name) for name in listed])
    return index.check(shirts(seller(declared, country=country))).verdict


def test_every_pair_stands_once_and_says_why() -> None:
    assert len(SCORES) == len(PAIRS)
    assert all(row["strength"] in {"STRONG", "MEDIUM", "WEAK"} and row["why"] for row in PAIRS)


@pytest.mark.parametrize(("declared", "listed", "same"), of("STRONG"))
def test_strong_pairs_are_decided_without_doubt(declared: str, listed: str, same: bool) -> None:
    score = SCORES[declared, listed]
    assert score >= MET if same else score < NEAR


@pytest.mark.parametrize(("declared", "listed", "same"), of("MEDIUM"))
def test_medium_pairs_reach_an_officer(declared: str, listed: str, same: bool) -> None:
    assert (SCORES[declared, listed] >= NEAR) == same


@pytest.mark.parametrize(("declared", "listed", "same"), of("WEAK"))
def test_weak_pairs_are_borderline(declared: str, listed: str, same: bool) -> None:
    assert 0.4 <= SCORES[declared, listed] < 1.0


@pytest.mark.parametrize(("declared", "listed", "same"), of("STRONG", "MEDIUM", same="1"))
def test_the_shortest_list_finds_what_its_one_name_is(declared: str, listed: str, same: bool) -> None:
    assert verdict(declared, listed) is Verdict.WATCH


@pytest.mark.parametrize(("declared", "listed", "same"), of("STRONG", "MEDIUM", same="0"))
def test_the_shortest_list_clears_what_its_one_name_is_not(declared: str, listed: str, same: bool) -> None:
    assert verdict(declared, listed) is Verdict.CLEAR


def test_the_thresholds_of_an_index_are_those_of_the_score() -> None:
    assert (Thresholds().met, Thresholds().near) == (MET, NEAR)


@pytest.mark.parametrize(
    ("declared", "listed"),
    [
        pytest.param("HOSHINE SILICON IND CO LTD IMPORT", "Hoshine Silicon Industry Co., Ltd.", id="a common word"),
        pytest.param("HOSHINE SILICON INDUSTRY SHANSHAN", "Hoshine Silicon Industry Co., Ltd.", id="a place"),
        pytest.param("PJSC Megafon", "Public Joint Stock Company Megafon", id="the form in full"),
        pytest.param(
            "Lipetsk Mechanical Plant Ltd", "Limited Liability Company Lipetsk Mechanical Plant", id="form first"
        ),
        pytest.param("ООО ШАХТА ЮЖНАЯ", "Шахта Южная", id="a Russian form more"),
        pytest.param(
            "China Electronics Technology ",
            "China Electronics Technology Group Corporation 58 Research Institute",
            id="cut at 30 before the last words",
            marks=pytest.mark.xfail(strict=True, reason="generic words alone, cut before the number: scored as others"),
        ),
        pytest.param(
            "Kashgar  Construction  Engineering ",
            "Kashgar Construction Engineering (Group) Co., Ltd.",
            id="cut at 35 with double spaces",
        ),
    ],
)
def test_other_words_around_the_name_do_not_hide_the_one_listed_name(declared: str, listed: str) -> None:
    assert verdict(declared, listed) is Verdict.WATCH


def test_the_country_of_the_importer_does_not_hide_a_name() -> None:
    assert verdict("Hesheng Silicon", "Hesheng Silicon Industry Co., Ltd.", country="MEX") is Verdict.WATCH


def test_a_neighbour_on_the_list_with_a_like_name_is_clear() -> None:
    declared, listed = "Shanghai Electric Safety Products Co Ltd", "Shanghai Select Safety Products Company, Limited"
    assert verdict(declared, listed) is Verdict.CLEAR


def test_a_common_word_alone_is_nobodys_name_whatever_the_form() -> None:
    assert score_pairs(["Factory AC"], ["EV Factory"])[0] < NEAR
    assert verdict("Factory AC", "EV Factory") is Verdict.CLEAR


LISTED: Final = "Xinjiang Tianshan Wool Textile Co., Ltd."
DRESSED: Final = {
    "signs that do not show stand inside words": "Xin\u200bjiang Tian\u00adshan W\u202eool Textile\ufeff Ltd.",
    "a turned case beside a sign outside ASCII": "xINJIANG tIANSHAN wOOL tEXTILE\u200b cO., lTD.",
    "points stand for spaces": "XINJIANG.TIANSHAN.WOOL.TEXTILE.CO..LTD",
    "the legal form stands first": "Ltd. Xinjiang Tianshan Wool Textile",
    "another legal form stands in the middle": "C.V. Xinjiang de Tianshan S.A. Wool Textile",
    "cut at 30 with double spaces": "Xinjiang  Tianshan  Wool  Texti",
    "cut at 35 with double spaces": "Xinjiang   Tianshan   Wool   Textil",
    "dotless and dotted i of Turkish": "XİNJİANG TIANSHAN WOOL TEXTILE ltd",
    "full-width letters": "ＸＩＮＪＩＡＮＧ ＴＩＡＮＳＨＡＮ ＷＯＯＬ ＴＥＸＴＩＬＥ",
    "a scanner read digits": "X1NJIANG T1ANSHAN W00L TEXTILE CO LTD",
    "a declarant's address follows": "XINJIANG TIANSHAN WOOL TEXTILE TEL. +86 991 8539855",
    "the Chinese name is given": "新疆天山毛纺织有限公司",
}


@pytest.mark.parametrize("declared", [pytest.param(name, id=why) for why, name in DRESSED.items()])
@pytest.mark.parametrize("others", [0, 9, 199])
def test_a_listed_name_is_found_however_it_is_dressed(declared: str, others: int) -> None:
    rest = [foreign_maker(f"Hebei Other{chr(65 + i % 26)}{i:03d} Cotton Co., Ltd.") for i in range(others)]
    index = Index.build([*rest, foreign_maker(LISTED)])
    judgement = index.check(shirts(seller(declared)))
    assert judgement.verdict is Verdict.WATCH
    assert judgement.hits[0].alias == LISTED


GARBAGE: Final = {
    "nothing": "",
    "a space": " ",
    "points": "...",
    "signs": "!?#%&/()=*+-_.,;:<>|\\\"'`~^[]{}@$",
    "NUL over and over": "\x00" * 50,
    "line ends": "\n\r\n\t\v\f\x85\u2028",
    "pictures": "🙂" * 300,
    "a letter 10,000 times": "A" * 10_000,
    "a word 2,000 times": "WOOL " * 2_000,
    "10,000 letters of one word": "QXZJV" * 2_000,
    "Cyrillic letters": "С" * 5_000,
    "5,000 Chinese characters": "合" * 5_000,
    "a Chinese legal form alone": "有限公司",
    "scripts mixed in words": "Aбв漢字กข한글عرب" * 20,
    "half a surrogate": "\ud800\udc00\udfff",
    "accents without letters": "\u0301" * 400,
    "single letters": "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z " * 10,
    "digits": "0123456789" * 50,
}


@pytest.mark.parametrize("text", [pytest.param(text, id=why) for why, text in GARBAGE.items()])
def test_garbage_neither_raises_nor_matches(text: str) -> None:
    listed = ["Hoshine Silicon Industry Co., Ltd.", "合盛硅业股份有限公司", "Brigade 44", "Xinjiang Daqo New Energy"]
    assert (score_pairs([text] * 4, listed) < NEAR).all()
    assert (score_pairs(listed, [text] * 4) < NEAR).all()
    assert verdict(text, *listed) in {Verdict.CLEAR, Verdict.UNKNOWN}


@pytest.mark.parametrize("text", [pytest.param(text, id=why) for why, text in GARBAGE.items()])
def test_garbage_on_a_list_neither_raises_nor_catches_a_firm(text: str) -> None:
    assert verdict("Hoshine Silicon Industry Co., Ltd.", text, "Xinjiang Daqo New Energy") is Verdict.CLEAR


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_any_text_gets_a_verdict(text: str) -> None:
    index = Index.build([foreign_maker()])
    assert index.check(shirts(seller(text))).verdict in {Verdict.WATCH, Verdict.CLEAR, Verdict.UNKNOWN}
