from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from cases.domain.act_words import title_of
from cases.domain.procedure import VERBS, Act, Stage, Step, slug_of
from cases.domain.stages import MOVES, OPEN
from cases.domain.steps import STEPS
from cases.forms import FORMS
from cases.models import Case
from cases.queries import case_by_reference, replayed_state, state_of
from cases.services import agree_to_admission, extend_term, prioritise_case, restore_order
from kernel.domain.actors import Role
from kernel.models import Document
from tests.cases.acting import entries
from tests.cases.factories import SUPERVISOR, filed_petition, heard_case, noon, own_motion_case, registered, seen
from tests.cases.inquiry import make_notified
from tests.cases.services.test_triples import MADE, passes
from tests.cases.views.filled import (
    FILLED,
    WHY,
    Filled,
    client_of,
    file,
    importer,
    joined,
    new_petition,
    petitioner,
    today,
)
from tests.pages import account_with, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_acts")]


def address(case: Case, what: Act | Step) -> str:
    return reverse("act", kwargs={"reference": case.reference, "act": slug_of(what)})


def sent(client: Client, case: Case, what: Act | Step, data: Mapping[str, object], **more: object) -> Any:
    return client.post(address(case, what), {"version": case.version, **data, **more})


def untouched(case: Case) -> tuple[object, ...]:
    now = case_by_reference(case.reference)
    return state_of(now), now.version, entries()


def test_every_form_is_filled_in_here() -> None:
    assert set(FILLED) == set(FORMS)


@pytest.mark.parametrize("role", Role)
def test_a_form_is_shown_to_the_roles_of_the_tables_and_to_no_other(role: Role) -> None:
    account = account_with(role)
    client = Client()
    client.force_login(account)
    cases = {stage: made() for stage, made in MADE.items() if stage in OPEN}
    if role is Role.PETITIONER:
        Case.objects.exclude(petitioner="").update(petitioner=f"account:{account.reference}")
    if role is Role.IMPORTER:
        for case in cases.values():
            make_notified(case, f"account:{account.reference}")
    wrong = []
    for what in FORMS:
        origins = MOVES[what].origins if isinstance(what, Act) else STEPS[what].stages
        stage = next(stage for stage in Stage if stage in origins)
        status = client.get(address(cases[stage], what)).status_code
        allowed = role in (MOVES[what].roles if isinstance(what, Act) else STEPS[what].roles)
        if status != (HTTPStatus.OK if allowed else HTTPStatus.FORBIDDEN):
            wrong.append((what, status))
    assert wrong == []


@pytest.mark.parametrize("stage", Stage)
def test_a_form_is_shown_in_the_stages_of_the_tables_and_in_no_other(stage: Stage) -> None:
    case = MADE[stage]()
    Case.objects.exclude(petitioner="").update(petitioner=petitioner().name)
    make_notified(case, importer().name)
    wrong = []
    for what, filled in FILLED.items():
        if filled.role is Role.PETITIONER and not case.petitioner:
            continue  # nobody petitioned
        status = client_of(filled.role).get(address(case, what)).status_code
        if status != (HTTPStatus.OK if passes(stage, what, filled.role) else HTTPStatus.CONFLICT):
            wrong.append((what, status))
    assert wrong == []


@pytest.mark.parametrize("what", FORMS)
def test_a_form_that_is_filled_in_does_its_act_and_goes_back_to_the_case(what: Act | Step) -> None:
    filled = FILLED[what]
    case, data = filled.case(), filled.data()
    client = client_of(filled.role)
    page = client.get(address(case, what)).content.decode()
    assert title_of(what).es in page
    assert f'name="version" value="{case.version}"' in page
    before = len(entries())
    answer = sent(client, case, what, data)
    assert (answer.status_code, answer.headers.get("Location")) == (
        HTTPStatus.FOUND,
        reverse("case", kwargs={"reference": case.reference}),
    ), answer.content.decode()
    assert entries()[before:][-1] == VERBS[what]
    now = case_by_reference(case.reference)
    assert now.version == case.version + 1
    assert replayed_state(now) == state_of(now)
    assert [case.reference in str(one) for one in get_messages(answer.wsgi_request)] == [True]


