"""Whose goods a line's are: a pedimento lists suppliers and lines and links neither to the other."""

import re
from collections.abc import Iterable
from typing import Final

_NOT_ALPHANUMERIC: Final = re.compile(r"[\W_]+")


def _plain(text: str) -> str:
    return _NOT_ALPHANUMERIC.sub("", text).casefold()


def is_one_supplier(suppliers: Iterable[tuple[str, str]]) -> bool:
    """Tell whether (name, tax id) pairs are all one supplier, whom every line is then attributed to.

    A supplier spelled in two ways under one tax id is one; so is a name with its tax id left out once.  A pair that
    says nothing may be anybody.
    """
    pairs = {(_plain(name), _plain(tax_id)) for name, tax_id in suppliers}
    if len(pairs) <= 1:
        return True
    names = {name for name, _ in pairs}
    ids = {tax_id for _, tax_id in pairs}
    same_name = len(names) == 1 and "" not in names and len(ids - {""}) <= 1
    same_id = len(ids) == 1 and "" not in ids
    return same_name or same_id
