"""A forecast gets a new date: from words, from a claim that stands already, withdrawn, and where it shows."""

from datetime import date

import pytest
from django.utils.html import escape

from claims.models import Link, Reschedule
from claims.services import reschedules
from claims.vocabulary import Stance, WindowBasis
from tests.factories import make_analyst, make_article, make_claim, make_link, make_reschedule, make_user

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
WORDS = "The visit was moved to 17 November 2021"
NEW = {"window_start": date(2021, 11, 17), "window_end": date(2021, 11, 17), "window_basis": WindowBasis.STATED}


@pytest.fixture
def alice(client):
    person = make_analyst("alice")
    client.force_login(person)
    return person


@pytest.fixture
def claim(alice):
    return make_claim(by=alice, topic_names=["Visits"], criteria="A report of the arrival.")


@pytest.fixture
def article():
    return make_article(f"{WORDS}, he said. Talks follow.", published_on=date(2021, 11, 8))


def words(claim, **fields):
    return {"quote": WORDS, "near": "0", "claim": claim.number} | fields


def filled(claim, **fields):
    return words(
        claim,
        statement=claim.statement,
        window_start="2021-11-17",
        window_end="2021-11-17",
        window_basis="stated",
        speaker_kind="unattributed",
        certainty="uncommitted",
        topics="Visits",
    ) | fields  # fmt: skip


def ask(client, article, claim, **query):
    return client.get(f"/articles/{article.pk}/new-date/", words(claim, **query))


def send(client, article, claim, **fields):
    return client.post(f"/articles/{article.pk}/new-date/", filled(claim, **fields))


# From words --------------------------------------------------------------------------------------------------------


def test_form_holds_the_claim_of_old_with_the_day_that_the_words_name(client, claim, article):
    form = ask(client, article, claim).context["form"]

    assert form["statement"].value() == claim.statement
    assert (form["window_start"].value(), form["window_end"].value()) == (date(2021, 11, 17), date(2021, 11, 17))
    assert (form["topics"].value(), form["criteria"].value()) == ("Visits", "A report of the arrival.")


def test_form_says_from_which_words_the_day_was_read(client, claim, article):
    page = ask(client, article, claim).content.decode()

    assert "Read from “17 November 2021”" in page


def test_form_leaves_the_day_to_the_person_where_the_words_name_none(client, claim, article):
    page = ask(client, article, claim, quote="Talks follow", near="0")

    assert page.context["form"]["window_end"].value() is None
    assert "These words name no day that is new and to come" in page.content.decode()


def test_a_day_in_the_statement_of_old_is_written_anew(client, alice, article):
    claim = make_claim(by=alice, statement="The withdrawal will be completed by 14 November")

    form = ask(client, article, claim).context["form"]

    assert form["statement"].value() == "The withdrawal will be completed by 17 November 2021"


def test_words_that_are_a_passage_keep_who_says_them(client, claim, article):
    link = make_link(claim, article=article, quote=WORDS, stance=Stance.CONTEXT)

    send(client, article, claim)

    assert Reschedule.objects.get().passage == link.passage


def test_sending_makes_the_claim_and_leads_to_its_words(client, claim, article):
    answer = send(client, article, claim)

    row = Reschedule.objects.get()
    link = Link.objects.get(claim=row.later)
    assert (row.earlier, row.later.window_end) == (claim, date(2021, 11, 17))
    assert answer.headers["Location"] == f"/articles/{article.pk}/?link={link.pk}#passage-{link.passage_id}"


def test_where_the_claim_was_made_a_moment_ago_and_has_more_links_it_leads_to_its_words(
    client, claim, article, alice
):
    made = make_claim(by=alice, article=article, quote=WORDS, topic_names=["Visits"], **NEW)
    make_link(made, by=alice, stance=Stance.CONTEXT)

    answer = send(client, article, claim, owner=alice.pk)

    link = Link.objects.get(claim=made, stance=Stance.ASSERTS)
    assert Reschedule.objects.get().later == made
    assert answer.headers["Location"] == f"/articles/{article.pk}/?link={link.pk}#passage-{link.passage_id}"


