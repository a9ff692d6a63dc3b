"""The inbox of a person: what concerns them, as lines that lead to the very place. Reads only."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from heapq import merge
from itertools import islice

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.text import Truncator

from claims.models import Claim, Comment, Event, InboxMark, Mention
from claims.reports import concerns
from claims.reports.comments import place_of
from claims.reports.news import LINKED_AS, SHOOK, STANDINGS, act_on_dates
from claims.vocabulary import Noun, Verb, Verdict

MOST = 1000
MOST_IN_MENU = 99
EXCERPT = 200
KEY = re.compile(r"event-(\d{1,18})|due-(\d{1,18})-(\d{4}-\d\d-\d\d)")

ACTS = {
    Verb.AMENDED: "amended",
    Verb.CHANGED: "made you the owner of",
    Verb.REJECTED: "rejected",
    Verb.REOPENED: "reopened",
    Verb.SENT_BACK: "sent back the proposal on",
    Verb.SPLIT: "split",
    Verb.UNDONE: "took back the request for another proposal on",
    Verb.UNMERGED: "took apart the merge of",
    Verb.MERGED: "merged",
}
ON_ASSESSMENTS = (Verb.PROPOSED, Verb.DECIDED, Verb.SENT_BACK, Verb.REOPENED, Verb.ASKED)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What an item is about: an event, or a claim that fell due after a day. Newer ones are greater."""

    at: datetime
    event: int = 0
    claim: int = 0
    fell_due_on: date | None = None

    def __str__(self):
        return f"event-{self.event}" if self.event else f"due-{self.claim}-{self.fell_due_on}"

    @property
    def row(self):
        """The fields by which a mark knows the item."""
        return {"event_id": self.event} if self.event else {"claim_id": self.claim, "fell_due_on": self.fell_due_on}


@dataclass(frozen=True, slots=True)
class Item:
    """A line: `actor` did `act` to `target`; nobody but the calendar acts when a forecast falls due.

    What is settled was read with everything up to it, and cannot be made unread alone.
    """

    key: Key
    actor: str
    act: str
    target: str
    url: str
    excerpt: str = ""
    is_read: bool = False
    is_settled: bool = False

    @property
    def at(self):
        return self.key.at


def unread_in_menu(user):
    """Return how many items are unread, as the menu says it; nothing where there are none. One bounded query."""
    count = concerns.count_up_to(MOST_IN_MENU + 1, [*concerns.unread_events(user), *concerns.unread_due(user)])
    return f"{MOST_IN_MENU}+" if count > MOST_IN_MENU else str(count or "")


def keys_for(user, *, unread=False):
    """Return the keys of the newest items of `user`, at most `MOST`, the newest first."""
    events = concerns.unread_events(user) if unread else concerns.events_for(user)
    due = concerns.unread_due(user) if unread else concerns.fallen_due_for(user)
    of_events = [Key(at, event=pk) for at, pk in concerns.all_of(events).order_by("-at", "-pk")[:MOST]]
    of_due = [_due_key(*row) for row in concerns.due_keys(due).order_by("-fell_due_on", "-pk")[:MOST]]
    return list(islice(merge(of_events, of_due, reverse=True), MOST))


def _due_key(fell_due_on, claim):
    return Key(concerns.moment_of(fell_due_on), claim=claim, fell_due_on=fell_due_on)


def find_key(user, text):
    """Return the key that `text` spells, if it is that of an item of `user`, else None."""
    match = KEY.fullmatch(text)
    if not match:
        return None
    if match[1]:
        found = concerns.all_of(events.filter(pk=match[1]) for events in concerns.events_for(user))
        return next((Key(at, event=pk) for at, pk in found), None)
    due = concerns.due_keys(claims.filter(pk=match[2]) for claims in concerns.fallen_due_for(user))
    return next((_due_key(*row) for row in due if str(row[0]) == match[3]), None)


def items_of(user, keys):
    """Return the items with `keys`, in their order; the queries do not grow with them."""
    events = Event.objects.select_related("actor", "claim", "article").in_bulk(
        [key.event for key in keys if key.event]
    )
    claims = Claim.objects.in_bulk([key.claim for key in keys if key.claim])
    talk = _Talk(user, [event.object_id for event in events.values() if event.noun == Noun.COMMENT])
    read, since = _read(user, keys), concerns.unread_since(user)
    lines = (_due_line(claims[key.claim], key) if key.claim else _line(events[key.event], talk) for key in keys)
    return [
        Item(key=key, is_read=key in read, is_settled=key.at <= since, **line)
        for key, line in zip(keys, lines, strict=True)
    ]


