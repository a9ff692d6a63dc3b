"""R8: what each person did, what waits for them, and how far they agree."""

from collections import defaultdict
from itertools import chain

from claims.reports.history import Past
from claims.reports.numbered import suggested
from claims.reports.numbered.agreement import FEWEST_FOR_KAPPA, kappa, scotts_pi
from claims.reports.numbered.deeds import done_by_people
from claims.reports.numbered.parts import Chart, Column, Counted, Figure, Report, Series, Share, Table
from claims.reports.numbered.rounds import pairs_apart, proposals
from claims.reports.numbered.rows import RULE
from claims.reports.people import names_then
from claims.vocabulary import Noun

CODE, TITLE = "R8", "Workload and agreement"
QUESTION = "Who carries what, and how far do we agree?"
RULES = (
    "Counted is what people did by the record cut-off, whatever became of it since; undecided claims are those that "
    "wait for their owner then. Links to articles published after the publication cut-off are left out, and so are "
    "proposals that speak of a later day.",
    RULE,
    suggested.RULE,
    "Agreement is pairs of proposals of different people on one claim with the same verdict / all such pairs. Both "
    "stood when a decision, a sending back, an amendment or a merge closed the round, or stand at the cut-off. Of "
    "somebody whose proposal alone was sent back, and who proposed again, the first makes the pair with what stood "
    "beside both.",
    f"Cohen’s kappa is given of two people, from {FEWEST_FOR_KAPPA} pairs on. Of the pairs of more people, of whom "
    "nobody comes first, it is Scott’s pi (1955): the agreement expected by chance is that of two who both give the "
    "verdicts in the shares in which all of them gave these.",
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
    """Return what people did on the claims of `scope`, by name, and how far pairs of them agree."""
    past, made = Past(scope.recorded_by), proposals(scope)
    names, done = names_then(past), done_by_people(scope, made, past)
    people = _in_order({person for of_kind in done.values() for person in of_kind}, names)
    lines = tuple((names[pk], *_cells(done, [pk], f"person-{pk}")) for pk in people)
    everybody = _cells(done, people, "all")
    total = ("Everybody", *everybody) if lines else ()
    table = Table("people", "By person", PEOPLE, lines, total, empty="Nobody has done anything yet.")
    pairs = list(pairs_apart(made))
    agreement = _pairs_table(pairs, names)
    figures = (
        Figure("Pairs of proposals with the same verdict", _agreed(pairs, "pairs")),
        _beyond_chance(agreement, pairs),
        Figure("Proposals decided as proposed", everybody[4]),
    )
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
    # Kappa is of two: where there are no more, it is theirs.
    total = ("All", "", _agreed(pairs, "pairs"), lines[0][-1] if len(lines) == 1 else None) if lines else ()
    empty = "No two people have proposed on one claim at the same time."
    return Table("pairs", "Agreement of two", PAIRS, lines, total, empty=empty)


def _beyond_chance(agreement, pairs):
    """Return the figure of how far all people agree beyond chance: kappa where they are two, pi of more."""
    if len(agreement.rows) < 2:
        return Figure("Cohen’s kappa", agreement.total[-1] if agreement.total else None)
    return Figure("Scott’s pi, all people", scotts_pi(_verdicts(pairs)))


def _agreement(pairs, both):
    ordered = [(one, other) if one.author == both[0] else (other, one) for one, other in pairs]
    return _agreed(pairs, f"pair-{both[0]}-{both[1]}"), kappa(_verdicts(ordered))


def _agreed(pairs, key):
    whole = tuple(other.pk for _, other in pairs)
    part = tuple(other.pk for one, other in pairs if one.verdict == other.verdict)
    return Share(part=Counted(key, part, Noun.ASSESSMENT), whole=Counted(f"{key}-of", whole, Noun.ASSESSMENT))


def _verdicts(pairs):
    return [(one.verdict, other.verdict) for one, other in pairs]
