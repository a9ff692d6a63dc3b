"""Claims that cannot both be true: said on a page, shown side by side, taken back."""

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from claims.models import ClaimSet, Link, Membership, Suggestion
from claims.services import assistant, claim_sets, links
from claims.vocabulary import Stance, Verdict
from tests.factories import (
    make_analyst,
    make_claim,
    make_claim_set,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
    make_user,
)

pytestmark = pytest.mark.django_db
SAID = {"reason": "He cannot be in both.", "name": "Where he is"}


@pytest.fixture
def alice(client):
    person = make_analyst("alice")
    client.force_login(person)
    return person


def exclude(client, claim, other, /, **said):
    return client.post(reverse("claim-exclude", args=[claim.number]), {"claim": other.number} | SAID | said)


def page_of(client, claim_set, **query):
    return client.get(reverse("claim-set-detail", args=[claim_set.pk]), query)


def in_order(text, *words):
    places = [text.index(word) for word in words]
    assert places == sorted(places)


# Said on the page of a claim --------------------------------------------------------------------------------------


def test_two_claims_become_a_set_and_the_page_of_the_set_answers(client, alice):
    claim, other = make_claim(), make_claim()

    answer = exclude(client, claim, other)

    claim_set = ClaimSet.objects.get()
    assert answer.url == claim_set.get_absolute_url()
    assert {member.claim for member in claim_set.memberships.all()} == {claim, other}


def test_set_without_a_name_is_called_by_its_claims(client, alice):
    claim, other = make_claim(), make_claim()

    exclude(client, claim, other, name="")

    assert ClaimSet.objects.get().name == f"{claim.label} or {other.label}"


def test_number_may_be_typed_instead_of_chosen(client, alice):
    claim, other = make_claim(), make_claim()

    exclude(client, claim, other, claim="", q=other.label)

    assert ClaimSet.objects.count() == 1


def test_chosen_claim_brings_its_sets_to_join(client, alice):
    claim_set, claim = make_claim_set(), make_claim()
    other = claim_set.memberships.first().claim

    answer = client.get(reverse("claim-exclude", args=[claim.number]), {"claim": other.number})

    assert f'value="{claim_set.pk}"' in answer.text
    assert "A set of these two" in answer.text


@pytest.mark.parametrize("of_claim", [True, False], ids=["the other joins", "the claim itself joins"])
def test_claim_joins_the_set_that_the_other_is_in(client, alice, of_claim):
    claim_set, new = make_claim_set(), make_claim()
    member = claim_set.memberships.first().claim
    claim, other = (member, new) if of_claim else (new, member)

    exclude(client, claim, other, to_set=claim_set.pk)

    assert claim_set.memberships.filter(claim=new).exists()
    assert ClaimSet.objects.count() == 1


def test_claim_does_not_join_a_set_that_the_other_has_left_meanwhile(client, alice):
    claim_set, claim = make_claim_set(), make_claim()
    member = claim_set.memberships.first()
    claim_sets.leave(membership=member, reason="He may.", by=alice)

    answer = exclude(client, claim, member.claim, to_set=claim_set.pk)

    assert answer.status_code == 422
    assert "Choose anew in which set." in answer.text
    assert not claim.memberships.exists()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"claim": ""}, "Choose a claim among those found"),
        ({"claim": 999}, "There is no claim C-999."),
        ({"reason": ""}, "This field is required."),
        ({"to_set": 999}, "Select a valid choice"),
    ],
)
def test_form_that_says_too_little_is_shown_again(client, alice, said, sentence):
    answer = exclude(client, make_claim(), make_claim(), **said)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert not ClaimSet.objects.exists()


def test_claim_does_not_exclude_itself(client, alice):
    claim = make_claim()

    answer = exclude(client, claim, claim)

    assert answer.status_code == 422
    assert "Choose a claim that cannot be true beside this one." in answer.text


def test_sent_twice_makes_one_set(client, alice):
    claim, other = make_claim(), make_claim()
    form = client.get(reverse("claim-exclude", args=[claim.number]))
    said = {"csrfmiddlewaretoken": form.context["csrf_token"], "claim": other.number} | SAID

    answers = [client.post(reverse("claim-exclude", args=[claim.number]), said) for _ in range(2)]

    assert {answer.url for answer in answers} == {ClaimSet.objects.get().get_absolute_url()}


def test_notice_after_saying_so_can_be_undone(client, alice):
    claim, other = make_claim(), make_claim()

    page = client.get(exclude(client, claim, other).url)

    undo = reverse("claim-set-undo", args=[Membership.objects.latest("pk").pk])
    assert f'action="{undo}"' in page.text
    assert client.post(undo).status_code == 302
    assert not Membership.objects.live().exists()


