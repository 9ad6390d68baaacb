import pytest

from importers.domain.tax_ids import RfcCheck, check_rfc, declared_tax_id, plain_rfc


@pytest.mark.parametrize("text", ["SN", "S/N", "s.n.", "N/A", "NA", "0", "000", ".", "-", " ", "", "NO TIENE", "N. A."])
def test_a_way_of_saying_that_there_is_none_is_blank(text: str) -> None:
    assert declared_tax_id(text) == ""


@pytest.mark.parametrize("text", ["91650100MA7ABCDE1", "00-1234567", "SNA850101AB1", "C2333355502", "0N"])
def test_anything_else_stays_as_declared(text: str) -> None:
    assert declared_tax_id(text) == text


@pytest.mark.parametrize(
    ("rfc", "check"),
    [
        pytest.param("EKU9003173C9", RfcCheck.RIGHT, id="a company whose digit is right"),
        pytest.param("EKU9003173C8", RfcCheck.CHECK_DIGIT, id="the same with another digit"),
        pytest.param("XAXX010101000", RfcCheck.GENERIC, id="the public in general"),
        pytest.param("XEXX010101000", RfcCheck.GENERIC, id="a resident abroad"),
        pytest.param("EKU9013173C9", RfcCheck.MALFORMED, id="a month that cannot be"),
        pytest.param("EKU900317", RfcCheck.MALFORMED, id="without its last three"),
        pytest.param("9165010009CAFE012", RfcCheck.MALFORMED, id="a foreign number"),
    ],
)
def test_an_rfc_is_checked(rfc: str, check: RfcCheck) -> None:
    assert check_rfc(rfc) is check


def test_an_rfc_is_written_plainly() -> None:
    assert plain_rfc(" eku-900317 3c9 ") == "EKU9003173C9"
    assert plain_rfc("S/N") == ""
