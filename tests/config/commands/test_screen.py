import re
from pathlib import Path

import pytest
from django.utils import timezone

from importers.models import Ingestion
from resolutions.services import load_national_list
from screening.models import ScreeningRun
from tests.command_line import Ran, tamiz
from tests.resolutions.factories import national_csv, shirts
from tests.screening.factories import OFFICER
from tests.screening.files import WATCHED, declarations, name_list, row
from tests.shared_data import shared

pytestmark = pytest.mark.django_db
HONEST = "Componentes Honestos, S.A. de C.V."


def screened(folder: Path, file: Path, *arguments: str, language: str = "en") -> Ran:
    listed = name_list(folder, WATCHED)
    return tamiz(
        "screen", str(file), "--list", str(listed), "--out", str(folder / "out"), *arguments, language=language
    )


def plain(text: str) -> str:
    """Return what a table says, on one line."""
    return " ".join(re.sub(r"[│┃├┤┌┐└┘─┏┓┗┛━┳┻╇┡┩┼┬┴]", " ", text).split())


def test_a_file_of_clear_lines_ends_with_0_and_three_files(tmp_path: Path) -> None:
    ran = screened(tmp_path, declarations(tmp_path, row(1, HONEST), row(2, HONEST)))
    assert (ran.code, ran.err) == (0, "")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["hits.jsonl", "report.html", "verdicts.csv"]
    for name in ("report.html", "verdicts.csv", "hits.jsonl"):
        assert str(tmp_path / "out" / name) in ran.out


def test_a_watched_firm_ends_with_3_and_is_shown_with_its_reasons(tmp_path: Path) -> None:
    ran = screened(tmp_path, declarations(tmp_path, row(1, HONEST), row(2, WATCHED.upper())))
    assert ran.code == 3
    assert "Watch 26 16 3001 6000002 / 1" in plain(ran.out)
    assert "List lista.csv: 1 goods, date unknown, SHA-256" in ran.out


def test_a_row_that_cannot_be_read_ends_with_3_and_heads_the_table(tmp_path: Path) -> None:
    ran = screened(tmp_path, declarations(tmp_path, row(1, HONEST), row(2, HONEST, code="")))
    assert ran.code == 3
    said = plain(ran.out)
    assert "Not screened 1 The row could not be read" in said
    assert said.index("Not screened") < said.index("Stop") < said.index("Review") < said.index("Clear 1")
    first = (tmp_path / "out" / "verdicts.csv").read_text(encoding="utf-8-sig").splitlines()[1]
    assert "NOT_SCREENED" in first


def test_a_line_without_parties_is_never_clear(tmp_path: Path) -> None:
    assert screened(tmp_path, declarations(tmp_path, row(1, ""))).code == 3


def test_a_line_to_be_stopped_ends_with_4(tmp_path: Path) -> None:
    load_national_list(
        national_csv(shirts(producer=WATCHED)), file_name="nacional.csv", actor=OFFICER, at=timezone.now()
    )
    shirt = ["26 16 3001 6000001", "1", "61091003", "00", "PLAYERAS", "CHN", "", "", WATCHED, "A1"]
    ran = tamiz("screen", str(declarations(tmp_path, shirt)), "--list", "nacional", "--out", str(tmp_path / "out"))
    assert ran.code == 4
    assert "Stop 1" in plain(ran.out)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", ("Veredicto", "Sin coincidencia", "fecha desconocida", "Informe:")),
        ("en", ("Verdict", "Clear", "Report:")),
    ],
)
def test_the_terminal_speaks_both_languages(tmp_path: Path, language: str, words: tuple[str, ...]) -> None:
    ran = screened(tmp_path, declarations(tmp_path, row(1, HONEST)), language=language)
    assert [word for word in words if word not in ran.out] == []


