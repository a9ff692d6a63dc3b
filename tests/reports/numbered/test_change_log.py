from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from claims.reports.numbered import acts
from claims.reports.numbered import changes as changed
from claims.reports.numbered.change_log import build, first_moment
from claims.reports.scope import Scope
from claims.services import amending, articles, assessments, claim_sets, links, merging, passages, reschedules
from claims.services.attribution import Attribution
from claims.vocabulary import Stance, Standing, Verdict
from tests.factories import (
    ARRIVED,
    make_analyst,
    make_article,
    make_claim,
    make_claim_set,
    make_decision,
    make_link,
    make_proposal,
    make_reviewer,
    make_version,
)
from tests.reports.numbered.reading import rows, table

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return make_analyst("alice")


def changes(since=None, scope=None, **asked):
    """Return (what, before, after, who, what was done), the oldest first."""
    found = rows(build(scope or Scope(), since, **asked), "changes")
    return [tuple(one[name] for name in ("what", "before", "after", "who", "act")) for one in reversed(found)]


def whats(since, **asked):
    return [(what, before, after) for what, before, after, _, _ in changes(since, **asked)]


def test_a_link_changes_the_evidence(alice):
    claim = make_claim()
    since = timezone.now()

    make_link(claim, by=alice)

    linked = "linked a passage: supports"
    assert sorted(changes(since)) == [
        ("Evidence", "Single source", "Outcome reported", "alice", linked),
        ("Origins", "1", "2", "alice", linked),
        ("Timing", "Overdue", "Closed", "alice", linked),
    ]


def test_a_new_date_is_told_of_both_claims_and_so_is_its_withdrawal(alice):
    claim = make_claim()
    later = make_claim(window_start=date(2021, 11, 17), window_end=date(2021, 11, 17), window_basis="stated")
    since = timezone.now()

    row = reschedules.record_reschedule(earlier=claim, later=later, reason="ANI says so.", by=alice)
    reschedules.withdraw(reschedule=row, reason="Another visit.", by=alice)

    first, moved = f"7–14 Nov 2021 ({claim.label})", f"17 Nov 2021 ({later.label})"
    made, withdrawn = (f"{verb} a new date of this claim: {later.label}" for verb in ("recorded", "withdrew"))
    assert changes(since, claim=claim) == [
        ("New date", "7–14 Nov 2021", moved, "alice", made),
        ("New date", moved, "7–14 Nov 2021", "alice", withdrawn),
    ]
    assert whats(since, claim=later) == [("New date of", "", first), ("New date of", first, "")]


def test_alternatives_are_told_of_each_claim_of_a_set(alice):
    claim, other = make_claim(), make_claim(statement="Muttaqi will stay in Kabul")
    since = timezone.now()

    claim_set = make_claim_set(claim, other, by=alice, name="Where he is")
    claim_sets.leave(membership=claim_set.memberships.get(claim=claim), reason="Both may be.", by=alice)

    told = "in “Where he is”"
    assert changes(since, claim=claim) == [
        ("Alternatives", "", told, "alice", "put this claim into the set “Where he is”"),
        ("Alternatives", told, "", "alice", "took this claim out of the set “Where he is”"),
    ]
    assert whats(since, claim=other) == [("Alternatives", "", told)]


def test_each_act_has_its_own_lines(alice):
    claim = make_claim()
    since = timezone.now()
    link = make_link(claim, by=alice)
    make_link(claim, by=alice, stance=Stance.REFUTES)
    links.withdraw(link=link, reason="A mistake.", by=alice)

    told = [(before, after, act) for what, before, after, _, act in changes(since) if what == "Evidence"]

    assert told == [
        ("Single source", "Outcome reported", "linked a passage: supports"),
        ("Outcome reported", "Conflicting", "linked a passage: conflicts"),
        ("Conflicting", "Reported not to have happened", f"withdrew a link to “{ARRIVED}”"),
    ]


