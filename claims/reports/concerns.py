"""What concerns a person: events of the log, and forecasts of theirs that fell due. Queries only.

Nothing is copied: who is concerned follows from who owns, linked, proposed, wrote and was named. One's own acts are
no news.
"""

from datetime import datetime, time, timedelta

from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import TruncDate
from django.utils import timezone

from claims.models import Claim, Comment, Event, InboxMark, Link, Mention
from claims.vocabulary import Basis, Noun, RequestClosing, Stance, Standing, State, Step, Verb

# An act and what it closes or copies are written within one transaction.
AT_ONCE = timedelta(seconds=10)
# What is older than this and still unread is no longer counted, so that the count looks at a bounded part of the log.
REACH = timedelta(days=90)
ABOUT_A_CLAIM = [
    Verb.AMENDED,
    Verb.ASKED,
    Verb.DECIDED,
    Verb.MERGED,
    Verb.PROPOSED,
    Verb.REJECTED,
    Verb.REOPENED,
    Verb.SENT_BACK,
    Verb.SPLIT,
    Verb.UNMERGED,
]
# A proposal says by the same word how it was ended (`Closing`).
ENDING_A_PROPOSAL = [Verb.AMENDED, Verb.DECIDED, Verb.SENT_BACK]


def unread_since(user):
    """Return the moment up to which nothing is unread for `user`."""
    return max(user.inbox_read_at, timezone.now() - REACH)


def events_for(user, *, since=None):
    """Return a QuerySet for each way in which events after `since` (None: ever) concern `user`.

    One event may be in several; together they are `all_of` them. Apart, an index serves each of them.
    """
    ways = [_owned, _mentions, _talk, _proposals, _decisions, _asked, _taken_back, _articles]
    # A comment is as old as its event, so that old ones need not be looked at.
    comments = Comment.objects.standing().order_by()
    events = Event.objects.order_by()
    if since:
        comments, events = comments.filter(made_at__gt=since), events.filter(at__gt=since)
    return [events.filter(way(user, comments)).exclude(actor=user) for way in ways]


def unread_events(user):
    """Return the same for what `user` has not read yet."""
    marks = InboxMark.objects.filter(user=user, event=OuterRef("pk"), read_at__isnull=False)
    return [events.exclude(Exists(marks)) for events in events_for(user, since=unread_since(user))]


def all_of(events):
    """Return (moment, key) of each of these events once."""
    first, *others = (one.values_list("at", "pk") for one in events)
    return first.union(*others)


def count_up_to(most, found):
    """Return how many rows the QuerySets `found` hold together, each once; `most` where there are as many or more.

    They may be of several models. No more of them is looked through than that takes.
    """
    models = list(dict.fromkeys(one.model for one in found))
    first, *others = (one.order_by().values_list(Value(models.index(one.model)), "pk") for one in found)
    together = first.union(*others, all=True)
    keys = list(together[:most])
    # A row may be in each of them.
    if len(keys) == most > len(set(keys)):
        keys = together[: most * len(found)]
    return min(len(set(keys)), most)


def _owned(user, comments):
    """What befell the person's claims: acts, new evidence, and comments."""
    talk = Q(noun=Noun.COMMENT, verb=Verb.CREATED) & Exists(comments.filter(pk=OuterRef("object_id")))
    return Q(claim__owner=user) & (_acts(user) | _evidence() | talk)


def _acts(user):
    given = Q(verb=Verb.CHANGED, after__owner=user.pk)
    shaken = Q(verb=Verb.CHANGED, after__has_key="unfounded")
    # The claim that stays has an event of the merge too, which names the other.
    told_there = Q(verb=Verb.MERGED, claim__merged_into__owner=user)
    dated = Q(verb__in=[Verb.RESCHEDULED, Verb.UNDONE], after__has_key="rescheduled_to")
    return Q(noun=Noun.CLAIM) & (Q(verb__in=ABOUT_A_CLAIM) | given | shaken | dated) & ~told_there


def _evidence():
    """Conflicts and outcomes newly linked; the links that a new part of a claim was born with are not new."""
    telling = Q(after__stance=Stance.REFUTES) | Q(after__basis=Basis.OUTCOME)
    copied = Q(claim__split_from__isnull=False, at__lt=F("claim__created_at") + AT_ONCE)
    return Q(noun=Noun.LINK, verb__in=[Verb.LINKED, Verb.CHANGED]) & telling & ~copied


def _mentions(user, comments):
    """Comments that mention the person; a correction, when no version before it did."""
    named = Mention.objects.filter(person=user)
    before = named.filter(comment__lt=OuterRef("comment"))
    newly = named.filter(comment__withdrawn_at=None).exclude(
        Exists(before.filter(comment=OuterRef("comment__first")))
        | Exists(before.filter(comment__first=OuterRef("comment__first")))
    )
    return Q(noun=Noun.COMMENT, verb__in=[Verb.CREATED, Verb.CHANGED], object_id__in=newly.values("comment"))


