from datetime import date

import pytest
from django.db import connection

from claims.models import Sentence
from claims.reports.candidates import MOST_CONTEXT, candidates_for, candidates_for_statement
from claims.reports.sentence_search import search_sentences
from claims.services import articles, sentence_index, sources
from claims.services.attribution import Attribution
from claims.vocabulary import SourceKind, SpeakerKind, Stance, Standing
from tests.factories import make_analyst, make_article, make_claim, make_link, make_reviewer, make_version

pytestmark = pytest.mark.django_db

VISIT = "Muttaqi will visit Islamabad"
ARRIVAL = "Muttaqi arrived in Islamabad on Wednesday."


def found_texts(statement):
    ids, _ = search_sentences(statement)
    texts = dict(Sentence.objects.filter(pk__in=ids).values_list("pk", "text"))
    return [texts[pk] for pk in ids]


def test_sentences_with_the_rarest_words_come_first():
    make_article("The rain fell on Kabul. Muttaqi visits. The rain fell on Doha. Nothing happened.")
    make_article("Muttaqi visits Islamabad. The rain fell.")

    assert found_texts("Muttaqi visited Islamabad") == ["Muttaqi visits Islamabad.", "Muttaqi visits."]


@pytest.mark.parametrize(
    "statement", ["", "the of and", '"', "NEAR(a b)", "a OR b AND *", "'; --", "col:x", "🎉", "\x00"]
)
def test_whatever_is_asked_is_words(statement):
    make_article(ARRIVAL)

    assert search_sentences(statement)[0] == []


def test_only_the_newest_version_is_searched():
    article = make_article("Muttaqi will come. Doha waits.")
    make_version(article, "Muttaqi stays in Kabul. Doha waits.")

    assert found_texts("Muttaqi comes") == ["Muttaqi stays in Kabul."]
    assert found_texts("Doha") == ["Doha waits."]


def test_index_built_anew_holds_the_same():
    make_version(make_article("Muttaqi will come. Doha waits."), "Muttaqi stays in Kabul. Doha waits.")
    make_article(ARRIVAL)
    before = found_texts("Muttaqi in Islamabad, Kabul, Doha")

    sentence_index.rebuild()

    assert found_texts("Muttaqi in Islamabad, Kabul, Doha") == before != []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="FTS5 alone can disagree with its table")
def test_index_agrees_with_the_sentences():
    make_article("Muttaqi will come. Doha waits.")

    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO claims_sentencesearch (claims_sentencesearch, rank) VALUES ('integrity-check', 1)"
        )


def test_report_of_the_event_is_offered_as_its_outcome():
    report = make_article(f"{ARRIVAL} The weather was fine.", published_on=date(2021, 11, 10), name="arrival.txt")

    best = candidates_for_statement(VISIT, date(2021, 11, 7))[0]

    assert (best.article, best.quote, best.stance, best.basis) == (report, ARRIVAL, "supports", "outcome")
    assert report.newest_version().text[best.start : best.end] == ARRIVAL
    assert best.reasons[0] == "tells of the same event: arrived"


def test_a_report_that_names_it_all_at_its_beginning_stands_before_one_that_does_so_later():
    talk = " ".join(f"Much was said of trade, part {number}." for number in range(30))
    late = make_article(f"Talks were held. Trade was spoken of. {talk} Muttaqi spoke of Islamabad.")
    early = make_article(f"Talks were held. Trade was spoken of. Muttaqi spoke of Islamabad. {talk}")

    assert [one.article for one in candidates_for_statement("Muttaqi in Islamabad")] == [early, late]


def test_a_file_can_be_left_out():
    make_article(ARRIVAL, name="arrival.txt")

    assert candidates_for_statement(VISIT, exclude_file="arrival.txt") == []


def test_passages_of_a_stored_claim_are_left_out_and_its_own_article_supports_nothing():
    own = make_article("Muttaqi is expected to visit Islamabad. Muttaqi will visit Islamabad, he said.")
    claim = make_claim(article=own)
    report = make_article(f"{ARRIVAL} Muttaqi flew to Islamabad on a plane.", published_on=date(2021, 11, 10))
    make_link(claim, article=report, quote="Muttaqi arrived in Islamabad")

    found = {one.quote: (one.stance, one.reasons[0]) for one in candidates_for(claim)}

    assert found["Muttaqi will visit Islamabad, he said."] == ("context", "E1: the article makes the claim itself")
    assert found["Muttaqi flew to Islamabad on a plane."][0] == "supports"
    assert len(found) == 2


