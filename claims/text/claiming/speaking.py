"""Sentences that tell that somebody spoke, where the words that were said stand elsewhere."""

import re

_NAME = r"[A-Z][\w.’'-]{1,20}(?:\s[A-Z][\w.’'-]{1,20}){0,3}"
_HEARERS = (
    rf"(?:reporters|journalists|supporters|viewers|voters|him|her|them|us|me|(?:the\s)?(?:crowd|audience|{_NAME}))"
)
_SAYS = (
    rf"(?:(?:said|says|added|adds|continued|tweeted|explained|replied)|(?:told|tells)\s{_HEARERS}"
    r"|(?:wrote|writes)(?=\s(?:on|in)\s))"
)
_OPENS_TAIL = "on|in|at|during|to|after|before|via|of|about|from|as|when|while|by|this|last|earlier|later"
_SPOKE = re.compile(
    rf"[^,;:“”\"]{{2,80}}?(?:,[^,;:“”\"]{{2,80}},)?\s{_SAYS}(?P<tail>(?:\s(?:{_OPENS_TAIL})\s[^“”\"]{{2,160}})?)\Z"
)
# "The talks will be continued", "as he said": no report of what was said.
_OTHERWISE = re.compile(
    r"\b(?:be|been|was|were|is|are|had|what|who|which|first)\s(?:[a-z]+ly\s)?[a-z]+\Z|\bwhat\s[^,]{1,40}\Z"
)
_WHEN = re.compile(r",\s(?:when|as|after|before|while)\s")
_SAYS_WHAT = re.compile(
    r"\b(?:that|he|she|they|it|we|there|to\s(?!(?:the|an?|his|her|their|[A-Z])\b)[a-z]{2,20}|would|will)\b"
)


def only_speaks(words: str) -> bool:
    """Whether `words` tell that, to whom or when somebody spoke, and nothing of what.

    >>> only_speaks("Ann Lee told reporters on Monday"), only_speaks("Ann Lee said on Monday she would go")
    (True, False)
    """
    found = _SPOKE.match(words)
    if not found or _SAYS_WHAT.search(_WHEN.split(found["tail"], maxsplit=1)[0]):
        return False
    return _OTHERWISE.search(words[: found.start("tail")]) is None
