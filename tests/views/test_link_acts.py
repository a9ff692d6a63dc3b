from datetime import date

import pytest
from django.urls import reverse

from claims.models import Anchor, Event, Link, Passage, Source
from claims.services import articles, links, merging
from tests.factories import (
    ARRIVED,
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_link,
    make_reviewer,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
ARRIVAL = f"{ARRIVED} on Wednesday. He met Qureshi."


@pytest.fixture
def alice(client):
    person = make_analyst("alice")
    client.force_login(person)
    return person


def to_add(claim):
    return reverse("claim-evidence", args=[claim.number])


def typed(article, /, **changes):
    said = {"speaker": "", "speaker_kind": "unattributed", "through": "", "origin": "", "certainty": "uncommitted"}
    held = {
        "article": article.pk, "quote": ARRIVED, "stance": "supports", "basis": "outcome",
        "independence": "independent", "occurred_on": "", "credibility": "", "reason": "",
    }  # fmt: skip
    return said | held | changes


def make_arrival(**fields):
    return make_article(ARRIVAL, **{"published_on": date(2021, 11, 10)} | fields)


def test_form_offers_the_newest_articles(client, alice):
    claim = make_claim()
    article = make_arrival(title="Muttaqi in <b>Islamabad</b>")

    page = client.get(to_add(claim))

    assert page.status_code == 200
    assert f'value="{article.pk} · Muttaqi in &lt;b&gt;Islamabad' in page.text


@pytest.mark.parametrize("named", ["{pk}", "{pk} · {title}", "{title}", "arrival of 10 nov"])
def test_words_of_an_article_are_linked(client, alice, named):
    claim = make_claim()
    article = make_arrival(title="The arrival of 10 November")

    answer = client.post(to_add(claim), typed(article, article=named.format(pk=article.pk, title=article.title)))

    link = Link.objects.get(stance="supports")
    assert (answer.status_code, answer.url) == (302, f"{claim.get_absolute_url()}#link-{link.pk}")
    assert (link.passage.article, link.passage.exact) == (article, ARRIVED)


def test_attribution_is_kept(client, alice):
    article = make_arrival()
    said = {"speaker": "Foreign office", "speaker_kind": "named_organisation", "through": "AFP > Dawn"}

    client.post(to_add(make_claim()), typed(article, **said))

    chain = Link.objects.get(stance="supports").passage.chain_steps.all()
    assert [step.source.name for step in chain] == ["AFP", "Dawn", "Foreign office"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"article": "999999"}, "No article has this number or title."),
        ({"article": "nobody wrote this"}, "No article has this number or title."),
        ({"article": ""}, "This field is required."),
        ({"quote": "He never came"}, "These words do not stand in the newest version"),
        ({"basis": ""}, "Say whether the passage foretells the event or reports its outcome."),
        ({"stance": "refutes"}, "Say in what the passage conflicts with the claim"),
        ({"stance": "loves"}, "Select a valid choice."),
        ({"occurred_on": "2021-12-24"}, "cannot have taken place after the article was published"),
    ],
)
def test_what_cannot_be_linked_is_refused_and_leaves_nothing(client, alice, changes, sentence):
    claim = make_claim()
    article = make_arrival()
    events = Event.objects.count()

    answer = client.post(to_add(claim), typed(article, **{"reason": ""} | changes))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert Event.objects.count() == events
    assert Passage.objects.count() == 1


def test_title_of_two_articles_is_not_guessed(client, alice):
    claim = make_claim()
    make_arrival(title="The arrival")
    article = make_article(f"{ARRIVAL} Again.", title="The arrival")

    answer = client.post(to_add(claim), typed(article, article="The arrival"))

    assert answer.status_code == 422
    assert "Several articles are called that." in answer.text


def test_warning_must_be_acknowledged(client, alice):
    claim = make_claim()
    article = make_arrival(published_on=None)

    warned = client.post(to_add(claim), typed(article))
    saved = client.post(to_add(claim), typed(article, acknowledge="on"))

    assert warned.status_code == 422
    assert "The article has no publication date." in warned.text
    assert 'name="acknowledge"' in warned.text
    assert saved.status_code == 302


def test_rule_of_evidence_refuses(client, alice):
    article = make_article()
    claim = make_claim(article=article)

    answer = client.post(to_add(claim), typed(article, quote="Talks follow."))

    assert answer.status_code == 422
    assert "E1: this article makes the claim" in answer.text
    assert Link.objects.count() == 1


def test_merged_claim_takes_no_link(client, alice):
    claim = make_claim()
    merging.merge(claim=claim, into=make_claim(), reason="The same.", by=make_reviewer())

    answer = client.get(to_add(claim))

    assert answer.status_code == 422
    assert "was merged. Link to the claim" in answer.text


