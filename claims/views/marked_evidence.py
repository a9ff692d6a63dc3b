"""Words marked in an article become evidence for a claim."""

from django.contrib import messages
from django.utils.functional import cached_property

from claims.errors import Refused
from claims.forms.links import EvidenceForm
from claims.models import Claim
from claims.reports.claim_offers import OfferedClaim, offered_claims
from claims.reports.date_chain import newest_dates
from claims.reports.judged_sentences import link_in_words
from claims.reports.lookup import find_claims
from claims.services import evidence
from claims.views.marking import SAID, MarkingView, whole_number

# What an address may say of the link, for a person to correct in the form.
SAID_OF_LINK = ("stance", "basis", "reason")


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
