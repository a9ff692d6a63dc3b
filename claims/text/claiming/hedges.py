"""Words that say how sure or how planned something is, and what a claim says in their place."""

import re
from typing import Literal

from claims.text.claiming.clauses import hangs
from claims.text.claiming.polled import tells_of_a_poll
from claims.text.time.direction import direction_at, has_verb

Manner = Literal["told", "reported", "quoted", "polled"]

_BE = r"(?:\s(?:is|are|am|was|were)|[’'](?:s|re|m))"
_ADVERB = r"(?:\s(?:also|now|then|still|soon|widely|reportedly|first|already|currently|initially|tentatively))?"
# A verb follows: "is due to leave", not "is due to the weather".
_VERB = (
    r"(?=\s(?:not\s)?(?!(?:the|an?|this|that|these|its|his|her|their|some|any|all|no|many|bad|poor)\b)(?-i:[a-z]))"
)
_EXPECTED = (
    "likely|expected|scheduled|due|set|slated|planned|poised|going|about|anticipated|projected|forecast|bound"
    "|certain|sure|planning|hoping|preparing|intending|aiming|meant"
)
_TOLD = "(?:said|reported|believed|thought|understood|rumou?red|alleged|claimed)"
_PLANS = "plans?|intends?|hopes?|aims?|expects?|vows?|pledges?|promises?"
_PLANNED = "planned|intended|hoped|expected|vowed|pledged|promised|agreed|decided"
# "The goal is to win" says what the goal is; that it will win says something else.
_AIM = re.compile(
    r"\b(?:aims?|goals?|plans?|idea|hopes?|job|task|ways?|options?|purpose|point|objective|mission|intention|strategy|role"
    r"|question|key|challenge|priority|thing|policy|dream|duty|decision|answer|solution|ambition|approach|need|step"
    r"|response|message|temptation|tendency|alternative|choice|focus|concern|part|effort|attempt|instinct|tactic|intent|chance|opportunity)\b"
    r"(?:\s(?:of|to|for|in|about|behind|with|on|that|here|now|then|today|tonight|this|last|next)\b[^,;]{0,80}|,[^;]{1,100},)?\Z",
    re.IGNORECASE,
)
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"


def _rule(pattern: str, instead: str) -> tuple[re.Pattern[str], str]:
    return re.compile(pattern, re.IGNORECASE), instead


