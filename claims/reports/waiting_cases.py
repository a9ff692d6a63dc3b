"""What the queue shows of a proposal, a suspended link and an undated article. Reads only."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from claims.models import Anchor, Article, ArticleVersion, Assessment, Claim, Event, Link, ProposalRequest
from claims.reports.adjudication import Differences, differences, proposals_on
from claims.reports.blindness import Spoken, spoken_on, standing
from claims.reports.claim_brief import Brief, claim_brief
from claims.reports.families import COPY, family_of
from claims.reports.reaffirming import Place, closest_place, needs_place
from claims.reports.versions import Why, why_of
from claims.text.in_paragraph import InParagraph, in_paragraph
from claims.text.marks import paragraphs
from claims.text.publication_days import Removed, publication_days
from claims.text.spans import Span
from claims.vocabulary import DateBasis, Standing

# So much of an article tells what it is, and mostly when it was.
MOST_SHOWN = 1_500
MOST_COPIES = 2

WHERE = {
    "address": ("In its address", DateBasis.PAGE),
    "header": ("In the collector's header", DateBasis.HEADER),
    "dateline": ("In its dateline", DateBasis.DATELINE),
    "trailer": ("In its last line", DateBasis.TRAILER),
    "page": ("On a line of its own", DateBasis.PAGE),
    "copy": ("The date of a copy", DateBasis.ANALYST),
    "file": ("In the name of its file", DateBasis.ANALYST),
    "text": ("Named in its text", DateBasis.ANALYST),
}
ORDER = ("address", "header", "dateline", "trailer", "page", "copy", "file", "text")


@dataclass(frozen=True, slots=True)
class ProposalCase:
    """A claim as it stands, its evidence with conflicts first, and what this person may read of its live proposals.

    `own` is theirs; of `hidden` ones they know no more than that somebody spoke. `differences` are those of several.
    """

    claim: Claim
    brief: Brief
    proposals: tuple[Assessment, ...]
    own: Assessment | None
    hidden: tuple[Spoken, ...]
    differences: Differences | None


@dataclass(frozen=True, slots=True)
class AskedCase:
    """A claim on which another proposal is asked of a person: its evidence, conflicts first, and the `requests`."""

    claim: Claim
    brief: Brief
    requests: tuple[ProposalRequest, ...]


@dataclass(frozen=True, slots=True)
class StaleCase:
    """A suspended link: the words as they last stood, and those of the newest version most like them (`place`).

    `place` is None where nothing is like them, and where the words stand still (`stands`); `around` shows where.
    `stood_in` is the number of the version in which they last stood, and `why` says why the one after it came.
    """

    link: Link
    version: ArticleVersion
    stands: bool
    place: Place | None
    was: InParagraph | None
    around: InParagraph | None
    stood_in: int | None = None
    why: Why | None = None

    @property
    def is_withdrawn(self):
        return self.link.passage.article.standing == Standing.WITHDRAWN

    @property
    def is_exact(self):
        """Whether the link can be re-affirmed without a reason of its own: only the type of the words differs."""
        return bool(self.place and self.place.is_typed_otherwise) and not self.is_withdrawn


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which an article may have been published: where it is shown, by which words, presuming what."""

    day: date
    label: str
    basis: str
    words: str
    presumed: str = ""

    @property
    def reason(self):
        """How the day is known, as the log keeps it."""
        return "; ".join(filter(None, [f"{self.label}: {self.words}", self.presumed]))


@dataclass(frozen=True, slots=True)
class UndatedCase:
    """An undated article: its beginning, what was taken out of its text, its links, and the `days` to choose from."""

    article: Article
    version: ArticleVersion
    headline: str
    lines: tuple[str, ...]
    is_cut: bool
    days: tuple[Day, ...]
    links: int


def proposal_case(claim, user):
    live = tuple(proposals_on(claim, user))
    own = next((proposal for proposal in live if proposal.author_id == user.pk), None)
    hidden = standing(spoken_on(claim, user))
    return ProposalCase(claim, claim_brief(claim), live, own, hidden, differences(live))


def asked_case(claim, user):
    asked = claim.proposal_requests.live().of(user).select_related("person", "asked_by")
    return AskedCase(claim, claim_brief(claim), tuple(asked))


def stale_case(link, user):
    passage, version = link.passage, link.passage.article.newest_version()
    stands = not needs_place(passage)
    place = None if stands else closest_place(passage)
    anchors = Anchor.objects.filter(passage=passage).select_related("version")
    last = anchors.order_by("-version__number").first()
    return StaleCase(
        link=link,
        version=version,
        stands=stands,
        place=place,
        was=last and _paragraph(last.version, Span(last.start, last.end)),
        around=_as_it_is(passage, version, place),
        stood_in=last and last.version.number,
        why=None if stands or last is None else _why_it_went(passage.article, last.version.number + 1),
    )


def _why_it_went(article, number):
    return why_of(article.versions.defer("text").get(number=number))


def _as_it_is(passage, version, place):
    if place:
        return _paragraph(version, Span(place.start, place.start + len(place.words)))
    return None


def _paragraph(version, span):
    return in_paragraph(version.text, span, body=version.headline_end)


def undated_case(article, user):
    version = article.newest_version()
    body = version.text[version.headline_end :]
    return UndatedCase(
        article=article,
        version=version,
        headline=version.text[: version.headline_end],
        lines=tuple(line.of(body) for line in paragraphs(body[:MOST_SHOWN])),
        is_cut=len(body) > MOST_SHOWN,
        days=tuple(days_of(article, version)),
        links=Link.objects.live().filter(passage__article=article).count(),
    )


def days_of(article, version):
    """Return the days on which the undated `article` may have been published, what tells most first."""
    found = publication_days(
        version.text,
        until=timezone.localdate(),
        address=article.url or "",
        file_name=article.imported_from or "",
        dateline=article.dateline or "",
        removed=tuple(Removed(one["role"], one["text"]) for one in version.removed),
    )
    days = [(one.where, Day(one.day, *WHERE[one.where], one.words, one.presumed)) for one in found]
    days += [("copy", day) for day in _days_of_copies(article)]
    first = {}
    for _, day in sorted(days, key=lambda pair: ORDER.index(pair[0])):
        first.setdefault(day.day, day)
    return list(first.values())


def _days_of_copies(article):
    dated = (kin.article for kin in family_of(article) if kin.kind == COPY and kin.article.published_on)
    for copy, _ in zip(dated, range(MOST_COPIES), strict=False):
        yield Day(copy.published_on, *WHERE["copy"], f"{copy.outlet or 'outlet not stated'}: {copy}")


def last_told(noun, pk):
    """Return the newest event of a row, with who did it, or None."""
    events = Event.objects.filter(noun=noun, object_id=pk)
    return events.select_related("actor").order_by("-pk").first()