def test_a_withdrawn_link_does_not_hide_its_passage():
    from claims.services import links

    claim = make_claim()
    link = make_link(claim, stance=Stance.CONTEXT)
    links.withdraw(link=link, reason="Linked by mistake.", by=link.created_by)

    assert any(one.quote.startswith("Muttaqi arrived") for one in candidates_for(claim))


def test_a_withdrawn_article_is_context():
    article = make_article(ARRIVAL, published_on=date(2021, 11, 10))
    articles.set_standing(article=article, standing=Standing.WITHDRAWN, reason="Retracted.", by=make_analyst())

    [one] = candidates_for_statement(VISIT, date(2021, 11, 7))

    assert (one.stance, one.basis, one.reasons[0]) == ("context", None, "the article was withdrawn")


def test_no_more_are_given_than_are_asked_for_and_the_best_stand_first():
    for number in range(5):
        make_article(f"Muttaqi arrived in Islamabad, report {number}. Muttaqi spoke.")

    found = candidates_for_statement(VISIT, limit=3)

    assert len(found) == 3
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_queries_do_not_grow_with_the_sentences(django_assert_max_num_queries):
    for number in range(10):
        make_article(f"Muttaqi arrived in Islamabad, report {number}.")

    with django_assert_max_num_queries(5):
        candidates_for_statement(VISIT)


def test_an_alias_names_the_person_where_it_held_when_the_passage_was_published():
    muttaqi = sources.find_or_create(name="Amir Khan Muttaqi", kind=SourceKind.PERSON, by=make_analyst())
    sources.add_alias(
        source=muttaqi, surface="Afghan foreign minister", valid_from=date(2021, 9, 7), by=make_reviewer()
    )
    make_article("The Afghan foreign minister flew to Doha.", published_on=date(2021, 7, 14))
    make_article("The Afghan foreign minister flew to Islamabad.", published_on=date(2021, 11, 10))

    found = {
        one.quote: one.stance for one in candidates_for_statement("Muttaqi will visit Pakistan", date(2021, 7, 1))
    }

    assert found["The Afghan foreign minister flew to Islamabad."] == "supports"
    assert found.get("The Afghan foreign minister flew to Doha.") != "supports"


def test_a_passage_that_cites_whom_the_claim_cites_says_so():
    claim = make_claim(
        article=make_article("Muttaqi is expected to visit Islamabad, sources told The Express Tribune."),
        attribution=Attribution(
            speaker="sources", speaker_kind=SpeakerKind.ANONYMOUS, through=("ANI", "The Express Tribune")
        ),
    )
    make_article("Muttaqi will visit Islamabad soon, sources told The Express Tribune.")
    make_article("Muttaqi will visit Islamabad soon, Thomas West told AFP.")

    found = {one.quote: one.same_origin for one in candidates_for(claim)}

    assert found["Muttaqi will visit Islamabad soon, sources told The Express Tribune."] == (
        "same origin presumed: both came through The Express Tribune"
    )
    assert found["Muttaqi will visit Islamabad soon, Thomas West told AFP."] == ""


def test_why_one_origin_is_presumed_stands_among_the_reasons():
    claim = make_claim(article=make_article(publisher="The Orient News"))
    make_article(ARRIVAL, published_on=date(2021, 11, 10), publisher="The Orient News")

    [one] = candidates_for(claim)[:1]

    assert one.same_origin in one.reasons
    assert "The Orient News" in one.same_origin


def test_of_one_article_little_is_offered_that_only_touches_the_claim():
    make_article(" ".join(f"Muttaqi spoke of Islamabad, part {number}." for number in range(5)) + f" {ARRIVAL}")

    found = candidates_for_statement(VISIT, date(2021, 11, 7))

    assert [one.stance for one in found].count("context") == MOST_CONTEXT
    assert ARRIVAL in [one.quote for one in found]