def test_page_of_the_claim_names_what_cannot_be_true_beside_it(client, alice):
    claim, other = make_claim(), make_claim(statement="Muttaqi will stay in Kabul")
    make_claim_set(claim, other)

    page = client.get(claim.get_absolute_url())

    assert f'Cannot be true beside <a href="{other.get_absolute_url()}">{other}</a>' in page.text


def test_page_of_the_claim_says_nothing_of_sets_made_later(client, alice):
    with time_machine.travel("2021-11-20T09:00:00Z"):
        claim = make_claim()
    make_claim_set(claim, make_claim())

    page = client.get(claim.get_absolute_url(), {"recorded_by": "2021-11-21T09:00"})

    assert "This is not now." in page.text
    assert "Cannot be true beside" not in page.text


def test_contradiction_stands_on_the_set_and_on_both_claims(client, alice):
    claim, other = make_claim(), make_claim()
    claim_set = make_claim_set(claim, other)
    make_link(claim)
    make_link(other)

    pages = [client.get(one.get_absolute_url()).text for one in (claim_set, claim, other)]

    assert all("are both reported to have happened, and at most one of them can be true." in page for page in pages)


# The set and the matrix -------------------------------------------------------------------------------------------


def test_set_shows_what_tells_its_claims_apart_first(client, alice):
    claim, other = make_claim(), make_claim(statement="Muttaqi will stay in Kabul")
    link = make_link(claim)
    make_link(other, article=link.passage.article, stance=Stance.REFUTES)

    page = page_of(client, make_claim_set(claim, other))

    in_order(page.text, "Tells them apart", "Weighs nothing")
    assert 'data-sign="-1"' in page.text


def test_set_shows_why_and_by_whom(client, alice):
    page = page_of(client, make_claim_set(by=alice))

    assert "He is in one place." in page.text
    assert "Put on record by alice" in page.text


def test_set_as_of_a_day_leaves_out_what_was_published_later(client, alice):
    claim, other = make_claim(), make_claim()
    claim_set = make_claim_set(claim, other)
    link = make_link(claim)

    page = page_of(client, claim_set, as_of="2021-11-09")

    assert link.passage.exact not in page.text
    assert "1 passage published after 9 November 2021 is left out." in page.text
    assert reverse("claim-set-join", args=[claim_set.pk]) not in page.text


def test_ways_on_from_a_set_as_of_a_day_keep_the_day(client, alice):
    claim_set = make_claim_set()
    claim = claim_set.memberships.first().claim
    link = make_link(claim)

    page = page_of(client, claim_set, as_of="2021-11-12")
    now = page_of(client, claim_set)

    assert f'href="{claim.get_absolute_url()}?as_of=2021-11-12#link-{link.pk}"' in page.text
    assert f'href="{claim.get_absolute_url()}"' not in page.text
    assert f'href="{claim.get_absolute_url()}"' in now.text


def test_set_before_it_was_made_says_so(client, alice):
    page = page_of(client, make_claim_set(), recorded_by="2021-11-09")

    assert "“Where Muttaqi is” was first recorded on" in page.text


def test_set_with_one_claim_left_excludes_nothing(client, alice):
    claim_set = make_claim_set()
    claim_sets.leave(membership=claim_set.memberships.first(), reason="He flew.", by=alice)

    page = page_of(client, claim_set)

    assert "is left, so nothing is excluded any more." in page.text
    assert "<q>He flew.</q>" in page.text


def test_reader_is_offered_no_change_of_a_set(client):
    client.force_login(make_user())
    claim_set = make_claim_set()

    page = page_of(client, claim_set)

    assert reverse("claim-set-join", args=[claim_set.pk]) not in page.text
    assert reverse("claim-set-leave", args=[claim_set.memberships.first().pk]) not in page.text


def test_list_names_each_set_with_its_claims(client, alice):
    first, second = make_claim_set(), make_claim_set()

    page = client.get(reverse("claim-set-list"))

    in_order(page.text, second.get_absolute_url(), first.get_absolute_url())
    assert second.memberships.first().claim.get_absolute_url() in page.text


def test_list_leaves_out_sets_that_fell_apart_and_leads_to_them(client, alice):
    standing, fallen = make_claim_set(), make_claim_set()
    claim_sets.leave(membership=fallen.memberships.first(), reason="He flew.", by=alice)

    pages = [client.get(reverse("claim-set-list"), query).text for query in ({}, {"apart": "1"})]

    assert [standing.get_absolute_url() in page for page in pages] == [True, False]
    assert [fallen.get_absolute_url() in page for page in pages] == [False, True]
    assert "1 set fell apart" in pages[0]


