"""What each person did on the claims of a scope, and what waits for them, by the record cut-off."""

import numpy as np

from claims.models import Assessment, Link, Passage
from claims.reports.at_scale.columns import NOTHING, held_before, place_in, whole_numbers, with_earlier
from claims.reports.numbered.judged import judged
from claims.reports.numbered.rounds import as_proposed, assessments
from claims.reports.numbered.rows import LIVE
from claims.reports.numbered.suggested import suggestions_in
from claims.vocabulary import Noun, State, Step, SuggestionKind

DECIDED = LIVE.index(State.DECIDED)


def done_by_people(scope, made, past):
    """Return {what: {person: its records}} of what people did by the record cut-off, and of what they own then.

    A record is given by its id, a claim by its number.
    """
    closed, taken = as_proposed(made, scope)
    # The place of words that left a text is said of their link; that is no judgement of the suggestion.
    offered = suggestions_in(scope).exclude(kind=SuggestionKind.ANCHOR, result_id__isnull=False)
    judgements = judged(scope.recorded_by, among=offered)
    return {
        "owned": _by_person(*_owned(scope, past)),
        "claims": _acts(scope.claims(), "created_by", "number"),
        "links": _acts(_links(scope, past), "created_by", "pk"),
        "proposals": _by_person(made.author, made.pk),
        "closed": _by_person(closed.author, closed.pk),
        "taken": _by_person(taken.author, taken.pk),
        "decisions": _acts(assessments(scope, Step.DECISION), "author", "pk"),
        "judged": _by_person([person for person, _ in judgements.values()], list(judgements)),
    }


def _acts(rows, *columns):
    """Return {person: their records}, in order, of the two columns of the query `rows`."""
    people, records = whole_numbers(rows, *columns)
    order = np.argsort(records)
    return _by_person(people[order], records[order])


def _by_person(people, records):
    """Return {person: their records}, in the order given."""
    people, records = np.array(people, dtype=np.int64), np.array(records, dtype=np.int64)
    order = np.argsort(people, kind="stable")
    known, first = np.unique(people[order], return_index=True)
    parts = np.split(records[order], first)[1:]
    return {person: tuple(part.tolist()) for person, part in zip(known.tolist(), parts, strict=True)}


def _owned(scope, past):
    """Return the columns of the owners and the numbers of the claims that waited for somebody, by number."""
    changed = past.of(Noun.CLAIM)
    pk, number, owner, state = whole_numbers(scope.claims(), "pk", "number", "owner", place_in("state", LIVE))
    owner = with_earlier(pk, owner, held_before(changed, "owner"))
    state = with_earlier(pk, state, held_before(changed, "state", LIVE))
    waiting = (state != NOTHING) & ((state != DECIDED) | np.isin(pk, _decided_later(scope)))
    order = np.argsort(number)
    order = order[(owner[order] != NOTHING) & waiting[order]]
    return owner[order], number[order]


def _decided_later(scope):
    """Return the column of the claims whose decision speaks of a day after the publication cut-off."""
    rows = Assessment.objects.live(scope.recorded_by).decisions().filter(as_of__gt=scope.day)
    return whole_numbers(rows, "claim")[0]


def _links(scope, past):
    links = Link.objects.all()
    if scope.recorded_by:
        links = links.filter(created_at__lte=scope.recorded_by)
    if not scope.is_now:
        # By their words: there are far fewer of these to look through than of links.
        links = links.filter(passage__in=Passage.objects.filter(scope.known_by_then(past, "article")).values("pk"))
    return links.filter(claim__in=scope.claims().order_by().values("pk")) if scope.is_narrowed else links
