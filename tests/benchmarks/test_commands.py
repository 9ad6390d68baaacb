"""The commands on small inputs: what they print and write, and what they say of a file they cannot use."""

import csv
from pathlib import Path

import pytest

from benchmarks import losses, negatives, organisations, pairs, report, retrieval, throughput
from benchmarks.chart import Panel, draw
from benchmarks.reading import TableError, read_listed, read_pairs, read_queries
from benchmarks.showing import Sheet, rate

PAIRS = (
    "\ufeffName1,name2 ,label,kind,Note\n"
    "Hoshine Silicon Ind. Co. Ltd,Hoshine Silicon Industry Co Ltd,1,form,x\n"
    "Aksu Huafu Textile,Aksu Huafu Textiles Co.,1,form,\n\n"
    '"Golden, Star",Silver Moon Inc,0,other,"a\nb"\n'
    "Brigade 44,Ocean Foods,0\n"
)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_pairs_are_scored_and_written_beside_what_came_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = written(tmp_path, "pairs.csv", PAIRS), tmp_path / "out.csv"
    pairs.main(["--pairs", str(path), "--peers", "--out", str(out)])
    printed = capsys.readouterr().out
    assert "Jaro-Winkler" in printed
    assert "recall: form" in printed
    rows = list(csv.reader(out.read_text(encoding="utf-8").splitlines(keepends=True)))
    assert rows[0] == ["Name1", "name2 ", "label", "kind", "Note", "score", "match"]
    assert [row[0] for row in rows[1:]] == [
        "Hoshine Silicon Ind. Co. Ltd",
        "Aksu Huafu Textile",
        "Golden, Star",
        "Brigade 44",
    ]
    assert [row[-1] for row in rows[1:]] == ["1", "1", "0", "0"]
    assert rows[3][4].split() == ["a", "b"]
    assert all(0 <= float(row[-2]) <= 1 for row in rows[1:])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("name1,name2,label\na,b,1\nc,d,maybe\n", "line 3: the label is 'maybe'", id="a bad label"),
        pytest.param("name1,name2,label\na,b\n", "line 2: the label is ''", id="no label"),
        pytest.param("name1,label\na,1\n", "lacks the columns name2", id="a missing column"),
        pytest.param("", "lacks the columns name1, name2, label; it has none", id="an empty file"),
        pytest.param("name1,name2,label\n", "no rows", id="a header alone"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_by_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(TableError, match=said):
        read_pairs(written(tmp_path, "pairs.csv", text))


def test_a_file_that_is_not_there_or_not_text_is_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "latin.csv").write_bytes("name1,name2,label\nSão,b,1\n".encode("latin-1"))
    for name, said in (("none.csv", "cannot be read"), ("latin.csv", "not UTF-8")):
        with pytest.raises(SystemExit):
            pairs.main(["--pairs", str(tmp_path / name)])
        assert said in capsys.readouterr().err


