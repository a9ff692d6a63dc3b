from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.services import articles, links, merging
from claims.vocabulary import Standing
from tests.factories import make_analyst, make_article, make_claim, make_link, make_reviewer, make_user, make_version

pytestmark = pytest.mark.django_db
URL = "/articles/"


@pytest.fixture
def analyst(client):
    analyst = make_analyst()
    client.force_login(analyst)
    return analyst


def titles(response):
    return [row.record.title for row in response.context["table"].paginated_rows]


def test_articles_stand_newest_first_and_undated_ones_last(client, analyst):
    for title, day in [("Old", date(2021, 7, 1)), ("Undated", None), ("New", date(2021, 11, 1))]:
        make_article(title=title, published_on=day)

    assert titles(client.get(URL)) == ["New", "Old", "Undated"]
    assert titles(client.get(URL, {"sort": "published_on"})) == ["Old", "New", "Undated"]


def test_an_article_without_date_says_so_and_leads_to_setting_it(client, analyst):
    article = make_article(published_on=None)

    page = client.get(URL).content.decode()

    assert "date not stated" in page
    assert reverse("article-edit", args=[article.pk]) in page
    assert "<b>1</b> article has no date of publication" in page


def test_a_reader_sees_the_list_and_nothing_to_change(client):
    article = make_article(published_on=None)
    client.force_login(make_user())

    page = client.get(URL).content.decode()

    assert article.title in page
    assert reverse("article-edit", args=[article.pk]) not in page
    assert reverse("article-import") not in page


def test_an_empty_database_says_what_to_do(client, analyst):
    page = client.get(URL).content.decode()

    assert "There are no articles yet." in page
    assert reverse("article-import") in page


def test_a_search_shows_where_the_words_stand_and_puts_the_best_first(client, analyst):
    make_article("They met. The troika left early. Talks on many other things followed.", title="Talks")
    make_article("The troika met the troika of the troika.", title="Troika")
    make_article("Nothing here.", title="Other")

    response = client.get(URL, {"q": "Troika"})

    assert titles(response) == ["Troika", "Talks"]
    assert "<mark>troika</mark>" in response.content.decode()


def test_an_error_in_one_filter_leaves_the_others_standing(client, analyst):
    make_article("The troika met.", title="Troika")
    make_article("Nobody met.", title="Nobody")

    response = client.get(URL, {"q": "troika", "published_from": "soon"})

    assert titles(response) == ["Troika"]
    assert "<mark>troika</mark>" in response.content.decode()


def test_what_an_article_holds_is_never_taken_for_markup(client, analyst):
    make_article("The <script>alert(1)</script> troika & others met.", title="<i>T</i>")

    page = client.get(URL, {"q": "troika"}).content.decode()

    assert "<script>alert" not in page
    assert "&lt;i&gt;T&lt;/i&gt;" in page


@pytest.mark.parametrize(
    "query", ['"', "'", "NEAR(", "a OR b", "troika*", "-x", "col:x", "\x01", "%", "🇦🇫", "x" * 500, "the", "a\x00b"]
)
def test_hostile_words_find_nothing_or_something_and_break_nothing(client, analyst, query):
    make_article()

    assert client.get(URL, {"q": query}).status_code == 200


def test_filters_hold_together_and_stand_in_the_address(client, analyst):
    wanted = make_article("The troika met.", title="Wanted", publisher="Dawn", published_on=date(2021, 11, 10))
    make_article("The troika met again.", title="Later", publisher="Dawn", published_on=date(2021, 11, 20))
    make_article("The troika met here.", title="Elsewhere", publisher="ANI", published_on=date(2021, 11, 10))
    make_article("Nobody met.", title="Nobody", publisher="Dawn", published_on=date(2021, 11, 10))

    query = {
        "q": "troika", "outlet": wanted.outlet_id, "published_from": "2021-11-01", "published_to": "2021-11-10",
        "standing": "usable",
    }  # fmt: skip
    response = client.get(URL, query)

    assert titles(response) == ["Wanted"]
    assert 'value="2021-11-10"' in response.content.decode()


def test_articles_without_outlet_or_date_can_be_asked_for(client, analyst):
    make_article(title="Known")
    make_article("Nobody signs this.", title="Nameless", publisher="")
    make_article(title="Undated", published_on=None)

    assert titles(client.get(URL, {"outlet": "null"})) == ["Nameless"]
    assert titles(client.get(URL, {"undated": "1"})) == ["Undated"]


