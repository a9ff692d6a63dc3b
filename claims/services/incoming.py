"""What comes in: the bytes of a file, read into what is to be recorded of them, or refused."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.conf import settings
from django.utils import timezone

from claims.errors import Refused
from claims.text.article_text import ArticleText, read_article
from claims.text.datelines import split_dateline
from claims.text.day_lines import split_day_line
from claims.text.decode import decode
from claims.text.headers import split_header
from claims.text.hints import Hints
from claims.text.normalise import normalise
from claims.text.sentences import split_sentences
from claims.text.spans import Span
from claims.text.trailers import split_trailer
from claims.vocabulary import DateBasis

LONGEST = {"title": 500, "url": 1000, "byline": 200, "dateline": 200}


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list of sources, or who pastes it, says of a text. It fills what the text itself does not state."""

    publisher: str = ""
    url: str = ""
    title: str = ""
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """A text ready to be recorded; `stated` is what is known of its article, None where nothing is.

    `folder` is where the file lies: empty when nobody knows, None when the name alone tells it from others.
    """

    name: str
    folder: str | None
    read: ArticleText
    digest: str
    sentences: tuple[Span, ...]
    stated: dict
    listed: Listed


def read_file(*, name, folder, raw, listed):
    """Return the bytes `raw` of one file as `Incoming`; raises `Refused` or `Undecodable` with the reason."""
    refusal = too_large(len(raw))
    if refusal:
        raise Refused(refusal)
    text = normalise(decode(raw).text)
    read = read_article(text, hints=Hints(file_name=name, url=listed.url or None))
    if not _holds_an_article(read.text):
        raise Refused("The file holds no article, only a header, a dateline or signs.")
    digest = sha256(read.text.encode()).hexdigest()
    return Incoming(name, folder, read, digest, tuple(split_sentences(read.text)), _stated(read, listed), listed)


def shown(name):
    """Return a file's name as it can be stored and printed: file systems allow bytes that are no text."""
    return normalise(name.encode(errors="replace").decode())[-255:]


def too_large(size):
    """Return the sentence that refuses a file of `size` bytes, or None when it is small enough."""
    most = settings.FACTCHECK_MAX_ARTICLE_BYTES
    if size <= most:
        return None
    return f"The file has {size / 1e6:,.1f} MB; an article has at most {most / 1e6:,.1f} MB."


def _holds_an_article(text):
    """Whether there is more than a header, dateline or trailer: such a line alone is left standing in the text."""
    is_alone = (
        split_header(f"{text}\n\nx")[1] == "x"
        or split_dateline(f"{text} x")[1] == "x"
        or split_day_line(f"{text}\nx")[1] == "x"
        or split_trailer(f"x\n{text}")[1] == "x"
    )
    return not is_alone and any(character.isalnum() for character in text)


def _stated(read, listed):
    """Return what the text itself states, then what is said of it."""
    publisher, url, title = (normalise(words).strip() for words in (listed.publisher, listed.url, listed.title))
    if len(url) > LONGEST["url"]:
        raise Refused(f"The address has {len(url):,} characters; an address has at most {LONGEST['url']:,}.")
    published_on, basis = _publication(read, listed)
    return {
        "title": (read.title or title)[: LONGEST["title"]] or None,
        "outlet": read.outlet or publisher or None,
        "byline": (read.byline or "")[: LONGEST["byline"]] or None,
        "dateline": (read.dateline or "")[: LONGEST["dateline"]] or None,
        "url": url or None,
        "published_on": published_on,
        "published_basis": basis,
    }


def _publication(read, listed):
    if read.published_on is not None and not is_to_come(read):
        return read.published_on, DateBasis(read.published_basis)
    if listed.published_on is not None:
        return listed.published_on, DateBasis.ANALYST
    return None, DateBasis.UNKNOWN


def is_to_come(read):
    """Whether the text states a date that is still to come, and so is not certain to be that of publication."""
    return read.published_on is not None and read.published_on > timezone.localdate()
