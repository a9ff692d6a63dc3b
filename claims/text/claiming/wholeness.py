"""Whether a statement is a whole sentence, true or false by itself; and what it is short of, in words."""

import re

from claims.text.claiming.asking import asks_for_something
from claims.text.claiming.main_verbs import has_main_verb
from claims.text.claiming.no_subject import has_clause_later, lacks_subject
from claims.text.claiming.opening_marks import MARKS
from claims.text.claiming.speaking import only_speaks

_RELATIVE_FIRST = re.compile(rf"{MARKS}(?:Which|Whose|Whom|Including|Such\sas|Than|As\swell\sas|Not\sto\smention)\s")
_CLAUSE_FIRST = re.compile(rf"{MARKS}(?:Because|Although|Whereas|Unless|Lest)\s(?!of\b)[^,;:—–]*\Z")
# "Because they are old does not mean that they are weak".
_BY_ITSELF = re.compile(r"\b(?:does|do|did)(?:\snot|n[’']t)\s(?:mean|make)\b")
_INVERTED = re.compile(
    r"Nor\s(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|should)\b"
)
_OPEN_END = re.compile(
    r"(?:\b(?:the|an|and|or|than|because|although|whose|nor|its|their|my|your|every)"
    r"|[—–-]\s?(?:from|to|with|by|at|for|in|on|of))[\s,.:;—–-]{0,3}\Z"
)


def why_no_sentence(statement: str) -> str:
    """Return what keeps `statement` from being a whole sentence, "" where nothing is seen to.

    Only what is plain: a sentence that is taken for none would be ranked below what is none.

    >>> why_no_sentence("Repeatedly pledged to close the port"), why_no_sentence("The port is closed")
    ('no subject says whom or what it is about', '')
    >>> why_no_sentence("A tinge of regret about the port"), why_no_sentence("The mayor told reporters on Monday")
    ('no verb says what happens', 'it tells that somebody spoke, not what was said')
    """
    if asks_for_something(statement):
        return "it asks somebody to do something"
    if lacks_subject(statement):
        return "no subject says whom or what it is about"
    if _hangs(statement):
        return "it hangs on a sentence that is not there"
    if _OPEN_END.search(statement):
        return "its end is cut off"
    if only_speaks(statement):
        return "it tells that somebody spoke, not what was said"
    return "" if has_main_verb(statement) else "no verb says what happens"


def _hangs(statement: str) -> bool:
    if _INVERTED.match(statement):
        return True
    if _RELATIVE_FIRST.match(statement):
        return not has_clause_later(statement)
    return _CLAUSE_FIRST.match(statement) is not None and not _BY_ITSELF.search(statement)
