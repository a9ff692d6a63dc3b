import django_tables2 as tables
from django.db.models import F

from claims.models import Article
from claims.reports.article_rows import figures_of, openings_of
from claims.reports.search import snippets_of


class Cell(tables.TemplateColumn):
    """A cell that is a template of its own, because it holds more than a value."""

    def __init__(self, name, **kwargs):
        super().__init__(template_name=f"claims/_article_cell_{name}.html", empty_values=(), **kwargs)


class ArticleTable(tables.Table):
    """The articles list; needs `Article.objects.select_related("outlet")`.

    `load_rows` must be called once the page is chosen: it gives each article of the page its `figures`, the `snippet`
    in which the words of a search stand, and the `opening` words where no title tells it from others.
    """

    title = Cell("title", verbose_name="Article", orderable=False, attrs={"td": {"class": "primary"}})
    outlet = Cell("outlet", verbose_name="Outlet", orderable=False, attrs={"td": {"class": "outlet"}})
    published_on = Cell(
        "published", verbose_name="Published", extra_context=lambda table: {"may_edit": table.may_edit}
    )
    standing = Cell("standing", verbose_name="Standing", orderable=False)
    claims = Cell("claims", verbose_name="Claims", orderable=False, accessor="pk")
    links = tables.TemplateColumn(
        "{{ record.figures.links }}",
        accessor="pk",
        orderable=False,
        attrs={"td": {"class": "num"}, "th": {"class": "num"}},
    )
    created_at = tables.DateColumn(format="j M Y", verbose_name="Imported", attrs={"td": {"class": "day"}})

    class Meta:
        model = Article
        fields = ()
        attrs = {"class": "table articles", "aria-label": "Articles"}
        empty_text = "No article matches these filters."

    def __init__(self, *args, may_edit=False, query="", **kwargs):
        super().__init__(*args, **kwargs)
        self.may_edit, self.query = may_edit, query

    def load_rows(self):
        """Fetch what the rows of the page show besides their articles, in three queries at most."""
        articles = [row.record for row in self.paginated_rows]
        ids = [article.pk for article in articles]
        figures, snippets = figures_of(ids), snippets_of(self.query, ids)
        openings = openings_of([article.pk for article in articles if not article.title])
        for article in articles:
            article.figures, article.snippet = figures[article.pk], snippets.get(article.pk)
            article.opening = openings.get(article.pk)

    def order_published_on(self, queryset, is_descending):
        return by_date(queryset, is_descending), True

    def order_created_at(self, queryset, is_descending):
        sign = "-" if is_descending else ""
        return queryset.order_by(f"{sign}created_at", f"{sign}pk"), True


def by_date(queryset, is_descending=True):
    """Order by the day of publication, articles without one last either way."""
    day = F("published_on")
    return queryset.order_by(day.desc(nulls_last=True) if is_descending else day.asc(nulls_last=True), "-pk")
