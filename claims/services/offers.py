"""What the assistant found, stored as suggestions: renewed where it is found again, never where it was judged."""

from django.utils import timezone

from claims.models import Suggestion
from claims.models.suggestion import JUDGED
from claims.text.quotes import find_quote
from claims.text.spans import Span
from claims.vocabulary import SuggestionKind, SuggestionState

BATCH = 500
RENEWED = ["score", "payload", "reasons", "state", "created_at"]


def renew(offers, *, among):
    """Store `offers`, suggestions not saved yet, and call stale what is pending `among` others and not offered again.

    `among` is the query of the suggestions that `offers` replace. What a person has judged stays as it is; the same
    words are not offered for the same matter again, be it by another rule or in another version of the article.
    Returns how many are new.
    """
    known = {_key(row): row for row in among}
    judged = _Judged(offers)
    fresh, renewed = [], []
    for offer in {_key(offer): offer for offer in offers}.values():
        if judged.covers(offer):
            continue
        row = known.pop(_key(offer), None)
        if row is None:
            fresh.append(offer)
        else:
            renewed.append(_renewed(row, offer))
    Suggestion.objects.bulk_create(fresh, batch_size=BATCH, ignore_conflicts=True)
    # Somebody may judge one of them in this moment: what is judged is not written over.
    Suggestion.objects.exclude(state__in=JUDGED).bulk_update(renewed, RENEWED, batch_size=BATCH)
    among.pending().filter(pk__in=[row.pk for row in known.values()]).update(state=SuggestionState.STALE)
    return len(fresh)


def _key(row):
    return (row.kind, row.version_id, row.start, row.end, row.claim_id, row.rule)


def _renewed(row, offer):
    if row.state != SuggestionState.PENDING:
        row.created_at = timezone.now()
    row.score, row.payload, row.reasons = offer.score, offer.payload, offer.reasons
    row.state = SuggestionState.PENDING
    return row


class _Judged:
    """What people have judged of the matters that are offered, asked offer by offer."""

    def __init__(self, offers):
        self.rows = {}
        for kind in {offer.kind for offer in offers}:
            for row in self._load(kind, [offer for offer in offers if offer.kind == kind]):
                self.rows.setdefault(_matter(row), []).append(row)

    def _load(self, kind, offers):
        rows = Suggestion.objects.judged().filter(kind=kind).select_related("version").defer("version__text")
        if kind == SuggestionKind.MERGE:
            claims = {offer.claim_id for offer in offers} | {offer.payload["other"] for offer in offers}
            return rows.filter(claim__in=claims)
        claims = {offer.claim_id for offer in offers}
        rows = rows.filter(version__article__in={offer.version.article_id for offer in offers})
        return rows.filter(claim=None) if claims == {None} else rows.filter(claim__in=claims)

    def covers(self, offer):
        rows = self.rows.get(_matter(offer), [])
        return bool(rows) if offer.kind == SuggestionKind.MERGE else any(_same_words(row, offer) for row in rows)


def _matter(row):
    """What a judgement was about besides the words: a claim and its article, or two claims in either order."""
    if row.kind == SuggestionKind.MERGE:
        return row.kind, frozenset((row.claim_id, row.payload["other"]))
    return row.kind, row.claim_id, row.version.article_id


def _same_words(row, offer):
    there = Span(row.start, row.end)
    if row.version_id != offer.version_id:
        there = find_quote(row.quote, offer.version.text, near=row.start)
    return there is not None and there.is_much_as(Span(offer.start, offer.end))
