"""Words: what they stand for, what kind they are, and that the tables agree with themselves."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine import background
from screening.engine.storage import table
from screening.engine.vocabulary import (
    ACRONYM_STOP,
    FORM_KINDS,
    FORM_PHRASES,
    FORMS_AT_HEAD,
    LEGAL_FORMS,
    PHRASES,
    WordClass,
    canonical,
    word_class,
)

WORDS = {
    "MFG": "MANUFACTURING", "IMPEX": "IMPORT EXPORT", "INDUSTRIES": "INDUSTRY", "GARMENTS": "GARMENT",
    "GUIYE": "SILICON INDUSTRY", "KEJI": "TECHNOLOGY", "FANGZHI": "TEXTILE", "JITUAN": "GROUP", "ZAVOD": "PLANT",
    "NAUCHNO": "SCIENCE", "SANAYE": "INDUSTRY", "TICARET": "TRADING", "COMERCIALIZADORA": "TRADING",
    "CONFECCIONES": "GARMENT", "LIMITED": "LTD", "COMPANY": "CO", "SHERKAT": "CO", "OOO": "LLC", "OAO": "JSC",
    "HETIAN": "HOTAN", "KHOTAN": "HOTAN", "AKESU": "AKSU", "TSINGTAO": "QINGDAO", "TIENTSIN": "TIANJIN",
    "SZECHWAN": "SICHUAN", "SINKIANG": "XINJIANG", "HSINCHIANG": "XINJIANG", "HONGKONG": "HONG KONG",
    "FORTY": "40", "58TH": "58", "003RD": "3", "BIOTECH": "BIOLOGICAL TECHNOLOGY", "FLOWERS": "FLOWER",
    "JSCARGUMENT": "JSC ARGUMENT", "HETIANTAIDA": "HOTAN TAIDA", "SHANGHAIELECTRIC": "SHANGHAI ELECTRIC",
    "HUAFUTEXTILES": "HUAFU TEXTILE", "TEXTILECO": "TEXTILE CO", "HOSHINELIMITED": "HOSHINE LTD",
    "MEKHANICHESKIY": "MECHANICAL", "BROADCASTING": "BROADCAST", "BOLSHEVISTSKIY": "BOLSHEVISTSKY",
}  # fmt: skip
KEPT = (
    "PARTNERSHIP METALLIST EXAMINATION SHENGFAWEIYE KIRINDIWELA INERNATIONAL"
    " III AO SA HESHENG SHANXINRUI CHANGSHANG INDIANAPOLIS VINAMILK SAS KAVEH HANSON 3M H3C"
).split()


@pytest.mark.parametrize(("word", "meant"), WORDS.items())
def test_a_word_stands_for_its_canonical_words(word: str, meant: str) -> None:
    assert " ".join(canonical(word)) == meant


@pytest.mark.parametrize("word", KEPT)
def test_a_word_of_a_firms_own_is_kept(word: str) -> None:
    assert canonical(word) == (word,)


def test_what_a_known_word_stands_for_stands_for_itself() -> None:
    known = {row["word"] for row in table("synonyms")} | {row["form"] for row in table("legal_forms")}
    words = {part for word in known if " " not in word for part in canonical(word)}
    assert {word for word in words if canonical(word) != (word,)} == set()


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", max_size=30))
def test_any_word_stands_for_words(word: str) -> None:
    assert all(part and part.isascii() and part.isalnum() for part in canonical(word))
    assert bool(canonical(word)) == bool(word)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("HESHENG", WordClass.OWN),
        ("TEXTILE", WordClass.GENERIC),
        ("HOTAN", WordClass.PLACE),
        ("44", WordClass.NUMBER),
        ("III", WordClass.NUMBER),
        ("X", WordClass.LETTER),
        ("GMBH", WordClass.FORM),
        ("TNHH", WordClass.FORM),
        ("AND", WordClass.STOP),
    ],
)
def test_a_word_has_a_kind(word: str, kind: WordClass) -> None:
    assert word_class(word) is kind


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("JOINT STOCK COMPANY", "JSC"),
        ("YOUXIAN GONGSI", "LTD"),
        ("CONG TY TNHH", "TNHH"),
        ("SOCIEDAD ANONIMA", "SA"),
        ("S DE RL DE CV", "SRLCV"),
        ("SAPI DE CV", "SAPICV"),
        ("SPR DE RL", "SPR"),
        ("SENDIRIAN BERHAD", "SDN"),
        ("KABUSHIKI KAISHA", "KK"),
        ("ANONIM SIRKETI", "AS"),
        ("OBSHCHESTVO S OGRANICHENNOI OTVETSTVENNOSTYU", "LLC"),
    ],
)
def test_several_words_are_one_form(words: str, form: str) -> None:
    assert FORM_PHRASES[tuple(words.split())] == form


def test_forms_agree_with_each_other() -> None:
    assert all(len(words) <= 5 for words in FORM_PHRASES)
    assert {"PT", "CTY", "OOO", "LLC", "THE"} <= FORMS_AT_HEAD
    assert not FORMS_AT_HEAD & {"SAS", "KK", "SAB"}
    assert {"LTD", "CO", "SA", "SACV", "GMBH", "JSC", "PT", "TNHH", "SDN", "BHD", "STI", "AS"} <= LEGAL_FORMS
    assert FORM_KINDS["TNHH"] == FORM_KINDS["LLC"] == "LIMITED"
    assert {"AND", "OF", "THE", "DE", "LA"} <= ACRONYM_STOP


def test_phrases_have_words_that_stand_for_themselves() -> None:
    assert PHRASES["DET", "MAY"] == ("TEXTILE", "GARMENT")
    assert PHRASES["HA", "NOI"] == ("HANOI",)
    assert all(1 < len(words) <= 5 for words in PHRASES)


@pytest.mark.parametrize("name", ["legal_forms", "synonyms", "han_words", "places", "words"])
def test_a_table_says_each_thing_once(name: str) -> None:
    rows = table(name)
    keys = [next(iter(row.values())) for row in rows]
    assert len(keys) == len(set(keys))
    assert all(value.strip() == value for row in rows for value in row.values())


def test_the_rows_of_the_background_are_sorted() -> None:
    words = [row["word"] for row in table("words")][1:]
    assert all(one < next_one for one, next_one in pairwise(words))


def test_generic_words_and_places_are_common_and_own_words_are_not() -> None:
    garment, technology, hotan, hesheng = background.counts(["GARMENT", "TECHNOLOGY", "HOTAN", "HESHENG"]).tolist()
    assert garment >= background.NAMES * 0.0045
    assert technology > garment
    assert hotan > 0
    assert hesheng == 0