REASONED = [what for what in FORMS if "reason" in FORMS[what].form.base_fields]


@pytest.mark.parametrize("what", REASONED)
def test_reasons_that_are_missing_are_asked_for_at_their_field(what: Act | Step) -> None:
    filled = FILLED[what]
    case, data = filled.case(), {**filled.data(), "reason": "  "}
    client = client_of(filled.role)
    before = untouched(case)
    answer = sent(client, case, what, data)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#id_reason"' in answer.content.decode()
    assert untouched(case) == before


def test_whoever_is_not_signed_in_is_asked_to() -> None:
    assert Client().get(address(filed_petition(), Act.PREVENT)).status_code == HTTPStatus.FOUND


def test_an_act_that_is_none_and_a_case_that_is_none_are_not_found() -> None:
    client, case = signed_in(Role.SUPERVISOR), filed_petition()
    for slug in ("close-case", "export-case-file", "file-petition", "x"):
        place = reverse("act", kwargs={"reference": case.reference, "act": slug})
        assert client.get(place).status_code == HTTPStatus.NOT_FOUND
    lost = reverse("act", kwargs={"reference": "0000-0000-0000", "act": "assign-case"})
    assert client.get(lost).status_code == HTTPStatus.NOT_FOUND


def test_a_petitioner_does_not_learn_that_the_case_of_another_exists() -> None:
    client, case = signed_in(Role.PETITIONER), filed_petition()
    assert client.get(address(case, Act.WITHDRAW)).status_code == HTTPStatus.NOT_FOUND


def test_a_stage_or_a_role_that_bars_is_told_with_its_article() -> None:
    barred = signed_in(Role.INVESTIGATOR).get(address(filed_petition(), Act.OPEN_PLEADINGS))
    assert (barred.status_code, "LFPA art. 56" in barred.content.decode()) == (HTTPStatus.CONFLICT, True)
    another = signed_in(Role.DECIDER).get(address(filed_petition(), Act.ADMIT))
    assert (another.status_code, "LFPA art. 3" in another.content.decode()) == (HTTPStatus.FORBIDDEN, True)
    led = signed_in(Role.SUPERVISOR).get(address(joined(), Step.PRIORITISE))
    assert (led.status_code, "LFPA art. 45" in led.content.decode()) == (HTTPStatus.CONFLICT, True)


def test_a_case_that_changed_meanwhile_shows_what_happened_and_keeps_what_was_written() -> None:
    client, case = signed_in(Role.SUPERVISOR), new_petition()
    prioritise_case(seen=seen(case), reason="daño grave", actor=SUPERVISOR, at=noon(today()))
    before = untouched(case)
    answer = sent(client, case, Step.EXTEND, {"reason": "lo que escribí"})
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "lo que escribí" in page
    assert "Se alteró el orden de despacho" in page
    assert "daño grave" in page
    assert f'name="version" value="{case.version + 1}"' in page
    assert untouched(case) == before
    again = case_by_reference(case.reference)
    assert sent(client, again, Step.EXTEND, {"reason": "lo que escribí"}).status_code == HTTPStatus.FOUND


@pytest.mark.parametrize("version", ["", "x", "-1", "99999999999999999999", "²"])
def test_a_form_without_a_version_that_is_one_is_shown_anew(version: str) -> None:
    client, case = signed_in(Role.SUPERVISOR), new_petition()
    before = untouched(case)
    answer = sent(client, case, Step.EXTEND, {"reason": WHY}, version=version)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert untouched(case) == before


def test_of_an_act_that_is_barred_meanwhile_the_article_is_told() -> None:
    client, case = signed_in(Role.INTAKE), new_petition()
    before = sent(client, case, Act.PREVENT, FILLED[Act.PREVENT].data())
    assert before.status_code == HTTPStatus.FOUND
    answer = sent(client, case, Act.PREVENT, FILLED[Act.PREVENT].data())
    assert (answer.status_code, "LFPA art. 17-A" in answer.content.decode()) == (HTTPStatus.CONFLICT, True)


