"""The vocabulary of times, as parts of patterns, and what the words stand for."""

import calendar
import re

from claims.text.time.periods import Unit, is_unit

WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in list(_MONTHS.items())} | {"sept": 9}
# March and May are also verbs, so they need their capital; "Mar" is no word, nor "Sept".
MONTH = (
    "(?:Jan(?:uary|\\b\\.?)|Feb(?:ruary|\\b\\.?)|(?-i:Mar(?:ch|\\b\\.?)|MARCH)|Apr(?:il|\\b\\.?)|(?-i:May|MAY)|Jun(?:e|\\b\\.?)"
    "|Jul(?:y|\\b\\.?)|Aug(?:ust|\\b\\.?)|Sep(?:tember|t?\\b\\.?)|Oct(?:ober|\\b\\.?)|Nov(?:ember|\\b\\.?)|Dec(?:ember|\\b\\.?))"
)
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
SHORT_YEAR = r"[’'](?P<short>\d\d)"
# A year of two figures up to this one is of our century.
_LAST_OF_OURS = 39
QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAY_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
DAY_PART = "(?:morning|afternoon|evening|night)"

_ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {word: number for number, word in enumerate([*_ONES, *TEENS], start=1)}
_NUMBERS |= {word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)}
_NUMBERS |= {"a": 1, "an": 1}

_NTH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth".split()
)
_NTH += "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
_ORDINALS = {word: number for number, word in enumerate(_NTH, start=1)}
_ORDINALS |= {f"twenty-{word}": 20 + number for word, number in list(_ORDINALS.items())[:9]}
_ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
ORDINAL = "(?:" + "|".join(sorted((word.replace("-", "(?:-| )") for word in _ORDINALS), key=len, reverse=True)) + ")"
# "In December first reports came": only what is rarely anything but a day may follow its month, or ends the phrase.
LATE_ORDINAL = "(?!(?:first|second|third|fourth)\\b(?![.,;]|\\Z))" + ORDINAL
_SMALL = "|".join([*TEENS, *_ONES])
ONES, TENS = "|".join(_ONES), "|".join(_TENS)
_BELOW_100 = f"(?:(?:{TENS})(?:(?:-| )(?:{ONES}))?|{_SMALL})"
NUMBER = (
    rf"(?:(?:\d{{1,3}}(?:,\d{{3}}|\d)?(?:\.\d{{1,2}})?(?: 1/2)?"
    rf"|(?:an?|\d{{1,3}}(?:\.\d)?|{_BELOW_100})(?:-| )(?:hundred|thousand|million)(?: (?:and )?{_BELOW_100})?"
    rf"|{_BELOW_100})"
    r"(?:(?:-| )and(?:-| )a(?:-| )half|-odd)?)"
)
FEW = (
    "(?:half(?:-| )a(?:-| )dozen|(?:a )?half(?:-| )dozen|a dozen|a few|few|several|many|some|a number of"
    "|(?:dozens|scores|tens|hundreds|thousands) of"
    "|a couple of|couple of|a couple|couple)"
)

COUNT = rf"(?P<number>{NUMBER}|{FEW}|an?)(?: or (?:two|three|so|more))?"
_AND_A_HALF = re.compile(r"[-\s]and[-\s]a[-\s]half\Z")
_TIMES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_LARGE = re.compile(r"[-\s](hundred|thousand|million)\b")
_UNITS = {"night": "day", "fortnight": "week"}
UNIT = "(?:day|night|week|weekend|fortnight|month|quarter|year|decade|century)"
UNITS = "(?:days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies))"
CLOCK_UNITS = "(?:hours?|minutes?|seconds?)"


def day_number(words: str) -> int:
    """Return the number of a day that is written as a numeral or matched by ORDINAL.

    >>> day_number("7th"), day_number("twenty-first")
    (7, 21)
    """
    if words[0].isdigit():
        return int(words.lower().rstrip("stndrh"))
    return _ORDINALS[re.sub(r"\s+", "-", words.lower())]


def weeks_in(word: str) -> int:
    """Return how many of its unit a word matched by UNITS stands for: a fortnight is two weeks."""
    return 2 if word.lower().startswith("fortnight") else 1


def month_number(word: str) -> int:
    """Return the number of the month that `word`, matched by MONTH, names.

    >>> month_number("Sept.")
    9
    """
    return _MONTHS[word.lower().rstrip(".")]


def year_of(figures: str) -> int:
    """Return the year that its last two figures stand for: of this century as far as it may be spoken of.

    >>> year_of("88"), year_of("21")
    (1988, 2021)
    """
    year = int(figures)
    return year + (2000 if year <= _LAST_OF_OURS else 1900)


def unit_named(word: str) -> Unit:
    """Return the unit that a word matched by UNIT or UNITS names, in whatever number.

    >>> unit_named("centuries"), unit_named("nights")
    ('century', 'day')
    """
    single = "century" if word.lower() == "centuries" else word.lower().removesuffix("s")
    unit = _UNITS.get(single, single)
    if not is_unit(unit):
        raise ValueError(f"no unit of the calendar: {word}")
    return unit


def _large(before: str, times: str, after: str) -> float | None:
    """ "Two hundred and fifty": the parts before and after the word for what is counted."""
    most, rest = number_of(before), number_of(after.removeprefix(" and").strip()) if after.strip() else 0.0
    return None if most is None or rest is None else most * _TIMES[times] + rest


def number_of(words: str) -> float | None:
    """Return what words matched by NUMBER or FEW count; None for a few.

    >>> number_of("twenty-one"), number_of("5 1/2"), number_of("two and a half"), number_of("a couple of")
    (21.0, 5.5, 2.5, 2.0)
    """
    written = words.lower().replace(",", "").removesuffix("-odd")
    whole = _AND_A_HALF.sub("", written)
    if whole != written:
        counted = number_of(whole)
        return None if counted is None else counted + 0.5
    if "couple" in written:
        return 2.0
    if written.endswith("dozen"):
        return 6.0 if "half" in written else 12.0
    large = _LARGE.search(written)
    if large:
        return _large(written[: large.start()], large[1], written[large.end() :])
    if written[0].isdigit():
        number, _, half = written.partition(" ")
        return float(number) + (0.5 if half else 0.0)
    parts = [_NUMBERS.get(word) for word in re.split("[- ]", written)]
    return None if None in parts else float(sum(part for part in parts if part))
