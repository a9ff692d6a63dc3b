from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from claims.reports.numbered.doubts import build
from claims.reports.scope import Scope
from claims.services import amending, articles, claim_sets, links, merging
from claims.vocabulary import Basis, ClaimKind, Independence, Stance, Standing, Verdict
from tests.factories import (
    make_analyst,
    make_claim,
    make_claim_set,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
)
from tests.reports.numbered.reading import figure, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def on(time_machine):
    """Go to noon of a day of November 2021."""

    def go(day):
        time_machine.move_to(datetime(2021, 11, day, 12, tzinfo=UTC))

    go(10)
    return go


def since(report, name):
    return [(one["number"], one["since"].day, one["days"]) for one in rows(report, name)]


def refute(claim, basis=Basis.OUTCOME, **fields):
    return make_link(claim, stance=Stance.REFUTES, basis=basis, **fields)


def test_a_conflict_is_as_old_as_the_later_side(on):
    claim = make_claim()
    make_link(claim)
    on(12)
    refute(claim)
    on(13)
    make_link(claim)
    on(15)

    assert since(build(Scope()), "conflicting") == [(claim.number, 12, 3)]


def test_a_link_that_does_not_count_is_no_side_of_a_conflict(on):
    claim = make_claim()
    make_link(claim)
    refute(claim, independence=Independence.UNDETERMINED)
    links.withdraw(link=refute(claim), reason="A mistake.", by=make_analyst())
    on(14)
    refute(claim)
    on(15)

    assert since(build(Scope()), "conflicting") == [(claim.number, 14, 1)]


@pytest.mark.parametrize(
    ("kind", "basis"), [(ClaimKind.FORECAST, Basis.EXPECTATION), (ClaimKind.EVENT, Basis.OUTCOME)]
)
def test_where_the_other_side_is_the_claim_itself_it_is_as_old_as_what_contradicts_it(on, kind, basis):
    claim = make_claim(kind=kind)
    on(11)
    refute(claim, basis)
    on(15)

    assert since(build(Scope()), "conflicting") == [(claim.number, 11, 4)]


def test_a_decided_claim_is_no_conflict_any_more(on):
    claim = make_claim()
    make_link(claim)
    refute(claim)

    make_decision(claim, verdict=Verdict.UNRESOLVED, unresolved_reason="conflicting")

    assert figure(build(Scope()), "Conflicting evidence") == 0


def test_proposals_are_disputed_since_the_first_that_differed(on):
    claim = make_claim()
    make_link(claim)
    make_proposal(claim)
    on(11)
    make_proposal(claim)
    on(12)
    make_proposal(claim, verdict=Verdict.UNRESOLVED)
    on(13)
    make_proposal(claim, verdict=Verdict.MOOT)
    on(15)

    report = build(Scope())

    assert since(report, "disputed") == [(claim.number, 12, 3)]
    assert figure(report, "Disputed proposals") == 1


def test_a_proposal_of_a_later_day_disputes_nothing_yet(on):
    claim = make_claim()
    make_link(claim)
    on(12)
    make_proposal(claim, as_of=date(2021, 11, 12))
    on(13)
    make_proposal(claim, verdict=Verdict.MOOT, as_of=date(2021, 11, 11))
    on(14)
    make_proposal(claim, verdict=Verdict.UNRESOLVED, as_of=date(2021, 11, 11))

    assert since(build(Scope()), "disputed") == [(claim.number, 13, 1)]
    # Those of the eleventh differ as well, but only since the second of them was made.
    assert since(build(Scope(as_of=date(2021, 11, 11))), "disputed") == [(claim.number, 14, 0)]
    assert since(build(Scope(as_of=date(2021, 11, 10))), "disputed") == []


def test_proposals_that_agree_are_not_disputed():
    claim = make_claim()
    make_link(claim)
    make_proposal(claim)
    make_proposal(claim)

    assert rows(build(Scope()), "disputed") == []


