"""What waits for a person: cards of at most a few rows, each with the number of all and the list that holds them."""

from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Case, F, IntegerField, Value, When
from django.utils import timezone
from django.utils.formats import date_format

from claims.models import Claim
from claims.reports.desk_cards import ROWS, Badge, Row, card_of
from claims.reports.desk_suggestions import suggestions_to_judge, touched_claims
from claims.reports.suspension import suspended_links
from claims.reports.waiting import undated_articles
from claims.vocabulary import EvidenceStatus, Flag, Standing, State, Timing

WAITING = [State.OPEN, State.PROPOSED]


def cards_for(user, *, whole=""):
    """Return every card of `user`, empty ones too; the one whose key is `whole` with all its rows."""
    makers = [_proposals, _overdue, _due, _review_due, _conflicts, _moved_on, _suspended, _undated_articles]
    if user.may_annotate:
        makers += [_drafts, touched_claims, suggestions_to_judge]
    return [make(user, whole) for make in makers]


def _proposals(user, whole):
    proposed = _claims(user).filter(state=State.PROPOSED).order_by("updated_at", "pk")
    if user.may_review:
        return card_of("proposals", "Proposals to review", proposed, whole, _claim_row(user), "state=proposed")
    own = proposed.filter(assessments__in=user.assessments.proposals().live())
    return card_of("proposals", "My proposals awaiting review", own, whole, _claim_row(user), "state=proposed")


def _overdue(user, whole):
    return _timed(user, whole, "overdue", "Overdue forecasts", Timing.OVERDUE)


def _due(user, whole):
    return _timed(user, whole, "due", "Forecasts due now", Timing.DUE)


def _review_due(user, whole):
    return _timed(user, whole, "review-due", "Undated forecasts to look at again", Timing.REVIEW_DUE)


def _timed(user, whole, key, title, timing):
    query = f"timing={timing}&state=open&state=proposed"
    late = Claim.objects.late(timing, timezone.localdate(), settings.FACTCHECK_GRACE_DAYS)
    firsts = _by_owner(_claims(user).filter(pk__in=_first_of(late, user)), user)
    return card_of(key, title, late.filter(state__in=WAITING), whole, _claim_row(user), query, firsts=firsts)


def _first_of(late, user):
    """Return the keys of the first of `late`, the person's own among them; an index knows each part in its order."""
    parts = [part.filter(state=state) for state in WAITING for part in (late.filter(owner=user), late)]
    firsts = [part.order_by("window_end", "review_on", "number").values("pk")[: ROWS + 1] for part in parts]
    # SQLite limits no part of a union, but it limits what a part asks for.
    keys = [Claim.objects.filter(pk__in=first).order_by().values("pk") for first in firsts]
    return keys[0].union(*keys[1:])


def _conflicts(user, whole):
    claims = _by_owner(_claims(user).filter(state__in=WAITING), user).filter(
        figures__evidence_status=EvidenceStatus.CONFLICTING
    )
    query = "evidence=conflicting&state=open&state=proposed"
    return card_of("conflicts", "Conflicting evidence", claims, whole, _claim_row(user), query)


def _moved_on(user, whole):
    claims = _by_owner(_claims(user), user).filter(figures__needs_review=True)
    return card_of("needs-review", "Decisions to look at again", claims, whole, _claim_row(user), "flag=needs_review")


def _drafts(user, whole):
    drafts = _claims(user).filter(state=State.DRAFT, owner=user).order_by("-updated_at", "-pk")
    return card_of(
        "drafts", "My drafts", drafts, whole, _claim_row(user), urlencode({"state": "draft", "owner": user.username})
    )


def _suspended(user, whole):
    links = suspended_links().select_related("claim", "passage__article__outlet").order_by("pk")
    return card_of("suspended", "Suspended links to re-affirm", links, whole, _link_row(user))


def _undated_articles(user, whole):
    articles = undated_articles().select_related("outlet")
    return card_of("undated", "Articles without a date", articles, whole, _article_row, "", "queue-undated")


def _claims(user):
    today = timezone.localdate()
    claims = Claim.objects.with_awaited_timing(today, settings.FACTCHECK_GRACE_DAYS)
    return claims.select_related("figures", "owner")


def _by_owner(claims, user):
    """Put the person's own claims first, then what fell due longest ago."""
    others_last = Case(When(owner=user, then=Value(0)), default=Value(1), output_field=IntegerField())
    return claims.order_by(others_last, F("window_end").asc(nulls_last=True), "review_on", "number")


def _claim_row(user):
    def row(claim):
        return Row(
            number=claim.label,
            text=claim.statement,
            url=claim.get_absolute_url(),
            meta=_falls_due(claim),
            mine=claim.owner_id == user.pk,
            badges=tuple(_badges(claim)),
        )

    return row


def _falls_due(claim):
    if not claim.is_forecast or claim.timing == Timing.CLOSED:
        return ""
    if claim.window_end:
        return f"window ended {_day(claim.window_end)}" if _is_past(claim) else f"due {_day(claim.window_end)}"
    return f"to review after {_day(claim.review_on)}" if claim.review_on else ""


def _is_past(claim):
    return claim.timing in (Timing.DUE, Timing.OVERDUE)


def _day(day):
    return date_format(day, "j M Y")


def _badges(claim):
    status = EvidenceStatus(claim.figures.evidence_status)
    yield Badge("evidence", status.value, status.label)
    if claim.figures.needs_review:
        yield Badge("flag", Flag.NEEDS_REVIEW.value, Flag.NEEDS_REVIEW.label)
    if claim.figures.disputed:
        yield Badge("flag", Flag.DISPUTED.value, Flag.DISPUTED.label)


def _link_row(user):
    def row(link):
        article = link.passage.article
        return Row(
            number=link.claim.label,
            text=link.claim.statement,
            url=f"{link.claim.get_absolute_url()}#link-{link.pk}",
            meta=f"“{article}” was withdrawn"
            if article.standing == Standing.WITHDRAWN
            else f"“{article}” has changed",
            mine=link.claim.owner_id == user.pk,
            badges=(Badge("stance", link.stance, link.get_stance_display()),),
        )

    return row


def _article_row(article):
    return Row(
        number="",
        text=str(article),
        url=article.get_absolute_url(),
        meta=str(article.outlet) if article.outlet else "outlet not stated",
    )
