"""Rules for the feasts whose day can be counted: "Christmas", "New Year's Eve", "last Thanksgiving"."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from claims.text.time.choosing import choose
from claims.text.time.expression import Window
from claims.text.time.periods import Unit, period_of, unknown_value
from claims.text.time.reading import Reading, Rule, Setting, read_period, read_unknown, rule
from claims.text.time.words import YEAR


def _weekday_of(month: int, weekday: int, nth: int) -> Callable[[int], date]:
    """The nth such weekday of a month, from 1; the last one for 0."""

    def day(year: int) -> date:
        first = date(year, month, 1)
        days = [first + timedelta(days=by) for by in range(31)]
        found = [one for one in days if one.month == month and one.weekday() == weekday]
        return found[nth - 1]

    return day


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def easter(year: int) -> date:
    """Return Easter Sunday of the Western churches, by the rule of Meeus, Jones and Butcher.

    >>> easter(2021), easter(1989)
    (datetime.date(2021, 4, 4), datetime.date(1989, 3, 26))
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


_DAYS: dict[str, Callable[[int], date]] = {
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "valentine's day": _fixed(2, 14),
    "new year": _fixed(1, 1),
    "boxing day": _fixed(12, 26),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "juneteenth": _fixed(6, 19),
    "anzac day": _fixed(4, 25),
    "canada day": _fixed(7, 1),
    "earth day": _fixed(4, 22),
    "international women's day": _fixed(3, 8),
    "cinco de mayo": _fixed(5, 5),
    "guy fawkes night": _fixed(11, 5),
    "black friday": lambda year: _weekday_of(11, 3, 4)(year) + timedelta(days=1),
    "cyber monday": lambda year: _weekday_of(11, 3, 4)(year) + timedelta(days=4),
    "martin luther king day": _weekday_of(1, 0, 3),
    "presidents' day": _weekday_of(2, 0, 3),
    "presidents day": _weekday_of(2, 0, 3),
    "columbus day": _weekday_of(10, 0, 2),
    "halloween": _fixed(10, 31),
    "thanksgiving": _weekday_of(11, 3, 4),
    "labor day": _weekday_of(9, 0, 1),
    "memorial day": _weekday_of(5, 0, 0),
    "fourth of july": _fixed(7, 4),
    "may day": _fixed(5, 1),
    "april fools' day": _fixed(4, 1),
    "st. patrick's day": _fixed(3, 17),
    "mother's day": _weekday_of(5, 6, 2),
    "father's day": _weekday_of(6, 6, 3),
    "bastille day": _fixed(7, 14),
    "easter": _from_easter(0),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "good friday": _from_easter(-2),
    "maundy thursday": _from_easter(-3),
    "palm sunday": _from_easter(-7),
    "ash wednesday": _from_easter(-46),
}
# "Chinese New Year": of another calendar.
# "In the new year".
_EARLY_IN_IT = re.compile(r"\b(?:in|into|until|early\sin)\sthe\s{1,3}\Z", re.IGNORECASE)
_WISHED = re.compile(r"\b(?:Merry|Happy)\s{1,3}\Z", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:Chinese|Lunar|Persian|Iranian|Afghan|Islamic|Jewish|Orthodox)\s{1,3}\Z")
_MOVING = (
    "Ramadan|Ramzan|Eid al-Fitr|Eid al-Adha|Eid-ul-Fitr|Eid-ul-Azha|Passover|Yom Kippur|Rosh Hashanah|Hanukkah|Diwali"
    r"|(?<=after\s)Eid|(?<=before\s)Eid|(?<=until\s)Eid|(?<=during\s)Eid"
)
# With how each name begins, up to where a line may end or an apostrophe may be of either kind.
_NEEDED = {name.split()[0].split("'")[0] for name in _DAYS}
_NAMES = "|".join(name.replace("'", "[’']") for name in sorted(_DAYS, key=len, reverse=True))

