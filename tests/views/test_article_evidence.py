"""Marked words linked to a claim."""

import re
from datetime import date

import pytest

from claims.models import Link, Passage, Source
from claims.services.attribution import Attribution
from claims.services.roles import ANNOTATORS_ONLY
from claims.vocabulary import Basis, ClaimKind, Independence, Stance
from tests.factories import ARRIVED, FORETOLD, make_analyst, make_article, make_claim, make_link, make_user

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def analyst(client):
    person = make_analyst()
    client.force_login(person)
    return person


@pytest.fixture
def report():
    return make_article(f"{ARRIVED} on Wednesday. He met Qureshi.", published_on=date(2021, 11, 10))


def form(claim, **fields):
    return {
        "quote": ARRIVED,
        "near": "0",
        "claim": claim.number,
        "stance": Stance.SUPPORTS,
        "basis": Basis.OUTCOME,
        "independence": Independence.INDEPENDENT,
        "speaker_kind": "unattributed",
        "certainty": "uncommitted",
    } | fields  # fmt: skip


def ask(client, article, **query):
    return client.get(f"/articles/{article.pk}/evidence/", {"quote": ARRIVED, "near": "0"} | query, headers=HTMX)


def send(client, article, claim, **fields):
    return client.post(f"/articles/{article.pk}/evidence/", form(claim, **fields), headers=HTMX)


def test_the_form_asks_in_words_whether_the_report_is_independent_and_calls_no_choice_optional(
    client, analyst, report
):
    make_claim()

    page = ask(client, report).content.decode()

    legends = re.findall(r"<legend>(.*?)</legend>", page, re.DOTALL)
    assert "Independent of the other reports?" in legends
    assert not any("optional" in legend for legend in legends)


def test_who_says_the_words_is_read_from_the_text_and_shown_as_read(client, analyst):
    make_claim()
    article = make_article(f"Minister Ingrid Soll said that {ARRIVED} on Wednesday.")

    response = ask(client, article)

    initial = response.context["form"].initial
    assert (initial["speaker"], initial["speaker_kind"]) == ("Ingrid Soll", "named_person")
    assert "Read from the text: Ingrid Soll." in response.content.decode()


def test_one_form_asks_for_the_claim_and_for_what_the_words_do(client, analyst, report):
    claim = make_claim()

    response = ask(client, report, q="mutt isl")

    page = response.content.decode()
    assert f'name="claim" value="{claim.number}" checked' in page
    assert 'name="stance"' in page
    assert response.context["claim"] == claim


def test_claim_that_says_the_same_is_chosen_beforehand_with_the_reason(client, analyst):
    claim, other = make_claim(), make_claim(statement="The withdrawal will be completed by August 31")
    article = make_article("Muttaqi will visit Islamabad, officials said.", published_on=date(2021, 11, 8))

    response = ask(client, article, quote="Muttaqi will visit Islamabad")

    assert response.context["claim"] == claim
    assert "Says the same" in response.content.decode()
    assert f'value="{other.number}" checked' not in response.content.decode()


def test_what_cannot_be_chosen_is_disabled_with_the_reason_beside_it(client, analyst):
    claim = make_claim()
    early = make_article(f"{ARRIVED}, or will.", published_on=date(2021, 11, 1))

    page = ask(client, early, claim=claim.number).content.decode()

    [outcome] = re.findall(r'<input[^>]*value="outcome"[^>]*>', page)
    assert "disabled" in outcome
    assert "before 7 November 2021, so it can foretell the event but not report its outcome" in page
    assert "disabled" in re.findall(r'<input[^>]*value="asserts"[^>]*>', page)[0]
    assert "disabled" not in re.findall(r'<input[^>]*value="supports"[^>]*>', page)[0]


def test_what_was_presumed_of_another_claim_is_not_saved_unseen(client, analyst, report):
    shown, chosen = make_claim(), make_claim(statement="He met Qureshi")

    response = send(client, report, chosen, presumed_for=shown.number)

    assert response.status_code == 422
    assert f"You chose {chosen.label}: look at what is said of the link once more" in response.content.decode()
    assert chosen.links.count() == 1


def test_link_sent_twice_is_made_once_and_both_answers_lead_to_it(client, analyst, report):
    claim = make_claim()

    first, second = send(client, report, claim), send(client, report, claim)

    assert first.headers["HX-Redirect"] == second.headers["HX-Redirect"]
    assert claim.links.count() == 2


def test_independence_is_preselected_as_the_rule_presumes_it(client, analyst):
    wire = make_article(publisher="ANI")
    claim = make_claim(article=wire)
    copy = make_article(f"{FORETOLD}, said ANI.", published_on=date(2021, 11, 8), publisher="ANI")

    response = ask(client, copy, quote=FORETOLD, claim=claim.number)

    assert response.context["form"].initial["independence"] == Independence.SAME_ORIGIN
    assert "Both came through ANI" in response.content.decode()


def test_early_article_is_preselected_as_expectation_and_other_kinds_as_outcome(client, analyst, report):
    early = make_article(f"{ARRIVED}, or will.", published_on=date(2021, 11, 6))
    event = make_claim(kind=ClaimKind.EVENT, statement="Muttaqi visited Islamabad")

    foretold = ask(client, early, claim=make_claim().number).context["form"].initial["basis"]
    stated = ask(client, early, claim=event.number).context["form"].initial["basis"]

    assert (foretold, stated) == (Basis.EXPECTATION, Basis.OUTCOME)


