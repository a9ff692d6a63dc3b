"""Reads of links what `evidence.figures` judges, with what was known of their passages and articles."""

from django.db.models import DateTimeField, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from claims.models import Anchor, ArticleVersion
from claims.reports.evidence import LinkFacts
from claims.reports.history import Past, typed
from claims.vocabulary import Noun, Standing

OWN_FIELDS = ("pk", "stance", "basis", "independence", "created_at", "withdrawn_at", "lost_at")
OF_ARTICLE, OF_PASSAGE = ("published_on", "standing", "standing_at"), ("origin",)


def with_loss(links, recorded_by=None, *, passage="passage", article="passage__article"):
    """Annotate `lost_at`: when a version came without the words of a link, as known at the record cut-off.

    Rows of another model say where their `passage` and its `article` are.
    """
    versions = ArticleVersion.objects.filter(article=OuterRef(article))
    anchors = Anchor.objects.filter(passage=OuterRef(passage))
    if recorded_by is not None:
        versions = versions.filter(recorded_at__lte=recorded_by)
        anchors = anchors.filter(created_at__lte=recorded_by)
    last_place = anchors.order_by("-version__number").values("version__number")[:1]
    without_it = versions.filter(number__gt=OuterRef("last_place")).order_by("number").values("recorded_at")[:1]
    placed = links.annotate(last_place=Coalesce(Subquery(last_place), 0))
    return placed.annotate(lost_at=Subquery(without_it, output_field=DateTimeField()))


def link_rows(links, *more):
    """Return a dict of each of the QuerySet `links` that holds what its facts are made of, and the fields `more`."""
    of_article = {name: F(f"passage__article__{name}") for name in OF_ARTICLE}
    of_passage = {name: F(f"passage__{name}") for name in OF_PASSAGE}
    named = links.annotate(article=F("passage__article"), **of_article, **of_passage)
    return named.values("claim", "passage", "article", *OF_ARTICLE, *OF_PASSAGE, *more)


def row_of(link):
    """Return the row of a link that was loaded with its article and `with_loss`."""
    of_article = {name: getattr(link.passage.article, name) for name in OF_ARTICLE}
    own = {name: getattr(link, name) for name in OWN_FIELDS}
    passage = {"passage": link.passage_id, "article": link.passage.article_id, "origin": link.passage.origin_id}
    return own | passage | of_article


def link_facts(rows, recorded_by=None):
    """Yield (row, LinkFacts) for each of the link `rows`, withdrawn ones with their moment."""
    past = Past(recorded_by)
    articles, passages = past.of(Noun.ARTICLE), past.of(Noun.PASSAGE)
    for row in rows:
        yield row, fact_of(row, articles.get(row["article"], {}), passages.get(row["passage"], {}), recorded_by)


def fact_of(row, article, passage, at=None):
    """Return the facts of a link at the moment `at` from its row and what the log holds of earlier values.

    `article` and `passage` are {field: value} as the log has them, of the fields that have changed since.
    """
    row = as_recorded(as_recorded(row, article, OF_ARTICLE), passage, OF_PASSAGE)
    withdrawn_at = row["withdrawn_at"]
    return LinkFacts(
        id=row["pk"],
        article=row["article"],
        stance=row["stance"],
        basis=row["basis"],
        independence=row["independence"],
        origin=row["origin"],
        published_on=row["published_on"],
        recorded_at=row["created_at"],
        withdrawn_at=None if at and withdrawn_at and withdrawn_at > at else withdrawn_at,
        suspended_since=_suspended_since(row),
    )


def as_recorded(row, earlier, names):
    """Return the dict `row` with the `earlier` values of the fields `names`, as the log holds these."""
    if earlier.keys().isdisjoint(names):
        return row
    return row | {name: typed(name, earlier[name]) for name in names if name in earlier}


def _suspended_since(row):
    """Return when the link stopped counting (E8): its article was withdrawn, or a version came without its words."""
    withdrawn = row["standing"] == Standing.WITHDRAWN and row["standing_at"]
    if withdrawn and row["created_at"] <= withdrawn:
        return withdrawn
    return row["lost_at"]
