"""The acts of a period, from the log: which claims each of them touched."""

from collections import defaultdict

from django.db.models import Q
from django.utils.text import Truncator

from claims.models import Event, Link
from claims.reports.event_log import act_of
from claims.reports.merges import merges_since
from claims.vocabulary import Noun, Step, Verb, Verdict

MOST_ACTS, MOST_QUOTED = 2000, 80
OF_CLAIMS = Q(noun__in=[Noun.CLAIM, Noun.LINK, Noun.ASSESSMENT]) | Q(
    noun=Noun.CLAIM_SET, verb__in=[Verb.JOINED, Verb.LEFT]
)
OF_EVIDENCE = Q(noun=Noun.ARTICLE) | Q(noun=Noun.PASSAGE, verb=Verb.CHANGED)
STEPS = {Step.PROPOSAL: "proposed", Step.DECISION: "decided"}


def acts_between(since, until, *, claim=None):
    """Return the newest acts after `since` up to `until` that may have changed a claim, or `claim`; oldest first."""
    events = Event.objects.touching(claim) if claim else Event.objects.all()
    found = events.filter(OF_CLAIMS | OF_EVIDENCE, at__gt=since, at__lte=until).exclude(verb=Verb.IMPORTED)
    return list(found.for_log()[:MOST_ACTS])[::-1]


def by_claim(events, log):
    """Return {claim id: its events}: what touched a claim touched those into which it was merged since, too."""
    linked, merged = _linked(events), merges_since(log)
    found = defaultdict(list)
    for event in events:
        touched = {event.claim_id} | linked[event.noun, event.object_id]
        touched |= {target for pk in touched for target in merged.get(pk, ())}
        for pk in touched - {None}:
            found[pk].append(event)
    return found


def _linked(events):
    """Return {(noun, id): claims linked to it} for the articles and passages that were changed."""
    articles = {event.object_id for event in events if event.noun == Noun.ARTICLE}
    passages = {event.object_id for event in events if event.noun == Noun.PASSAGE}
    links, found = Link.objects.order_by(), defaultdict(set)
    # One by one: for either of both, the database would look through all links.
    of_articles, of_passages = links.filter(passage__article__in=articles), links.filter(passage__in=passages)
    for claim, article in of_articles.values_list("claim", "passage__article"):
        found[Noun.ARTICLE, article].add(claim)
    for claim, passage in of_passages.values_list("claim", "passage"):
        found[Noun.PASSAGE, passage].add(claim)
    return found


def acts_in_words(events):
    """Return {event id: what was done, as a line of a report tells it}; of a link also to which words it leads."""
    links = {event.object_id for event in events if event.noun == Noun.LINK and event.verb != Verb.LINKED}
    words = dict(Link.objects.filter(pk__in=links).values_list("pk", "passage__exact")) if links else {}
    return {event.pk: _in_words(event, words) for event in events}


def _in_words(event, words):
    # What is hidden of a blind proposal is not in the log; its opening is told in other words.
    if event.noun == Noun.ASSESSMENT and event.verb == Verb.CREATED and "verdict" in event.after:
        return f"{STEPS[event.after['step']]} “{Verdict(event.after['verdict']).label}”"
    told = act_of(event)
    if event.noun == Noun.LINK and event.verb != Verb.LINKED:
        return f"{told} to “{Truncator(words[event.object_id]).chars(MOST_QUOTED)}”"
    return told
