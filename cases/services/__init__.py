"""Writes of the procedure: one function per intent, one transaction, its entries in the ledger."""

from cases.services.calendar import SeenOtherwiseError, load_day_off_acts, load_shipped_day_off_acts
from cases.services.documents import (
    Upload,
    add_document,
    classify_document,
    document_of,
    open_document,
    receive_document,
)
from cases.services.ending import close_case, declare_lapse
from cases.services.export import export_case_file, exported_file
from cases.services.investigation import close_pleadings, open_pleadings, return_for_evidence
from cases.services.joining import join_case, separate_case
from cases.services.opening import Filing, file_petition, open_own_motion_case
from cases.services.order import assign_case, prioritise_case, restore_order
from cases.services.petition_drafts import SeenDraft, delete_draft, save_draft, start_draft
from cases.services.petition_email import draft_from_email
from cases.services.petition_files import attach_file, detach_file, receive_file_ahead
from cases.services.petition_filing import Captured, cadena_to_sign, file_petition_content, prepare_petition
from cases.services.petition_vucem import SentByVucem, receive_vucem_petition
from cases.services.petitions import (
    Continuation,
    admit_petition,
    agree_to_admission,
    continue_on_own_motion,
    cure_petition,
    dismiss_petition,
    name_petitioner,
    prevent_petition,
    withdraw_petition,
)
from cases.services.terms import extend_term, meet_term, resume_terms, start_term, suspend_terms

__all__ = [
    "Captured",
    "Continuation",
    "Filing",
    "SeenDraft",
    "SeenOtherwiseError",
    "SentByVucem",
    "Upload",
    "add_document",
    "admit_petition",
    "agree_to_admission",
    "assign_case",
    "attach_file",
    "cadena_to_sign",
    "classify_document",
    "close_case",
    "close_pleadings",
    "continue_on_own_motion",
    "cure_petition",
    "declare_lapse",
    "delete_draft",
    "detach_file",
    "dismiss_petition",
    "document_of",
    "draft_from_email",
    "export_case_file",
    "exported_file",
    "extend_term",
    "file_petition",
    "file_petition_content",
    "join_case",
    "load_day_off_acts",
    "load_shipped_day_off_acts",
    "meet_term",
    "name_petitioner",
    "open_document",
    "open_own_motion_case",
    "open_pleadings",
    "prepare_petition",
    "prevent_petition",
    "prioritise_case",
    "receive_document",
    "receive_file_ahead",
    "receive_vucem_petition",
    "restore_order",
    "resume_terms",
    "return_for_evidence",
    "save_draft",
    "separate_case",
    "start_draft",
    "start_term",
    "suspend_terms",
    "withdraw_petition",
]
