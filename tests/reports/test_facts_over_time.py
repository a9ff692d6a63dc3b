"""Whatever people did: what is read once for a period says at each of its moments what is read for that moment."""

import pytest
from django.utils import timezone
from hypothesis import given, settings

from claims.models import Claim, Event
from claims.reports.facts import Facts, facts_for
from claims.reports.facts_over_time import FactsOverTime
from claims.reports.history import Log
from tests.reports.histories import ACTS, a_desk, refusals_ignored, steps

pytestmark = pytest.mark.django_db


@given(steps)
@settings(max_examples=12)
def test_one_reading_of_a_period_knows_the_facts_of_each_of_its_moments(sequence):
    with a_desk() as desk:
        moments = [timezone.now()]
        for name, *arguments in sequence:
            with refusals_ignored():
                ACTS[name](desk, *arguments)
            moments.append(timezone.now())
        # The very moments of events, too, from which on these count.
        moments += Event.objects.filter(at__gte=moments[0]).order_by("-pk").values_list("at", flat=True)[:6]
        ids = list(Claim.objects.values_list("pk", flat=True))

        for since in (moments[0], moments[len(sequence) // 2]):
            period = FactsOverTime(ids, Log(since))
            for moment in (one for one in moments if one >= since):
                facts = facts_for(ids, recorded_by=moment)
                assert {pk: in_order(period.at(pk, moment)) for pk in ids} == {
                    pk: in_order(facts.get(pk)) for pk in ids
                }


def in_order(facts):
    """Return the same facts; nothing rests on the order of links and assessments."""
    if facts is None:
        return None
    links = sorted(facts.links, key=lambda link: link.id)
    return Facts(facts.claim, links, sorted(facts.assessments, key=lambda one: one.recorded_at))
