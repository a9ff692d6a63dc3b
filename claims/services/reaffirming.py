"""Suspended links, judged one by one: what is done to them there can be taken back."""

from django.db import transaction
from django.utils import timezone

from claims.errors import Refused, Stale
from claims.models import Anchor, ChainStep, Event, Link, Passage
from claims.reports.reaffirming import closest_place
from claims.services import figures, links, locks
from claims.services.undoing import MISTAKEN, must_be_own_and_recent
from claims.vocabulary import AnchorMethod, Noun, Standing, Verb

TYPED_OTHERWISE = "The same words stand in the newest version, typed otherwise."
SENTENCE_CHANGED = "The same words stand in the newest version, in a sentence that changed."
KEPT = ("article", "exact", "prefix", "suffix", "speaker", "speaker_kind", "origin", "certainty", "polarity")


def check(*, link, by):
    """Raise `Refused` unless `by` may say what becomes of `link`, which is suspended."""
    links.check_change(link=link, by=by)
    if not links.is_suspended(link):
        raise Stale("This link counts again already.")


@transaction.atomic
def reaffirm_as_typed(*, link, by, words=None):
    """Re-affirm `link` on the same words, in another type or in a sentence that changed; return the link.

    `words` are those that the person was shown there. Raises `Refused` where more than type differs: then a person
    says why the link still holds.
    """
    place = closest_place(link.passage)
    if place is None or (words is not None and words != place.words):
        raise Stale("The newest version says something else than what you were shown. Look at it again.")
    if link.passage.article.standing == Standing.WITHDRAWN or not place.is_typed_otherwise:
        raise Refused("The words differ, so say why the link still holds.")
    reason = SENTENCE_CHANGED if place.is_same else TYPED_OTHERWISE
    return links.reaffirm(link=link, reason=reason, by=by, quote=place.words, near=place.start)


@transaction.atomic
def undo(*, event, by):
    """Take back what `event` says that `by` did to a suspended link; return the link that waits again.

    Nothing on record is changed: the link is made anew of words that have no place in the newest version.
    """
    must_be_own_and_recent(event, by)
    link = Link.objects.select_related("claim", "passage__article").get(pk=event.object_id)
    article = link.passage.article
    locks.hold_article(article)
    _must_not_be_taken_back(event)
    _must_be_as_it_was(event, link)
    if event.verb == Verb.WITHDRAWN:
        anew = links.make_anew(link=link, passage=link.passage, why=MISTAKEN, by=by)
    else:
        anew = _unplace(link, event, by)
    figures.refresh_for_article(article)
    return anew


def _must_not_be_taken_back(event):
    taken_back = Event.objects.filter(noun=Noun.LINK, verb=Verb.UNDONE, after__supersedes=event.object_id)
    if taken_back.filter(claim=event.claim, pk__gt=event.pk).exists():
        raise Stale("That was taken back already.")


def _must_be_as_it_was(event, link):
    article = link.passage.article
    if article.standing == Standing.WITHDRAWN:
        raise Refused("A link into a withdrawn article, made anew, would count. Do it on the page of the claim.")
    if article.newest_version().recorded_at > event.at:
        raise Refused("The article has a newer version since; look at the link on the page of its claim.")
    if event.verb == Verb.REAFFIRMED and not link.is_live:
        raise Refused("The link was withdrawn or revised since.")


def _unplace(link, event, by):
    """Make every link that counts by the place chosen anew, of the same words without it; return that of `link`."""
    passage, newest = link.passage, link.passage.article.newest_version()
    if not passage.anchors.filter(version=newest, method=AnchorMethod.MANUAL).exists():
        raise Refused("The words have their place for another reason; look at the link on the page of its claim.")
    copy = _without_place(passage, newest, by)
    standing = passage.links.live().select_related("claim").order_by("claim")
    if standing.filter(created_at__gt=event.at).exists():
        raise Refused("Somebody has linked these words since, so the place stays.")
    anew = {one.pk: links.make_anew(link=one, passage=copy, why=MISTAKEN, by=by) for one in standing}
    return anew[link.pk]


def _without_place(passage, newest, by):
    """Return a passage like `passage` that stands wherever it does, but in the version `newest`."""
    now = timezone.now()
    same = {name: getattr(passage, name) for name in KEPT}
    copy = Passage.objects.create(**same, created_at=now, created_by=by)
    steps = passage.chain_steps.all()
    ChainStep.objects.bulk_create(ChainStep(passage=copy, position=s.position, source=s.source) for s in steps)
    places = passage.anchors.exclude(version=newest)
    Anchor.objects.bulk_create(
        Anchor(
            passage=copy,
            version=place.version,
            start=place.start,
            end=place.end,
            method=place.method,
            created_at=now,
            created_by=by,
        )
        for place in places
    )
    return copy
