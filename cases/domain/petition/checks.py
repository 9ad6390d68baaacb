"""What the rules of a petition ask of one value: tax and population keys, tariff codes, countries, exhibits."""

from collections.abc import Callable
from datetime import date
from typing import Final

from stdnum.mx import curp as stdnum_curp

from cases.domain.petition.content import (
    Earlier,
    Exhibit,
    PersonType,
    PetitionContent,
    PetitionerData,
    Powers,
)
from cases.domain.petition.requisites import Given
from importers.domain.tax_ids import RfcCheck, check_rfc, plain_rfc
from kernel.domain.countries import country_code

CURP_SINCE: Final = date(2025, 7, 17)  # LNETB (DOF 16-07-2025), in force from the day after
RFC_LENGTH: Final = {PersonType.LEGAL: 12, PersonType.NATURAL: 13}
DIGITS, NICO_DIGITS = 8, 2  # of a fracción and of its NICO (LIGIE, rule 10)


def is_unsigned(_content: PetitionContent, given: Given) -> bool:
    """Return whether the petition bears no signature."""
    return not given.signed


def lacks_address_for_notices(who: PetitionerData, _given: Given) -> bool:
    """Return whether electronic notices are accepted without saying where."""
    return who.accepts_electronic_notice and not who.email


def lacks_representative(content: PetitionContent, _given: Given) -> bool:
    """Return whether a legal person petitions by nobody."""
    return content.petitioner.person_type is PersonType.LEGAL and content.representative is None


def lacks_proof_of_powers(powers: Powers, _given: Given) -> bool:
    """Return whether neither an instrument is named nor a document attached."""
    return not (powers.instrument or powers.documents)


def rfc_is(*checks: RfcCheck) -> Callable[[str, Given], bool]:
    """Return what tells whether an RFC that is given is found to be one of these."""
    return lambda rfc, _given: bool(rfc) and check_rfc(plain_rfc(rfc)) in checks


def is_of_other_person_type(who: PetitionerData, _given: Given) -> bool:
    """Return whether a sound RFC is as long as those of the other kind of person."""
    rfc = plain_rfc(who.rfc)
    return who.person_type is not None and len(rfc) in RFC_LENGTH.values() and len(rfc) != RFC_LENGTH[who.person_type]


def lacks_curp(who: PetitionerData, given: Given) -> bool:
    """Return whether a natural person gives no CURP, since the day it must be asked for."""
    return who.person_type is PersonType.NATURAL and not who.curp and given.on >= CURP_SINCE


def is_no_curp(curp: str, _given: Given) -> bool:
    """Return whether what is given is no CURP."""
    return bool(curp) and not stdnum_curp.is_valid(curp)


def is_no_tariff_code(code: str, _given: Given) -> bool:
    """Return whether what is given are not the digits of a fracción."""
    return not _is_number(code, DIGITS)


def is_not_in_tariff(code: str, given: Given) -> bool:
    """Return whether a fracción is not in the table that is loaded, on the day."""
    return _is_number(code, DIGITS) and not given.tariff.covers(code, given.on)


def is_no_nico(nico: str, _given: Given) -> bool:
    """Return whether what is given is no NICO."""
    return bool(nico) and not _is_number(nico, NICO_DIGITS)


def _is_number(text: str, digits: int) -> bool:
    return len(text) == digits and text.isascii() and text.isdigit()


def is_no_country(country: str, _given: Given) -> bool:
    """Return whether nobody knows the country that is given."""
    return bool(country) and not country_code(country)


def lacks_origin_and_provenance(content: PetitionContent, _given: Given) -> bool:
    """Return whether neither is said."""
    return not (content.origins or content.provenances)


def lacks_origin(content: PetitionContent, _given: Given) -> bool:
    """Return whether the provenance alone is said."""
    return bool(content.provenances) and not content.origins


def lacks_provenance(content: PetitionContent, _given: Given) -> bool:
    """Return whether the origin alone is said."""
    return bool(content.origins) and not content.provenances


def repeats_numbers(exhibits: tuple[Exhibit, ...], _given: Given) -> bool:
    """Return whether two exhibits bear one number, so that a mention of it is unclear."""
    numbers = [one.number for one in exhibits if one.number]
    return len(set(numbers)) < len(numbers)


def lacks_reason(exhibit: Exhibit, _given: Given) -> bool:
    """Return whether an exhibit is confidential without a reason."""
    return exhibit.confidential and not exhibit.confidentiality_reason


def lacks_summary(exhibit: Exhibit, _given: Given) -> bool:
    """Return whether nothing may be told of a confidential exhibit."""
    return exhibit.confidential and not exhibit.public_summary


def lacks_new_evidence(earlier: Earlier, _given: Given) -> bool:
    """Return whether a petition that follows an earlier one does not say what is new."""
    return not (earlier.new_evidence or earlier.new_exhibits)


def names_no_exhibit(content: PetitionContent, _given: Given) -> bool:
    """Return whether what is new is said to stand in exhibits that the index does not have."""
    numbers = {one.number for one in content.exhibits}
    return content.earlier is not None and not numbers.issuperset(content.earlier.new_exhibits)
