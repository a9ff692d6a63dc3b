"""What somebody who types a few words finds."""

import pytest

from claims.models import Alias, Source
from claims.reports.quick_search import MOST_SHOWN, MOST_TEXTS, quick_search
from claims.services import claim_sets, merging
from claims.vocabulary import SourceKind
from tests.factories import make_analyst, make_article, make_claim, make_claim_set, make_reviewer

pytestmark = pytest.mark.django_db


def test_a_number_stands_first_and_words_with_it_follow():
    first = make_claim(statement="The first of all")
    other = make_claim(statement=f"No fewer than {first.number} ministers will resign")

    assert quick_search(f"{first.number}").claims == [first, other]


@pytest.mark.parametrize("written", ["C-{}", "c{}", " c {} ", "C-0{}"])
def test_a_number_with_its_letter_finds_its_claim_alone(written):
    claim = make_claim()
    make_claim(statement=f"C {claim.number} is a vitamin")

    found = quick_search(written.format(claim.number))

    assert (found.claims, found.articles, found.texts, found.sources, found.passages) == ([claim], [], [], [], [])


def test_a_set_of_alternatives_is_found_by_its_name_while_it_stands():
    standing, left = make_claim_set(name="China's envoy at the talks"), make_claim_set(name="China's envoy before")
    claim_sets.leave(membership=left.memberships.earliest("pk"), reason="A mistake.", by=make_analyst())

    assert quick_search("envoy chin").sets == [standing]
    assert quick_search("C-1").sets == []


@pytest.mark.parametrize("query", ["mutt isl", "ISLAMABAD muttaqi", "will visit, “Muttaqi”"])
def test_words_of_a_statement_are_found_unfinished_in_any_order_and_case(query):
    claim = make_claim(statement="Muttaqi will visit Islamabad")
    make_claim(statement="Muttaqi will visit Kabul")

    assert quick_search(query).claims[0] == claim


@pytest.mark.parametrize("query", ["élysée", "ÉLYSÉE", "Élysée", "президент"])
def test_words_of_other_alphabets_are_found_in_any_case(query):
    claim = make_claim(statement="Президент Élysée reopens")

    assert quick_search(query).claims == [claim]


def test_a_claim_that_was_put_aside_is_found_by_its_number_alone():
    kept, merged = make_claim(), make_claim(statement="Muttaqi goes to Islamabad")
    merging.merge(claim=merged, into=kept, reason="The same.", by=make_reviewer())

    assert quick_search("goes").claims == []
    assert quick_search(merged.label).claims == [merged]


def test_an_article_is_found_by_its_title_by_its_outlet_and_by_both():
    article = make_article(title="Envoys meet", publisher="Dawn")
    other = make_article(title="Envoys part", publisher="Tolo News")

    assert quick_search("envoy").articles == [other, article]
    assert quick_search("dawn").articles == [article]
    assert quick_search("envoys tolo").articles == [other]
    assert quick_search("meet tolo").articles == []


def test_an_article_is_found_by_words_far_apart_in_its_text_with_what_stands_around_them():
    article = make_article(
        "The dockers' union met on Monday. Its leader denied that the talks had ended.", title="Port"
    )
    make_article("The dockers met. Nobody denied it.", title="Other")

    [told] = quick_search("dockers union denied").texts

    assert told.article == article
    assert [words for words, is_match in told.snippet if is_match] == ["dockers", "union", "denied"]


def test_an_article_is_found_by_an_unfinished_word_of_its_text():
    article = make_article("The dockers' union met on Monday. Talks follow.", title="Port")

    assert [told.article for told in quick_search("union dock").texts] == [article]


def test_an_article_that_its_title_has_found_is_not_found_again_by_its_text():
    make_article("Envoys met on Monday. Talks follow.", title="Envoys meet")

    assert quick_search("envoys").texts == []


@pytest.mark.parametrize("word", ["negotiations", "internationally", "policies", "visiting", "responsibilities"])
def test_a_word_that_is_being_typed_goes_on_being_found(word):
    article = make_article(f"The {word} failed. Talks follow.", title=f"Their {word} fail")
    passage = make_claim(article=article, quote=f"The {word} failed").links.get().passage

    typed = [word[:letters] for letters in range(3, len(word) + 1)]
    found = {part: quick_search(part) for part in typed}

    assert [part for part in typed if (found[part].articles, found[part].passages) != ([article], [passage])] == []


def test_a_word_that_only_begins_alike_is_no_match():
    make_article(title="International order")

    assert quick_search("interior").articles == []


def test_a_source_is_found_by_its_name_and_by_an_alias():
    source = Source.objects.create(kind=SourceKind.PERSON, name="Amir Khan Muttaqi")
    Alias.objects.create(source=source, surface="the interim foreign minister")

    assert quick_search("khan amir").sources == [source]
    assert quick_search("interim minister").sources == [source]


def test_passages_are_found_by_their_words_those_that_hold_most_first():
    article = make_article("Muttaqi arrived in Islamabad, officials said on Wednesday. Talks follow.")
    whole = make_claim(article=article, quote="Muttaqi arrived in Islamabad, officials said").links.get().passage
    part = make_claim(article=article, quote="arrived in Islamabad", statement="He arrived").links.get().passage
    make_claim(article=article, quote="Talks follow", statement="They talk")

    assert quick_search("muttaqi islamabad").passages == [whole, part]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "%",
        "_",
        '"',
        "' OR 1=1 --",
        "a* AND NOT b",
        "(((",
        "title:x",
        "{title} : x",
        "📰",
        "x " * 500,
        "\\",
    ],
)
def test_whatever_is_typed_is_plain_words(query):
    make_claim()

    assert quick_search(query).claims == []


def test_few_are_shown_and_more_rows_take_no_more_queries(django_assert_max_num_queries):
    by = make_analyst()
    for _ in range(2 * MOST_SHOWN):
        make_claim(by=by, article=make_article(title="Muttaqi in Islamabad"))

    with django_assert_max_num_queries(12):
        found = quick_search("muttaqi islamabad")

    assert [len(rows) for rows in (found.claims, found.articles, found.passages)] == [MOST_SHOWN] * 3
    assert len(found.texts) == MOST_TEXTS
