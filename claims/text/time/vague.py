"""Rules for times that nobody can bound: "now", "soon", "recently", "in the past"."""

import re

from claims.text.time.reading import Reading, Rule, Setting, rule

_IN = re.compile(r"\bin\s{1,3}\Z", re.IGNORECASE)


def _present(found: re.Match[str], setting: Setting) -> Reading:
    return Reading("DATE", "PRESENT_REF", "about the time of writing")


def _past(found: re.Match[str], setting: Setting) -> Reading:
    return Reading("DATE", "PAST_REF", "some time ago, nobody says when")


def _future(found: re.Match[str], setting: Setting) -> Reading:
    return Reading("DATE", "FUTURE_REF", "still to come, nobody says when: left to a person")


def _the_past(found: re.Match[str], setting: Setting) -> Reading | None:
    return _past(found, setting) if _IN.search(setting.before) else None


RULES: tuple[Rule, ...] = (
    rule(
        r"now|currently|current|nowadays|these days|at present|(?:at|for) the moment|the present(?: day| time)?",
        _present,
    ),
    rule(
        r"(?:more |most |until )?recently|recent|(?-i:Previously)|formerly|lately|long ago|(?<=in\s)those days"
        r"|the other (?:day|night|evening|week)|(?:some time|an? (?:short |little |long )?(?:while|time)) ago"
        r"|(?:a few |several |some )?(?:minutes|hours|moments) ago"
        r"|(?:many )?(?:days|weeks|months|years|decades|centuries) ago",
        _past,
    ),
    rule(r"the (?:recent |distant )?past", _the_past),
    rule(
        r"(?:very )?soon(?! (?:as|after|before))|shortly(?! (?:after|before))|in due course|some ?day"
        r"|(?:the )?(?:near |foreseeable |immediate )?future",
        _future,
    ),
)
