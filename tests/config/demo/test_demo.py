"""The demonstration end to end: loaded, read, screened, and every planted verdict right."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings
from typer.testing import CliRunner

from cases.models import Case
from config.cli import build
from config.demo.accounts import ADDRESSES, demo_accounts
from config.demo.cases import STORIES
from config.demo.generate import delivery
from config.demo.load import AS_OF, compare, load_lists, screen_demo, write_files
from config.demo.model import Fault
from config.demo.numbering import numbered
from importers.models import CatalogueEntry, LineItem
from kernel.domain.actors import COMMAND_LINE, Role
from kernel.domain.errors import ForbiddenError
from kernel.domain.progress import ignore
from kernel.models import Account, LedgerEntry
from screening.models import LineVerdict, ScreeningRun, WatchList
from screening.services.runs import RunOutcome


@pytest.fixture
def outcome(db: None, tmp_path: Path) -> RunOutcome:
    """Return the finished run of the demo file."""
    load_lists(actor=COMMAND_LINE, at=timezone.now())
    return screen_demo(write_files(tmp_path), actor=COMMAND_LINE, clock=timezone.now, reading=ignore, screening=ignore)


def planned_lines() -> dict[int, str]:
    return {line.line_number: line.plan.verdict for line in delivery().planted}


def test_every_planted_verdict_is_right(outcome: RunOutcome) -> None:
    compared = compare(outcome)
    wrong = [
        f"{d.line.entry.reference}/{d.line.sequence}: {d.wanted}, got {d.got}: {d.line.plan.why.en}"
        for d in compared.wrong
    ]
    assert not wrong, "\n".join(wrong)
    assert compared.right == len(planned_lines())


def test_every_ordinary_line_is_clear(outcome: RunOutcome) -> None:
    verdicts = LineVerdict.objects.filter(run=outcome.run).exclude(line__line_number__in=planned_lines())
    assert verdicts.exclude(verdict="CLEAR").count() == 0
    assert verdicts.count() > 800


def test_each_hit_rests_on_the_entry_the_line_was_planted_against(outcome: RunOutcome) -> None:
    hits = set(outcome.run.hits.values_list("line__line_number", "list_name", "good_key"))
    planted = [line for line in delivery().planted if line.plan.verdict in ("STOP", "REVIEW", "WATCH")]
    missing = [
        line.plan.why.en for line in planted if (line.line_number, line.plan.list_name, line.plan.key) not in hits
    ]
    assert not missing, "\n".join(missing)


def test_the_run_counts_what_could_not_be_read_and_what_leaves_the_country(outcome: RunOutcome) -> None:
    entries = numbered()
    exports = sum(len(e.pedimento.items) for e in entries if e.pedimento.export)
    lost = sum(verdict == "NOT_SCREENED" for verdict in planned_lines().values())
    assert outcome.run.counts["EXPORTS"] == exports
    assert outcome.run.counts["NOT_SCREENED"] >= lost
    assert outcome.run.counts["CLEAR"] / outcome.run.counts["LINES"] > 0.8
    assert sum(e.pedimento.fault is Fault.NO_HEADER_ROW for e in entries) == 1


def test_the_lists_say_demo_and_do_not_go_stale(outcome: RunOutcome) -> None:
    assert [item["demo"] for item in outcome.run.lists] == [True, True, True]
    assert all(str(item["title"]).startswith("DEMO") for item in outcome.run.lists)
    assert set(WatchList.objects.values_list("demo", "stale_after")) == {(True, None)}
    assert outcome.run.as_of == AS_OF


def test_the_shipped_extract_of_the_tariff_has_the_codes_of_the_demo(outcome: RunOutcome) -> None:
    known = set(CatalogueEntry.objects.filter(catalogue="TARIFF").values_list("code", flat=True))
    used = set(LineItem.objects.values_list("tariff_code", flat=True))
    assert used - known == {"73269098"}  # planted as one that does not exist


Command = Callable[..., str]


@pytest.fixture
def run_demo(transactional_db: None, settings: Settings, tmp_path: Path) -> Command:
    """Return a callable that runs ``tamiz demo`` in a data directory of its own and returns what it prints."""
    settings.TAMIZ_DEBUG = True
    settings.DATA_DIR = tmp_path

    def run(expected: int = 0) -> str:
        result = CliRunner().invoke(build(), ["demo"])
        assert result.exit_code == expected, result.output
        return result.output

    return run


def test_the_command_prints_the_counts_the_accounts_and_where_the_report_lies(
    run_demo: Command, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAMIZ_LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "160")
    said = run_demo()
    assert said.index("Not screened") < said.index("Stop") < said.index("Clear")
    assert f"{len(planned_lines())} of {len(planned_lines())} right" in said
    assert all(account.email in said and account.password in said for account in demo_accounts(settings.SECRET_KEY))
    assert f"Invented cases, at every stage: {len(STORIES)} ({len(STORIES)} new)" in said
    assert (tmp_path / "demo" / "out" / "report.html").stat().st_size > 1_000
    assert f"{tmp_path}/demo/out/report.html" in said.replace("\n", "")
    again = run_demo()
    assert f"Invented cases, at every stage: {len(STORIES)} (0 new)" in again
    assert said.splitlines()[-1] in again


def test_the_second_time_nothing_is_written_anew(run_demo: Command, tmp_path: Path) -> None:
    def state() -> tuple[int, ...]:
        counted = (LedgerEntry, ScreeningRun, LineVerdict, WatchList, CatalogueEntry, Account, LineItem, Case)
        return tuple(model.objects.count() for model in counted)

    def files() -> dict[str, int]:
        return {str(p): p.stat().st_mtime_ns for p in (tmp_path / "demo").rglob("*") if p.is_file()}

    run_demo()
    before, written = state(), files()
    run_demo()
    assert state() == before
    assert files() == written
    assert all(before)


def test_a_wrong_verdict_is_named_and_exits_with_1(run_demo: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAMIZ_LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "200")
    run_demo()
    stopped = next(line for line in delivery().planted if line.plan.verdict == "STOP" and not line.no_border)
    LineVerdict.objects.filter(line__line_number=stopped.line_number).update(verdict="CLEAR")
    said = run_demo(expected=1)
    assert f"{len(planned_lines()) - 1} of {len(planned_lines())} right" in said
    assert f"{stopped.entry.reference} / {stopped.sequence}" in said


def test_accounts_of_another_secret_key_are_not_shown_with_wrong_passwords(
    run_demo: Command, settings: Settings
) -> None:
    run_demo()
    settings.SECRET_KEY = "the secret key of another data directory, made up here"
    said = run_demo()
    assert not any(account.password in said for account in demo_accounts(settings.SECRET_KEY))


def test_there_is_an_account_for_each_role_and_each_is_marked(run_demo: Command, settings: Settings) -> None:
    run_demo()
    accounts = {account.email: account for account in Account.objects.all()}
    assert {role for account in accounts.values() for role in account.roles()} == set(Role) - {Role.PUBLIC}
    assert set(ADDRESSES) == set(Role) - {Role.PUBLIC}
    assert all(account.demo for account in accounts.values())
    customs = next(a for a in demo_accounts(settings.SECRET_KEY) if a.role is Role.CUSTOMS)
    assert accounts[customs.email].check_password(customs.password)


def test_passwords_differ_with_the_secret_key_and_between_accounts() -> None:
    here, there = demo_accounts("one key"), demo_accounts("another key")
    assert {a.password for a in here}.isdisjoint(a.password for a in there)
    assert len({a.password for a in here}) == len(here)


def test_outside_debug_mode_it_refuses_and_changes_nothing(
    transactional_db: None, settings: Settings, tmp_path: Path
) -> None:
    settings.TAMIZ_DEBUG = False
    settings.DATA_DIR = tmp_path
    result = CliRunner().invoke(build(), ["demo"])
    assert isinstance(result.exception, ForbiddenError)
    assert Account.objects.count() == LedgerEntry.objects.count() == 0
    assert list(tmp_path.iterdir()) == []
