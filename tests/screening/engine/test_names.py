"""Names: golden pairs in three strengths, and properties that hold for any text."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from screening.engine.compare import compare
from screening.engine.words import Weights, align

from screening.engine import Index, Thresholds, Verdict
from screening.engine.normalise import cut_length, normalise
from tests.screening.engine.factories import foreign_maker, seller, shirts

PAIRS = list(
    csv.DictReader((Path(__file__).parent.parent / "data" / "name_pairs.csv").read_text(encoding="utf-8").splitlines())
)
NONE = Weights([])
ANY_NAME = st.text(max_size=60) | st.sampled_from([row["declared"] for row in PAIRS])


def score(declared: str, listed: str) -> float:
    one, other = normalise([declared, listed])
    return compare(one, other, NONE).score


def of(strength: str) -> list[object]:
    return [pytest.param(r, id=f"{r['declared']} - {r['listed']}") for r in PAIRS if r["strength"] == strength]


@pytest.mark.parametrize("row", of("STRONG"))
def test_strong_pairs_are_decided_without_doubt(row: dict[str, str]) -> None:
    found = score(row["declared"], row["listed"])
    assert found >= Thresholds().met if row["same"] == "1" else found < Thresholds().near


@pytest.mark.parametrize("row", of("MEDIUM"))
def test_medium_pairs_reach_an_officer(row: dict[str, str]) -> None:
    assert (score(row["declared"], row["listed"]) >= Thresholds().near) == (row["same"] == "1")


@pytest.mark.parametrize("row", [r for r in PAIRS if r["same"] == "1" and r["strength"] != "WEAK"], ids=str)
def test_the_shortest_list_finds_what_its_one_name_is(row: dict[str, str]) -> None:
    index = Index.build([foreign_maker(row["listed"])])
    assert index.check(shirts(seller(row["declared"]))).verdict is Verdict.WATCH


def test_a_common_word_more_does_not_hide_the_one_listed_name() -> None:
    index = Index.build([foreign_maker("Hoshine Silicon Industry Co., Ltd.")])
    assert index.check(shirts(seller("HOSHINE SILICON IND CO LTD IMPORT"))).verdict is Verdict.WATCH


def test_weak_pairs_are_borderline_and_counted() -> None:
    scores = [score(r["declared"], r["listed"]) for r in PAIRS if r["strength"] == "WEAK"]
    assert all(0.4 <= s < 1 for s in scores), scores


@given(ANY_NAME)
def test_any_text_is_normalised_to_upper_case_latin_words(text: str) -> None:
    [name] = normalise([text])
    assert all(w and w.isascii() and w.isalnum() and w == w.upper() for w in name.words)


@given(st.lists(ANY_NAME, max_size=8))
def test_a_column_gives_what_its_names_give_alone(texts: list[str]) -> None:
    assert normalise(texts) == [normalise([text])[0] for text in texts]


@given(ANY_NAME, ANY_NAME)
@settings(max_examples=200)
def test_scores_stay_between_nothing_and_one(declared: str, listed: str) -> None:
    assert 0.0 <= score(declared, listed) <= 1.0


@given(ANY_NAME)
def test_equal_names_score_one(text: str) -> None:
    [name] = normalise([text])
    assert compare(name, name, NONE).score == (1.0 if name.words else 0.0)


@given(ANY_NAME, ANY_NAME)
def test_alignment_agreement_does_not_depend_on_word_order(declared: str, listed: str) -> None:
    one, other = normalise([declared, listed])
    turned = type(one)(one.raw, tuple(sorted(one.words)), 0)
    straight = type(one)(one.raw, one.words, 0)
    if len(set(one.words)) == len(one.words) and not any(len(w) > 3 for w in one.words):  # gluing reads the order
        assert align(turned, other, NONE).agreement == pytest.approx(align(straight, other, NONE).agreement)


@pytest.mark.parametrize("text", ["", " ", "...", "\x00" * 50, "🙂" * 300, "A" * 10_000, "С" * 5_000, "有限公司"])
def test_garbage_neither_raises_nor_matches(text: str) -> None:
    assert score(text, "Hoshine Silicon Industry") == 0.0


@pytest.mark.parametrize(("length", "cut"), [(29, 30), (30, 30), (35, 35), (60, 60), (61, 0), (12, 0)])
def test_a_name_as_long_as_a_field_was_probably_cut(length: int, cut: int) -> None:
    assert cut_length("X" * length) == cut


LISTED = "Xinjiang Tianshan Wool Textile Co., Ltd."


@pytest.mark.parametrize(
    "declared",
    [
        pytest.param(declared, id=sentence)
        for sentence, declared in {
            "signs that do not show stand inside words": "Xin\u200bjiang Tian\u00adshan W\u202eool Textile\ufeff Ltd.",
            "a turned case beside a sign outside ASCII": "xINJIANG tIANSHAN wOOL tEXTILE\u200b cO., lTD.",
            "points stand for spaces": "XINJIANG.TIANSHAN.WOOL.TEXTILE.CO..LTD",
            "the legal form stands first": "Ltd. Xinjiang Tianshan Wool Textile",
            "another legal form stands in the middle": "C.V. Xinjiang de Tianshan S.A. Wool Textile",
            "cut at 30 with double spaces": "Xinjiang  Tianshan  Wool  Texti",
            "cut at 35 with double spaces": "Xinjiang   Tianshan   Wool   Textil",
            "dotless and dotted i of Turkish": "XİNJİANG TIANSHAN WOOL TEXTILE ltd",
            "full-width letters": "ＸＩＮＪＩＡＮＧ ＴＩＡＮＳＨＡＮ ＷＯＯＬ ＴＥＸＴＩＬＥ",
        }.items()
    ],
)
@pytest.mark.parametrize("others", [0, 9, 199])
def test_a_listed_name_is_found_however_it_is_dressed(declared: str, others: int) -> None:
    rest = [foreign_maker(f"Hebei Other{chr(65 + i % 26)}{i:03d} Cotton Co., Ltd.") for i in range(others)]
    index = Index.build([*rest, foreign_maker(LISTED)])
    judgement = index.check(shirts(seller(declared)))
    assert judgement.verdict is Verdict.WATCH
    assert judgement.hits[0].alias == LISTED


@pytest.mark.parametrize(
    ("declared", "listed"),
    [
        ("PJSC Megafon", "Public Joint Stock Company Megafon"),
        ("Lipetsk Mechanical Plant Ltd", "Limited Liability Company Lipetsk Mechanical Plant"),
        ("ООО ШАХТА ЮЖНАЯ", "Шахта Южная"),
        ("China Electronics Technology ", "China Electronics Technology Group Corporation 58 Research Institute"),
        ("Kashgar  Construction  Engineering ", "Kashgar Construction Engineering (Group) Co., Ltd."),
    ],
)
def test_other_words_for_the_legal_form_or_a_cut_before_the_last_words_leave_the_name_near(
    declared: str, listed: str
) -> None:
    index = Index.build([foreign_maker(listed)])
    assert index.check(shirts(seller(declared))).verdict is Verdict.WATCH


def test_a_common_word_alone_is_nobodys_name_whatever_the_form() -> None:
    assert score("Factory AC", "EV Factory") < Thresholds().near
