"""What is told to whoever writes, saves or files a petition that cannot be taken like this."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Final

from kernel.domain.errors import ConflictError, InputError, NotFoundError
from kernel.domain.text import Text

SHOWN: Final = 10  # faults that a message names; all of them are in ``faults``

INVALID: Final = Text("Hay datos por corregir:\n{faults}", "Some data must be corrected:\n{faults}")
NO_SUCH_PETITION: Final = Text(
    "No existe la solicitud «{reference}», o no es suya.", "There is no petition “{reference}”, or it is not yours."
)
CHANGED: Final = Text(
    "El borrador {reference} cambió en otra ventana (versión {version}). Lo que envió no se guardó ni borró nada: "
    "compare ambos y guarde de nuevo.",
    "Draft {reference} was changed in another window (version {version}). What you sent was not saved and erased "
    "nothing: compare both and save again.",
)
FILED: Final = Text(
    "La solicitud {reference} ya se presentó; no se edita ni se borra.",
    "Petition {reference} has been filed; it is neither edited nor deleted.",
)
BLOCKED: Final = Text(
    "Sin esto no hay a quién o de quién recibirla (LFPA art. 15):\n{faults}",
    "Without this there is nobody to receive it from or for (LFPA art. 15):\n{faults}",
)


@dataclass(frozen=True, slots=True)
class FieldFault:
    """A value that cannot be kept, and where it stands: ``goods.0.codes.1.nico``."""

    field: str
    words: Text


class FaultyPetitionError(InputError):
    """A petition is faulty in fields that ``faults`` names, every one of them."""

    listing: ClassVar[Text] = INVALID

    def __init__(self, faults: Iterable[FieldFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(_listed(self.listing, self.faults))


class InvalidContentError(FaultyPetitionError):
    """Values that cannot be kept."""

    code: ClassVar[str] = "invalid_petition"


class FilingBlockedError(FaultyPetitionError):
    """Identity, addressee or signature is missing, without which there is no folio."""

    code: ClassVar[str] = "no_folio"
    listing: ClassVar[Text] = BLOCKED


class NoSuchPetitionError(NotFoundError):
    """No petition has the reference, or it is somebody else's."""

    code: ClassVar[str] = "unknown_petition"

    def __init__(self, reference: str) -> None:
        super().__init__(NO_SUCH_PETITION.filled(reference=reference))


class PetitionFiledError(ConflictError):
    """The petition has been filed, after which nothing of it changes."""

    code: ClassVar[str] = "petition_filed"

    def __init__(self, reference: str) -> None:
        super().__init__(FILED.filled(reference=reference))


class DraftChangedError(ConflictError):
    """The draft is no longer as its author saw it; ``version`` is the one that is kept."""

    code: ClassVar[str] = "draft_changed"

    def __init__(self, reference: str, version: int) -> None:
        super().__init__(CHANGED.filled(reference=reference, version=version))
        self.version = version


def _listed(message: Text, faults: tuple[FieldFault, ...]) -> Text:
    shown = faults[:SHOWN]
    return Text(
        message.es.format(faults="\n".join(f"  {one.field}: {one.words.es}" for one in shown)),
        message.en.format(faults="\n".join(f"  {one.field}: {one.words.en}" for one in shown)),
    )
