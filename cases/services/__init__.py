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
    "Continuation",
    "Filing",
    "SeenOtherwiseError",
    "Upload",
    "add_document",
    "admit_petition",
    "agree_to_admission",
    "assign_case",
    "classify_document",
    "close_case",
    "close_pleadings",
    "continue_on_own_motion",
    "cure_petition",
    "declare_lapse",
    "dismiss_petition",
    "document_of",
    "export_case_file",
    "exported_file",
    "extend_term",
    "file_petition",
    "join_case",
    "load_day_off_acts",
    "load_shipped_day_off_acts",
    "meet_term",
    "name_petitioner",
    "open_document",
    "open_own_motion_case",
    "open_pleadings",
    "prevent_petition",
    "prioritise_case",
    "receive_document",
    "restore_order",
    "resume_terms",
    "return_for_evidence",
    "separate_case",
    "start_term",
    "suspend_terms",
    "withdraw_petition",
]
