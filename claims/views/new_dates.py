"""A forecast gets a new date in words of an article: which words these are, and the claim that they make."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from claims.errors import NotAllowed, Refused
from claims.forms.link_acts import find_articles
from claims.forms.links import AttributionForm
from claims.forms.reschedules import NewDateArticleForm, RescheduleForm
from claims.models import Claim, Passage
from claims.reports.date_chain import days_of, newest_dates
from claims.reports.facts import figures_for
from claims.reports.new_date_words import words_for_new_date
from claims.reports.passage_offers import likely_sentences
from claims.services import reschedules
from claims.text.new_dates import new_days
from claims.text.redating import redated
from claims.text.spans import Span
from claims.views.acts import refusal, way_back
from claims.views.marking import SAID, MarkingView, whole_number
from claims.views.reschedules import dates_of, told_of
from claims.vocabulary import WindowBasis


class ClaimRescheduleView(TemplateView):
    """Choose the words that state the new date of a forecast."""

    template_name = "claims/claim_reschedule.html"

    def dispatch(self, request, number):
        self.claim = get_object_or_404(Claim.objects.for_list(), number=number)
        try:
            reschedules.check_reschedule(claim=self.claim, by=request.user)
        except NotAllowed:
            raise
        except Refused as refused:
            return refusal(request, refused, dates_of(self.claim))
        return super().dispatch(request)

    def get_context_data(self, **kwargs):
        form = NewDateArticleForm(initial={"article": self.request.GET.get("article", "")})
        found = find_articles(form.initial["article"]) if form.initial["article"].strip() else []
        article = found[0] if len(found) == 1 else None
        return super().get_context_data(
            claim=self.claim,
            form=form,
            offered=words_for_new_date(self.claim),
            article=article,
            unknown=bool(form.initial["article"].strip()) and article is None,
            sentences=likely_sentences(article, self.claim) if article else [],
            back=dates_of(self.claim),
            **kwargs,
        )


class RescheduleMakeView(MarkingView):
    """Make the claim with the new date from marked words, which assert it."""

    form_class = RescheduleForm
    template_name = "claims/article_reschedule.html"
    partial_name = "claims/_article_reschedule_form.html"

    def load(self, pk):
        super().load(pk)
        sent = self.request.POST if self.request.method == "POST" else self.request.GET
        self.asked = _claim(number=whole_number(sent.get("claim", "")))
        self.claim = self.asked if self.request.method == "POST" else self.newest()
        self.back = self.claim.get_absolute_url() if self.claim else self.article.get_absolute_url()

    def newest(self):
        """The claim at which the chain of the one asked for goes on: itself, or the one with its newest date."""
        newest = newest_dates([self.asked.pk]).get(self.asked.pk) if self.asked else None
        return _claim(pk=newest.pk) if newest else self.asked

    def check(self):
        super().check()
        if self.claim is None:
            raise Refused("Say first which forecast gets the new date: open “New date” on the page of its claim.")
        reschedules.check_reschedule(claim=self.claim, by=self.request.user)

    def refuse(self, refused):
        """Say why not; without a forecast there is no form to say it in."""
        return super().refuse(refused) if self.claim else refusal(self.request, refused, self.back)

    @cached_property
    def found(self):
        """The new days that the words name, or None."""
        if not self.is_quoted:
            return None
        text, span = self.article.newest_version().text, Span(self.near, self.near + len(self.quote))
        return new_days(text, span, published_on=self.article.published_on, old=self.old)

    @property
    def old(self):
        return self.claim.window_start, self.claim.window_end

    def get_initial(self):
        claim, new = self.claim, (self.found.start, self.found.end) if self.found else (None, None)
        made_on = figures_for([claim], as_loaded=True)[claim.pk].first_made_on
        return {
            **self.attributed(),
            "quote": self.quote,
            "near": self.near,
            "statement": redated(claim.statement, old=self.old, new=new, said_on=made_on),
            "window_start": new[0],
            "window_end": new[1],
            "window_basis": WindowBasis.STATED,
            "topics": ", ".join(topic.name for topic in claim.topics.all()),
            "criteria": claim.criteria,
            "owner": claim.owner,
        }

    def attributed(self):
        """Who says the words: as it was said of the passage that they are, or as the address says."""
        key = whole_number(self.request.GET.get("passage", ""))
        rows = Passage.objects.with_attribution().select_related("article__outlet", "origin")
        passage = rows.filter(pk=key, article=self.article, exact=self.quote).first() if key else None
        return AttributionForm.initial_of(passage) if passage else self.said(SAID)

    def get_context_data(self, **kwargs):
        next_page = way_back(self.request)
        return super().get_context_data(
            claim=self.claim,
            asked=self.asked,
            days=days_of(self.claim),
            found=self.found,
            next=next_page,
            cancel=next_page or self.back,
            **kwargs,
        )

    def act(self, form):
        row = reschedules.reschedule(
            claim=self.claim,
            article=self.article,
            quote=self.quote,
            near=self.near,
            attribution=form.attribution(),
            by=self.request.user,
            **form.details(),
        )
        messages.success(self.request, told_of(row), extra_tags=f"new-date-{row.pk}")
        return way_back(self.request) or self.place_of(row.later.links.asserting().earliest("pk"))


def _claim(**key):
    return Claim.objects.for_list().filter(**key).first()