def test_a_list_is_looked_up_by_any_spelling(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = written(tmp_path, "n.csv", "id,name,aliases\n1,Hoshine Silicon Industry,Hesheng Silicon|\n2,Golden Star,\n")
    queries = written(tmp_path, "q.csv", "query,id\nHesheng Silicon Co Ltd,1\nGolden Star Inc,2\n")
    retrieval.main(["--names", str(names), "--queries", str(queries), "--peers", "--budget", "1"])
    line = next(line for line in capsys.readouterr().out.splitlines() if "Tamiz" in line)
    assert line.split("│")[3:6] == [" 1.000 "] * 3


def test_a_query_without_an_id_counts_in_the_alerts_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = written(tmp_path, "n.csv", "id,name\n1,Hoshine Silicon Industry\n")
    queries = written(tmp_path, "q.csv", "query,id\nHoshine Silicon Industry,1\nHoshine Silicon Industry,\nZ Foods,\n")
    retrieval.main(["--names", str(names), "--queries", str(queries)])
    line = next(line for line in capsys.readouterr().out.splitlines() if "Tamiz" in line)
    assert [cell.strip() for cell in line.split("│")[2:9]] == [
        "3",
        "1.000",
        "1.000",
        "1.000",
        "0.500",
        "1.000",
        "0.667",
    ]


def test_the_sample_that_is_written_is_the_one_that_is_read(tmp_path: Path) -> None:
    path, names, queries = written(tmp_path, "list.csv", LISTS), tmp_path / "n.csv", tmp_path / "q.csv"
    organisations.main(["--list", str(path), "--names", str(names), "--queries", str(queries)])
    listed, asked = organisations.organisations(path)
    assert read_listed(names).names == listed.names
    assert read_queries(queries, read_listed(names)).wanted.tolist() == asked.wanted.tolist()
    with pytest.raises(SystemExit):
        organisations.main(["--list", str(names), "--names", str(names), "--queries", str(queries)])


def test_a_query_for_an_unknown_id_is_refused(tmp_path: Path) -> None:
    listed = read_listed(written(tmp_path, "n.csv", "id,name\n1,Golden Star\n"))
    with pytest.raises(TableError, match="line 2: the id '7' is not on the list"):
        read_queries(written(tmp_path, "q.csv", "query,id\nGolden,7\n"), listed)
    with pytest.raises(TableError, match="a row needs an id and a name"):
        read_listed(written(tmp_path, "m.csv", "id,name\n1,\n"))


LISTS = "name,aliases\n" + "".join(
    f'"{place} {own} Textile No. {i} Co., Ltd.",{own} Tex\n'
    for i, (place, own) in enumerate([("Hotan", "Taida"), ("Aksu", "Huafu"), ("Shanghai", "Haige"), ("Ningbo", "Bird")])
)


def test_hard_pairs_have_every_kind_and_come_from_the_seed(tmp_path: Path) -> None:
    written(tmp_path, "uflpa.csv", LISTS)
    aliases = written(tmp_path, "a.csv", "name1,name2,label\nA One,Aone Ltd,1\nAone Ltd,A-1,1\nB One,Bone,1\n")
    for name in ("1.csv", "2.csv"):
        negatives.main(["--lists", str(tmp_path), "--aliases", str(aliases), "--out", str(tmp_path / name)])
    assert (tmp_path / "1.csv").read_bytes() == (tmp_path / "2.csv").read_bytes()
    labelled = read_pairs(tmp_path / "1.csv")
    kinds = set(labelled.kinds)
    assert kinds >= {"typo", "joined", "split", "abbreviated", "place in brackets", "cut at 30", "junk", "alias"}
    assert kinds >= {"other number", "other place", "sister company", "other word of its own", "nearest other entity"}
    near = [
        (a, b)
        for a, b, k in zip(labelled.pairs.left, labelled.pairs.right, labelled.kinds, strict=True)
        if "alias" in k
    ]
    assert ("A One", "A-1") not in near  # a chain of aliases is one entity


def test_throughput_runs_on_a_small_list(capsys: pytest.CaptureFixture[str]) -> None:
    throughput.main("--names 1000 --lines 200 --parties 100 --clean 100 --noisy 100".split())
    printed = capsys.readouterr().out
    rows = ("Index.screen of 200 lines", "R@1 at 1 %", "on disk", "Index.check, cold", "slowest of 2,000 garbage names")
    assert all(row in printed for row in rows)
    with pytest.raises(SystemExit):
        throughput.main(["--names", "10"])
    assert "from 1,000 to 1,000,000" in capsys.readouterr().err


def test_a_ratio_over_one_is_for_us_whatever_the_figure() -> None:
    sheet = Sheet("t", ("m", "names/s", "memory"), [("Tamiz", "1,000", "5 MB"), ("peer", "2,000", "9 MB")])
    assert losses.of(sheet, {"names/s": True, "memory": False}) == ["names/s: peer 2,000, we 1,000"]
    assert "| Tamiz | 1,000 | 5 MB |" in sheet.markdown()
    assert [rate(v) for v in (0.9, 42.12, 258_412)] == ["0.90", "42.1", "258,000"]


def test_the_report_names_what_is_lost_and_shows_its_chart(tmp_path: Path) -> None:
    part = report.Part("Pairs", "python", [Sheet("t", ("m", "F1"), [("Tamiz", "0.9")])], ["F1: peer 0.95, we 0.9"])
    picture = draw([Panel("speed <names/s>", {"Tamiz": [(1e3, 5.0), (1e4, 2e5)], "peer": [(1e3, 1.0)]}, True)])
    report.write(tmp_path, [part], [], picture)
    text = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    assert "- Pairs: F1: peer 0.95, we 0.9" in text
    assert "results.svg" in text
    assert "speed &lt;names/s&gt;" in (tmp_path / "results.svg").read_text(encoding="utf-8")
