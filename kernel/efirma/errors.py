"""Why a signature does not hold: each reason is a class with its code and its words."""

from kernel.domain.errors import InputError, UnavailableError
from kernel.domain.text import Text


class EfirmaError(InputError):
    """A certificate or signature that cannot be accepted."""

    code = "efirma"


class NoTrustStoreError(UnavailableError):
    """The certificates of the authorities are missing: no certificate can be trusted."""

    code = "no_trust_store"


class UnreadableCertificateError(EfirmaError):
    """The file is no certificate, or none of a person."""

    code = "unreadable_certificate"


class UnreadableSignatureError(EfirmaError):
    """The file is no signature."""

    code = "unreadable_signature"


class WeakKeyError(EfirmaError):
    """The key is not RSA, or a certificate's key or signature is too weak to be trusted."""

    code = "weak_key"


class TamperedError(EfirmaError):
    """The signature is of this certificate, and of another text."""

    code = "tampered"


class OtherKeyError(EfirmaError):
    """The signature was not made with the key of this certificate."""

    code = "other_key"


class WrongHashError(EfirmaError):
    """The signature was made over another hash than SHA-256."""

    code = "wrong_hash"


class ExpiredError(EfirmaError):
    """The certificate was no longer valid at the signing."""

    code = "expired"


class NotYetValidError(EfirmaError):
    """The certificate was not yet valid at the signing."""

    code = "not_yet_valid"


class SealCertificateError(EfirmaError):
    """The certificate is of a digital seal (CSD), no e.firma."""

    code = "csd"


class OtherPersonError(EfirmaError):
    """The certificate is of somebody who is neither the filer nor its representative."""

    code = "other_person"


class UnknownChainError(EfirmaError):
    """No authority that is trusted issued the certificate."""

    code = "unknown_chain"


class AuthorityNotValidError(UnknownChainError):
    """An authority of the chain was not valid at the signing."""

    code = "authority_not_valid"


class RevokedError(EfirmaError):
    """The certificate is revoked."""

    code = "revoked"


NO_TRUST_STORE = Text(
    "No hay certificados de la autoridad certificadora en {folder}, por lo que ninguna firma puede comprobarse. "
    "Póngalos ahí o corrija TAMIZ_EFIRMA_AUTHORITIES.",
    "There are no certificates of the certification authority in {folder}, so that no signature can be verified. "
    "Put them there or correct TAMIZ_EFIRMA_AUTHORITIES.",
)
UNREADABLE_CERTIFICATE = Text(
    "El archivo no es un certificado de e.firma que se pueda leer. Envíe el archivo .cer tal como lo entregó el SAT.",
    "The file is no e.firma certificate that can be read. Send the .cer file as the SAT handed it out.",
)
NO_RFC = Text(
    "El certificado {number} no dice de quién es: le falta el RFC. Envíe el archivo .cer de su e.firma.",
    "The certificate {number} does not say whose it is: it lacks the RFC. Send the .cer file of your e.firma.",
)
UNREADABLE_SIGNATURE = Text(
    "El archivo no es una firma: se esperan 256 bytes o más, en base64 o sin codificar. "
    "Envíe el que escribió «tamiz sign».",
    "The file is no signature: 256 bytes or more are expected, in base64 or plain. "
    "Send the one that “tamiz sign” wrote.",
)
WEAK_KEY = Text(
    "El certificado {number} usa una llave o una firma que ya no es segura: se exige RSA de 2048 bits o más y SHA-256. "
    "Renueve su e.firma.",
    "The certificate {number} uses a key or signature that is no longer safe: RSA of 2048 bits or more and SHA-256 "
    "are required. Renew your e.firma.",
)
TAMPERED = Text(
    "La firma es de este certificado, pero de otro texto: la cadena original cambió después de firmarse. "
    "Descárguela de nuevo, fírmela y envíe la nueva firma.",
    "The signature is of this certificate, but of another text: the cadena original changed after it was signed. "
    "Download it again, sign it and send the new signature.",
)
OTHER_KEY = Text(
    "La firma no se hizo con la llave del certificado {number}. Envíe el de la llave con que firmó.",
    "The signature was not made with the key of the certificate {number}. "
    "Send the certificate that belongs to the key you signed with.",
)
WRONG_HASH = Text(
    "La firma se hizo con {algorithm}; se exige SHA-256. Firme de nuevo con «tamiz sign» u otra herramienta.",
    "The signature was made with {algorithm}; SHA-256 is required. Sign again with “tamiz sign” or another tool.",
)
EXPIRED = Text(
    "El certificado {number} venció el {day}, antes de la firma. Renueve su e.firma y firme de nuevo.",
    "The certificate {number} expired on {day}, before the signing. Renew your e.firma and sign again.",
)
NOT_YET_VALID = Text(
    "El certificado {number} vale desde el {day}, después de la firma. Compruebe la fecha y firme de nuevo.",
    "The certificate {number} is valid from {day}, after the signing. Check the date and sign again.",
)
SEAL_CERTIFICATE = Text(
    "El certificado {number} es de sello digital (CSD), que sirve para facturas y no para firmar escritos. "
    "Firme con su e.firma.",
    "The certificate {number} is of a digital seal (CSD), which is for invoices and not for signing writings. "
    "Sign with your e.firma.",
)
OTHER_PERSON = Text(
    "El certificado es de {rfc}, que no es quien presenta ni quien lo representa ({expected}). "
    "Firme quien corresponda, o corrija el RFC.",
    "The certificate is of {rfc}, who is neither the filer nor its representative ({expected}). "
    "Let the right person sign, or correct the RFC.",
)
UNKNOWN_CHAIN = Text(
    "Ninguna autoridad certificadora de confianza emitió el certificado {number}; dice haberlo emitido «{issuer}». "
    "Firme con la e.firma que le dio el SAT.",
    "No trusted certification authority issued the certificate {number}; it says “{issuer}” did. "
    "Sign with the e.firma that the SAT gave you.",
)
AUTHORITY_NOT_VALID = Text(
    "El certificado {number} depende de «{issuer}», cuyo propio certificado no valía al momento de la firma. "
    "Renueve su e.firma y firme de nuevo.",
    "The certificate {number} depends on “{issuer}”, whose own certificate was not valid at the signing. "
    "Renew your e.firma and sign again.",
)
REVOKED = Text(
    "El certificado {number} está revocado. Obtenga una e.firma vigente y firme de nuevo.",
    "The certificate {number} is revoked. Get an e.firma that is in force and sign again.",
)
