"""The acts of a period, from the log: which claims each of them touched."""

from collections import defaultdict

from django.db.models import Q

from claims.models import Event, Link
from claims.reports.event_log import act_of
from claims.reports.facts import every_merge
from claims.vocabulary import Noun, Step, Verb, Verdict

MOST_ACTS = 2000
OF_CLAIMS = Q(noun__in=[Noun.CLAIM, Noun.LINK, Noun.ASSESSMENT])
OF_EVIDENCE = Q(noun=Noun.ARTICLE) | Q(noun=Noun.PASSAGE, verb=Verb.CHANGED)
STEPS = {Step.PROPOSAL: "proposed", Step.DECISION: "decided"}


def acts_between(since, until, *, claim=None):
    """Return the newest acts after `since` up to `until` that may have changed a claim, or `claim`; oldest first."""
    events = Event.objects.touching(claim) if claim else Event.objects.all()
    found = events.filter(OF_CLAIMS | OF_EVIDENCE, at__gt=since, at__lte=until).exclude(verb=Verb.IMPORTED)
    return list(found.for_log()[:MOST_ACTS])[::-1]


def by_claim(events, since):
    """Return {claim id: its events}: what touched a claim touched the one into which it is or was merged, too."""
    linked = _linked(events)
    merged = (every_merge(), every_merge(since))
    found = defaultdict(list)
    for event in events:
        touched = {event.claim_id} | linked[event.noun, event.object_id]
        touched |= {targets.get(pk) for pk in touched for targets in merged}
        for pk in touched - {None}:
            found[pk].append(event)
    return found


def _linked(events):
    """Return {(noun, id): claims linked to it} for the articles and passages that were changed."""
    articles = {event.object_id for event in events if event.noun == Noun.ARTICLE}
    passages = {event.object_id for event in events if event.noun == Noun.PASSAGE}
    links = Link.objects.filter(Q(passage__article__in=articles) | Q(passage__in=passages)).order_by()
    found = defaultdict(set)
    for claim, article, passage in links.values_list("claim", "passage__article", "passage"):
        found[Noun.ARTICLE, article].add(claim)
        found[Noun.PASSAGE, passage].add(claim)
    return found


def in_words(event):
    """Return what was done, as a line of a report tells it."""
    if event.noun == Noun.ASSESSMENT:
        return f"{STEPS[event.after['step']]} “{Verdict(event.after['verdict']).label}”"
    return act_of(event)
