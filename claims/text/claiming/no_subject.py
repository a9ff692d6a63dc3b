"""Statements that begin with their verb, so that nothing says whom or what they are about."""

import re

from claims.text.attribution.words import SUBORDINATORS
from claims.text.claiming.main_verbs import (
    has_main_verb,
    has_sure_verb,
    is_base_form,
    is_past_form,
    is_third_person,
)
from claims.text.claiming.opening_marks import MARKS

# "Is working with them": not "Will Smith", "May 3", "Had he gone, …".
_VERB_FIRST = re.compile(
    rf"{MARKS}(?:(?:Is|Are|Was|Has|Does|Did|Could|Would|Says|Goes|Makes|Gets|Takes|Seems|Appears|Remains|Keeps|Wants"
    r"|Believes)\s(?=[^\s–—-])|(?:Can|Must|Might|May|Have|Should)\s(?:not|never|be|have|been|only|also|the|no|an?|to)\b"
    r"|(?:Were|Had)\s(?:not|never|been|no|an?|to|also|[a-z]{3,20}ed)\b)"
)
# "Will soon end it": not "Will called", "Will wrote", "Will and his men".
_WILL_FIRST = re.compile(rf"{MARKS}Will\s(?P<verb>(?!(?:and|of|in|on|at|said)\b)[a-z]{{2,20}})(?<!ed)(?<!s)\b")
# "Lacks the money", "Ran a firm", "Openly lie that it is so": not "Sometimes the money lacks".
_FORM_FIRST = re.compile(
    rf"{MARKS}(?P<adverb>[A-Z][a-z]{{2,14}}ly\s)?(?P<verb>(?i:[a-z]{{3,18}}))\s"
    r"(?:even\s)?(?:the|an?|his|her|its|their|him|them|it|(?P<clause>that|to))\b"
)
_CONDITION = re.compile(r"(?:Were|Had|Should)\s[^,]{3,120},\s")
# "“defend the law” before going on": what somebody would do, in quotation marks.
_QUOTED_VERB = re.compile(
    r"[“\"‘'](?P<verb>[a-z]{3,15})\s(?:the|an?|his|her|its|their|our|my|to|in|on|for|with|it|them|him|up|out|more)\b"
)
# "Courted by most of them", "Repeatedly pledged to go": not "Registered voters", "Recently released figures".
_PARTICIPLE_FIRST = re.compile(
    rf"{MARKS}(?:[A-Z][a-z]{{2,14}}ly\s)?(?i:[a-z]{{2,18}}ed|given|seen|taken|known|written|shown|led|built|born|driven"
    r"|held|caught|said|wrote|told|went|came|took|got|gave|began|became)\s(?:to|that|by|in|on|at|from|for|with|as|into"
    r"|against|about|whether|if|up|out|off|the|an?|his|her|its|their|him|them|through|over|under|of|after|large|between"
    r"|around)\b"
)
_NO_PARTICIPLE = re.compile(rf"{MARKS}(?:Ted|Fred|Ed|Red|Need|Given|Speed|Seed|Indeed|Alfred|Mohammed|Ahmed|Reed)\b")
_GERUND_FIRST = re.compile(
    rf"{MARKS}(?!(?:King|Nothing|Something|Anything|Everything|During|Spring|Beijing)\b)[A-Z][a-z]{{1,18}}ing\s"
)
_INFINITIVE_FIRST = re.compile(rf"{MARKS}(?:Not\s)?To\s(?:[a-z]{{3,12}}ly\s)?[a-z]{{2,20}}\s")
_JOINS = re.compile(r"\A(?:and|but|or|so|yet)\s")
_CLAUSE_BORDER = re.compile(r",\s|\s[—–-]{1,2}\s|:\s|[”\"]\s")


def lacks_subject(words: str) -> bool:
    """Whether `words` begin with their verb, or with a participle that nothing explains.

    >>> lacks_subject("Asked about the dam"), lacks_subject("Asked about the dam, Ann Lee said no")
    (True, False)
    """
    if _CONDITION.match(words):
        return False
    quoted = _QUOTED_VERB.match(words)
    if _VERB_FIRST.match(words) or (quoted and is_base_form(quoted["verb"])):
        return True
    if _begins_with_verb(words):
        return not has_clause_later(words)
    if _PARTICIPLE_FIRST.match(words) and not _NO_PARTICIPLE.match(words):
        return not has_clause_later(words)
    if _INFINITIVE_FIRST.match(words):
        return not has_clause_later(words) and not has_sure_verb(words)
    return _GERUND_FIRST.match(words) is not None and not has_main_verb(words)


def _begins_with_verb(words: str) -> bool:
    will = _WILL_FIRST.match(words)
    if will and not is_past_form(will["verb"]):
        return True
    found = _FORM_FIRST.match(words)
    if not found or (found["clause"] and not found["adverb"]):
        return False
    verb = found["verb"].lower()
    return is_past_form(verb) or is_third_person(verb) or bool(found["adverb"] and is_base_form(verb))


def has_clause_later(words: str) -> bool:
    """Whether a clause with its own verb may begin after a comma or dash: "Asked about it, he said no".

    >>> has_clause_later("Asked about it, he said no"), has_clause_later("Asked about it, and about Ann Lee")
    (True, False)
    """
    return any(has_main_verb(part) and _may_have_subject(part) for part in _CLAUSE_BORDER.split(words)[1:])


def _may_have_subject(part: str) -> bool:
    """Not "made millions", "and hoped to win", "which it was"."""
    first = _JOINS.sub("", part).partition(" ")[0].lower()
    return not (first in SUBORDINATORS or first.endswith(("ed", "ing")) or is_past_form(first))
