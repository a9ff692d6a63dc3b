"""Everything that the page of one claim shows, as of a publication day and a record moment. Reads only."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Prefetch
from django.utils import timezone

from claims.models import Assessment, Claim, Event, Link, Source
from claims.reports import history
from claims.reports.blindness import Spoken, spoken_on, visible_to
from claims.reports.claim_pictures import Pictures, pictures_of
from claims.reports.date_chain import DateChain, date_chain
from claims.reports.evidence import Figures
from claims.reports.explanations import Explanation, explain
from claims.reports.facts import figures_of, last_day
from claims.reports.link_facts import with_loss
from claims.reports.merges import merged_claims
from claims.reports.null_searches import JudgedSearch, judged_searches
from claims.reports.recorded import as_recorded, links_as_recorded
from claims.vocabulary import Basis, Noun, Stance, Uncounted, Verb

# Conflicts and qualifications first, so that nobody reads past them (E10).
GROUPS = (
    ("refutes", "Conflicts with the claim", Stance.REFUTES, None),
    ("qualifies", "Qualifies the claim", Stance.QUALIFIES, None),
    ("outcome", "Reported to have happened", Stance.SUPPORTS, Basis.OUTCOME),
    ("expectation", "Still foretold", Stance.SUPPORTS, Basis.EXPECTATION),
    ("asserts", "Makes the claim", Stance.ASSERTS, None),
    ("context", "Context", Stance.CONTEXT, None),
)


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as it stood: `uncounted` says why it does not count, `merged_from` names the claim it belongs to.

    Its words came to the outlet through the sources of `chain`, nearest first.
    """

    link: Link
    published_on: date | None
    uncounted: Uncounted | None
    merged_from: str
    chain: tuple[Source, ...] = ()

    @property
    def is_suspended(self):
        return self.uncounted == Uncounted.SUSPENDED


