"""Each required field that is missing is a fault with its article; there is a folio all the same."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.domain.petition.completeness import (
    REQUISITE_WORDS,
    blocking,
    completeness,
    fault_named,
    faults_of,
)
from cases.domain.petition.content import (
    Addressee,
    Authorised,
    Earlier,
    Event,
    Exhibit,
    Facts,
    GoodsData,
    PersonType,
    PetitionContent,
    PetitionerData,
    Place,
    Powers,
    Producer,
    Representative,
    TariffCode,
)
from cases.domain.petition.requisites import Severity
from cases.domain.petition.rules import RULES
from cases.domain.rules import Content
from cases.domain.rulesets import NoRuleSetError, rules_on
from tests.cases.petitions import ON, TARIFF, complete

WHOLE = complete()


def codes(content: PetitionContent, on: date = ON, *, signed: bool = True) -> dict[str, str]:
    """Return the code and field of each fault."""
    return {fault.code: fault.field for fault in faults_of(content, TARIFF, on, signed=signed)}


def petitioner(**other: Any) -> PetitionContent:
    return replace(WHOLE, petitioner=replace(WHOLE.petitioner, **other))


def representative(**other: Any) -> PetitionContent:
    assert WHOLE.representative is not None
    return replace(WHOLE, representative=replace(WHOLE.representative, **other))


def goods(**other: Any) -> PetitionContent:
    return replace(WHOLE, goods=(WHOLE.goods[0], replace(WHOLE.goods[0], **other)))


def exhibit(**other: Any) -> PetitionContent:
    return replace(WHOLE, exhibits=(replace(WHOLE.exhibits[0], **other),))


def producer(**other: Any) -> PetitionContent:
    return replace(WHOLE, producers=(replace(WHOLE.producers[0], **other),))


MISSING = [
    (petitioner(name=""), "PETITIONER_NAME_MISSING", "petitioner.name"),
    (replace(WHOLE, addressee=Addressee("", "México", ON)), "ADDRESSEE_MISSING", "addressee.body"),
    (petitioner(person_type=None), "PERSON_TYPE_MISSING", "petitioner.person_type"),
    (petitioner(domicile=""), "DOMICILE_MISSING", "petitioner.domicile"),
    (petitioner(accepts_electronic_notice=True), "NOTICE_EMAIL_MISSING", "petitioner.email"),
    (replace(WHOLE, representative=None), "REPRESENTATIVE_MISSING", "representative"),
    (representative(name=""), "REPRESENTATIVE_NAME_MISSING", "representative.name"),
    (representative(powers=Powers()), "POWERS_MISSING", "representative.powers"),
    (replace(WHOLE, addressee=Addressee("STPS", "", ON)), "PLACE_MISSING", "addressee.place"),
    (replace(WHOLE, addressee=Addressee("STPS", "México")), "DATE_MISSING", "addressee.dated_on"),
    (replace(WHOLE, standing=()), "STANDING_MISSING", "standing"),
    (replace(WHOLE, grounds=""), "GROUNDS_MISSING", "grounds"),
    (replace(WHOLE, facts=Facts()), "FACTS_MISSING", "facts.narrative"),
    (replace(WHOLE, exhibits=()), "EVIDENCE_MISSING", "exhibits"),
    (exhibit(proves=""), "EXHIBIT_PURPOSE_MISSING", "exhibits.0.proves"),
    (exhibit(document=""), "EXHIBIT_DOCUMENT_MISSING", "exhibits.0.document"),
    (
        exhibit(confidential=True, public_summary="x"),
        "CONFIDENTIALITY_REASON_MISSING",
        "exhibits.0.confidentiality_reason",
    ),
    (exhibit(confidential=True, confidentiality_reason="x"), "PUBLIC_SUMMARY_MISSING", "exhibits.0.public_summary"),
    (replace(WHOLE, goods=()), "GOODS_MISSING", "goods"),
    (goods(description=""), "GOODS_DESCRIPTION_MISSING", "goods.1.description"),
    (goods(codes=()), "TARIFF_CODE_MISSING", "goods.1.codes"),
    *(
        (goods(**{name: ""}), f"GOODS_{name.upper()}_MISSING", f"goods.1.{name}")
        for name in ("specs", "function", "use", "nature", "components", "inputs")
    ),
    (replace(WHOLE, producers=()), "PRODUCERS_MISSING", "producers"),
    (producer(name=""), "PRODUCER_NAME_MISSING", "producers.0.name"),
    (producer(domicile=""), "PRODUCER_DOMICILE_MISSING", "producers.0.domicile"),
    (replace(WHOLE, origins=(), provenances=()), "ORIGIN_OR_PROVENANCE_MISSING", "origins"),
    (replace(WHOLE, origins=(Place(),)), "PLACE_COUNTRY_MISSING", "origins.0.country"),
    (replace(WHOLE, earlier=Earlier("7K3M-9QXR-04TZ")), "NEW_EVIDENCE_MISSING", "earlier.new_evidence"),
    (replace(WHOLE, earlier=Earlier("", "una carta")), "EARLIER_REFERENCE_MISSING", "earlier.reference"),
]
WARNED = [
    (petitioner(rfc=""), "RFC_MISSING", "petitioner.rfc"),
    (petitioner(rfc="EKU9003173C8"), "RFC_CHECK_DIGIT", "petitioner.rfc"),
    (petitioner(rfc="XAXX010101000", person_type=PersonType.NATURAL), "RFC_GENERIC", "petitioner.rfc"),
    (petitioner(rfc="ABC"), "RFC_MALFORMED", "petitioner.rfc"),
    (representative(rfc="ABC"), "RFC_MALFORMED", "representative.rfc"),
    (petitioner(person_type=PersonType.NATURAL), "RFC_OF_OTHER_PERSON_TYPE", "petitioner.rfc"),
    (petitioner(person_type=PersonType.NATURAL), "CURP_MISSING", "petitioner.curp"),
    (petitioner(curp="ABC"), "CURP_MALFORMED", "petitioner.curp"),
    (goods(codes=(TariffCode("8525.89"),)), "TARIFF_CODE_MALFORMED", "goods.1.codes.0.code"),
    (goods(codes=(TariffCode("00112233"),)), "TARIFF_CODE_UNKNOWN", "goods.1.codes.0.code"),
    (goods(codes=(TariffCode("85258901", "1"),)), "NICO_MALFORMED", "goods.1.codes.0.nico"),
    (producer(country="Atlántida"), "COUNTRY_UNKNOWN", "producers.0.country"),
    (producer(country=""), "PRODUCER_COUNTRY_MISSING", "producers.0.country"),
    (producer(role=None), "PRODUCER_ROLE_MISSING", "producers.0.role"),
    (replace(WHOLE, origins=()), "ORIGIN_UNSAID", "origins"),
    (replace(WHOLE, provenances=()), "PROVENANCE_UNSAID", "provenances"),
    (exhibit(source=""), "EXHIBIT_SOURCE_MISSING", "exhibits.0.source"),
    (exhibit(language=""), "EXHIBIT_LANGUAGE_MISSING", "exhibits.0.language"),
    (replace(WHOLE, exhibits=WHOLE.exhibits * 2), "EXHIBIT_NUMBER_REPEATED", "exhibits"),
    (replace(WHOLE, earlier=Earlier("x", "y", (7,))), "NEW_EXHIBIT_UNKNOWN", "earlier.new_exhibits"),
]
IDENTITY = {"PETITIONER_NAME_MISSING", "ADDRESSEE_MISSING", "SIGNATURE_MISSING"}


def ids(rows: list[tuple[PetitionContent, str, str]]) -> list[str]:
    return [f"{code} {field}" for _, code, field in rows]


def test_a_complete_petition_lacks_nothing() -> None:
    assert codes(WHOLE) == {}
    assert completeness(WHOLE, TARIFF, ON, signed=True).percent == 100


@pytest.mark.parametrize(("content", "code", "field"), MISSING, ids=ids(MISSING))
def test_a_required_field_that_is_missing_is_a_fault_with_its_article(
    content: PetitionContent, code: str, field: str
) -> None:
    faults = faults_of(content, TARIFF, ON, signed=True)
    found = next(fault for fault in faults if fault.code == code)
    assert (found.field, found.severity is Severity.WARNING) == (field, False)
    assert found.article
    assert {fault.code for fault in blocking(faults)} == {code} & IDENTITY  # there is a folio all the same
    assert completeness(content, TARIFF, ON, signed=True).percent < 100 or not found.requisites


@pytest.mark.parametrize(("content", "code", "field"), WARNED, ids=ids(WARNED))
def test_what_is_odd_is_a_warning_that_costs_nothing(content: PetitionContent, code: str, field: str) -> None:
    faults = faults_of(content, TARIFF, ON, signed=True)
    found = next(fault for fault in faults if (fault.code, fault.field) == (code, field))
    assert (found.severity, bool(found.article)) == (Severity.WARNING, True)
    assert all(fault.severity is Severity.WARNING for fault in faults)
    assert completeness(content, TARIFF, ON, signed=True).percent == 100


def test_every_rule_is_tried_here() -> None:
    tried = {code for _, code, _ in (*MISSING, *WARNED)}
    elsewhere = {"SIGNATURE_MISSING", "AUTHORISED_NAME_MISSING", "EVENT_TEXT_MISSING", "EVENT_UNDATED"}
    assert {rule.code for rule in RULES} == tried | elsewhere


def test_only_a_signature_is_missing_before_it_is_signed() -> None:
    assert codes(WHOLE, signed=False) == {"SIGNATURE_MISSING": "signature"}
    found = completeness(WHOLE, TARIFF, ON)
    assert found.total - found.met == 1


def test_what_is_begun_and_left_blank_is_told_where_it_stands() -> None:
    content = replace(WHOLE, authorised=(Authorised(),), facts=Facts("x", (Event(),)))
    assert codes(content) == {
        "AUTHORISED_NAME_MISSING": "authorised.0.name",
        "EVENT_TEXT_MISSING": "facts.events.0.what",
        "EVENT_UNDATED": "facts.events.0.on",
    }


def test_an_empty_petition_shows_all_faults_at_once_and_meets_nothing() -> None:
    faults = faults_of(PetitionContent(), TARIFF, ON)
    assert [fault.code for fault in blocking(faults)] == [
        "PETITIONER_NAME_MISSING",
        "ADDRESSEE_MISSING",
        "SIGNATURE_MISSING",
    ]
    assert list(faults[:3]) == list(blocking(faults))
    assert completeness(PetitionContent(), TARIFF, ON).percent == 0


def test_a_curp_is_asked_for_since_the_law_that_asks_for_it() -> None:
    person = petitioner(person_type=PersonType.NATURAL)
    assert "CURP_MISSING" not in codes(person, date(2025, 7, 16))
    assert "CURP_MISSING" in codes(person, date(2025, 7, 17))


def test_before_the_mechanism_nothing_is_asked() -> None:
    with pytest.raises(NoRuleSetError):
        faults_of(WHOLE, TARIFF, date(2023, 5, 17))


def test_each_rule_has_one_code_and_something_to_rest_on() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(rule.article or rule.requisites for rule in RULES)
    assert set(REQUISITE_WORDS) == set(Content)
    rules = rules_on(ON)
    assert fault_named("POWERS_MISSING", "representative.powers", rules).article == "LFPA art. 19"
    assert fault_named("GROUNDS_MISSING", "grounds", rules).article.startswith("Acuerdo")


PARTS: dict[str, st.SearchStrategy[Any]] = {
    "petitioner": st.sampled_from([WHOLE.petitioner, PetitionerData(), PetitionerData(PersonType.LEGAL, "x")]),
    "representative": st.sampled_from([None, Representative(), WHOLE.representative]),
    "grounds": st.sampled_from(["", "x"]),
    "goods": st.lists(st.sampled_from([WHOLE.goods[0], GoodsData()]), max_size=2).map(tuple),
    "producers": st.lists(st.sampled_from([WHOLE.producers[0], Producer()]), max_size=2).map(tuple),
    "exhibits": st.lists(st.sampled_from([WHOLE.exhibits[0], Exhibit()]), max_size=2).map(tuple),
    "origins": st.lists(st.sampled_from([Place("CHN"), Place()]), max_size=2).map(tuple),
}
SLOW = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])  # many rules for each
CONTENTS = st.fixed_dictionaries(PARTS).map(lambda parts: replace(WHOLE, **parts))


@SLOW
@given(CONTENTS, st.booleans())
def test_the_meter_is_full_exactly_when_no_requisite_is_at_fault(content: PetitionContent, signed: bool) -> None:
    faults = faults_of(content, TARIFF, ON, signed=signed)
    found = completeness(content, TARIFF, ON, signed=signed)
    at_fault = [one for one in faults if one.requisites and one.severity is not Severity.WARNING]
    assert 0 <= found.met <= found.total
    assert (found.met == found.total) == (not at_fault)
    assert {one.code for one in blocking(faults)} <= IDENTITY


@SLOW
@given(CONTENTS, st.sampled_from(sorted(PARTS)))
def test_saying_a_part_as_it_should_be_never_meets_less(content: PetitionContent, part: str) -> None:
    better = replace(content, **{part: getattr(WHOLE, part)})
    assert completeness(better, TARIFF, ON).met >= completeness(content, TARIFF, ON).met
