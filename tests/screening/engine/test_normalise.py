"""A column of names in the engine's form: words, legal forms, cuts, and that a column is no more than its names."""

from typing import Final

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine.normalise import cut_length, normalise
from screening.engine.somebody import names_somebody
from screening.engine.vocabulary import WordClass

CASES: Final = {
    "legal forms are parted": ("Hotan Taida Apparel Co., Ltd.", "HOTAN TAIDA APPAREL"),
    "wherever they stand": ("Ltd. Hotan S.A. Taida Apparel", "HOTAN TAIDA APPAREL"),
    "in several words": ("Lipetsk Mechanical Plant Limited Liability Company", "LIPETSK MECHANICAL PLANT"),
    "in front": ("Public Joint Stock Company Megafon", "MEGAFON"),
    "with a letter lost": ("Hotan Taida LIMTIED", "HOTAN TAIDA"),
    "in Spanish": ("Sociedad Inventada, S. de R.L. de C.V.", "INVENTADA"),
    "written together with the name": ("JSCARGUMENT", "ARGUMENT"),
    "in Chinese": ("合盛硅业股份有限公司", "HESHENG SILICON INDUSTRY"),
    "one that is the firm's own word in front is kept": ("SAS Institute", "SAS INSTITUTE"),
    "a name of forms alone keeps them": ("Company Limited", "CO LTD"),
    "abbreviations are written out": ("GUANGZHOU HAIGE COMM GRP", "GUANGZHOU HAIGE COMMUNICATION GROUP"),
    "numbers are digits": ("Brigade Forty 4", "BRIGADE 44"),
    "in words too": ("Brigade Forty Four", "BRIGADE 44"),
    "ordinals are numbers": ("58th Institute", "58 INSTITUTE"),
    "places have one name": ("Hetian, Sinkiang", "HOTAN XINJIANG"),
    "words written together are parted": ("HETIANTAIDA APPAREL", "HOTAN TAIDA APPAREL"),
    "what customs data put around a name goes": ("C/O NINESTAR CORPORATION TEL. +86 756 8539855", "NINESTAR"),
    "nothing is nothing": ("", ""),
    "pictures are nothing": ("🙂🙂", ""),
}
ANY_NAME: Final = st.text(max_size=60) | st.sampled_from([name for name, _ in CASES.values()])


@pytest.mark.parametrize(("name", "words"), [pytest.param(*case, id=why) for why, case in CASES.items()])
def test_a_name_is_brought_to_its_words(name: str, words: str) -> None:
    assert normalise([name]).words_of(0) == tuple(words.split())


def test_an_empty_column_has_no_names() -> None:
    column = normalise([])
    assert (column.texts, column.names.first.tolist(), column.names.word.tolist()) == ((), [0], [])


@given(ANY_NAME)
def test_any_text_is_normalised_to_upper_case_ascii_words(text: str) -> None:
    assert all(w and w.isascii() and w.isalnum() and w == w.upper() for w in normalise([text]).words_of(0))


@given(st.lists(ANY_NAME, max_size=8))
def test_a_column_gives_what_its_names_give_alone(texts: list[str]) -> None:
    column = normalise(texts)
    for n, text in enumerate(texts):
        alone = normalise([text])
        assert column.words_of(n) == alone.words_of(0)
        for field in ("forms", "lands", "cut"):
            assert getattr(column.names, field)[n] == getattr(alone.names, field)[0]
        span = slice(column.names.first[n], column.names.first[n + 1])
        for field in ("kinds", "hashes", "counts", "meant"):
            ours, theirs = getattr(column.words, field), getattr(alone.words, field)
            assert ours[column.names.word[span]].tolist() == theirs[alone.names.word].tolist()


@given(st.lists(st.sampled_from([name for name, _ in CASES.values()]), max_size=12))
def test_each_word_stands_once_in_the_table(texts: list[str]) -> None:
    column = normalise(texts)
    assert len(set(column.texts)) == len(column.texts) == len(column.words.kinds)
    assert len(set(column.words.hashes.tolist())) == len(column.texts)
    assert column.words.blob.tobytes().decode("ascii") == "".join(column.texts)
    assert (np.diff(column.words.starts) == [len(text) for text in column.texts]).all()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Meridian LLC", "OOO Meridian", True),
        ("Megafon PAO", "PJSC Megafon", True),
        ("Meridian LLC", "Meridian JSC", False),
        ("Meridian", "Meridian Co", True),
    ],
)
def test_legal_forms_are_of_one_kind_or_of_another(one: str, other: str, alike: bool) -> None:
    forms = normalise([one, other]).names.forms.tolist()
    assert (forms[0] == forms[1]) == alike


def test_a_word_has_its_class() -> None:
    column = normalise(["Hoshine Textile Xinjiang 44 Chile of"])
    kinds = dict(zip(column.texts, (column.words.kinds & 63).tolist(), strict=True))
    assert [kinds[w] for w in ("HOSHINE", "TEXTILE", "XINJIANG", "44", "CHILE", "OF")] == [
        WordClass.OWN, WordClass.GENERIC, WordClass.PLACE, WordClass.NUMBER, WordClass.PLACE, WordClass.STOP,
    ]  # fmt: skip


@pytest.mark.parametrize(("length", "cut"), [(29, 30), (30, 30), (34, 35), (35, 35), (60, 60), (61, 0), (12, 0)])
def test_a_name_as_long_as_a_field_was_probably_cut(length: int, cut: int) -> None:
    assert cut_length("X" * length) == cut
    assert normalise(["X" * length]).names.cut[0] == (cut > 0)


@pytest.mark.parametrize(
    ("raw", "cut"),
    [
        pytest.param("Xinjiang  Tianshan  Wool  Texti", 0, id="31 as it came, 28 with single spaces"),
        pytest.param("Xinjiang   Tianshan   Wool   Textil", 35, id="35 as it came"),
        pytest.param("Xinjiang  Tianshan   Wool   Textile", 35, id="30 with single spaces, 35 as it came"),
        pytest.param("Xinjiang    Tianshan    Wool    Textil", 30, id="29 with single spaces"),
    ],
)
def test_double_spaces_are_counted_as_the_register_that_cut_may_have(raw: str, cut: int) -> None:
    assert cut_length(raw) == cut


@pytest.mark.parametrize(
    "name", ["Ninestar", "3M", "H3C", "合盛硅业", "Sociedad Inventada, S.A.", "ООО Меридиан", "Co-op"]
)
def test_a_name_names_somebody(name: str) -> None:
    assert names_somebody(name)


@pytest.mark.parametrize(
    "name",
    ["", " ", ".", "-", "N/A", "n.a.", "XXXXX", "000", "12345", "VARIOS", "Ltd", "S.A.", "🙂", "\x00", "有" * 9],
)
def test_a_filler_names_nobody(name: str) -> None:
    assert not names_somebody(name)


@given(st.text(max_size=60))
def test_any_text_names_somebody_or_nobody(text: str) -> None:
    assert names_somebody(text) in {True, False}


def test_phrases_that_mean_more_words_than_they_are_have_room() -> None:
    column = normalise(["MEXICO CITY"] * 50)
    assert {column.words_of(name) for name in range(50)} == {("CIUDAD", "DE", "MEXICO")}