@pytest.mark.parametrize("name", ["link-withdraw", "link-revise", "link-reaffirm"])
def test_reader_may_not_change_a_link(client, name):
    link = make_link(make_claim())
    client.force_login(make_user())
    events = Event.objects.count()

    answer = client.post(reverse(name, args=[link.pk]), {"reason": "Because.", "why": "Because."})

    assert answer.status_code == 403
    assert "Only analysts and reviewers can do this." in answer.text
    assert Event.objects.count() == events


@pytest.mark.parametrize("name", ["link-withdraw", "link-revise", "link-reaffirm"])
def test_withdrawn_link_is_not_changed_again(client, alice, name):
    link = make_link(make_claim())
    links.withdraw(link=link, reason="Misread.", by=alice)
    address = reverse(name, args=[link.pk])

    for answer in (client.get(address), client.post(address, {"reason": "My reason"})):
        assert answer.status_code == 422
        assert "This link was withdrawn already, by " in answer.text


@pytest.mark.parametrize("name", ["link-withdraw", "link-revise", "link-reaffirm"])
def test_link_that_does_not_exist_is_not_found(client, alice, name):
    assert client.get(reverse(name, args=[999])).status_code == 404


def test_link_is_withdrawn_with_a_reason(client, alice):
    claim = make_claim()
    link = make_link(claim)
    address = reverse("link-withdraw", args=[link.pk])
    assert ARRIVED in client.get(address).text

    blank = client.post(address, {"reason": ""})
    done = client.post(address, {"reason": "Misread."})

    assert blank.status_code == 422
    assert (done.status_code, done.url) == (302, claim.get_absolute_url())
    link.refresh_from_db()
    assert (link.withdrawn_reason, link.withdrawn_by) == ("Misread.", alice)


def revised(link, **changes):
    held = {"stance": link.stance, "basis": link.basis, "independence": link.independence, "occurred_on": ""}
    return held | {"credibility": "", "reason": link.reason, "why": "On second thoughts."} | changes


def test_revision_is_prefilled_and_replaces_the_link(client, alice):
    link = make_link(make_claim())
    address = reverse("link-revise", args=[link.pk])
    assert client.get(address).context["form"]["basis"].value() == "outcome"

    answer = client.post(address, revised(link, credibility="2", occurred_on="2021-11-09"))

    new = Link.objects.get(supersedes=link)
    assert (answer.status_code, answer.url) == (302, f"{link.claim.get_absolute_url()}#link-{new.pk}")
    assert (new.credibility, new.occurred_on) == (2, date(2021, 11, 9))
    link.refresh_from_db()
    assert link.withdrawn_reason == "On second thoughts."


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [({}, "Nothing was changed."), ({"why": ""}, "This field is required."), ({"basis": ""}, "Say whether the")],
)
def test_revision_that_says_nothing_new_is_refused(client, alice, changes, sentence):
    link = make_link(make_claim())

    answer = client.post(reverse("link-revise", args=[link.pk]), revised(link, **changes))

    assert answer.status_code == 422
    assert sentence in answer.text
    link.refresh_from_db()
    assert link.is_live


def test_words_that_left_the_article_are_shown_beside_the_closest(client, alice):
    article = make_article("He leads an 11-member team to Qatar. Talks follow.", published_on=date(2021, 11, 10))
    link = make_link(make_claim(), article=article, quote="an 11-member team to Qatar")
    make_version(article, "He leads a 12-member team to Qatar. Talks follow. <b>")

    page = client.get(reverse("link-reaffirm", args=[link.pk]))

    assert page.context["form"]["quote"].value() == "a 12-member team to Qatar."
    assert "<del>11</del>" in page.text
    assert "<ins>12</ins>" in page.text


def test_reaffirmed_link_counts_again_with_the_new_words(client, alice):
    article = make_article("He leads an 11-member team to Qatar. Talks follow.", published_on=date(2021, 11, 10))
    link = make_link(make_claim(), article=article, quote="an 11-member team to Qatar")
    version = make_version(article, "He leads a 12-member team to Qatar. Talks follow.")
    address = reverse("link-reaffirm", args=[link.pk])

    blank = client.post(address, {"quote": "a 12-member team to Qatar", "reason": " "})
    wrong = client.post(address, {"quote": "a 13-member team", "reason": "One more joined."})
    done = client.post(address, {"quote": "a 12-member team to Qatar", "reason": "One more joined."})

    assert blank.status_code == 422
    assert wrong.status_code == 422
    assert "These words do not stand in the newest version" in wrong.text
    assert (done.status_code, done.url) == (302, f"{link.claim.get_absolute_url()}#link-{link.pk}")
    assert Anchor.objects.get(passage=link.passage, version=version).method == "manual"
    assert not links.is_suspended(link)


