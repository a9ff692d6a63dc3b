"""Up to which event a page shows the log, so that it can ask for what came after. Reads only."""

import re
from dataclasses import dataclass

from claims.models import Event

MOST_LOOKED_AT = 100
AFTER_ALL = 10**18
WRITTEN = re.compile(rf"\d{{1,18}}(?:-\d{{1,18}}){{0,{MOST_LOOKED_AT}}}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Seen:
    """The key of the newest event that is seen, and the keys `awaited` before it that are not on record, or not yet.

    Keys are given out in the order in which people begin, and an event is seen once they are done: whoever began
    earlier may be done later. An act that was refused leaves its key for ever.
    """

    newest: int
    awaited: tuple[int, ...] = ()

    def __str__(self):
        return "-".join(map(str, (self.newest, *self.awaited)))


def seen_now():
    """Return what somebody sees who reads everything after this; of the newest hundred events what is awaited."""
    keys = list(Event.objects.order_by("-pk").values_list("pk", flat=True)[:MOST_LOOKED_AT])
    if not keys:
        return Seen(0)
    known, first = set(keys), max(keys[-1], keys[0] - MOST_LOOKED_AT)
    return Seen(keys[0], tuple(key for key in range(keys[0], first, -1) if key not in known))


def read_seen(written):
    """Return what `str` wrote; one that sees everything, for what is none."""
    if not WRITTEN.fullmatch(written):
        return Seen(AFTER_ALL)
    newest, *awaited = map(int, written.split("-"))
    return Seen(newest, tuple(awaited))
