"""What happened, in words: whatever an entry holds that has none is shown as it is recorded."""

from datetime import UTC, datetime

from django.utils import translation

from cases.domain.reading import Reader
from cases.happening import done, lines_of, step_of, who
from cases.queries import Happened
from kernel.domain.actors import SYSTEM


def test_who_has_no_name_is_shown_as_recorded() -> None:
    with translation.override("es-mx"):
        assert who(SYSTEM.name, {}) == "el sistema"
        assert who("cli", {}) == "la línea de órdenes"
        assert who("account:1", {"account:1": "Ana"}) == "Ana"
        assert who("account:2", {}) == "account:2"


def test_a_verb_without_words_is_shown_as_recorded() -> None:
    with translation.override("en"):
        assert done("move_deadlines") == "Deadlines moved by a calendar"
        assert done("turn_over_stone") == "Turn_over_stone"


def test_what_is_taken_away_is_told_too() -> None:
    change = {
        "case": {"assignee": None, "lead": None, "petitioner": None, "outcome": "OTHER", "act_number": "R-1"},
        "terms": {"1": {"met_on": "2025-01-21"}},
        "suspensions": {"1": {"until_on": "2025-01-22"}},
        "documents": {"1": {"basis": "x"}},
        "deadlines": {"DECISION 0": {"target_on": None}, "LAPSE 0": None, "CURE 1": {"lfpa_on": "2025-01-01"}},
    }
    with translation.override("es-mx"):
        assert list(lines_of(change, {})) == [
            "Sin persona a cargo",
            "Sigue por separado",
            "Resultado: OTHER",
            "Acto número R-1",
            "Plazo 1: cumplido el 21 de enero de 2025",
            "Los plazos corren de nuevo después del 22 de enero de 2025",
            "Plazo suspendido: resolución",
        ]


def test_a_party_is_told_neither_reasons_nor_cases_of_others() -> None:
    one = Happened(1, datetime(2025, 1, 1, tzinfo=UTC), "join_case", "system", "misma mercancía", {}, "7K3M-9QXR-04TZ")
    with translation.override("es-mx"):
        assert len(step_of(one, {}, Reader(of_unit=True), "").details) == 2
        assert step_of(one, {}, Reader(petitioner=True), "").details == ()
