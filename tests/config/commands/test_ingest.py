import json
from pathlib import Path

import pytest

from tests.command_line import tamiz
from tests.importers.deliveries import declaration, delivery, line, saved
from tests.importers.ingesting import nothing_kept

pytestmark = pytest.mark.django_db


def delivered(folder: Path) -> str:
    return str(saved(folder, delivery({"501": [declaration()], "551": [line(), "basura|"]})))


def test_a_file_is_ingested_and_summed_up_as_json(tmp_path: Path) -> None:
    ran = tamiz("ingest", delivered(tmp_path), "--json")
    facts = json.loads(ran.out)
    assert ran.code == 0
    assert (facts["format"], facts["lines_kept"], facts["rows_rejected"]) == ("data_stage", 1, 1)
    assert facts["codes"] == {"REJECTED:wrong_field_count": 1}
    assert facts["issues"][0]["place"] == "1234567_551.asc:3"


@pytest.mark.parametrize(("language", "word"), [("es", "NO TAMIZADAS"), ("en", "NOT SCREENED")])
def test_a_file_is_summed_up_in_both_languages(tmp_path: Path, language: str, word: str) -> None:
    ran = tamiz("ingest", delivered(tmp_path), language=language)
    assert ran.code == 0
    assert word in ran.out


def test_a_refused_file_is_one_sentence_and_code_2(tmp_path: Path) -> None:
    ran = tamiz("ingest", str(saved(tmp_path, b"hola\n")))
    assert ran.code == 2
    assert "tamiz formats" in ran.err
    assert nothing_kept()
