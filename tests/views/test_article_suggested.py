"""What is suggested in an article, as the reader shows it."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Suggestion
from claims.services import copies, suggestions
from claims.services.roles import ANNOTATORS_ONLY
from tests.factories import (
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_suggestion,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
CLAIM = {"statement": "Muttaqi will visit Islamabad", "kind": "forecast"}
SUPPORT = {"stance": "supports", "basis": "expectation"}


def read(client, article, by=None, **query):
    client.force_login(by or make_analyst())
    return client.get(f"/articles/{article.pk}/", query).content.decode()


def card(client, article, start, end, by=None, **headers):
    client.force_login(by or make_analyst())
    return client.get(f"/articles/{article.pk}/suggestions/{start}-{end}/", headers=headers)


def test_suggested_words_are_marked_and_named(client):
    article = make_article()
    suggestion = make_suggestion("claim", article=article, says=CLAIM)

    page = read(client, article)

    end = len(FORETOLD)
    assert (
        f'<span id="suggestion-{suggestion.pk}" class="passage-start"></span>'
        f'<span class="suggested" data-suggested="0-{end}" '
        f'title="Suggested claim: Muttaqi will visit Islamabad">{FORETOLD}</span>'
        f'<a class="glyph suggested-glyph" data-noselect data-suggested="0-{end}" '
        f'data-panel="suggested-0-{end}" href="/articles/{article.pk}/suggestions/0-{end}/" '
        'aria-label="Suggested claim: Muttaqi will visit Islamabad"></a> this week.'
    ) in page


def test_a_mark_of_a_person_stands_inside_the_suggested_words(client):
    article = make_article()
    make_claim(article=article, quote="visit Islamabad")
    make_suggestion("claim", article=article, says=CLAIM)

    page = read(client, article)

    assert re.search(r'<span class="suggested"[^>]*><mark class="passage"[^>]*>visit Islamabad</mark></span>', page)


def test_of_suggested_words_that_overlap_the_fewest_are_named(client):
    article = make_article()
    make_suggestion("claim", article=article, quote="visit Islamabad", says=CLAIM | {"statement": "The visit"})
    make_suggestion("claim", article=article, says=CLAIM | {"statement": "The whole"})

    page = read(client, article)

    assert re.findall(r'title="Suggested claim: ([^"]+)">([^<]+)<', page) == [
        ("The whole", "Muttaqi is expected to "),
        ("The visit", "visit Islamabad"),
    ]


def test_several_suggestions_for_the_same_words_are_one_mark(client):
    claim = make_claim(statement="Muttaqi will come")
    article = make_article()
    make_suggestion("claim", article=article, says=CLAIM)
    make_suggestion("link", article=article, claim=claim, score=0.9, says=SUPPORT)

    page = read(client, article)

    assert page.count('class="glyph suggested-glyph"') == 1
    assert f"Suggested for {claim.label} (supports): Muttaqi will come (and 1 more)" in page


def test_context_is_said_to_be_worth_a_look_and_no_more(client):
    article = make_article()
    claim = make_claim()
    make_suggestion("link", article=article, claim=claim, says={"stance": "context", "basis": ""})

    page = read(client, article)

    assert f"Suggested for {claim.label} (check these two)" in page


def test_the_best_are_listed_and_the_others_are_in_the_queue(client):
    article = make_article("One two three four five six seven.")
    for number, word in enumerate("One two three four five six seven".split()):
        make_suggestion("claim", article=article, quote=word, score=number / 10, says=CLAIM | {"statement": word})

    page = read(client, article)

    listed = page[page.index('id="suggested"') :]
    assert re.findall(r'class="row-title"[^>]*>(\w+)</a>', listed) == ["seven", "six", "five", "four", "three"]
    assert f'<a href="/queue/?article={article.pk}">2 more in the queue</a>' in listed


def test_an_address_leaves_them_out_and_says_how_to_see_them(client):
    article = make_article()
    make_suggestion("claim", article=article, says=CLAIM)

    page = read(client, article, hide="suggestions")

    assert 'class="suggested"' not in page
    assert 'id="suggested"' not in page
    assert 'value="" aria-pressed="false" data-switch="suggestions"' in page


def test_an_older_version_shows_none(client):
    article = make_article()
    make_suggestion("claim", article=article, says=CLAIM)
    make_version(article, f"{FORETOLD} next week. Talks follow.")

    page = read(client, article, version="1")

    assert "suggested-glyph" not in page
    assert 'data-switch="suggestions"' not in page


def test_what_was_judged_is_marked_no_more(client):
    article, analyst = make_article(), make_analyst()
    suggestions.reject(suggestion=make_suggestion("claim", article=article, says=CLAIM), by=analyst)

    assert "suggested-glyph" not in read(client, article)


def test_the_card_gives_the_reasons_and_two_ways_on(client):
    article = make_article()
    window = {"start": "2021-11-08", "end": "2021-11-14", "text": "this week", "value": "2021-W45"}
    said = {"speaker": "two officials", "speaker_kind": "anonymous", "through": ["ANI", "Dawn"], "window": window}
    suggestion = make_suggestion("claim", article=article, says=CLAIM | said)

    page = card(client, article, 0, len(FORETOLD)).content.decode()

    assert f'<p dir="auto">{FORETOLD}</p>' in page
    assert "it looks ahead" in page
    assert f'href="{suggestion.get_absolute_url()}?article={article.pk}"' in page
    form = unescape(re.search(r'href="([^"]+/claim/\?[^"]+)"', page)[1])
    asked = {name: values[0] for name, values in parse_qs(urlsplit(form).query).items()}
    assert asked["statement"] == "Muttaqi will visit Islamabad"
    assert (asked["window_start"], asked["window_end"], asked["window_basis"]) == (
        "2021-11-08",
        "2021-11-14",
        "stated",
    )
    assert (asked["speaker"], asked["through"]) == ("two officials", "ANI ← Dawn")
    opened = client.get(form).content.decode()
    assert 'value="2021-11-08"' in opened
    assert 'value="two officials"' in opened
    assert Suggestion.objects.get().is_pending


def test_the_card_is_a_partial_for_the_panel_and_a_page_by_itself(client):
    article = make_article()
    make_suggestion("claim", article=article, says=CLAIM)

    partial = card(client, article, 0, len(FORETOLD), **{"HX-Request": "true"})
    page = card(client, article, 0, len(FORETOLD))

    assert "<html" not in partial.content.decode()
    assert "<html" in page.content.decode()
    assert "HX-Request" in page["Vary"]


def test_a_reader_sees_the_card_and_why_nothing_can_be_made_of_it(client):
    article = make_article()
    make_suggestion("claim", article=article, says=CLAIM)

    page = card(client, article, 0, len(FORETOLD), by=make_user()).content.decode()

    assert "Make claim" not in page
    assert ANNOTATORS_ONLY in page


def test_words_of_which_nothing_is_suggested_any_more_say_so(client):
    page = card(client, make_article(), 0, 7).content.decode()

    assert "Nothing is suggested for these words any more" in page


@pytest.mark.parametrize("place", ["7-7", "9-3", "0-99999999", "99999999999999999999-999999999999999999999"])
def test_a_place_outside_the_text_is_not_found(client, place):
    client.force_login(make_analyst())

    assert client.get(f"/articles/{make_article().pk}/suggestions/{place}/").status_code == 404


def test_queries_do_not_grow_with_suggestions(client):
    article = make_article("One two three four five six seven.")
    claim = make_claim()
    make_suggestion("link", article=article, quote="One", claim=claim, says=SUPPORT)
    client.force_login(make_analyst())
    few = _queries(client, article)

    for word in "two three four five six seven".split():
        make_suggestion("link", article=article, quote=word, claim=make_claim(), says=SUPPORT)
        make_suggestion("claim", article=article, quote=word, says=CLAIM)

    assert _queries(client, article) == few


def _queries(client, article):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"/articles/{article.pk}/").status_code == 200
    return len(queries)


def test_only_what_is_most_worth_a_check_is_marked_until_all_is_asked_for(client):
    article = make_article()
    make_suggestion("claim", article=article, says=CLAIM)
    make_suggestion("claim", article=article, quote="Talks follow", score=0.3, says={"statement": "Talks follow"})

    page, everything = read(client, article), read(client, article, suggestions="all")

    assert "Mark all 2 in the text" in page
    assert 'title="Suggested claim: Talks follow"' not in page
    assert 'title="Suggested claim: Talks follow"' in everything
    assert "Mark all" not in everything


def test_article_that_stands_elsewhere_too_names_its_family(client):
    text = f"{FORETOLD} this week, official sources told The Express Tribune on Sunday, and trade will be discussed."
    article, copy = make_article(text), make_article(f"{text} So it said.")
    for one in (article, copy):
        copies.record(one.newest_version())

    page = read(client, article)

    assert '<a href="#family">2 articles carry this text</a>' in page
    assert f'href="/articles/{copy.pk}/"' in page