def test_link_of_a_withdrawn_article_asks_for_the_reason_alone(client, alice):
    link = make_link(make_claim())
    articles.set_standing(article=link.passage.article, standing="withdrawn", reason="Retracted.", by=alice)
    address = reverse("link-reaffirm", args=[link.pk])

    page = client.get(address)
    done = client.post(address, {"reason": "Others saw it too."})

    assert list(page.context["form"].fields) == ["reason"]
    assert done.status_code == 302
    assert Link.objects.filter(supersedes=link).exists()


def test_link_that_counts_needs_no_reaffirming(client, alice):
    link = make_link(make_claim())

    for answer in (
        client.get(reverse("link-reaffirm", args=[link.pk])),
        client.post(reverse("link-reaffirm", args=[link.pk]), {"reason": "Still."}),
    ):
        assert answer.status_code == 422
        assert "there is nothing to re-affirm" in answer.text


def test_hostile_text_is_escaped(client, alice):
    article = make_article("He said <script>alert(1)</script> twice. So it goes.", published_on=date(2021, 11, 10))
    link = make_link(
        make_claim(), article=article, quote="<script>alert(1)</script>", reason="<script>alert(2)</script>"
    )
    make_version(article, "He said <script>alert(3)</script> twice. So it goes.")

    for name in ("link-withdraw", "link-revise", "link-reaffirm"):
        assert "<script>alert" not in client.get(reverse(name, args=[link.pk])).text


def check(client, **sent):
    return client.post(reverse("link-check"), sent)


def test_check_tells_refusals_warnings_and_what_is_presumed(client, alice):
    article = make_article()
    claim = make_claim(article=article)
    undated = make_arrival(published_on=None)

    own = check(client, **typed(article, claim=claim.number, quote="Talks follow."))
    dateless = check(client, **typed(undated, claim=claim.number))
    relayed = check(client, **typed(make_arrival(), claim=claim.number, through=article.outlet.name))

    assert "E1: this article makes the claim" in own.text
    assert "The article has no publication date." in dateless.text
    assert "same origin" in relayed.text
    assert article.outlet.name in relayed.text


def test_check_writes_nothing(client, alice):
    claim = make_claim()
    article = make_arrival()
    counted = (Event, Source, Passage, Link)
    before = [model.objects.count() for model in counted]

    answer = check(client, **typed(article, claim=claim.number, through="Nobody Knows ← Neither", origin="Unheard Of",
                                   speaker="A man", speaker_kind="named_person"))  # fmt: skip

    assert answer.status_code == 200
    assert [model.objects.count() for model in counted] == before


def test_check_of_a_revision_leaves_the_old_link_out_of_account(client, alice):
    link = make_link(make_claim())

    answer = check(client, link=link.pk, **revised(link))

    assert "counts already" not in answer.text
    assert "Presumed independence" in answer.text


@pytest.mark.parametrize(
    "sent",
    [{}, {"claim": "x"}, {"claim": "9" * 30, "article": "1", "quote": "x"}, {"link": "999"}, {"link": "-1"},
     {"claim": "1", "article": "nothing", "quote": "x"}, {"claim": "1", "article": "²", "quote": "\x00"}],
)  # fmt: skip
def test_check_of_half_a_form_says_nothing(client, alice, sent):
    answer = check(client, **sent)

    assert answer.status_code == 200
    assert "notice" not in answer.text


def test_words_asserted_elsewhere_are_told_by_the_claim_form(client, alice):
    claim = make_claim()
    another = make_article(f"{FORETOLD} soon.", published_on=date(2021, 11, 8))

    answer = check(client, **typed(another, claim=claim.number, quote=FORETOLD, stance="asserts", basis=""))

    assert "A repetition is support" in answer.text


def test_revision_against_a_rule_must_be_acknowledged(client, alice):
    claim = make_claim()
    article = make_article()
    link = make_link(
        claim, article=article, stance="supports", basis="expectation", independence="undetermined", quote=FORETOLD
    )
    address = reverse("link-revise", args=[link.pk])

    warned = client.post(address, revised(link, independence="independent"))
    link.refresh_from_db()
    stood = link.is_live
    saved = client.post(address, revised(link, independence="independent", acknowledge="on"))

    assert warned.status_code == 422
    assert "the same origin is presumed" in warned.text
    assert stood
    assert saved.status_code == 302


def test_check_answers_to_get_as_well(client, alice):
    answer = client.get(reverse("link-check"), typed(make_arrival(), claim=make_claim().number))

    assert "Presumed independence" in answer.text


@pytest.mark.parametrize("address", [to_add, lambda claim: reverse("link-check")], ids=["adding", "checking"])
def test_a_null_character_finds_no_article(client, alice, address):
    answer = client.get(address(make_claim()), {"article": "a\x00b", "quote": ARRIVED, "claim": 1})

    assert answer.status_code == 200