def test_list_of_sets_asks_no_more_for_more(client, alice, django_assert_max_num_queries):
    make_claim_set()
    with django_assert_max_num_queries(60) as few:
        client.get(reverse("claim-set-list"))
    for _ in range(3):
        make_claim_set()

    with django_assert_max_num_queries(len(few)):
        client.get(reverse("claim-set-list"))


def test_any_claims_stand_side_by_side(client, alice):
    claim, other = make_claim(), make_claim(statement="Muttaqi will stay in Kabul")
    link = make_link(claim)

    page = client.get(reverse("claim-matrix"), {"claim": [claim.number, other.number]})

    in_order(page.text, claim.statement, other.statement, link.passage.exact)


def test_another_claim_is_set_beside_by_its_number(client, alice):
    claim, other = make_claim(), make_claim()

    page = client.get(reverse("claim-matrix"), {"claim": claim.number, "q": other.label})

    assert [column.claim for column in page.context["matrix"].columns] == [claim, other]


def test_words_find_claims_without_scripts(client, alice):
    claim, other = make_claim(), make_claim(statement="Qureshi will stay in Kabul")

    page = client.get(reverse("claim-matrix"), {"claim": claim.number, "q": "Qureshi Kabul"})

    assert f'name="claim" value="{other.number}"' in page.text


def test_matrix_says_what_it_leaves_out(client, alice):
    claims = [make_claim() for _ in range(9)]

    full = client.get(reverse("claim-matrix"), {"claim": [one.number for one in claims]})
    unknown = client.get(reverse("claim-matrix"), {"claim": [claims[0].number, 999]})
    late = client.get(reverse("claim-matrix"), {"claim": [claims[0].number], "recorded_by": "2021-11-09"})

    assert "At most 8 claims stand side by side" in full.text
    assert len(full.context["matrix"].columns) == 8
    assert "There is no claim C-999." in unknown.text
    assert f"{claims[0].label} was not on record yet." in late.text


def test_matrix_keeps_its_claims_when_it_goes_back_in_time(client, alice):
    claim, other = make_claim(), make_claim()

    page = client.get(reverse("claim-matrix"), {"claim": [claim.number, other.number], "as_of": "2021-11-09"})

    assert page.text.count(f'type="hidden" name="claim" value="{claim.number}"') == 2
    assert 'type="hidden" name="as_of" value="2021-11-09"' in page.text


# Changed ----------------------------------------------------------------------------------------------------------


def test_set_is_worded_anew(client, alice):
    claim_set = make_claim_set()

    client.post(
        edit_url(claim_set), {"name": "In Kabul?", "reason": "One place.", "seen": seen_on(client, claim_set)}
    )

    claim_set.refresh_from_db()
    assert (claim_set.name, claim_set.reason) == ("In Kabul?", "One place.")


def edit_url(claim_set):
    return reverse("claim-set-edit", args=[claim_set.pk])


def seen_on(client, claim_set):
    """Return what the page with the words of the set carries."""
    return client.get(edit_url(claim_set)).context["form"]["seen"].value()


def test_set_that_another_worded_meanwhile_is_shown_and_written_over_only_when_asked(client, alice):
    claim_set = make_claim_set()
    said = {"name": "In Kabul?", "reason": "One place.", "seen": seen_on(client, claim_set)}
    claim_sets.reword(claim_set=claim_set, name="Kabul or not", reason="He is one man.", by=make_analyst())

    answer = client.post(edit_url(claim_set), said)

    claim_set.refresh_from_db()
    assert (answer.status_code, claim_set.name) == (409, "Kabul or not")
    assert "He is one man." in answer.text
    client.post(edit_url(claim_set), said | {"over": answer.context["newest"]})
    claim_set.refresh_from_db()
    assert claim_set.name == "In Kabul?"


def test_claim_joins_and_leaves_with_a_reason(client, alice):
    claim_set, claim = make_claim_set(), make_claim()

    client.post(reverse("claim-set-join", args=[claim_set.pk]), {"claim": claim.number, "reason": "Nor there."})
    joined = claim_set.memberships.get(claim=claim)
    client.post(reverse("claim-set-leave", args=[joined.pk]), {"reason": "A day later."})

    joined.refresh_from_db()
    assert (joined.reason, joined.left_by, joined.left_reason) == ("Nor there.", alice, "A day later.")


def test_claim_that_left_cannot_leave_again(client, alice):
    claim_set = make_claim_set()
    left = claim_sets.leave(membership=claim_set.memberships.first(), reason="He flew.", by=alice)

    answer = client.get(reverse("claim-set-leave", args=[left.pk]))

    assert answer.status_code == 422
    assert "left “Where Muttaqi is” already" in answer.text