def test_what_a_person_writes_in_a_claim_is_told_before_and_after(alice):
    claim = make_claim(by=alice)
    since = timezone.now()

    amending.edit(
        claim=claim,
        values={"statement": "Muttaqi will go to Islamabad", "window_end": date(2021, 11, 13), "owner": None},
        by=alice,
    )

    assert sorted(whats(since)) == [
        ("Owner", "alice", ""),
        ("Statement", "Muttaqi will visit Islamabad", "Muttaqi will go to Islamabad"),
        ("Window ends", "14 November 2021", "13 November 2021"),
    ]


def test_a_day_that_is_stated_no_more_is_empty(alice):
    claim = make_claim(by=alice)
    since = timezone.now()

    values = {"window_start": None, "window_end": None, "window_basis": "", "review_on": date(2021, 11, 30)}
    amending.edit(claim=claim, values=values, by=alice)

    told = whats(since)
    assert ("Window ends", "14 November 2021", "") in told
    assert ("Review on", "", "30 November 2021") in told


def test_a_new_claim_is_told_with_how_it_came_to_stand(alice):
    since = timezone.now()

    make_claim(by=alice)

    assert ("Claim", "", "Muttaqi will visit Islamabad", "alice", "created this claim") in changes(since)
    assert ("State", "Draft", "Open", "alice", "opened this claim") in changes(since)
    assert ("Evidence", "No evidence", "Single source", "alice", "linked a passage: makes the claim") in changes(
        since
    )


def test_a_decision_changes_state_and_verdict():
    claim = make_claim()
    make_link(claim)
    make_proposal(claim)
    since = timezone.now()

    make_decision(claim, by=make_reviewer("carol"))

    assert sorted(changes(since)) == [
        ("State", "Awaiting review", "Decided", "carol", "decided “Confirmed”"),
        ("Verdict", "", "Confirmed", "carol", "decided “Confirmed”"),
    ]


def test_flags_are_told_with_the_act_that_raised_them(alice):
    claim = make_claim()
    make_link(claim)
    make_decision(claim)
    since = timezone.now()

    make_link(claim, by=alice)

    assert ("Flags", "", "Needs re-review", "alice", "linked a passage: supports") in changes(since)


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (
            lambda link, by: articles.set_standing(
                article=link.passage.article, standing=Standing.WITHDRAWN, reason="Retracted.", by=by
            ),
            "as withdrawn",
        ),
        (lambda link, by: make_version(link.passage.article, "He has postponed his journey."), "a new version of"),
        (
            lambda link, by: passages.reattribute(
                passage=link.passage, attribution=Attribution(origin="Outlet of the claim"), reason="So.", by=by
            ),
            "who speaks",
        ),
    ],
    ids=["withdrawn", "new version", "reattributed"],
)
def test_what_befalls_an_article_changes_the_claims_that_rest_on_it(alice, act, told):
    claim = make_claim(article=make_article(publisher="Outlet of the claim"))
    link = make_link(claim)
    since = timezone.now()

    act(link, alice)

    assert [(what, told in done) for what, _, _, _, done in changes(since) if what == "Origins"] == [
        ("Origins", True)
    ]


def test_an_article_that_gets_its_date_begins_to_count(alice):
    claim = make_claim()
    undated = make_link(claim, article=make_article(f"{ARRIVED} at last.", published_on=None)).passage.article
    since = timezone.now()

    articles.set_date(article=undated, published_on=date(2021, 11, 10), by=alice)

    assert ("Evidence", "Single source", "Outcome reported") in whats(since)


def test_an_article_whose_date_is_taken_away_counts_no_more(alice):
    claim = make_claim()
    article = make_link(claim).passage.article
    since = timezone.now()

    articles.set_date(article=article, published_on=None, by=alice)

    told = f"took the date away from “{article}”"
    assert ("Evidence", "Outcome reported", "Single source", "alice", told) in changes(since)


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (
            lambda link, by: links.revise(
                link=link,
                stance=Stance.REFUTES,
                basis=link.basis,
                reason="No.",
                why="Misread.",
                acknowledged=True,
                by=by,
            ),
            "revised a link to “",
        ),
        (lambda link, by: links.withdraw(link=link, reason="A mistake.", by=by), "withdrew a link to “"),
    ],
    ids=["revised", "withdrawn"],
)
def test_what_was_done_to_a_link_tells_to_which_words_it_leads(alice, act, told):
    quote = "Muttaqi arrived in Islamabad on Wednesday, where he met the foreign minister of Pakistan and his deputy"
    link = make_link(make_claim(), article=make_article(f"{quote}.", published_on=date(2021, 11, 10)), quote=quote)
    since = timezone.now()

    act(link, alice)

    [done] = {done for what, _, _, _, done in changes(since) if what == "Evidence"}
    assert done.startswith(f"{told}{quote[:60]}")
    assert done.endswith("…”")


