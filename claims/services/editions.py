"""Editions: numbered reports that a reviewer froze, so that they can be signed and handed on."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from claims.errors import Refused
from claims.models import Edition
from claims.reports.document import MOST_CLAIMS, document
from claims.reports.editions import asked_of
from claims.reports.numbered.registry import REPORTS
from claims.reports.stored_document import to_stored
from claims.services import log, roles
from claims.vocabulary import Verb

LONGEST_TITLE = 200


@transaction.atomic
def freeze(*, title, code, scope, by, note="", since=None, claim=None):
    """Freeze the report `code` on `scope` as it stands, for good, and return the edition.

    `since` is the moment from which R10 tells what changed, and `claim` the one of which alone it does. Cut-offs that
    the scope leaves open are fixed now. Raises `Refused` with a sentence for a blank title, an unknown report, a
    cut-off to come, and a report on more than 5,000 claims.
    """
    roles.must_review(by)
    title = roles.must_say(title, "An edition needs a title.")
    if len(title) > LONGEST_TITLE:
        raise Refused(f"A title has at most {LONGEST_TITLE} characters.")
    if code not in REPORTS:
        raise Refused(f"There is no report “{code}”. Choose from {', '.join(REPORTS)}.")
    scope = _fixed(scope)
    more = {name: value for name, value in (("since", since), ("claim", claim)) if value}
    written = document(code, scope, title=title, with_evidence=True, most_claims=MOST_CLAIMS, **more)
    return _record(written, asked_of(scope, since, claim), scope, by, note.strip())


def _fixed(scope):
    now = timezone.now()
    if scope.recorded_by and scope.recorded_by > now:
        raise Refused("The records of a moment to come cannot be frozen.")
    if scope.as_of and scope.as_of > timezone.localdate():
        raise Refused("What will be published by a day to come cannot be frozen.")
    return replace(scope, as_of=scope.day, recorded_by=scope.recorded_by or now)


def _record(written, asked, scope, by, note):
    edition = Edition.objects.create(
        title=written.title,
        report=written.report.code,
        asked=asked,
        as_of=scope.as_of,
        recorded_by=scope.recorded_by,
        note=note,
        software=written.software,
        sha256=written.digest,
        content=to_stored(written),
        created_at=timezone.now(),
        created_by=by,
    )
    edition.passages.add(*{line.passage for line in written.lines})
    after = {name: getattr(edition, name) for name in ("title", "report", "as_of", "recorded_by", "sha256")}
    log.record(by=by, verb=Verb.FROZEN, on=edition, after=after, at=edition.created_at)
    return edition
