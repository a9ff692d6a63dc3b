"""R8: what each person did, what waits for them, and how far they agree."""

from collections import defaultdict
from itertools import chain

import numpy as np

from claims.models import Link, Suggestion
from claims.reports.at_scale.columns import NOTHING, held_before, place_in, whole_numbers, with_earlier
from claims.reports.history import Past
from claims.reports.numbered.agreement import FEWEST_FOR_KAPPA, kappa, pooled_kappa
from claims.reports.numbered.judged import judged
from claims.reports.numbered.parts import Chart, Column, Counted, Figure, Report, Series, Share, Table
from claims.reports.numbered.rounds import as_proposed, assessments, pairs_apart, proposals
from claims.reports.numbered.rows import UNDECIDED
from claims.reports.people import user_names
from claims.vocabulary import Noun, Step, SuggestionKind

CODE, TITLE = "R8", "Workload and agreement"
QUESTION = "Who carries what, and how far do we agree?"
RULES = (
    "Counted is what people did by the record cut-off, whatever became of it since; undecided claims are those that "
    "wait for their owner then. The publication cut-off does not narrow this report, and filters do not narrow "
    "suggestions: what they offered may be no claim yet.",
    "Agreement is pairs of proposals of different people on one claim with the same verdict / all such pairs. Both "
    "stood when a decision, a sending back, an amendment or a merge closed the round, or stand at the cut-off. Of "
    "somebody whose proposal alone was sent back, and who proposed again, the first makes the pair with what stood "
    "beside both.",
    f"Cohen’s kappa is given from {FEWEST_FOR_KAPPA} pairs on. Of all people together, each pair counts in both "
    "orders.",
    "Decided as proposed is proposals whose verdict the decision took / all that a decision closed. One sent back "
    "before is not among them.",
)
MOST_DRAWN = 10
PEOPLE = (
    Column("person", "Person"),
    Column("owned", "Undecided claims owned", "number"),
    Column("claims", "Claims made", "number"),
    Column("links", "Links made", "number"),
    Column("proposals", "Proposals", "number"),
    Column("taken", "Decided as proposed", "number"),
    Column("decisions", "Decisions", "number"),
    Column("judged", "Suggestions judged", "number"),
)
PAIRS = (
    Column("one", "Person"),
    Column("other", "And"),
    Column("agreed", "Same verdict", "number"),
    Column("kappa", "Cohen’s kappa", "number"),
)


def build(scope):
    """Return what people did on the claims of `scope`, by user name, and how far pairs of them agree."""
    past, made = Past(scope.recorded_by), proposals(scope)
    names, done = user_names(past), _done(scope, made, past)
    people = _in_order({person for of_kind in done.values() for person in of_kind}, names)
    lines = tuple((names[pk], *_cells(done, [pk], f"person-{pk}")) for pk in people)
    everybody = _cells(done, people, "all")
    total = ("Everybody", *everybody) if lines else ()
    table = Table("people", "By person", PEOPLE, lines, total, empty="Nobody has done anything yet.")
    pairs = list(pairs_apart(made))
    figures = (
        Figure("Pairs of proposals with the same verdict", _agreed(pairs, "pairs")),
        Figure("Cohen’s kappa, all people", pooled_kappa(_verdicts(pairs))),
        Figure("Proposals decided as proposed", everybody[4]),
    )
    agreement = _pairs_table(pairs, names)
    return Report(CODE, TITLE, RULES, figures, (table, agreement), _chart(agreement))


def _chart(agreement):
    """Return the chart (one or none) of how far two people agree, of those who met most."""
    told = [(f"{one} and {other}", share) for one, other, share, _ in agreement.rows[:MOST_DRAWN]]
    if not told:
        return ()
    same = Series("Same verdict", tuple(share.part.n for _, share in told), "green")
    another = Series("Another verdict", tuple(share.whole.n - share.part.n for _, share in told), "amber")
    names = tuple(name for name, _ in told)
    return (Chart("pairs", "Agreement of two", "bars", names, (same, another), "pairs of proposals"),)


def _in_order(people, names):
    return sorted(people, key=lambda pk: (names[pk].casefold(), pk))


def _done(scope, made, past):
    """Return {what: {person: its records}} of what people did by the record cut-off, and of what they own then.

    A record is given by its id, a claim by its number.
    """
    closed, taken = as_proposed(made, scope)
    # The place of words that left a text is said of their link; that is no judgement of the suggestion.
    offered = Suggestion.objects.exclude(kind=SuggestionKind.ANCHOR, result_id__isnull=False)
    judgements = judged(scope.recorded_by, among=offered)
    return {
        "owned": _by_person(*_owned(scope, past)),
        "claims": _acts(scope.claims(), "created_by", "number"),
        "links": _acts(_links(scope), "created_by", "pk"),
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
    waiting, changed = place_in("state", UNDECIDED), past.of(Noun.CLAIM)
    pk, number, owner, state = whole_numbers(scope.claims(), "pk", "number", "owner", waiting)
    owner = with_earlier(pk, owner, held_before(changed, "owner"))
    state = with_earlier(pk, state, held_before(changed, "state", UNDECIDED))
    order = np.argsort(number)
    order = order[(owner[order] != NOTHING) & (state[order] != NOTHING)]
    return owner[order], number[order]


def _links(scope):
    links = Link.objects.all()
    if scope.recorded_by:
        links = links.filter(created_at__lte=scope.recorded_by)
    return links.filter(claim__in=scope.claims().order_by().values("pk")) if scope.is_narrowed else links


def _cells(done, people, key):
    def counted(what, of=Noun.CLAIM):
        of_each = (done[what].get(person, ()) for person in people)
        return Counted(f"{key}-{what}", tuple(chain.from_iterable(of_each)), of)

    taken = Share(part=counted("taken", Noun.ASSESSMENT), whole=counted("closed", Noun.ASSESSMENT))
    return (
        counted("owned"),
        counted("claims"),
        counted("links", Noun.LINK),
        counted("proposals", Noun.ASSESSMENT),
        taken,
        counted("decisions", Noun.ASSESSMENT),
        counted("judged", Noun.SUGGESTION),
    )


def _pairs_table(pairs, names):
    """Return who agreed with whom, those who met most first. A pair opens as the later of its two proposals."""
    met = defaultdict(list)
    for one, other in pairs:
        met[tuple(_in_order({one.author, other.author}, names))].append((one, other))
    people = sorted(met, key=lambda both: (-len(met[both]), *(names[pk].casefold() for pk in both)))
    lines = tuple((*(names[pk] for pk in both), *_agreement(met[both], both)) for both in people)
    total = ("All", "", _agreed(pairs, "pairs"), pooled_kappa(_verdicts(pairs))) if lines else ()
    empty = "No two people have proposed on one claim at the same time."
    return Table("pairs", "Agreement of two", PAIRS, lines, total, empty=empty)


def _agreement(pairs, both):
    ordered = [(one, other) if one.author == both[0] else (other, one) for one, other in pairs]
    return _agreed(pairs, f"pair-{both[0]}-{both[1]}"), kappa(_verdicts(ordered))


def _agreed(pairs, key):
    whole = tuple(other.pk for _, other in pairs)
    part = tuple(other.pk for one, other in pairs if one.verdict == other.verdict)
    return Share(part=Counted(key, part, Noun.ASSESSMENT), whole=Counted(f"{key}-of", whole, Noun.ASSESSMENT))


def _verdicts(pairs):
    return [(one.verdict, other.verdict) for one, other in pairs]
