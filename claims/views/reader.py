"""The reader: an article with the marks in its text; beside it what was made of it, and what is suggested."""

from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.decorators.vary import vary_on_headers
from django.views.generic import DetailView, TemplateView

from claims.forms.suggestions import ClaimAcceptForm
from claims.models import Article, Passage
from claims.reports.families import family_of
from claims.reports.offers import Suggested, suggested_at, suggested_in
from claims.reports.reading import read_version
from claims.services import passages, roles
from claims.text.spans import Span
from claims.views.marking import PREFILLED

ELSEWHERE = "This is an older version. Words are marked in the newest one."


class ArticleDetailView(DetailView):
    """An article in its newest version, or in the one that `?version=` names.

    What is suggested is marked in the newest one alone, unless the address says `?suggestions=off`.
    """

    queryset = Article.objects.select_related("outlet")
    template_name = "claims/article_detail.html"

    def get_context_data(self, **kwargs):
        versions = list(self.object.versions.order_by("-number").defer("text").select_related("recorded_by"))
        version = self.chosen(versions)
        newest = versions[0]
        asked = self.request.GET.get("suggestions")
        suggested = suggested_in(version, everything=asked == "all") if version == newest else Suggested()
        shows_suggested = asked != "off"
        refusal = roles.refusal(roles.must_annotate, self.request.user) or (ELSEWHERE if version != newest else None)
        return super().get_context_data(
            version=version,
            versions=versions,
            newest=newest,
            reading=read_version(version, suggested.words if shows_suggested else ()),
            suggested=suggested,
            family=family_of(self.object),
            shows_suggested=shows_suggested,
            refusal=refusal,
            may_annotate=refusal is None,
            longest=Passage.EXACT_MAX,
            too_long=passages.TOO_LONG,
            role_refusal=roles.refusal(roles.must_annotate, self.request.user),
            **kwargs,
        )

    def chosen(self, versions):
        wanted = self.request.GET.get("version", str(versions[0].number))
        for version in versions:
            if str(version.number) == wanted:
                version.article = self.object
                return version
        raise Http404("This article has no such version.")


@method_decorator(vary_on_headers("HX-Request"), name="dispatch")
class ArticleSuggestionsView(TemplateView):
    """What is suggested for some words of the newest version, to read; it is judged in the queue."""

    def get_template_names(self):
        return ["claims/_article_suggestions.html" if self.request.htmx else "claims/article_suggestions.html"]

    def get_context_data(self, pk, start, end):
        article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
        version = article.newest_version()
        if not start < end <= len(version.text):
            raise Http404("The article has no such words.")
        span = Span(start, end)
        return {
            "article": article,
            "quote": span.of(version.text),
            "cards": [_card(offer, self.request.user) for offer in suggested_at(version, span)],
            "refusal": roles.refusal(roles.must_annotate, self.request.user),
        }


def _card(offer, by):
    initial = {} if offer.link else ClaimAcceptForm.initial_of(offer.suggestion, by)
    named = ("quote", "near", "statement", *PREFILLED)
    said = {name: initial[name] for name in named if initial.get(name) not in (None, "")}
    return {"offer": offer, "form_query": urlencode(said)}
