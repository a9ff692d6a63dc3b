"""Import: bytes of a news text become an article, a new version of one, or a refusal that says why."""

from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from claims.errors import Refused
from claims.models import Article, ArticleVersion, Sentence
from claims.services import figures, log, reanchoring, roles, search_index, sources
from claims.text.article_text import read_article
from claims.text.decode import Undecodable, decode
from claims.text.hints import Hints
from claims.text.normalise import normalise
from claims.text.sentences import split_sentences
from claims.vocabulary import DateBasis, Verb, VersionChange

IMPORTED, UNCHANGED, NEW_VERSION, REFUSED = "imported", "unchanged", "new_version", "refused"


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list of sources says of a file. It fills what the text itself does not state."""

    publisher: str = ""
    url: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: `status` is imported, unchanged, new_version or refused (then with a reason)."""

    file: str
    status: str
    article: Article | None = None
    sentences: int = 0
    reason: str = ""

    def as_row(self):
        """Return the outcome as the commands and the import page show it."""
        article = self.article
        return {
            "file": self.file,
            "status": self.status,
            "article": article and article.pk,
            "title": article and article.title,
            "outlet": article and article.outlet and article.outlet.name,
            "published_on": article and article.published_on and article.published_on.isoformat(),
            "published_basis": article and article.published_basis,
            "sentences": self.sentences,
            "reason": self.reason,
        }


def import_file(*, name, raw, by=None, listed=None):
    """Import the bytes of one file and return its outcome; a bad file is an outcome too, never an exception.

    `by` None means that a command imports. Importing the same text again changes nothing; a changed text of a known
    article (same address, or same file name) becomes a new version of it.
    """
    try:
        return _import(name, raw, by, listed or Listed())
    except (Refused, Undecodable) as refusal:
        return Outcome(name, REFUSED, reason=str(refusal))


def too_large(size):
    """Return the sentence that refuses a file of `size` bytes, or None when it is small enough."""
    most = settings.FACTCHECK_MAX_ARTICLE_BYTES
    if size <= most:
        return None
    return f"The file has {size / 1e6:,.1f} MB; an article has at most {most / 1e6:,.1f} MB."


@transaction.atomic
def _import(name, raw, by, listed):
    if by is not None:
        roles.must_annotate(by)
    refusal = too_large(len(raw))
    if refusal:
        raise Refused(refusal)
    read = _read(name, raw, listed)
    digest = sha256(read.text.encode()).hexdigest()
    known = _known_article(name, listed, digest)
    if known is None:
        return _create(name, read, digest, listed, by)
    return _again(name, known, read, digest, by)


def _read(name, raw, listed):
    read = read_article(normalise(decode(raw).text), hints=Hints(file_name=name, url=listed.url or None))
    if not read.text.strip():
        raise Refused("The file holds a header and no article.")
    return read


def _known_article(name, listed, digest):
    """Return the article that this text belongs to: the one of its address, of its file name, or of the same text.

    The same text from another outlet is another article: a copy must show as one, not vanish.
    """
    articles = Article.objects.order_by("pk")
    if listed.url and articles.filter(url=listed.url).exists():
        return articles.filter(url=listed.url).first()
    by_name = articles.filter(imported_from=name).first() if name else None
    if by_name and _may_be(by_name, listed):
        return by_name
    same_text = articles.filter(versions__sha256=digest).select_related("outlet")
    return next((article for article in same_text if _may_be(article, listed)), None)


def _may_be(article, listed):
    """Whether nothing that is listed says that this is another article."""
    other_url = listed.url and article.url and listed.url != article.url
    other_outlet = listed.publisher and article.outlet and article.outlet != sources.find(listed.publisher)
    return not (other_url or other_outlet)


def _create(name, read, digest, listed, by):
    now = timezone.now()
    outlet = read.outlet or listed.publisher.strip()
    published_on = read.published_on if _is_past(read.published_on) else None
    article = Article.objects.create(
        title=(read.title or listed.title.strip())[:500] or None,
        outlet=sources.find_or_create_outlet(outlet, by=by) if outlet else None,
        byline=read.byline,
        dateline=read.dateline,
        url=listed.url.strip() or None,
        published_on=published_on,
        published_basis=DateBasis(read.published_basis) if published_on else DateBasis.UNKNOWN,
        imported_from=name[:255] or None,
        created_at=now,
        created_by=by,
    )
    log.record(by=by, verb=Verb.IMPORTED, on=article, after={"file": name, "title": article.title}, at=now)
    version = _record_version(article, read, digest, VersionChange.INITIAL, by, now)
    return Outcome(name, IMPORTED, article, version.sentences.count())


def _is_past(day):
    """A date still to come is not certain to be the day of publication."""
    return day is not None and day <= timezone.localdate()


def _again(name, article, read, digest, by):
    same = article.versions.filter(sha256=digest).first()
    if same:
        reason = f"The same text is recorded already, as version {same.number} of article {article.pk}."
        return Outcome(name, UNCHANGED, article, same.sentences.count(), reason)
    version = record_version(article=article, read=read, digest=digest, change=VersionChange.UPDATE, by=by)
    reason = f"The text changed: recorded as version {version.number}."
    return Outcome(name, NEW_VERSION, article, version.sentences.count(), reason)


@transaction.atomic
def record_version(*, article, read, digest, change, by):
    """Record a changed text of `article`; its passages are placed in it anew by their exact words."""
    article = Article.objects.lock(article)
    now = timezone.now()
    version = _record_version(article, read, digest, change, by, now)
    log.record(by=by, verb=Verb.NEW_VERSION, on=article, after={"version": version.number}, at=now)
    reanchoring.reanchor_all(version)
    figures.refresh_for_article(article)
    return version


def _record_version(article, read, digest, change, by, now):
    version = ArticleVersion.objects.create(
        article=article,
        number=article.versions.count() + 1,
        text=read.text,
        headline_end=read.headline.end if read.headline else 0,
        removed=[{"role": removed.role, "text": removed.text} for removed in read.removed],
        sha256=digest,
        change=change,
        recorded_at=now,
        recorded_by=by,
    )
    Sentence.objects.bulk_create(
        Sentence(version=version, ordinal=ordinal, start=span.start, end=span.end, text=span.of(version.text))
        for ordinal, span in enumerate(split_sentences(version.text))
    )
    search_index.index(article)
    return version
