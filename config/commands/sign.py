"""``tamiz sign``: signs a cadena original where the private key is, so that no key ever reaches a server."""

import os
import sys
import tempfile
from base64 import b64encode
from pathlib import Path
from typing import Annotated, Final

import typer
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_der_private_key

from config.cli import errors, language, say
from kernel.domain.cadena import fields_of
from kernel.domain.errors import InputError
from kernel.domain.text import Text
from kernel.efirma import Certificate, read_certificate

PASSWORD: Final = Text("Contraseña de la llave privada", "Password of the private key")
UNREADABLE: Final = Text("No se puede leer el archivo {path}.", "The file {path} cannot be read.")
UNWRITABLE: Final = Text("No se puede escribir el archivo {path}.", "The file {path} cannot be written.")
NOT_TEXT: Final = Text("{path} no es un texto en UTF-8.", "{path} is no text in UTF-8.")
NOT_OPENED: Final = Text(
    "La llave {path} no se pudo abrir: la contraseña no es la suya, o el archivo no es la .key que entregó el SAT.",
    "The key {path} could not be opened: the password is not its own, or the file is not the .key the SAT handed out.",
)
NOT_A_PAIR: Final = Text(
    "La llave {key} no es la del certificado {cer}. Use los dos archivos de la misma e.firma.",
    "The key {key} is not that of the certificate {cer}. Use the two files of the same e.firma.",
)
NO_EFIRMA: Final = Text(
    "El certificado {number} es de sello digital (CSD). Firme con su e.firma.",
    "The certificate {number} is of a digital seal (CSD). Sign with your e.firma.",
)
SIGNED: Final = Text(
    "Firmado por {name} ({rfc}), certificado {number}.", "Signed by {name} ({rfc}), certificate {number}."
)
WRITTEN: Final = Text("La firma quedó en {path}.", "The signature is in {path}.")


class KeyNotOpenedError(InputError):
    """The private key cannot be opened, or is of another certificate."""

    code = "key_not_opened"


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("sign")(sign)


def sign(
    cadena: Annotated[Path, typer.Argument(help="Archivo de la cadena original / File of the cadena original")],
    cer: Annotated[Path, typer.Option(help="Certificado (.cer) / Certificate")],
    key: Annotated[Path, typer.Option(help="Llave privada (.key) / Private key")],
    out: Annotated[Path | None, typer.Option(help="Dónde escribir la firma / Where to write the signature")] = None,
    password_file: Annotated[Path | None, typer.Option(help="Archivo con la contraseña / File of the password")] = None,
) -> None:
    """Firma una cadena original con su e.firma; la firma sale en base64 / Sign a cadena original with an e.firma."""
    text = _cadena(cadena)
    holder = read_certificate(_read(cer))
    if not holder.is_efirma():
        raise InputError(NO_EFIRMA.filled(number=holder.number))
    private = _opened(key, _password(password_file))
    if private.public_key() != holder.public_key():
        raise KeyNotOpenedError(NOT_A_PAIR.filled(key=key, cer=cer))
    signature = b64encode(private.sign(text.encode(), padding.PKCS1v15(), hashes.SHA256())).decode()
    _hand_out(signature, out)
    _tell(holder, out)


def _cadena(path: Path) -> str:
    """Return the text to sign, checked; the line end that editors put behind it is no part of it."""
    try:
        text = _read(path).decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise InputError(NOT_TEXT.filled(path=path)) from error
    fields_of(text)
    return text


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(UNREADABLE.filled(path=path)) from error


def _password(file: Path | None) -> bytes:
    """Return the password: of a file, asked for without echo, or the first line of the input where nobody is there."""
    if file is not None:
        return _read(file).rstrip(b"\r\n")
    if sys.stdin.isatty():
        return str(typer.prompt(PASSWORD.in_language(language()), hide_input=True, err=True)).encode()
    return sys.stdin.readline().rstrip("\r\n").encode()


def _opened(path: Path, password: bytes) -> RSAPrivateKey:
    """Return the key; the cause is left out of the refusal, so that nothing of the password can be told."""
    data = _read(path)
    try:
        opened = load_der_private_key(data, password)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise KeyNotOpenedError(NOT_OPENED.filled(path=path)) from None
    if not isinstance(opened, RSAPrivateKey):
        raise KeyNotOpenedError(NOT_OPENED.filled(path=path))
    return opened


def _hand_out(signature: str, out: Path | None) -> None:
    """Write the signature whole or not at all: half a one would be taken for a wrong one."""
    if out is None:
        typer.echo(signature)
        return
    try:
        with tempfile.NamedTemporaryFile("w", dir=out.parent, delete=False) as file:
            file.write(signature + "\n")
        os.replace(file.name, out)
    except OSError as error:
        raise InputError(UNWRITABLE.filled(path=out)) from error


def _tell(holder: Certificate, out: Path | None) -> None:
    """Say who signed on the error stream: the signature alone is the output."""
    say(SIGNED.filled(name=holder.name, rfc=holder.rfc, number=holder.number), to=errors)
    if out is not None:
        say(WRITTEN.filled(path=out), to=errors)
