"""Indexes kept in memory, so that one shipment does not wait for a list to be indexed again."""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from typing import Final

from screening.engine import Index, Thresholds
from screening.services.lists import RunList

MOST: Final = 3  # sets of lists in use at a time: national alone, all of them, one user's own

_Key = tuple[frozenset[tuple[str, str, str]], float, float]
_kept: Final[OrderedDict[_Key, Index]] = OrderedDict()
_lock: Final = Lock()


def index_of(lists: Sequence[RunList], thresholds: Thresholds) -> Index:
    """Return the index of the lists, whatever their order; an equal one built before is used again."""
    marks = frozenset((item.name, item.kind, item.fingerprint) for item in lists)
    key = (marks, thresholds.met, thresholds.near)
    with _lock:
        index = _kept.pop(key, None)
        if index is None:
            ordered = sorted(lists, key=lambda item: item.name)
            index = Index.build([good for item in ordered for good in item.goods], thresholds)
        _kept[key] = index
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return index
