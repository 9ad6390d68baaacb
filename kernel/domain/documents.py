"""How a document is classified."""

from enum import StrEnum


class Classification(StrEnum):
    """How a document is classified (LGTAIP 2025, arts. 112 reserved and 115 confidential)."""

    PUBLIC = "PUBLIC"
    RESERVED = "RESERVED"
    CONFIDENTIAL = "CONFIDENTIAL"
