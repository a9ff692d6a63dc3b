"""What a person is to look at before a suggested claim is made as it stands."""

import pytest

from claims.reports.queue_doubts import doubts_about, twins_of_suggested
from tests.factories import FORETOLD, make_article, make_claim, make_suggestion

pytestmark = pytest.mark.django_db
SAID = {"statement": "Trade and refugees will be discussed in Kabul", "kind": "forecast"}


def test_claim_that_was_made_of_words_among_these_is_named():
    article = make_article(f"{FORETOLD} this week. Talks follow.")
    claim = make_claim(article=article, quote="visit Islamabad")
    suggestion = make_suggestion("claim", article=article, quote=FORETOLD, says=SAID)

    [twin] = twins_of_suggested(suggestion)

    assert (twin.claim, twin.relation) == (claim, "related")
    assert doubts_about(suggestion) == (
        f"{claim.label} was made of words among these. Link the words to it, or write what this one says besides.",
    )


def test_claim_made_of_other_words_of_the_article_raises_no_doubt():
    article = make_article(f"{FORETOLD} this week. Talks follow.")
    make_claim(article=article, quote=FORETOLD)
    suggestion = make_suggestion("claim", article=article, quote="Talks follow", says=SAID)

    assert doubts_about(suggestion) == ()
