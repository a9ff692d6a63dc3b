"""Claims found by what somebody typed."""

import re
from functools import reduce
from operator import and_

from django.db.models import Q

from claims.models import Claim
from claims.reports.claim_index import DECIDED, LIVE, claims_sharing_words, words_of_claims
from claims.text.similarity import near_words, rank_statements
from claims.vocabulary import PUT_ASIDE

MOST_READ = 5_000
MOST_SHARING = 200
# Of what may be mistyped: words that are looked at, words that each may mean, and claims that hold one of those.
MOST_MISTYPED, MOST_MEANT, MOST_MEANING = 6, 20, 1_000
MOST_WORDS = 20
WORD = re.compile(r"[^\W_]{1,100}")


def find_claims(query, limit=8):
    """Return the claims that `query` finds, best first: a number, or words of the statement, slips forgiven.

    Claims that were rejected or merged are left out: nothing can be linked to them. Where there are not claims enough
    that hold the words as they were typed, those that share the rarest are read for slips, then those of words that
    may be meant, and of a few thousand claims all.
    """
    found, ranked = {}, []
    for statements in (_holding_all, _sharing_words, _sharing_meant_words, _every):
        found |= dict(statements(query))
        ranked = rank_statements(query, list(found.items()), limit)
        if len(ranked) >= limit:
            break
    return _load(ranked)


def _statements(condition=None):
    """Return (number, statement) of the claims that something can be linked to, those of `condition` alone."""
    claims = Claim.objects.exclude(state__in=PUT_ASIDE).filter(condition or Q())
    return claims.order_by("number").values_list("number", "statement")


def _holding_all(query):
    """Return (number, statement) of the first claims that hold every word of `query`; none where one is a number."""
    words = WORD.findall(query)[:MOST_WORDS]
    if not words or _may_be_a_number(query):
        return []
    return _statements(reduce(and_, map(_holds, words)))[:MOST_READ]


def _sharing_words(query):
    """Return (number, statement) of the claims that share the rarest words with `query`; none as above."""
    return [] if _may_be_a_number(query) else _sharing(query, MOST_SHARING)


def _sharing_meant_words(query):
    """Return (number, statement) of the claims that share the rarest words that may be meant; none as above."""
    words = WORD.findall(query)[:MOST_MISTYPED]
    if not words or _may_be_a_number(query):
        return []
    known = words_of_claims()
    meant = [word for typed in words for word in near_words(typed, known, MOST_MEANT)]
    return _sharing(" ".join(meant), MOST_MEANING)


def _sharing(words, most):
    [found] = claims_sharing_words([words], most=most, groups=(LIVE, DECIDED))
    return _statements(Q(pk__in=[key for key, _ in found])) if found else []


def _may_be_a_number(query):
    return any(map(str.isdigit, query))


def _every(query):
    """Return (number, statement) of all claims: for a number, or where they are few enough to be read one by one."""
    if _may_be_a_number(query):
        return _statements()
    few = list(_statements()[: MOST_READ + 1])
    return few if len(few) <= MOST_READ else []


def _holds(word):
    return Q(statement__icontains=word)


def _load(ranked):
    numbers = [number for number, _ in ranked]
    rows = {claim.number: claim for claim in Claim.objects.filter(number__in=numbers).select_related("figures")}
    return [rows[number] for number in numbers if number in rows]
