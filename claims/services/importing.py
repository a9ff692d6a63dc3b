"""Import: bytes of a news text become an article, a new version of one, or a refusal that says why."""

from collections import Counter
from dataclasses import dataclass

from django.db import connection, transaction
from django.utils import timezone
from django.utils.formats import date_format

from claims.errors import NotAllowed, Refused
from claims.models import Article, Link
from claims.services import known_articles, log, roles, search_index, sources, versions
from claims.services.incoming import Listed, is_to_come, read_file, shown
from claims.services.incoming import too_large as too_large
from claims.text.decode import Undecodable
from claims.vocabulary import DateBasis, Verb, VersionChange

# The number of a lock on PostgreSQL; any will do that nothing else takes.
IMPORTING = 1_000_001

IMPORTED, UNCHANGED, NEW_VERSION, REFUSED = "imported", "unchanged", "new_version", "refused"
STATUSES = {IMPORTED: "imported", UNCHANGED: "unchanged", NEW_VERSION: "new version", REFUSED: "refused"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: `status` is imported, unchanged, new_version or refused (then with a reason)."""

    file: str
    status: str
    article: Article | None = None
    sentences: int = 0
    reason: str = ""

    @property
    def status_in_words(self):
        return STATUSES[self.status]

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


def import_file(*, name, raw, by=None, listed=None, folder=None, article=None):
    """Import the bytes of one file and return its outcome; a bad file is an outcome too, never an exception.

    `by` None means that a command imports. Importing the same text again changes no text, and fills what was not
    stated before; a changed text of a known article (`known_articles.find`) becomes a new version of it. `folder` is
    where the file lies: empty when nobody knows, None when the name alone tells it from others. A text of which
    somebody says that it is one of `article` becomes a version of that one.
    """
    name = shown(name)
    try:
        if by is not None:
            roles.must_annotate(by)
        # Read before the transaction: on SQLite nobody else can write while one is open.
        return _record(read_file(name=name, folder=folder, raw=raw, listed=listed or Listed()), by, article)
    except NotAllowed:
        raise
    except (Refused, Undecodable) as refusal:
        return Outcome(name, REFUSED, reason=str(refusal))


def perhaps_changed(*, name, raw, listed):
    """Return the articles of which these bytes may be a changed text, where that is not certain."""
    try:
        return known_articles.perhaps_changed(read_file(name=shown(name), folder="", raw=raw, listed=listed))
    except (Refused, Undecodable):
        return []


def summarise(statuses):
    """Return such as "12 imported, 3 unchanged, 1 new version, 0 refused" for the `statuses` of all outcomes."""
    counts, words = Counter(statuses), dict(STATUSES)
    if counts[NEW_VERSION] != 1:
        words[NEW_VERSION] += "s"
    return ", ".join(f"{counts[status]} {word}" for status, word in words.items())


@transaction.atomic
def _record(incoming, by, known):
    _wait_for_other_imports()
    known = known or known_articles.find(incoming)
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
    return Outcome(incoming.name, NEW_VERSION, article, version.sentences.count(), reason + _suspending(version))


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
        day = date_format(incoming.read.published_on, "j F Y")
        notes.append(f"The date that it states, {day}, is still to come, so it was not taken.")
    given, taken = incoming.listed.published_on, incoming.stated["published_on"]
    if given not in (None, taken):
        notes.append(f"The text states its own date, so {date_format(given, 'j F Y')} was not taken.")
    if len(incoming.read.text) > search_index.MOST_INDEXED:
        notes.append(f"It is long: the search knows its first {search_index.MOST_INDEXED:,} characters.")
    return " ".join(notes)


def _why_unchanged(same, filled):
    newest = same.article.versions.count()
    later = f" The newest is version {newest}." if newest > same.number else ""
    return (
        f"The same text is recorded already, as version {same.number} of article {same.article_id}."
        f"{later}{_telling(filled)}"
    )


def _suspending(version):
    """Say how many links the change of the text has suspended (E8), as a sentence to add."""
    gone = Link.objects.live().without_place_in(version).count()
    if not gone:
        return ""
    return (
        f" {gone} {'link is' if gone == 1 else 'links are'} suspended, because the words or their sentence changed."
    )


def _telling(filled):
    return f" Filled in: {', '.join(filled)}." if filled else ""
