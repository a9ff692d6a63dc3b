"""How much waits for one person, as the menu says it on every page. Reads only."""

from dataclasses import asdict, dataclass
from functools import cache

from django.db import connection

from claims.models import Suggestion
from claims.reports.waiting import asked_of, proposals_to_decide, stale_links, undated_articles

MOST = 99
NAMES = {
    "suggestions": ("suggestion", "suggestions"),
    "proposals": ("proposal to decide", "proposals to decide"),
    "asked": ("proposal asked of you", "proposals asked of you"),
    "stale": ("stale passage", "stale passages"),
    "undated": ("undated article", "undated articles"),
}


# What waits for one waits for all, but for proposals: those to decide, and those asked for.
FOR_ALL = {
    "suggestions": lambda: Suggestion.objects.to_judge().unfolded(),
    "stale": stale_links,
    "undated": undated_articles,
}


@dataclass(frozen=True, slots=True)
class InMenu:
    """What waits for a person, by the tabs of the queue; each number ends at one more than the menu tells."""

    suggestions: int = 0
    proposals: int = 0
    asked: int = 0
    stale: int = 0
    undated: int = 0

    @property
    def total(self):
        """All of it as a number, "99+" where it is more; nothing where nothing waits."""
        return _told(sum(asdict(self).values())) if any(asdict(self).values()) else ""

    @property
    def parts(self):
        """What the total adds up, in words."""
        counts = asdict(self).items()
        return ", ".join(f"{_told(count)} {NAMES[kind][count != 1]}" for kind, count in counts if count)


def _told(count):
    return f"{MOST}+" if count > MOST else str(count)


def waiting_in_menu(user):
    """Return what waits for `user` to judge, in one query; nothing does for whoever only reads."""
    if not user.may_annotate:
        return InMenu()
    queries = {kind: _for_all(kind) for kind in FOR_ALL}
    queries["asked"] = _bounded(asked_of(user))
    if user.may_review:
        queries["proposals"] = _bounded(proposals_to_decide(user))
    return InMenu(**dict(zip(queries, _numbers(queries.values()), strict=True)))


# To put these together takes Django many times as long as the database takes to answer, on every page.
@cache
def _for_all(kind):
    return _bounded(FOR_ALL[kind]())


def _bounded(found):
    """Return the SQL of a query and its parameters, up to one row more than the menu tells."""
    return found.order_by().values("pk")[: MOST + 1].query.sql_with_params()


def _numbers(queries):
    """Return how many rows each of `queries` finds."""
    columns = ", ".join(f"(SELECT COUNT(*) FROM ({sql}) AS counted)" for sql, _ in queries)  # noqa: S608 - SQL of Django
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns}", [one for _, params in queries for one in params])
        return cursor.fetchone()