_FEAST = rf"(?:(?P<which>last|next) )?(?P<name>{_NAMES})"


def _read_holiday(found: re.Match[str], setting: Setting) -> Reading | None:
    if _ANOTHER.search(setting.before) or _WISHED.search(setting.before):
        return None
    early = _EARLY_IN_IT.search(setting.before) and not setting.after.startswith(("'", "’"))
    if early and found["name"].lower().endswith("new year"):
        year = (setting.day.year + (setting.direction == "future")) if setting.day else None
        return Reading("DATE", f"{year:04}" if year else "XXXX", "early in a year: left to a person", relative=True)
    day = _DAYS[" ".join(found["name"].lower().replace("’", "'").split())]
    if found["year"]:
        return read_period(period_of("day", day(int(found["year"]))), "a feast of that year")
    if setting.day is None:
        return read_unknown("day")
    near = [period_of("day", day(setting.day.year + by)) for by in (-1, 0, 1)]
    if found["which"]:
        forward = found["which"].lower() == "next"
        ahead = [one for one in near if one.first > setting.day]
        behind = [one for one in near if one.first < setting.day]
        return read_period(ahead[0] if forward else behind[-1], f"the {found['which'].lower()} such feast")
    return read_period(*choose(near, setting.day, setting, otherwise="nearest"))


def _read_around_holiday(found: re.Match[str], setting: Setting) -> Reading | None:
    """ "Easter week", "Labor Day weekend": the one that holds the feast, or that the feast lengthens."""
    day = _read_holiday(found, setting)
    if day is None or day.period is None:
        return day
    unit: Unit = "weekend" if found["stretch"].lower() == "weekend" else "week"
    feast = day.period.first
    period = period_of(unit, feast).shifted(-1 if unit == "weekend" and feast.weekday() < 2 else 0)
    window = Window(min(period.first, feast), max(period.last, feast))
    return Reading("DATE", period.value, f"the {unit} of a feast; {day.reason}", window, period, day.relative)


def _read_election_day(found: re.Match[str], setting: Setting) -> Reading:
    """That of the United States, the Tuesday after the first Monday of November; others vote too, so no window."""
    if setting.day is None:
        return read_unknown("day")
    days = [_weekday_of(11, 0, 1)(setting.day.year + by) + timedelta(days=1) for by in (-1, 0, 1)]
    near = [period_of("day", day) for day in days]
    period, _ = choose(near, setting.day, setting, otherwise="nearest")
    reason = "as the United States vote: whether they are meant is for a person to say"
    return replace(read_period(period, reason, relative=True), window=None, period=None)


def _read_moving(found: re.Match[str], setting: Setting) -> Reading:
    """What follows the moon: found, and left to a person."""
    value = found["year"] or (f"{setting.day.year:04}" if setting.day else unknown_value("year"))
    return Reading("DATE", value, "follows the moon: its days are for a person to say", relative=not found["year"])


def _read_attacks(found: re.Match[str], setting: Setting) -> Reading:
    """The one day that is known by its figures."""
    return read_period(period_of("day", date(2001, 9, 11)), "the day of the attacks in the United States")


RULES: tuple[Rule, ...] = (
    rule(r"9/11(?!/)|Sept(?:\.|ember) 11(?=(?:th)? (?:terror(?:ist)? )?attacks?\b)", _read_attacks),
    rule(rf"{_FEAST}(?:,? (?P<year>{YEAR}))?", _read_holiday, *_NEEDED),
    rule(rf"{_FEAST} (?P<stretch>week(?:end)?)(?:,? (?P<year>{YEAR}))?", _read_around_holiday, *_NEEDED),
    rule(r"(?-i:Election Day)", _read_election_day, "election day"),
    rule(
        rf"(?-i:{_MOVING})(?:,? (?P<year>{YEAR}))?",
        _read_moving,
        *(name.lower().split(")")[-1] for name in _MOVING.split("|")),
    ),
)
