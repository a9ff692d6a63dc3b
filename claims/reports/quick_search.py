"""What somebody who types a few words may want to open: claims and sets of them, articles, sources, passages.

Reads only. Every kind is one bounded look into an index, or into one column; at 100,000 claims a search stays under
100 ms.
"""

import re
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Q, Value, When

from claims.models import Alias, Article, Claim, ClaimSet, Passage, Source
from claims.reports.quick_matches import passages_holding, statements_holding, texts_holding, titles_holding
from claims.reports.search import snippets_of
from claims.text.evidence.terms import stem
from claims.text.similarity import rank_statements

LONGEST = 200
MOST_WORDS = 8
# So many of a kind are shown, the best of so many that are looked at.
MOST_SHOWN, MOST_READ = 6, 60
# What holds the words somewhere in its text is seldom what is meant where a title holds them.
MOST_TEXTS = 3
WORD = re.compile(r"[^\W_]{1,50}")
NUMBER = re.compile(r"\s*(?P<mark>c\s?-?\s?)?0*(?P<digits>\d{1,9})\s*", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Told:
    """An article with the words in its text: `snippet` is a run of (words, is it a match), () where none is cut."""

    article: Article
    snippet: tuple


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of each kind, best first, at most `MOST_SHOWN` rows each, of `texts` `MOST_TEXTS`."""

    claims: list
    sets: list
    articles: list
    texts: list
    sources: list
    passages: list


def words_of(query):
    """Return the words of `query` that are looked for, in small letters, each once.

    >>> words_of("Muttaqi, MUTTAQI's 12-member_team")
    ['muttaqi', 's', '12', 'member', 'team']
    """
    return list(dict.fromkeys(WORD.findall(query[:LONGEST].casefold())))[:MOST_WORDS]


def quick_search(query):
    """Return what `query` finds: words as they are typed, in any order, the last of them perhaps unfinished.

    A claim is also found by its number ("C-12", "12"), which then stands first; "C-12" finds nothing else.
    """
    number = NUMBER.fullmatch(query)
    words = [] if number and number["mark"] else words_of(query)
    articles = _articles(words)
    return Found(
        claims=_claims(query, words, int(number["digits"]) if number else None),
        sets=_sets(words),
        articles=articles,
        texts=_texts(query, words, articles),
        sources=_sources(words),
        passages=_passages(words),
    )


def claims_numbered(numbers):
    """Return the claims with `numbers`, in this order; those that do not exist are left out."""
    rows = {claim.number: claim for claim in Claim.objects.filter(number__in=numbers).select_related("figures")}
    return [rows[number] for number in numbers if number in rows]


def articles_with(ids):
    """Return the articles with `ids`, in this order; those that do not exist are left out."""
    rows = Article.objects.select_related("outlet").in_bulk(ids)
    return [rows[pk] for pk in ids if pk in rows]


def _claims(query, words, number):
    """The claim of the number, then those of the newest ones whose statement holds the words that hold them best."""
    statements = dict(statements_holding(words, MOST_READ))
    ranked = [key for key, _ in rank_statements(query, list(statements.items()), MOST_SHOWN)]
    numbers = dict.fromkeys([*([number] if number else []), *ranked, *statements])
    return claims_numbered(list(numbers)[: MOST_SHOWN + 1])[:MOST_SHOWN]


def _sets(words):
    """Sets of claims that exclude each other whose name holds every word."""
    if not words:
        return []
    named = Q()
    for word in words:
        named &= Q(name__icontains=word)
    return list(ClaimSet.objects.standing().filter(named).order_by("name", "pk")[:MOST_SHOWN])


def _articles(words):
    """Articles whose title holds the words; some of the words may name the outlet instead."""
    outlet, rest = _outlet_in(words)
    found = titles_holding(words, MOST_READ)
    if outlet and rest:
        found += titles_holding(rest, MOST_READ, outlet=outlet.pk)
    elif outlet:
        found += Article.objects.filter(outlet=outlet).values_list("pk", flat=True)[:MOST_SHOWN]
    return [row for row in articles_with(list(dict.fromkeys(found))) if _holds(row, words)][:MOST_SHOWN]


def _texts(query, words, shown):
    """Articles but those `shown` already whose text holds the words, perhaps far apart."""
    shown = {article.pk for article in shown}
    found = [pk for pk in texts_holding(words, MOST_READ) if pk not in shown][:MOST_TEXTS]
    snippets = snippets_of(query, found)
    return [Told(article, snippets.get(article.pk, ())) for article in articles_with(found)]


def _holds(article, words):
    """Whether each of `words` begins one of the title or the outlet, or is another form of it."""
    known = _Words(f"{article.title or ''} {article.outlet or ''}")
    return all(map(known.has, words))


def _outlet_in(words):
    """Return the outlet whose name begins like most of `words`, and the other words; (None, words) without one."""
    if not words:
        return None, words
    named = Q()
    for word in words:
        named |= Q(name__istartswith=word) | Q(name__icontains=f" {word}")
    outlets = Source.objects.outlets().filter(named).order_by("name")[:MOST_READ]
    left = {outlet: [word for word in words if not _Words(outlet.name).has(word)] for outlet in outlets}
    best = min(left, key=lambda outlet: len(left[outlet]), default=None)
    return best, left.get(best, words)


class _Words:
    """The words of a text, in small letters."""

    def __init__(self, text):
        self.words = set(WORD.findall(text.casefold()))
        self.stems = set(map(stem, self.words))

    def has(self, word):
        """Whether a word of the text begins with `word` or is another form of it."""
        return stem(word) in self.stems or any(one.startswith(word) for one in self.words)


def _sources(words):
    """Sources whose name, or one alias, holds every word; names that begin with the first word stand first."""
    if not words:
        return []
    by_name, by_alias = Q(), Q()
    for word in words:
        by_name &= Q(name__icontains=word)
        by_alias &= Q(surface__icontains=word)
    begins = Case(When(name__istartswith=words[0], then=Value(0)), default=Value(1), output_field=IntegerField())
    named = Source.objects.filter(by_name | Q(pk__in=Alias.objects.filter(by_alias).values("source")))
    return list(named.order_by(begins, "name")[:MOST_SHOWN])


def _passages(words):
    """Passages that stand in sentences with every word; those that hold most of these themselves come first."""
    rows = Passage.objects.select_related("article__outlet").in_bulk(passages_holding(words, MOST_READ))
    held = {row: sum(map(_Words(row.exact).has, words)) for row in rows.values()}
    best = sorted((row for row in held if held[row]), key=lambda row: (-held[row], -row.pk))
    return best[:MOST_SHOWN]