def test_an_admission_without_an_agreement_is_refused_and_the_form_says_so_before() -> None:
    client, case = signed_in(Role.INTAKE), new_petition()
    assert "Aún no consta el acuerdo" in client.get(address(case, Act.ADMIT)).content.decode()
    before = untouched(case)
    answer = sent(client, case, Act.ADMIT, {})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "LFPA art. 3" in answer.content.decode()
    assert untouched(case) == before
    case = agree_to_admission(seen=seen(case), actor=registered(SUPERVISOR), at=noon(today()))
    assert "Consta el acuerdo" in client.get(address(case, Act.ADMIT)).content.decode()


FAULTS = [
    pytest.param(Act.PREVENT, {"cure_days": "4"}, "id_cure_days", id="a cure term that is too short"),
    pytest.param(Act.PREVENT, {"cure_days": "x"}, "id_cure_days", id="days that are no number"),
    pytest.param(Act.PREVENT, {"notified_on": "2024-01-01"}, "id_notified_on", id="a notice before the petition"),
    pytest.param(Act.PREVENT, {"notified_on": "ayer"}, "id_notified_on", id="a day that is none"),
    pytest.param(Act.DISMISS, {"ground": ""}, "id_ground", id="no ground"),
    pytest.param(Act.OPEN_PLEADINGS, {"days": "11"}, "id_days", id="pleadings that are too long"),
    pytest.param(Act.OPEN_PLEADINGS, {"notified_on": "2100-01-01"}, "id_notified_on", id="a day to come"),
    pytest.param(Step.ASSIGN, {"assignee": ""}, "id_assignee", id="nobody"),
    pytest.param(Step.ASSIGN, {"assignee": "x"}, "id_assignee", id="no account"),
    pytest.param(Step.NAME_PETITIONER, {"petitioner": "otra@ejemplo.mx"}, "id_petitioner", id="an unknown address"),
    pytest.param(Step.NAME_PETITIONER, {"petitioner": "otra"}, "id_petitioner", id="no address"),
    pytest.param(Step.JOIN, {"lead": "0000-0000-0000"}, "id_lead", id="a leading case that is none"),
    pytest.param(Step.SUSPEND, {"from_on": "2000-01-01"}, "id_from_on", id="a suspension before the case"),
    pytest.param(Step.RESUME, {"until_on": "2000-01-01"}, "id_until_on", id="a resumption before the suspension"),
    pytest.param(Step.START_TERM, {"days": ""}, "id_days", id="evidence without days"),
    pytest.param(Step.START_TERM, {"days": "16"}, "id_days", id="evidence for too long"),
    pytest.param(Step.START_TERM, {"kind": "IMPORTER_ANSWER", "days": "5"}, "id_days", id="days the law fixes"),
    pytest.param(Step.START_TERM, {"kind": "PLEADINGS"}, "id_kind", id="a term that runs with its act"),
    pytest.param(Step.START_TERM, {"notified_on": "2000-01-01"}, "id_notified_on", id="a term before the case"),
    pytest.param(Step.MEET_TERM, {"number": ""}, "id_number", id="no term"),
    pytest.param(Step.MEET_TERM, {"number": "2"}, "id_number", id="a term that is none"),
    pytest.param(Step.MEET_TERM, {"met_on": "2000-01-01"}, "id_met_on", id="met before it began"),
    pytest.param(Step.ADD_DOCUMENT, {"file": ""}, "id_file", id="no document"),
    pytest.param(Step.CLASSIFY_DOCUMENT, {"number": "7"}, "id_number", id="a document that is none"),
    pytest.param(Step.CLASSIFY_DOCUMENT, {"basis": ""}, "id_basis", id="no article"),
    pytest.param(Step.CLASSIFY_DOCUMENT, {"until": ""}, "id_until", id="a reserve without end"),
    pytest.param(Step.CLASSIFY_DOCUMENT, {"level": "PUBLIC"}, "id_until", id="an end of what is public"),
]