def test_the_same_again_is_said_and_written_again_and_screened_once(tmp_path: Path) -> None:
    file = declarations(tmp_path, row(1, HONEST), row(2, WATCHED))
    first = screened(tmp_path, file)
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    for path in (tmp_path / "out").iterdir():
        path.unlink()
    again = screened(tmp_path, file)
    run = ScreeningRun.objects.get()
    assert "Nothing has changed" not in first.out
    assert "Nothing has changed since the screening of" in again.out
    assert str(run.reference) in again.out
    assert again.code == first.code == 3
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    assert Ingestion.objects.count() == 1


def test_another_list_is_another_run_of_the_same_ingestion(tmp_path: Path) -> None:
    file = declarations(tmp_path, row(1, HONEST))
    screened(tmp_path, file)
    other = name_list(tmp_path, "Otra Firma Inventada SA", name="otra.csv")
    ran = tamiz("screen", str(file), "--list", str(other), "--out", str(tmp_path / "out"))
    assert "Nothing has changed" not in ran.out
    assert (Ingestion.objects.count(), ScreeningRun.objects.count()) == (1, 2)


def test_lists_repeat(tmp_path: Path) -> None:
    other = name_list(tmp_path, HONEST, name="otra.csv")
    ran = screened(tmp_path, declarations(tmp_path, row(1, HONEST)), "--list", str(other))
    assert ran.code == 3
    assert {item["name"] for item in ScreeningRun.objects.get().lists} == {"lista.csv", "otra.csv"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["{file}", "--out", "{out}"], "Name at least one list with --list.", id="no list"),
        pytest.param(["{file}", "--list", "{list}"], "Name the output folder with --out.", id="no folder"),
        pytest.param(
            ["nowhere.zip", "--list", "{list}", "--out", "{out}"], "There is no file nowhere.zip.", id="no file"
        ),
        pytest.param(["{file}", "--list", "uflpa", "--out", "{out}"], "is not loaded", id="a list that is not loaded"),
        pytest.param(["{file}", "--list", "no.csv", "--out", "{out}"], "no.csv", id="a list file that is not there"),
        pytest.param(["{list}", "--list", "{list}", "--out", "{out}"], "tamiz formats", id="a file of something else"),
        pytest.param(["{file}", "--list", "{list}", "--out", "{file}"], "cannot be written to", id="a file as folder"),
        pytest.param(
            ["{file}", "--list", "{list}", "--out", "{out}", "--as-of", "yesterday"], "is no date", id="no date"
        ),
        pytest.param(
            ["{file}", "--list", "{list}", "--out", "{out}", "--as-of", "2999-01-01"],
            "has not come",
            id="a day to come",
        ),
    ],
)
def test_what_is_refused_is_one_sentence_and_code_2_and_changes_nothing(
    tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    places = {
        "file": declarations(tmp_path, row(1, HONEST)),
        "list": name_list(tmp_path, WATCHED),
        "out": tmp_path / "out",
    }
    ran = tamiz("screen", *(argument.format(**places) for argument in arguments))
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert len(ran.err.strip().splitlines()) == 1
    assert not ScreeningRun.objects.exists()
    assert not Ingestion.objects.exists()
    assert list((tmp_path / "out").glob("*")) == []


def test_the_real_form_of_a_delivery_is_screened_against_the_real_lists(tmp_path: Path) -> None:
    file = shared("formats/9999999_solicitudes_SINTETICO.zip")
    lists = [argument for name in ("uflpa", "wro") for argument in ("--list", str(shared(f"lists/{name}.csv")))]
    ran = tamiz("screen", str(file), *lists, "--out", str(tmp_path))
    assert ran.code == 3
    run = ScreeningRun.objects.get()
    assert run.counts["LINES"] == run.ingestion.lines_kept
    assert run.counts["NOT_SCREENED"] == 0


def test_the_same_content_under_another_name_is_said(tmp_path: Path) -> None:
    screened(tmp_path, declarations(tmp_path, row(1, HONEST)))
    ran = screened(tmp_path, declarations(tmp_path, row(1, HONEST), name="copia.csv"))
    assert "The content is that of “pedimentos.csv”, read before." in ran.out
