"""What people judged, written to the rows of suggestions: in few statements, however many there are."""

from django.db.models import Exists, OuterRef
from django.utils import timezone

from claims.models import Article, ArticleVersion, Suggestion
from claims.models.suggestion import OF_ONE_VERSION
from claims.services import reading_list
from claims.services.batches import batches
from claims.vocabulary import SuggestionState

JUDGED = ["state", "decided_by", "decided_at", "kept_start", "kept_end", "result_noun", "result_id"]
UNJUDGED = dict.fromkeys(JUDGED) | {"result_noun": ""}
OF_ROW = ("pk", "kind", "version", "version__article", "claim")


def hold(suggestions, *, most=None):
    """Return the keys of up to `most` pending ones of a query, in order, held until the transaction ends.

    Everybody locks suggestions in one order, so that no two wait for each other for ever.
    """
    rows = Suggestion.objects.pending().filter(pk__in=suggestions.order_by().values("pk"))
    return list(rows.select_for_update().order_by("pk").values_list("pk", flat=True)[:most])


def hold_judged(suggestions):
    """Return key, kind, version, article and claim of what a query of judged ones holds, the best first.

    The rows are held until the transaction ends, and their articles before them: in the order of all who judge.
    """
    articles = Article.objects.filter(versions__suggestions__in=suggestions.order_by().values("pk")).distinct()
    for some in batches(sorted(articles.values_list("pk", flat=True))):
        Article.objects.lock_all(some)
    chosen = suggestions.order_by().values("pk")
    held = Suggestion.objects.judged().filter(pk__in=chosen).select_for_update().order_by("pk")
    keys = set(held.values_list("pk", flat=True))
    rows = suggestions.order_by("-score", "pk").values_list(*OF_ROW, named=True)
    return [row for row in rows if row.pk in keys]


def write(keys, state, by):
    """Write `state` to the suggestions `keys`, as judged by a person (None: by nobody) at one moment.

    By that moment one act is known.
    """
    judged = {"decided_by": by, "decided_at": timezone.now()} if by else UNJUDGED
    for some in batches(keys):
        Suggestion.objects.filter(pk__in=some).update(**judged | {"state": state})


def write_accepted(suggestion, by):
    """Write that `by` accepted `suggestion`, with what was made and kept, which it holds already."""
    suggestion.state, suggestion.decided_by, suggestion.decided_at = SuggestionState.ACCEPTED, by, timezone.now()
    suggestion.save(update_fields=JUDGED)


def put_back(judged):
    """Offer `judged` again. Where the text is another by now it is stale; what takes its place is looked for."""
    keys = [one.pk for one in judged]
    write(keys, SuggestionState.PENDING, None)
    for some in batches(keys):
        _outdated(some).update(state=SuggestionState.STALE)
    reading_list.add_all(articles={one.version__article for one in judged}, claims={one.claim for one in judged})


def _outdated(keys):
    later = ArticleVersion.objects.filter(
        article=OuterRef("version__article"), number__gt=OuterRef("version__number")
    )
    return Suggestion.objects.filter(Exists(later), pk__in=keys, kind__in=OF_ONE_VERSION)
