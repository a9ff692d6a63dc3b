"""Rules for times that nobody can bound: "now", "soon", "recently", "in the past"."""

import re

from claims.text.time.reading import Reading, Rule, Setting, rule
from claims.text.time.verbs import SIGNAL

_A_LENGTH = re.compile(r"-|\s{1,3}(?:after|before|later|earlier|ago|of|from|or|only|event|only)\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:\A|[.,;:“\"\n]\s?|\b(?:and|that|but|will|could|may|might|would|to))\s{0,3}\Z")
_IN = re.compile(r"\bin\s{1,3}\Z", re.IGNORECASE)


def _present(found: re.Match[str], setting: Setting) -> Reading:
    return Reading("DATE", "PRESENT_REF", "about the time of writing")


def _past(found: re.Match[str], setting: Setting) -> Reading:
    return Reading("DATE", "PAST_REF", "some time ago, nobody says when")


def _future(found: re.Match[str], setting: Setting) -> Reading:
    return Reading("DATE", "FUTURE_REF", "still to come, nobody says when: left to a person")


def _soon(found: re.Match[str], setting: Setting) -> Reading | None:
    """None for what soon happened: "he was soon released"."""
    told = SIGNAL.match(setting.after.lstrip()) if setting.direction == "past" else None
    return None if told and told["past"] else _future(found, setting)


def _the_past(found: re.Match[str], setting: Setting) -> Reading | None:
    return _past(found, setting) if _IN.search(setting.before) else None


def _one_day(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "One day he will be king": a day that nobody names."""
    if setting.direction != "future" or _A_LENGTH.match(setting.after) or not _OPENING.search(setting.before):
        return None
    return _future(found, setting)


# "One day" is else a length.
BEFORE_LENGTHS: tuple[Rule, ...] = (rule(r"one day", _one_day, "one day"),)
RULES: tuple[Rule, ...] = (
    rule(
        r"now|currently|current|nowadays|these days"
        r"|at present|(?:at|for) the moment(?! (?:he|she|they|it|when|that|of|the)\b)|the present(?: day| time)?",
        _present,
    ),
    rule(
        r"(?:more |most |until )?recently|recent|formerly|(?<!-)lately|long ago|(?<=in\s)those days"
        r"|the other (?:day|night|evening|week)|(?:some time|an? (?:short |little |long )?(?:while|time)) ago"
        r"|(?:a few |several |some )?(?:minutes|hours|moments) ago"
        r"|(?:many )?(?:days|weeks|months|years|decades|centuries) ago",
        _past,
    ),
    rule(r"the (?:recent |distant )?past", _the_past),
    rule(
        r"in due course|some ?day|(?<=at\s)(?:a|some) (?:later|future) (?:date|time)"
        r"|(?:the )?(?:near |foreseeable |immediate )future|(?:the |(?<=in\s))future(?!\s(?-i:[A-Z]))"
        r"|the (?:near|short|medium|long)(?:er)? term",
        _future,
    ),
    rule(r"(?:very )?soon(?! (?:as|after|before))|shortly(?! (?:after|before))", _soon, "soon", "shortly"),
)
