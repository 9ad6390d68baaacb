import pytest

from cases.domain.parties import PartyData, PartyError, PartyRole, check_party, key_of


def test_a_name_is_taken_in_any_script_and_without_blanks() -> None:
    said = check_party(PartyData(PartyRole.PRODUCER, "  新疆棉花公司 ", tax_id=" ab1 "))
    assert (said.name, said.tax_id) == ("新疆棉花公司", "AB1")


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(PartyData(PartyRole.THIRD, " "), id="no name"),
        pytest.param(PartyData(PartyRole.THIRD, "x", electronic=True), id="electronic notices without an account"),
    ],
)
def test_what_is_not_enough_is_refused(said: PartyData) -> None:
    with pytest.raises(PartyError):
        check_party(said)


def test_a_party_is_known_by_its_key() -> None:
    assert key_of(2) == "party:2"