def test_asking_records_no_source(client, analyst, report):
    claim = make_claim()
    before = Source.objects.count()

    ask(client, report, claim=claim.number)
    send(client, report, claim, stance=Stance.REFUTES, reason="", through="Unknown Wire ← Nobody Knows")

    assert Source.objects.count() == before


def test_link_is_made_and_the_answer_leads_to_its_mark(client, analyst, report):
    claim = make_claim()

    response = send(client, report, claim, credibility="2", occurred_on="2021-11-10", acknowledge="on")

    link = claim.links.get(stance=Stance.SUPPORTS)
    assert response.headers["HX-Redirect"] == f"/articles/{report.pk}/?link={link.pk}#passage-{link.passage_id}"
    assert (link.credibility, link.occurred_on, link.created_by) == (2, date(2021, 11, 10), analyst)


def test_link_without_htmx_is_made_too(client, analyst, report):
    claim = make_claim()

    response = client.post(f"/articles/{report.pk}/evidence/", form(claim))

    assert response.status_code == 302
    assert claim.links.count() == 2


def test_warning_is_shown_and_the_link_made_once_it_is_acknowledged(client, analyst, report):
    claim = make_claim()
    make_link(claim, article=report, quote="He met Qureshi")

    warned = send(client, report, claim)
    count = claim.links.count()
    send(client, report, claim, acknowledge="on")

    assert warned.status_code == 422
    assert "E5: this article already counts" in warned.content.decode()
    assert 'name="acknowledge"' in warned.content.decode()
    assert (count, claim.links.count()) == (2, 3)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"basis": ""}, "Say whether the passage foretells the event or reports its outcome."),
        ({"stance": "refutes"}, "Say in what the passage conflicts"),
        ({"independence": "same_origin"}, "Say what shows that both have the same origin."),
        ({"stance": "asserts"}, "Another article makes this claim already."),
        ({"stance": ""}, "This field is required."),
        ({"credibility": "7"}, "Select a valid choice."),
        ({"quote": "He flew"}, "do not stand in the newest version"),
    ],
)
def test_refusals_leave_nothing_behind(client, analyst, report, fields, sentence):
    claim = make_claim()

    response = send(client, report, claim, **fields)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert Link.objects.count() == Passage.objects.count() == 1


def test_all_that_is_missing_is_asked_for_at_once_each_at_its_field(client, analyst):
    claim, unsigned = make_claim(), make_article("Muttaqi will visit Islamabad, it said.", publisher="")

    refused = send(client, unsigned, claim, stance="refutes", basis="", independence="independent",
                   quote="Muttaqi will visit Islamabad")  # fmt: skip

    assert refused.status_code == 422
    assert set(refused.context["form"].errors) == {"basis", "reason", "origin"}


@pytest.mark.parametrize("number", ["", "x", "999999", "9" * 40])
def test_claim_that_nobody_knows_is_asked_for_again(client, analyst, report, number):
    response = client.post(f"/articles/{report.pk}/evidence/", form(make_claim()) | {"claim": number}, headers=HTMX)

    assert response.status_code == 422
    assert "Choose the claim first." in response.content.decode()
    assert not Passage.objects.filter(article=report).exists()


def test_article_cannot_support_the_claim_that_it_makes(client, analyst):
    article = make_article()
    claim = make_claim(article=article)

    response = send(client, article, claim, quote="Talks follow", basis=Basis.EXPECTATION)

    assert "E1: this article makes the claim" in response.content.decode()
    assert claim.links.count() == 1


def test_what_a_stance_has_no_use_for_is_left_out(client, analyst, report):
    claim = make_claim()

    send(client, report, claim, stance=Stance.CONTEXT, occurred_on="2021-11-10")

    link = claim.links.get(stance=Stance.CONTEXT)
    assert (link.basis, link.independence, link.occurred_on) == ("", "", None)


def test_attribution_is_kept(client, analyst, report):
    claim = make_claim(attribution=Attribution(through=("ANI",)))

    send(client, report, claim, speaker="Zakir Jalali", speaker_kind="named_person", through="AFP")

    passage = claim.links.get(stance=Stance.SUPPORTS).passage
    assert [step.source.name for step in passage.chain_steps.all()] == ["AFP", "Zakir Jalali"]
    assert passage.origin.name == "Zakir Jalali"


def test_person_without_role_is_refused(client, report):
    client.force_login(make_user())
    claim = make_claim()

    for response in (ask(client, report), send(client, report, claim)):
        assert response.status_code == 403
    assert ANNOTATORS_ONLY in client.get(f"/articles/{report.pk}/evidence/").content.decode()
    assert claim.links.count() == 1


def test_chosen_claim_is_shown_with_its_window_and_evidence_status(client, analyst, report):
    claim = make_claim()

    page = ask(client, report, claim=claim.number).content.decode()

    assert claim.statement in page
    assert f"Window of {claim.label}: 7–14 Nov 2021." in page
    assert "Single source" in page


def test_claim_that_the_address_names_stands_first_among_those_offered(client, analyst, report):
    make_claim()
    named = make_claim(statement="Prices doubled in Herat")

    offered = ask(client, report, claim=named.number).context["offered"]

    assert offered[0].claim == named
    assert len({each.claim for each in offered}) == len(offered)
