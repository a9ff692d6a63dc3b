"""Searches that found nothing: logged, because absence of evidence needs a record too."""

from django.db import transaction
from django.utils import timezone

from claims.errors import Refused
from claims.models import Claim, NullSearch
from claims.services import log, roles
from claims.services.links import SENT_TWICE_WITHIN
from claims.vocabulary import Verb


@transaction.atomic
def log_null_search(*, claim, searched, up_to, by, note=""):
    """Record that `by` looked for evidence on `claim`, up to the day `up_to`, and found nothing; sent twice, once."""
    roles.must_annotate(by)
    searched = roles.must_say(searched, "Say what you searched for, and where.")
    if up_to > timezone.localdate():
        raise Refused("A search cannot reach beyond today.")
    claim = Claim.objects.lock(claim)
    said = {"claim": claim, "by": by, "searched": searched, "up_to": up_to, "note": note.strip()}
    since = timezone.now() - SENT_TWICE_WITHIN
    sent_before = NullSearch.objects.filter(**said, created_at__gt=since).first()
    return sent_before or _record(said)


def _record(said):
    search = NullSearch.objects.create(**said, created_at=timezone.now())
    after = {name: said[name] for name in ("searched", "up_to")}
    log.record(by=search.by, verb=Verb.SEARCHED, on=search, after=after, claim=search.claim, at=search.created_at)
    return search
