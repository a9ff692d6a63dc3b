"""Passages: where they stand, and who speaks in them."""

from dataclasses import replace

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from claims.forms.marking import ReattributionForm
from claims.models import Passage
from claims.services import passages, roles
from claims.views.acts import ActView


def place_of(passage, **query):
    """Return the address of `passage` in the newest version in which its words stand."""
    newest = passage.article.newest_version()
    anchors = passage.anchors.select_related("version").order_by("-version__number")
    anchor = anchors.first()
    if anchor and anchor.version != newest:
        query = {"version": anchor.version.number} | query
    return reverse("article-detail", args=[passage.article_id], query=query, fragment=f"passage-{passage.pk}")


def passage_detail(request, pk):
    """Land on the passage, wherever it now stands."""
    return redirect(place_of(get_object_or_404(Passage.objects.select_related("article"), pk=pk)))


class PassageAttributionView(ActView):
    """Say anew who speaks in a passage and through whom."""

    form_class = ReattributionForm
    template_name = "claims/passage_attribution.html"

    def load(self, pk):
        rows = Passage.objects.with_attribution().select_related("article__outlet", "origin")
        self.passage = get_object_or_404(rows, pk=pk)

    def check(self):
        roles.must_annotate(self.request.user)

    def get_initial(self):
        return ReattributionForm.initial_of(self.passage)

    def get_context_data(self, **kwargs):
        return super().get_context_data(passage=self.passage, article=self.passage.article, **kwargs)

    def act(self, form):
        passages.reattribute(
            passage=self.passage,
            attribution=replace(form.attribution(), polarity=self.passage.polarity),
            reason=form.cleaned_data["reason"],
            by=self.request.user,
        )
        messages.success(self.request, "The attribution was changed; its claims are counted anew.")
        return place_of(self.passage)
