"""The rows behind a number of a report hold what they were counted for."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.services import passages
from claims.services.attribution import Attribution
from claims.vocabulary import SpeakerKind, Stance
from tests.factories import make_analyst, make_article, make_claim, make_decision, make_link, make_reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def browse(client):
    client.force_login(make_reviewer())
    return client


@pytest.fixture
def claim():
    return make_claim()


def flags_behind(browse, url):
    return re.findall(r'class="flag" data-value="(\w+)">([^<]+)<', browse.get(url).text)


def test_claims_behind_a_number_show_their_flags(browse, claim):
    make_link(claim)
    make_decision(claim)
    make_link(claim)
    make_link(claim, stance=Stance.QUALIFIES)

    found = flags_behind(browse, reverse("report-rows", args=["R1", "live"]))

    assert found == [("qualified", "Qualified"), ("needs_review", "Needs re-review")]


def test_claims_behind_a_number_show_the_flags_of_the_cut_off(browse, claim):
    before = timezone.now()
    make_link(claim, stance=Stance.QUALIFIES)

    def found(**when):
        return flags_behind(browse, reverse("report-rows", args=["R1", "live"], query=when))

    assert found(recorded_by=before.isoformat()) == []
    assert found() == [("qualified", "Qualified")]


@pytest.fixture
def anonymous_words():
    """A claim that an unnamed official made in Dawn on 7 November."""
    article = make_article(publisher="Dawn")
    said = Attribution(speaker="an official", speaker_kind=SpeakerKind.ANONYMOUS)
    return make_claim(article=article, attribution=said)


ANONYMOUS = "origins-all-anonymous"


def behind_the_anonymous(browse, **when):
    return browse.get(reverse("report-rows", args=["R6", ANONYMOUS], query=when))


def test_words_behind_a_share_say_who_spoke_in_which_outlet_and_when(browse, anonymous_words):
    [row] = behind_the_anonymous(browse).context["rows"]

    assert (row.speaker, row.speaker_kind) == ("an official", "Anonymous")
    assert (row.outlet, row.published_on.isoformat()) == ("Dawn", "2021-11-07")
    assert all(word in behind_the_anonymous(browse).text for word in ("an official", "Dawn", "7 Nov 2021"))


def test_words_behind_a_share_are_told_as_of_the_record_cut_off(browse, anonymous_words):
    passage = anonymous_words.links.get().passage
    before = timezone.now()
    named = Attribution(speaker="Asim Iftikhar", speaker_kind=SpeakerKind.NAMED_PERSON)
    passages.reattribute(passage=passage, attribution=named, reason="He was named.", by=make_analyst())

    [row] = behind_the_anonymous(browse, recorded_by=before.isoformat()).context["rows"]

    assert (row.speaker, row.speaker_kind) == ("an official", "Anonymous")