_TO_WILL = (
    _rule(rf"{_BE}(?:{_ADVERB}\snot|n[’']t){_ADVERB}\s(?:{_EXPECTED})\sto{_VERB}", " will not"),
    _rule(rf"{_BE}{_ADVERB}\sunlikely\sto{_VERB}", " will not"),
    _rule(rf"{_BE}{_ADVERB}(?:\s(?:very|most|more))?\s(?:{_EXPECTED})\sto{_VERB}", " will"),
    _rule(rf"\s(?:do|does)(?:n[’']t|\snot)\s(?:plan|intend|expect)\sto{_VERB}", " will not"),
    _rule(rf"(?:\s(?:also|now|still))?\s(?:has|have)\splans\sto{_VERB}", " will"),
    _rule(rf"{_BE}{_ADVERB}\s(?:scheduled|planned|set|slated|due)\sfor(?=\s{_WEEKDAY})", " will take place on"),
    _rule(rf"{_BE}{_ADVERB}\s(?:expected|anticipated|due)(?=\s(?:within|by|in|on|next|later|soon)\b)", " will come"),
    _rule(r"\bwill\s(?:also|likely|probably|possibly|perhaps|soon)(?=\s)", "will"),
)
# Verbs where they follow a subject; "plans to build it were dropped" are a thing.
_PLAN = re.compile(rf"(?:\s(?:also|now|still))?\s(?:{_PLANS})\sto{_VERB}")
_PLAN_TOLD = re.compile(rf"(?:\s(?:also|now|still))?\s(?:{_PLANS}|{_PLANNED})\sto{_VERB}")
_NO_SUBJECT = re.compile(
    r"(?:[’']s|\b(?:the|an?|no|any|its|his|her|their|our|of|for|with|by|some|these|those|had|has|have))\Z",
    re.IGNORECASE,
)
_CLEAR_SUBJECT = re.compile(r"(?:\b(?:I|he|she|it|they|we|who|which|and)|\b[A-Z][\w’'.-]{0,30}|,)\Z")
# "Will fly to Qatar and to hold talks": the second verb hangs on the same "will".
_SECOND_VERB = _rule(r"(\bwill\s[a-z][^,;]{2,120}?\s(?:and|or))\sto(?=\s(?!the\b|an?\b)(?-i:[a-z]))", r"\1")
_MODAL = re.compile(
    r"\b(?:would|may|might|could)(?:(?P<not>n[’']t|\snot)\b(?!\shave\b)|\b(?!(?:\snot|n[’']t)?\shave\b))"
    r"(?:\s(?:very\s)?well(?=\s[a-z]))?"
)
_IS_TO = re.compile(rf"{_BE}{_ADVERB}\sto(?!\sblame\b){_VERB}", re.IGNORECASE)
# "It might not be over, but it ends": what is granted, not foretold.
_GRANTED = re.compile(r"(?:\snot)?\s[^.;]{1,80}?\bbut\b|\sor\b|\sseem\b")
_NOBODY = re.compile(r"\b(?:neither|nobody|no|none|nothing|hardly|barely)\b", re.IGNORECASE)
# "Would do well to", "would not comment": a judgement, or what was refused.
_JUDGED = re.compile(
    r"\s(?:do\swell|be\s(?:wise|better|nice|great|good|bad|hard|difficult|easy|possible|impossible|like|an?)\b|say|argue|think"
    r"|love|like|prefer|seem|appear|comment|discuss|elaborate|identify|disclose|specify)\b"
)
# "She thought she would": what was thought then.
_THOUGHT = re.compile(
    r"\b(?:thought|believed|felt|knew|said|told|hoped|feared|wished|assumed|doubted|expected|suspected|worried|predicted"
    r"|insisted|argued|warned|promised)\b"
)
_WITH = re.compile(r"\bwith\s[^,;]{1,60}\Z", re.IGNORECASE)
# What somebody is said to be is told as it is said, for somebody to check.
_SAID_TO = (
    _rule(rf"(\s(?:is|are|was|were)){_ADVERB}\s{_TOLD}\sto\sbe(?=\s)", r"\1"),
    _rule(rf"\sis{_ADVERB}\s{_TOLD}\sto\shave(?=\s)", " has"),
    _rule(rf"\sare{_ADVERB}\s{_TOLD}\sto\shave(?=\s)", " have"),
    _rule(rf"\s(?:was|were){_ADVERB}\s{_TOLD}\sto\shave(?=\s)", " had"),
    _rule(r"\s(?:appears|seems)\sto\sbe(?=\s(?!to\b))", " is"),
    _rule(r"\s(?:appears|seems)\sto\shave(?=\s)", " has"),
)
_MAYBE = "(?:reportedly|allegedly|apparently|presumably|probably|possibly|perhaps|purportedly|supposedly)"
_UNSURE = re.compile(rf",\s{_MAYBE},(?=\s)|(?:\A|(?<=\s)){_MAYBE},?\s", re.IGNORECASE)
# "It is unlikely that he will go", "there is a chance that he could go".
_OPENING = re.compile(
    r"\A(?:It(?:[’']s|\s(?:is|was|now\slooks|looks|seems|appears))\s(?:(?:very|highly|quite|also|now|widely|most|increasingly)\s){0,2}"
    r"(?P<un>un)?(?:likely|expected|possible|probable|believed|understood|thought)\s(?:that\s)?"
    r"|There(?:[’']s|\sis|\swas)\s(?:[a-z]{1,8}\s){0,2}(?:chance|possibility|risk|likelihood)\s(?:that\s)?"
    r"|Chances\sare\s(?:that\s)?|Hopefully,\s)(?!(?:to|of|for|in|on|by|at|and|but|or)\b)(?=\S+\s\S)",
)
_WILL_FIRST = re.compile(r"\b(?:will|would|could|may|might)\b(?!\snot)")
_CERTAIN_ENOUGH = re.compile(r"\bif\b|\A\W?what\b", re.IGNORECASE)


