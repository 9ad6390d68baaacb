"""Which fact would exclude an entry that a line met or came near: what a person may ask for, in plain words."""

from collections.abc import Iterable, Mapping
from typing import Final

from kernel.domain.text import Text
from screening.engine.declared import MAKERS
from screening.engine.types import Answer, Criterion, CriterionAnswer, ListedGood, Party

_OTHER_MAKER: Final = Text(
    "que el productor sea otro que «{alias}»: muestre al fabricante con su nombre completo y su número de registro",
    "that the producer is not “{alias}”: show the manufacturer with its full name and registration number",
)
_OTHER_SELLER: Final = Text(
    "que «{party}» no sea «{alias}»: muestre su nombre completo y su número de registro",
    "that “{party}” is not “{alias}”: show its full name and registration number",
)
_NAME_THE_MAKER: Final = Text(
    "que el productor sea otro que «{alias}»: declare al fabricante con su nombre completo y su número de registro",
    "that the producer is not “{alias}”: declare the manufacturer with its full name and registration number",
)
_OTHER_GOODS: Final = Text(
    "otra mercancía: una ficha técnica o un análisis que sostenga una fracción fuera de lo listado y de su"
    " subpartida ({goods})",
    "other goods: a data sheet or an analysis that supports a tariff code outside what is listed and its"
    " subheading ({goods})",
)
_SAY_THE_GOODS: Final = Text(
    "que se declare una fracción fuera de lo listado y de su subpartida ({goods})",
    "that a tariff code outside what is listed and its subheading is declared ({goods})",
)
_OTHER_ORIGIN: Final = Text(
    "un origen distinto de {origins}, acreditado con certificado de origen o prueba de producción",
    "an origin other than {origins}, shown by a certificate of origin or proof of production",
)
_SAY_THE_ORIGIN: Final = Text(
    "que se declare y acredite un origen distinto de {origins}",
    "that an origin other than {origins} is declared and shown",
)
_OTHER_PLACE: Final = Text(
    "que quien produce esté fuera de {places}: muestre el domicilio de la planta con su código postal",
    "that the producer is outside {places}: show the address of the plant with its postal code",
)

_FACTS: Final[Mapping[tuple[Criterion, bool], Text]] = {  # by criterion and whether the line declares it
    (Criterion.GOODS, True): _OTHER_GOODS,
    (Criterion.GOODS, False): _SAY_THE_GOODS,
    (Criterion.ORIGIN, True): _OTHER_ORIGIN,
    (Criterion.ORIGIN, False): _SAY_THE_ORIGIN,
    (Criterion.PLACE, True): _OTHER_PLACE,
    (Criterion.PLACE, False): _OTHER_PLACE,
    (Criterion.PRODUCER, False): _NAME_THE_MAKER,
}


def what_clears(
    good: ListedGood, answers: Iterable[CriterionAnswer], *, goods: str, party: Party | None, alias: str
) -> tuple[Text, ...]:
    """Return, for each criterion that does not exclude ``good``, the fact that would; in the order of the criteria.

    ``goods`` are the tariff prefixes or words of the entry for people, ``alias`` the listed spelling that ``party``
    matched.
    """
    facts = {
        "goods": goods,
        "origins": ", ".join(good.origins),
        "places": ", ".join(good.places),
        "party": party.name if party else "",
        "alias": alias or good.label(),
    }
    return tuple(_fact(a, party).filled(**facts) for a in answers if a.answer is not Answer.NOT_MET)


def _fact(answer: CriterionAnswer, party: Party | None) -> Text:
    declared = answer.answer is not Answer.NOT_DECLARED
    if answer.criterion is Criterion.PRODUCER and declared:
        return _OTHER_MAKER if party is None or party.role in MAKERS or not party.name.strip() else _OTHER_SELLER
    return _FACTS[answer.criterion, declared]
