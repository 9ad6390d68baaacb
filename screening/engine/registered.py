"""The identifiers of one list's producers, ready to be asked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from screening.engine.identifiers import IdentifierMatch, identifier_keys, same_identifier


class Registered:
    """Which entries an identifier names; an entry is known by its number."""

    def __init__(self, identifiers: Iterable[tuple[int, str, str]]) -> None:
        """Take (entry, producer, identifier), one for each identifier listed."""
        self._by_key: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        for entry in identifiers:
            for key in identifier_keys(entry[2]):
                self._by_key[key].append(entry)

    def __bool__(self) -> bool:
        return bool(self._by_key)

    def named_by(self, tax_id: str) -> Iterator[tuple[int, str, IdentifierMatch]]:
        """Yield the entries a declared identifier names, each with its producer and why, the surest reason of each."""
        best: dict[int, tuple[str, IdentifierMatch]] = {}
        for key in sorted(identifier_keys(tax_id)):
            for entry, producer, listed in self._by_key.get(key, ()):
                match = same_identifier(tax_id, listed)
                if match and (entry not in best or match.score > best[entry][1].score):
                    best[entry] = (producer, match)
        for entry, (producer, match) in sorted(best.items()):
            yield entry, producer, match
