"""The part of the page that changes with every proposal, suspended link or undated article that waits."""

from dataclasses import dataclass

from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.timesince import timesince

from claims.models import Article
from claims.reports.article_rows import label_of, with_openings
from claims.reports.event_log import act_of
from claims.reports.waiting import MOST_COUNTED
from claims.reports.waiting_cases import last_told
from claims.reports.waiting_done import done_by
from claims.services.suggestions import UNDO_WITHIN
from claims.views.queue_progress import Progress, midnight, tabs_for
from claims.views.waiting_acts import acts_on
from claims.views.waiting_kinds import Line
from claims.vocabulary import Noun, Verb


@dataclass(frozen=True, slots=True)
class Last:
    """What the person did last: in words, where it is seen, and how it is taken back (post, page or nothing)."""

    event: object
    words: str
    label: str
    url: str
    undo: str
    why_not: str = ""


def render_waiting(request, kind, item, *, status=200, form=None, **more):
    """Answer with `item` (None: nothing is left) as the page or, for htmx, as the part that changes."""
    line = Line(request, kind)
    partial = request.htmx and not request.htmx.history_restore_request
    context = _for_all(request, line, item) | _for_one(line, item, form) | {"form": form, "swapped": partial} | more
    template = "claims/_waiting_stage.html" if partial else "claims/waiting.html"
    response = render(request, template, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    if partial:
        response["HX-Replace-Url"] = line.address(item)
    return response


def _for_all(request, line, item):
    today, lately = midnight(), timezone.now() - UNDO_WITHIN
    done = done_by(request.user, line.kind.slug, since=min(today, lately))
    last = next((event for event in done if event.at >= lately), None)
    return {
        "line": line,
        "kind": line.kind,
        "filter": line.filter,
        "query": line.query,
        "hints": line.kind.hints(request.user),
        "tabs": tabs_for(request.user),
        "last": last and _last(last),
        "progress": _progress(line, item, {event.object_id for event in done if event.at >= today}),
        "may_annotate": request.user.may_annotate,
    }


def _progress(line, item, done):
    left = len(line.keys)
    return Progress(line.settled_of(done), left, item and line.place_of(item), is_cut=left >= MOST_COUNTED)


def _for_one(line, item, form):
    if item is None:
        return {"item": None}
    place, case = line.place_of(item), line.kind.case_of(item, line.user)
    return {
        "item": item,
        "case": case,
        "previous": line.neighbour(item, -1),
        "next": line.neighbour(item, 1),
        "settled": None if place or _waits(line, item) else settled(line.kind, item),
        "acts": [] if form else list(acts_on(line, case, line.next(item))),
    }


def _waits(line, item):
    """Whether `item` waits for this person, though the filters leave it out."""
    return line.kind.waiting(line.user).filter(pk=item.pk).exists()


def settled(kind, item):
    """Return what became of `item`, which waits no more, as a sentence."""
    event = last_told(kind.noun, item.pk)
    if event is None or event.verb not in SETTLING:
        return "This does not wait for you."
    moment = "just now" if (timezone.now() - event.at).total_seconds() < 60 else f"{timesince(event.at, depth=1)} ago"
    return f"This waits no more. {event.actor or 'Factcheck'} {act_of(event)} {moment}."


def _last(event):
    target = event.claim or event.article
    label, url = (event.claim.label if event.claim else _label_of(event.article)), target.get_absolute_url()
    words = SAID.get((event.noun, event.verb), "You changed")
    if (event.noun, event.verb) == (Noun.ARTICLE, Verb.CHANGED):
        words = f"You set the date {date_format(parse_date(event.after['published_on']), 'j F Y')} of"
    undo = {Verb.DECIDED: "page", Verb.SENT_BACK: "", Verb.PROPOSED: ""}.get(event.verb, "post")
    why_not = WHY_NOT.get(event.verb, "")
    return Last(event, words, label, url, undo, why_not)


def _label_of(article):
    return article.title or label_of(with_openings(Article.objects.filter(pk=article.pk)).get())


SETTLING = (
    Verb.AMENDED,
    Verb.CHANGED,
    Verb.DECIDED,
    Verb.MERGED,
    Verb.REAFFIRMED,
    Verb.SEARCHED,
    Verb.SENT_BACK,
    Verb.UNDONE,
    Verb.WITHDRAWN,
)
WHY_NOT = {
    Verb.SENT_BACK: "Its author may propose again.",
    Verb.PROPOSED: "Withdraw it on the page of the claim.",
}
SAID = {
    (Noun.CLAIM, Verb.DECIDED): "You decided",
    (Noun.CLAIM, Verb.SENT_BACK): "You sent back",
    (Noun.CLAIM, Verb.PROPOSED): "You proposed a verdict on",
    (Noun.CLAIM, Verb.WITHDRAWN): "You withdrew your proposal on",
    (Noun.LINK, Verb.REAFFIRMED): "You re-affirmed a link of",
    (Noun.LINK, Verb.WITHDRAWN): "You withdrew a link of",
    (Noun.ARTICLE, Verb.SEARCHED): "You said that it cannot be dated:",
}
