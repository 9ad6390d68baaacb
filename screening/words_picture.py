"""Two names set word against word, so that an officer sees in seconds what agrees and how much it tells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from screening.engine.normalise import normalise

# From what weight on a word tells firms apart (engine: a word of one name in 160,000 weighs 1).
WEIGHTS: Final[tuple[tuple[float, str | Promise], ...]] = (
    (0.5, gettext_lazy("distingue mucho")),
    (0.3, gettext_lazy("distingue algo")),
    (0.0, gettext_lazy("palabra común")),
)


@dataclass(frozen=True, slots=True)
class WordsSeen:
    """A pair of words, or a word that found none: both sides, the sign between them, and what the pair weighs."""

    declared: str
    listed: str
    kind: str  # same, alike, left
    sign: str
    says: str
    weight: str = ""
    bar: SafeString | str = ""


def words_picture(pairs: Sequence[Mapping[str, Any]], *, declared: str, listed: str) -> list[WordsSeen]:
    """Return the aligned words, the telling ones first, then those without a partner on either side."""
    seen = [_pair(pair) for pair in sorted(pairs, key=lambda pair: -float(pair["weight"]))]
    column = normalise([declared, listed])
    ours, theirs = column.words_of(0), column.words_of(1)
    left = [_left(word, "") for word in _without(ours, (pair["declared"] for pair in pairs))]
    return [*seen, *left, *(_left("", word) for word in _without(theirs, (pair["listed"] for pair in pairs)))]


def _pair(pair: Mapping[str, Any]) -> WordsSeen:
    share, weight = float(pair["similarity"]), float(pair["weight"])
    same = share >= 1
    return WordsSeen(
        declared=pair["declared"],
        listed=pair["listed"],
        kind="same" if same else "alike",
        sign="=" if same else "≈",
        says=_("igual que") if same else _("parecida a"),
        weight=str(next(words for least, words in WEIGHTS if weight >= least)),
        bar=_bar(weight),
    )


def _left(declared: str, listed: str) -> WordsSeen:
    return WordsSeen(declared, listed, "left", "·", _("sin pareja"))


def _without(words: Iterable[str], used: Iterable[str]) -> Iterator[str]:
    """Yield the words that no pair has; a pair may hold several words of one side."""
    spent = [word for text in used for word in text.split()]
    for word in words:
        if word in spent:
            spent.remove(word)
        else:
            yield word


def _bar(weight: float) -> SafeString:
    """Return the weight as a bar; the words beside it say the same."""
    return format_html(
        '<svg class="word-bar" width="100%" height="6" aria-hidden="true" focusable="false">'
        '<rect class="chart-track" width="100%" height="6" rx="3" fill="#808080" fill-opacity="0.25"/>'
        '<rect width="{}%" height="6" rx="3" fill="currentColor"/></svg>',
        f"{100 * min(1.0, weight):.0f}",
    )
