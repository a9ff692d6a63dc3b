"""The reader: an article with the marks in its text, and the claims and links made of it beside."""

from django.http import Http404
from django.views.generic import DetailView

from claims.models import Article, Passage
from claims.reports.reading import read_version
from claims.services import passages, roles

ELSEWHERE = "This is an older version. Words are marked in the newest one."


class ArticleDetailView(DetailView):
    """An article in its newest version, or in the one that `?version=` names."""

    queryset = Article.objects.select_related("outlet")
    template_name = "claims/article_detail.html"

    def get_context_data(self, **kwargs):
        versions = list(self.object.versions.order_by("-number").defer("text").select_related("recorded_by"))
        version = self.chosen(versions)
        newest = versions[0]
        refusal = roles.refusal(roles.must_annotate, self.request.user) or (ELSEWHERE if version != newest else None)
        return super().get_context_data(
            version=version,
            versions=versions,
            newest=newest,
            reading=read_version(version),
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
