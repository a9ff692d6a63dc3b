from dataclasses import replace
from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from claims.errors import NotAllowed, Refused
from claims.models import Event, Topic
from claims.reports.comparison import compare
from claims.reports.document import GRACE, document
from claims.reports.editions import frozen, run_again
from claims.reports.numbered.registry import REPORTS
from claims.reports.scope import Scope
from claims.reports.stored_document import from_stored, to_stored
from claims.reports.writing.formats import FORMATS
from claims.services import amending, articles, editions, links, people
from claims.vocabulary import Noun, Standing, Verb
from tests.factories import make_administrator, make_analyst, make_claim, make_decision, make_link, make_reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim():
    claim = make_claim(topic_names=["Diplomacy"])
    make_link(claim)
    return claim


def freeze(code="R11", scope=None, **more):
    more = {"title": "For the editor", "by": make_reviewer()} | more
    return editions.freeze(code=code, scope=scope or Scope(), **more)


def test_an_edition_fixes_both_cut_offs(claim, time_machine):
    time_machine.move_to(timezone.now() + timedelta(hours=1), tick=False)

    edition = freeze()

    assert (edition.as_of, edition.recorded_by) == (timezone.localdate(), timezone.now())


@pytest.mark.parametrize("code", REPORTS)
def test_what_was_frozen_is_kept_word_for_word(claim, code):
    edition = freeze(code)

    edition.refresh_from_db()

    assert frozen(edition).digest == edition.sha256
    assert run_again(edition).same


@pytest.mark.parametrize("code", REPORTS)
def test_a_document_comes_back_from_the_records_as_it_was(claim, code):
    make_decision(claim)

    written = document(code, Scope(), with_evidence=True)

    assert from_stored(to_stored(written)) == written


@pytest.mark.parametrize("name", FORMATS)
def test_an_edition_gives_the_same_bytes_whatever_happens_later(claim, name):
    edition = freeze()
    before = FORMATS[name].write(frozen(edition))

    amending.edit(claim=claim, values={"statement": "Muttaqi will not come"}, reason="Wrong.", by=make_analyst())
    make_claim(statement="Another claim")
    edition.refresh_from_db()

    assert FORMATS[name].write(frozen(edition)) == before
    assert FORMATS[name].write(run_again(edition).document) == before


def test_running_again_obeys_the_record_cut_off(claim):
    edition = freeze()
    link = claim.links.exclude(stance="asserts").get()

    links.withdraw(link=link, reason="Not about the visit.", by=link.created_by)
    make_link(claim)
    articles.set_standing(
        article=link.passage.article, standing=Standing.WITHDRAWN, reason="Taken down.", by=make_analyst()
    )
    make_decision(claim)

    assert run_again(edition).same


def test_what_the_log_does_not_hold_is_told_when_run_again(claim):
    edition = freeze()
    link = claim.links.exclude(stance="asserts").get()
    outlet = link.passage.article.outlet
    type(outlet).objects.filter(pk=outlet.pk).update(name="Renamed Gazette")

    check = run_again(edition)

    assert not check.same
    assert any("Renamed Gazette" in change.after for change in check.changes)


def test_a_moment_of_another_zone_is_frozen_in_utc_and_runs_again(claim, settings):
    settings.TIME_ZONE = "Asia/Karachi"
    moment = timezone.now()

    edition = freeze(scope=Scope(recorded_by=moment.astimezone(ZoneInfo("Asia/Karachi"))))

    edition.refresh_from_db()
    assert dict(frozen(edition).asked)["On record by"].endswith(f"{moment.astimezone(UTC):%H:%M:%S} UTC")
    assert run_again(edition).same


@pytest.mark.parametrize("code", REPORTS)
def test_an_edition_runs_again_when_somebody_is_called_otherwise(claim, code):
    make_decision(claim)
    edition = freeze(code, scope=Scope(owner=claim.owner))

    people.change(user=claim.owner, by=make_administrator(), username="married", first_name="Mary")

    assert run_again(edition).changes == ()
    assert run_again(edition).same


def test_an_edition_of_a_person_kept_by_user_name_is_found(claim):
    edition = freeze(scope=Scope(owner=claim.owner))
    edition.asked = {"owner": claim.owner.username}

    assert run_again(edition).same


def test_another_number_of_days_of_grace_is_told(claim, settings):
    settings.FACTCHECK_GRACE_DAYS = 3
    edition = freeze("R2")

    settings.FACTCHECK_GRACE_DAYS = 5000

    check = run_again(edition)
    assert not check.same
    assert (f"Asked: {GRACE}", "3", "5000") in [(one.where, one.before, one.after) for one in check.changes]


def test_who_froze_it_is_named_as_they_were_called_then(claim):
    reviewer = make_reviewer("rita")
    edition = freeze(by=reviewer)

    people.change(user=reviewer, by=make_administrator(), username="margarita")

    edition.refresh_from_db()
    assert frozen(edition).imprint[:3] == (
        ("Edition", str(edition.pk)),
        ("Report", "R11 As-of edition"),
        ("Frozen by", "rita"),
    )


def test_two_editions_tell_what_changed(claim):
    first = freeze("R1")
    make_claim(statement="Another claim")

    second = freeze("R1")

    changes = {change.where: (change.before, change.after) for change in compare(frozen(first), frozen(second))}
    assert changes["Live claims"] == ("1", "2")
    assert not any(where.startswith(("Asked", "What is counted", "Evidence of C-1:")) for where in changes)


def test_filters_are_kept_and_asked_again(claim):
    make_claim(statement="Without a topic")
    scope = Scope(topic=Topic.objects.get(), owner=claim.owner, published_from=date(2021, 11, 1))

    edition = freeze(scope=scope)

    assert edition.asked == {"topic": "diplomacy", "owner": claim.owner.pk, "published_from": "2021-11-01"}
    assert run_again(edition).same
    assert frozen(edition).report.find("live").members == (claim.number,)


def test_freezing_is_logged(claim):
    edition = freeze()

    event = Event.objects.get(noun=Noun.EDITION, verb=Verb.FROZEN)
    assert (event.object_id, event.after["sha256"]) == (edition.pk, edition.sha256)


def test_only_reviewers_freeze(claim):
    with pytest.raises(NotAllowed):
        freeze(by=make_analyst())


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"title": "  "}, "needs a title"),
        ({"title": "x" * 201}, "at most 200 characters"),
        ({"code": "R99"}, "There is no report “R99”"),
        ({"scope": Scope(as_of=date(2999, 1, 1))}, "a day to come"),
    ],
)
def test_what_cannot_be_frozen_is_refused(claim, more, said):
    with pytest.raises(Refused, match=said):
        freeze(**more)


def test_a_moment_to_come_is_refused(claim):
    with pytest.raises(Refused, match="a moment to come"):
        freeze(scope=Scope(recorded_by=timezone.now() + timedelta(days=1)))


def test_too_many_claims_are_refused_with_a_way_out(claim, monkeypatch):
    monkeypatch.setattr(editions, "MOST_CLAIMS", 0)

    with pytest.raises(Refused, match="Narrow it by a topic"):
        freeze()


def test_a_change_of_the_title_is_no_change_of_the_content(claim):
    written = frozen(freeze())

    assert compare(written, replace(written, title="Another")) == ()


def test_the_note_of_who_froze_it_stands_at_the_head_and_outside_the_digest(claim):
    plain, noted = freeze("R1"), freeze("R1", note="Before the talks.")

    assert ("Note", "Before the talks.") in frozen(noted).facts
    assert "Note" not in dict(frozen(plain).facts)
    assert frozen(noted).digest == noted.sha256
