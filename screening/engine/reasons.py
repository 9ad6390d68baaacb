"""The sentences of a judgement, in both languages: why an entry is met, excluded or left open."""

from collections.abc import Iterable, Sequence
from typing import Final

from kernel.domain.text import Text
from screening.engine.declared import Declared
from screening.engine.matching import Match
from screening.engine.types import Answer, CriterionAnswer, ListedGood, Party, Verdict

OTHER_MAKER: Final = Text("el productor declarado es otro", "the declared producer is another")
OTHER_SELLER: Final = Text(
    "el vendedor declarado es otro; no se declaró el productor",
    "the declared seller is another; no producer is declared",
)
NO_PARTY: Final = Text("no se declaró ninguna parte", "no party is declared")
NO_NAME: Final = Text("falta el nombre de quien vende o produce", "the name of who sells or makes is missing")
ORIGIN: Final = {
    Answer.MET: Text("el origen {origin} está en lo listado", "origin {origin} is listed"),
    Answer.NOT_MET: Text("el origen {origin} no es {listed}", "origin {origin} is not {listed}"),
    Answer.NOT_DECLARED: Text("no se declaró un origen comparable", "no comparable origin is declared"),
}

_BY_NAME: Final = Text(
    "«{declared}» se parece a «{listed}» ({score:.2f}): {why}", "“{declared}” is like “{listed}” ({score:.2f}): {why}"
)
_POSSIBLE: Final = Text("; es uno de varios proveedores", "; it is one of several suppliers")
_RESTS_ON: Final = Text(" Acto: {act}.", " Act: {act}.")
_MAKER: Final = Text("el productor declarado", "the declared producer")
_SELLER: Final = Text("el vendedor declarado", "the declared seller")
_CODE: Final = Text("la fracción", "the tariff code")
_FROM: Final = Text("el origen", "the origin")
_CLEAR: Final = Text(
    "Se comparó {what} con {count} bienes listados; ninguno coincide.",
    "Compared {what} with {count} listed goods; none agrees.",
)
_UNKNOWN_PARTY: Final = Text(
    "No se declaró ninguna parte: no se puede comparar con los productores de {count} bienes listados.",
    "No party is declared: nothing to compare with the producers of {count} listed goods.",
)
_UNKNOWN_NAME: Final = Text(
    "Falta el nombre de quien vende o produce: no se puede comparar con los productores de {count} bienes listados.",
    "The name of who sells or makes is missing: nothing to compare with the producers of {count} listed goods.",
)
_UNKNOWN_GOODS: Final = Text(
    "Lo declarado no basta para descartar alguno de {count} bienes listados.",
    "What is declared does not suffice to exclude every one of {count} listed goods.",
)


def joined(texts: Iterable[Text], glue: str = "; ") -> Text:
    """Return the texts one after the other."""
    texts = tuple(texts)
    return Text(glue.join(t.es for t in texts), glue.join(t.en for t in texts))


def _listed(texts: Sequence[Text]) -> Text:
    if len(texts) < 2:
        return joined(texts)
    first = joined(texts[:-1], ", ")
    return Text(f"{first.es} y {texts[-1].es}", f"{first.en} and {texts[-1].en}")


def why_alike(party: Party, match: Match) -> Text:
    """Return why a declared party may be a listed producer."""
    why = joined(match.reasons, ", ")
    reason = Text(
        _BY_NAME.es.format(declared=party.name, listed=match.alias, score=match.score, why=why.es),
        _BY_NAME.en.format(declared=party.name, listed=match.alias, score=match.score, why=why.en),
    )
    return reason if party.attributed else joined([reason, _POSSIBLE], "")


def why_hit(good: ListedGood, answers: Sequence[CriterionAnswer]) -> Text:
    """Return the reasons of all criteria and the act the entry rests on."""
    reason = joined([joined([a.reason for a in answers]), Text(".", ".")], "")
    return joined([reason, _RESTS_ON.filled(act=good.act)], "") if good.act else reason


def labelled(good: ListedGood, reason: Text) -> Text:
    """Return a reason with the entry and the list it speaks of before it."""
    label = f"{good.label()} [{good.list_name}]"
    return Text(f"{label}: {reason.es}", f"{label}: {reason.en}")


def why_excluded(good: ListedGood, answers: Sequence[CriterionAnswer]) -> Text:
    """Return which criteria excluded an entry that a party's name had brought up."""
    why = labelled(good, joined([a.reason for a in answers if a.answer is Answer.NOT_MET]))
    return Text(f"Se descartó {why.es}.", f"Excluded {why.en}.")


def why_no_hit(verdict: Verdict, line: Declared, count: int) -> Text:
    """Return the sentence for a line without hits: what was compared with ``count`` entries, and what could not be."""
    if verdict is Verdict.UNKNOWN:
        nameless = _UNKNOWN_NAME if line.parties else _UNKNOWN_PARTY
        return (_UNKNOWN_GOODS if line.names_its_party() else nameless).filled(count=count)
    said = (
        (line.names_a_maker(), _MAKER),
        (line.names_its_party() and not line.names_a_maker(), _SELLER),
        (bool(line.code), _CODE),
        (bool(line.origin), _FROM),
    )
    what = _listed([text for present, text in said if present])
    return Text(_CLEAR.es.format(what=what.es, count=count), _CLEAR.en.format(what=what.en, count=count))
