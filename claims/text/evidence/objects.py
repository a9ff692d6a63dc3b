"""What is done to what: the telling words right behind a verb, up to a word that leads elsewhere."""

import re

from claims.text.evidence.terms import terms

_LEADS_ELSEWHERE = re.compile(
    r"\b(?:to|of|on|in|at|from|with|for|by|that|because|as|after|before|when)\b|[,.;:]", re.IGNORECASE
)
# Days and small words, which are no object.
_WHEN = re.compile(r"\b(?:yesterday|today|tomorrow|last|this|next|\w{3,6}day|again|ever|either|yet)\b", re.IGNORECASE)


def done_to(following: str) -> tuple[str, ...]:
    """Return the stems of what stands behind a verb as its object, none where there is no object.

    >>> done_to("the pension law in Sofia"), done_to("on Tuesday"), done_to("last Tuesday.")
    (('pension', 'law'), (), ())
    """
    return terms(_WHEN.sub(" ", _LEADS_ELSEWHERE.split(following, maxsplit=1)[0]))
