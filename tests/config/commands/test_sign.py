from base64 import b64decode
from pathlib import Path

import pytest

from kernel.domain.cadena import Cadena
from kernel.efirma import verify_signature
from tests.architecture.test_house import ROOT, SOURCES
from tests.command_line import Ran, tamiz
from tests.kernel.efirma import minting
from tests.kernel.efirma.minting import AT, PASSWORD, PERSON_RFC

CADENA = Cadena("F-1", AT, PERSON_RFC, "", "TRABAJO FORZOSO Ñ", "a" * 64).text()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "cadena.txt").write_text(CADENA + "\n", encoding="utf-8")
    (tmp_path / "persona.cer").write_bytes(minting.person().cer())
    (tmp_path / "persona.key").write_bytes(minting.person().encrypted_key())
    (tmp_path / "otra.key").write_bytes(minting.firm().encrypted_key())
    (tmp_path / "sello.cer").write_bytes(minting.seal().cer())
    (tmp_path / "roto.txt").write_text("hola", encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes("||ñ||".encode("latin-1"))
    (tmp_path / "clave.txt").write_text(PASSWORD + "\n", encoding="utf-8")
    return tmp_path


def run(files: Path, *more: str, stdin: str = PASSWORD + "\n", language: str = "en", **named: str) -> Ran:
    names = {"cadena": "cadena.txt", "cer": "persona.cer", "key": "persona.key"} | named
    cadena, cer, key = (str(files / names[name]) for name in ("cadena", "cer", "key"))
    return tamiz("sign", cadena, "--cer", cer, "--key", key, *more, stdin=stdin, language=language)


def holds(signature: str) -> bool:
    trust, cer = minting.trust(), minting.person().cer()
    return bool(verify_signature(CADENA, cer, signature.encode(), at=AT, rfcs=[PERSON_RFC], trust=trust))


def test_the_signature_is_the_output_and_holds(files: Path) -> None:
    ran = run(files)
    assert ran.code == 0
    assert len(b64decode(ran.out)) == 256
    assert holds(ran.out)
    assert ran.err == f"Signed by XOCHILT CASAS CHÁVEZ ({PERSON_RFC}), certificate 30001000000500000001.\n"


def test_the_password_may_come_from_a_file_and_the_signature_go_into_one(files: Path) -> None:
    out = files / "firma.sig"
    ran = run(files, "--password-file", str(files / "clave.txt"), "--out", str(out), stdin="", language="es")
    assert (ran.code, ran.out) == (0, "")
    assert "La firma quedó en" in ran.err
    assert holds(out.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("named", "stdin", "words"),
    [
        pytest.param({}, "incorrecta\n", "could not be opened", id="a wrong password"),
        pytest.param({}, "", "could not be opened", id="no password"),
        pytest.param({"key": "persona.cer"}, None, "could not be opened", id="no key"),
        pytest.param({"key": "otra.key"}, None, "is not that of the certificate", id="the key of another"),
        pytest.param({"cer": "sello.cer"}, None, "digital seal", id="a seal"),
        pytest.param({"cer": "persona.key"}, None, "no e.firma certificate", id="no certificate"),
        pytest.param({"cadena": "roto.txt"}, None, "no cadena original", id="no cadena"),
        pytest.param({"cadena": "latin.txt"}, None, "no text in UTF-8", id="another encoding"),
        pytest.param({"cadena": "falta.txt"}, None, "cannot be read", id="no file"),
    ],
)
def test_a_refusal_exits_with_2_writes_nothing_and_never_tells_the_password(
    files: Path, named: dict[str, str], stdin: str | None, words: str
) -> None:
    out = files / "firma.sig"
    given = PASSWORD + "\n" if stdin is None else stdin
    ran = run(files, "--out", str(out), stdin=given, **named)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert given.strip() == "" or given.strip() not in ran.err
    assert not out.exists()


def test_a_place_that_cannot_be_written_is_told(files: Path) -> None:
    ran = run(files, "--out", str(files / "no" / "firma.sig"))
    assert ran.code == 2
    assert "cannot be written" in ran.err


def test_no_other_part_of_the_house_can_open_a_private_key() -> None:
    opening = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if any(word in path.read_text(encoding="utf-8") for word in ("_private_key(", "load_pkcs12", "PrivateKey"))
    ]
    assert set(opening) - {"benchmarks/efirma.py"} == {"config/commands/sign.py"}
