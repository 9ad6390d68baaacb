"""The clock that long work is handed, since a service has none of its own."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
