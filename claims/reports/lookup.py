"""Claims found by what somebody typed, or by what they say."""

import re
from functools import reduce
from operator import and_, or_

from django.db.models import Q

from claims.models import Claim
from claims.text.similarity import rank_statements
from claims.vocabulary import PUT_ASIDE

ALIKE = 65
FEWEST_WORDS = 3
TELLING_WORDS = 3
MOST_READ = 5_000
MOST_WORDS = 20
WORD = re.compile(r"[^\W_]{1,100}")


def find_claims(query, limit=8):
    """Return the claims that `query` finds, best first: a number, or words of the statement, slips forgiven.

    Claims that were rejected or merged are left out: nothing can be linked to them. Every statement is read for slips
    only where there are not claims enough that hold the words as they were typed.
    """
    ranked = rank_statements(query, _holding_all(query), limit)
    if len(ranked) < limit:
        ranked = rank_statements(query, _statements(), limit)
    return _load(ranked)


def similar_claims(statement, limit=3):
    """Return the claims that say nearly what `statement` says, the nearest first; a word or two say nothing yet."""
    words = WORD.findall(statement)
    if len(words) < FEWEST_WORDS:
        return []
    ranked = rank_statements(statement, _holding_any(_longest(words)), limit)
    return _load((number, score) for number, score in ranked if score >= ALIKE)


def _statements(condition=None):
    """Return (number, statement) of the claims that something can be linked to, those of `condition` alone."""
    claims = Claim.objects.exclude(state__in=PUT_ASIDE).filter(condition or Q())
    return claims.order_by("number").values_list("number", "statement")


def _holding_all(query):
    """Return (number, statement) of the first claims that hold every word of `query`; none where one is a number."""
    words = WORD.findall(query)[:MOST_WORDS]
    if not words or any(map(str.isdigit, query)):
        return []
    return _statements(reduce(and_, map(_holds, words)))[:MOST_READ]


def _holding_any(words):
    return _statements(reduce(or_, map(_holds, words)))


def _longest(words):
    """Return those of `words` of which nearly the same statement has at least one."""
    return sorted(set(words), key=len, reverse=True)[:TELLING_WORDS]


def _holds(word):
    return Q(statement__icontains=word)


def _load(ranked):
    numbers = [number for number, _ in ranked]
    rows = {claim.number: claim for claim in Claim.objects.filter(number__in=numbers).select_related("figures")}
    return [rows[number] for number in numbers if number in rows]
