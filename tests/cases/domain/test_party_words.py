from cases.domain.inquiries import Authority
from cases.domain.parties import PartyRole
from cases.domain.party_words import AUTHORITY_WORDS, EXHIBIT_WORDS, PARTY_WORDS, SUBMISSION_WORDS, TIMELINESS_WORDS
from cases.domain.submissions import ExhibitDecision, SubmissionKind, Timeliness


def test_every_code_has_words() -> None:
    for words, codes in (
        (PARTY_WORDS, PartyRole),
        (AUTHORITY_WORDS, Authority),
        (SUBMISSION_WORDS, SubmissionKind),
        (TIMELINESS_WORDS, Timeliness),
        (EXHIBIT_WORDS, ExhibitDecision),
    ):
        assert set(words) == set(codes)
