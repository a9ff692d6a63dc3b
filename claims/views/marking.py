"""Words marked in an article become a claim, or evidence for one."""

from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from claims.errors import Refused
from claims.forms.links import EvidenceForm
from claims.forms.marking import ClaimMakeForm
from claims.models import Article, Claim
from claims.reports.evidence import earliest_outcome_day
from claims.reports.facts import figures_for
from claims.reports.lookup import find_claims
from claims.reports.twins import near_claims
from claims.services import claims, evidence, passages, roles
from claims.text.statements import looks_like_forecast, suggest_statement
from claims.views.acts import ActView
from claims.vocabulary import Basis, ClaimKind

# What else an address may say of the words, for a person to correct in the form.
SAID = ("speaker", "speaker_kind", "through", "certainty")
PREFILLED = ("kind", "window_start", "window_end", "window_basis", *SAID)


class MarkingView(ActView):
    """A form about marked words: `quote`, at or near the offset `near`, in the panel or as a page of its own."""

    def load(self, pk):
        self.article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
        sent = self.request.POST if self.request.method == "POST" else self.request.GET
        self.quote, near = sent.get("quote", "").strip(), sent.get("near", "")
        self.near = int(near) if near.isascii() and near.isdigit() and len(near) < 10 else 0
        self.misquoted = self.locate() if self.quote else None

    def locate(self):
        """Take the words as the article holds them; return why they are not found, or None."""
        try:
            version, span = passages.locate(self.article, self.quote, near=self.near)
        except Refused as refused:
            return str(refused)
        self.quote, self.near = span.of(version.text), span.start
        return None

    def check(self):
        roles.must_annotate(self.request.user)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            article=self.article,
            quote=self.quote,
            near=self.near,
            marked=urlencode({"quote": self.quote, "near": self.near}),
            quoted=self.is_quoted,
            misquoted=self.misquoted,
            **kwargs,
        )

    @property
    def is_quoted(self):
        """Whether there are words, and they stand in the article."""
        return bool(self.quote) and not self.misquoted

    def form_valid(self, form):
        """Act, unless the words are to be put right first: then the form says why, in their place."""
        return self.form_invalid(form) if self.misquoted else super().form_valid(form)

    def said(self, names):
        """What the address says of `names` already."""
        return {name: self.request.GET[name] for name in names if name in self.request.GET}

    def place_of(self, link):
        """The address that lands on `link`; its query differs from the reader's, so that the page loads anew."""
        fragment = f"passage-{link.passage_id}"
        return reverse("article-detail", args=[self.article.pk], query={"link": link.pk}, fragment=fragment)


class ClaimMakeView(MarkingView):
    """Make a claim from marked words, which assert it."""

    form_class = ClaimMakeForm
    template_name = "claims/article_claim.html"
    partial_name = "claims/_article_claim_form.html"

    def get_initial(self):
        statement = self.request.GET.get("statement") or suggest_statement(self.quote)[:500]
        kind = ClaimKind.FORECAST if looks_like_forecast(self.quote) else ClaimKind.EVENT
        presumed = {"statement": statement, "kind": kind, "owner": self.request.user}
        return presumed | self.said(PREFILLED) | {"quote": self.quote, "near": self.near}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        statement, kind = (context["form"][name].value() or "" for name in ("statement", "kind"))
        context["twins"] = near_claims(
            statement, published_on=self.article.published_on, forecast=kind == ClaimKind.FORECAST
        )
        return context

    def act(self, form):
        claim = claims.make(
            article=self.article,
            quote=self.quote,
            near=self.near,
            by=self.request.user,
            statement=form.cleaned_data["statement"],
            kind=form.cleaned_data["kind"],
            attribution=form.attribution(),
            opened=self.request.POST.get("save") != "draft",
            **form.details(),
        )
        messages.success(self.request, f"{claim.label} was made: {claim.statement}")
        return self.place_of(claim.links.get())


class EvidenceMakeView(MarkingView):
    """Link marked words to a claim: first choose the claim, then say what the words do to it."""

    form_class = EvidenceForm

    def load(self, pk):
        super().load(pk)
        sent = self.request.POST if self.request.method == "POST" else self.request.GET
        number = sent.get("claim", "")
        self.claim = None
        if number.isascii() and number.isdigit() and len(number) < 10:
            self.claim = Claim.objects.select_related("figures").filter(number=number).first()

    def get_template_names(self):
        step = "evidence" if self.claim and self.is_quoted else "pick"
        return [f"claims/_article_{step}_form.html" if self.request.htmx else f"claims/article_{step}.html"]

    def get_initial(self):
        initial = self.said(SAID) | {"quote": self.quote, "near": self.near}
        if self.claim is None:
            return initial
        presumed = evidence.foresee(claim=self.claim, article=self.article, quote=self.quote).presumption
        return initial | {"basis": self.likely_basis(), "independence": presumed.independence}

    def likely_basis(self):
        """What the passage can only be, or nothing: an early article foretells; other claims are about what is."""
        if not self.claim.is_forecast:
            return Basis.OUTCOME
        first_made_on = figures_for([self.claim])[self.claim.pk].first_made_on
        earliest = earliest_outcome_day(self.claim.window_start, first_made_on)
        published = self.article.published_on
        return Basis.EXPECTATION if earliest and published and published < earliest else ""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(claim=self.claim, **kwargs)
        if self.claim is None:
            query = self.request.GET.get("q", "")
            return context | {"query": query, "claims": find_claims(query or self.quote)}
        form = context["form"]
        return context | {"foreseen": self.foresee(form) if form.is_bound else self.foresee_nothing()}

    def foresee(self, form):
        return evidence.foresee(
            claim=self.claim,
            article=self.article,
            quote=self.quote,
            attribution=form.attribution(),
            values=form.link_values(),
        )

    def foresee_nothing(self):
        return evidence.foresee(claim=self.claim, article=self.article, quote=self.quote)

    def act(self, form):
        if self.claim is None:
            raise Refused("Choose the claim first.")
        link = evidence.link_words(
            claim=self.claim,
            article=self.article,
            quote=self.quote,
            near=self.near,
            attribution=form.attribution(),
            acknowledged="acknowledge" in self.request.POST,
            by=self.request.user,
            **form.link_values(),
        )
        messages.success(self.request, f"Linked to {self.claim.label}: {link.get_stance_display()}.")
        return self.place_of(link)


def claim_lookup(request):
    """Find claims as somebody types."""
    query = request.GET.get("q", "")
    context = {"claims": find_claims(query) if query.strip() else [], "query": query}
    return render(request, "claims/_claim_matches.html", context)
