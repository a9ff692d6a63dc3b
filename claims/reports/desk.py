"""What waits for a person: cards of at most a few rows, each with the number of all and the list that holds them."""

from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Case, F, IntegerField, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from claims.models import Claim
from claims.reports.article_rows import label_of, with_openings
from claims.reports.desk_cards import ROWS, Badge, Row, card_of
from claims.reports.desk_suggestions import suggestions_to_judge, touched_claims
from claims.reports.waiting import asked_of, proposals_for, stale_links, undated_articles
from claims.vocabulary import EvidenceStatus, Flag, Standing, State, Timing

WAITING = [State.OPEN, State.PROPOSED]


def cards_for(user):
    """Return every card of `user`, empty ones too."""
    makers = [_proposals, _overdue, _due, _review_due, _conflicts, _moved_on, _suspended, _undated_articles]
    if user.may_annotate:
        makers += [_asked, _drafts, touched_claims, suggestions_to_judge]
    return [make(user) for make in makers]


def _proposals(user):
    title = "Proposals to review" if user.may_review else "My proposals awaiting review"
    proposed = _with_what_is_shown(proposals_for(user))
    return card_of("proposals", title, proposed, _claim_row(user, queued_as="proposals"), "", "queue-proposals")


def _asked(user):
    asked = _with_what_is_shown(asked_of(user))
    return card_of("asked", "Proposals asked of me", asked, _claim_row(user, queued_as="asked"), "", "queue-asked")


def _overdue(user):
    return _timed(user, "overdue", "Overdue forecasts", Timing.OVERDUE)


def _due(user):
    return _timed(user, "due", "Forecasts due now", Timing.DUE)


def _review_due(user):
    return _timed(user, "review-due", "Undated forecasts to look at again", Timing.REVIEW_DUE)


def _timed(user, key, title, timing):
    query = f"timing={timing}&state=open&state=proposed"
    late = Claim.objects.late(timing, timezone.localdate(), settings.FACTCHECK_GRACE_DAYS)
    firsts = _by_owner(_claims(user).filter(pk__in=_first_of(late, user)), user)
    return card_of(key, title, late.filter(state__in=WAITING), _claim_row(user), query, firsts=firsts)


def _first_of(late, user):
    """Return the keys of the first of `late`, the person's own among them; an index knows each part in its order."""
    parts = [part.filter(state=state) for state in WAITING for part in (late.filter(owner=user), late)]
    firsts = [part.order_by("window_end", "review_on", "number").values("pk")[: ROWS + 1] for part in parts]
    # SQLite limits no part of a union, but it limits what a part asks for.
    keys = [Claim.objects.filter(pk__in=first).order_by().values("pk") for first in firsts]
    return keys[0].union(*keys[1:])


def _conflicts(user):
    claims = _by_owner(_claims(user).filter(state__in=WAITING), user).filter(
        figures__evidence_status=EvidenceStatus.CONFLICTING
    )
    query = "evidence=conflicting&state=open&state=proposed"
    return card_of("conflicts", "Conflicting evidence", claims, _claim_row(user), query)


def _moved_on(user):
    claims = _by_owner(_claims(user), user).filter(figures__needs_review=True)
    return card_of("needs-review", "Decisions to look at again", claims, _claim_row(user), "flag=needs_review")


def _drafts(user):
    drafts = _claims(user).filter(state=State.DRAFT, owner=user).order_by("-updated_at", "-pk")
    return card_of(
        "drafts", "My drafts", drafts, _claim_row(user), urlencode({"state": "draft", "owner": user.username})
    )


def _suspended(user):
    links = stale_links().select_related("claim", "passage__article__outlet")
    return card_of("suspended", "Suspended links to re-affirm", links, _link_row(user), "", "queue-stale")


def _undated_articles(user):
    articles = with_openings(undated_articles().select_related("outlet"))
    return card_of("undated", "Articles without a date", articles, _article_row, "", "queue-undated")


def _claims(user):
    return _with_what_is_shown(Claim.objects.all())


def _with_what_is_shown(claims):
    claims = claims.with_awaited_timing(timezone.localdate(), settings.FACTCHECK_GRACE_DAYS)
    return claims.select_related("figures", "owner")


def _by_owner(claims, user):
    """Put the person's own claims first, then what fell due longest ago."""
    others_last = Case(When(owner=user, then=Value(0)), default=Value(1), output_field=IntegerField())
    return claims.order_by(others_last, F("window_end").asc(nulls_last=True), "review_on", "number")


def _in_queue(kind, row):
    """Return where the row is judged as work of `kind`."""
    return reverse("waiting-detail", args=[kind, row.pk])


def _claim_row(user, *, queued_as=""):
    def row(claim):
        return Row(
            number=claim.label,
            text=claim.statement,
            url=_in_queue(queued_as, claim) if queued_as else claim.get_absolute_url(),
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
            url=_in_queue("stale", link),
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
        text=label_of(article),
        url=_in_queue("undated", article),
        meta=str(article.outlet) if article.outlet else "outlet not stated",
    )
