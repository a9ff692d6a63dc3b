"""Searches that found nothing: logged, because absence of evidence needs a record too."""

from django.db import transaction
from django.utils import timezone

from claims.errors import Refused
from claims.models import NullSearch
from claims.services import log, roles
from claims.vocabulary import Verb


@transaction.atomic
def log_null_search(*, claim, searched, up_to, by, note=""):
    """Record that `by` looked for evidence on `claim`, up to the day `up_to`, and found nothing."""
    roles.must_annotate(by)
    searched = roles.must_say(searched, "Say what you searched for, and where.")
    if up_to > timezone.localdate():
        raise Refused("A search cannot reach beyond today.")
    search = NullSearch.objects.create(
        claim=claim, by=by, searched=searched, up_to=up_to, note=note.strip(), created_at=timezone.now()
    )
    after = {"searched": searched, "up_to": up_to}
    log.record(by=by, verb=Verb.SEARCHED, on=search, after=after, claim=claim, at=search.created_at)
    return search
