"""The description of the API as a committed file.

``python -m config.openapi`` writes it; with ``--check`` it only says whether it is still true.
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import django

BASE_DIR: Final = Path(__file__).resolve().parent.parent
TARGET: Final = BASE_DIR / "docs" / "reference" / "openapi.json"


def description() -> str:
    """Return the description of the API as text, the same at every call."""
    from config.api import api

    return json.dumps(api.get_openapi_schema(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Write or check the committed description; return the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    wanted = description()
    if "--check" in arguments:
        if TARGET.exists() and TARGET.read_text() == wanted:
            return 0
        sys.stderr.write(f"{TARGET.relative_to(BASE_DIR)} is not the API's description: run make openapi\n")
        return 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
