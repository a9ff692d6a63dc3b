"""Everything that the page of one claim shows, as of a publication day and a record moment. Reads only."""

import copy
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

from claims.models import Assessment, Claim, Link, NullSearch
from claims.reports import history
from claims.reports.claim_pictures import Pictures, pictures_of
from claims.reports.evidence import Figures
from claims.reports.explanations import Explanation, explain
from claims.reports.facts import figures_for, last_day, merged_claims
from claims.vocabulary import Basis, Noun, Stance, Uncounted

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
    """A link as it stood: `uncounted` says why it does not count, `merged_from` names the claim it belongs to."""

    link: Link
    published_on: date | None
    uncounted: Uncounted | None
    merged_from: str

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
    null_searches: tuple[NullSearch, ...]
    merged: tuple[Claim, ...]
    parts: tuple[Claim, ...]


def claim_page(claim, *, as_of=None, recorded_by=None):
    """Return the page of `claim`, with the cut-offs of `figures_for`; the number of queries is fixed.

    On the cards, who speaks in a passage, and through whom, is shown as it is recorded now; what counted, and the
    pictures, are as it was then.
    """
    today = timezone.localdate()
    day = as_of or last_day(recorded_by)
    figures = figures_for([claim], as_of=day, recorded_by=recorded_by)[claim.pk]
    past, topics = _as_recorded(claim, recorded_by)
    merged = merged_claims([claim.pk], recorded_by)
    live, withdrawn = _link_rows(claim, merged, figures, recorded_by)
    later, shown = _parted(live, lambda row: row.published_on is not None and row.published_on > day)
    standing, closed = _assessments(claim, day, recorded_by)
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
        explained=explain(past, figures, standing, as_of=day, grace_days=settings.FACTCHECK_GRACE_DAYS),
        topics=topics,
        groups=tuple(grouped(shown)),
        later=later,
        withdrawn=withdrawn,
        pictures=pictures,
        live_assessments=standing,
        closed_assessments=closed,
        null_searches=tuple(_known(claim.null_searches.select_related("by"), recorded_by)),
        merged=tuple(Claim.objects.filter(pk__in=merged).order_by("number")),
        parts=tuple(_known(claim.parts.order_by("number"), recorded_by)),
    )


def _known(rows, recorded_by):
    return rows if recorded_by is None else rows.filter(created_at__lte=recorded_by)


def _as_recorded(claim, recorded_by):
    """Return `claim` and the names of its topics as they stood at the record cut-off."""
    topics = tuple(topic.name for topic in claim.topics.all())
    if recorded_by is None:
        return claim, topics
    values = history.earlier_values(Noun.CLAIM, recorded_by).get(claim.pk, {})
    past = copy.copy(claim)
    for field in Claim._meta.concrete_fields:
        if field.name in values:
            setattr(past, field.attname, field.to_python(values[field.name]))
    return past, tuple(values.get("topics", topics))


def _link_rows(claim, merged, figures, recorded_by):
    """Return (live, withdrawn) rows of the links of the claim and of the claims `merged` into it."""
    links = _known(Link.objects.filter(claim__in=[claim.pk, *merged]), recorded_by)
    dates = {} if recorded_by is None else history.earlier_values(Noun.ARTICLE, recorded_by)
    rows = [_row(claim, link, figures, dates) for link in links.for_detail().select_related("claim", "supersedes")]
    return _parted(rows, lambda row: _stood(row.link.withdrawn_at, recorded_by))


def _parted(rows, holds):
    """Return (rows for which `holds` is true, the others)."""
    return tuple(row for row in rows if holds(row)), tuple(row for row in rows if not holds(row))


def _stood(ended_at, recorded_by):
    return ended_at is None or (recorded_by is not None and ended_at > recorded_by)


def _row(claim, link, figures, dates):
    article = link.passage.article
    earlier = dates.get(article.pk, {})
    published_on = article.published_on
    if "published_on" in earlier:
        published_on = earlier["published_on"] and date.fromisoformat(earlier["published_on"])
    return LinkRow(
        link=link,
        published_on=published_on,
        uncounted=figures.uncounted.get(link.pk),
        merged_from=link.claim.label if link.claim_id != claim.pk else "",
    )


def _by_day(row):
    return row.published_on or date.max, row.link.pk


def grouped(rows):
    """Yield the groups of `rows` that are not empty, what speaks against the claim first (E10)."""
    for key, title, stance, basis in GROUPS:
        chosen = [row for row in rows if row.link.stance == stance and basis in (None, row.link.basis)]
        if chosen:
            yield LinkGroup(key, title, tuple(sorted(chosen, key=_by_day)))


def _assessments(claim, day, recorded_by):
    """Return (standing, closed) assessments; one that speaks of a later day than `day` does not stand on it."""
    rows = _known(claim.assessments.all(), recorded_by).filter(as_of__lte=day)
    rows = rows.select_related("author", "closed_by").prefetch_related("relied_on__passage__article__outlet")
    # The decision before the proposals, and each the newest first; "decision" sorts before "proposal".
    newest_first = sorted(rows, key=lambda row: (row.step, -row.pk))
    return _parted(newest_first, lambda row: _stood(row.closed_at, recorded_by))
