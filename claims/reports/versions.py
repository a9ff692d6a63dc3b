"""The versions of an article as a list: who recorded each, why, and what became of the marked words. Reads only."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models.functions import Length

from claims.models import Anchor, ArticleVersion, Event, Link
from claims.vocabulary import Noun, Verb, VersionChange


@dataclass(frozen=True, slots=True)
class Why:
    """Why a version was recorded: as the import held it, or as the person `by` said later, for `reason`."""

    change: str
    reason: str = ""
    by: str = ""
    at: datetime | None = None

    @property
    def label(self):
        return VersionChange(self.change).label


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version; of the linked passages so many have a place in it, and so many that had one before have none."""

    version: ArticleVersion
    why: Why
    characters: int
    placed: int
    lost: int


def version_rows(article):
    """Return the rows of all versions of `article`, the newest first, without their texts."""
    versions = article.versions.annotate(characters=Length("text")).defer("text", "removed")
    whys, seen, rows = whys_of(article), set(), []
    placed = _placed(article)
    for version in versions.select_related("recorded_by").order_by("number"):
        here = placed.get(version.pk, set())
        version.article = article
        rows.append(
            VersionRow(
                version=version,
                why=whys.get(version.number, Why(version.change, version.note)),
                characters=version.characters,
                placed=len(here),
                lost=len(seen - here),
            )
        )
        seen |= here
    return rows[::-1]


def why_of(version):
    """Return why `version` was recorded."""
    return whys_of(version.article).get(version.number, Why(version.change, version.note))


def whys_of(article):
    """Return {number of a version: Why} for what people said since of the versions of `article`.

    A version is append-only, so what is said of it later stands in the log.
    """
    said = Event.objects.filter(
        noun=Noun.ARTICLE, object_id=article.pk, verb=Verb.CHANGED, after__has_key="change"
    ).select_related("actor")
    return {
        event.after["version"]: Why(event.after["change"], event.reason, str(event.actor), event.at)
        for event in said.order_by("pk")
    }


def _placed(article):
    """Return {version: the passages with live links that have a place in it}."""
    linked = Link.objects.live().filter(passage__article=article).values("passage")
    found = {}
    for version, passage in Anchor.objects.filter(passage__in=linked).order_by().values_list("version", "passage"):
        found.setdefault(version, set()).add(passage)
    return found