def _talk(user, comments):
    """Comments that came after one of the person in its thread, and those on passages linked to their claims."""
    linked = Link.objects.live().filter(claim__owner=user, passage=OuterRef("thread__passage"))
    # One by one, so that whoever wants a few does not wait for all.
    made = comments.filter(after_own(user) | Exists(linked), pk=OuterRef("object_id"))
    return Q(noun=Noun.COMMENT, verb=Verb.CREATED) & Exists(made)


def after_own(user):
    """Return the condition that a comment came after one of `user` in its thread."""
    return Exists(Comment.objects.filter(author=user, thread=OuterRef("thread"), pk__lt=OuterRef("pk")))


def _proposals(user, comments):
    """What ended a proposal of the person."""
    return Q(
        noun=Noun.CLAIM,
        verb__in=ENDING_A_PROPOSAL,
        claim__assessments__step=Step.PROPOSAL,
        claim__assessments__author=user,
        claim__assessments__closing=F("verb"),
        claim__assessments__closed_at__lte=F("at"),
        claim__assessments__closed_at__gt=F("at") - AT_ONCE,
    )


def _decisions(user, comments):
    """What shook a decision of the person."""
    return Q(
        Q(claim__assessments__closed_at=None) | Q(claim__assessments__closed_at__gt=F("at")),
        noun=Noun.CLAIM,
        verb=Verb.CHANGED,
        after__has_key="unfounded",
        claim__assessments__step=Step.DECISION,
        claim__assessments__author=user,
        claim__assessments__created_at__lte=F("at"),
    )


def _asked(user, comments):
    """What the person was asked for: another proposal."""
    return Q(
        noun=Noun.CLAIM,
        verb=Verb.ASKED,
        claim__proposal_requests__person=user,
        claim__proposal_requests__created_at=F("at"),
    )


def _taken_back(user, comments):
    """What the person is asked for no more."""
    return Q(
        noun=Noun.CLAIM,
        verb=Verb.UNDONE,
        claim__proposal_requests__person=user,
        claim__proposal_requests__closing=RequestClosing.TAKEN_BACK,
        claim__proposal_requests__closed_at=F("at"),
    )


def _articles(user, comments):
    """Articles under evidence that the person linked, or that is linked to a claim of theirs, as it stood then."""
    links = Link.objects.filter(Q(created_by=user) | Q(claim__owner=user), passage__article=OuterRef("article"))
    under = links.filter(created_at__lt=OuterRef("at")).filter(
        Q(withdrawn_at=None) | Q(withdrawn_at__gt=OuterRef("at"))
    )
    fallen = Q(after__standing__in=[Standing.CORRECTED, Standing.WITHDRAWN])
    return Q(noun=Noun.ARTICLE, verb=Verb.CHANGED) & fallen & Exists(under)


def fallen_due_for(user, *, since=None):
    """Return QuerySets of the waiting forecasts of `user` that fell due after `since` (None: ever).

    Those with a window are one, those to be looked at again another; what was past when it was made did not fall due.
    Each row has `fell_due_on`, the last day before it was due.
    """
    waiting = Claim.objects.forecasts().filter(
        owner=user, state__in=[State.OPEN, State.PROPOSED], figures__closed=False
    )
    return [_past(waiting, "window_end", since), _past(waiting.filter(window_end=None), "review_on", since)]


def _past(claims, field, since):
    due = claims.annotate(fell_due_on=F(field)).filter(fell_due_on__lt=timezone.localdate())
    due = due.filter(fell_due_on__gte=timezone.localdate(since)) if since else due
    # Last, because it is asked of each row that the days find.
    return due.filter(fell_due_on__gte=TruncDate("created_at"))


def unread_due(user):
    """Return the same for what `user` has not read yet."""
    marks = InboxMark.objects.filter(
        user=user, claim=OuterRef("pk"), fell_due_on=OuterRef("fell_due_on"), read_at__isnull=False
    )
    return [claims.exclude(Exists(marks)) for claims in fallen_due_for(user, since=unread_since(user))]


def due_keys(found):
    """Return (day, key) of each of these claims once."""
    first, *others = (claims.order_by().values_list("fell_due_on", "pk") for claims in found)
    return first.union(*others, all=True)


def moment_of(fell_due_on):
    """Return the moment at which a forecast fell due: the end of its last day."""
    return timezone.make_aware(datetime.combine(fell_due_on + timedelta(days=1), time.min))
