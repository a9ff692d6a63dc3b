"""The links of a claim by the origin to which their words go back: what is counted on, and what is held to be one.

Which origins count is what `evidence.figures` found; nothing is counted here.
"""

from dataclasses import dataclass, replace
from datetime import date

from claims.models import Source
from claims.reports import history
from claims.reports.credits import credits_by_article
from claims.text.attribution.chains import Link as ChainLink
from claims.text.origins import Told, same_origin
from claims.vocabulary import Independence, Noun, SourceKind, Stance

# Beyond so many links nothing is presumed for a drawing: every two are compared, and every text is read.
MOST_COMPARED = 30
HOW = {Independence.SAME_ORIGIN: "decided", Independence.UNDETERMINED: "presumed"}


@dataclass(frozen=True, slots=True)
class Member:
    """A link row in its group; `chain` holds the sources behind its outlet, nearest first.

    `joined` says whether it stands here by decision or presumption rather than by its own origin, and `why`.
    """

    row: object
    origin: Source | None
    chain: tuple[Source, ...]
    joined: str = ""
    why: str = ""

    @property
    def path(self):
        """Every source from the outlet (None: not stated) to the farthest; who passed it to itself stands once."""
        hands = (self.row.link.passage.article.outlet, *self.chain)
        ends = hands if self.origin is None or self.origin in hands else (*hands, self.origin)
        return tuple(source for at, source in enumerate(ends) if at == 0 or source != ends[at - 1])

    @property
    def counts(self):
        return self.row.uncounted is None


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Links of one origin, by day. `number` is that of a counted origin; `origin` is None where nobody knows it."""

    origin: Source | None
    members: tuple[Member, ...]
    number: int | None = None

    @property
    def name(self):
        return self.origin.name if self.origin else "Origin not known"

    @property
    def articles(self):
        """How many articles count here, and how many are drawn."""
        counted = {member.row.link.passage.article_id for member in self.members if member.counts}
        return len(counted), len({member.row.link.passage.article_id for member in self.members})

    @property
    def makes_the_claim(self):
        return any(member.row.link.stance == Stance.ASSERTS for member in self.members)


def origin_groups(rows, counted, *, recorded_by=None):
    """Return the groups of the link rows: the claim's own origin, then those `counted` (ids), then the others.

    Chains and origins are those known at `recorded_by`. What was judged to be of the same origin stands with the
    words of which that holds (E4); what is undetermined does where the same is presumed.
    """
    members = sorted(_members(rows, recorded_by), key=_by_day)
    joins = _joins(members, counted)
    groups = {}
    for member in members:
        key, joined, why = joins.get(member.row.link.pk, (_own(member), "", ""))
        groups.setdefault(key, []).append(replace(member, joined=joined, why=why))
    made = [OriginGroup(_origin(key, group), tuple(group)) for key, group in groups.items()]
    return tuple(_numbered(sorted(made, key=lambda group: _place(group, counted)), counted))


def _by_day(member):
    return member.row.published_on or date.max, member.row.link.pk


def _members(rows, recorded_by):
    if recorded_by is None:
        return [Member(row, row.link.passage.origin, _chain(row.link.passage)) for row in rows]
    earlier = history.earlier_values(Noun.PASSAGE, recorded_by)
    known = Source.objects.in_bulk({pk for values in earlier.values() for pk in _sources(values)})
    return [_as_recorded(row, earlier.get(row.link.passage_id, {}), known) for row in rows]


def _sources(values):
    return {pk for pk in (*values.get("chain", ()), values.get("origin")) if pk}


def _as_recorded(row, values, known):
    passage = row.link.passage
    origin = known.get(values["origin"]) if "origin" in values else passage.origin
    chain = tuple(known[pk] for pk in values["chain"]) if "chain" in values else _chain(passage)
    return Member(row, origin, chain)


def _chain(passage):
    return tuple(step.source for step in passage.chain_steps.all())


def _own(member):
    return member.origin.pk if member.origin else None


def _origin(key, group):
    return next((one.origin for one in group if _own(one) == key), None)


def _joins(members, counted):
    """Return {link: (origin, how, why)} for words without a counted origin that go back to one all the same."""
    loose = [one for one in members if one.row.link.independence in HOW and _own(one) not in counted]
    settled = [one for one in members if _own(one) in counted]
    if not loose or not settled or len(members) > MOST_COMPARED:
        return {}
    credited = credits_by_article({one.row.link.passage.article_id for one in members})
    told = {one.row.link.pk: _told(one, credited) for one in members}
    return {one.row.link.pk: join for one in loose if (join := _join(one, settled, told))}


def _join(member, settled, told):
    mine = member.row.link
    for other in settled:
        theirs = other.row.link
        if theirs.passage.article_id != mine.passage.article_id:
            why = same_origin(told[mine.pk], told[theirs.pk])
            if why:
                return _own(other), HOW[mine.independence], why
    return None


def _told(member, credited):
    article = member.row.link.passage.article
    agencies = [ChainLink(name, SourceKind.AGENCY.value) for name in credited.get(article.pk, ())]
    known = [ChainLink(source.name, source.kind) for source in member.path[1:]]
    return Told(member.row.link.passage.exact, (*agencies, *known), article.outlet.name if article.outlet else "")


def _place(group, counted):
    first = group.members[0].row.published_on or date.max
    is_counted = group.origin is not None and group.origin.pk in counted
    return not group.makes_the_claim, not is_counted, group.origin is None, first, group.name


def _numbered(groups, counted):
    number = 0
    for group in groups:
        if group.origin is not None and group.origin.pk in counted:
            number += 1
            yield replace(group, number=number)
        else:
            yield group
