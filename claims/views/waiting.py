"""The queue of proposals, suspended links and undated articles: one at a time, with the same keys as suggestions."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from claims.errors import NotAllowed, Refused, Stale
from claims.models import Assessment
from claims.reports.waiting_done import done_by
from claims.services import assessments, dating, reaffirming, roles
from claims.services.suggestions import UNDO_WITHIN
from claims.views.acts import status_of
from claims.views.waiting_kinds import KINDS, Line
from claims.views.waiting_stage import render_waiting
from claims.vocabulary import Verb

NOTHING_TO_UNDO = "There is nothing of yours to take back from the last hours."
TAKEN_BACK = "That was taken back already, or you did something else since. Look at it first."
NOT_HERE = "A decision is reopened, and what was sent back is proposed again, on the page of the claim."


def kind_named(slug):
    if slug not in KINDS:
        raise Http404("There is no such kind of work.")
    return KINDS[slug]


@require_GET
def waiting_list(request, kind):
    """Show the first piece of work that this person has not skipped."""
    kind = kind_named(kind)
    return render_waiting(request, kind, Line(request, kind).next())


@require_GET
def waiting_detail(request, kind, pk):
    return render_waiting(request, kind_named(kind), _item(kind, pk))


def _item(kind, pk):
    return get_object_or_404(kind_named(kind).everything(), pk=pk)


@require_POST
def waiting_skip(request, kind, pk):
    """Pass over a piece of work; it goes on waiting."""
    item, line = _item(kind, pk), Line(request, kind_named(kind))
    line.skip(item)
    return show(request, line, line.next(item))


@require_POST
def waiting_again(request, kind):
    """Offer again what was skipped."""
    line = Line(request, kind_named(kind))
    line.forget_skipped()
    return redirect(line.address())


def show(request, line, item, told=""):
    """Answer with `item` (None: the end of the line), saying what was done."""
    if request.htmx:
        return render_waiting(request, line.kind, item, told=told)
    if told:
        messages.success(request, told)
    return redirect(line.address(item))


def refuse(request, kind, item, refused):
    return render_waiting(request, kind, item, status=status_of(refused), refusal=str(refused))


@require_POST
def waiting_undo(request, kind):
    """Take back what this person did last to work of this kind, and show it again."""
    kind = kind_named(kind)
    try:
        item = UNDOING[kind.slug](_last_of(request, kind), request.user)
    except NotAllowed:
        raise
    except Refused as refused:
        return refuse(request, kind, Line(request, kind).next(), refused)
    line = Line(request, kind)
    return show(request, line, line.get(item.pk), f"Taken back: the {kind.one} waits again.")


def _last_of(request, kind):
    """Return the event to take back; raise `Refused` where there is none, or another than the page showed."""
    roles.must_annotate(request.user)
    last = next(iter(done_by(request.user, kind.slug, since=timezone.now() - UNDO_WITHIN)), None)
    if last is None:
        raise Refused(NOTHING_TO_UNDO)
    if request.POST.get("of", str(last.pk)) != str(last.pk):
        raise Stale(TAKEN_BACK)
    return last


def _propose_again(event, by):
    if event.verb != Verb.WITHDRAWN:
        raise Refused(NOT_HERE)
    proposal = Assessment.objects.select_related("claim").get(pk=event.after["proposal"])
    return assessments.propose_again(proposal=proposal, by=by).claim


def _refuse_to_withdraw(event, by):
    raise Refused(f"You have proposed a verdict on {event.claim.label}: withdraw it on the page of the claim.")


UNDOING = {
    "asked": _refuse_to_withdraw,
    "proposals": _propose_again,
    "stale": lambda event, by: reaffirming.undo(event=event, by=by),
    "undated": lambda event, by: dating.undo(event=event, by=by),
}
