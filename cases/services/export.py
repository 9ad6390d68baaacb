"""The full case file as one zip, for a court, an auditor or whoever takes the case over."""

import tempfile
from datetime import datetime
from itertools import chain
from typing import BinaryIO

from django.db import transaction

from cases.domain.conditions import check_no_interest
from cases.domain.procedure import VERBS, Stage, Step
from cases.domain.state import subject_of
from cases.domain.steps import check_step
from cases.formats.case_file import CaseFile, FiledDocument, write_case_file
from cases.queries.case import actors_in, case_by_reference, entries_of, happened, state_of
from cases.queries.inquiries import written_records
from kernel.domain.actors import Actor
from kernel.domain.chain import Link
from kernel.queries import document_path, names_of
from kernel.services.ledger import record, take_turn


def exported_file(*, case_ref: str, actor: Actor, at: datetime) -> BinaryIO:
    """Return a case file as ``export_case_file`` writes it, to be read from its beginning; the caller closes it.

    Raises:
        NoSuchCaseError, NotCompetentError, DocumentLostError: as ``export_case_file`` says.

    """
    file = tempfile.TemporaryFile()  # noqa: SIM115 - it goes to the caller open
    try:
        export_case_file(case_ref=case_ref, target=file, actor=actor, at=at)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


def export_case_file(*, case_ref: str, target: BinaryIO, actor: Actor, at: datetime) -> str:
    """Write a case file with everything in it and return the SHA-256 of its index, which the ledger keeps.

    Nobody waits while the documents are copied: the file is of the moment when it was begun.

    Raises:
        NoSuchCaseError: there is no such case.
        NotCompetentError: none of the actor's roles may have the whole file, or the petition is its own (LFPA 21).
        DocumentLostError: the bytes of a document are gone or altered.

    """
    file = _case_file(case_ref, actor, at)
    digest = write_case_file(file, target)
    detail = {"index_sha256": digest, "entries": len(file.links), "documents": len(file.documents)}
    with transaction.atomic():
        record(VERBS[Step.EXPORT], subject=subject_of(file.reference), actor=actor, at=at, detail=detail)
    return digest


@transaction.atomic
def _case_file(case_ref: str, actor: Actor, at: datetime) -> CaseFile:
    take_turn()  # so that state and entries are of one moment
    case = case_by_reference(case_ref)
    check_step(Step.EXPORT, Stage(case.stage), actor.roles)
    check_no_interest(Step.EXPORT, [case.petitioner], actor)
    documents = [
        FiledDocument(one.number, one.name, one.document.sha256, document_path(one.document))
        for one in case.documents.all()
    ]
    entries = entries_of(case)
    links = [Link(entry.as_entry(), entry.hash) for entry in entries]
    people = names_of({actor.name, case.petitioner, *chain.from_iterable(actors_in(happened(one)) for one in entries)})
    return CaseFile(case.reference, state_of(case), links, documents, at, actor.name, people, written_records(case))
