"""What parties, notices, requests and submissions are called, in both languages, by their codes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cases.domain.inquiries import Authority
from cases.domain.notices import NoticeChannel, NoticeSubject
from cases.domain.parties import PartyRole
from cases.domain.submissions import ExhibitDecision, SubmissionKind, Timeliness
from kernel.domain.text import Text

PARTY_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        PartyRole.PRODUCER: Text("productor", "producer"),
        PartyRole.IMPORTER: Text("importador", "importer"),
        PartyRole.PETITIONER: Text("solicitante", "petitioner"),
        PartyRole.REPRESENTATIVE: Text("representante", "representative"),
        PartyRole.THIRD: Text("tercero", "third party"),
    }
)
NOTICE_CHANNEL_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        NoticeChannel.PERSONAL: Text("personal", "personal"),
        NoticeChannel.ELECTRONIC: Text("electrónica, en este tablero", "electronic, on this board"),
        NoticeChannel.EMAIL: Text("por correo electrónico", "by e-mail"),
        NoticeChannel.CERTIFIED_MAIL: Text("por correo certificado", "by certified mail"),
        NoticeChannel.EDICT: Text("por edictos", "by edict"),
    }
)
SUBJECT_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        NoticeSubject.HEARING: Text("inicio y vista para contestar", "start and hearing to answer"),
        NoticeSubject.EVIDENCE: Text("apertura de pruebas", "opening of the evidence"),
        NoticeSubject.OTHER: Text("otro acuerdo", "another act"),
    }
)
AUTHORITY_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Authority.SE: Text("Secretaría de Economía", "Ministry of Economy (SE)"),
        Authority.ANAM: Text("Agencia Nacional de Aduanas (ANAM)", "Customs agency (ANAM)"),
        Authority.SRE: Text("Secretaría de Relaciones Exteriores", "Ministry of Foreign Affairs (SRE)"),
        Authority.FGR: Text("Fiscalía General de la República", "Federal prosecutor (FGR)"),
        Authority.FOREIGN: Text("institución extranjera", "foreign institution"),
    }
)
SUBMISSION_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        SubmissionKind.ANSWER: Text("contestación", "answer"),
        SubmissionKind.EVIDENCE: Text("pruebas", "evidence"),
        SubmissionKind.PLEADINGS: Text("alegatos", "pleadings"),
        SubmissionKind.SUPERVENING: Text("pruebas supervenientes", "supervening evidence"),
        SubmissionKind.OTHER: Text("otro escrito", "other writing"),
    }
)
TIMELINESS_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Timeliness.IN_TIME: Text("en tiempo", "in time"),
        Timeliness.EXTEMPORANEOUS: Text("extemporánea", "late"),
        Timeliness.NO_TERM: Text("sin plazo que corra", "no term runs for it"),
    }
)
EXHIBIT_WORDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        ExhibitDecision.PENDING: Text("por acordar", "not ruled on yet"),
        ExhibitDecision.ADMITTED: Text("admitida", "admitted"),
        ExhibitDecision.REJECTED: Text("desechada", "rejected"),
    }
)
