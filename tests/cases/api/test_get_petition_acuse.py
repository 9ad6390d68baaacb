import pytest

from cases.domain.petition.acuse import verification_of
from kernel.domain.cadena import read_cadena
from tests.cases.api.petitioners import REPORT, another_petitioner, filed, petitioner
from tests.screening.api.clients import answer, problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts", "trusted")]


def test_it_acknowledges_everything_that_was_filed() -> None:
    who = petitioner()
    told = filed(who)
    acuse = answer(who.get(f"/petitions/{told['folio']}/acuse"))
    line = read_cadena(acuse["proof"]["cadena"])
    assert (line.folio, line.petition_sha256) == (acuse["folio"], acuse["petition_sha256"])
    assert [(one["sha256"], one["size"]) for one in acuse["files"]] == [(line.exhibits[0], len(REPORT))]
    assert acuse["filed_at"].endswith("-06:00")
    assert (acuse["filer"]["name"], acuse["proof"]["certificate_number"]) == (
        "Sindicato Inventado",
        "30001000000500000092",
    )
    assert acuse["verification"] == verification_of(told["folio"], told["sha256"])
    assert acuse["case"] == told["case"]["reference"]


def test_that_of_another_does_not_exist() -> None:
    told = filed(petitioner())
    problem(another_petitioner().get(f"/petitions/{told['folio']}/acuse"), 404, "unknown_petition")
