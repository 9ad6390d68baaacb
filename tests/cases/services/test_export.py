import hashlib
import io
import json
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from cases.domain.case import NoSuchCaseError
from cases.domain.errors import NotCompetentError
from cases.formats import case_file_check
from cases.formats.case_file import DocumentLostError
from cases.formats.case_file_check import CaseFileError, Checked, check_case_file
from cases.models import Case
from cases.services import add_document, export_case_file
from kernel.domain.actors import Actor, Role
from kernel.domain.chain import Entry, entry_hash
from kernel.models import LedgerEntry
from kernel.queries import document_path
from kernel.services.documents import store_document
from tests.cases.acting import article, refused
from tests.cases.factories import AUDITOR, INTAKE, PETITIONER, admitted_case, heard_case, noon, person, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]
ON = date(2025, 2, 3)
Members = dict[str, bytes]


def case_with_documents() -> Case:
    case = heard_case()
    for name, content in (("../Solicitud final.PDF", b"%PDF-1.7 uno"), ("prueba", b"dos")):
        document = store_document([content], name=name, actor=INTAKE, at=noon(ON))
        case = add_document(seen=seen(case), document=document, name=name, actor=INTAKE, at=noon(ON))
    return case


def exported(case: Case, *, actor: Actor = AUDITOR) -> bytes:
    target = io.BytesIO()
    export_case_file(case_ref=case.reference, target=target, actor=actor, at=noon(ON))
    return target.getvalue()


def check(data: bytes) -> Checked:
    return check_case_file(io.BytesIO(data))


def members(data: bytes) -> Members:
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def zipped(parts: Members) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as whole:
        for name, content in parts.items():
            whole.writestr(name, content)
    return target.getvalue()


def faults(data: bytes) -> list[str]:
    with pytest.raises(CaseFileError) as caught:
        check(data)
    return [fault.en for fault in caught.value.faults]


def test_an_exported_file_holds_and_its_index_is_in_the_ledger() -> None:
    case = case_with_documents()
    data = exported(case)
    checked = check(data)
    entry = LedgerEntry.objects.get(verb="export_case_file")
    assert (checked.reference, checked.entries, checked.documents) == (case.reference, 7, 2)
    assert entry.detail == {"index_sha256": checked.index_sha256, "entries": 7, "documents": 2}
    assert list(members(data)) == ["ledger.jsonl", "documents/0001.pdf", "documents/0002", "index.json"]
    assert json.loads(members(data)["index.json"])["documents"]["1"]["name"] == "Solicitud final.PDF"


def test_a_second_export_holds_the_first_among_its_entries() -> None:
    case = case_with_documents()
    exported(case)
    assert check(exported(case)).entries == 8


def test_a_file_without_documents_holds() -> None:
    assert check(exported(heard_case())).documents == 0


def test_only_who_may_have_the_whole_file_exports_it() -> None:
    case = heard_case()
    assert article(lambda: exported(case, actor=PETITIONER), NotCompetentError) == "LFPA art. 3"
    case.reference = "0000-0000-0000"
    with pytest.raises(NoSuchCaseError):
        exported(case)


@pytest.mark.parametrize("bytes_left", [pytest.param(None, id="gone"), pytest.param(b"otra cosa", id="others")])
def test_a_document_that_is_lost_is_no_silent_gap(bytes_left: bytes | None) -> None:
    case = case_with_documents()
    path = document_path(case.documents.get(number=2).document)
    path.unlink()
    if bytes_left is not None:
        path.write_bytes(bytes_left)
    refused(lambda: exported(case), DocumentLostError)
    path.unlink(missing_ok=True)


def test_what_is_no_zip_or_no_case_file_is_told_so() -> None:
    assert faults(b"no zip") == ["The file is no zip that can be read."]
    assert faults(zipped({"a": b"b"})) == ["The file is no exported case file: it has no index that can be read."]
    assert faults(zipped({"index.json": b"[]"}))[0].startswith("The file is no exported case file")


def with_altered_document(parts: Members) -> Members:
    return parts | {"documents/0001.pdf": b"otro"}


def without_document(parts: Members) -> Members:
    return {name: content for name, content in parts.items() if name != "documents/0002"}


def with_one_more(parts: Members) -> Members:
    return parts | {"documents/0003": b"intruso"}


def with_altered_ledger(parts: Members) -> Members:
    return parts | {"ledger.jsonl": parts["ledger.jsonl"].replace(b"INVESTIGATION", b"RESOLVED")}


