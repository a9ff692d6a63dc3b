"""Rules for weekdays: "Thursday", "last Friday", "Monday next week", "Fri.", "two weeks ago Monday"."""

import re
from dataclasses import replace
from datetime import date

from claims.text.time.choosing import choose
from claims.text.time.periods import Period, period_of
from claims.text.time.reading import Reading, Rule, Setting, read_period, rule
from claims.text.time.words import DAY_PART, NUMBER, WEEKDAY, WEEKDAYS, number_of

_STEPS = {"last": -1, "this": 0, "next": 1}
_NAME_BEFORE = re.compile(r"\b(?:The|[A-Z][a-z]{1,20})\s{1,3}\Z")
_UP_TO = re.compile(
    rf"{WEEKDAY}(?:\s{{1,3}}(?:to|through|thru|until)\s{{1,3}}|\s?[-–]\s?)\Z|\bbetween\s{WEEKDAY}\sand\s\Z",
    re.IGNORECASE,
)
_THROUGH = re.compile(rf"\s{{1,3}}(?:to|through|thru)\s{{1,3}}(?P<weekday>{WEEKDAY})\b", re.IGNORECASE)
# "When he speaks later Monday", written on that day or the one after.
_LATER_ON = re.compile(r"\b(?:later|earlier)(?:\son)?\s{1,3}\Z", re.IGNORECASE)
_AND = re.compile(rf"{WEEKDAY}\s{{1,3}}(?:and|or)\s{{1,3}}\Z", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:Mail on|Black|Bloody|Super|Ruby|Cyber|Giving|Fat|Shrove|Maundy|Holy|Palm)\s{1,3}\Z")
_CALLED_AFTER = re.compile(
    r"\s{1,3}(?:Times|Telegraph|Mirror|Herald|Mail|Express|Post|Star|Tribune|Independent|Night (?:Football|Live)"
    r"|(?:Morning|Night|Evening) [A-Z][a-z]{1,20})\b"
)
# "On Monday and Tuesday nights": they recur.
_OFTEN = re.compile(rf",?\s{{1,3}}(?:and|or|to)\s{{1,3}}{WEEKDAY}\s{{1,3}}{DAY_PART}s\b", re.IGNORECASE)


def read_weekday(found: re.Match[str], setting: Setting) -> Reading:
    """Return the reading of a weekday, which `found` may call the last or the next one.

    "Last" and "next" leave out the publication day; a bare weekday is placed by the tense of its clause.
    """
    which, name = (found["which"] or "").lower(), found["weekday"]
    if setting.day is None or which in ("", "this"):
        return read_weekday_named(name, setting, otherwise="nearest" if which else "past")
    near = _weekdays_near(name, setting.day)
    if which in ("last", "past", "previous"):
        named = setting.last_mentioned("day") if which == "previous" else None
        before = min(named.first, setting.day) if named else setting.day
        return read_period(_beside(name, before, -1), f"the {name} before", relative=True)
    told_of = _day_told_of(which, setting)
    if told_of:
        return read_period(_beside(name, told_of.last, 1), f"the {name} after the day named before")
    if which in ("next", "following"):
        return read_period(near[3], f"the {name} of the week after", relative=True)
    later = next(day for day in near if day.first > setting.day)
    return read_period(later, f"the {name} to come", relative=True)


def _day_told_of(which: str, setting: Setting) -> Period | None:
    """The earlier day of a story, from which "the following Monday" is counted."""
    named = setting.mentioned[-1] if setting.mentioned else None
    in_a_story = which == "following" or (which == "next" and setting.direction == "past")
    if not in_a_story or not named or named.unit != "day" or not setting.day or named.last >= setting.day:
        return None
    return named


def _read_bare_weekday(found: re.Match[str], setting: Setting) -> Reading | None:
    """None for what is only called after a weekday, "the Sunday Times", and for "Monday and Friday nights"."""
    if _CALLED.search(setting.before) or _CALLED_AFTER.match(setting.after) or _OFTEN.match(setting.after):
        return None
    return read_weekday(found, setting)


def read_weekday_named(name: str, setting: Setting, *, otherwise: str = "past") -> Reading:
    """Return the reading of a weekday: before or after the publication day, as its clause looks.

    Where that does not tell, it is `otherwise` (`choose`).
    """
    day = setting.day
    if day is None:
        value = f"XXXX-WXX-{WEEKDAYS[name.lower()] + 1}"
        return Reading("DATE", value, "counted from a day that is not known", relative=True)
    later = _weekday_up_to(name, setting) or _weekday_up_from(name, setting)
    if later:
        return read_period(later, "the one nearest to the other end of the stretch", relative=True)
    if _LATER_ON.search(setting.before):
        setting, otherwise = replace(setting, direction=None), "nearest"
    period, reason = choose(_weekdays_near(name, day), day, setting, otherwise=otherwise)
    return read_period(period, reason, relative=True)


