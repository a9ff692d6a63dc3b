"""Import: bytes of a news text become an article, a new version of one, or a refusal that says why."""

from dataclasses import dataclass

from django.db import connection, transaction
from django.utils import timezone

from claims.errors import NotAllowed, Refused
from claims.models import Article
from claims.services import known_articles, log, roles, sources, versions
from claims.services.incoming import Listed, is_to_come, read_file, shown
from claims.services.incoming import too_large as too_large
from claims.text.decode import Undecodable
from claims.vocabulary import DateBasis, Verb, VersionChange

# The number of a lock on PostgreSQL; any will do that nothing else takes.
IMPORTING = 1_000_001

IMPORTED, UNCHANGED, NEW_VERSION, REFUSED = "imported", "unchanged", "new_version", "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: `status` is imported, unchanged, new_version or refused (then with a reason)."""

    file: str
    status: str
    article: Article | None = None
    sentences: int = 0
    reason: str = ""

    def as_row(self):
        """Return the outcome in plain values, as the command prints it."""
        article = self.article
        return {
            "file": self.file,
            "status": self.status,
            "article": article and article.pk,
            "title": article and article.title,
            "outlet": article and article.outlet and article.outlet.name,
            "published_on": article and article.published_on and article.published_on.isoformat(),
            "published_basis": article and DateBasis(article.published_basis).value,
            "sentences": self.sentences,
            "reason": self.reason,
        }


def import_file(*, name, raw, by=None, listed=None, folder=None):
    """Import the bytes of one file and return its outcome; a bad file is an outcome too, never an exception.

    `by` None means that a command imports. Importing the same text again changes no text, and fills what was not
    stated before; a changed text of a known article (`known_articles.find`) becomes a new version of it. `folder` is
    where the file lies: empty when nobody knows, None when the name alone tells it from others.
    """
    name = shown(name)
    try:
        if by is not None:
            roles.must_annotate(by)
        # Read before the transaction: on SQLite nobody else can write while one is open.
        return _record(read_file(name=name, folder=folder, raw=raw, listed=listed or Listed()), by)
    except NotAllowed:
        raise
    except (Refused, Undecodable) as refusal:
        return Outcome(name, REFUSED, reason=str(refusal))


@transaction.atomic
def _record(incoming, by):
    _wait_for_other_imports()
    known = known_articles.find(incoming)
    if known is None:
        return _create(incoming, by)
    article = Article.objects.lock(known)
    filled = known_articles.fill(article, incoming.stated, by=by)
    same = article.versions.filter(sha256=incoming.digest).first()
    if same:
        return Outcome(incoming.name, UNCHANGED, article, same.sentences.count(), _why_unchanged(same, filled))
    version = versions.record(article=article, incoming=incoming, by=by)
    article.refresh_from_db()
    reason = f"The text changed: recorded as version {version.number} of article {article.pk}.{_telling(filled)}"
    return Outcome(incoming.name, NEW_VERSION, article, version.sentences.count(), reason)


def _wait_for_other_imports():
    """Two imports of one new text must not both find it unknown; on SQLite only one transaction writes anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [IMPORTING])


def _create(incoming, by):
    now, stated = timezone.now(), incoming.stated
    outlet = sources.find_or_create_outlet(stated["outlet"], by=by) if stated["outlet"] else None
    namesake = Article.objects.filter(imported_from=incoming.name).order_by("pk").first() if incoming.name else None
    article = Article.objects.create(
        **stated | {"outlet": outlet}, imported_from=incoming.name or None, created_at=now, created_by=by
    )
    told = {"file": incoming.name, "folder": incoming.folder, "title": article.title}
    log.record(by=by, verb=Verb.IMPORTED, on=article, after=told, at=now)
    version = versions.add(article=article, incoming=incoming, by=by, change=VersionChange.INITIAL, at=now)
    return Outcome(incoming.name, IMPORTED, article, version.sentences.count(), _notes(incoming, namesake))


def _notes(incoming, namesake):
    """Return what a person should know of a new article, as sentences."""
    notes = []
    if namesake:
        notes.append(f"Article {namesake.pk} came from a file of the same name; this was taken for another article.")
    if is_to_come(incoming.read):
        day = incoming.read.published_on.isoformat()
        notes.append(f"The date that it states, {day}, is still to come, so it was not taken.")
    return " ".join(notes)


def _why_unchanged(same, filled):
    newest = same.article.versions.count()
    later = f" The newest is version {newest}." if newest > same.number else ""
    return (
        f"The same text is recorded already, as version {same.number} of article {same.article_id}."
        f"{later}{_telling(filled)}"
    )


def _telling(filled):
    return f" Filled in: {', '.join(filled)}." if filled else ""