def test_a_merge_changes_both_claims():
    claim, twin = make_claim(), make_claim(statement="Muttaqi will travel to Islamabad")
    make_link(twin)
    since = timezone.now()

    merging.merge(claim=twin, into=claim, reason="The same visit.", by=make_reviewer())

    told = [(one["number"], one["what"], one["after"]) for one in rows(build(Scope(), since), "changes")]
    assert (twin.number, "State", "Merged") in told
    assert (claim.number, "Evidence", "Outcome reported") in told


def test_a_link_of_a_merged_claim_changes_its_target(alice):
    claim, twin = make_claim(), make_claim(statement="Muttaqi will travel to Islamabad")
    link = make_link(twin)
    merging.merge(claim=twin, into=claim, reason="The same visit.", by=make_reviewer())
    since = timezone.now()

    articles.set_standing(article=link.passage.article, standing=Standing.WITHDRAWN, reason="Retracted.", by=alice)

    found = rows(build(Scope(), since), "changes")
    told = {one["number"]: (one["before"], one["after"]) for one in found if one["what"] == "Evidence"}
    # Two articles make it, since the two claims are one.
    assert told[claim.number] == ("Outcome reported", "Repeated only")


def test_time_alone_ends_a_window(time_machine):
    time_machine.move_to(datetime(2021, 11, 10, 12, tzinfo=UTC))
    make_claim()
    since = timezone.now()
    time_machine.move_to(datetime(2021, 11, 20, 12, tzinfo=UTC))

    report = build(Scope(), since)

    assert [(one["after"], one["at"].day, one["who"], one["act"]) for one in rows(report, "changes")] == [
        ("Overdue", 18, "", "Time passed"),
        ("Due", 15, "", "Time passed"),
    ]


def test_what_time_did_is_not_put_down_to_the_next_act(time_machine, alice):
    time_machine.move_to(datetime(2021, 11, 13, 12, tzinfo=UTC))
    claim = make_claim()
    since = timezone.now()
    time_machine.move_to(datetime(2021, 11, 16, 12, tzinfo=UTC))
    make_link(claim, by=alice)

    told = [(before, after, act) for what, before, after, _, act in changes(since) if what == "Timing"]

    assert told == [
        ("Not due", "Due", "Time passed"),
        ("Due", "Closed", "linked a passage: supports"),
    ]


def test_what_changed_back_is_no_change(alice):
    claim = make_claim()
    since = timezone.now()

    links.withdraw(link=make_link(claim, by=alice), reason="A mistake.", by=alice)

    assert changes(since) == []


def test_only_the_time_between_the_two_moments_is_told(alice):
    claim = make_claim(by=alice)
    first = timezone.now()
    link = make_link(claim, by=alice)
    second = timezone.now()
    links.withdraw(link=link, reason="A mistake.", by=alice)

    assert ("Evidence", "Single source", "Outcome reported") in whats(first, scope=Scope(recorded_by=second))
    assert ("Evidence", "Outcome reported", "Single source") in whats(second)
    assert ("Evidence", "Single source", "Outcome reported") not in whats(second)


def test_it_begins_with_the_day_seven_days_before_the_cut_off(time_machine):
    time_machine.move_to(datetime(2021, 11, 10, 12, tzinfo=UTC))
    claim = make_claim()
    time_machine.move_to(datetime(2021, 11, 17, 23, tzinfo=UTC))
    assert ("Claim", "", claim.statement) in whats(None)
    time_machine.move_to(datetime(2021, 11, 18, 1, tzinfo=UTC))

    assert ("Claim", "", claim.statement) not in whats(None)


