"""What a rule is given, and what it returns: the common language of the rules for times."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from claims.text.time.expression import TimeType, Window
from claims.text.time.periods import Period, Unit, unknown_value

# "Either" is what was to happen: it may have, or not yet.
Direction = Literal["past", "present", "future", "either"]

# Between two words: a space, or the end of a line, for wires break their lines; never an empty line.
_SINCE = re.compile(r"\bsince\b[^.;]{0,50}\Z")
_GAP = r"(?:[^\S\n]{1,3}|[^\S\n]{0,2}\n[^\S\n]{0,2})"


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds the words that a rule reads.

    `day` is the one that relative words are counted from: of publication, or of utterance; None when it
    is not known. `direction` is where the clause points. `story` is what was told shortly before.
    `mentioned` holds what was read before, in order.
    """

    day: date | None
    direction: Direction | None = None
    before: str = ""
    story: str = ""
    after: str = ""
    mentioned: tuple[Period, ...] = ()

    def last_mentioned(self, *units: Unit) -> Period | None:
        """The period of one of the units that was named last."""
        return next((period for period in reversed(self.mentioned) if period.unit in units), None)

    def year_told_of(self, month: int, day: int | None = None) -> int | None:
        """The earlier year of a story for a day or month that follows what it named: where the clause looks back."""
        named = self.mentioned[-1] if self.mentioned else None
        if not named or not self.day or self.direction != "past" or named.first.year >= self.day.year:
            return None
        if (
            _SINCE.search(self.before)
            or named.unit != ("month" if day is None else "day")
            or str(named.first.year) not in self.story
        ):
            return None
        follows = (month, day or 1) >= (named.first.month, named.first.day)
        fresh = (self.day.month, self.day.day) >= (month, day or 1) and self.day.month - month < 2
        return named.first.year if follows and not fresh else None


@dataclass(frozen=True, slots=True)
class Reading:
    """What words were read to mean. `relative` readings depend on the day they are counted from."""

    type: TimeType
    value: str
    reason: str
    window: Window | None = None
    period: Period | None = None
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """Words to look for, and how to read them. A rule returns None for words that only look like a time.

    Where the pattern has a group `words`, that is what is read; the rest is only looked at. A text that holds
    none of `needs`, in small letters, is not searched: most texts speak of no century.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Setting], Reading | None]
    needs: tuple[str, ...] = ()

    def may_be_in(self, small: str) -> bool:
        """Whether the text, given in small letters, is worth a search."""
        return not self.needs or any(word in small for word in self.needs)

    @property
    def group(self) -> str | int:
        """The group of the pattern that is read."""
        return "words" if "words" in self.pattern.groupindex else 0


def words(pattern: str) -> re.Pattern[str]:
    """Return `pattern` for whole words in any case; a space in it is any white space within a paragraph."""
    return re.compile(rf"\b(?:{pattern.replace(' ', _GAP)})(?!\w)", re.IGNORECASE)


def rule(pattern: str, read: Callable[[re.Match[str], Setting], Reading | None], *needs: str) -> Rule:
    """Return the rule that reads what `words(pattern)` finds, in texts that hold one of `needs`."""
    return Rule(words(pattern), read, needs)


def read_period(period: Period, reason: str, *, relative: bool = False, type: TimeType = "DATE") -> Reading:
    """Return the reading of words that name the whole of `period`."""
    return Reading(type, period.value, reason, Window(period.first, period.last), period, relative)


def read_unknown(unit: Unit) -> Reading:
    """Return the reading of words that are counted from a day which is not known."""
    return Reading("DATE", unknown_value(unit), "counted from a day that is not known", relative=True)
