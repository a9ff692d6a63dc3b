"""A claim made from marked words."""

from datetime import date

import pytest

from claims.models import Claim, Passage
from claims.services.roles import ANNOTATORS_ONLY
from claims.vocabulary import ClaimKind, Stance, State
from tests.factories import FORETOLD, make_analyst, make_article, make_claim, make_link, make_user, make_version

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def analyst(client):
    person = make_analyst()
    client.force_login(person)
    return person


def form(**fields):
    return {
        "quote": FORETOLD,
        "near": "0",
        "statement": "Muttaqi will visit Islamabad",
        "kind": ClaimKind.FORECAST,
        "speaker_kind": "unattributed",
        "certainty": "uncommitted",
    } | fields  # fmt: skip


def test_form_is_prefilled_from_the_words(client, analyst):
    article = make_article()

    page = client.get(f"/articles/{article.pk}/claim/", {"quote": FORETOLD, "near": "0"}, headers=HTMX)

    initial = page.context["form"].initial
    assert (initial["statement"], initial["kind"], initial["owner"]) == (FORETOLD, ClaimKind.FORECAST, analyst)
    assert "<html" not in page.content.decode()


def test_window_and_speaker_are_read_from_the_words_and_shown_as_read(client, analyst):
    article = make_article("Minister Ingrid Soll said that the port of Halvik will reopen by 20 November.")

    page = client.get(f"/articles/{article.pk}/claim/", {"quote": "the port of Halvik will reopen by 20 November"})

    initial = page.context["form"].initial
    assert (initial["window_end"], initial["window_basis"]) == (date(2021, 11, 20), "stated")
    assert (initial["speaker"], initial["speaker_kind"]) == ("Ingrid Soll", "named_person")
    shown = page.content.decode()
    assert "Read from “20 November”." in shown
    assert "Read from the text: Ingrid Soll." in shown


def test_what_a_person_said_of_the_speaker_stands_before_what_is_read(client, analyst):
    article = make_article("Minister Ingrid Soll said that the port of Halvik will reopen by 20 November.")
    said = {"quote": "the port of Halvik will reopen", "speaker": "Per Aune", "speaker_kind": "named_person"}

    page = client.get(f"/articles/{article.pk}/claim/", said)

    assert page.context["form"].initial["speaker"] == "Per Aune"
    assert "read-of-words" not in page.content.decode()


def test_form_without_htmx_is_a_page(client, analyst):
    page = client.get(f"/articles/{make_article().pk}/claim/", {"quote": FORETOLD})

    assert "<html" in page.content.decode()


def test_claim_is_made_with_everything_that_was_said(client, analyst):
    article = make_article()
    said = form(
        window_start="2021-11-07",
        window_end="2021-11-14",
        window_basis="stated",
        speaker="two officials",
        speaker_kind="anonymous",
        through="ANI ← The Express Tribune > Geo; Dawn",
        topics="Diplomacy, Afghanistan",
        criteria="He lands.",
        owner=analyst.pk,
    )

    response = client.post(f"/articles/{article.pk}/claim/", said)

    claim = Claim.objects.get()
    link = claim.links.get()
    assert response.url == f"/articles/{article.pk}/?link={link.pk}#passage-{link.passage_id}"
    assert (claim.state, claim.owner, claim.window_end) == (State.OPEN, analyst, date(2021, 11, 14))
    assert sorted(topic.name for topic in claim.topics.all()) == ["Afghanistan", "Diplomacy"]
    chain = [step.source.name for step in link.passage.chain_steps.all()]
    assert chain == ["ANI", "The Express Tribune", "Geo", "Dawn", "two officials, to Dawn"]
    assert link.passage.origin.name == "Dawn"


def test_sent_again_after_more_was_linked_it_still_leads_to_the_mark(client, analyst):
    article = make_article()
    client.post(f"/articles/{article.pk}/claim/", form())
    made = Claim.objects.get()
    make_link(made, by=analyst, stance=Stance.CONTEXT)

    answer = client.post(f"/articles/{article.pk}/claim/", form())

    assert Claim.objects.get() == made
    assert answer.headers["Location"].endswith(f"#passage-{made.links.asserting().get().passage_id}")


def test_answer_to_htmx_leads_to_the_mark(client, analyst):
    response = client.post(f"/articles/{make_article().pk}/claim/", form(), headers=HTMX)

    assert f"#passage-{Passage.objects.get().pk}" in response.headers["HX-Redirect"]


@pytest.mark.parametrize("statement", ["Muttaqi will visit Islamabad", "MUTTAQI  will visit Islamabad."])
def test_claim_in_the_words_of_another_is_asked_about_first(client, analyst, statement):
    standing, article = make_claim(statement="Muttaqi will visit Islamabad"), make_article()

    response = client.post(f"/articles/{article.pk}/claim/", form(statement=statement), headers=HTMX)

    page = response.content.decode()
    assert response.status_code == 422
    assert f"{standing.label} says this in the same words" in page
    assert 'name="acknowledge"' in page
    assert Claim.objects.get() == standing
    assert not article.passages.exists()


def test_claim_in_the_words_of_another_is_made_once_that_is_acknowledged(client, analyst):
    make_claim(statement="Muttaqi will visit Islamabad")

    client.post(f"/articles/{make_article().pk}/claim/", form(acknowledge="on"))

    assert Claim.objects.count() == 2


@pytest.mark.parametrize("statement", ["Muttaqi will visit Kabul", "Muttaqi will not visit Islamabad"])
def test_claim_that_says_something_else_is_not_asked_about(client, analyst, statement):
    make_claim(statement="Muttaqi will visit Islamabad")

    client.post(f"/articles/{make_article().pk}/claim/", form(statement=statement))

    assert Claim.objects.count() == 2


