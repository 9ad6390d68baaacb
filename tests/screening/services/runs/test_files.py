import csv
import io
import json
import re
from pathlib import Path

import pytest
from django.utils import translation

from screening.engine import Index, Line, Party, Thresholds
from screening.models import LineVerdict, ScreeningRun
from screening.services.runs import OutputFolderError, RunNotDoneError, files, write_run_files
from screening.services.runs.files import hits_jsonl, report, report_html, verdicts_csv
from screening.services.runs.files.verdicts_csv import COLUMNS, safe_cell
from tests.screening.factories import (
    CHINESE,
    CLEAR,
    EXPORTED,
    REVIEWED,
    STOPPED,
    UNKNOWN,
    VIRTUAL,
    WATCHED_LINE,
    Said,
    both_lists,
    finished_run,
    foreign_list,
    ingested,
    national_list,
    opened_run,
)

pytestmark = pytest.mark.django_db
REFERENCE = Path(__file__).resolve().parents[4] / "docs" / "reference" / "run-files.md"
MIXED = (CLEAR, STOPPED, REVIEWED, WATCHED_LINE, UNKNOWN, VIRTUAL, EXPORTED)


def rows_of(run: ScreeningRun, language: str = "es") -> list[dict[str, str]]:
    text = "".join(verdicts_csv(run, language=language))
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def hits_in(run: ScreeningRun) -> list[dict[str, object]]:
    return [json.loads(line) for line in "".join(hits_jsonl(run)).splitlines()]


def documented(heading: str) -> list[str]:
    section = REFERENCE.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE)


def test_the_documented_columns_are_the_written_ones() -> None:
    assert documented("verdicts.csv") == list(COLUMNS) == list(rows_of(finished_run(CLEAR))[0])


def test_the_documented_fields_of_a_hit_are_the_written_ones() -> None:
    (hit,) = hits_in(finished_run(STOPPED))
    assert documented("hits.jsonl") == list(hit)


def test_every_import_line_is_a_row_in_the_order_of_the_file_after_what_was_not_screened() -> None:
    rows = rows_of(finished_run(*MIXED, rejected=2))
    assert [row["verdict"] for row in rows] == [
        *["NOT_SCREENED"] * 2,
        "CLEAR",
        "STOP",
        "REVIEW",
        "WATCH",
        "UNKNOWN",
        "STOP",
    ]
    unread, clear = rows[0], rows[2]
    assert (unread["file"], unread["table"], unread["line_number"]) == ("pedimentos.csv", "551", "1000")
    assert unread["reasons"] == "No tiene fracción."
    assert (clear["declaration"], clear["line_number"]) == ("26 16 3001 6000001", "2")
    assert (clear["suppliers"], clear["importer_rfc"]) == ("Componentes Honestos, S.A. de C.V.", "EKU9003173C9")
    assert [row["no_border"] for row in rows[2:]] == ["false"] * 5 + ["true"]


