import pytest
from django.urls import reverse

from claims.models import Claim, Event
from claims.services import amending, claims, merging
from tests.factories import make_analyst, make_claim, make_link, make_proposal, make_reviewer, make_user

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert(1)</script> & \"quotes\" 'n' all"


@pytest.fixture
def alice(client):
    person = make_analyst("alice")
    client.force_login(person)
    return person


def address(claim):
    return reverse("claim-edit", args=[claim.number])


def typed(claim, **changes):
    """Everything that the form of `claim` holds, with `changes`."""
    claim.refresh_from_db()
    names = ("statement", "kind", "window_start", "window_end", "window_basis", "review_on", "criteria")
    held = {name: getattr(claim, name) or "" for name in names}
    held |= {"owner": claim.owner_id or "", "topics": ", ".join(topic.name for topic in claim.topics.all())}
    return held | {"lock_version": claim.lock_version, "reason": ""} | changes


def test_form_shows_what_is_stored(client, alice):
    claim = make_claim(by=alice, topic_names=["Diplomacy", "Visits"], criteria="The foreign office says so.")

    page = client.get(address(claim))

    assert page.status_code == 200
    assert page.context["form"]["topics"].value() == "Diplomacy, Visits"
    assert "The foreign office says so." in page.text
    assert 'value="2021-11-14"' in page.text


def test_people_who_may_own_it_stand_by_their_names(client, alice):
    claim = make_claim(by=alice)
    zoe, ben = make_user("aaa", "Analyst", first_name="Zoe"), make_user("zzz", "Analyst", first_name="Ben")

    owners = list(client.get(address(claim)).context["form"].fields["owner"].queryset)

    assert [one for one in owners if one in (alice, ben, zoe)] == [alice, ben, zoe]


def test_every_field_can_be_changed(client, alice):
    claim = make_claim(by=alice)
    bob = make_analyst("bob")
    new = {
        "statement": "Muttaqi will visit Kabul", "window_start": "2021-11-08", "window_end": "2021-11-20",
        "window_basis": "analyst", "review_on": "2021-12-01", "criteria": "He is seen there.", "owner": bob.pk,
        "topics": "Diplomacy, Kabul",
    }  # fmt: skip

    answer = client.post(address(claim), typed(claim, **new))

    assert answer.status_code == 302
    claim.refresh_from_db()
    assert (claim.statement, claim.owner, claim.criteria) == ("Muttaqi will visit Kabul", bob, "He is seen there.")
    assert (str(claim.window_start), str(claim.review_on)) == ("2021-11-08", "2021-12-01")
    assert [topic.name for topic in claim.topics.all()] == ["Diplomacy", "Kabul"]


def test_saving_what_was_there_is_refused(client, alice):
    claim = make_claim(by=alice)

    answer = client.post(address(claim), typed(claim))

    assert answer.status_code == 422
    assert "Nothing was changed." in answer.text


def test_window_turned_round_is_refused_and_stays_typed(client, alice):
    claim = make_claim(by=alice)

    answer = client.post(address(claim), typed(claim, window_start="2021-12-24", statement="Something else"))

    assert answer.status_code == 422
    assert "The window ends before it starts." in answer.text
    assert "Something else" in answer.text
    assert "2021-12-24" in answer.text
    assert Claim.objects.get().statement == "Muttaqi will visit Islamabad"


def test_form_says_beforehand_when_a_change_is_an_amendment(client, alice):
    claim = make_claim(by=alice)
    assert "amendment" not in client.get(address(claim)).text

    make_link(claim)

    assert "amendment" in client.get(address(claim)).text


def test_amendment_needs_a_reason_and_closes_proposals(client, alice):
    claim = make_claim(by=alice)
    make_link(claim)
    make_proposal(claim)

    refused = client.post(address(claim), typed(claim, statement="Muttaqi will go"))
    amended = client.post(address(claim), typed(claim, statement="Muttaqi will go", reason="It says no more."))

    assert refused.status_code == 422
    assert "say why it changes" in refused.text
    assert amended.status_code == 302
    claim.refresh_from_db()
    assert (claim.statement, claim.state) == ("Muttaqi will go", "open")


def test_stale_form_shows_both_versions_and_keeps_what_was_typed(client, alice):
    claim = make_claim(by=alice)
    mine = typed(claim, statement="Muttaqi will visit Kabul", criteria="My criteria")
    amending.edit(claim=claim, values={"statement": "Muttaqi will visit Doha"}, by=alice)

    answer = client.post(address(claim), mine)

    assert answer.status_code == 409
    assert "<ins>Kabul</ins>" in answer.text
    assert "<del>Doha</del>" in answer.text
    assert "My criteria" in answer.text
    assert answer.context["form"]["lock_version"].value() == str(mine["lock_version"])
    assert Claim.objects.get().statement == "Muttaqi will visit Doha"


def test_saving_over_the_stored_version_is_a_choice_of_its_own(client, alice):
    claim = make_claim(by=alice)
    mine = typed(claim, statement="Muttaqi will visit Kabul")
    amending.edit(claim=claim, values={"statement": "Muttaqi will visit Doha"}, by=alice)
    shown = client.post(address(claim), mine).context["claim"].lock_version

    again = client.post(address(claim), mine)
    over = client.post(address(claim), mine | {"over": shown})

    assert again.status_code == 409
    assert over.status_code == 302
    assert Claim.objects.get().statement == "Muttaqi will visit Kabul"