def _read(user, keys):
    """Return those of `keys` that the person has read."""
    since = concerns.unread_since(user)
    marks = InboxMark.objects.filter(user=user, read_at__isnull=False)
    named = Q(event__in=[key.event for key in keys]) | Q(claim__in=[key.claim for key in keys])
    read = set(marks.filter(named).values_list("event", "claim", "fell_due_on"))
    return {key for key in keys if key.at <= since or (key.event or None, key.claim or None, key.fell_due_on) in read}


class _Talk:
    """The comments among the items, and why each concerns the person."""

    def __init__(self, user, ids):
        self.user = user
        related = ("thread__claim__owner", "thread__passage__article")
        self.comments = Comment.objects.select_related(*related).in_bulk(ids)
        firsts = {comment.first_id or pk for pk, comment in self.comments.items()}
        # What a comment says now is what its last version says.
        self.newest = {row.first_id: row.body for row in Comment.objects.filter(first__in=firsts).order_by("pk")}
        self.naming = set(Mention.objects.filter(person=user, comment__in=ids).values_list("comment", flat=True))
        self.replies = set(Comment.objects.filter(concerns.after_own(user), pk__in=ids).values_list("pk", flat=True))

    def says(self, comment):
        return self.newest.get(comment.first_id or comment.pk, comment.body)

    def act(self, comment):
        if comment.pk in self.naming:
            return "mentioned you on"
        if comment.pk in self.replies:
            return "replied to you on"
        return "commented on your claim" if comment.thread.claim_id else "commented on evidence of your claim,"


def _line(event, talk):
    if event.noun == Noun.COMMENT:
        return _comment_line(event, talk)
    target = event.claim or event.article
    return {
        "actor": str(event.actor or "Factcheck"),
        "act": _act(event, talk.user),
        "target": str(target),
        "url": _url(event),
        "excerpt": Truncator(event.reason).chars(EXCERPT),
    }


def _comment_line(event, talk):
    comment = talk.comments[event.object_id]
    place = place_of(comment.thread)
    target = str(place.claim) if place.claim else f"“{Truncator(place.passage.exact).chars(80)}”"
    return {
        "actor": str(event.actor),
        "act": talk.act(comment),
        "target": target,
        "url": place.url_of(comment),
        "excerpt": Truncator(talk.says(comment)).chars(EXCERPT),
    }


def _url(event):
    if event.claim is None:
        return event.article.get_absolute_url()
    place = {Noun.LINK: f"#link-{event.object_id}"}.get(event.noun, "")
    if event.verb in ON_ASSESSMENTS or "unfounded" in event.after:
        place = "#assessments"
    if "rescheduled_to" in event.after:
        place = "#dates"
    return f"{event.claim.get_absolute_url()}{place}"


def _act(event, user):
    verdict = event.after.get("verdict")
    if verdict and event.verb in (Verb.PROPOSED, Verb.DECIDED):
        return f"{event.get_verb_display().removesuffix(' a verdict on')} “{Verdict(verdict).label}” for"
    if event.noun == Noun.LINK:
        return LINKED_AS.get(event.after["stance"], "linked a passage to")
    if event.noun == Noun.ARTICLE:
        return f"{STANDINGS[event.after['standing']]}, under your evidence,"
    if event.verb == Verb.ASKED:
        name = "you" if event.after["person"] == user.pk else event.after["name"]
        return f"asked {name} for another proposal on"
    if "received" in event.after:
        return f"merged C-{event.after['received']} into"
    if "released" in event.after:
        return f"took C-{event.after['released']} apart from"
    if "rescheduled_to" in event.after:
        return act_on_dates(event)
    if "unfounded" in event.after:
        return SHOOK
    return ACTS.get(event.verb) or event.get_verb_display()


def _due_line(claim, key):
    last = "window ended" if claim.window_end else "day of review was"
    return {
        "actor": "",
        "act": "Fell due:",
        "target": str(claim),
        "url": claim.get_absolute_url(),
        "excerpt": f"Its {last} {date_format(key.fell_due_on, 'j F Y')}.",
    }
