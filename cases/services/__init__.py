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
from cases.services.inquiries import (
    answer_request,
    make_request,
    propose_adoption,
    record_annulment,
    record_determination,
)
from cases.services.investigation import close_pleadings, open_pleadings, return_for_evidence
from cases.services.joining import join_case, separate_case
from cases.services.notices import (
    NewNotice,
    acknowledge_notice,
    issue_notice,
    record_attempt,
    serve_notice,
    void_notice,
)
from cases.services.opening import Filing, file_petition, open_own_motion_case
from cases.services.order import assign_case, prioritise_case, restore_order
from cases.services.parties import add_party, change_party
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
from cases.services.submissions import Handed, decide_exhibit, receive_submission, receive_uploads
from cases.services.terms import extend_term, meet_term, resume_terms, start_term, suspend_terms

__all__ = [
    "Captured",
    "Continuation",
    "Filing",
    "Handed",
    "NewNotice",
    "SeenDraft",
    "SeenOtherwiseError",
    "SentByVucem",
    "Upload",
    "acknowledge_notice",
    "add_document",
    "add_party",
    "admit_petition",
    "agree_to_admission",
    "answer_request",
    "assign_case",
    "attach_file",
    "cadena_to_sign",
    "change_party",
    "classify_document",
    "close_case",
    "close_pleadings",
    "continue_on_own_motion",
    "cure_petition",
    "decide_exhibit",
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
    "issue_notice",
    "join_case",
    "load_day_off_acts",
    "load_shipped_day_off_acts",
    "make_request",
    "meet_term",
    "name_petitioner",
    "open_document",
    "open_own_motion_case",
    "open_pleadings",
    "prepare_petition",
    "prevent_petition",
    "prioritise_case",
    "propose_adoption",
    "receive_document",
    "receive_file_ahead",
    "receive_submission",
    "receive_uploads",
    "receive_vucem_petition",
    "record_annulment",
    "record_attempt",
    "record_determination",
    "restore_order",
    "resume_terms",
    "return_for_evidence",
    "save_draft",
    "separate_case",
    "serve_notice",
    "start_draft",
    "start_term",
    "suspend_terms",
    "void_notice",
    "withdraw_petition",
]
