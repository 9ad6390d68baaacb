"""A petition has one written form; what cannot be kept is told field by field."""

import json
import unicodedata
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.domain.petition.codec import canonical_content, plain_content, read_content, sha256_of
from cases.domain.petition.content import MOST, PersonType, PetitionContent, ProducerRole
from cases.domain.petition.errors import InvalidContentError
from tests.cases.petitions import complete

TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40)
HASHES = st.sampled_from(["", "a" * 64, "0" * 64])
DAYS = st.none() | st.dates().map(str)
CODES = st.lists(st.fixed_dictionaries({}, optional={"code": TEXTS, "nico": TEXTS}), max_size=3)
GOODS = st.fixed_dictionaries({}, optional={"description": TEXTS, "codes": CODES, "inputs": TEXTS})
PETITIONER = st.fixed_dictionaries(
    {}, optional={"person_type": st.sampled_from(PersonType), "name": TEXTS, "accepts_electronic_notice": st.booleans()}
)
POWERS = st.fixed_dictionaries({}, optional={"instrument": TEXTS, "documents": st.lists(HASHES, max_size=2)})
SAID = st.fixed_dictionaries(
    {},
    optional={
        "petitioner": PETITIONER,
        "representative": st.none() | st.fixed_dictionaries({}, optional={"name": TEXTS, "powers": POWERS}),
        "addressee": st.fixed_dictionaries({}, optional={"body": TEXTS, "dated_on": DAYS}),
        "grounds": TEXTS,
        "facts": st.fixed_dictionaries(
            {},
            optional={"events": st.lists(st.fixed_dictionaries({}, optional={"on": DAYS, "what": TEXTS}), max_size=2)},
        ),
        "goods": st.lists(GOODS, max_size=3),
        "producers": st.lists(
            st.fixed_dictionaries(
                {}, optional={"aliases": st.lists(TEXTS, max_size=3), "role": st.sampled_from(ProducerRole)}
            ),
            max_size=3,
        ),
        "exhibits": st.lists(
            st.fixed_dictionaries(
                {}, optional={"number": st.integers(0, 9_999), "document": HASHES, "confidential": st.booleans()}
            ),
            max_size=3,
        ),
        "earlier": st.none()
        | st.fixed_dictionaries({}, optional={"new_exhibits": st.lists(st.integers(0, 9_999), max_size=2)}),
    },
)


SLOW = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])  # a petition has many parts


@SLOW
@given(SAID)
def test_what_is_written_is_read_as_what_it_was(said: dict[str, Any]) -> None:
    content = read_content(said)
    again = read_content(json.loads(canonical_content(content)))
    assert again == content
    assert canonical_content(again) == canonical_content(content)


@SLOW
@given(SAID)
def test_the_written_form_has_sorted_names_no_blanks_and_texts_in_nfc(said: dict[str, Any]) -> None:
    written = canonical_content(read_content(said)).decode()
    plain = json.loads(written)
    assert json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False) == written
    assert unicodedata.is_normalized("NFC", written)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda one: (
            st.lists(one)
            | st.dictionaries(
                st.sampled_from(["goods", "petitioner", "facts", "events", "codes", "on", "x", "documents", "number"]),
                one,
            )
        ),
    )
)
def test_whatever_is_sent_is_read_or_refused_by_field(said: Any) -> None:
    with suppress(InvalidContentError):
        assert read_content(plain_content(read_content(said))) == read_content(said)


def test_a_whole_petition_survives_its_written_form() -> None:
    assert read_content(plain_content(complete())) == complete()


def test_a_blank_petition_is_nothing_and_every_word_changes_the_hash() -> None:
    assert canonical_content(PetitionContent()) == b"{}"
    assert sha256_of(complete(grounds="a")) != sha256_of(complete(grounds="b"))


@pytest.mark.parametrize(
    ("said", "field"),
    [
        pytest.param([], "", id="no group of fields"),
        pytest.param({"colour": "red"}, "colour", id="no such field"),
        pytest.param({"goods": [{"codes": [{"code": 5}]}]}, "goods.0.codes.0.code", id="a number for a text"),
        pytest.param({"goods": {}}, "goods", id="a group for a list"),
        pytest.param({"goods": [{}] * 51}, "goods", id="too many goods"),
        pytest.param({"grounds": "x" * (MOST + 1)}, "grounds", id="a text too long"),
        pytest.param({"grounds": "a\x00b"}, "grounds", id="a control character"),
        pytest.param({"grounds": "a\ud800b"}, "grounds", id="half a character"),
        pytest.param({"petitioner": {"name": "a\nb"}}, "petitioner.name", id="a line break in a line"),
        pytest.param({"petitioner": {"person_type": "ROBOT"}}, "petitioner.person_type", id="no such person"),
        pytest.param({"petitioner": {"person_type": []}}, "petitioner.person_type", id="a list for a person"),
        pytest.param(
            {"petitioner": {"accepts_electronic_notice": "yes"}},
            "petitioner.accepts_electronic_notice",
            id="a text for a truth",
        ),
        pytest.param({"addressee": {"dated_on": "2026-02-30"}}, "addressee.dated_on", id="no day of the year"),
        pytest.param({"addressee": {"dated_on": "20260201"}}, "addressee.dated_on", id="a day in another form"),
        pytest.param({"exhibits": [{"number": -1}]}, "exhibits.0.number", id="a negative number"),
        pytest.param({"exhibits": [{"number": True}]}, "exhibits.0.number", id="a truth for a number"),
        pytest.param({"exhibits": [{"document": "abc"}]}, "exhibits.0.document", id="no hash"),
        pytest.param({"earlier": {"new_exhibits": ["one"]}}, "earlier.new_exhibits.0", id="a word for a number"),
    ],
)
def test_what_cannot_be_kept_is_named(said: object, field: str) -> None:
    with pytest.raises(InvalidContentError) as caught:
        read_content(said)
    assert [fault.field for fault in caught.value.faults] == [field]


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(InvalidContentError) as caught:
        read_content({"grounds": 1, "facts": {"narrative": 2}, "producers": 3})
    assert {fault.field for fault in caught.value.faults} == {"grounds", "facts.narrative", "producers"}
    assert "facts.narrative" in caught.value.message.en


def test_a_petition_that_is_too_large_as_a_whole_is_refused() -> None:
    goods = [dict.fromkeys(("description", "specs", "function", "use", "nature"), "ñ" * MOST)] * 10
    with pytest.raises(InvalidContentError):
        read_content({"goods": goods})


def test_texts_lose_blanks_and_marks_that_turn_words_and_keep_their_scripts() -> None:
    mixed = "Ñandú 新疆 عربي עברית हिन्दी" * 700
    said = read_content(
        {"grounds": f"  {mixed}\u202e\r\nfin ", "authorised": [], "producers": [{"aliases": ["", "a"]}]}
    )
    assert said.grounds == f"{unicodedata.normalize('NFC', mixed)}\nfin"
    assert said.producers[0].aliases == ("a",)
