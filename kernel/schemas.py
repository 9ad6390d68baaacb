"""What the API says when it refuses (RFC 9457), the same for every operation."""

from typing import Final

from ninja import Field, Schema
from pydantic import ConfigDict

PROBLEM_TYPE: Final = "application/problem+json"


class In(Schema):
    """A thing sent to us: a field we do not know is a fault, not a silence."""

    model_config = ConfigDict(extra="forbid")


class WordsOut(Schema):
    """A text in both languages."""

    es: str
    en: str


class FaultOut(Schema):
    """One fault of what was sent, and where it stands."""

    field: str = Field(description="dotted path into the request: `body.lines.0.tariff_code`")
    message: str


class Problem(Schema):
    """Problem details: `code` is stable and meant for machines, `detail` says what to do, in the language asked for."""

    type: str = "about:blank"
    title: str
    status: int
    code: str
    detail: str
    instance: str = Field(description="path of the request")
    errors: list[FaultOut] = Field(default_factory=list)


ALWAYS: Final = (401, 403, 422, 429, 500)


def refusals(*others: int) -> dict[int, type[Problem]]:
    """Return what an operation may answer instead of its own: what any behind a key may, and ``others``."""
    return dict.fromkeys(sorted({*ALWAYS, *others}), Problem)
