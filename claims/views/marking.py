"""Forms about words marked in an article, and the one that makes a claim of them."""

from urllib.parse import urlencode
from zlib import crc32

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from claims.errors import Refused
from claims.forms.links import AttributionForm
from claims.forms.marking import ClaimMakeForm
from claims.models import Article
from claims.reports.twins import near_claims
from claims.services import claims, passages, roles
from claims.services.reading_words import read_words
from claims.text.statements import looks_like_forecast, suggest_statement
from claims.views.acts import ActView
from claims.vocabulary import ClaimKind, WindowBasis

# What else an address may say of the words, for a person to correct in the form.
SAID = ("speaker", "speaker_kind", "through", "certainty")
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


def whole_number(typed):
    """Return the number that an address or a form holds as `typed`; 0 where it is none."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