@pytest.mark.parametrize(("what", "wrong", "field"), FAULTS)
def test_a_fault_is_told_at_its_field_and_nothing_is_lost_or_done(
    what: Act | Step, wrong: Mapping[str, object], field: str
) -> None:
    filled: Filled = FILLED[what]
    case, data = filled.case(), {**filled.data(), **wrong}
    client = client_of(filled.role)
    before = untouched(case)
    answer = sent(client, case, what, data)
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'href="#{field}"' in page
    assert WHY in page or "reason" not in data
    assert untouched(case) == before


def test_what_the_facts_of_a_case_bar_is_told_above_the_form() -> None:
    client, case = signed_in(Role.SUPERVISOR), own_motion_case()
    before = untouched(case)
    answer = sent(client, case, Step.JOIN, {"lead": case.reference, "reason": WHY})
    page = answer.content.decode()
    assert (answer.status_code, "LFPA art. 45" in page, WHY in page) == (HTTPStatus.CONFLICT, True, True)
    assert untouched(case) == before


def test_a_document_that_came_with_a_refused_form_need_not_be_sent_again() -> None:
    client, case = signed_in(Role.INTAKE), new_petition()
    stale = case.version
    case = prioritise_case(seen=seen(case), reason=WHY, actor=SUPERVISOR, at=noon(today()))
    answer = sent(client, case, Step.ADD_DOCUMENT, {"file": file()}, version=stale)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Anexo 1.pdf" in answer.content.decode()
    token = answer.context["form"].kept.token
    assert sent(client, case, Step.ADD_DOCUMENT, {"kept": token}).status_code == HTTPStatus.FOUND
    row = case.documents.get()
    assert (row.name, row.classification, Document.objects.count()) == ("Anexo 1.pdf", "CONFIDENTIAL", 1)


def test_the_file_that_another_has_sent_is_not_taken() -> None:
    case = new_petition()
    answer = sent(signed_in(Role.INTAKE), case, Step.ADD_DOCUMENT, {"file": file()}, version=0)
    token = answer.context["form"].kept.token
    taken = sent(signed_in(Role.NOTIFIER), case, Step.ADD_DOCUMENT, {"kept": token})
    assert taken.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not case.documents.exists()


def test_the_page_speaks_english_to_who_reads_it() -> None:
    client = signed_in(Role.INTAKE)
    page = client.get(address(new_petition(), Act.PREVENT), headers={"accept-language": "en"}).content.decode()
    for words in ("<h1>Prevent</h1>", "Day on which the notice took effect", "LFPA art. 17-A", "received → prevented"):
        assert words in page


def test_a_name_in_any_script_and_markup_in_it_are_shown_as_they_are() -> None:
    case = heard_case()
    Case.objects.filter(pk=case.pk).update(source_text="<script>alert(1)</script> 新疆棉花")
    page = signed_in(Role.INVESTIGATOR).get(address(case, Act.OPEN_PLEADINGS)).content.decode()
    assert "<script>alert" not in page
    assert "新疆棉花" in page


def test_a_petitioner_is_told_of_others_only_what_is_for_parties() -> None:
    client, case = client_of(Role.PETITIONER), new_petition()
    prioritise_case(seen=seen(case), reason="daño grave", actor=SUPERVISOR, at=noon(today()))
    answer = sent(client, case, Act.WITHDRAW, {})
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "daño grave" not in page
    assert "orden de despacho" not in page
    assert "Qué pasó mientras tanto" not in page


def test_a_petitioner_is_told_what_was_done_meanwhile_and_not_by_whom() -> None:
    client, case = client_of(Role.PETITIONER), new_petition()
    stale, official = case.version, account_with(Role.SUPERVISOR)
    actor = official.as_actor("web")
    case = extend_term(seen=seen(case), reason="complejidad", actor=actor, at=noon(today()))
    for one in (prioritise_case, restore_order) * 3:
        case = one(seen=seen(case), reason="daño grave", actor=actor, at=noon(today()))
    page = sent(client, case, Act.WITHDRAW, {}, version=stale).content.decode()
    assert "Motivo: complejidad" in page
    assert official.email not in page
    assert "daño grave" not in page