def test_saving_over_a_version_that_was_never_shown_is_refused(client, alice):
    claim = make_claim(by=alice)
    mine = typed(claim, statement="Muttaqi will visit Kabul")
    amending.edit(claim=claim, values={"statement": "Muttaqi will visit Doha"}, by=alice)
    shown = client.post(address(claim), mine).context["claim"].lock_version
    amending.edit(claim=claim, values={"statement": "Muttaqi will visit Moscow"}, by=alice)

    answer = client.post(address(claim), mine | {"over": shown})

    assert answer.status_code == 409
    assert "<del>Moscow</del>" in answer.text
    assert Claim.objects.get().statement == "Muttaqi will visit Moscow"


def test_hostile_text_is_escaped_in_both_versions(client, alice):
    claim = make_claim(by=alice)
    mine = typed(claim, statement=HOSTILE, criteria=HOSTILE)
    amending.edit(claim=claim, values={"statement": f"{HOSTILE} 2"}, by=alice)

    answer = client.post(address(claim), mine)

    assert answer.status_code == 409
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 40])
def test_form_without_a_version_is_refused(client, alice, number):
    claim = make_claim(by=alice)

    answer = client.post(address(claim), typed(claim, statement="Muttaqi will go", lock_version=number))

    assert answer.status_code == 422
    assert Claim.objects.get().statement == "Muttaqi will visit Islamabad"


def test_claim_that_was_merged_meanwhile_keeps_what_was_typed(client, alice):
    claim = make_claim(by=alice)
    mine = typed(claim, statement="My own words")
    merging.merge(claim=claim, into=make_claim(), reason="The same.", by=make_reviewer())

    answer = client.post(address(claim), mine)

    assert answer.status_code == 422
    assert "is merged and cannot be edited" in answer.text
    assert "My own words" in answer.text


def test_rejected_claim_cannot_be_edited(client, alice):
    claim = make_claim(by=alice, opened=False)
    claims.reject(claim=claim, reason="No claim.", by=alice)

    answer = client.get(address(claim))

    assert answer.status_code == 422
    assert "is rejected and cannot be edited" in answer.text


def test_reader_may_not_edit(client):
    claim = make_claim()
    client.force_login(make_user())
    events = Event.objects.count()

    for answer in (client.get(address(claim)), client.post(address(claim), typed(claim, statement="Mine"))):
        assert answer.status_code == 403
        assert "Only analysts and reviewers can do this." in answer.text
    assert Event.objects.count() == events


def test_owner_of_old_stays_when_that_person_may_annotate_no_more(client, alice):
    bob = make_analyst("bob")
    claim = make_claim(by=alice, owner=bob)
    bob.groups.clear()

    answer = client.post(address(claim), typed(claim, criteria="He is seen there."))

    assert answer.status_code == 302
    claim.refresh_from_db()
    assert claim.owner == bob


def loaded(form):
    """Return what a browser sends of a form as it was loaded."""
    fields = {field.html_name: field.value() for field in form}
    carried = {
        field.html_initial_name: form.data.get(field.html_initial_name, field.value())
        for field in form
        if field.field.show_hidden_initial
    }
    return {name: "" if value is None else value for name, value in (fields | carried).items()}


def test_saving_over_leaves_what_one_did_not_touch_as_others_made_it(client, alice):
    claim = make_claim(by=alice)
    mine = loaded(client.get(address(claim)).context["form"]) | {"statement": "Muttaqi will visit Kabul"}
    amending.edit(claim=claim, values={"criteria": "Seen at the airport"}, by=alice)

    stale = client.post(address(claim), mine)
    mine |= loaded(stale.context["form"]) | {"over": stale.context["claim"].lock_version}
    over = client.post(address(claim), mine)

    assert stale.status_code == 409
    assert [row.label for row in stale.context["rows"] if not row.same] == ["Statement", "What would settle it"]
    assert stale.context["form"]["criteria"].value() == "Seen at the airport"
    assert stale.context["form"]["statement"].value() == "Muttaqi will visit Kabul"
    assert over.status_code == 302
    claim.refresh_from_db()
    assert (claim.statement, claim.criteria) == ("Muttaqi will visit Kabul", "Seen at the airport")


def test_page_that_was_not_touched_changes_nothing(client, alice):
    claim = make_claim(by=alice, topic_names=["Diplomacy", "Visits"], criteria="Seen\r\nat the airport")

    answer = client.post(address(claim), loaded(client.get(address(claim)).context["form"]))

    assert answer.status_code == 422
    assert "Nothing was changed." in answer.text


def test_amendment_is_looked_at_before_it_is_made(client, alice):
    claim = make_claim(by=alice)
    make_link(claim), make_proposal(claim)
    sent = typed(claim, window_start="2021-11-12", preview="1")

    answer = client.post(address(claim), sent)

    assert answer.status_code == 200
    assert "1 live proposal will be closed" in answer.text
    assert "<b>Single source</b>" in answer.text
    assert 'value="2021-11-12"' in answer.text
    claim.refresh_from_db()
    assert (str(claim.window_start), claim.state) == ("2021-11-07", "proposed")


def test_change_of_nothing_that_counts_is_foretold_as_no_change(client, alice):
    claim = make_claim(by=alice)
    make_link(claim), make_proposal(claim)

    page = client.post(address(claim), typed(claim, review_on="2022-01-01", preview="1")).text

    assert "Its figures stay as they are." in page
    assert "will be closed" not in page
