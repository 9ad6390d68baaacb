from datetime import UTC, datetime

import pytest
from django.db import transaction

from kernel.models import Job
from kernel.services import bulk

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 25, 18, 30, tzinfo=UTC)
FIELDS = (
    *("id", "reference", "kind", "payload", "key", "owner", "result", "state", "done", "total", "attempt"),
    *("lease_until", "created_at", "finished_at", "error_code", "error_es", "error_en"),
)


def job(pk: int, **fields: object) -> tuple[object, ...]:
    """Return the values of FIELDS of a job that waits."""
    plain = {field.name: field.get_default() for field in Job._meta.concrete_fields}
    said = {"id": pk, "kind": "k", "key": str(pk), "owner": "o", "created_at": AT, "reference": f"{pk:032x}"} | fields
    return tuple((plain | said)[name] for name in FIELDS)


def inserted(count: int, **fields: object) -> list[int]:
    with transaction.atomic():
        ids = bulk.reserve_ids(Job, count)
        bulk.insert(Job, FIELDS, [job(pk, **fields) for pk in ids])
    return ids


def test_what_is_inserted_reads_as_the_models_would_have_written_it() -> None:
    (pk,) = inserted(1, payload={"año": [1, "ñ"]}, lease_until=AT, done=7)
    row = Job.objects.get(pk=pk)
    assert (row.payload, row.result, row.lease_until, row.finished_at, row.done) == ({"año": [1, "ñ"]}, {}, AT, None, 7)


def test_reserved_keys_ascend_and_are_never_given_twice() -> None:
    first, second = inserted(3), inserted(2)
    assert [*first, *second] == sorted({*first, *second})
    own = Job.objects.create(kind="k", key="own", owner="o", created_at=AT)
    assert own.pk not in {*first, *second}
    assert bulk.reserve_ids(Job, 0) == []


def test_one_field_of_some_rows_is_set_each_to_its_own_value() -> None:
    one, two, three = inserted(3)
    bulk.update(Job, "payload", {one: {"a": 1}, three: {"b": 2}})
    assert [Job.objects.get(pk=pk).payload for pk in (one, two, three)] == [{"a": 1}, {}, {"b": 2}]
    bulk.update(Job, "done", {two: 9})
    assert Job.objects.get(pk=two).done == 9


def test_rows_are_found_by_pairs_of_keys_alone() -> None:
    one, two, _ = inserted(3, done=5)
    wanted = [(one, 5), (two, 6)]
    assert bulk.rows_by_pair(Job, ("id", "done"), wanted, ("id", "key")) == [(one, str(one))]
    assert bulk.rows_by_pair(Job, ("id", "done"), [], ("id",)) == []


def test_only_the_rows_that_were_meant_are_deleted() -> None:
    one, two, three = inserted(3)
    bulk.delete(Job, "id", [])
    bulk.delete(Job, "id", [one, three])
    assert list(Job.objects.values_list("pk", flat=True)) == [two]
