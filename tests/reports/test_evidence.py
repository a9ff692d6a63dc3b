"""The status function held to DESIGN §4 by an oracle written the other way round: every sentence of the section is a
test on the whole set of links, and nothing is shared with the function but the words of the vocabulary."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reports.evidence import AssessmentFacts, ClaimFacts, LinkFacts, figures
from claims.vocabulary import Basis, ClaimKind, EvidenceStatus, Flag, Independence, Stance, Step, Timing, Verdict

DAY = date(2021, 11, 1)
GRACE = 3
STRENGTH = list(EvidenceStatus)

days = st.integers(0, 12).map(lambda count: DAY + timedelta(days=count))
moments = st.integers(0, 12).map(lambda count: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=count))


@st.composite
def some_links(draw, stances=tuple(Stance), most=7):
    return [draw(a_link(number, stances)) for number in range(draw(st.integers(0, most)))]


@st.composite
def a_link(draw, number, stances):
    stance = draw(st.sampled_from(stances))
    speaks = stance in (Stance.SUPPORTS, Stance.REFUTES)
    return LinkFacts(
        id=number,
        article=draw(st.integers(1, 4)),
        stance=stance,
        basis=draw(st.sampled_from(Basis.values)) if speaks else "",
        independence=draw(st.sampled_from(Independence.values)) if speaks else "",
        origin=draw(st.one_of(st.none(), st.integers(1, 3))),
        published_on=draw(st.one_of(st.none(), days)),
        recorded_at=draw(moments),
        withdrawn_at=draw(st.one_of(st.none(), st.none(), moments)),
        suspended_since=draw(st.one_of(st.none(), st.none(), moments)),
    )


@st.composite
def some_claim(draw, kinds=tuple(ClaimKind)):
    first, last = sorted([draw(days), draw(days)])
    return ClaimFacts(
        kind=draw(st.sampled_from(kinds)),
        window_start=draw(st.sampled_from([None, first])),
        window_end=draw(st.sampled_from([None, last])),
        review_on=draw(st.one_of(st.none(), days)),
        amended_at=draw(st.one_of(st.none(), moments)),
    )


assessments = st.lists(
    st.builds(
        AssessmentFacts,
        step=st.sampled_from(Step),
        verdict=st.sampled_from(Verdict.values),
        as_of=days,
        recorded_at=moments,
    ),
    max_size=3,
    unique_by=lambda one: one.recorded_at,
)
forecasts = some_claim(kinds=(ClaimKind.FORECAST,))


def judged(claim, links, made=(), as_of=DAY + timedelta(days=6)):
    return figures(claim, links, made, as_of=as_of, grace_days=GRACE)


# The oracle ---------------------------------------------------------------------------------------------------------


def table(claim, links, as_of):
    """Return the rows that count, by DESIGN §4: live, not suspended, published by D, and E1, E2, E3, E9."""
    live = [row for row in links if not row.withdrawn_at]
    rows = [row for row in live if row.stance not in ("context", "qualifies")]
    rows = [row for row in rows if not row.suspended_since and row.published_on and row.published_on <= as_of]
    made_in = [row.article for row in live if row.stance == "asserts"]
    rows = [row for row in rows if not (row.stance == "supports" and row.article in made_in)]
    if claim.kind == "forecast":
        claim_days = [row.published_on for row in live if row.stance == "asserts" and row.published_on]
        for bound in filter(None, [claim.window_start, min(claim_days, default=None)]):
            rows = [row for row in rows if not (row.basis == "outcome" and row.published_on < bound)]
    return rows


def g(rows, stance, *bases):
    """Return how many distinct origins stand behind the independent rows of `stance` and one of `bases`."""
    kept = [row for row in rows if row.stance == stance and row.basis in bases and row.independence == "independent"]
    return len({row.origin for row in kept} - {None})


def beside_the_asserting_origin(rows):
    own = [row.origin for row in rows if row.stance == "asserts"]
    return [row for row in rows if row.stance != "supports" or row.origin not in own]


def expected_status(claim, links, as_of):
    rows = table(claim, links, as_of)
    others = beside_the_asserting_origin(rows)
    asserting_articles = {row.article for row in rows if row.stance == "asserts"}
    supported = any(row.stance == "supports" for row in rows)
    thin = [
        ("repeated", supported or len(asserting_articles) > 1),
        ("single_source", len(asserting_articles) == 1),
        ("no_evidence", True),
    ]
    forecast = [
        ("conflicting", g(rows, "supports", "outcome") and g(rows, "refutes", "outcome")),
        ("outcome_reported", g(rows, "supports", "outcome")),
        ("non_occurrence_reported", g(rows, "refutes", "outcome")),
        ("conflicting", g(rows, "refutes", "expectation")),
        ("corroborated", g(others, "supports", "expectation")),
    ]
    settled = [
        ("conflicting", g(rows, "refutes", "outcome")),
        ("corroborated", g(others, "supports", "outcome", "expectation")),
    ]
    lines = (forecast if claim.kind == "forecast" else settled) + thin
    return next(status for status, holds in lines if holds)


def expected_timing(claim, links, made, as_of):
    if claim.kind != "forecast":
        return None
    rows = table(claim, links, as_of)
    decided = [one for one in made if one.step == "decision" and one.as_of <= as_of]
    if decided or g(rows, "supports", "outcome") or g(rows, "refutes", "outcome"):
        return "closed"
    if claim.window_end is None:
        return "review_due" if claim.review_on and claim.review_on < as_of else "undated"
    late = (as_of - claim.window_end).days
    return "not_due" if late <= 0 else "due" if late <= GRACE else "overdue"


@given(some_claim(), some_links(), days)
def test_status_is_the_first_line_of_the_design_that_holds(claim, links, as_of):
    assert judged(claim, links, as_of=as_of).evidence_status == expected_status(claim, links, as_of)


@given(some_claim(), some_links(), assessments, days)
def test_timing_is_that_of_the_design(claim, links, made, as_of):
    assert judged(claim, links, made, as_of).timing == expected_timing(claim, links, made, as_of)


@given(some_claim(), some_links(), days)
def test_articles_and_origins_count_once_each(claim, links, as_of):
    rows = table(claim, links, as_of)

    got = judged(claim, links, as_of=as_of)

    speaking = [row for row in rows if row.stance == "asserts" or row.independence == "independent"]
    assert got.articles == len({row.article for row in rows})
    assert got.origins == len({row.origin for row in speaking} - {None})
    assert got.supports == len({row.article for row in rows if row.stance == "supports"})
    assert got.conflicts == len({row.article for row in rows if row.stance == "refutes"})


@given(some_claim(), some_links(), days)
def test_every_live_link_counts_or_says_why_it_does_not(claim, links, as_of):
    counted = {row.id for row in table(claim, links, as_of)}

    got = judged(claim, links, as_of=as_of)

    assert set(got.uncounted) == {row.id for row in links if not row.withdrawn_at} - counted


# What must hold whatever the links ----------------------------------------------------------------------------------


@given(some_claim(), some_links(most=5), assessments, st.randoms())
def test_order_never_matters(claim, links, made, random):
    shuffled = random.sample(links, len(links))

    assert judged(claim, shuffled, random.sample(made, len(made))) == judged(claim, links, made)


@given(some_claim(), some_links(), some_links(stances=(Stance.CONTEXT, Stance.QUALIFIES)))
def test_context_and_qualifications_never_change_the_status(claim, links, more):
    more = [replace(link, id=100 + link.id) for link in more]

    assert judged(claim, links + more).evidence_status == judged(claim, links).evidence_status


@given(forecasts, some_links())
def test_expectations_never_report_an_outcome(claim, links):
    foretold = [replace(link, basis=link.basis and Basis.EXPECTATION) for link in links]

    status = judged(claim, foretold).evidence_status

    assert status not in (EvidenceStatus.OUTCOME_REPORTED, EvidenceStatus.NON_OCCURRENCE_REPORTED)


@given(some_claim(), some_links())
def test_withdrawn_later_undated_and_suspended_links_never_count(claim, links):
    as_of = DAY + timedelta(days=6)
    idle = [
        link
        for link in links
        if link.withdrawn_at or link.suspended_since or not link.published_on or link.published_on > as_of
    ]

    got = judged(claim, idle, as_of=as_of)

    assert (got.evidence_status, got.articles, got.origins) == (EvidenceStatus.NO_EVIDENCE, 0, 0)


@given(some_claim(), some_links(stances=(Stance.ASSERTS, Stance.SUPPORTS)))
def test_support_that_is_not_independent_is_never_more_than_repetition(claim, links):
    echoes = [
        replace(link, independence=Independence.UNDETERMINED)
        if link.independence == Independence.INDEPENDENT
        else link
        for link in links
    ]

    status = judged(claim, echoes).evidence_status

    assert STRENGTH.index(status) >= STRENGTH.index(EvidenceStatus.REPEATED)


@given(some_claim(), some_links(), days, days)
def test_what_counts_on_a_day_counts_on_every_later_day(claim, links, one, other):
    earlier, later = sorted([one, other])

    counted_earlier = {link.id for link in links} - set(judged(claim, links, as_of=earlier).uncounted)
    counted_later = {link.id for link in links} - set(judged(claim, links, as_of=later).uncounted)

    assert counted_earlier <= counted_later


@given(some_claim(), some_links())
def test_second_passage_of_an_article_adds_nothing(claim, links):
    twins = [replace(link, id=100 + link.id) for link in links]

    once, twice = judged(claim, links), judged(claim, links + twins)

    assert replace(once, uncounted={}) == replace(twice, uncounted={})


# Flags --------------------------------------------------------------------------------------------------------------


@given(some_claim(), some_links(), assessments, days)
def test_qualified_means_a_qualification_that_stands(claim, links, made, as_of):
    standing = [
        link
        for link in links
        if link.stance == Stance.QUALIFIES
        and not (link.withdrawn_at or link.suspended_since)
        and link.published_on
        and link.published_on <= as_of
    ]

    assert (Flag.QUALIFIED in judged(claim, links, made, as_of).flags) == bool(standing)


@given(some_claim(), some_links(), assessments, days)
def test_disputed_means_proposals_of_different_verdicts_none_of_a_later_day(claim, links, made, as_of):
    proposed = {one.verdict for one in made if one.step == Step.PROPOSAL and one.as_of <= as_of}

    assert (Flag.DISPUTED in judged(claim, links, made, as_of).flags) == (len(proposed) > 1)


AT = datetime(2026, 1, 5, tzinfo=UTC)
LATER = AT + timedelta(days=1)
DECISION = AssessmentFacts(Step.DECISION, Verdict.CONFIRMED, as_of=DAY, recorded_at=AT)
FORECAST = ClaimFacts(ClaimKind.FORECAST, window_end=DAY + timedelta(days=6))
REPORT = LinkFacts(
    id=1,
    article=1,
    stance=Stance.SUPPORTS,
    basis=Basis.OUTCOME,
    independence=Independence.INDEPENDENT,
    origin=1,
    published_on=DAY,
    recorded_at=AT - timedelta(days=1),
)


@pytest.mark.parametrize(
    ("claim", "link", "flagged"),
    [
        (FORECAST, REPORT, False),
        (FORECAST, replace(REPORT, recorded_at=LATER), True),
        (FORECAST, replace(REPORT, recorded_at=LATER, stance=Stance.CONTEXT), False),
        (FORECAST, replace(REPORT, recorded_at=LATER, published_on=None), False),
        (FORECAST, replace(REPORT, withdrawn_at=LATER), True),
        (FORECAST, replace(REPORT, withdrawn_at=AT - timedelta(hours=1)), False),
        (FORECAST, replace(REPORT, recorded_at=LATER, withdrawn_at=LATER), False),
        (FORECAST, replace(REPORT, suspended_since=LATER), True),
        (FORECAST, replace(REPORT, suspended_since=LATER, stance=Stance.CONTEXT), False),
        (replace(FORECAST, amended_at=LATER), REPORT, True),
        (replace(FORECAST, amended_at=AT - timedelta(days=1)), REPORT, False),
    ],
)
def test_decision_needs_re_review_when_what_it_rests_on_moved_afterwards(claim, link, flagged):
    assert (Flag.NEEDS_REVIEW in judged(claim, [link], [DECISION]).flags) == flagged


def test_nothing_needs_re_review_without_a_decision():
    assert judged(replace(FORECAST, amended_at=LATER), [REPORT]).flags == ()


def test_verdict_is_that_of_the_newest_decision_that_speaks_of_the_day():
    older = replace(DECISION, verdict=Verdict.REFUTED)
    newer = replace(DECISION, recorded_at=LATER)
    of_a_later_day = replace(DECISION, verdict=Verdict.MOOT, as_of=DAY + timedelta(days=9), recorded_at=LATER)

    for made in permutations([older, newer, of_a_later_day]):
        assert judged(FORECAST, [], made).verdict == Verdict.CONFIRMED


def test_closed_timing_says_that_nothing_is_awaited():
    assert judged(FORECAST, [REPORT]).is_closed
    assert judged(FORECAST, []).timing == Timing.NOT_DUE


def test_window_may_end_with_the_calendar():
    claim = replace(FORECAST, window_end=date.max - timedelta(days=1))

    assert judged(claim, [], as_of=date.max).timing == Timing.DUE


def test_words_of_unknown_origin_are_independent_of_nothing():
    got = judged(FORECAST, [replace(REPORT, origin=None)])

    assert (got.evidence_status, got.origins) == (EvidenceStatus.REPEATED, 0)