def test_what_is_asked_as_of_now_is_asked_of_the_same_time_all_day(time_machine):
    time_machine.move_to(datetime(2021, 11, 16, 9, tzinfo=UTC))
    make_claim()
    first = build(Scope())
    time_machine.move_to(datetime(2021, 11, 16, 15, tzinfo=UTC))

    assert build(Scope()) == first


@pytest.mark.parametrize(("zone", "day"), [("Asia/Karachi", 11), ("America/New_York", 10)])
def test_days_begin_where_the_desk_is(settings, zone, day):
    settings.TIME_ZONE = zone
    until = datetime(2021, 11, 17, 22, tzinfo=UTC)

    begins = timezone.localtime(first_moment(Scope(recorded_by=until)))

    assert begins.replace(tzinfo=None) == datetime(2021, 11, day)


def test_it_says_when_it_begins_and_of_which_claim_alone_it_is():
    claim = make_claim()

    rules = build(Scope(), datetime(2021, 11, 9, 18, tzinfo=UTC), claim=claim).rules

    assert rules[-2:] == ("This one begins on 9 November 2021 at 18:00:00 UTC.", f"It is of {claim.label} alone.")


def test_filters_and_one_claim_narrow_it(alice):
    since = timezone.now()
    mine, other = make_claim(topic_names=["Diplomacy"]), make_claim()
    for claim in (mine, other):
        make_link(claim, by=alice)

    def numbers(scope, **asked):
        return {one["number"] for one in rows(build(scope, since, **asked), "changes")}

    assert numbers(Scope()) == {mine.number, other.number}
    assert numbers(Scope(topic=mine.topics.get())) == {mine.number}
    assert numbers(Scope(), claim=other) == {other.number}


def test_more_acts_than_are_looked_at_leave_out_the_oldest_and_the_note_says_so(monkeypatch, alice):
    claim, other = make_claim(), make_claim()
    since = timezone.now()
    make_link(claim, by=alice)
    make_link(other, by=alice)
    monkeypatch.setattr(acts, "MOST_ACTS", 1)
    monkeypatch.setattr(changed, "MOST_ACTS", 1)

    report = build(Scope(), since)

    assert {one["number"] for one in rows(report, "changes")} == {other.number}
    assert table(report, "changes").note.startswith("Only the newest 1 acts were looked at")


def test_a_window_changed_since_is_waited_for_as_it_was(time_machine, alice):
    time_machine.move_to(datetime(2021, 11, 10, 12, tzinfo=UTC))
    claim = make_claim(by=alice)
    since = timezone.now()
    time_machine.move_to(datetime(2021, 11, 16, 12, tzinfo=UTC))
    then = timezone.now()
    time_machine.move_to(datetime(2021, 11, 17, 12, tzinfo=UTC))
    amending.edit(claim=claim, values={"window_end": date(2021, 12, 24)}, by=alice)

    assert ("Timing", "Not due", "Due") in whats(since, scope=Scope(recorded_by=then))


def test_what_was_done_while_a_claim_was_merged_is_told_of_its_target_after_they_were_taken_apart(alice):
    claim, twin = make_claim(), make_claim(statement="Muttaqi will travel to Islamabad")
    article = make_link(twin).passage.article
    first = timezone.now()
    merging.merge(claim=twin, into=claim, reason="The same visit.", by=make_reviewer())
    since = timezone.now()
    articles.set_standing(article=article, standing=Standing.WITHDRAWN, reason="Retracted.", by=alice)
    merged = timezone.now()
    merging.unmerge(claim=twin, reason="Not the same.", by=make_reviewer())

    for begin in (first, since):
        found = rows(build(Scope(recorded_by=merged), begin), "changes")
        told = [(one["before"], one["after"]) for one in found if one["number"] == claim.number]
        assert ("Outcome reported", "Repeated only") in told


def test_a_reopened_claim_loses_its_verdict():
    claim = make_claim()
    make_decision(claim, verdict=Verdict.UNRESOLVED)
    since = timezone.now()

    assessments.reopen(claim=claim, reason="New words.", by=make_reviewer())

    assert ("Verdict", "Unresolved", "") in whats(since)
