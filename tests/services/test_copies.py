from collections import Counter
from datetime import date

import pytest

from claims.models import ArticleCopy, Event, Fingerprint
from claims.reports.near_copies import telling_runs
from claims.services import copies
from claims.text.copies import word_runs
from tests.factories import make_article, make_version

pytestmark = pytest.mark.django_db

REPORT = """The delegation will travel to Doha on Monday for two days of talks, the ministry said in a statement.
It is led by the deputy minister and will meet envoys of six countries. The talks are the third of their kind since
the summer, and the first in which the neighbours take part. An earlier round ended without a joint statement, though
both sides called it useful. Officials said they hoped that trade, transit and the opening of the border to lorries
would be settled this time."""
ELSEWHERE = """Heavy snow closed the pass for the second day, and rescuers reached the last of the stranded lorries
only after dark. Drivers had spent the night in their cabs. The road authority said it would open one lane by noon if
the wind dropped, and warned of further falls towards the weekend."""


def recorded(text, **fields):
    article = make_article(text, **fields)
    copies.record(article.newest_version())
    return article


def test_the_same_report_in_two_outlets_is_kept_as_a_pair():
    first = recorded(REPORT)
    second = recorded(REPORT.replace("third", "fourth") + " A spokesman declined to say more.")

    pair = ArticleCopy.objects.get()
    assert (pair.first, pair.second) == (first, second)
    assert (pair.first_version, pair.second_version) == (first.newest_version(), second.newest_version())
    assert 0.85 < pair.resemblance < 0.95
    assert pair.first_share > pair.second_share


def test_a_short_text_inside_a_longer_one_is_found_whichever_came_first():
    short = REPORT.split("\n")[0]
    contained = recorded(short)
    container = recorded(f"{ELSEWHERE} {REPORT}")
    again = recorded(short + " (dpa)")

    of_container = ArticleCopy.objects.of([container.pk]).order_by("pk")
    assert [pair.first for pair in of_container] == [contained, container]
    assert of_container[0].first_share > 0.9
    assert of_container[1].second == again


def test_reports_of_one_subject_in_words_of_their_own_are_no_copies():
    recorded(REPORT)
    recorded(
        "Envoys of six countries are to meet the deputy minister in Doha next week. The border is to be discussed."
    )
    recorded(ELSEWHERE)

    assert not ArticleCopy.objects.exists()


def test_less_is_enough_where_both_credit_one_agency():
    opening = "KABUL (Reuters) - " + " ".join(REPORT.split()[:30])
    recorded(f"{opening} in Kabul. {ELSEWHERE}")
    recorded(f"{opening} at home. {REPORT[::-1]}"[:600])
    recorded(f"{opening.replace('(Reuters)', '')} abroad. {REPORT[::-1]}"[:600].replace("KABUL", ""))

    assert "Reuters" in ArticleCopy.objects.values_list("agency", flat=True)


def test_a_new_version_takes_the_place_of_the_one_before():
    first, second = recorded(REPORT), recorded(f"{REPORT} More soon.")
    version = make_version(second, ELSEWHERE)

    copies.record(version)

    assert not ArticleCopy.objects.exists()
    assert set(Fingerprint.objects.values_list("version", flat=True)) == {first.newest_version().pk, version.pk}


def test_a_version_that_is_no_longer_the_newest_changes_nothing():
    article = recorded(REPORT)
    former = article.newest_version()
    copies.record(make_version(article, ELSEWHERE))

    assert copies.record(former) == []
    assert not Fingerprint.objects.filter(version=former).exists()


def test_recording_twice_changes_nothing_and_is_not_logged():
    recorded(REPORT)
    second = recorded(f"{REPORT} More soon.")
    before = (ArticleCopy.objects.count(), Fingerprint.objects.count(), Event.objects.count())

    copies.record(second.newest_version())

    assert (ArticleCopy.objects.count(), Fingerprint.objects.count(), Event.objects.count()) == before


def test_all_is_found_anew_after_a_loss():
    first, second = make_article(REPORT), make_article(f"{REPORT} More soon.")

    assert copies.rebuild() == 2
    pair = ArticleCopy.objects.get()
    assert (pair.first, pair.second) == (first, second)


def test_a_report_that_more_articles_carry_than_are_asked_for_is_still_found(monkeypatch):
    monkeypatch.setattr("claims.reports.near_copies.MOST_HOLDERS", 3)

    for _ in range(6):
        recorded(REPORT)

    assert ArticleCopy.objects.count() == 15


def test_what_many_articles_carry_at_their_end_finds_no_candidates(monkeypatch):
    monkeypatch.setattr("claims.reports.near_copies.MOST_HOLDERS", 3)
    at_the_end = "Subscribe to our newsletter and read every morning what the day will bring to you and your town."
    for number in range(5):
        recorded(f"{' '.join(f'{word}{number}' for word in ELSEWHERE.split())} {at_the_end}")
    recorded(ELSEWHERE)

    found = telling_runs(word_runs(f"{ELSEWHERE} {at_the_end}"))

    common = Counter(Fingerprint.objects.values_list("value", flat=True)).most_common()
    assert found
    assert not set(found) & {value for value, count in common if count == 5}


def test_a_text_without_three_words_has_no_copies():
    recorded("He came.")
    recorded("He came.", published_on=date(2021, 11, 8))

    assert not ArticleCopy.objects.exists()