@dataclass(frozen=True, slots=True)
class LinkGroup:
    key: str
    title: str
    rows: tuple[LinkRow, ...]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim as the records held it at `recorded_by`, with what was published by `as_of`."""

    claim: Claim
    as_of: date
    recorded_by: datetime | None
    is_now: bool
    figures: Figures
    explained: Explanation
    topics: tuple[str, ...]
    groups: tuple[LinkGroup, ...]
    later: tuple[LinkRow, ...]
    withdrawn: tuple[LinkRow, ...]
    pictures: Pictures
    live_assessments: tuple[Assessment, ...]
    closed_assessments: tuple[Assessment, ...]
    hidden: tuple[Spoken, ...]
    null_searches: tuple[JudgedSearch, ...]
    merged: tuple[Claim, ...]
    parts: tuple[Claim, ...]
    dates: DateChain | None
    moved: Event | None

    @property
    def was_amended(self):
        """Whether a person changed last what the claim says, and not what a decision on it rests on."""
        return self.moved is not None and self.moved.verb == Verb.AMENDED


def claim_page(claim, *, as_of=None, recorded_by=None, reader=None):
    """Return the page of `claim` for `reader` (None: nobody in particular), with the cut-offs of `figures_for`.

    The number of queries is fixed. What is hidden of blind proposals from the reader is not in it.
    """
    today = timezone.localdate()
    day = as_of or last_day(recorded_by)
    record = history.Past(recorded_by)
    earlier = record.of(Noun.CLAIM)
    values = earlier.get(claim.pk, {})
    past = _claim_then(claim, earlier)
    merged = merged_claims([claim.pk], recorded_by)
    links, chains = links_as_recorded(_links([claim.pk, *merged], recorded_by), record)
    stood, ended = _parted(_assessments(claim, recorded_by, reader), lambda one: _stood(one.closed_at, recorded_by))
    figures = figures_of(past, links, stood, as_of=day, recorded_by=recorded_by)
    rows = [_row(claim, link, figures, chains) for link in links]
    live, withdrawn = _parted(rows, lambda row: _stood(row.link.withdrawn_at, recorded_by))
    later, shown = _parted(live, lambda row: row.published_on is not None and row.published_on > day)
    # Of which day a hidden one speaks is hidden as well: it is told on every page.
    hidden = spoken_on(claim, reader, recorded_by=recorded_by)
    # One that speaks of a later day does not stand on this one.
    standing, closed = (tuple(one for one in each if one.as_of <= day) for each in (stood, ended))
    pictures = pictures_of(
        past,
        shown,
        figures,
        standing=standing,
        closed=closed,
        day=day,
        recorded_by=recorded_by,
        today_label="today" if day == today else "the day asked for",
    )
    return ClaimPage(
        claim=past,
        as_of=day,
        recorded_by=recorded_by,
        is_now=day == today and recorded_by is None,
        figures=figures,
        explained=explain(
            past, figures, standing, as_of=day, grace_days=settings.FACTCHECK_GRACE_DAYS, hidden=hidden
        ),
        topics=tuple(values.get("topics", (topic.name for topic in claim.topics.all()))),
        groups=tuple(grouped(shown)),
        later=later,
        withdrawn=withdrawn,
        pictures=pictures,
        live_assessments=standing,
        closed_assessments=closed,
        hidden=hidden,
        null_searches=judged_searches(
            [claim.pk, *merged], [(row.link, row.published_on) for row in live], day=day, recorded_by=recorded_by
        ),
        merged=_claims_then(Claim.objects.filter(pk__in=merged), earlier),
        parts=_claims_then(_known(claim.parts.all(), recorded_by), earlier),
        dates=date_chain(past, as_of=day, past=record) if past.is_forecast else None,
        moved=_last_move(past, recorded_by) if past.amended_at else None,
    )


def _last_move(claim, recorded_by):
    """Return the act by which `claim` counts as amended: an amendment, or one that shook its decision."""
    moves = Event.objects.filter(claim=claim, noun=Noun.CLAIM, after__has_key="amended_at")
    return (moves if recorded_by is None else moves.filter(at__lte=recorded_by)).order_by("-pk").first()


def _known(rows, recorded_by):
    return rows if recorded_by is None else rows.filter(created_at__lte=recorded_by)


def _claim_then(claim, earlier):
    """Return `claim`, and the claims that it was merged into and split from, as they were recorded."""
    past = as_recorded(claim, earlier.get(claim.pk, {}))
    for name in ("merged_into", "split_from"):
        other = getattr(past, name)
        if other:
            setattr(past, name, as_recorded(other, earlier.get(other.pk, {})))
    return past


def _claims_then(claims, earlier):
    return tuple(as_recorded(claim, earlier.get(claim.pk, {})) for claim in claims.order_by("number"))


def _links(claims, recorded_by):
    """Return the links of the keys `claims` on record then, with all that their rows and the figures need."""
    links = _known(Link.objects.filter(claim__in=claims), recorded_by).for_detail()
    return list(with_loss(links, recorded_by).select_related("claim", "supersedes"))


def _parted(rows, holds):
    """Return (rows for which `holds` is true, the others)."""
    return tuple(row for row in rows if holds(row)), tuple(row for row in rows if not holds(row))


def _stood(ended_at, recorded_by):
    return ended_at is None or (recorded_by is not None and ended_at > recorded_by)


def _row(claim, link, figures, chains):
    return LinkRow(
        link=link,
        published_on=link.passage.article.published_on,
        uncounted=figures.uncounted.get(link.pk),
        merged_from=link.claim.label if link.claim_id != claim.pk else "",
        chain=chains[link.passage_id],
    )


def _by_day(row):
    return row.published_on or date.max, row.link.pk


def grouped(rows):
    """Yield the groups of `rows` that are not empty, what speaks against the claim first (E10)."""
    for key, title, stance, basis in GROUPS:
        chosen = [row for row in rows if row.link.stance == stance and basis in (None, row.link.basis)]
        if chosen:
            yield LinkGroup(key, title, tuple(sorted(chosen, key=_by_day)))


def _assessments(claim, recorded_by, reader):
    """Return what was assessed by then and `reader` may read: decisions before proposals, the newest first."""
    relied_on = Prefetch("relied_on", Link.objects.select_related("claim", "passage__article__outlet"))
    shown = claim.assessments.filter(visible_to(reader)).select_related("author", "closed_by", "seal__opened_by")
    rows = _known(shown, recorded_by).prefetch_related(relied_on)
    # "decision" sorts before "proposal".
    return sorted(rows, key=lambda row: (row.step, -row.pk))
