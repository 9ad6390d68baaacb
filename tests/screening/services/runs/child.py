"""A process of its own: ``python -m tests.screening.services.runs.child make|screen|tell``; tests kill it."""

import sys

import django

if __name__ == "__main__":
    django.setup()
    from tests.screening.services.runs import work

    {"make": work.make, "screen": work.screen, "tell": work.tell}[sys.argv[1]]()
