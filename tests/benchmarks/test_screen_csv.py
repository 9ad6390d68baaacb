from pathlib import Path

from benchmarks.screen_csv import run_command, write_inputs


def test_a_small_benchmark_runs_end_to_end(tmp_path: Path) -> None:
    lines, listed, _, _ = write_inputs(tmp_path, lines=40, names=50, parties=20)
    spent = run_command(lines, listed, tmp_path)
    assert spent.code in (0, 3)
    assert spent.seconds > 0
    assert spent.megabytes < 2000  # the first run on a machine compiles the engine
    assert len((tmp_path / "out" / "verdicts.csv").read_text(encoding="utf-8-sig").splitlines()) == 41
