"""Which way of reading a file was read by."""

from typing import Final

READER_VERSION: Final = "1"  # raised whenever the same bytes may be read otherwise: they are then read anew
