"""What `find_evidence` offers on the starter corpus, as a person would expect it."""

import io
import json

import pytest
from django.core.management import call_command

from claims.models import Claim
from claims.reports.candidates import candidates_for
from claims.services import links
from claims.vocabulary import Stance
from tests.factories import make_reviewer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

MUTTAQI, KARZAI = "Muttaqi will visit Islamabad", "Hamid Karzai will be part of the team travelling to Qatar"
YAO = "Yao Jing represented China at the Troika Plus of 11 November"


def find(statement, published, limit=20):
    out = io.StringIO()
    call_command("find_evidence", statement=statement, published=published, limit=limit, json=True, stdout=out)
    return json.loads(out.getvalue())


def offered(found, words):
    [one] = [one for one in found if words in one["quote"]]
    return one["stance"], one["basis"]


def test_arrival_is_the_outcome_of_the_visit():
    assert offered(find(MUTTAQI, "2021-11-07"), "arrived in Islamabad on Wednesday") == ("supports", "outcome")


def test_foretelling_reports_support_the_expectation():
    found = find(MUTTAQI, "2021-11-07")

    assert offered(found, "is likely to visit Islamabad") == ("supports", "expectation")
    assert offered(found, "is expected to visit Islamabad") == ("supports", "expectation")


def test_an_office_in_a_report_is_who_held_it_that_day():
    found = find(MUTTAQI, "2021-11-07")

    assert offered(found, "interim Foreign Minister is expected to visit Pakistan") == ("supports", "expectation")


@pytest.mark.parametrize(
    ("words", "basis", "reason"),
    [
        ("visit was on the cards", "expectation", "place from the sentence before: Islamabad"),
        ("It will be his first visit to Pakistan", "expectation", "“his” from the sentence before: Muttaqi"),
        ("Taliban foreign minister arrives", "outcome", "“Taliban foreign minister” is Amir Khan Muttaqi"),
        ("conference in Islamabad, AFP was told", "expectation", "whoever meets there goes there: attend"),
    ],
)
def test_what_a_sentence_leaves_to_be_understood_stands_around_it(words, basis, reason):
    [one] = [one for one in find(MUTTAQI, "2021-11-07", limit=60) if words in one["quote"]]

    assert (one["stance"], one["basis"]) == ("supports", basis)
    assert one["reasons"][0].startswith(reason)


def test_what_goes_back_to_the_same_paper_says_so():
    claim = Claim.objects.get(statement=MUTTAQI)
    for link in claim.links.exclude(stance=Stance.ASSERTS):
        links.withdraw(link=link, reason="To be looked for anew.", by=make_reviewer())

    shared = {one.article.imported_from: one.same_origin for one in candidates_for(claim) if one.same_origin}

    assert shared["2021-11-07-ani-muttaqi-likely-to-visit.txt"].startswith("same origin presumed: both came through")
    assert "2021-11-10-us-envoy-to-meet-taliban-in-pakistan.txt" not in shared


def test_who_stayed_in_kabul_did_not_travel():
    found = find(KARZAI, "2021-07-14")

    assert offered(found, "stayed in Kabul") == ("refutes", "outcome")
    assert [one["quote"] for one in found if one["stance"] == "refutes"] == [found[0]["quote"]]


def test_two_chinese_envoys_are_for_a_person():
    [one] = [one for one in find(YAO, "2021-11-11") if "Yue Xiaoyong" in one["quote"]]

    assert (one["stance"], one["basis"]) == ("context", None)
    assert "check these two" in one["reasons"][0]


@pytest.mark.parametrize(
    "statement",
    [
        MUTTAQI,
        "Zalmay Khalilzad will meet Imran Khan in Islamabad",
        "Zalmay Khalilzad met Imran Khan",
        "Thomas West will visit Islamabad",
        "The US special envoy will meet the prime minister of Pakistan",
    ],
)
def test_meeting_of_2019_is_no_outcome_of_2021(statement):
    found = find(statement, "2021-11-07")

    assert not [one for one in found if one["published_on"] == "2019-10-29" and one["stance"] != "context"]
