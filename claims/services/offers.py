"""What the assistant found, stored as suggestions: renewed where it is found again, never where it was judged."""

from django.db import transaction

from claims.models import Suggestion
from claims.text.places import Places
from claims.text.quotes import find_quote
from claims.text.spans import Span
from claims.vocabulary import SuggestionKind, SuggestionState

BATCH = 500
SAID = ("score", "payload", "reasons")
RENEWED = [*SAID, "state"]


@transaction.atomic
def renew(offers, *, among):
    """Store `offers`, suggestions not saved yet, and call stale what is pending `among` others and not offered again.

    `among` is the query of the suggestions that `offers` replace. What a person has judged stays as it is; the same
    words are not offered for the same matter again, be it by another rule or in another version of the article.
    Returns how many are new.
    """
    known = {_key(row): row for row in hold(among)}
    judged = _Judged(offers)
    fresh, renewed = [], []
    for offer in {_key(offer): offer for offer in offers}.values():
        if judged.covers(offer):
            continue
        row = known.pop(_key(offer), None)
        if row is None:
            fresh.append(offer)
        elif _differs(row, offer):
            renewed.append(_renewed(row, offer))
    Suggestion.objects.bulk_create(fresh, batch_size=BATCH, ignore_conflicts=True)
    Suggestion.objects.bulk_update(renewed, RENEWED, batch_size=BATCH)
    _write_stale([row for row in known.values() if row.is_pending])
    return len(fresh)


def hold(suggestions):
    """Return the rows of a query, held until the transaction ends, so that nobody judges them meanwhile.

    Everybody locks them in one order, so that no two wait for each other for ever.
    """
    return list(suggestions.select_for_update(of=["self"]).order_by("pk"))


@transaction.atomic
def call_stale(suggestions):
    """No longer offer what is pending of the query `suggestions`."""
    _write_stale(hold(suggestions.pending()))


def _write_stale(rows):
    for start in range(0, len(rows), BATCH):
        keys = [row.pk for row in rows[start : start + BATCH]]
        Suggestion.objects.filter(pk__in=keys).update(state=SuggestionState.STALE)


def _key(row):
    return (row.kind, row.version_id, row.start, row.end, row.claim_id, row.rule)


def _differs(row, offer):
    return not row.is_pending or any(getattr(row, name) != getattr(offer, name) for name in SAID)


def _renewed(row, offer):
    for name in SAID:
        setattr(row, name, getattr(offer, name))
    row.state = SuggestionState.PENDING
    return row


class _Judged:
    """What people have judged of the matters that are offered, asked offer by offer."""

    def __init__(self, offers):
        self.rows, self.places = {}, {}
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
        if offer.kind == SuggestionKind.MERGE:
            return _matter(offer) in self.rows
        return self._places(offer).hold_much_as(Span(offer.start, offer.end))

    def _places(self, offer):
        """Return where the words stand in the version of `offer` that were judged of its matter; sought but once."""
        key = (_matter(offer), offer.version_id)
        if key not in self.places:
            found = [_place_in(offer.version, row) for row in self.rows.get(_matter(offer), [])]
            self.places[key] = Places(filter(None, found))
        return self.places[key]


def _matter(row):
    """What a judgement was about besides the words: a claim and its article, or two claims in either order."""
    if row.kind == SuggestionKind.MERGE:
        return row.kind, frozenset((row.claim_id, row.payload["other"]))
    return row.kind, row.claim_id, row.version.article_id


def _place_in(version, row):
    if row.version_id == version.pk:
        return Span(row.start, row.end)
    return find_quote(row.quote, version.text, near=row.start)
