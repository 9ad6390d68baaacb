"""What the rules ask of who petitions, by whom, to whom, and with which proof (LFPA art. 15, 19)."""

from typing import Final

from cases.domain.petition import checks
from cases.domain.petition.requisites import FaultRule, Severity
from cases.domain.petition.rules.building import missing
from cases.domain.rules import Content
from importers.domain.tax_ids import RfcCheck
from kernel.domain.text import Text

LNETB: Final = "LNETB art. 59, 65, 66"  # it is asked for, and its lack blocks nothing
RFCS: Final = ("petitioner.rfc", "representative.rfc")

FILER: Final = (
    FaultRule(
        "PETITIONER_NAME_MISSING",
        ("petitioner.name",),
        Severity.BLOCKS_FOLIO,
        Text("Falta el nombre o razón social de quien solicita.", "The name of the petitioner is missing."),
        (Content.PETITIONER_NAME,),
    ),
    FaultRule(
        "ADDRESSEE_MISSING",
        ("addressee.body",),
        Severity.BLOCKS_FOLIO,
        Text("Falta la autoridad a la que se dirige.", "The body that is addressed is missing."),
        (Content.ADDRESSEE_PLACE_DATE,),
    ),
    FaultRule(
        "SIGNATURE_MISSING",
        ("",),
        Severity.BLOCKS_FOLIO,
        Text("Falta la firma de quien solicita o de su representante.", "The signature is missing."),
        (Content.SIGNATURE,),
        fails=checks.is_unsigned,
        at="signature",
    ),
    missing(
        "PERSON_TYPE",
        "petitioner.person_type",
        Content.PETITIONER_NAME,
        "Falta decir si solicita una persona física o moral.",
        "It is not said whether a natural or a legal person petitions.",
    ),
    missing(
        "DOMICILE",
        "petitioner.domicile",
        Content.PETITIONER_DOMICILE,
        "Falta el domicilio para recibir notificaciones.",
        "The domicile for notices is missing.",
    ),
    FaultRule(
        "NOTICE_EMAIL_MISSING",
        ("petitioner",),
        Severity.FAULT,
        Text(
            "Acepta notificaciones electrónicas, pero falta el correo.",
            "Electronic notices are accepted, but the e-mail address is missing.",
        ),
        article="LFPA art. 35",
        fails=checks.lacks_address_for_notices,
        at="email",
    ),
    FaultRule(
        "REPRESENTATIVE_MISSING",
        ("",),
        Severity.FAULT,
        Text("Una persona moral actúa por su representante: falta.", "A legal person acts by a representative: none."),
        (Content.REPRESENTATIVE,),
        fails=checks.lacks_representative,
        at="representative",
    ),
    missing(
        "REPRESENTATIVE_NAME",
        "representative.name",
        Content.REPRESENTATIVE,
        "Falta el nombre de quien representa.",
        "The name of the representative is missing.",
    ),
    FaultRule(
        "POWERS_MISSING",
        ("representative.powers",),
        Severity.FAULT,
        Text("Falta acreditar las facultades de quien representa.", "The powers of the representative are not proven."),
        (Content.REPRESENTATIVE,),
        article="LFPA art. 19",
        fails=checks.lacks_proof_of_powers,
    ),
    missing(
        "AUTHORISED_NAME",
        "authorised.*.name",
        Content.AUTHORISED_PERSONS,
        "Falta el nombre de la persona autorizada.",
        "The name of the person authorised is missing.",
    ),
    missing(
        "PLACE", "addressee.place", Content.ADDRESSEE_PLACE_DATE, "Falta el lugar del escrito.", "The place is missing."
    ),
    missing(
        "DATE",
        "addressee.dated_on",
        Content.ADDRESSEE_PLACE_DATE,
        "Falta la fecha del escrito.",
        "The date is missing.",
    ),
    missing(
        "STANDING",
        "standing",
        Content.STANDING,
        "Faltan los documentos que acreditan la personalidad; quien pide que se investigue acredita además estar "
        "legalmente establecido en México.",
        "The documents that prove standing are missing; who asks for an investigation also proves to be legally "
        "established in Mexico.",
    ),
    FaultRule(
        "RFC_MISSING",
        ("petitioner.rfc",),
        Severity.WARNING,
        Text("Falta el RFC, con el que se firma.", "The RFC is missing, which the signature must bear."),
        (Content.PETITIONER_NAME,),
    ),
    *(
        FaultRule(code, RFCS, Severity.WARNING, words, (Content.PETITIONER_NAME,), fails=checks.rfc_is(check))
        for code, check, words in (
            ("RFC_MALFORMED", RfcCheck.MALFORMED, Text("No tiene la forma de un RFC.", "This is no RFC.")),
            (
                "RFC_CHECK_DIGIT",
                RfcCheck.CHECK_DIGIT,
                Text("El dígito verificador del RFC no corresponde.", "The check digit of the RFC does not match."),
            ),
            (
                "RFC_GENERIC",
                RfcCheck.GENERIC,
                Text("Es un RFC genérico: no identifica a nadie.", "This RFC is a generic one that is nobody's."),
            ),
        )
    ),
    FaultRule(
        "RFC_OF_OTHER_PERSON_TYPE",
        ("petitioner",),
        Severity.WARNING,
        Text("El RFC es de otro tipo de persona.", "The RFC is that of another type of person."),
        (Content.PETITIONER_NAME,),
        fails=checks.is_of_other_person_type,
        at="rfc",
    ),
    FaultRule(
        "CURP_MISSING",
        ("petitioner",),
        Severity.WARNING,
        Text("Falta la CURP; el trámite sigue sin ella.", "The CURP is missing; the procedure goes on without it."),
        article=LNETB,
        fails=checks.lacks_curp,
        at="curp",
    ),
    FaultRule(
        "CURP_MALFORMED",
        ("petitioner.curp", "representative.curp"),
        Severity.WARNING,
        Text("No tiene la forma de una CURP.", "This is no CURP."),
        article=LNETB,
        fails=checks.is_no_curp,
    ),
)
