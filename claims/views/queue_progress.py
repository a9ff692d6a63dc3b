"""What stands above each kind of work in the queue: the tabs, and how far a person is today."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from claims.reports.queue import pending_suggestions
from claims.reports.waiting import MOST_COUNTED, counts_for
from claims.views.waiting_kinds import KINDS


@dataclass(frozen=True, slots=True)
class Tab:
    """One kind of what waits, and how much of it; `is_cut` where there may be more."""

    slug: str
    title: str
    url: str
    count: int

    @property
    def is_cut(self):
        return self.count >= MOST_COUNTED


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a person is: `done` today of what the filters leave, what is `left` of it, and where one piece stands.

    The `position` counts from 1 among what is left; a piece that does not wait there has none. What is left is
    counted up to a limit (`is_cut`), and a piece may stand behind it.
    """

    done: int
    left: int
    position: int | None = None
    is_cut: bool = False

    @property
    def place(self):
        """The number of the piece among all that there was to do today."""
        return self.position and self.done + self.position

    @property
    def total(self):
        """All that there was to do today; the limit alone where nobody counted further."""
        return self.left if self.is_cut else self.done + self.left

    @property
    def is_deep(self):
        return bool(self.position and self.position > self.left)


def tabs_for(user):
    """Return the tabs of the queue, in their order."""
    counts = counts_for(user)
    others = [Tab(kind.slug, kind.title, kind.url, counts[kind.slug]) for kind in KINDS.values()]
    return [Tab("suggestions", "Suggestions", reverse("queue"), pending_suggestions()), *others]


def midnight():
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
