"""What the panel beside the text holds, by the name that an address gives it: `?panel=claim-12`."""

import re
from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.vary import vary_on_headers
from django.views.generic import View

from claims.forms.suggestions import ClaimAcceptForm
from claims.models import Article, Claim
from claims.reports.claim_brief import claim_brief
from claims.reports.comments import comment_counts
from claims.reports.date_chain import newest_dates
from claims.reports.offers import suggested_at
from claims.reports.reading import cards_of
from claims.services import roles
from claims.text.marks import paragraphs
from claims.text.spans import Span
from claims.views.marking import PREFILLED
from claims.views.sides import BESIDE
from claims.views.words import words_of
from claims.vocabulary import Stance

NAME = re.compile(
    r"claim-(?P<number>\d{1,9})"
    r"|marks-(?P<block>\d{1,9})-(?P<stance>[a-z]{1,10})"
    r"|suggested-(?P<start>\d{1,9})-(?P<end>\d{1,9})"
    r"|new-(?P<form>claim|evidence)"
)


def panel_of(version, cards, name, request, prefix=""):
    """Return the context of the panel `name` for the article of `version` and its `cards`; None for an unknown name.

    `template` is the partial that shows it. A name of what is not there, such as a claim that does not exist, is None
    too: an old address still opens the article.
    """
    asked = NAME.fullmatch(name)
    if not asked:
        return None
    if asked["number"]:
        found = _claim_panel(version, cards, int(asked["number"]))
    elif asked["stance"]:
        found = _marks_panel(version, cards, int(asked["block"]), asked["stance"])
    elif asked["form"]:
        found = _form_panel(version, asked["form"], request.GET, prefix)
    else:
        found = suggested_panel(version, int(asked["start"]), int(asked["end"]), request.user)
    return found and found | {"name": f"{prefix}{name}", "prefix": prefix, "article": version.article}


def _claim_panel(version, cards, number):
    claim = Claim.objects.for_list().select_related("merged_into").filter(number=number).first()
    if claim is None:
        return None
    counting = claim.merged_into or claim
    own = [card for card in cards if card.claim_pk == counting.pk]
    spans = [card.span for card in own if card.span]
    others = [card for card in cards if card not in own and card.span and any(map(card.span.overlaps, spans))]
    return _with_comments("claims/_panel_claim.html", own) | {
        "claim": claim,
        "brief": claim_brief(counting),
        "newest_date": newest_dates([counting.pk]).get(counting.pk),
        "also": list({card.claim_pk: card for card in others}.values()),
    }


def _marks_panel(version, cards, start, stance):
    block = next((span for span in paragraphs(version.text) if span.start <= start < span.end), None)
    if block is None or stance not in Stance.values:
        return None
    over = [card for card in cards if card.link.stance == stance and card.span and card.span.overlaps(block)]
    shown = sorted(over, key=lambda card: (card.span, card.link.pk))
    return _with_comments("claims/_panel_marks.html", shown) | {"stance": Stance(stance)}


def _with_comments(template, cards):
    counts = comment_counts([card.link.passage_id for card in cards])
    return {"template": template, "cards": cards, "comment_counts": counts}


def _form_panel(version, form, said, prefix):
    """The way to a form about the words that the address names: the browser takes it, or the person does."""
    words = words_of(said.get(f"{prefix}words", ""), version)
    if words is None:
        return None
    query = {"quote": words.quote} | ({"near": words.span.start} if words.span else {})
    if said.get("claim"):
        query["claim"] = said["claim"]
    address = reverse(f"article-{form}", args=[version.article_id], query=query)
    return {"template": "claims/_panel_form.html", "form_address": address, "form_kind": form}


def suggested_panel(version, start, end, by):
    """What is suggested for the words from `start` to `end`, to read; None where the text has no such words."""
    if not start < end <= len(version.text):
        return None
    span = Span(start, end)
    return {
        "template": "claims/_article_suggestions.html",
        "article": version.article,
        "quote": span.of(version.text),
        "cards": [_offer_card(offer, by) for offer in suggested_at(version, span)],
        "refusal": roles.refusal(roles.must_annotate, by),
    }


def _offer_card(offer, by):
    initial = {} if offer.link else ClaimAcceptForm.initial_of(offer.suggestion, by)
    named = ("quote", "near", "statement", *PREFILLED)
    said = {name: initial[name] for name in named if initial.get(name) not in (None, "")}
    return {"offer": offer, "form_query": urlencode(said)}


@method_decorator(vary_on_headers("HX-Request"), name="dispatch")
class ArticlePanelView(View):
    """A panel for a version (`?version=`, or the newest), put beside the text; without htmx, the reader with it."""

    def get(self, request, pk, name):
        article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
        side = BESIDE if request.GET.get("side") == BESIDE else ""
        if not request.htmx:
            return redirect(reverse("article-detail", args=[pk], query={"panel": name} | _kept(request.GET, side)))
        version = _version_of(article, request.GET.get("version", ""))
        panel = panel_of(version, cards_of(version), name, request, side)
        if panel is None:
            raise Http404("There is nothing of this name to show beside the article.")
        role_refusal = roles.refusal(roles.must_annotate, request.user)
        return render(request, panel["template"], panel | {"role_refusal": role_refusal})


def _kept(said, side):
    """Return what the reader of this article alone needs of an address in which it may be the second."""
    names = {"version": "version", f"{side}words": "words", "claim": "claim"}
    return {name: said[each] for each, name in names.items() if each in said}


def _version_of(article, number):
    """Return the version of that number, or the newest where there is none."""
    asked = number.isdecimal() and len(number) < 10 and article.versions.filter(number=int(number)).first()
    version = asked or article.newest_version()
    version.article = article
    return version


@method_decorator(vary_on_headers("HX-Request"), name="dispatch")
class ArticleSuggestionsView(View):
    """What is suggested for some words of the newest version, to read; it is judged in the queue."""

    def get(self, request, pk, start, end):
        article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
        panel = suggested_panel(article.newest_version(), start, end, request.user)
        if panel is None:
            raise Http404("The article has no such words.")
        return render(request, panel["template"] if request.htmx else "claims/article_suggestions.html", panel)
