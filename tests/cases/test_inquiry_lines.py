import pytest

from cases.happening import lines_of

LINES = [
    ({"parties": {"1": {"role": "IMPORTER"}}}, "Parte 1: importador"),
    ({"parties": {"1": {"revision": 2}}}, "Parte 1: datos corregidos"),
    (
        {"notices": {"2": {"party": 1, "subject": "HEARING", "channel": "EDICT"}}},
        "Notificación 2 a la parte 1: inicio y vista para contestar; por edictos",
    ),
    ({"notices": {"2": {"effective_on": "2025-01-21"}}}, "Notificación 2: surte efectos el 21 de enero de 2025"),
    (
        {"notices": {"2": {"served_on": "2025-01-21"}}},
        "Notificación 2: enviada el 21 de enero de 2025; surte efectos con el acuse",
    ),
    ({"notices": {"2": {"void_on": "2025-01-21"}}}, "Notificación 2: sin efectos"),
    ({"requests": {"1": {"authority": "FOREIGN", "institution": "CBP"}}}, "Petición de informes 1: CBP"),
    (
        {"requests": {"1": {"answered_on": "2025-01-21"}}},
        "Petición de informes 1: respondida el 21 de enero de 2025",
    ),
    ({"determinations": {"1": {"proposed_on": "2025-01-21"}}}, "Determinación 1"),
    (
        {"submissions": {"3": {"kind": "ANSWER", "timeliness": "EXTEMPORANEOUS"}}},
        "Promoción 3: contestación, extemporánea",
    ),
    ({"submissions": {"3": {"exhibits": {"1": {"decision": "REJECTED"}}}}}, "Prueba 3.1 desechada"),
    ({"terms": {"1": {"void_on": "2025-01-21"}}}, "Plazo 1: sin efectos"),
]


@pytest.mark.parametrize(("change", "line"), LINES, ids=[line for _, line in LINES])
def test_a_change_is_told_in_a_line(change: dict[str, object], line: str) -> None:
    assert list(lines_of(change, {})) == [line]


def test_an_attempt_and_a_link_say_nothing_of_their_own() -> None:
    assert (
        list(lines_of({"notices": {"1": {"attempts": {"1": "2025-01-21"}}}, "requests": {"1": {"term": 2}}}, {})) == []
    )
