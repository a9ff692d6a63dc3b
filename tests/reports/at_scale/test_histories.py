"""Whatever people did: what is computed by column is what the pure function says, as of any day and moment."""

from datetime import date

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.models import Claim, Event
from claims.reports.at_scale import loading
from claims.reports.at_scale.columns import NOTHING, number_of
from claims.reports.at_scale.doubts import in_conflict_since, moved_since
from claims.reports.at_scale.figures import figures_by_column
from claims.reports.at_scale.links import ailing_links, outcome_days, with_outcomes
from claims.reports.at_scale.loading import each_of
from claims.reports.facts import facts_for, figures_for, last_day
from claims.reports.history import Past
from claims.vocabulary import (
    BEARING,
    SPEAKING,
    Basis,
    ClaimKind,
    EvidenceStatus,
    Independence,
)
from tests.factories import make_article, make_claim
from tests.reports.at_scale.test_figures import conflict_since, moved_first, shown
from tests.reports.histories import ACTS, TEXT, a_desk, refusals_ignored, steps

some_days = st.lists(st.dates(date(2021, 11, 4), date(2021, 11, 20)), min_size=1, max_size=3)


@pytest.mark.django_db
@pytest.mark.parametrize("most_named", [0, loading.MOST_NAMED], ids=["among all links", "by their claims"])
def test_any_history_reads_by_column_as_the_pure_function_reads_it(most_named, monkeypatch):
    monkeypatch.setattr(loading, "MOST_NAMED", most_named)

    @given(steps, some_days)
    @settings(max_examples=10)
    def of_any_history(sequence, publication_days):
        with a_desk() as desk:
            desk["claims"] += more_claims()
            moments = [None, timezone.now()]
            for name, *arguments in sequence:
                with refusals_ignored():
                    ACTS[name](desk, *arguments)
                moments.append(timezone.now())
            # The very moments of events, too, from which on these count.
            moments += Event.objects.order_by("-pk").values_list("at", flat=True)[:3]

            for moment in [*moments[::3], moments[-1]]:
                assert_same(None, moment)
            for day in publication_days:
                assert_same(day, moments[0])
                assert_same(day, moments[-1])

    of_any_history()


def more_claims():
    article = make_article(TEXT, published_on=date(2021, 11, 8))
    undated = {"window_end": None, "review_on": date(2021, 11, 12)}
    return [make_claim(article=article, kind=ClaimKind.EVENT), make_claim(article=article, **undated)]


def assert_same(as_of, recorded_by):
    ids = list(Claim.objects.values_list("pk", flat=True))
    pure = figures_for(Claim.objects.all(), as_of=as_of, recorded_by=recorded_by)

    assert figures_by_column(ids, as_of=as_of, past=Past(recorded_by)) == {pk: shown(one) for pk, one in pure.items()}
    day = as_of or last_day(recorded_by)
    facts, past = facts_for(ids, recorded_by=recorded_by), Past(recorded_by)
    assert_links_same(ids, facts, day, past)
    assert in_conflict_since(each_of(conflicts(pure), day, past)) == {
        pk: conflict_since(facts[pk].claim, facts[pk].counted(day)) for pk in conflicts(pure)
    }
    moved = {pk: moved_first(one.claim, one.links, one.assessments, day) for pk, one in facts.items()}
    assert moved_since(each_of(ids, day, past)) == {pk: moment for pk, moment in moved.items() if moment}


def assert_links_same(ids, facts, day, past):
    outcomes = {pk: min(outcomes_of(one.counted(day)), default=NOTHING) for pk, one in facts.items()}
    ailing = {
        name: {
            pk: [link.id for link in standing(one.links, day) if name in ailments(link)] for pk, one in facts.items()
        }
        for name in ("suspended", "undetermined", "unsourced", "undated")
    }
    each = with_outcomes(ids, day, past)

    assert dict(zip(each.claims.keys.tolist(), outcome_days(each).tolist(), strict=True)) == outcomes
    for name, columns in ailing_links(ids, as_of=day, past=past).items():
        found = sorted(zip(*(column.tolist() for column in columns), strict=True))
        assert found == sorted((pk, link) for pk, links in ailing[name].items() for link in links)


def outcomes_of(counted):
    return [
        number_of(link.published_on)
        for link in counted
        if any(link.is_telling(one, Basis.OUTCOME) for one in SPEAKING)
    ]


def standing(links, day):
    bearing = [link for link in links if link.withdrawn_at is None and link.stance in BEARING]
    return [link for link in bearing if link.published_on is None or link.published_on <= day]


def ailments(link):
    return [
        name
        for name, holds in {
            "suspended": link.suspended_since is not None,
            "undetermined": link.stance in SPEAKING and link.independence == Independence.UNDETERMINED,
            "unsourced": link.origin is None,
            "undated": link.published_on is None,
        }.items()
        if holds
    ]


def conflicts(pure):
    return [pk for pk, one in pure.items() if one.evidence_status == EvidenceStatus.CONFLICTING]
