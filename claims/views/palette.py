"""Quick search: what somebody types leads to claims, sets of them, articles, sources, passages and pages."""

import re
from dataclasses import dataclass

from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.vary import vary_on_headers
from django.views.generic import TemplateView

from claims.models import Article
from claims.reports.quick_search import LONGEST, articles_with, claims_numbered, quick_search, words_of
from claims.views.palette_pages import pages_for
from claims.vocabulary import SourceKind

MOST_RECENT = 8
LONGEST_KEY = 10
RECENT = re.compile(r"(claim|article)-(\d{1,9})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Option:
    """Something to open: its address, what it is, and a word to tell its kind among others."""

    url: str
    what: object
    kind: str


@dataclass(frozen=True, slots=True)
class Group:
    """Options of one kind under one title."""

    title: str
    kind: str
    options: list


@method_decorator(vary_on_headers("HX-Request"), name="dispatch")
class SearchView(TemplateView):
    """What the words `q` find; without words the pages, after what `recent` names ("claim-12.article-8").

    `reading` is the article that is read meanwhile.
    """

    def get_template_names(self):
        return ["claims/_palette_options.html" if self.request.htmx else "claims/search.html"]

    def get_context_data(self):
        query = self.request.GET.get("q", "").replace("\0", "")[:LONGEST].strip()
        groups = _found(query, self.request.user) if query else self._unasked()
        groups = [group for group in groups if group.options]
        count = sum(len(group.options) for group in groups)
        elsewhere = _elsewhere(query) if query else None
        return {"query": query, "groups": groups, "count": count, "elsewhere": elsewhere, "reading": self.reading()}

    def reading(self):
        """The article that one came from, beside which what is found can be opened; None where there is none."""
        pk = self.request.GET.get("reading", "")
        is_number = pk.isascii() and pk.isdecimal() and len(pk) < LONGEST_KEY
        return Article.objects.filter(pk=int(pk)).first() if is_number else None

    def _unasked(self):
        recent = _recent(self.request.GET.get("recent", ""))
        return [Group("Opened lately", "recent", recent), _pages(self.request.user)]


def _found(query, person):
    found = quick_search(query)
    return [
        _pages(person, words_of(query)),
        Group("Claims", "claim", [_claim(row) for row in found.claims]),
        Group("Alternatives", "set", [Option(row.get_absolute_url(), row, "set") for row in found.sets]),
        Group("Articles", "article", [_article(row) for row in found.articles]),
        Group(
            "Words in articles", "text", [Option(row.article.get_absolute_url(), row, "text") for row in found.texts]
        ),
        Group("Sources", "source", [Option(_url_of_source(row), row, "source") for row in found.sources]),
        Group("Passages", "passage", [Option(row.get_absolute_url(), row, "passage") for row in found.passages]),
    ]


def _pages(person, words=()):
    pages = [page for page in pages_for(person) if page.answers(words)]
    return Group("Pages", "page", [Option(page.url, page, "page") for page in pages])


def _claim(row):
    return Option(row.get_absolute_url(), row, "claim")


def _article(row):
    return Option(row.get_absolute_url(), row, "article")


def _url_of_source(source):
    """The articles of an outlet; those that name any other source."""
    publishes = source.kind in (SourceKind.OUTLET, SourceKind.AGENCY)
    return reverse("article-list", query={"outlet": source.pk} if publishes else {"q": source.name})


def _recent(named):
    """Return options for the claims and articles that a browser remembers, in its order, one each."""
    keys = list(dict.fromkeys((kind, int(digits)) for kind, digits in RECENT.findall(named)))[:MOST_RECENT]
    claims = claims_numbered([number for kind, number in keys if kind == "claim"])
    articles = articles_with([pk for kind, pk in keys if kind == "article"])
    known = {("claim", row.number): _claim(row) for row in claims}
    known |= {("article", row.pk): _article(row) for row in articles}
    return [known[key] for key in keys if key in known]


def _elsewhere(query):
    """The whole lists, searched for `query`: what a quick search leaves out is there."""
    lists = [("claims", "claim-list"), ("articles", "article-list")]
    options = [Option(reverse(name, query={"q": query}), what, "list") for what, name in lists]
    return Group("Search on", "list", options)
