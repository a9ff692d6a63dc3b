"""Articles that carry one text: near-duplicates and syndicated reports, shown as a family. Reads only.

It says what is shared, and on which day each was published. Who copied whom it does not know, and the independence
of no link depends on it.
"""

from dataclasses import dataclass
from datetime import date

from claims.models import Article, ArticleCopy

ITSELF, COPY, PART = "itself", "copy", "part"
MOST_KIN = 50
# So much of a text is all of it, but for a correction; and so little leaves it another text.
WHOLE, ANOTHER = 0.9, 0.75


@dataclass(frozen=True, slots=True)
class Kin:
    """An article of a family, and in words what it shares with the article asked about.

    `kind` is itself, copy (the same report) or part (one carries words of the other); `agency` is what both credit.
    """

    article: Article
    shared: str
    kind: str
    agency: str = ""

    @property
    def is_itself(self):
        return self.kind == ITSELF


def family_of(article):
    """Return the family of `article`, itself among it, the earliest published first and undated ones last.

    Copies of its copies belong to it, at most 50 articles. An article that only has a part in common is kin of this
    one and not of the others: a round-up of ten reports makes no family of them. Empty when there is no other.
    """
    pairs = {_other(pair, article.pk): pair for pair in ArticleCopy.objects.of([article.pk])}
    copies = _copies_of(article.pk, {pk for pk, pair in pairs.items() if pair.resemblance >= ArticleCopy.ALIKE})
    members = list(dict.fromkeys([*sorted(copies), *sorted(pairs)]))[:MOST_KIN]
    articles = Article.objects.select_related("outlet").in_bulk(members)
    if not articles:
        return []
    family = [_kin(other, pairs.get(pk), pk in copies) for pk, other in articles.items()]
    family.append(Kin(article, "the article itself", ITSELF))
    return sorted(family, key=lambda kin: (kin.article.published_on or date.max, kin.article.pk))


def copies_among(articles):
    """Return {id: family} of those of the ids `articles` that have copies, and of these: one number for each family.

    Of very many copies some are left out.
    """
    families, new = {}, set(articles)
    while new and len(families) <= MOST_KIN * len(articles):
        pairs = list(ArticleCopy.objects.of(new).alike().values_list("first", "second"))
        known = set(families)
        for first, second in pairs:
            _join(families, first, second)
        new = set(families) - known - new
    return families


def _join(families, first, second):
    """Let two articles, and all that are of a family with either, be of one."""
    one, other = families.setdefault(first, first), families.setdefault(second, second)
    if one != other:
        families |= {pk: min(one, other) for pk, family in families.items() if family in (one, other)}


def _copies_of(article, own):
    """Return the ids of the articles that are copies of it: its `own`, and copies of its copies."""
    found, new = {article, *own}, own
    while new and len(found) <= MOST_KIN:
        pairs = ArticleCopy.objects.of(new).alike().values_list("first", "second")
        new = {pk for pair in pairs for pk in pair} - found
        found |= new
    return found - {article}


def _kin(article, pair, is_copy):
    kind = COPY if is_copy else PART
    if pair is None:
        return Kin(article, "a copy of a copy", kind)
    return Kin(article, _in_words(*_shares(pair, article.pk)), kind, pair.agency)


def _in_words(mine, theirs):
    """Say how much is shared, from the part of the other article's words (`theirs`) and of this one's (`mine`)."""
    if mine >= WHOLE and theirs < ANOTHER:
        return "contains it"
    if theirs >= WHOLE and mine < ANOTHER:
        return "is contained in it"
    return f"{theirs:.0%} of its words".replace("%", " %")


def _shares(pair, other):
    """Return how much of the article asked about stands in `other`, and how much of `other` in it."""
    shares = pair.first_share, pair.second_share
    return shares if pair.second_id == other else shares[::-1]


def _other(pair, article):
    return pair.second_id if pair.first_id == article else pair.first_id
