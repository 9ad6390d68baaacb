import pytest

from kernel.models import Account
from kernel.paging import BadCursorError, beyond, cut, number_of


@pytest.mark.django_db
@pytest.mark.parametrize("order", [("username",), ("-is_staff", "username"), ("is_staff", "-username"), ("-pk",)])
def test_pages_in_any_order_hold_each_row_once(order: tuple[str, ...]) -> None:
    for number in range(7):
        Account.objects.create(username=f"a{number}", is_staff=number % 3 == 0, email=f"a{number}@ejemplo.mx")
    rows = Account.objects.order_by(*order)
    fields = [name.removeprefix("-") for name in order]
    told, last = list[Account](), None
    while True:
        following = rows if last is None else rows.filter(beyond(order, [getattr(last, name) for name in fields]))
        page = cut(following, first=last is None, limit=2, mark=lambda row: str(row.pk))
        told += page.rows
        last = told[-1]
        if not page.next:
            break
        assert page.next == str(last.pk)
    assert told == list(rows)


@pytest.mark.parametrize("mark", ["x", "-1", "1.5", "²", "9" * 19])
def test_a_mark_that_is_no_number_is_refused(mark: str) -> None:
    with pytest.raises(BadCursorError):
        number_of(mark)


def test_the_first_page_has_no_mark() -> None:
    assert number_of(None) is number_of("") is None
    assert number_of("12") == 12
