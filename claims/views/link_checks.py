"""What the rules of evidence say of a link while somebody is still filling in its form."""

from django.shortcuts import render

from claims.forms.link_acts import find_articles
from claims.forms.links import EvidenceForm
from claims.models import Claim, Link
from claims.services import evidence


def link_check(request):
    """Judge the link that the form holds as far as it is filled in; nothing is written.

    The form sends `link`, the link to revise, or `claim` (a number), `article` and `quote`.
    """
    sent = request.POST if request.method == "POST" else request.GET
    form = EvidenceForm(sent)
    form.is_valid()
    return render(request, "claims/_link_form_judgement.html", {"foreseen": _foresee(sent, form)})


def _foresee(sent, form):
    values = form.link_values()
    if _number(sent, "link"):
        link = Link.objects.for_detail().select_related("claim").filter(pk=_number(sent, "link")).first()
        return link and evidence.foresee_revision(link=link, values=values)
    claim = Claim.objects.filter(number=_number(sent, "claim")).first()
    articles = find_articles(sent.get("article", ""))
    quote = sent.get("quote", "").strip()
    if claim is None or len(articles) != 1 or not quote:
        return None
    return evidence.foresee(
        claim=claim, article=articles[0], quote=quote, attribution=form.attribution(), values=values
    )


def _number(sent, name):
    """Return the number sent as `name`, or None where it is none."""
    typed = sent.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None