def test_who_came_from_the_claim_is_led_back_to_its_dates(client, claim, article):
    answer = send(client, article, claim, next=f"/claims/{claim.number}/#dates")

    assert answer.headers["Location"] == f"/claims/{claim.number}/#dates"


def test_what_was_saved_is_told_with_the_offer_to_link_the_words_to_the_old_claim(client, claim, article):
    answer = client.post(f"/articles/{article.pk}/new-date/", filled(claim), follow=True)

    row = Reschedule.objects.get()
    page = answer.content.decode()
    assert f"{row.later.label} is the new date of {claim.label}: 17 Nov 2021." in page
    assert f'href="/reschedules/{row.pk}/old-date/"' in page


def test_a_refusal_stays_in_the_form(client, claim, article):
    answer = send(client, article, claim, window_start="2021-11-07", window_end="2021-11-14")

    assert answer.status_code == 422
    assert f"the window that {claim.label} has already" in answer.content.decode()
    assert not Reschedule.objects.exists()


def test_a_claim_with_a_new_date_goes_on_at_the_end_of_its_chain(client, claim, article):
    later = make_reschedule(claim, day=date(2021, 11, 16)).later

    answer = ask(client, article, claim)

    assert answer.context["claim"] == later
    assert f"{claim.label} has a new date already" in answer.content.decode()


def test_a_date_recorded_meanwhile_refuses_what_was_typed_and_keeps_it(client, claim, article):
    later = make_reschedule(claim, day=date(2021, 11, 16)).later

    answer = send(client, article, claim, statement="Muttaqi will go to Islamabad")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert f"Extend the chain at {later.label}" in page
    assert "Muttaqi will go to Islamabad" in page


def test_words_alone_do_not_say_which_forecast(client, alice, article):
    answer = client.get(f"/articles/{article.pk}/new-date/", {"quote": WORDS})

    assert answer.status_code == 422
    assert "which forecast gets the new date" in answer.content.decode()


def test_words_that_are_not_in_the_article_are_put_right_first(client, claim, article):
    answer = send(client, article, claim, quote="Nobody said this.")

    assert answer.status_code == 422
    assert not Reschedule.objects.exists()


def test_readers_see_no_form(client, article):
    client.force_login(make_user())

    assert ask(client, article, make_claim()).status_code == 403


# Which words --------------------------------------------------------------------------------------------------------


def choose(client, claim, **query):
    return client.get(f"/claims/{claim.number}/new-date/", query)


def test_linked_words_are_offered_those_that_name_a_day_first(client, claim, article):
    make_link(claim)
    make_link(claim, article=article, quote=WORDS, stance=Stance.CONTEXT)

    offered = choose(client, claim).context["offered"]

    assert [(one.quote, one.days) for one in offered] == [
        (WORDS, "17 Nov 2021"),
        ("Muttaqi arrived in Islamabad", ""),
    ]


def test_the_words_that_make_a_claim_are_not_offered_for_its_new_date(client, claim):
    assert choose(client, claim).context["offered"] == []


def test_offered_words_lead_to_the_form_and_back_to_the_dates(client, claim, article):
    link = make_link(claim, article=article, quote=WORDS, stance=Stance.CONTEXT)

    page = choose(client, claim).content.decode()

    wanted = (
        f"/articles/{article.pk}/new-date/?claim={claim.number}&quote=The+visit+was+moved+to+17+November+2021&near=0"
    )
    assert escape(f"{wanted}&passage={link.passage_id}&next=%2Fclaims%2F{claim.number}%2F%23dates") in page


def test_sentences_of_an_article_are_shown_to_choose_from(client, claim):
    report = make_article("Muttaqi will visit Islamabad on 17 November 2021. Talks follow.")

    page = choose(client, claim, article=report.pk)

    assert [one.quote for one in page.context["sentences"]] == ["Muttaqi will visit Islamabad on 17 November 2021."]


