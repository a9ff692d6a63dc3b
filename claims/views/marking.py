"""Words marked in an article become a claim, or evidence for one."""

from urllib.parse import urlencode
from zlib import crc32

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from claims.errors import Refused
from claims.forms.links import AttributionForm, EvidenceForm
from claims.forms.marking import ClaimMakeForm
from claims.models import Article, Claim
from claims.reports.claim_offers import OfferedClaim, offered_claims
from claims.reports.date_chain import newest_dates
from claims.reports.judged_sentences import link_in_words
from claims.reports.lookup import find_claims
from claims.reports.twins import near_claims
from claims.services import claims, evidence, passages, roles
from claims.services.reading_words import read_words
from claims.text.statements import looks_like_forecast, suggest_statement
from claims.views.acts import ActView
from claims.vocabulary import ClaimKind, WindowBasis

# What else an address may say of the words, for a person to correct in the form.
SAID = ("speaker", "speaker_kind", "through", "certainty")
SAID_OF_LINK = ("stance", "basis", "reason")
PREFILLED = ("kind", "window_start", "window_end", "window_basis", *SAID)


class MarkingView(ActView):
    """A form about marked words: `quote`, at or near the offset `near`, in the panel or as a page of its own.

    `version` is the number of the one in which they were marked. Where a newer text was recorded since, the words are
    found again in it, the form says so, and nothing is saved before the person was told.
    """

    overtaken = place = None
    occurrence = 0

    def load(self, pk):
        self.article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
        sent = self.request.POST if self.request.method == "POST" else self.request.GET
        self.quote, self.near = sent.get("quote", "").strip(), whole_number(sent.get("near", ""))
        self.marked_in = whole_number(sent.get("version", ""))
        self.misquoted = self.locate() if self.quote else None

    def locate(self):
        """Take the words as the article holds them; return why they are not found, or None."""
        try:
            version, span = passages.locate(self.article, self.quote, near=self.near, marked_in=self.marked_in)
        except Refused as refused:
            return str(refused)
        self.quote, self.near, self.place = span.of(version.text), span.start, (version, span)
        self.overtaken = version if 0 < self.marked_in < version.number else None
        self.marked_in, self.occurrence = version.number, version.text.count(self.quote, 0, self.near)
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
            marked_in=self.marked_in,
            overtaken=self.overtaken,
            kept_as=self.kept_as,
            **kwargs,
        )

    @cached_property
    def read(self):
        """What is read of the words, to be looked at before it is saved; None once a person has said something."""
        if self.place is None or self.request.method == "POST" or self.said(SAID):
            return None
        return read_words(*self.place)

    def read_of_speaker(self):
        """What is read of who says the words, as the fields of the form show it."""
        return AttributionForm.initial_of_said(self.read.attribution) if self.read else {}

    @property
    def kept_as(self):
        """What tells these words from all others of the article, in a newer version of it as well."""
        return f"{crc32(self.quote.encode()):x}-{self.occurrence}"

    @property
    def is_quoted(self):
        """Whether there are words, and they stand in the article."""
        return bool(self.quote) and not self.misquoted

    def form_valid(self, form):
        """Act, unless the words are to be put right or looked at again first: then the form says why, beside them."""
        if self.overtaken:
            return self.form_invalid(form, status=409)
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
        presumed = {"statement": statement, "kind": kind, "owner": self.request.user, **self.read_of_speaker()}
        if self.read and self.read.days:
            presumed |= {
                "window_start": self.read.start,
                "window_end": self.read.end,
                "window_basis": WindowBasis.STATED,
            }
        return presumed | self.said(PREFILLED) | {"quote": self.quote, "near": self.near}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(read=self.read, **kwargs)
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
            acknowledged="acknowledge" in self.request.POST,
            **form.details(),
        )
        told = f"{claim.label} was made: {claim.statement}"
        messages.success(self.request, told, extra_tags=f"undo-claim-{claim.number}")
        return self.place_of(claim.links.asserting().earliest("pk"))


