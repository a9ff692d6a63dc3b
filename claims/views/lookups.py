"""Claims, and articles, found as somebody types."""

from django.shortcuts import get_object_or_404, render

from claims.models import Article
from claims.reports.lookup import find_claims
from claims.views.marked_evidence import offers_for
from claims.views.marking import whole_number


def claim_lookup(request):
    """Find claims as somebody types; for marked words of an `article` also before anything is typed."""
    query, key = request.GET.get("q", ""), whole_number(request.GET.get("article", ""))
    context = {"query": query}
    if key and not query.strip():
        article = get_object_or_404(Article, pk=key)
        quote, near = request.GET.get("quote", ""), whole_number(request.GET.get("near", ""))
        context["offered"] = offers_for("", article, quote[:4000], near, request.user)
    else:
        context["claims"] = find_claims(query) if query.strip() else []
    return render(request, "claims/_claim_matches.html", context)
