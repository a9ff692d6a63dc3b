from datetime import date

import pytest
from django.template.loader import render_to_string

from claims.reports.families import family_of
from claims.services import copies
from tests.factories import make_article
from tests.services.test_copies import ELSEWHERE, REPORT

pytestmark = pytest.mark.django_db


def recorded(text, **fields):
    article = make_article(text, **fields)
    copies.record(article.newest_version())
    return article


def test_the_earliest_stands_first_and_the_undated_last():
    undated = recorded(REPORT, published_on=None)
    late = recorded(f"{REPORT} More soon.", published_on=date(2021, 11, 9))
    early = recorded(f"Just in: {REPORT}", published_on=date(2021, 11, 8))

    family = family_of(late)

    assert [kin.article for kin in family] == [early, late, undated]
    assert [kin.is_itself for kin in family] == [False, True, False]


def test_an_article_alone_has_no_family():
    recorded(REPORT)

    assert family_of(recorded(ELSEWHERE)) == []


def test_kin_say_what_they_share():
    one = recorded(REPORT)
    recorded(REPORT.replace("third", "fourth"))
    recorded(f"{ELSEWHERE} {REPORT} {ELSEWHERE.upper()[::-1]}")
    recorded(REPORT[: len(REPORT) // 3])

    said = [(kin.shared, kin.kind) for kin in family_of(one)]

    assert said == [
        ("the article itself", "itself"),
        ("96 % of its words", "copy"),
        ("contains it", "part"),
        ("is contained in it", "part"),
    ]


def test_copies_of_copies_belong_to_the_family():
    words = REPORT.split()
    texts = [" ".join(words[start : start + 50]) for start in (0, 15, 30)]
    first, _, last = [recorded(text) for text in texts]

    family = family_of(first)

    assert [kin.shared for kin in family][2] == "a copy of a copy"
    assert family[2].article == last


def test_a_round_up_makes_no_family_of_the_reports_in_it():
    report, other = recorded(REPORT), recorded(ELSEWHERE)
    roundup = recorded(f"{REPORT} {ELSEWHERE} {REPORT[::-1]}")

    assert [kin.article for kin in family_of(report)] == [report, roundup]
    assert [kin.article for kin in family_of(roundup)] == [report, other, roundup]


def test_what_both_credit_is_named():
    one = recorded(f"KABUL (Reuters) - {REPORT}")
    recorded(f"KABUL (Reuters) - {REPORT} More soon.")

    assert [kin.agency for kin in family_of(one)] == ["", "Reuters"]


def test_the_family_asks_the_database_as_often_however_large_it_is(django_assert_num_queries):
    one = recorded(REPORT)
    recorded(f"{REPORT} More soon.")
    with django_assert_num_queries(3):
        family_of(one)

    recorded(f"{REPORT} More tomorrow.")
    with django_assert_num_queries(3):
        [str(kin.article.outlet) for kin in family_of(one) if not kin.is_itself]


def test_the_page_says_one_origin_unless_shown_otherwise(rf):
    request = rf.get("/")
    request.htmx = False
    one = recorded(REPORT)
    other = recorded(f"{REPORT} More soon.", published_on=None)

    page = render_to_string("claims/_article_family.html", {"family": family_of(one), "request": request})

    assert "2 articles carry this text or part of it; they are one origin unless shown otherwise." in page
    assert other.get_absolute_url() in page
    assert "date not stated" in page
    assert render_to_string("claims/_article_family.html", {"family": []}).strip() == ""
