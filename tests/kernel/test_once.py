import pytest
from django.test import RequestFactory
from django.utils import timezone

from kernel import once
from kernel.domain.actors import Actor
from kernel.domain.idempotency import InFlightError
from kernel.models import IdempotentRequest
from kernel.once import Done, done_once, new_mark

pytestmark = pytest.mark.django_db
ANA, EVA = Actor("account:ana", "web"), Actor("account:eva", "web")


class Opening:
    """Something that is opened under a number of its own."""

    opened = 0

    def __call__(self) -> str:
        self.opened += 1
        return f"/{self.opened}/"


def send(act: Opening, mark: str, actor: Actor = ANA, path: str = "/abrir/") -> Done:
    return done_once(RequestFactory().post(path, {"once": mark}), actor, act)


def test_a_form_that_is_sent_twice_leads_to_what_it_opened_first() -> None:
    act, mark = Opening(), new_mark(ANA)
    assert send(act, mark) == Done("/1/", is_new=True)
    assert send(act, mark) == Done("/1/", is_new=False)
    assert act.opened == 1


def test_another_form_opens_another() -> None:
    act = Opening()
    assert [send(act, new_mark(ANA)).location for _ in range(2)] == ["/1/", "/2/"]


@pytest.mark.parametrize("mark", ["", "invented", new_mark(EVA)], ids=["none", "invented", "of another"])
def test_a_form_without_a_mark_of_ones_own_is_answered_each_time(mark: str) -> None:
    act = Opening()
    assert [send(act, mark).location for _ in range(2)] == ["/1/", "/2/"]
    assert not IdempotentRequest.objects.exists()


def test_what_was_refused_can_be_sent_again() -> None:
    mark = new_mark(ANA)

    def refuse() -> str:
        raise InFlightError

    with pytest.raises(InFlightError):
        done_once(RequestFactory().post("/abrir/", {"once": mark}), ANA, refuse)
    assert send(Opening(), mark) == Done("/1/", is_new=True)


def test_who_sends_it_while_it_is_answered_waits_and_is_told_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "LOOK_AGAIN", 0)
    act, mark = Opening(), new_mark(ANA)
    send(act, mark)
    IdempotentRequest.objects.update(status=None, taken_at=timezone.now())
    with pytest.raises(InFlightError):
        send(act, mark)
    assert act.opened == 1