def _weekday_up_to(name: str, setting: Setting) -> Period | None:
    """The Tuesday of "from Thursday to Tuesday", of "next Monday or Tuesday", where the first day has been read."""
    first = setting.mentioned[-1] if setting.mentioned else None
    if not first or first.unit != "day":
        return None
    ahead = setting.day is not None and first.first > setting.day and _AND.search(setting.before)
    if not ahead and not _UP_TO.search(setting.before):
        return None
    monday = period_of("week", first.last).first
    same = period_of("day", monday).shifted(WEEKDAYS[name.lower()])
    return same if same.first > first.last else same.shifted(7)


def _weekday_up_from(name: str, setting: Setting) -> Period | None:
    """The Wednesday of a poll that "was taken Wednesday through Sunday": the Sunday is over."""
    until = _THROUGH.match(setting.after)
    if setting.day is None or setting.direction != "past" or not until:
        return None
    last = [day for day in _weekdays_near(until["weekday"], setting.day) if day.first <= setting.day][-1]
    return [day for day in _weekdays_near(name, setting.day) if day.first < last.first][-1]


def _beside(name: str, day: date, way: int) -> Period:
    """The first such weekday before `day`, or after it, for a `way` of -1 or 1."""
    steps = (WEEKDAYS[name.lower()] - day.weekday()) * way % 7 or 7
    return period_of("day", day).shifted(steps * way)


def _weekdays_near(name: str, day: date) -> list[Period]:
    """The days of that name from two weeks before the week of `day` to two weeks after."""
    same = period_of("day", period_of("week", day).first).shifted(WEEKDAYS[name.lower()])
    return [same.shifted(7 * by) for by in (-2, -1, 0, 1, 2)]


def _read_weekday_of_week(found: re.Match[str], setting: Setting) -> Reading:
    """ "Monday next week", "Thursday of last week"."""
    name, which = found["weekday"], found["which"].lower()
    if setting.day is None:
        return read_weekday_named(name, setting)
    monday = period_of("week", setting.day).shifted(_STEPS[which]).first
    period = period_of("day", monday).shifted(WEEKDAYS[name.lower()])
    return read_period(period, f"the {name} of {which} week", relative=True)


def _read_weekday_week(found: re.Match[str], setting: Setting) -> Reading:
    """ "Monday week", as the British say it: a week after the Monday to come."""
    name = found["weekday"]
    if setting.day is None:
        return read_weekday_named(name, setting)
    coming = next(day for day in _weekdays_near(name, setting.day) if day.first >= setting.day)
    return read_period(coming.shifted(7), f"a week after the {name} to come", relative=True)


def _read_day_beside(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "The day after Monday's talks", "the day before last Tuesday": the day beside that weekday."""
    weekday = _read_bare_weekday(found, setting)
    if weekday is None or weekday.period is None:
        return weekday
    day = weekday.period.shifted(1 if found["way"].lower() == "after" else -1)
    return read_period(day, f"the day {found['way'].lower()} a weekday; {weekday.reason}", relative=True)


def _read_short_weekday(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Mon.", "Fri.": with capital and full stop, for "sat" and "sun" are words, and The Sun. is a paper."""
    if _NAME_BEFORE.search(setting.before):
        return None
    name = next(name for name in WEEKDAYS if name.startswith(found["short"].lower()[:3]))
    return read_weekday_named(name, setting)


def _read_weekday_beside(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Two weeks ago Monday", "a week from Tuesday": so many weeks from the day before, or to come."""
    number = number_of(found["number"])
    if setting.day is None or number is None or number % 1:
        return None
    near, back = _weekdays_near(found["weekday"], setting.day), found["way"].lower() == "ago"
    start = [one for one in near if one.first < setting.day][-1] if back else None
    start = start or next(one for one in near if one.first > setting.day)
    period = start.shifted(7 * int(-number if back else number))
    return read_period(period, f"weeks counted from the {found['weekday']}", relative=True)


def _read_weekdays_ago(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Two Fridays ago": the one before the last."""
    number = number_of(found["number"])
    if setting.day is None or number is None or number % 1 or number < 1:
        return None
    last = _beside(found["weekday"], setting.day, -1)
    return read_period(last.shifted(-7 * (int(number) - 1)), f"the {found['weekday']} so many back", relative=True)


RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:(?:the |this )?(?P<which>last|past|next|this|coming|upcoming|previous|(?<=the\s)following) )?"
        rf"(?P<weekday>{WEEKDAY})",
        _read_bare_weekday,
    ),
    rule(rf"(?P<weekday>{WEEKDAY})(?:,? of)? (?P<which>last|this|next) week", _read_weekday_of_week),
    rule(rf"(?<!last\s)(?P<weekday>{WEEKDAY}) week(?![-’'])", _read_weekday_week, "day week"),
    rule(
        rf"(?P<number>{NUMBER}|an?) weeks? (?P<way>ago|from)(?: on)? (?P<weekday>{WEEKDAY})",
        _read_weekday_beside,
        "week",
    ),
    rule(rf"(?P<number>{NUMBER}) (?P<weekday>{WEEKDAY})s ago", _read_weekdays_ago, "days ago"),
    rule(
        rf"the day (?P<way>before|after) (?:(?P<which>last|next) )?(?P<weekday>{WEEKDAY})",
        _read_day_beside,
        "day before",
        "day after",
    ),
    Rule(re.compile(r"\b(?P<short>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.(?=\s|[,;)]|\Z)"), _read_short_weekday),
)
