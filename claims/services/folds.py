"""Suggestions that say the same in copies of one report: they get one fold, under which the best of them is shown.

A fold is derived, and decides nothing: each of its suggestions can be judged as if there were no other.
"""

from django.db import transaction
from django.db.models.fields.json import KT

from claims.models import Suggestion
from claims.reports.families import copies_among
from claims.services.batches import batches
from claims.text.same_words import same_words_key
from claims.vocabulary import SuggestionKind, SuggestionState

FOLDED = (SuggestionKind.CLAIM, SuggestionKind.LINK)
ROW = ("pk", "kind", "claim", "state", "fold", "version__article")
# As text: SQLite would hand out a quotation such as "2021" as a number.
OFFERED = {name: KT(f"payload__{name}") for name in ("quote", "stance", "basis", "polarity")}


@transaction.atomic
def fold(suggestions):
    """Fold the pending ones of the query `suggestions` with those of copies of their articles, and unfold the others.

    Nothing is folded within one article.
    """
    own = _rows(suggestions.pending())
    families = copies_among({row["version__article"] for row in own})
    others = _others(own, families) if families else []
    keys, groups = {row["pk"] for row in own}, {}
    for row in own + others:
        groups.setdefault(_matter(row, families), []).append(row)
    folds = {}
    for matter, rows in groups.items():
        is_shared = matter is not None and len({row["version__article"] for row in rows}) > 1
        folds |= _one_fold(rows) if is_shared else dict.fromkeys(row["pk"] for row in rows if row["pk"] in keys)
    known = {row["pk"]: row["fold"] for row in own + others}
    _write({pk: value for pk, value in folds.items() if value != known[pk]})


def _rows(suggestions):
    return list(suggestions.filter(kind__in=FOLDED).order_by("pk").values(*ROW, **OFFERED))


def _others(own, families):
    """Return what was suggested in the copies, stale suggestions left out, and of claims those in question alone."""
    found = Suggestion.objects.exclude(state=SuggestionState.STALE).exclude(pk__in=[row["pk"] for row in own])
    found = found.filter(version__article__in=families)
    kinds, claims = ({row[name] for row in own} for name in ("kind", "claim"))
    return [row for row in _rows(found.filter(kind__in=kinds)) if row["claim"] in claims]


def _matter(row, families):
    """What is the same in all that belong together, or None where nothing can."""
    family, words = families.get(row["version__article"]), same_words_key(row["quote"] or "")
    if family is None or not words:
        return None
    bearing = tuple(row[name] or "" for name in ("stance", "basis", "polarity"))
    return row["kind"], row["claim"], family, words, bearing


def _one_fold(rows):
    known = [row["fold"] for row in rows if row["fold"]]
    value = min(known or [row["pk"] for row in rows])
    return {row["pk"]: value for row in rows}


def _write(folds):
    """Write each suggestion its fold; the rows are held in the order of all who judge."""
    if not folds:
        return
    held = Suggestion.objects.filter(pk__in=folds).select_for_update().order_by("pk")
    rows = list(held.only("pk", "fold"))
    for row in rows:
        row.fold = folds[row.pk]
    for some in batches(rows):
        Suggestion.objects.bulk_update(some, ["fold"], batch_size=500)
