import io
from pathlib import Path

import pytest

from cases.services import export_case_file
from tests.cases.factories import AUDITOR, FILED, filed_petition, noon
from tests.command_line import tamiz

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    target = io.BytesIO()
    export_case_file(case_ref=filed_petition().reference, target=target, actor=AUDITOR, at=noon(FILED))
    path = tmp_path / "expediente.zip"
    path.write_bytes(target.getvalue())
    return path


def test_a_whole_case_file_is_told_with_the_hash_of_its_index(exported: Path) -> None:
    ran = tamiz("case", "verify", str(exported))
    assert (ran.code, ran.err) == (0, "")
    assert "whole; 1 entries, 0 documents." in ran.out
    assert len(ran.out.split()[-1]) == 64
    assert "íntegro; 1 asientos" in tamiz("case", "verify", str(exported), language="es").out


def test_an_altered_case_file_ends_with_2_and_names_the_fault(exported: Path) -> None:
    data = bytearray(exported.read_bytes())
    data[100] ^= 1
    exported.write_bytes(data)
    ran = tamiz("case", "verify", str(exported))
    assert (ran.code, ran.out) == (2, "")
    assert "The case file does not hold" in ran.err


def test_a_file_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    ran = tamiz("case", "verify", str(tmp_path / "gone.zip"))
    assert ran.code == 2
    assert "gone.zip cannot be read" in ran.err


def test_a_device_is_not_read() -> None:
    ran = tamiz("case", "verify", "/dev/zero")
    assert ran.code == 2
    assert "/dev/zero cannot be read" in ran.err


def test_what_would_steer_the_terminal_is_shown_as_it_is_written(tmp_path: Path) -> None:
    ran = tamiz("case", "verify", str(tmp_path / "a\x1b[2J\u202e\udcff"))
    assert "a\\u001b[2J\\u202e\\udcff cannot be read" in ran.err
