"""Links: added from the claim page, withdrawn, revised, re-affirmed."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims.errors import NotAllowed, Refused
from claims.forms.claims import ReasonForm
from claims.forms.link_acts import LinkCreateForm, LinkReviseForm, find_articles
from claims.forms.links import LinkForm
from claims.models import Link
from claims.reports.passage_offers import likely_sentences
from claims.reports.seen import seen_now
from claims.services import evidence, links
from claims.text.marks import paragraphs
from claims.views.acts import ActView, ClaimActView, refusal
from claims.views.beside import NAME as BESIDE_NAME
from claims.views.live import watch
from claims.views.marked_evidence import say_linked
from claims.views.marking import whole_number
from claims.views.reaffirming import ReaffirmFormMixin
from claims.views.sending import sent_once
from claims.views.sides import BESIDE
from claims.vocabulary import Doing


class LinkCreateView(ClaimActView):
    """Link words of an article to the claim."""

    template_name = "claims/claim_evidence.html"
    form_class = LinkCreateForm
    heading = "Add evidence"
    submit = "Add the link"
    doing = Doing.LINKING

    def check(self):
        links.check_addition(claim=self.claim, by=self.request.user)

    def load(self, number):
        super().load(number)
        sent = self.request.POST if self.request.method == "POST" else self.request.GET
        found = find_articles(sent["article"]) if sent.get("article", "").strip() else []
        self.article = found[0] if len(found) == 1 else None

    def get_initial(self):
        said = {name: self.request.GET[name] for name in ("article", "quote", "near") if name in self.request.GET}
        if not (self.article and said.get("quote")):
            return said
        presumed = evidence.foresee(claim=self.claim, article=self.article, quote=said["quote"]).presumption
        basis = evidence.likely_basis(self.claim, self.article)
        return said | {"basis": basis, "independence": presumed.independence}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        sentences = likely_sentences(self.article, self.claim) if self.article else []
        foreseen = self.foresee(context["form"])
        return context | {"foreseen": foreseen, "article": self.article, "sentences": sentences}

    def foresee(self, form):
        """Return what the rules say of the link as far as it is typed, or None."""
        said = form.cleaned_data if form.is_bound else form.initial
        if not (self.article and said.get("quote")):
            return None
        return evidence.foresee(
            claim=self.claim,
            article=self.article,
            quote=said["quote"],
            attribution=form.attribution() if form.is_bound else None,
            values=form.link_values() if form.is_bound else None,
        )

    def act(self, form):
        link = evidence.link_words(
            claim=self.claim,
            article=form.cleaned_data["article"],
            quote=form.cleaned_data["quote"],
            near=form.cleaned_data["near"] or 0,
            attribution=form.attribution(),
            by=self.request.user,
            acknowledged="acknowledge" in self.request.POST,
            **form.link_values(),
        )
        say_linked(self.request, link)
        return page_of(link)


def page_of(link):
    """Return the address of `link` on the page of its claim."""
    return f"{link.claim.get_absolute_url()}#link-{link.pk}"


class LinkActView(ActView):
    """An act on one link, on a page that shows it."""

    template_name = "claims/link_act.html"
    heading = lead = submit = ""
    danger = False

    def load(self, pk):
        self.newest = seen_now()
        self.link = get_object_or_404(Link.objects.for_detail().select_related("claim__figures"), pk=pk)
        self.back = page_of(self.link)

    def check(self):
        links.check_change(link=self.link, by=self.request.user)

    def get_context_data(self, **kwargs):
        live = watch(self.link.claim, since=self.newest, doing=Doing.LINKING)
        return super().get_context_data(link=self.link, claim=self.link.claim, live=live, **kwargs)


class LinkWithdrawView(LinkActView):
    form_class = ReasonForm
    heading = "Withdraw the link"
    lead = "It stays on record with your reason and no longer counts."
    submit = "Withdraw"
    danger = True

    def act(self, form):
        link = links.withdraw(link=self.link, reason=form.cleaned_data["reason"], by=self.request.user)
        return self.done("The link was withdrawn.", link.claim.get_absolute_url())


@require_POST
@sent_once
def link_undo(request, pk):
    """Take back a link just made; in the article the words are marked again, so that they can be linked otherwise."""
    link = get_object_or_404(Link.objects.for_detail().select_related("claim"), pk=pk)
    try:
        links.undo(link=link, by=request.user)
    except NotAllowed:
        raise
    except Refused as refused:
        return refusal(request, refused, page_of(link))
    reader = request.POST.get("from", "")
    told = f"The link to {link.claim.label} was undone. It stays on record as withdrawn."
    messages.success(request, told, extra_tags="at-words" if reader else "")
    return redirect(words_of(link, reader) if reader else link.claim.get_absolute_url())


def words_of(link, reader):
    """Return the address of the reader with the words of `link` marked.

    `reader` says what one has open there, as "9:claim-12": the article and, if anything, what stands beside it.
    """
    number, _, beside = reader.partition(":")
    article, page = link.passage.article, whole_number(number)
    is_second = beside == f"article-{article.pk}" and page not in (0, article.pk)
    said = {"beside": beside} if BESIDE_NAME.fullmatch(beside) else {}
    anchor = link.passage.anchors.select_related("version").filter(version=article.newest_version()).first()
    if anchor:
        block = next(span for span in paragraphs(anchor.version.text) if anchor.start < span.end)
        prefix = BESIDE if is_second else ""
        said |= {f"{prefix}words": f"{anchor.start}-{anchor.end}", f"{prefix}at": block.start}
    return reverse("article-detail", args=[page if is_second else article.pk], query=said)


class LinkReviseView(LinkActView):
    template_name = "claims/link_revise.html"
    form_class = LinkReviseForm
    heading = "Revise the link"
    submit = "Save the revision"

    def get_initial(self):
        return LinkForm.initial_of(self.link)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        form = context["form"]
        values = form.link_values() if form.is_bound else form.initial
        return context | {"foreseen": evidence.foresee_revision(link=self.link, values=values)}

    def act(self, form):
        link = links.revise(
            link=self.link,
            why=form.cleaned_data["why"],
            by=self.request.user,
            acknowledged="acknowledge" in self.request.POST,
            **form.link_values(),
        )
        return self.done("The link was revised.", page_of(link))


class LinkReaffirmView(ReaffirmFormMixin, LinkActView):
    template_name = "claims/link_reaffirm.html"
    heading = "Re-affirm the link"
    submit = "Re-affirm"

    def load(self, pk):
        super().load(pk)
        self.look_for_place(self.link)

    def check(self):
        super().check()
        if not links.is_suspended(self.link):
            raise Refused("This link counts already; there is nothing to re-affirm.")

    def get_context_data(self, **kwargs):
        return super().get_context_data(needs_place=self.needs_place, place=self.place, **kwargs)

    def act(self, form):
        return self.done("The link counts again.", page_of(self.reaffirm(self.link, form)))
