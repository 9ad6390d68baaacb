from dataclasses import replace
from datetime import date

import pytest

from cases.domain.inquiries import (
    Asked,
    Authority,
    DeterminationError,
    Determined,
    RequestError,
    check_asked,
    check_determined,
    request_key,
)

ON = date(2025, 2, 3)
SAID = Determined("CBP", "USA", "WRO-1", ON, "algodón", "hallazgo inventado")


def test_a_foreign_institution_has_no_term() -> None:
    assert [one for one in Authority if not one.is_national()] == [Authority.FOREIGN]
    assert request_key(3) == "request:3"


def test_a_request_says_what_and_of_whom() -> None:
    check_asked(Asked(Authority.SE, "importaciones", ON))
    check_asked(Asked(Authority.FOREIGN, "visita", ON, "CBP", "USA"))
    for asked in (Asked(Authority.SE, " ", ON), Asked(Authority.FOREIGN, "visita", ON)):
        with pytest.raises(RequestError):
            check_asked(asked)


@pytest.mark.parametrize("name", ["institution", "country", "reference", "goods", "text"])
def test_a_determination_is_known_by_all_of_it(name: str) -> None:
    check_determined(SAID)
    with pytest.raises(DeterminationError):
        check_determined(replace(SAID, **{name: " "}))  # type: ignore[arg-type]
