from django.contrib import messages
from django.shortcuts import get_object_or_404
from django_filters.views import FilterView
from django_tables2 import SingleTableMixin

from claims.filters.articles import ArticleFilter
from claims.forms.articles import ArticleForm, StandingForm
from claims.models import Article, Source
from claims.reports.article_versions import compare, compare_standing
from claims.reports.seen import seen_now
from claims.reports.standing_effects import rested_on, standing_effects
from claims.services import articles, roles
from claims.tables.articles import ArticleTable, by_date
from claims.views.acts import ActView
from claims.views.live import watch
from claims.vocabulary import Doing, Standing


class ArticleListView(SingleTableMixin, FilterView):
    """All articles, narrowed, searched and ordered by what the address says."""

    template_name = "claims/article_list.html"
    filterset_class = ArticleFilter
    table_class = ArticleTable
    # Not paginate_by, which would paginate the list before the table does.
    table_pagination = {"per_page": 25}
    # A filter that the address spells wrongly says so, and the others still work.
    strict = False

    def get_queryset(self):
        return by_date(Article.objects.select_related("outlet"))

    def get_table_kwargs(self):
        return {"may_edit": self.request.user.may_annotate, "query": self.filterset.query}

    def get_table(self, **kwargs):
        table = super().get_table(**kwargs)
        table.load_rows()
        return table

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        total = context["table"].paginator.count
        return context | {
            "total": total,
            "none_at_all": not total and not self.filterset.is_used,
            "undated": Article.objects.without_date().count(),
            "may_annotate": self.request.user.may_annotate,
        }


class ArticleActView(ActView):
    """An act on what is recorded of one article."""

    def load(self, pk):
        self.newest = seen_now()
        self.article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)

    def check(self):
        roles.must_annotate(self.request.user)

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        kwargs.pop("initial")
        return kwargs | {"article": self.article}

    def get_context_data(self, **kwargs):
        context = {}
        if kwargs.get("stale"):
            self.load(self.article.pk)
            context["rows"] = self.compare(kwargs["form"].cleaned_data)
        context["live"] = watch(self.article, since=self.newest, doing=Doing.EDITING)
        return super().get_context_data(**kwargs) | context | {"article": self.article}

    def compare(self, values):
        """Return the person's `values` beside those stored now, for a form that was overtaken."""
        raise NotImplementedError

    def done(self, sentence):
        messages.success(self.request, sentence)
        return self.article.get_absolute_url()


class ArticleEditView(ArticleActView):
    """Correct what is known of an article: its text never changes here."""

    template_name = "claims/article_edit.html"
    form_class = ArticleForm

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "outlets": Source.objects.outlets().values_list("name", flat=True),
            "versions": self.article.versions.defer("text").select_related("recorded_by").order_by("-number"),
            "rests": standing_effects(self.article, self.article.standing),
        }

    def compare(self, values):
        return compare(values, self.article)

    def act(self, form):
        articles.edit(article=self.article, by=self.request.user, **form.cleaned_data)
        return self.done("What is known of the article was changed.")


class ArticleStandingView(ArticleActView):
    """Say that an article is usable, was corrected, or was withdrawn."""

    template_name = "claims/article_standing.html"
    form_class = StandingForm

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        asked = context["form"].cleaned_data.get("standing") if context["form"].is_bound else None
        supposed = asked or self.opposite
        effects = standing_effects(self.article, supposed)
        return context | {
            "effects": effects,
            "supposed": Standing(supposed),
            "rested": rested_on(self.article),
        }

    @property
    def opposite(self):
        """The standing of which the page says at once what it would do: the one that changes most."""
        return Standing.USABLE if self.article.standing == Standing.WITHDRAWN else Standing.WITHDRAWN

    def compare(self, values):
        return compare_standing(values["standing"], self.article)

    def act(self, form):
        articles.set_standing(article=self.article, by=self.request.user, **form.cleaned_data)
        self.article.refresh_from_db()
        return self.done(f"The standing of the article is now: {self.article.get_standing_display().lower()}.")
