"""What is computed by columns is what the pure function says: for any facts, and for any history, day and moment."""

from collections import Counter
from datetime import date

import numpy as np
import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.models import Claim, Event
from claims.reports.at_scale import loading
from claims.reports.at_scale.columns import NOTHING, days_of, number_of
from claims.reports.at_scale.each import BASES, INDEPENDENCES, STANCES, ClaimColumns, LinkColumns
from claims.reports.at_scale.judged import judge
from claims.reports.evidence import figures
from claims.reports.facts import facts_for, figures_for, last_day
from claims.reports.facts_at_scale import Listed, figures_by_column, listed_figures
from claims.reports.history import Past
from claims.reports.links_at_scale import ailing_links, first_outcomes
from claims.services import claims
from claims.vocabulary import (
    BEARING,
    SPEAKING,
    Basis,
    ClaimKind,
    EvidenceStatus,
    Flag,
    Independence,
    Step,
    Timing,
    Verdict,
)
from tests.factories import make_claim, make_link
from tests.reports.test_evidence import GRACE, assessments, days, some_claim, some_links
from tests.reports.test_facts import ACTS, TEXT, a_desk, make_article, refusals_ignored, steps

SHOWN = Listed._fields


def shown(figures_of_claim):
    """What the pure function says, as reports list it."""
    one = {name: getattr(figures_of_claim, name) for name in SHOWN}
    return Listed(**one)


# Any facts ----------------------------------------------------------------------------------------------------------

cases = st.lists(st.tuples(some_claim(), some_links(), assessments), max_size=6)


@given(cases, days)
@settings(max_examples=200)
def test_columns_add_up_to_what_the_pure_function_says_of_each_claim(some, as_of):
    judged = judge(claims_in_columns(some, as_of), links_in_columns(some), as_of=number_of(as_of), grace_days=GRACE)

    assert listed(judged) == [shown(figures(*case, as_of=as_of, grace_days=GRACE)) for case in some]


def numbers(values):
    return np.array(list(values), dtype=np.int64)


def claims_in_columns(some, as_of):
    decisions = [decision(made, as_of) for _, _, made in some]
    plain = ("window_start", "window_end", "review_on", "amended_at")
    return ClaimColumns(
        keys=np.arange(len(some)),
        is_forecast=np.array([claim.kind == ClaimKind.FORECAST for claim, _, _ in some], dtype=bool),
        **{name: numbers(number_of(getattr(claim, name)) for claim, _, _ in some) for name in plain},
        decided_at=numbers(number_of(one and one.recorded_at) for one in decisions),
        verdict=numbers(Verdict.values.index(one.verdict) if one else NOTHING for one in decisions),
        is_disputed=np.array([disputed(made) for _, _, made in some], dtype=bool),
    )


def decision(made, as_of):
    standing = [one for one in made if one.step == Step.DECISION and one.as_of <= as_of]
    return max(standing, key=lambda one: one.recorded_at, default=None)


def disputed(made):
    return len({one.verdict for one in made if one.step == Step.PROPOSAL}) > 1


def links_in_columns(some):
    pairs = [(place, link) for place, (_, links, _) in enumerate(some) for link in links]
    moments_and_days = ("published_on", "recorded_at", "withdrawn_at", "suspended_since")
    words = {"stance": STANCES, "basis": BASES, "independence": INDEPENDENCES}
    return LinkColumns(
        holder=numbers(place for place, _ in pairs),
        article=numbers(link.article for _, link in pairs),
        origin=numbers(NOTHING if link.origin is None else link.origin for _, link in pairs),
        **{name: numbers(number_of(getattr(link, name)) for _, link in pairs) for name in moments_and_days},
        **{name: numbers(place_of(getattr(link, name), known) for _, link in pairs) for name, known in words.items()},
    )


def place_of(word, known):
    return known.index(word) if word else NOTHING


def listed(judged):
    return [
        Listed(
            evidence_status=EvidenceStatus.values[judged.evidence_status[place]],
            timing=None if judged.timing[place] == NOTHING else Timing.values[judged.timing[place]],
            verdict=None if judged.verdict[place] == NOTHING else Verdict.values[judged.verdict[place]],
            flags=tuple(flag for flag in Flag if judged.flags[flag][place]),
            first_made_on=days_of(judged.first_made_on)[place],
            **{name: int(getattr(judged, name)[place]) for name in ("articles", "origins", "supports", "conflicts")},
        )
        for place in range(len(judged.evidence_status))
    ]


# Any history --------------------------------------------------------------------------------------------------------

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
    assert_links_same(ids, as_of or last_day(recorded_by), recorded_by)


def assert_links_same(ids, day, recorded_by):
    facts = facts_for(ids, recorded_by=recorded_by)
    outcomes = {pk: outcome_days(one.counted(day)) for pk, one in facts.items()}
    ailing = {
        pk: Counter(name for link in standing(one.links, day) for name in ailments(link)) for pk, one in facts.items()
    }
    cutoffs = {"as_of": day, "past": Past(recorded_by)}

    assert first_outcomes(ids, **cutoffs) == {pk: min(found) for pk, found in outcomes.items() if found}
    for name, found in ailing_links(ids, **cutoffs).items():
        assert found == {pk: counts[name] for pk, counts in ailing.items() if counts[name]}


def outcome_days(counted):
    return [link.published_on for link in counted if any(link.is_telling(one, Basis.OUTCOME) for one in SPEAKING)]


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


@pytest.mark.django_db
def test_few_claims_are_left_to_the_pure_function_and_say_the_same(monkeypatch):
    claim, twin = make_claim(), make_claim(statement="Muttaqi will travel to Islamabad")
    make_link(claim)

    alone = listed_figures([claim.pk])
    monkeypatch.setattr("claims.reports.facts_at_scale.FEW", 0)

    assert listed_figures([claim.pk]) == alone
    assert listed_figures([claim.pk, twin.pk])[claim.pk] == alone[claim.pk]


@pytest.mark.django_db
def test_a_claim_made_later_has_no_figures_by_column_either():
    past = Past(timezone.now())

    claim = make_claim()

    assert figures_by_column([claim.pk], past=past) == {}


@pytest.mark.django_db
def test_a_kind_changed_since_is_read_as_it_was():
    claim = make_claim()
    past = Past(timezone.now())
    claims.edit(claim=claim, values={"kind": ClaimKind.EVENT}, by=claim.owner)

    then, now = (figures_by_column([claim.pk], past=one)[claim.pk] for one in (past, Past(None)))

    assert (then.timing is None, now.timing is None) == (False, True)
