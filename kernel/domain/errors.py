"""Foreseen errors: each has a stable code and a message in both languages; faces translate them once."""

from typing import ClassVar

from kernel.domain.text import Text


class DomainError(Exception):
    """Something foreseen that the caller must be told; ``message`` is meant for the user's eyes.

    ``article`` is the article of law that says so, where one does.
    """

    code: ClassVar[str] = "domain_error"
    article: str = ""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


class InputError(DomainError):
    """What was sent cannot be used as it is."""

    code = "invalid_input"


class TooLargeError(InputError):
    """What was sent exceeds a limit."""

    code = "too_large"


class NotFoundError(DomainError):
    """There is no such thing, or the asker may not know of it."""

    code = "not_found"


class ConflictError(DomainError):
    """The present state does not admit the act."""

    code = "conflict"


class ForbiddenError(DomainError):
    """The actor may not do this."""

    code = "forbidden"


class UnavailableError(DomainError):
    """Something needed is missing, stale or out of reach; nothing was done."""

    code = "unavailable"


class TooManyAttemptsError(DomainError):
    """The same address asked too often in a short time."""

    code = "too_many_attempts"