def test_merge_is_previewed_with_the_set_that_the_claim_comes_to_stand_in(client):
    client.force_login(make_reviewer())
    member, other, into = make_claim(), make_claim(), make_claim()
    claim_set = make_claim_set(member, other)
    make_link(other)
    make_link(into)

    page = client.get(reverse("claim-merge", args=[member.number]), {"claim": into.number})

    in_order(page.text, "What will happen", "It stands in", claim_set.get_absolute_url(), "<b>Contradiction</b>")


def test_edit_is_previewed_with_the_decision_that_rests_on_what_is_reported_of_the_claim(client, alice):
    claim, other = make_claim(), make_claim(by=alice)
    make_claim_set(claim, other)
    make_decision(claim, verdict=Verdict.REFUTED, relied_on=[make_link(other, by=alice)])
    url = reverse("claim-edit", args=[other.number])
    form = client.get(url).context["form"]
    shown = {name: form[name].value() or "" for name in form.fields}

    page = client.post(url, shown | {"statement": "Muttaqi will call", "preview": "1"})

    assert f"The decision on {claim.label} stays on record and will need re-review." in page.text


# Refuted by an alternative ----------------------------------------------------------------------------------------


def test_offer_on_the_page_of_the_claim_is_accepted_as_it_is(client, alice):
    claim, other = make_claim(statement="Muttaqi will stay in Kabul"), make_claim()
    make_claim_set(claim, other)
    make_link(other)
    assistant.work_off()
    offer = Suggestion.objects.get(claim=claim, rule="alternative-1")

    page = client.get(claim.get_absolute_url())
    client.post(reverse("suggestion-accept", args=[offer.pk]), {"shown": shown_in(page, offer)})

    assert offer.reasons[0] in page.text
    assert Link.objects.get(claim=claim, stance=Stance.REFUTES).reason == offer.reasons[0]


def test_queue_says_that_the_offer_is_linked_as_independent(client, alice):
    claim, other = make_claim(statement="Muttaqi will stay in Kabul"), make_claim()
    make_claim_set(claim, other)
    make_link(other)
    assistant.work_off()

    page = client.get(Suggestion.objects.get(claim=claim, rule="alternative-1").get_absolute_url())

    assert "It is linked as <b>independent</b>, as somebody found of the alternative." in page.text
    assert "Presumed independence" not in page.text


def shown_in(page, offer):
    rows = [row for _, rows in page.context["candidate_groups"] for row in rows]
    return next(row["fingerprint"] for row in rows if row["candidate"].offer.suggestion == offer)


def test_form_of_a_verdict_has_what_is_reported_of_an_alternative_apart(client, alice):
    claim, other = make_claim(), make_claim(statement="Muttaqi will stay in Kabul")
    make_claim_set(claim, other)
    link = make_link(other)

    page = client.get(reverse("claim-propose", args=[claim.number]))

    in_order(page.text, "Reported of an alternative", f'name="relied_on" value="{link.pk}"', str(other))


def test_verdict_that_rests_on_an_alternative_is_proposed(client, alice):
    claim, other = make_claim(), make_claim()
    make_claim_set(claim, other)
    link = make_link(other)
    page = client.get(reverse("claim-propose", args=[claim.number]))

    answer = client.post(
        reverse("claim-propose", args=[claim.number]),
        {
            "verdict": Verdict.REFUTED,
            "confidence": "high",
            "rationale": "He was seen elsewhere.",
            "as_of": timezone.localdate().isoformat(),
            "relied_on": [link.pk],
            "seen": page.context["form"]["seen"].value(),
        },
    )

    assert answer.status_code == 302
    assert list(claim.assessments.get().relied_on.all()) == [link]


def test_assessment_names_the_alternative_whose_link_it_relies_on(client, alice):
    claim, other = make_claim(), make_claim()
    make_claim_set(claim, other)
    link = make_link(other)
    make_proposal(claim, verdict=Verdict.REFUTED, relied_on=[link])

    page = client.get(claim.get_absolute_url())

    assert f"Reported of {other.label}, which cannot be true as well" in page.text
    assert f'href="{other.get_absolute_url()}#link-{link.pk}"' in page.text


def test_log_of_the_claim_says_why_its_decision_is_flagged(client, alice):
    claim, other = make_claim(), make_claim()
    make_claim_set(claim, other)
    link = make_link(other)
    make_decision(claim, verdict=Verdict.REFUTED, relied_on=[link])

    links.withdraw(link=link, reason="Another man.", by=alice)

    page = client.get(claim.get_absolute_url())
    assert "shook the decision on this claim" in page.text
    assert f"The link to {other.label} on which the decision rests was withdrawn: Another man." in page.text
    assert "Needs re-review" in page.text
