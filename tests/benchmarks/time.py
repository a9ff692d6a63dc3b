"""Words for times and their values, against those that people gave: TimeBank and AQUAINT, scored as TempEval-3."""

import re
import time
from datetime import date, timedelta

from claims.text.time.find import find_times
from tests.benchmarks.halves import Row, f1, parts_read, read

FILE = "time/timebank_aquaint.jsonl.gz"
HEIDELTIME = "HeidelTime .772"
BEFORE = "before it was read: read next .798, read last .749"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NAIVE = re.compile(
    r"\b(?:(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?P<near>today|yesterday|tomorrow)"
    r"|(?P<step>last|this|next) (?P<unit>month|year)|(?P<year>(?:19|20)\d\d)|(?P<now>now|currently)"
    r"|(?P<number>\d+|two|three|four|five|six|ten) (?P<length>day|week|month|year)s?)\b",
    re.IGNORECASE,
)


def rows(folder):
    """Return the rows of the table for the set in `folder`."""
    found = []
    for part, documents in parts_read(read(folder / FILE), "id"):
        started = time.perf_counter()
        ours = [_ours(document) for document in documents]
        seconds = time.perf_counter() - started
        naive = [_naive(document) for document in documents]
        figures = value_f1(documents, ours), value_f1(documents, naive)
        found.append(Row("time, value F1", part, len(documents), *figures, HEIDELTIME, len(documents) / seconds))
    return [*found, {"task": "", "note": BEFORE}]


def value_f1(documents, predictions):
    """F1 of overlapping spans, times the share of those whose value is right."""
    wanted = given = matched = right = 0
    for document, predicted in zip(documents, predictions, strict=True):
        gold = [one for one in document["timexes"] if one["end"] > one["start"]]
        pairs = _pairs(gold, predicted)
        wanted, given, matched = wanted + len(gold), given + len(predicted), matched + len(pairs)
        right += sum(_value(one) == _value(other) for one, other in pairs)
    return f1(matched, given, wanted) * right / matched if matched else 0.0


def _pairs(gold, predicted):
    """Each expression of the gold set with the unused one that shares most of it."""
    left, pairs = list(predicted), []
    for one in gold:
        best = max(left, key=lambda other, one=one: _shared(one, other), default=None)
        if best and _shared(one, best) > 0:
            left.remove(best)
            pairs.append((one, best))
    return pairs


def _shared(one, other):
    return min(one["end"], other["end"]) - max(one["start"], other["start"])


def _value(one):
    return (one["value"] or "").strip().upper().replace("T24:00", "")


def _ours(document):
    found = find_times(document["text"], published_on=date.fromisoformat(document["dct"][:10]))
    return [{"start": one.span.start, "end": one.span.end, "value": one.value} for one in found]


def _naive(document):
    """Weekdays are those just past; a dozen patterns and no grammar."""
    day = date.fromisoformat(document["dct"][:10])
    found = _NAIVE.finditer(document["text"])
    return [{"start": one.start(), "end": one.end(), "value": _naive_value(one, day)} for one in found]


def _naive_value(found, day):
    step = {"last": -1, "this": 0, "next": 1, "yesterday": -1, "today": 0, "tomorrow": 1}
    if found["weekday"]:
        back = (day.weekday() - _WEEKDAYS.index(found["weekday"].lower())) % 7
        return (day - timedelta(days=back)).isoformat()
    if found["near"]:
        return (day + timedelta(days=step[found["near"].lower()])).isoformat()
    if found["unit"] and found["unit"].lower() == "year":
        return str(day.year + step[found["step"].lower()])
    if found["unit"]:
        months = day.year * 12 + day.month - 1 + step[found["step"].lower()]
        return f"{months // 12}-{months % 12 + 1:02}"
    if found["length"]:
        words = dict(zip("two three four five six ten".split(), (2, 3, 4, 5, 6, 10), strict=True))
        number = words.get(found["number"].lower(), found["number"])
        return f"P{number}{found['length'][0].upper()}"
    return found["year"] or "PRESENT_REF"
