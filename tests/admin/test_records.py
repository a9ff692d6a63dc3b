import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.admin import admin_site
from claims.models import ClaimFigures, Event, SavedFilter, Sentence, Suggestion, User
from claims.reports.scope import Scope
from claims.services import comments, editions, proposal_requests
from claims.services.searches import log_null_search
from claims.services.sources import add_alias
from claims.vocabulary import Verdict
from tests.factories import (
    make_administrator,
    make_analyst,
    make_article,
    make_claim,
    make_claim_set,
    make_link,
    make_proposal,
    make_reschedule,
    make_reviewer,
)

pytestmark = pytest.mark.django_db
MODELS = sorted((model for model in admin_site._registry), key=lambda model: model.__name__)
WRITABLE = {User}
# Parts of other records, what only its owner sees, what is rebuilt from the rest, and what lasts for a minute.
LEFT_OUT = {"Anchor", "ArticleCopy", "AssistantRun", "ChainStep", "Fingerprint"}
LEFT_OUT |= {"InboxMark", "Mention", "Presence", "Thread"}
LEFT_OUT |= {ClaimFigures.__name__, SavedFilter.__name__, Sentence.__name__}


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def fill():
    reviewer = make_reviewer()
    claim = make_claim(topic_names=[f"Topic {reviewer.pk}"])
    make_link(claim)
    proposal = make_proposal(claim, verdict=Verdict.CONFIRMED)
    log_null_search(claim=claim, searched="Dawn", up_to=timezone.localdate(), by=proposal.author)
    comments.make(claim=claim, body="One origin?", by=reviewer)
    claim.refresh_from_db()
    proposal_requests.ask(claim=claim, note="One more, please.", by=reviewer)
    with override_settings(FACTCHECK_BLIND_PROPOSALS=True):
        make_proposal(make_claim(), verdict=Verdict.MOOT)
    make_claim_set(claim, make_claim())
    make_reschedule(make_claim())
    editions.freeze(title="Week 45", code="R1", scope=Scope(), by=reviewer)
    article = make_article()
    add_alias(source=article.outlet, surface="The paper", by=reviewer)
    Suggestion.objects.create(
        kind="claim",
        version=article.newest_version(),
        start=0,
        end=5,
        rule="cue",
        score=0.5,
        created_at=timezone.now(),
    )


def test_every_record_is_in_the_admin():
    ours = {model.__name__ for model in apps.get_app_config("claims").get_models()}

    assert ours - {model.__name__ for model in MODELS} == LEFT_OUT
    assert Group in MODELS


@pytest.mark.parametrize("model", MODELS)
def test_every_list_and_record_can_be_searched_and_read(client, model):
    fill()
    client.force_login(make_administrator())
    row = model._default_manager.first()

    listed = client.get(address(model, "changelist"))
    found = client.get(address(model, "changelist"), {"q": "C-1 Dawn"})
    read = client.get(address(model, "change", row.pk))

    assert [answer.status_code for answer in (listed, found, read)] == [200] * 3
    assert admin_site._registry[model].search_fields


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("make", [make_reviewer, make_administrator])
def test_nothing_can_be_deleted_and_only_people_can_be_added(client, model, make):
    fill()
    user = make()
    client.force_login(user)
    row = model._default_manager.first()

    answers = {
        "add": client.post(address(model, "add"), {}).status_code,
        "delete": client.post(address(model, "delete", row.pk), {"post": "yes"}).status_code,
    }
    client.post(
        address(model, "changelist"), {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    )

    may_add = model in WRITABLE and user.is_superuser
    assert answers == {"add": 200 if may_add else 403, "delete": 403}
    assert model._default_manager.filter(pk=row.pk).exists()


@pytest.mark.parametrize("model", [model for model in MODELS if model not in WRITABLE and model.__name__ != "Source"])
def test_records_cannot_be_changed(client, model):
    fill()
    client.force_login(make_administrator())
    row = model._default_manager.first()
    before = model._default_manager.filter(pk=row.pk).values().get()

    answer = client.post(
        address(model, "change", row.pk), {"statement": "Nothing happened", "reason": "x", "name": "x"}
    )

    assert answer.status_code == 403
    assert model._default_manager.filter(pk=row.pk).values().get() == before


@pytest.mark.parametrize("model", MODELS)
def test_queries_of_a_list_do_not_grow_with_its_rows(client, model):
    client.force_login(make_administrator())
    fill()
    few = _queries(client, model)

    for _ in range(2):
        fill()

    assert _queries(client, model) <= few
    assert few <= 10


def _queries(client, model):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address(model, "changelist")).status_code == 200
    return len(queries)


@pytest.mark.parametrize("model", [User, Group])
def test_reviewers_do_not_see_people(client, model):
    client.force_login(make_reviewer())

    assert client.get(address(model, "changelist")).status_code == 403


def test_the_history_of_a_record_is_the_log(client):
    claim = make_claim()
    client.force_login(make_reviewer())

    answer = client.get(address(type(claim), "history", claim.pk), follow=True)

    events = Event.objects.filter(noun="claim", object_id=claim.pk)
    assert answer.context["cl"].result_count == events.count() > 0


def test_articles_are_found_by_their_text(client):
    make_article("The minister spoke of pomegranates. Talks follow.")
    make_article()
    client.force_login(make_reviewer())

    page = client.get("/admin/claims/article/", {"q": "pomegranates"})

    assert page.context["cl"].result_count == 1


def test_records_lead_to_the_page_of_the_app(client):
    claim = make_claim(by=make_analyst())
    client.force_login(make_reviewer())

    page = client.get(address(type(claim), "change", claim.pk)).content.decode()

    assert f'href="{claim.get_absolute_url()}"' in page


def test_times_are_written_as_on_the_desk(client):
    claim = make_claim()
    client.force_login(make_administrator())

    page = client.get(f"/admin/claims/claim/{claim.pk}/change/").content.decode()

    assert f"{timezone.localtime(claim.created_at):%H:%M}" in page
    assert "p.m." not in page
    assert "a.m." not in page
