from datetime import date, timedelta

import pytest
from django.utils import timezone

from claims.errors import NotAllowed, Refused, Stale
from claims.models import Event, Passage
from claims.reports.search import search_articles
from claims.services import articles, passages
from claims.services.attribution import Attribution
from claims.vocabulary import DateBasis, EvidenceStatus, Noun, SpeakerKind, Standing, Verb
from tests.factories import make_analyst, make_article, make_claim, make_link, make_user

pytestmark = pytest.mark.django_db


def test_a_date_set_by_a_person_has_the_basis_analyst():
    article = make_article(published_on=None)

    article = articles.set_date(article=article, published_on=date(2021, 11, 7), by=make_analyst())

    assert (article.published_on, article.published_basis) == (date(2021, 11, 7), DateBasis.ANALYST)


def test_a_day_still_to_come_is_no_date_of_publication():
    article = make_article(published_on=None)
    tomorrow = timezone.localdate() + timedelta(days=1)

    with pytest.raises(Refused, match="still to come"):
        articles.set_date(article=article, published_on=tomorrow, by=make_analyst())

    article.refresh_from_db()
    assert article.published_on is None


def test_a_date_taken_away_stops_the_article_from_counting():
    claim = make_claim()
    article = make_link(claim).passage.article

    articles.set_date(article=article, published_on=None, by=make_analyst())

    claim.figures.refresh_from_db()
    assert claim.figures.evidence_status == EvidenceStatus.SINGLE_SOURCE


def test_a_change_stands_in_the_log_with_what_was_before():
    article, analyst = make_article(title="Old"), make_analyst()

    articles.edit(article=article, title=" New ", by=analyst, reason="The page says so.")

    event = Event.objects.filter(article=article, verb=Verb.CHANGED).first()
    assert (event.actor, event.before, event.after) == (analyst, {"title": "Old"}, {"title": "New"})
    assert event.reason == "The page says so."


def test_a_changed_title_is_searched_for():
    article = make_article(title="Old")

    articles.edit(article=article, title="Dushanbe", by=make_analyst())

    assert [hit.article for hit in search_articles("dushanbe")] == [article.pk]


def test_a_stale_edit_is_refused_and_changes_nothing():
    article = make_article(title="First")
    loaded = article.lock_version
    articles.edit(article=article, title="Second", by=make_analyst())

    with pytest.raises(Stale):
        articles.edit(article=article, title="Third", lock_version=loaded, by=make_analyst())

    article.refresh_from_db()
    assert article.title == "Second"


def test_only_who_annotates_may_edit():
    article = make_article()

    with pytest.raises(NotAllowed):
        articles.edit(article=article, title="New", by=make_user())


def test_a_corrected_outlet_becomes_the_origin_of_its_own_words():
    article, analyst = make_article(publisher=""), make_analyst()
    own = passages.mark(article=article, quote="Muttaqi is expected", by=analyst)
    said = Attribution("an official", SpeakerKind.ANONYMOUS)
    anonymous = passages.mark(article=article, quote="to visit Islamabad", by=analyst, attribution=said)
    relayed = passages.mark(
        article=article, quote="Talks follow", by=analyst, attribution=Attribution(through=("ANI",))
    )

    article = articles.edit(article=article, outlet_name="Dawn", by=analyst)

    origins = {passage.pk: passage.origin.name for passage in Passage.objects.select_related("origin")}
    assert origins == {own.pk: "Dawn", anonymous.pk: "Dawn", relayed.pk: "ANI"}
    events = Event.objects.filter(noun=Noun.PASSAGE, verb=Verb.CHANGED)
    assert {(event.object_id, event.before["origin"], event.after["origin"]) for event in events} == {
        (own.pk, None, article.outlet_id),
        (anonymous.pk, None, article.outlet_id),
    }


def test_the_standing_needs_a_reason():
    article = make_article()

    with pytest.raises(Refused, match="Say what the outlet did"):
        articles.set_standing(article=article, standing=Standing.WITHDRAWN, reason=" ", by=make_analyst())

    article.refresh_from_db()
    assert article.standing == Standing.USABLE


def test_a_withdrawn_article_that_is_reinstated_counts_again():
    claim, analyst = make_claim(), make_analyst()
    article = make_link(claim).passage.article

    articles.set_standing(article=article, standing=Standing.WITHDRAWN, reason="Retracted.", by=analyst)
    claim.figures.refresh_from_db()
    withdrawn = claim.figures.evidence_status
    articles.set_standing(article=article, standing=Standing.USABLE, reason="Reinstated.", by=analyst)
    claim.figures.refresh_from_db()

    assert (withdrawn, claim.figures.evidence_status) == (
        EvidenceStatus.SINGLE_SOURCE,
        EvidenceStatus.OUTCOME_REPORTED,
    )