def test_the_reasons_are_in_the_language_asked_for() -> None:
    run = finished_run(STOPPED, rejected=1)
    spanish, english = rows_of(run, "es"), rows_of(run, "en")
    assert (english[0]["reasons"], spanish[0]["reasons"]) == ("It has no tariff code.", "No tiene fracción.")
    assert "Acto: Resolución 1/2026" in spanish[1]["reasons"]
    assert "Act: Resolución 1/2026" in english[1]["reasons"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_no_cell_is_a_formula(start: str) -> None:
    run = finished_run(Said(supplier=f"{start}HYPERLINK(1)", description=f"{start}1+1"))
    row = rows_of(run)[0]
    assert row["suppliers"] == f"'{start}HYPERLINK(1)"
    assert row["description"] == f"'{start}1+1"


def test_other_cells_stay_as_they_are() -> None:
    assert [safe_cell(text) for text in ("", "A=1", "0102", "'x")] == ["", "A=1", "0102", "'x"]


def test_a_spreadsheet_reads_accents_and_chinese_names(tmp_path: Path) -> None:
    run = finished_run(Said("61091003", "CHN", producer=CHINESE))
    made = write_run_files(run, tmp_path, language="es")
    assert made.verdicts.read_bytes().startswith(b"\xef\xbb\xbf")
    assert CHINESE in made.verdicts.read_text(encoding="utf-8-sig")


def test_every_hit_can_be_come_to_again_from_its_line() -> None:
    lists = both_lists()
    run = finished_run(*MIXED, lists=lists)
    index = Index.build([good for item in lists for good in item.goods])
    hits = hits_in(run)
    assert len(hits) == run.hits.count() == 4
    for said in hits:
        line, thresholds, verdict = said["line"], said["thresholds"], said["verdict"]
        assert isinstance(line, dict)
        assert isinstance(thresholds, dict)
        assert Thresholds(**thresholds) == index.thresholds
        parties = tuple(Party(**party) for party in line["parties"])
        wanted = ("tariff_code", "nico", "description", "origin", "seller_country", "tariff_version", "virtual")
        again = index.check(Line(**{name: line[name] for name in wanted}, parties=parties))
        (hit,) = again.hits
        detail = json.loads(json.dumps(hit.detail()))
        assert (hit.verdict, hit.score, hit.order) == (verdict, said["score"], said["order"])
        for part in ("words", "criteria", "clears", "party"):
            assert detail[part] == said[part]


def test_a_hit_names_the_edition_of_its_list() -> None:
    national, foreign = both_lists()
    hits = hits_in(finished_run(STOPPED, WATCHED_LINE, lists=(national, foreign)))
    assert [hit["list"] for hit in hits] == [
        {
            "name": item.name,
            "kind": item.kind,
            "edition": item.edition,
            "dated_on": item.dated_on.isoformat() if item.dated_on else None,
            "sha256": item.sha256,
            "fingerprint": item.fingerprint,
            "demo": False,
        }
        for item in (national, foreign)
    ]


def test_the_report_begins_with_what_was_not_screened() -> None:
    text = report_html(finished_run(*MIXED, rejected=12), language="es")
    assert text.index("12 renglones no se pudieron leer") < text.index("Resultado")
    assert "Quedan 2 más; están al principio de verdicts.csv." in text


def test_the_report_says_when_every_row_could_be_read() -> None:
    text = report_html(finished_run(CLEAR), language="es")
    assert "ninguno quedó sin tamizar" in text
    assert "Ninguna partida coincide con un bien listado" in text


def test_the_report_shows_the_gravest_line_first_and_tells_virtual_operations_apart() -> None:
    text = report_html(finished_run(WATCHED_LINE, REVIEWED, VIRTUAL), language="es")
    heads = re.findall(r'<article class="line tone-(\w+)"', text)
    assert heads == ["stop", "review", "watch"]
    assert text.count("Operación virtual") == 1
    assert "1 sin cruce de frontera" in text


def test_the_report_names_lists_engine_and_thresholds() -> None:
    run = finished_run(STOPPED, lists=(national_list(demo=True), foreign_list()))
    text = report_html(run, language="es")
    for listed in run.lists:
        assert listed["sha256"] in text
    assert "fecha desconocida" in text
    assert "DEMO: al menos una lista es de demostración" in text
    assert f"versión {run.engine_version}; un nombre es el mismo desde 0.90 y puede serlo desde 0.50" in text


def test_without_a_demo_list_nothing_says_demo() -> None:
    assert "DEMO" not in report_html(finished_run(STOPPED), language="es")


def test_the_report_shows_why_a_line_hits() -> None:
    text = report_html(finished_run(REVIEWED), language="en")
    assert "the declared seller is another; no producer is declared" in text
    assert "Act: Resolución 1/2026 · in force since 2026-06-01" in text
    assert "Not declared: producer." in text


def test_the_english_report_is_english_whatever_language_is_active() -> None:
    with translation.override("es-mx"):
        text = report_html(finished_run(*MIXED, rejected=1), language="en")
    assert '<html lang="en">' in text
    assert "1 row could not be read: nobody has compared it" in text
    assert not re.search(
        r"\b(partida|renglón|Listas|Razón|Puntuación)\b", re.sub(r"<style>.*</style>", "", text, flags=re.S)
    )


def test_the_report_needs_nothing_beside_it() -> None:
    text = report_html(finished_run(*MIXED), language="es")
    assert "<script" not in text
    assert not re.findall(r"(?:src|href)=\"(?!#)", text)
    assert "url(" not in text
    assert "@import" not in text


def test_what_was_declared_cannot_break_the_report() -> None:
    text = report_html(finished_run(Said("61091003", "CHN", supplier="<script>alert(1)</script>")), language="es")
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_the_report_stops_at_its_limit_and_says_where_the_rest_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "MOST_HITS", 3)
    monkeypatch.setattr(report, "PAGE", 2)
    text = report_html(finished_run(*[WATCHED_LINE] * 5, STOPPED), language="es")
    assert re.findall(r'<article class="line tone-(\w+)"', text) == ["stop", "watch", "watch"]
    assert "muestra las 3 coincidencias más graves; quedan 3 partidas más" in text
    assert "Todas están en hits.jsonl" in text


def test_files_of_a_run_that_has_not_ended_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RunNotDoneError):
        write_run_files(opened_run(ingested(CLEAR)), tmp_path, language="es")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(OutputFolderError) as refused:
        write_run_files(finished_run(CLEAR), tmp_path / "taken", language="es")
    assert "--out" in refused.value.message.es


def test_a_write_that_breaks_off_leaves_the_earlier_files_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = finished_run(CLEAR)
    before = {path.name: path.read_bytes() for path in vars_of(write_run_files(run, tmp_path, language="es"))}

    def broken(run: ScreeningRun, *, language: str) -> object:
        yield "half"
        raise KeyboardInterrupt

    monkeypatch.setattr(files, "verdicts_csv", broken)
    with pytest.raises(KeyboardInterrupt):
        write_run_files(run, tmp_path, language="es")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def vars_of(made: files.RunFiles) -> tuple[Path, Path, Path]:
    return made.verdicts, made.hits, made.report


def test_progress_ends_with_the_last_line(tmp_path: Path) -> None:
    run, told = finished_run(*MIXED, rejected=1), list[tuple[int, int]]()
    write_run_files(run, tmp_path, language="es", progress=lambda done, total: told.append((done, total)))
    assert (told[0], told[-1]) == ((0, 6), (6, 6))


def test_writing_asks_the_database_the_same_number_of_questions_whatever_the_number_of_lines(
    django_assert_max_num_queries: object,
) -> None:
    run = finished_run(*MIXED * 20)
    assert LineVerdict.objects.filter(run=run).count() == 120
    with django_assert_max_num_queries(8):  # type: ignore[operator]  # the fixture has no exported type
        assert len(rows_of(run)) == 120
    with django_assert_max_num_queries(8):  # type: ignore[operator]  # the fixture has no exported type
        assert len(hits_in(run)) == 80
