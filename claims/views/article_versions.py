"""The versions of an article: all of them, what changed between two, and why one was recorded."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from claims.forms.articles import VersionsForm, VersionWhyForm
from claims.models import Article, ArticleVersion
from claims.reports.version_diff import version_diff
from claims.reports.version_passages import passage_fates
from claims.reports.versions import version_rows, why_of
from claims.services import versions
from claims.views.acts import ActView

VIEWS = {"inline": "One below the other", "sides": "Side by side"}


@require_safe
def article_versions(request, pk):
    """List the versions of an article; with `before` and `after`, lead to what changed between these."""
    article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
    rows = version_rows(article)
    numbers = [row.version.number for row in rows]
    asked = "before" in request.GET
    first = {"before": numbers[1], "after": numbers[0]} if len(numbers) > 1 else {}
    form = VersionsForm(request.GET if asked else None, numbers=numbers, initial=first, auto_id="compare-%s")
    if asked and form.is_valid():
        before, after = sorted([form.cleaned_data["before"], form.cleaned_data["after"]])
        if before != after:
            return redirect(f"{reverse('version-changes', args=[pk, after])}?from={before}")
        form.add_error("after", "Choose two different versions.")
    context = {"article": article, "rows": rows, "form": form, "may_annotate": request.user.may_annotate}
    return render(request, "claims/version_list.html", context, status=422 if form.errors else 200)


@require_safe
def version_changes(request, pk, number):
    """Show what changed in a version since the one that `from` names, by default the one before it."""
    after = _version(pk, number)
    before = _version(pk, _earlier(request.GET.get("from"), number))
    chosen = request.GET.get("as", "inline")
    if chosen not in VIEWS:
        raise Http404("There is no such view of the changes.")
    diff = version_diff(before, after)
    context = {
        "article": after.article,
        "diff": diff,
        "fates": passage_fates(diff),
        "why": why_of(after),
        "newest": after.article.newest_version().number == after.number,
        "may_annotate": request.user.may_annotate,
        "views": VIEWS,
        "chosen": chosen,
    }
    return render(request, "claims/version_changes.html", context)


def _version(pk, number):
    versions_of = ArticleVersion.objects.select_related("article__outlet", "recorded_by")
    return get_object_or_404(versions_of, article=pk, number=number)


def _earlier(asked, number):
    """Return the number of the version to compare with; there is none before the first."""
    earlier = number - 1 if asked is None else int(asked) if asked.isdecimal() and len(asked) < 9 else 0
    if not 0 < earlier < number:
        raise Http404("There is no such earlier version.")
    return earlier


class VersionWhyView(ActView):
    """Say why the outlet changed its text."""

    template_name = "claims/version_why.html"
    form_class = VersionWhyForm

    def load(self, pk, number):
        self.version = _version(pk, number)
        self.back = reverse("article-versions", args=[pk])

    def check(self):
        versions.check_saying_why(version=self.version, by=self.request.user)

    def get_initial(self):
        why = why_of(self.version)
        return {"change": why.change, "reason": why.reason}

    def get_context_data(self, **kwargs):
        article = self.version.article
        return super().get_context_data(version=self.version, article=article, back=self.back, **kwargs)

    def act(self, form):
        versions.say_why(version=self.version, by=self.request.user, **form.cleaned_data)
        messages.success(self.request, f"It is on record why version {self.version.number} came.")
        return self.back
