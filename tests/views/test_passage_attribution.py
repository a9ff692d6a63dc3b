"""Who says stored words, said anew."""

import pytest

from claims.services.attribution import Attribution
from tests.factories import make_analyst, make_claim, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def passage():
    said = Attribution(speaker="Qureshi", speaker_kind="named_person", through=("ANI", "Geo"), polarity="negative")
    return make_claim(attribution=said).links.get().passage


def form(**fields):
    said = {"speaker": "Qureshi", "speaker_kind": "named_person", "through": "ANI ← Geo", "certainty": "uncommitted"}
    return said | {"reason": "The article says so."} | fields


def test_form_shows_what_is_stored(client, passage):
    client.force_login(make_analyst())

    initial = client.get(f"/passages/{passage.pk}/attribution/").context["form"].initial

    assert (initial["speaker"], initial["through"], initial["origin"]) == ("Qureshi", "ANI ← Geo", "")


def test_attribution_changes_and_what_the_form_does_not_hold_stays(client, passage):
    client.force_login(make_analyst())

    response = client.post(
        f"/passages/{passage.pk}/attribution/", form(speaker="two officials", speaker_kind="anonymous")
    )

    passage.refresh_from_db()
    assert response.url == f"/articles/{passage.article_id}/#passage-{passage.pk}"
    assert (passage.speaker, passage.origin.name, passage.polarity) == ("two officials", "Geo", "negative")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"reason": " ", "speaker": "Atmar"}, "Say why the attribution changes."),
        ({}, "Nothing was changed."),
        ({"through": "x" * 201}, "A name has at most 200 characters."),
    ],
)
def test_refusals_change_nothing(client, passage, fields, sentence):
    client.force_login(make_analyst())

    response = client.post(f"/passages/{passage.pk}/attribution/", form(**fields))

    assert response.status_code == 422
    assert sentence in response.content.decode()
    passage.refresh_from_db()
    assert passage.speaker == "Qureshi"


def test_person_without_role_is_refused(client, passage):
    client.force_login(make_user())

    assert client.get(f"/passages/{passage.pk}/attribution/").status_code == 403
    assert client.post(f"/passages/{passage.pk}/attribution/", form(speaker="Atmar")).status_code == 403
