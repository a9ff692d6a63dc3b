"""Which of many is meant: the Thursday before or the one to come, this October or the last."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from claims.text.time.periods import Period
from claims.text.time.reading import Setting

# A day that far off in the direction of the clause is less likely than a clause that was misread.
_TOO_FAR = timedelta(days=280)
# "Resigned in December" leaves no doubt, however far back the last December is.
_SURELY_PAST = re.compile(
    r"\b(?:(?<!-)(?-i:[a-z]{2,20})ed|began|won|left|died|met|came|went|fell|rose|took\s(?:place|effect|office|over)"
    r"|held|made|built|sold|bought|lost|struck|shot|born|found|sent|paid|(?:set|hit)(?=\s(?:on|in)\b)|broken?|given|shown|seen)\s{1,3}"
    r"(?:(?:on|in)\s{1,3})?\Z|\bsince\s{1,3}(?:late\s|early\s)?\Z",
    re.IGNORECASE,
)
# "Takes effect Jan. 1", said in March.
_SURELY_FUTURE = re.compile(
    r"\b(?:takes?\s(?:place|effect|office)|ending|expires?|begins?|beginning|starts?|starting|returns?|ends?)\s{1,3}"
    r"(?:(?:on|in)\s{1,3})?\Z|\bwill\s(?:not\s)?(?:be\s)?[a-z]{2,15}\s(?:on|in)\s{1,3}\Z",
    re.IGNORECASE,
)
# "The Nov. 8 election", "a referendum in June": what has its day long before.
_FIXED_BEFORE = re.compile(
    r"\b(?:elections?|referendum|convention|conference|summit|primary|primaries|runoff|polls|showdown|contests?)\s{1,3}(?:in|on)"
    r"\s{1,3}\Z",
    re.IGNORECASE,
)
_FIXED_AFTER = re.compile(
    r"(?:[’']s)?\s{1,3}(?:[\w.-]{1,15}\s){0,2}?(?:elections?|referendum|convention|summit|primary|primaries|runoff|ballot|caucus(?:es)?"
    r"|showdown|polls?|contests?)\b"
)
# "Agreed a plan to buy it in January", "lent money through January": rather the one to come than one long over.
_MEANT = re.compile(
    r"\b(?:agreements?|plans?|deal|proposals?|offer|pact|bid|intention|commitment|contract|permission|option)\sto\s[a-z]{2,20}\b"
    r"(?:[^.;:]|\.(?!\s[A-Z])){0,60}\Z|\bthrough\s{1,3}\Z",
    re.IGNORECASE,
)
_LONG_OVER = timedelta(days=185)
_FAR_FOR_A_FIXED_DAY = timedelta(days=235)
_STILL_NEWS = timedelta(days=2)
_REASONS = {
    "future": "the next one, publication day included: the clause looks ahead",
    "past": "the last one, publication day included: the clause looks back",
}


def choose(periods: Iterable[Period], day: date, setting: Setting, *, otherwise: str) -> tuple[Period, str]:
    """Return which of `periods` is meant, seen from `day`, and why.

    The tense of the clause decides. Without one it is `otherwise`: "past", or "nearest".
    """
    ordered = sorted(periods, key=lambda period: period.first)
    ahead = [period for period in ordered if period.last >= day]
    behind = [period for period in ordered if period.first <= day]
    back = day - behind[-1].last if behind else timedelta.max
    direction = _direction(setting, back, otherwise)
    if direction == "future" and ahead and (ahead[0].first - day < _TOO_FAR or _SURELY_FUTURE.search(setting.before)):
        return ahead[0], _REASONS["future"]
    if direction == "past" and behind and (back < _TOO_FAR or _SURELY_PAST.search(setting.before)):
        told = setting.direction == "past"
        return behind[-1], _REASONS["past"] if told else "the last one: news tells of what has happened"
    return min(ordered, key=lambda period: abs((period.first - day).days)), "the nearest one to the publication day"


def _direction(setting: Setting, back: timedelta, otherwise: str) -> str:
    """Where to look, the last one being so long over: what was to happen Friday may be told of on Saturday."""
    if back > _LONG_OVER and setting.direction == "past" and _MEANT.search(setting.before):
        return "nearest"
    fixed = _FIXED_BEFORE.search(setting.before) or _FIXED_AFTER.match(setting.after)
    if fixed and back > _FAR_FOR_A_FIXED_DAY and setting.direction != "future":
        return "nearest"
    if setting.direction == "either":
        return "past" if timedelta(0) < back <= _STILL_NEWS else "future"
    return setting.direction if setting.direction in ("past", "future") else otherwise