@pytest.mark.parametrize(
    "change",
    [
        lambda claim, link: make_link(claim),
        lambda claim, link: links.withdraw(link=link, reason="A mistake.", by=make_analyst()),
        lambda claim, link: articles.set_standing(
            article=link.passage.article, standing=Standing.WITHDRAWN, reason="Retracted.", by=make_analyst()
        ),
        lambda claim, link: amend(claim, date(2021, 11, 13)),
    ],
    ids=["linked", "link withdrawn", "article withdrawn", "amended"],
)
def test_a_decision_is_to_be_looked_at_since_the_first_change_after_it(on, change):
    claim = make_claim()
    link = make_link(claim)
    on(11)
    make_decision(claim)
    on(12)
    change(claim, link)
    on(13)
    make_link(claim)
    amend(claim, date(2021, 11, 12))
    on(15)

    assert since(build(Scope()), "moved") == [(claim.number, 12, 3)]


def amend(claim, day):
    claim.refresh_from_db()
    amending.edit(claim=claim, values={"window_end": day}, reason="A better day.", by=make_analyst())


def test_doubts_are_those_of_the_record_cut_off(on):
    claim = make_claim()
    make_link(claim)
    refute(claim)
    on(12)
    before = timezone.now()
    on(13)
    make_decision(claim, verdict=Verdict.UNRESOLVED)
    on(15)

    assert since(build(Scope(recorded_by=before)), "conflicting") == [(claim.number, 10, 2)]
    assert since(build(Scope()), "conflicting") == []


def test_what_was_published_later_is_no_side_of_a_conflict(on):
    claim = make_claim()
    make_link(claim)
    refute(claim)

    assert figure(build(Scope(as_of=date(2021, 11, 9))), "Conflicting evidence") == 0
    assert figure(build(Scope(as_of=date(2021, 11, 10))), "Conflicting evidence") == 1


def test_a_merged_claim_is_in_conflict_by_its_target(on):
    claim, twin = make_claim(), make_claim(statement="Muttaqi will travel to Islamabad")
    make_link(claim)
    refute(twin)
    merging.merge(claim=twin, into=claim, reason="The same visit.", by=make_reviewer())

    assert since(build(Scope()), "conflicting") == [(claim.number, 10, 0)]


def test_the_oldest_comes_first_with_its_owner(on):
    young, old = make_claim(), make_claim(owner=None)
    for claim in (old, young):
        make_link(claim)
    refute(old)
    on(12)
    refute(young)

    found = rows(build(Scope()), "conflicting")

    assert [(one["number"], one["owner"]) for one in found] == [
        (old.number, "Nobody"),
        (young.number, young.owner.username),
    ]


def test_alternatives_that_both_hold_contradict_each_other():
    first, second, third = (make_claim(statement=f"Muttaqi is in {place}") for place in ("Kabul", "Doha", "Herat"))
    name = make_claim_set(first, second, third).name
    make_link(first)
    one_holds = build(Scope())
    make_link(second)

    report = build(Scope())

    assert rows(one_holds, "alternatives") == []
    assert [(one["number"], one["set"]) for one in rows(report, "alternatives")] == [
        (first.number, name),
        (second.number, name),
    ]
    assert figure(report, "Alternatives that both hold") == 2


def test_alternatives_contradict_each_other_by_the_record_of_then(on):
    on(11)
    first, second = make_claim(), make_claim(statement="Muttaqi will visit Doha")
    make_claim_set(first, second)
    make_link(first)
    make_link(second)
    on(12)
    claim_sets.leave(membership=first.memberships.get(), reason="Both can be.", by=make_analyst())

    now, then = build(Scope()), build(Scope(recorded_by=datetime(2021, 11, 11, 18, tzinfo=UTC)))

    assert rows(now, "alternatives") == []
    assert [one["number"] for one in rows(then, "alternatives")] == [first.number, second.number]
    early = build(Scope(as_of=date(2021, 11, 9), recorded_by=datetime(2021, 11, 11, 18, tzinfo=UTC)))
    assert rows(early, "alternatives") == []
