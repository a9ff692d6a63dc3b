"""The reader."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.services import articles, links
from claims.services.attribution import Attribution
from claims.services.roles import ANNOTATORS_ONLY
from claims.vocabulary import ClaimKind, Stance, Standing
from tests.factories import (
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


def read(client, article, by=None, **query):
    client.force_login(by or make_analyst())
    return client.get(f"/articles/{article.pk}/", query)


def test_reader_shows_what_is_known_and_what_is_not_stated(client):
    article = make_article(publisher="Dawn")

    page = read(client, article).content.decode()

    assert "Dawn" in page
    assert "7 November 2021" in page
    assert page.count("not stated") == 3  # byline, dateline, address


def test_text_stands_in_blocks_that_hold_exactly_the_stored_characters(client):
    article = make_article("The first line <b>says</b> & more.\n\n  𝔸 “second” 📰 one.\n")

    page = read(client, article).content.decode()

    assert '<p id="at-0" dir="auto" data-start="0">The first line &lt;b&gt;says&lt;/b&gt; &amp; more.</p>' in page
    start = article.newest_version().text.index("𝔸")
    assert f'<p id="at-{start}" dir="auto" data-start="{start}">𝔸 “second” 📰 one.</p>' in page


def test_marks_stand_around_their_words_with_a_glyph_at_the_end(client):
    article = make_article()
    claim = make_claim(article=article)
    link = claim.links.get()

    page = read(client, article).content.decode()

    passage = link.passage_id
    assert re.search(
        f'<span id="passage-{passage}" class="passage-start"></span>'
        f'<mark class="passage" data-passages="{passage}" data-stances="asserts"[^>]*>{FORETOLD}</mark>'
        '<a class="glyph" data-noselect data-stance="asserts"[^>]* '
        f'href="[?]panel=claim-{claim.number}#passage-{passage}" '
        f'aria-label="Makes the claim: {claim.label}, open"></a> this week.',
        page,
    )


def test_overlapping_marks_share_the_words_between(client):
    article = make_article()
    one = make_claim(article=article).links.get().passage_id
    other = make_claim(article=article, quote="Islamabad this week", statement="He goes this week").links.get()

    page = read(client, article).content.decode()

    both = f'data-passages="{one} {other.passage_id}" data-stances="asserts asserts"[^>]*>Islamabad</mark>'
    assert re.search(both, page)


def test_passage_linked_to_two_claims_with_two_stances_names_both(client):
    article = make_article()
    claim = make_claim(article=article)
    make_link(make_claim(), article=article, quote=FORETOLD, stance=Stance.CONTEXT)

    page = read(client, article).content.decode()

    passage = claim.links.get().passage_id
    assert f'data-passages="{passage} {passage}" data-stances="asserts context"' in page
    assert page.count(f'id="passage-{passage}"') == 1


def test_headline_in_the_text_is_a_heading(client):
    article = make_article(
        " date 2021-11-10 Taliban envoy arrives\n\nISLAMABAD: He came.", published_on=None, title=""
    )

    page = read(client, article).content.decode()

    assert '<h2 class="headline" id="at-0" dir="auto" data-start="0">Taliban envoy arrives</h2>' in page


def test_withdrawn_link_leaves_no_mark(client):
    article = make_article()
    link = make_claim(article=article).links.get()
    links.withdraw(link=link, reason="Misread.", by=make_analyst())

    page = read(client, article).content.decode()

    assert "<mark" not in page
    assert "Nothing has been made of this article yet." in page


def test_cards_stand_in_text_order(client):
    article = make_article()
    late = make_claim(article=article, quote="Talks follow", statement="Talks will follow")
    early = make_claim(article=article)

    cards = read(client, article).context["reading"].placed

    assert [card.link.claim for card in cards] == [early, late]


def test_words_that_left_the_newest_version_stand_apart(client):
    article = make_article()
    claim = make_claim(article=article)
    make_version(article, "Muttaqi may go. Talks follow.")

    response = read(client, article)
    page = response.content.decode()

    assert [card.link.claim for card in response.context["reading"].displaced] == [claim]
    assert "Words no longer in this version" in page
    assert f"/links/{claim.links.get().pk}/reaffirm/" in page


def test_older_version_is_shown_with_its_marks_but_takes_no_new_ones(client):
    article = make_article()
    make_claim(article=article)
    make_version(article, "Muttaqi may go. Talks follow.")

    page = read(client, article, version="1").content.decode()

    assert f">{FORETOLD}</mark>" in page
    assert "This is version 1" in page
    assert 'data-may-annotate="false"' in page


@pytest.mark.parametrize("version", ["0", "9", "x", "-1", ""])
def test_version_that_does_not_exist_is_not_found(client, version):
    assert read(client, make_article(), version=version).status_code == 404


def test_undated_article_says_that_nothing_counts_yet(client):
    article = make_article(published_on=None)

    page = read(client, article).content.decode()

    assert "nothing that is linked here counts yet" in page
    assert f"/articles/{article.pk}/edit/" in page


def test_withdrawn_article_says_so_and_its_links_do_not_count(client):
    article = make_article()
    make_claim(article=article)
    articles.set_standing(article=article, standing=Standing.WITHDRAWN, reason="Retracted.", by=make_reviewer())

    page = read(client, article).content.decode()

    assert "The outlet withdrew this article" in page
    assert "Does not count: suspended until a person re-affirms it." in page


def test_person_without_role_reads_but_cannot_mark(client):
    page = read(client, make_article(), by=make_user()).content.decode()

    assert 'data-may-annotate="false"' in page
    assert page.count(ANNOTATORS_ONLY) == 2  # beside the text, and beside the greyed-out buttons
    assert "/edit/" not in page


def test_hostile_words_are_shown_as_words(client):
    article = make_article("<script>alert(1)</script> rose. More.", title="<b>T</b>")
    said = Attribution(speaker="<i>he</i>", speaker_kind="named_person", through=("<u>Wire</u>",))
    make_claim(article=article, quote="alert(1)", statement="<img src=x>", attribution=said)

    page = read(client, article).content.decode()

    for hostile in ("<script>alert", "<b>T</b>", "<i>he</i>", "<u>Wire</u>", "<img"):
        assert hostile not in page


def test_queries_do_not_grow_with_links(client):
    article = make_article("One two three four five six seven eight nine ten.", published_on=date(2021, 11, 7))
    analyst = make_analyst()
    client.force_login(analyst)

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as context:
            client.get(f"/articles/{article.pk}/")
        return len(context)

    make_claim(article=article, quote="One", by=analyst, kind=ClaimKind.EVENT)
    make_claim(article=article, quote="two", by=analyst, kind=ClaimKind.EVENT)
    before = queries()
    for quote in ("three", "four", "five", "six"):
        said = Attribution(speaker=quote, speaker_kind="named_person", through=("ANI",))
        make_claim(article=article, quote=quote, by=analyst, kind=ClaimKind.EVENT, attribution=said)

    assert queries() <= before + 1  # the chains, of which there were none


def test_reader_shows_what_was_taken_out_at_import(client):
    article = make_article(" date 2021-11-10 Envoy <arrives>\n\nMuttaqi arrived in Islamabad.\n")
    plain = make_article()

    assert "Taken out at import (1)" in read(client, article).content.decode()
    assert "<q>date 2021-11-10</q>" in read(client, article).content.decode()
    assert "Taken out at import" not in read(client, plain).content.decode()


def test_reader_does_not_say_that_nothing_was_made_where_the_words_are_gone(client):
    article = make_article()
    make_claim(article=article)
    make_version(article, "Nobody is expected to visit Islamabad this week. Talks follow.")

    page = read(client, article).content.decode()

    assert "None of the words that were marked stand in this version." in page
    assert "Nothing has been made of this article yet." not in page