def without_hedges(words: str, *, foretold: bool, manner: Manner) -> str:
    """Return `words` as a plain statement: "is expected to visit" becomes "will visit".

    `foretold`: they speak of what is to come. `manner`: what somebody said is "reported", so that "planned to" is
    "plans to" and "would" is "will", or "quoted", so that "would" hangs on a condition; "polled": on what was asked.

    >>> without_hedges("He was not expected to go", foretold=True, manner="reported")
    'He will not go'
    >>> without_hedges("It reportedly helped to broker talks", foretold=False, manner="told")
    'It helped to broker talks'
    """
    plain = _without_opening(_UNSURE.sub("", words))
    for pattern, instead in _SAID_TO:
        plain = pattern.sub(instead, plain, count=1)
    if not foretold or _CERTAIN_ENOUGH.search(plain):
        return plain
    plain = _without_modal(plain, manner=manner)
    for pattern, instead in _TO_WILL:
        plain = pattern.sub(instead, plain)
    plain = _without_is_to(plain)
    plain = _without_plan(plain, _PLAN if manner == "told" else _PLAN_TOLD)
    return _SECOND_VERB[0].sub(_SECOND_VERB[1], plain) if plain != words else plain


def is_unlikely(words: str) -> bool:
    """Whether `words` begin by calling what follows unlikely.

    >>> is_unlikely("It’s unlikely he will go"), is_unlikely("It is likely that he will go")
    (True, False)
    """
    found = _OPENING.match(words)
    return bool(found and found["un"] and _WILL_FIRST.search(words, found.end()))


def _without_opening(words: str) -> str:
    found = _OPENING.match(words)
    if not found or (found["un"] and not is_unlikely(words)):
        return words
    rest = words[found.end() :]
    return _WILL_FIRST.sub("will not", rest, count=1) if found["un"] else rest


def _without_modal(words: str, *, manner: Manner) -> str:
    """The first "would" or "may" as "will", where it is of the main clause and not of a story told of the past."""
    found = _MODAL.search(words)
    if not found or manner == "polled" or hangs(words, found.start()) or _is_granted(words, found):
        return words
    if manner == "reported" and _THOUGHT.search(words, 0, found.start()):
        return words
    if found[0].startswith("would") and (manner == "quoted" or tells_of_a_poll(words)):
        return words
    if (
        manner == "told"
        and direction_at(words, found.start(), found.start()) == "past"
        and has_verb(words[: found.start()])
    ):
        return words
    return f"{words[: found.start()]}{'will not' if found['not'] else 'will'}{words[found.end() :]}"


def _is_granted(words: str, found: re.Match[str]) -> bool:
    """Whether nothing is foretold, but granted, judged or refused."""
    after = words[found.end() :]
    # "Neither could be found", "they could not say": nobody was able to.
    unable = found[0].startswith("c") and (found["not"] or _NOBODY.search(words, 0, found.start()))
    granted = found[0].startswith("m") and _GRANTED.match(after)
    return bool(unable or granted or _JUDGED.match(after))


def _without_is_to(words: str) -> str:
    """ "They are to meet" as "they will"; that the goal is to win says what the goal is, and not that it will win."""
    found = _IS_TO.search(words)
    if not found or _AIM.search(words[: found.start()]) or words[: found.start()] in ("That", "This"):
        return words
    return f"{words[: found.start()]} will{words[found.end() :]}"


def _without_plan(words: str, pattern: re.Pattern[str]) -> str:
    found = pattern.search(words)
    if not found or _NO_SUBJECT.search(words[: found.start()]) or _WITH.search(words[: found.start()]):
        return words
    before, after = words[: found.start()], words[found.end() :]
    if not _CLEAR_SUBJECT.search(before) and (has_verb(before) or has_verb(after)):
        return words
    return f"{before} will{after}"


def sounds_unsure(words: str) -> bool:
    """Whether an adverb says that what is told is not certain.

    >>> sounds_unsure("Pakistan reportedly helped"), sounds_unsure("Pakistan helped")
    (True, False)
    """
    return _UNSURE.search(words) is not None or any(pattern.search(words) for pattern, _ in _SAID_TO)
