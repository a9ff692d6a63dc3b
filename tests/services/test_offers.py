"""What the assistant offers is renewed, grows stale, and never comes back once a person has judged it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Suggestion
from claims.services import offers, suggestions
from claims.text.quotes import find_quote
from claims.vocabulary import SuggestionKind, SuggestionState
from tests.factories import FORETOLD, make_analyst, make_article, make_claim, make_suggestion, make_version

pytestmark = pytest.mark.django_db


def offer(version, quote=FORETOLD, *, rule="claim-1", score=0.5, claim=None, kind=SuggestionKind.CLAIM, **says):
    start = version.text.index(quote)
    return Suggestion(
        kind=kind,
        version=version,
        start=start,
        end=start + len(quote),
        claim=claim,
        rule=rule,
        score=score,
        reasons=["it looks ahead"],
        payload={"quote": quote} | says,
        created_at=timezone.now(),
    )


def renew(version, *found):
    return offers.renew(list(found), among=Suggestion.objects.filter(version=version))


def test_same_offer_found_again_is_renewed_not_doubled():
    version = make_article().newest_version()
    renew(version, offer(version, score=0.5))

    new = renew(version, offer(version, score=0.7))

    assert new == 0
    assert Suggestion.objects.get().score == 0.7


def test_pending_offer_that_is_not_found_again_is_stale():
    version = make_article().newest_version()
    renew(version, offer(version))

    renew(version)

    assert Suggestion.objects.get().state == SuggestionState.STALE


def test_stale_offer_that_is_found_again_is_pending():
    version = make_article().newest_version()
    renew(version, offer(version))
    renew(version)

    renew(version, offer(version))

    assert Suggestion.objects.get().is_pending


@pytest.mark.parametrize(
    "again",
    [
        pytest.param({"rule": "claim-1"}, id="by the same rule"),
        pytest.param({"rule": "claim-2"}, id="by a new version of the rule"),
        pytest.param({"rule": "claim-2", "quote": f"{FORETOLD} this week"}, id="with a few more words"),
    ],
)
def test_rejected_suggestion_never_returns(again):
    version = make_article().newest_version()
    suggestions.reject(suggestion=make_suggestion(SuggestionKind.CLAIM, article=version.article), by=make_analyst())

    renew(version, offer(version, **again))

    assert [one.state for one in Suggestion.objects.all()] == [SuggestionState.REJECTED]


def test_rejected_suggestion_does_not_return_with_a_new_version_of_the_text():
    article = make_article()
    suggestions.reject(suggestion=make_suggestion(SuggestionKind.CLAIM, article=article), by=make_analyst())
    version = make_version(article, f"A line was added. {FORETOLD} this week. Talks follow.")

    renew(version, offer(version, rule="claim-2"))

    assert not Suggestion.objects.pending().filter(version=version, start=offer(version).start).exists()


def test_other_words_of_the_sentence_are_still_offered():
    version = make_article().newest_version()
    suggestions.reject(suggestion=make_suggestion(SuggestionKind.CLAIM, article=version.article), by=make_analyst())

    renew(version, offer(version, "Talks follow"))

    assert Suggestion.objects.pending().count() == 1


def test_words_rejected_for_one_claim_are_still_offered_for_another():
    version, one, other = make_article().newest_version(), make_claim(), make_claim()
    link = {"kind": SuggestionKind.LINK, "article": version.article, "says": {"stance": "context"}}
    suggestions.reject(suggestion=make_suggestion(claim=one, **link), by=make_analyst())

    found = [offer(version, kind=SuggestionKind.LINK, claim=claim, stance="context") for claim in (one, other)]
    renew(version, *found)

    assert [suggestion.claim for suggestion in Suggestion.objects.pending()] == [other]


def test_merge_rejected_one_way_round_is_not_offered_the_other():
    one, other = make_claim(), make_claim()
    merge = {"kind": SuggestionKind.MERGE, "article": one.links.get().passage.article}
    suggestions.reject(suggestion=make_suggestion(claim=one, says={"other": other.pk}, **merge), by=make_analyst())
    version = other.links.get().passage.article.newest_version()

    offers.renew(
        [offer(version, kind=SuggestionKind.MERGE, claim=other, other=one.pk)], among=Suggestion.objects.none()
    )

    assert not Suggestion.objects.pending().exists()


def test_what_somebody_accepts_meanwhile_is_not_written_over():
    version = make_article().newest_version()
    suggestion = make_suggestion(SuggestionKind.CLAIM, article=version.article, rule="claim-1")
    found, among = offer(version, score=0.1), Suggestion.objects.filter(version=version)
    list(among)
    suggestions.reject(suggestion=suggestion, by=make_analyst())

    offers.renew([found], among=among)

    assert Suggestion.objects.get().state == SuggestionState.REJECTED


def test_many_judged_words_are_looked_for_once_in_a_new_version(monkeypatch):
    article = make_article(" ".join(f"Talk {number} follows." for number in range(8)))
    for number in range(4):
        quote = f"Talk {number} follows"
        suggestion = make_suggestion(SuggestionKind.CLAIM, article=article, quote=quote)
        suggestions.reject(suggestion=suggestion, by=make_analyst())
    version = make_version(article, f"Late: {article.newest_version().text}")
    looked = []
    monkeypatch.setattr(
        offers, "find_quote", lambda *args, **kwargs: looked.append(args) or find_quote(*args, **kwargs)
    )

    assert renew(version, *[offer(version, f"Talk {number} follows", rule="claim-2") for number in range(8)]) == 4

    assert len(looked) == 4


def test_pending_offer_that_is_found_just_so_is_not_written_again():
    version = make_article().newest_version()
    renew(version, offer(version))

    with CaptureQueriesContext(connection) as queries:
        renew(version, offer(version))

    assert not [query for query in queries if query["sql"].startswith("UPDATE")]
