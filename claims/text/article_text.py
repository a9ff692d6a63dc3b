"""What a news text states about itself, read and taken out of its way, only where it is certain."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claims.text.bylines import Byline, split_byline
from claims.text.datelines import Dateline, split_dateline
from claims.text.day_lines import DayLine, split_day_line
from claims.text.headers import Header, split_header
from claims.text.headlines import split_headline
from claims.text.hints import Hints, year_from_hints
from claims.text.spans import Span
from claims.text.trailers import Trailer, split_trailer

PublishedBasis = Literal["header", "dateline", "trailer", "page", "unknown"]
Role = Literal["header", "day", "byline", "dateline", "trailer"]

_NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class Removed:
    """Words taken out of the text, as they stood, and what they were."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class ArticleText:
    """A text to store, and what it stated of itself. What it did not state is None, never guessed."""

    text: str
    title: str | None = None
    headline: Span | None = None
    dateline: str | None = None
    credit: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published_on: date | None = None
    published_basis: PublishedBasis = "unknown"
    removed: tuple[Removed, ...] = ()

    def __post_init__(self) -> None:
        if (self.title is None) != (self.headline is None):
            raise ValueError("a title read from the text has its place in the text")
        if self.headline and self.headline.of(self.text) != self.title:
            raise ValueError("the headline does not stand where it is said to")
        if (self.published_on is None) != (self.published_basis == "unknown"):
            raise ValueError("a date needs a basis, and a basis a date")


def read_article(text: str, *, hints: Hints = _NO_HINTS) -> ArticleText:
    """Return what normalised `text` is to be stored as, and what it states of itself.

    A headline stays in the stored text, before the body, so that it can be quoted. Header, byline, dateline, trailer
    and a line that is only the day of publication are taken out and kept in `removed`. A file name or address alone
    dates nothing.

    >>> article = read_article(" date 2021-11-10 Taliban envoy arrives\\n\\nISLAMABAD: He came.")
    >>> article.text, article.title, article.dateline, article.published_on.isoformat()
    ('Taliban envoy arrives\\n\\nHe came.', 'Taliban envoy arrives', 'ISLAMABAD', '2021-11-10')
    """
    header, rest = split_header(text.strip())
    trailer, rest = split_trailer(rest)
    above, rest = split_day_line(rest)
    title, rest = split_headline(rest, introduced=bool(header and header.introduces_headline))
    byline, day, below, rest = _split_lines(rest)
    dateline, body = split_dateline(rest)
    published_on, basis = _publication(header, trailer, above or day, dateline, hints)
    return ArticleText(
        text=f"{title}\n\n{body}" if title else body,
        title=title,
        headline=Span(0, len(title)) if title else None,
        dateline=dateline.written if dateline else None,
        credit=dateline.credit if dateline else None,
        outlet=trailer.outlet if trailer else None,
        byline=byline.names if byline else None,
        published_on=published_on,
        published_basis=basis,
        removed=_removed(header, above, below, dateline, trailer),
    )


def _split_lines(text: str) -> tuple[Byline | None, DayLine | None, list[Removed], str]:
    """Return the byline and the day with which `text` opens, in any order, both as removed, and the text after."""
    first, rest = split_day_line(text)
    byline, rest = split_byline(rest)
    last, rest = (None, rest) if first else split_day_line(rest)
    lines: list[tuple[Role, DayLine | Byline | None]] = [("day", first), ("byline", byline), ("day", last)]
    return byline, first or last, [Removed(role, line.written) for role, line in lines if line], rest


def _publication(
    header: Header | None, trailer: Trailer | None, line: DayLine | None, dateline: Dateline | None, hints: Hints
) -> tuple[date | None, PublishedBasis]:
    """The collector's date before the outlet's own before the day on which the report was filed."""
    if header:
        return header.published_on, "header"
    if trailer:
        return trailer.published_on, "trailer"
    if line:
        return line.published_on, "page"
    if dateline and dateline.day:
        filed_on = dateline.day.in_full() or year_from_hints(dateline.day, hints)
        return (filed_on, "dateline") if filed_on else (None, "unknown")
    return None, "unknown"


def _removed(
    header: Header | None,
    above: DayLine | None,
    below: list[Removed],
    dateline: Dateline | None,
    trailer: Trailer | None,
) -> tuple[Removed, ...]:
    """In the order of the text."""
    parts: list[Removed] = []
    if header:
        parts.append(Removed("header", header.written))
    if above:
        parts.append(Removed("day", above.written))
    parts += below
    if dateline:
        parts.append(Removed("dateline", dateline.removed))
    if trailer:
        parts.append(Removed("trailer", trailer.written))
    return tuple(parts)