def test_an_article_that_is_not_known_is_said_to_be_so(client, claim):
    assert "No article, or more than one" in choose(client, claim, article="No such title").content.decode()


def test_a_claim_with_a_new_date_shows_the_refusal(client, claim):
    later = make_reschedule(claim).later

    answer = choose(client, claim)

    assert answer.status_code == 422
    assert f"Extend the chain at {later.label}" in answer.content.decode()


# Claims that stand already ------------------------------------------------------------------------------------------


def to(client, claim, /, **fields):
    return client.post(f"/claims/{claim.number}/new-date/claim/", fields)


def test_a_claim_that_stands_already_is_recorded_as_the_new_date(client, claim):
    later = make_claim(**NEW)

    answer = to(client, claim, q=later.label, reason="ANI says so.")

    row = Reschedule.objects.get()
    assert (row.earlier, row.later, row.reason) == (claim, later, "ANI says so.")
    assert answer.headers["Location"] == f"/claims/{claim.number}/#dates"


def test_the_words_of_the_chosen_claim_are_offered_its_own_first(client, claim):
    later = make_claim(**NEW)
    own = later.links.get().passage
    make_link(later, basis="expectation")

    page = client.get(f"/claims/{claim.number}/new-date/claim/", {"claim": later.number})

    field = page.context["form"]["passage"]
    assert field.value() == own.pk
    assert len(field.field.choices) == 3


def test_chosen_words_are_recorded(client, claim):
    later = make_claim(**NEW)
    own = later.links.get().passage

    to(client, claim, claim=later.number, passage=own.pk)

    assert Reschedule.objects.get().passage == own


def test_no_claim_chosen_is_refused(client, claim):
    answer = to(client, claim, reason="So.")

    assert answer.status_code == 422
    assert "Choose a claim among those found" in answer.content.decode()


def test_what_the_service_refuses_stays_in_the_form(client, claim):
    answer = to(client, claim, q=claim.label, reason="So it is.")

    assert answer.status_code == 422
    assert "cannot be its own new date" in answer.content.decode()
    assert "So it is." in answer.content.decode()


# Withdrawn, and offered ---------------------------------------------------------------------------------------------


def test_a_new_date_is_withdrawn_with_a_reason(client, claim):
    row = make_reschedule(claim)

    answer = client.post(f"/reschedules/{row.pk}/withdraw/", {"reason": "Another visit."})

    row.refresh_from_db()
    assert (row.is_live, row.withdrawn_reason) == (False, "Another visit.")
    assert answer.headers["Location"] == f"/claims/{claim.number}/"


def test_a_withdrawn_date_is_not_withdrawn_again(client, claim, alice):
    row = make_reschedule(claim)
    reschedules.withdraw(reschedule=row, reason="Another visit.", by=alice)

    answer = client.get(f"/reschedules/{row.pk}/withdraw/")

    assert answer.status_code == 422
    assert "was withdrawn already" in answer.content.decode()


def test_the_offer_leads_to_the_filled_form_of_a_conflict(client, claim):
    row = make_reschedule(claim)

    page = client.get(f"/reschedules/{row.pk}/old-date/", follow=True)

    form = page.context["form"]
    assert page.context["claim"] == claim
    assert (form["stance"].value(), form["basis"].value()) == ("refutes", "expectation")
    assert form["reason"].value() == "They give a new date: 17 Nov 2021."
    assert page.context["quote"] == row.passage.exact


def test_nothing_is_linked_to_the_old_claim_by_itself(client, claim):
    row = make_reschedule(claim)

    client.get(f"/reschedules/{row.pk}/old-date/", follow=True)

    assert Link.objects.filter(claim=claim).count() == 1


def test_without_words_there_is_nothing_to_offer(client, claim, alice):
    row = reschedules.record_reschedule(earlier=claim, later=make_claim(**NEW), reason="So.", by=alice)

    assert client.get(f"/reschedules/{row.pk}/old-date/").status_code == 404