def test_claim_can_stay_a_draft(client, analyst):
    client.post(f"/articles/{make_article().pk}/claim/", form(save="draft"))

    assert Claim.objects.get().state == State.DRAFT


def test_refusal_keeps_what_was_typed_and_changes_nothing(client, analyst):
    article = make_article()

    response = client.post(
        f"/articles/{article.pk}/claim/",
        form(window_start="2021-11-14", window_end="2021-11-07", window_basis="stated", speaker="Qureshi",
             speaker_kind="named_person"),
        headers=HTMX,
    )  # fmt: skip

    page = response.content.decode()
    assert response.status_code == 422
    assert "The window ends before it starts." in page
    assert 'value="Qureshi"' in page
    assert not Claim.objects.exists()
    assert not Passage.objects.exists()


def test_speaker_without_kind_is_refused_at_the_field(client, analyst):
    response = client.post(f"/articles/{make_article().pk}/claim/", form(speaker="Qureshi"))

    assert response.status_code == 422
    assert "Say what kind of speaker this is." in response.content.decode()


def test_words_that_do_not_stand_in_the_article_can_be_put_right(client, analyst):
    article = make_article()

    shown = client.get(f"/articles/{article.pk}/claim/", {"quote": "Muttaqi has left"})
    posted = client.post(f"/articles/{article.pk}/claim/", form(quote="Muttaqi has left"))

    for response in (shown, posted):
        page = response.content.decode()
        assert "do not stand in the newest version" in page
        assert '<textarea name="quote"' in page
    assert not Claim.objects.exists()


def test_words_that_left_while_somebody_was_typing_are_refused(client, analyst):
    article = make_article()
    make_version(article, "Nothing of it is left.")

    response = client.post(f"/articles/{article.pk}/claim/", form())

    assert response.status_code == 422
    assert not Claim.objects.exists()


def test_words_over_several_paragraphs_are_found(client, analyst):
    article = make_article("Kabul fell.\n\nThe rest fled. More.")

    client.post(f"/articles/{article.pk}/claim/", form(quote="fell.\nThe rest", near="6", kind=ClaimKind.EVENT))

    assert Passage.objects.get().exact == "fell.\n\nThe rest"


@pytest.mark.parametrize("words", ["“quoted” 𝔸 📰 words", "وزیر خارجہ کابل پہنچے"])
def test_words_of_every_script_are_anchored_exactly(client, analyst, words):
    article = make_article(f"📰 First. {words} and then {words} again.")
    text = article.newest_version().text
    second = text.rindex(words)

    client.post(f"/articles/{article.pk}/claim/", form(quote=words, near=second, kind=ClaimKind.EVENT))

    anchor = Passage.objects.get().anchors.get()
    assert (anchor.start, text[anchor.start : anchor.end]) == (second, words)


def test_similar_claim_is_offered_and_never_in_the_way(client, analyst):
    known = make_claim()
    article = make_article()

    page = client.get(f"/articles/{article.pk}/claim/", {"quote": FORETOLD, "statement": "Muttaqi visits Islamabad"})
    client.post(f"/articles/{article.pk}/claim/", form(statement="Muttaqi visits Islamabad"))

    assert f"claim={known.number}" in page.content.decode()
    assert Claim.objects.count() == 2


def test_person_without_role_is_refused(client):
    client.force_login(make_user())
    article = make_article()

    for response in (
        client.get(f"/articles/{article.pk}/claim/"),
        client.post(f"/articles/{article.pk}/claim/", form()),
    ):
        assert response.status_code == 403
        assert ANNOTATORS_ONLY in response.content.decode()
    assert not Claim.objects.exists()


def test_words_that_are_too_many_are_refused_once(client, analyst):
    article = make_article("word " * 500 + "end.")

    response = client.post(f"/articles/{article.pk}/claim/", form(quote="word " * 450))

    assert response.status_code == 422
    assert response.content.decode().count("A passage has at most 2,000 characters") == 1


@pytest.mark.parametrize("fields", [{"near": "x"}, {"near": "9" * 30}, {"near": "-1"}])
def test_offset_that_makes_no_sense_is_as_good_as_none(client, analyst, fields):
    client.post(f"/articles/{make_article().pk}/claim/", form(**fields))

    assert Claim.objects.count() == 1


@pytest.mark.parametrize("field", ["statement", "quote", "speaker", "topics", "through"])
def test_null_characters_are_refused(client, analyst, field):
    response = client.post(f"/articles/{make_article().pk}/claim/", form(**{field: "a\x00b"}))

    assert response.status_code == 422
    assert not Claim.objects.exists()


def test_a_window_without_its_basis_is_refused_beside_the_field(client, analyst):
    article = make_article()

    page = client.post(f"/articles/{article.pk}/claim/", form(window_end="2021-11-14"), headers=HTMX)

    assert page.status_code == 422
    assert page.context["form"].errors == {"window_basis": ["Say where the window comes from."]}
    assert not Claim.objects.exists()


def test_a_basis_without_a_day_is_refused_beside_the_field(client, analyst):
    page = client.post(f"/articles/{make_article().pk}/claim/", form(window_basis="stated"), headers=HTMX)

    assert page.status_code == 422
    assert "A window needs a first or a last day" in page.context["form"].errors["window_basis"][0]
    assert not Claim.objects.exists()


def test_a_window_turned_round_is_refused_at_its_last_day_with_what_else_is_wrong(client, analyst):
    days = {"window_start": "2021-11-14", "window_end": "2021-11-07"}

    page = client.post(f"/articles/{make_article().pk}/claim/", form(**days), headers=HTMX)

    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"window_end", "window_basis"}