@pytest.mark.parametrize(
    ("alter", "words"),
    [
        pytest.param(with_altered_document, ["documents/0001.pdf: its content was altered."], id="altered"),
        pytest.param(without_document, ["documents/0002: is missing, repeated or too many."], id="missing"),
        pytest.param(with_one_more, ["documents/0003: is missing, repeated or too many."], id="one more"),
        pytest.param(with_altered_ledger, ["ledger.jsonl: its content was altered."], id="the ledger extract"),
    ],
)
def test_an_altered_member_is_named(alter: Callable[[Members], Members], words: list[str]) -> None:
    assert faults(zipped(alter(members(exported(case_with_documents()))))) == words


def rewritten(parts: Members, lines: list[bytes]) -> bytes:
    """Return a zip with another ledger extract, whose hashes the index vouches for."""
    ledger = b"".join(line + b"\n" for line in lines)
    index = json.loads(parts["index.json"])
    index["files"]["ledger.jsonl"] = {"sha256": hashlib.sha256(ledger).hexdigest(), "size": len(ledger)}
    return zipped(parts | {"ledger.jsonl": ledger, "index.json": json.dumps(index).encode()})


def forged(line: bytes, **values: object) -> bytes:
    """Return an entry with other values, its hash computed anew."""
    said = json.loads(line)
    said["entry"] |= values
    entry = Entry(**said["entry"] | {"at": datetime.fromisoformat(said["entry"]["at"])})
    return json.dumps({"entry": said["entry"], "hash": entry_hash(entry)}).encode()


def test_an_altered_entry_is_found_though_the_index_vouches_for_it() -> None:
    parts = members(exported(case_with_documents()))
    lines = parts["ledger.jsonl"].splitlines()
    altered = [lines[0].replace(b"2025-01-13", b"2025-01-14"), *lines[1:]]
    assert any(fault.endswith("was altered.") for fault in faults(rewritten(parts, altered)))


def test_a_dropped_entry_is_found_by_the_state_it_led_to() -> None:
    parts = members(exported(case_with_documents()))
    lines = parts["ledger.jsonl"].splitlines()
    assert "The entries do not lead to the state that the index tells." in faults(rewritten(parts, lines[:-1]))
    assert "not possible" in faults(rewritten(parts, lines[1:]))[0]


def test_an_entry_forged_with_its_hash_breaks_the_chain_or_the_state() -> None:
    parts = members(exported(case_with_documents()))
    lines = parts["ledger.jsonl"].splitlines()
    other = faults(rewritten(parts, [forged(lines[0], actor="account:other"), *lines[1:]]))
    assert any("does not follow the one before" in fault for fault in other)
    stranger = faults(rewritten(parts, [*lines[:-1], forged(lines[-1], subject="case:0000-0000-0000")]))
    assert any("is of another case" in fault for fault in stranger)


NO_NUMBERS: tuple[object, ...] = ("1", None, [], -1, 0, True)


def line_with(**values: object) -> bytes:
    """Return a line of no ledger, one of whose fields no entry has."""
    fields = dict.fromkeys(("actor", "channel", "verb", "subject", "previous_hash"), "")
    entry = {"seq": 1, "at": "2025-01-13T00:00:00+00:00", **fields, "detail": {}, **values}
    return json.dumps({"entry": entry, "hash": ""}).encode()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"{", id="no JSON"),
        pytest.param(b'{"entry": {}, "hash": ""}', id="no entry"),
        pytest.param(b'{"entry": [], "hash": ""}', id="a list"),
        pytest.param(b"7", id="a number"),
        *(pytest.param(line_with(seq=seq), id=f"numbered {seq}") for seq in NO_NUMBERS),
        pytest.param(line_with(at="0001-01-01T00:00:00+14:00"), id="before all days"),
        pytest.param(line_with(at="2025-01-13T00:00:00"), id="a moment nowhere"),
        pytest.param(line_with(verb=7), id="a number for a verb"),
    ],
)
def test_a_line_that_is_no_entry_is_named(line: bytes) -> None:
    parts = members(exported(heard_case()))
    lines = parts["ledger.jsonl"].splitlines()
    assert faults(rewritten(parts, [*lines, line])) == ["ledger.jsonl: line 6 is no entry."]