class EvidenceMakeView(MarkingView):
    """Link marked words to a claim, in one form: which claim, what the words do to it, who says them.

    What rules and habit presume of the link is presumed of one claim; the form says of which (`presumed_for`).
    """

    form_class = EvidenceForm
    template_name = "claims/article_evidence.html"
    partial_name = "claims/_article_evidence_form.html"

    def load(self, pk):
        super().load(pk)
        sent = self.request.POST if self.request.method == "POST" else self.request.GET
        self.claim, self.query = _claim_numbered(sent.get("claim", "")), sent.get("q", "")[:200]
        self.offered = self.offer()
        if self.claim is None and self.request.method != "POST" and self.offered:
            first = self.offered[0]
            self.claim = first.claim if first.is_best or self.query.strip() else None

    def offer(self):
        """The claims to choose among, the chosen one first in any case."""
        offered = offers_for(self.query, self.article, self.quote, self.near, self.request.user)
        if self.claim is None:
            return offered
        chosen = [each for each in offered if each.claim == self.claim] or [OfferedClaim(self.claim)]
        return chosen + [each for each in offered if each.claim != self.claim]

    def get_initial(self):
        initial = self.read_of_speaker() | self.said(SAID) | {"quote": self.quote, "near": self.near}
        if self.claim is None or not self.is_quoted:
            return initial
        basis = evidence.likely_basis(self.claim, self.article)
        presumed = {"basis": basis, "independence": self.foreseen.presumption.independence}
        return initial | presumed | self.said(SAID_OF_LINK)

    def get_form(self, form_class=None):
        """Return the form; what is said of the words without their origin is asked for together with all else."""
        form = super().get_form(form_class)
        if (
            form.is_bound
            and self.claim
            and self.is_quoted
            and not form.errors.get("origin")
            and self.lacks_origin(form)
        ):
            form.add_error("origin", "Say where these words come from, or leave it undetermined whether they repeat.")
        return form

    def lacks_origin(self, form):
        said = {"attribution": form.attribution(), "values": form.link_values()}
        return evidence.lacks_origin(claim=self.claim, article=self.article, quote=self.quote, **said)

    def form_valid(self, form):
        return super().form_valid(form) if self.claim else self.form_invalid(form)

    def get_context_data(self, **kwargs):
        said = {"claim": self.claim, "query": self.query, "offered": self.offered, "read": self.read}
        context = super().get_context_data(**said, **kwargs)
        form = context["form"]
        context["claimless"] = form.is_bound and self.claim is None
        if self.claim is None or not self.is_quoted:
            return context
        newest = newest_dates([self.claim.pk]).get(self.claim.pk)
        return context | {"newest_date": newest, "foreseen": self.foresee(form) if form.is_bound else self.foreseen}

    @cached_property
    def foreseen(self):
        """What the rules say of the words before anything is said of them."""
        said_by = self.read and self.read.attribution
        return evidence.foresee(claim=self.claim, article=self.article, quote=self.quote, attribution=said_by)

    def foresee(self, form):
        return evidence.foresee(
            claim=self.claim,
            article=self.article,
            quote=self.quote,
            attribution=form.attribution(),
            values=form.link_values(),
        )

    def act(self, form):
        if self.request.POST.get("presumed_for", str(self.claim.number)) not in ("", str(self.claim.number)):
            raise Refused(f"You chose {self.claim.label}: look at what is said of the link once more, then save it.")
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
        say_linked(self.request, link)
        return self.place_of(link)


def say_linked(request, link):
    """Tell the person what was saved, with the way to undo it."""
    told = f"Linked to {link.claim.label} as: {link_in_words(link)}."
    messages.success(request, told, extra_tags=f"undo-link-{link.pk}")


def offers_for(query, article, quote, near, by):
    """Return the claims that `query` finds, as a list of offers; without one, those that fit the words."""
    if query.strip():
        return [OfferedClaim(claim) for claim in find_claims(query)]
    return offered_claims(article=article, quote=quote, near=near, by=by)


def _claim_numbered(typed):
    number = whole_number(typed)
    return Claim.objects.select_related("figures").filter(number=number).first() if number else None


def whole_number(typed):
    """Return the number that an address or a form holds as `typed`; 0 where it is none."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
