"""What stands beside the text in the reader, by its address."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.vocabulary import Stance
from tests.factories import (
    FORETOLD,
    make_analyst,
    make_article,
    make_claim,
    make_link,
    make_suggestion,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db


def read(client, article, by=None, **query):
    client.force_login(by or make_analyst())
    return client.get(f"/articles/{article.pk}/", query)


def panel(client, article, name, **query):
    client.force_login(make_analyst())
    return client.get(f"/articles/{article.pk}/panel/{name}/", query, headers={"HX-Request": "true"})


def test_the_page_shows_the_panel_that_its_address_names(client):
    article = make_article()
    claim = make_claim(article=article)
    make_link(claim)

    page = read(client, article, panel=f"claim-{claim.number}").content.decode()

    shown = page[page.index('id="panel"') : page.index('id="passages"')]
    assert claim.statement in shown
    assert "Reported to have happened" in shown
    assert f'href="{claim.get_absolute_url()}">Open the claim page' in shown


def test_a_panel_of_what_does_not_exist_leaves_the_article(client):
    for name in ("claim-999", "marks-5-joy", "suggested-9-2", "new-claim", "nonsense", "b-claim-1"):
        response = read(client, make_article(), panel=name)

        assert (response.status_code, response.context["panel"]) == (200, None)


def test_htmx_gets_the_panel_alone_and_the_browser_the_reader(client):
    article = make_article()
    name = f"claim-{make_claim(article=article).number}"

    partial = panel(client, article, name)
    page = client.get(f"/articles/{article.pk}/panel/{name}/")

    assert "<html" not in partial.content.decode()
    assert "HX-Request" in partial.headers["Vary"]
    assert (page.status_code, page.url) == (302, f"/articles/{article.pk}/?panel={name}")
    assert panel(client, article, "claim-999").status_code == 404


def test_the_browser_keeps_the_version_and_the_words_that_a_panel_is_asked_of(client):
    article = make_article()
    client.force_login(make_analyst())

    page = client.get(f"/articles/{article.pk}/panel/new-claim/?version=1&side=b-&b-words=0-9&hide=mine")

    assert page.url == f"/articles/{article.pk}/?panel=new-claim&version=1&words=0-9"


def test_what_opens_a_panel_keeps_what_the_page_shows_besides(client):
    article, other = make_article(), make_article(f"{FORETOLD} soon. Other words stand here too.")
    claim = make_claim(article=article)
    also = make_claim(article=other, statement="Another will happen")
    make_version(article, f"{FORETOLD} this week. Talks follow. More was added.")
    beside = f"article-{other.pk}"

    page = read(client, article, version="1", hide="others,mine", beside=beside, panel=f"b-claim-{also.number}")

    kept = f"version=1&amp;hide=others,mine&amp;beside={beside}"
    for name in (f"claim-{claim.number}", f"b-claim-{also.number}"):
        assert f'href="?panel={name}&amp;{kept}' in page.text
    assert f'href="?beside=claim-{also.number}&amp;version=1&amp;hide=others,mine"' in page.text


def test_a_panel_that_comes_alone_keeps_what_its_page_shows(client):
    article = make_article()
    claim = make_claim(article=article)
    client.force_login(make_analyst())
    asked_on = {"HX-Request": "true", "HX-Current-URL": f"http://testserver/articles/{article.pk}/?version=1&at=9"}

    alone = client.get(f"/articles/{article.pk}/panel/claim-{claim.number}/", headers=asked_on)

    assert f'href="?beside=claim-{claim.number}&amp;version=1"' in alone.text


def test_the_panel_of_an_older_version_is_of_its_words(client):
    article = make_article()
    claim = make_claim(article=article)
    make_version(article, "Muttaqi may go. Talks follow.")

    older = panel(client, article, f"claim-{claim.number}", version="1").context["cards"]
    newest = panel(client, article, f"claim-{claim.number}", version="²").context["cards"]

    assert ([bool(card.span) for card in older], [bool(card.span) for card in newest]) == ([True], [False])


def test_other_claims_on_the_same_words_are_named(client):
    article = make_article()
    whole, part = (
        make_claim(article=article),
        make_claim(article=article, quote="visit Islamabad", statement="A visit"),
    )

    shown = panel(client, article, f"claim-{part.number}").content.decode()

    also = shown[shown.index("Also here") :]
    assert f'data-panel="claim-{whole.number}"' in also
    assert "Also here" not in panel(client, make_article(), f"claim-{part.number}").content.decode()


def test_a_count_of_the_margin_opens_the_links_of_its_paragraph(client):
    article = make_article(f"{FORETOLD} this week.\nTalks follow.")
    here = make_claim(article=article)
    make_claim(article=article, quote="Talks follow", statement="They talk")

    shown = panel(client, article, "marks-0-asserts")

    assert [card.link.claim for card in shown.context["cards"]] == [here]


def test_suggestions_of_a_paragraph_open_together(client):
    article = make_article()
    for quote in (FORETOLD, "Talks follow"):
        make_suggestion("claim", article=article, quote=quote, says={"statement": quote, "kind": "event"})
    end = len(article.newest_version().text)

    shown = panel(client, article, f"suggested-0-{end}").content.decode()

    assert shown.count("Judge in the queue") == 2


def test_an_address_opens_a_form_about_words_also_without_javascript(client):
    article = make_article()

    page = read(client, article, panel="new-claim", words=f"0-{len(FORETOLD)}").content.decode()

    link = f"/articles/{article.pk}/claim/?quote={FORETOLD.replace(' ', '+')}&amp;near=0"
    assert f'<a class="button primary" href="{link}">' in page


@pytest.mark.parametrize("words", ["", "5", "9-2", "0-9999999", "²-9", "a-b", "-1-5"])
def test_words_that_the_text_does_not_have_open_no_form(client, words):
    assert read(client, make_article(), panel="new-claim", words=words).context["panel"] is None


def test_marks_are_hidden_by_who_made_them_and_stay_listed(client):
    article, mine = make_article(), make_analyst()
    make_claim(article=article, by=mine)
    make_claim(article=article, quote="Talks follow", statement="They talk")

    without_mine = read(client, article, by=mine, hide="mine")
    without_both = read(client, article, by=mine, hide="mine,others,nonsense").content.decode()

    assert f">{FORETOLD}</mark>" not in without_mine.content.decode()
    assert ">Talks follow</mark>" in without_mine.content.decode()
    assert "<mark" not in without_both
    assert without_both.count('class="link-row"') == 2


def test_a_claim_stands_beside_the_article(client):
    article = make_article()
    claim = make_claim(article=article)
    link = make_link(claim)

    page = read(client, article, beside=f"claim-{claim.number}").content.decode()

    shown = page[page.index('id="side-there"') : page.index('id="panel"')]
    assert link.passage.exact in shown
    assert f'href="?beside=article-{link.passage.article_id}#b-passage-{link.passage_id}"' in shown


def test_a_second_article_stands_beside_with_ids_of_its_own(client):
    claim = make_claim()
    one, other = make_article(), make_article()
    for article in (one, other):
        make_link(claim, article=article, quote=FORETOLD, stance=Stance.CONTEXT)
        make_suggestion("claim", article=article, quote="Talks follow", says={"statement": "They talk"})

    page = read(client, one, beside=f"article-{other.pk}", panel=f"b-claim-{claim.number}").content.decode()

    ids = [part.partition('"')[0] for part in page.split(' id="')[1:]]
    assert len(ids) == len(set(ids))
    assert {"article", "b-article"} < set(ids)
    assert f'data-panel-name="b-claim-{claim.number}"' in page


@pytest.mark.parametrize("name", ["claim-999", "article-999"])
def test_what_does_not_exist_stands_beside_nothing(client, name):
    assert read(client, make_article(), beside=name).status_code == 404


def test_a_reader_without_a_role_sees_the_panel_and_no_way_to_change_it(client):
    article = make_article()
    claim = make_claim(article=article)

    page = read(client, article, by=make_user(), panel=f"claim-{claim.number}").content.decode()

    assert claim.statement in page
    assert "Who says it" not in page


def test_queries_of_the_panel_do_not_grow_with_links(client):
    article = make_article("One two three four five six seven.")
    claim = make_claim(article=article, quote="One")

    def queries():
        with CaptureQueriesContext(connection) as context:
            panel(client, article, f"claim-{claim.number}")
        return len(context)

    make_link(claim, article=make_article("Two."), quote="Two", stance=Stance.CONTEXT)
    make_link(claim, article=article, quote="two", stance=Stance.CONTEXT)
    before = queries()
    for quote in ("three", "four", "five"):
        make_link(claim, article=article, quote=quote, stance=Stance.CONTEXT)

    assert queries() <= before
