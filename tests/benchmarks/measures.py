"""What is measured: (what, (name of a way, act), (name of another way, act))."""

from django.db.models import F, Max

from claims.models import ArticleVersion, Claim
from claims.reports.facts import figures_for
from claims.reports.search import search_articles

PAGE = 25
COMMON, RARE = ("Muttaqi", "Islamabad"), ("number7",)


def page():
    return Claim.objects.order_by("-number")[:PAGE]


def page_from_kept_figures():
    return [(claim.number, claim.figures.evidence_status, claim.figures.articles) for claim in page().for_list()]


def page_computed():
    found = list(page())
    figures = figures_for(found)
    return [(claim.number, figures[claim.pk].evidence_status, figures[claim.pk].articles) for claim in found]


def all_at_once():
    return figures_for(list(Claim.objects.all()))


def one_by_one():
    return [figures_for([claim]) for claim in Claim.objects.all()]


def indexed(words):
    return lambda: search_articles(" ".join(words))


def scanned(words):
    """Find the same articles by reading every text; unlike the index, this neither ranks nor cuts a snippet."""

    def scan():
        rows = ArticleVersion.objects.annotate(newest=Max("article__versions__number")).filter(number=F("newest"))
        for word in words:
            rows = rows.filter(text__icontains=word)
        return list(rows.values_list("article", flat=True))

    return scan


MEASURES = [
    (f"Figures of a page of {PAGE} claims", ("kept copy", page_from_kept_figures), ("computed", page_computed)),
    ("Figures of all claims", ("all at once", all_at_once), ("one by one", one_by_one)),
    ("Articles with two common words", ("full-text index", indexed(COMMON)), ("icontains", scanned(COMMON))),
    ("Articles with a rare word", ("full-text index", indexed(RARE)), ("icontains", scanned(RARE))),
]