def test_articles_are_found_by_the_topic_and_the_state_of_their_claims(client, analyst):
    article = make_article(title="With claim")
    claim = make_claim(by=analyst, article=article, topic_names=["Diplomacy"])
    make_article(title="Without")
    topic = claim.topics.get()

    assert titles(client.get(URL, {"topic": topic.slug})) == ["With claim"]
    assert titles(client.get(URL, {"open_claims": "on"})) == ["With claim"]

    for link in claim.links.all():
        links.withdraw(link=link, reason="A slip.", by=analyst)

    assert titles(client.get(URL, {"topic": topic.slug})) == []
    assert titles(client.get(URL, {"open_claims": "on"})) == []


def test_articles_are_found_by_their_standing(client, analyst):
    article = make_article(title="Gone")
    make_article(title="Good")
    articles.set_standing(article=article, standing=Standing.WITHDRAWN, reason="Retracted on its page.", by=analyst)

    assert titles(client.get(URL, {"standing": "withdrawn"})) == ["Gone"]


def test_claims_and_links_are_counted_live(client, analyst):
    first = make_claim(by=analyst)
    second = make_claim(by=analyst)
    article = make_link(first).passage.article
    withdrawn = make_link(second, article=article)
    make_link(second, article=article, quote="He met Qureshi")
    links.withdraw(link=withdrawn, reason="A slip.", by=analyst)

    rows = {row.record.pk: row.record.figures for row in client.get(URL).context["table"].paginated_rows}

    assert (rows[article.pk].links, rows[article.pk].claims, rows[article.pk].open_claims) == (2, 2, 2)


def test_a_merged_claim_counts_as_the_one_it_was_merged_into(client, analyst):
    article = make_link(kept := make_claim(by=analyst)).passage.article
    make_link(merged := make_claim(by=analyst), article=article)
    merging.merge(claim=merged, into=kept, reason="The same.", by=make_reviewer())

    rows = {row.record.pk: row.record.figures for row in client.get(URL).context["table"].paginated_rows}

    assert (rows[article.pk].links, rows[article.pk].claims, rows[article.pk].open_claims) == (2, 1, 1)


@pytest.mark.parametrize(
    "query",
    [
        {"published_from": "yesterday"},
        {"outlet": "999"},
        {"outlet": "x"},
        {"topic": "none"},
        {"standing": "x"},
        {"sort": "x"},
        {"sort": "title"},
        {"page": "999"},
        {"page": "x"},
        {"published_to": "99999-01-01"},
    ],
)
def test_a_wrong_address_is_answered_all_the_same(client, analyst, query):
    make_article()

    assert client.get(URL, query).status_code == 200


def test_a_page_holds_25_articles_and_keeps_the_filters(client, analyst):
    for _ in range(26):
        make_article("The troika met.")

    response = client.get(URL, {"q": "troika"})

    assert len(titles(response)) == 25
    assert "?q=troika&amp;page=2" in response.content.decode()


def test_the_number_of_queries_does_not_grow_with_the_rows(client, analyst):
    def count():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(URL, {"q": "muttaqi"})
        return len(queries)

    for _ in range(4):
        make_link(make_claim(by=analyst))
    client.get(URL)
    before = count()
    for _ in range(8):
        make_link(make_claim(by=analyst))

    assert count() == before


def test_an_article_without_title_is_told_by_its_opening_words(client, analyst):
    article = make_article("Muttaqi arrived in Islamabad. Talks follow.", title="")
    make_version(article, "Muttaqi landed in Islamabad. Talks follow.")
    make_article("Ministers met in Dushanbe.", title="Ministers meet")

    page = client.get(URL).content.decode()

    assert "Muttaqi landed in Islamabad." in page
    assert "Muttaqi arrived" not in page
    assert "Ministers met in Dushanbe." not in page


@pytest.mark.parametrize(("query", "is_open"), [({}, False), ({"sort": "published_on"}, False), ({"q": "x"}, True)])
def test_the_filters_are_unfolded_where_one_is_set(client, analyst, query, is_open):
    make_article()

    page = client.get(URL, query).content.decode()

    assert ('<details class="filter-fold" open>' in page) == is_open
