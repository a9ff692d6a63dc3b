"""Which claims count in others, into which they were merged: now, or as of a record moment."""

from collections import defaultdict

from claims.models import Claim
from claims.reports.history import Past
from claims.vocabulary import Noun, State


def merged_claims(ids, recorded_by=None):
    """Return {id of a merged claim: the id that it was merged into} for the targets `ids` at the record cut-off."""
    if recorded_by is None:
        rows = Claim.objects.filter(state=State.MERGED, merged_into__in=ids)
        return dict(rows.values_list("pk", "merged_into"))
    wanted = set(ids)
    return {pk: target for pk, target in every_merge(recorded_by).items() if target in wanted}


def every_merge(recorded_by=None, *, past=None):
    """Return {id of a merged claim: the id that it was merged into} at the record cut-off.

    Who has read the log anyway gives its `past`.
    """
    changed = (past or Past(recorded_by)).of(Noun.CLAIM)
    rows = dict(Claim.objects.filter(state=State.MERGED).values_list("pk", "merged_into"))
    rows |= {pk: values["merged_into"] for pk, values in changed.items() if "merged_into" in values}
    return {pk: target for pk, target in rows.items() if target is not None}


def merges_since(log):
    """Return {id of a claim: the ids into which it was merged at any moment since that of `log`}."""
    targets = defaultdict(set)
    for pk, target in every_merge().items():
        targets[pk].add(target)
    for pk, changes in log.of(Noun.CLAIM).items():
        before = {values.get("merged_into") for _, values in changes} - {None}
        if before:
            targets[pk] |= before
    return targets
