"""R8: what each person did, what waits for them, and how far they agree."""

from collections import defaultdict

from claims.models import Link, Suggestion
from claims.reports.history import Past
from claims.reports.numbered.agreement import FEWEST_FOR_KAPPA, kappa, pooled_kappa
from claims.reports.numbered.judged import judged
from claims.reports.numbered.parts import Chart, Column, Counted, Figure, Report, Series, Share, Table
from claims.reports.numbered.records import live_records
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
    "stood when a decision, a sending back, an amendment or a merge closed the round, or stand at the cut-off.",
    f"Cohen’s kappa is given from {FEWEST_FOR_KAPPA} pairs on. Of all people together, each pair counts in both "
    "orders.",
    "Decided as proposed is proposals whose verdict the decision took / all that a decision closed.",
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
    names = user_names(Past(scope.recorded_by))
    made = proposals(scope)
    done = {what: _by_person(records) for what, records in _records(scope, names, made)}
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


def _by_person(records):
    found = defaultdict(list)
    for person, record in records:
        found[person].append(record)
    return found


def _records(scope, names, made):
    """Yield (what, [(person, record)]) of what people did by the record cut-off, and of what they own then.

    A record is given by its id, a claim by its number.
    """
    yield "owned", _owned(scope, {name: pk for pk, name in names.items()})
    yield "claims", scope.claims().order_by("number").values_list("created_by", "number")
    yield "links", _links(scope).values_list("created_by", "pk")
    closed, taken = as_proposed(made, scope)
    for what, some in (("proposals", made), ("closed", closed), ("taken", taken)):
        yield what, [(one.author, one.pk) for one in some]
    yield "decisions", assessments(scope, Step.DECISION).values_list("author", "pk")
    # The place of words that left a text is said of their link; that is no judgement of the suggestion.
    offered = Suggestion.objects.exclude(kind=SuggestionKind.ANCHOR, result_id__isnull=False)
    judgements = judged(scope.recorded_by, among=offered)
    yield "judged", [(person, suggestion) for suggestion, (person, _) in judgements.items()]


def _owned(scope, people):
    for record in live_records(scope):
        if record.owner and record.state in UNDECIDED:
            yield people[record.owner], record.number


def _links(scope):
    links = Link.objects.order_by("pk")
    if scope.recorded_by:
        links = links.filter(created_at__lte=scope.recorded_by)
    return links.filter(claim__in=scope.claims().order_by().values("pk")) if scope.is_narrowed else links


def _cells(done, people, key):
    def counted(what, of=Noun.CLAIM):
        return Counted(f"{key}-{what}", tuple(record for person in people for record in done[what][person]), of)

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
