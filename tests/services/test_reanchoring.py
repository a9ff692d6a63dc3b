import pytest

from claims.models import Link, Suggestion
from claims.services import importing, links, passages
from claims.vocabulary import AnchorMethod, EvidenceStatus, SuggestionState
from tests.factories import ARRIVED, make_analyst, make_article, make_claim, make_link, make_version

pytestmark = pytest.mark.django_db


def test_a_passage_moves_with_its_exact_words():
    article = make_article("He said an 11-member team will go. Talks follow.")
    passage = passages.mark(article=article, quote="an 11-member team", by=make_analyst())

    version = make_version(article, "UPDATED. He said an 11-member team  will go. Nothing more is known.")

    anchor = passage.anchors.get(version=version)
    assert version.text[anchor.start : anchor.end] == "an 11-member team"
    assert anchor.method == AnchorMethod.EXACT
    assert passage.anchors.count() == 2


def test_words_that_stand_several_times_keep_their_surroundings():
    article = make_article("They met in Doha. They left for talks in Doha.")
    passage = passages.mark(article=article, quote="Doha", near=40, by=make_analyst())

    version = make_version(article, "Doha is hot. They met in Doha. They left for talks in Doha.")

    assert passage.anchors.get(version=version).start == version.text.rindex("Doha")


@pytest.mark.parametrize(
    "sentence",
    [
        "He did not say that an 11-member team will go.",
        "He said an 11-member team will go on Friday.",
        "He said an 11-member team will go?",
    ],
)
def test_words_whose_sentence_changed_are_suggested_never_taken(sentence):
    article = make_article("He said an 11-member team will go. Talks follow.")
    passage = passages.mark(article=article, quote="an 11-member team", by=make_analyst())

    version = make_version(article, f"{sentence} Talks follow.")

    assert not passage.anchors.filter(version=version).exists()
    suggestion = Suggestion.objects.get()
    assert version.text[suggestion.start : suggestion.end] == "an 11-member team"


def test_words_that_a_person_chose_keep_their_place_in_the_next_version():
    claim, article = make_claim(), make_article("He said an 11-member team will go. Talks follow.")
    link = make_link(claim, article=article, quote="an 11-member team")
    make_version(article, "He said a 12-member team will go. Talks follow.")
    links.reaffirm(link=link, reason="The number does not matter.", quote="a 12-member team", by=make_analyst())

    version = make_version(article, "Late news. He said a 12-member team will go. Talks follow.")

    anchor = link.passage.anchors.get(version=version)
    assert (version.text[anchor.start : anchor.end], anchor.method) == ("a 12-member team", AnchorMethod.MANUAL)


def test_words_that_changed_are_suggested_never_taken():
    article = make_article("He said an 11-member team will go. Talks follow.")
    passage = passages.mark(article=article, quote="an 11-member team", by=make_analyst())

    version = make_version(article, "He said a 12-member team will go. Talks follow.")

    assert not passage.anchors.filter(version=version).exists()
    suggestion = Suggestion.objects.get()
    assert version.text[suggestion.start : suggestion.end] == "a 12-member team"
    assert suggestion.payload == {"passage": passage.pk}


def test_a_suggestion_for_an_older_version_is_stale():
    article = make_article("He said an 11-member team will go. Talks follow.")
    passages.mark(article=article, quote="an 11-member team", by=make_analyst())
    make_version(article, "He said a 12-member team will go. Talks follow.")

    make_version(article, "He said a 13-member team will go. Talks follow.")

    states = Suggestion.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == [SuggestionState.STALE, SuggestionState.PENDING]


def test_words_that_left_suspend_their_links_until_they_return():
    claim = make_claim()
    article = make_link(claim).passage.article
    text = article.newest_version().text

    make_version(article, "The visit was put off, the ministry says.")
    claim.figures.refresh_from_db()
    gone = claim.figures.evidence_status
    make_version(article, f"{text} So it is said again.")
    claim.figures.refresh_from_db()

    assert ARRIVED in text
    assert (gone, claim.figures.evidence_status) == (EvidenceStatus.SINGLE_SOURCE, EvidenceStatus.OUTCOME_REPORTED)


def test_the_import_of_a_changed_text_says_how_many_links_it_suspends():
    article = make_article()
    make_claim(article=article)
    make_claim(article=article, quote="Talks follow", statement="Talks will follow")

    raw = b"Nobody is expected to visit Islamabad this week. Talks follow."
    outcome = importing.import_file(name=article.imported_from, raw=raw)

    assert outcome.reason.endswith("1 link is suspended, because the words or their sentence changed.")
    assert Link.objects.without_place_in(article.newest_version()).count() == 1