@pytest.mark.parametrize("detail", [[], "x", {"change": []}, {"change": {"case": 7}}, {"change": {"documents": 7}}])
def test_a_forged_change_of_no_shape_is_a_fault_and_no_crash(detail: object) -> None:
    parts = members(exported(heard_case()))
    lines = parts["ledger.jsonl"].splitlines()
    assert faults(rewritten(parts, [*lines[:-1], forged(lines[-1], detail=detail)]))


def history(case: Case, change: Callable[[dict[str, Any], str], dict[str, Any]]) -> list[str]:
    """Return the faults of a file whose last entry says something else, its hash computed anew."""
    parts = members(exported(case))
    *before, last = parts["ledger.jsonl"].splitlines()
    entry = json.loads(last)["entry"]
    return faults(rewritten(parts, [*before, forged(last, **change(entry["detail"], entry["at"]))]))


def stage(detail: dict[str, Any], to: str) -> dict[str, Any]:
    change = detail["change"]
    return detail | {"change": change | {"case": change.get("case", {}) | {"stage": to}}}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param(
            lambda _d, _at: {"verb": "reopen_\x1b[2J"}, "says what is not done: reopen_\\u001b[2J.", id="a verb"
        ),
        pytest.param(
            lambda d, _at: {"detail": stage(d, "RESOLVED")}, "leaves the case in RESOLVED", id="a step moves it"
        ),
        pytest.param(lambda _d, at: {"at": at.replace("2025", "2024")}, "is from before the last", id="falling times"),
    ],
)
def test_a_history_that_cannot_be_is_refused_in_words(change: Callable[..., dict[str, Any]], words: str) -> None:
    assert any(words in fault for fault in history(case_with_documents(), change))


def test_an_act_that_leads_elsewhere_than_the_law_is_refused() -> None:
    found = history(admitted_case(), lambda detail, _at: {"detail": stage(detail, "DECISION")})
    assert any("leaves the case in DECISION; it leads to INVESTIGATION" in fault for fault in found)


def test_a_member_of_another_size_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = members(exported(case_with_documents()))
    index = json.loads(parts["index.json"])
    index["files"]["documents/0001.pdf"]["size"] = 1
    data = zipped(parts | {"index.json": json.dumps(index).encode()})
    read = set[str]()

    def digest(_whole: zipfile.ZipFile, name: str) -> str:
        read.add(name)
        return ""

    monkeypatch.setattr(case_file_check, "_digest", digest)
    assert "documents/0001.pdf: its content was altered." in faults(data)
    assert "documents/0001.pdf" not in read


@pytest.mark.parametrize("limit", ["MOST", "MOST_IN_ALL", "MOST_MEMBERS"])
def test_what_is_larger_than_any_case_is_not_read(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = exported(case_with_documents())
    monkeypatch.setattr(case_file_check, limit, 3)
    assert faults(data)[0].startswith("The file is larger, or has more parts")


def test_the_first_faults_are_told_and_how_many_more_there_are() -> None:
    more = {f"{number:04}\u202e": b"" for number in range(case_file_check.MOST_FAULTS + 5)}
    found = faults(zipped(members(exported(heard_case())) | more))
    assert len(found) == case_file_check.MOST_FAULTS + 1
    assert found[0] == "0000\\u202e: is missing, repeated or too many."
    assert found[-1] == "and 5 more faults."


@pytest.mark.parametrize("made_at", ["\ud800", 7, "2025-02-03", "2025-02-03T12:00:00"])
def test_a_moment_that_is_none_is_a_fault_of_the_index(made_at: object) -> None:
    parts = members(exported(heard_case()))
    index = json.loads(parts["index.json"]) | {"made_at": made_at}
    assert faults(zipped(parts | {"index.json": json.dumps(index).encode()}))[0].startswith("The file is no exported")


def test_the_index_names_the_people_whom_the_entries_know_by_reference() -> None:
    ana = person("ana", Role.SUPERVISOR)
    case = heard_case()
    target = io.BytesIO()
    by = ana.as_actor("web")
    export_case_file(case_ref=case.reference, target=target, actor=by, at=noon(ON))
    assert json.loads(members(target.getvalue())["index.json"])["people"].items() >= {by.name: "ana"}.items()


def test_a_member_that_lies_about_its_size_is_not_unpacked_to_its_end() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("index.json", b"[" * (64 << 20))
    data = bytearray(target.getvalue())
    directory = data.rfind(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (1000).to_bytes(4, "little")
    tracemalloc.start()
    try:
        assert faults(bytes(data)) == ["The file is no zip that can be read."]
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()
