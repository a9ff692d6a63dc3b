"""What copies of one report say alike is folded as it is read; a fold decides nothing."""

from datetime import date

import pytest

from claims.models import Suggestion
from claims.services import assistant, copies, folds, suggestions
from claims.vocabulary import SuggestionKind
from tests.factories import FORETOLD, make_analyst, make_article, make_claim, make_suggestion, make_version
from tests.services.assistant.reading import pending

pytestmark = pytest.mark.django_db
REPORT = (
    f"{FORETOLD} this week with an eleven-member delegation, officials in both capitals said on Sunday. "
    "The two sides will hold talks on trade, transit and the return of refugees to their home country. "
    "Pakistan kept its embassy in Kabul open through the summer and sent food and medicine by road."
)
OTHER = "Karzai plans to travel to Doha next week for talks with the Americans about the frozen reserves of the bank."


def read(*texts, day=7):
    """Import `texts`, each by an outlet of its own, have them read, and return the articles."""
    articles = [make_article(text, published_on=date(2021, 11, day)) for text in texts]
    assistant.work_off()
    return articles


def of(article, words=FORETOLD, kind=SuggestionKind.CLAIM):
    return next(one for one in pending(kind, version__article=article) if words in one.quote)


def test_same_words_in_copies_share_a_fold_and_the_best_of_them_speaks():
    articles = read(REPORT, f"{REPORT} More follows.", REPORT.replace("The two sides", "Two sides"))

    folded = [of(article) for article in articles]

    assert len({one.fold for one in folded}) == 1
    assert folded[0].fold is not None
    speaking = Suggestion.objects.pending().unfolded().filter(fold=folded[0].fold).get()
    assert speaking == min(folded, key=lambda one: (-one.score, one.pk))


def test_other_words_of_copies_stay_apart():
    first, second = read(REPORT, REPORT.replace("eleven-member", "twelve-member"))

    assert of(first).fold is None
    assert of(second).fold is None
    assert of(first, "The two sides").fold == of(second, "The two sides").fold is not None


def test_same_words_in_two_reports_that_are_no_copies_stay_apart():
    first, second = read(f"{OTHER} {REPORT}", f"{OTHER} " + "Snow fell in the north and closed the passes. " * 9)

    assert (of(first, "Karzai").fold, of(second, "Karzai").fold) == (None, None)


def test_evidence_for_a_claim_is_folded_whether_claim_or_copies_came_first():
    claim = make_claim(article=make_article(f"{FORETOLD} soon.", published_on=date(2021, 11, 6)))
    assistant.work_off()
    before = read(REPORT, REPORT + " More follows.")
    later = make_claim(statement="Muttaqi will visit Islamabad with a delegation", article=before[0], quote=FORETOLD)
    assistant.work_off()
    third = read(REPORT + " It rained.")

    for one, articles in ((claim, before + third), (later, before[1:] + third)):
        folds = {row.fold for row in pending(SuggestionKind.LINK, claim=one, version__article__in=articles)}
        assert len(folds) == 1
        assert None not in folds


def test_what_was_accepted_speaks_for_its_copies_until_that_is_taken_back():
    first, _ = read(REPORT, REPORT + " More follows.")
    analyst, best = make_analyst(), Suggestion.objects.pending().unfolded().filter(fold=of(first).fold).get()

    suggestions.accept(suggestion=best, by=analyst, acknowledged=True)
    assert not Suggestion.objects.pending().unfolded().filter(fold=best.fold).exists()
    assert Suggestion.objects.pending().filter(fold=best.fold).count() == 1

    suggestions.undo(by=analyst)
    assert Suggestion.objects.pending().unfolded().filter(fold=best.fold).get() == best


def test_after_a_rejection_the_next_best_copy_speaks():
    first, _ = read(REPORT, REPORT + " More follows.")
    best = Suggestion.objects.pending().unfolded().filter(fold=of(first).fold).get()

    suggestions.reject(suggestion=best, by=make_analyst())

    assert Suggestion.objects.pending().unfolded().filter(fold=best.fold).count() == 1


def test_copies_are_rejected_with_it_in_one_act_where_they_are_named():
    first, _ = read(REPORT, REPORT + " More follows.")
    analyst, best = make_analyst(), Suggestion.objects.pending().unfolded().filter(fold=of(first).fold).get()
    stranger = of(first, "The two sides")
    copies = Suggestion.objects.filter(fold=best.fold).exclude(pk=best.pk)

    suggestions.reject(suggestion=best, copies=[copies.get().pk, stranger.pk], by=analyst)

    assert set(Suggestion.objects.filter(state="rejected")) == {best, copies.get()}
    assert set(suggestions.undo(by=analyst)) == {best.pk, copies.get().pk}


def test_copy_that_gets_another_text_is_unfolded():
    first, second = read(REPORT, REPORT + " More follows.")

    version = make_version(
        second, f"{REPORT.split('.')[0]}. " + "Snow fell in the north and closed the passes. " * 12
    )
    assistant.work_off()

    assert pending(SuggestionKind.CLAIM, version=version, fold__isnull=False).count() == 0
    assert of(first) in Suggestion.objects.pending().unfolded()


@pytest.mark.parametrize("words", ["2021", "true"])
def test_words_that_look_like_data_are_read_as_the_words_that_they_are(words):
    articles = [make_article(f"{REPORT} {words} {n}.", published_on=date(2021, 11, 7)) for n in range(2)]
    found = [make_suggestion(SuggestionKind.CLAIM, article=article, quote=words) for article in articles]
    for article in articles:
        copies.record(article.newest_version())

    folds.fold(Suggestion.objects.all())

    # So few words are alike by chance.
    assert {one.fold for one in Suggestion.objects.filter(pk__in=[one.pk for one in found])} == {None}
