"""The keys of a declaration (claves de pedimento) that matter to screening."""

from typing import Final

# Anexo 22, apendice 2, "operaciones virtuales", and BB, which its title calls virtual: the goods change hands and
# never cross the border, so that nothing can be stopped
VIRTUAL_KEYS: Final = frozenset({"V1", "V2", "V5", "V6", "V7", "V9", "VD", "G9", "BB"})


def is_virtual(key: str) -> bool:
    """Tell whether an operation under that key never crosses the border."""
    return key in VIRTUAL_KEYS
