"""Who may do what in the whole house: the tables of the apps, joined; what stands in none is nobody's."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import cases.access
import kernel.access
import screening.access
from kernel.domain.permissions import Permission

TABLES: Final = (kernel.access.PERMISSIONS, cases.access.PERMISSIONS, screening.access.PERMISSIONS)


def joined(*tables: Mapping[str, Permission]) -> Mapping[str, Permission]:
    """Return the tables as one.

    Raises:
        ValueError: if two tables speak of the same action.

    """
    actions = [action for table in tables for action in table]
    twice = {action for action in actions if actions.count(action) > 1}
    if twice:
        raise ValueError(f"actions in two tables: {sorted(twice)}")
    return MappingProxyType({action: permission for table in tables for action, permission in table.items()})


PERMISSIONS: Final = joined(*TABLES)
