"""What people say about a claim or a passage: threads of comments, as they stood at a record moment. Reads only."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Prefetch
from django.urls import reverse

from claims.models import Claim, Comment, Mention, Passage, Thread, User
from claims.reports import history
from claims.text import comment_words
from claims.vocabulary import Noun


@dataclass(frozen=True, slots=True)
class Place:
    """What is talked about: a claim or a passage, and where its comments are read and sent to."""

    claim: Claim | None = None
    passage: Passage | None = None

    @property
    def label(self):
        return self.claim.label if self.claim else "this passage"

    @property
    def url(self):
        """The page of the comments, to which a new one is sent."""
        if self.claim:
            return reverse("claim-comments", args=[self.claim.number])
        return reverse("passage-comments", args=[self.passage.pk])

    @property
    def home(self):
        """The page on which a comment shows to those who are led to it."""
        return self.claim.get_absolute_url() if self.claim else self.url

    @property
    def key(self):
        """The name under which a browser keeps what is typed here and not sent."""
        return f"comment:claim:{self.claim.number}" if self.claim else f"comment:passage:{self.passage.pk}"

    def url_of(self, comment):
        """Return the address that lands on `comment`."""
        return f"{self.home}#comment-{comment.pk}"


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of a comment as a page shows it: `url` makes it a link, `title` says to what."""

    text: str
    url: str = ""
    title: str = ""
    is_outside: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """What a comment said from `made_at` on."""

    pk: int
    made_at: datetime
    parts: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment with its versions, the oldest first; what it says is the last of them."""

    versions: tuple[Version, ...]
    author: User
    withdrawn_at: datetime | None
    withdrawn_by: User | None

    @property
    def pk(self):
        return self.current.pk

    @property
    def current(self):
        return self.versions[-1]

    @property
    def earlier(self):
        return self.versions[:-1]

    @property
    def made_at(self):
        return self.versions[0].made_at


@dataclass(frozen=True, slots=True)
class Exchange:
    """A thread: the comment that began it and the replies."""

    thread: Thread
    remarks: tuple[Remark, ...]

    @property
    def first(self):
        return self.remarks[0]

    @property
    def replies(self):
        return self.remarks[1:]


@dataclass(frozen=True, slots=True)
class Talk:
    """All threads about a place, oldest first; `count` leaves out the comments that were withdrawn."""

    open: tuple[Exchange, ...] = ()
    done: tuple[Exchange, ...] = ()
    count: int = 0


def talk_about(place, *, recorded_by=None):
    """Return the comments on `place` on record at `recorded_by` (None: now), in a fixed number of queries."""
    comments = Comment.objects.filter(thread__claim=place.claim, thread__passage=place.passage).made_by(recorded_by)
    related = ("author", "withdrawn_by", "thread__done_by")
    named = Prefetch("mentions", Mention.objects.select_related("person"))
    rows = list(comments.select_related(*related).prefetch_related(named).order_by("pk"))
    known = _Known(rows)
    exchanges = [Exchange(thread, _remarks(chosen, known, recorded_by)) for thread, chosen in _by_thread(rows)]
    exchanges = _as_recorded(exchanges, recorded_by)
    remarks = [remark for exchange in exchanges for remark in exchange.remarks]
    return Talk(
        open=tuple(exchange for exchange in exchanges if not exchange.thread.is_done),
        done=tuple(exchange for exchange in exchanges if exchange.thread.is_done),
        count=sum(remark.withdrawn_at is None for remark in remarks),
    )


def _by_thread(rows):
    threads = {}
    for row in rows:
        threads.setdefault(row.thread_id, (row.thread, []))[1].append(row)
    return threads.values()


def _remarks(rows, known, recorded_by):
    versions = {}
    for row in rows:
        versions.setdefault(row.first_id or row.pk, []).append(row)
    return tuple(_remark(chosen, known, recorded_by) for chosen in versions.values())


def _remark(versions, known, recorded_by):
    last = versions[-1]
    withdrawn = last.is_withdrawn and (recorded_by is None or last.withdrawn_at <= recorded_by)
    return Remark(
        versions=tuple(Version(row.pk, row.made_at, known.shown(row)) for row in versions),
        author=last.author,
        withdrawn_at=last.withdrawn_at if withdrawn else None,
        withdrawn_by=last.withdrawn_by if withdrawn else None,
    )


def _as_recorded(exchanges, recorded_by):
    """Say of each thread whether it was done at the record moment: the log knows what was changed since."""
    if recorded_by is None:
        return exchanges
    earlier = history.earlier_values(Noun.COMMENT, recorded_by)
    changed = {exchange: earlier.get(exchange.first.versions[0].pk, {}) for exchange in exchanges}
    people = User.objects.in_bulk({values["done_by"] for values in changed.values() if values.get("done_by")})
    for exchange, values in changed.items():
        if "done_at" in values:
            exchange.thread.done_at = Thread._meta.get_field("done_at").to_python(values["done_at"])
            exchange.thread.done_by = people.get(values["done_by"])
    return exchanges


class _Known:
    """The claims and the people that comments name, looked up at once."""

    def __init__(self, rows):
        self.parts = {row.pk: comment_words.parts(row.body) for row in rows}
        numbers = {int(part.value) for parts in self.parts.values() for part in parts if part.kind == "claim"}
        self.claims = {claim.number: claim for claim in Claim.objects.filter(number__in=numbers)} if numbers else {}

    def shown(self, row):
        people = {mention.name: mention.person for mention in row.mentions.all()}
        return tuple(self._shown(part, people) for part in self.parts[row.pk])

    def _shown(self, part, people):
        if part.kind == "address":
            return Shown(part.text, part.value, is_outside=True)
        if part.kind == "claim" and int(part.value) in self.claims:
            claim = self.claims[int(part.value)]
            return Shown(part.text, claim.get_absolute_url(), claim.statement)
        if part.kind == "name" and part.value in people:
            person = people[part.value]
            url = reverse("claim-list", query={"owner": person.username})
            return Shown(part.text, url, f"Claims of {person}")
        return Shown(part.text)


def comment_counts(passages, *, recorded_by=None):
    """Return {passage: number of comments on it that stand} of the passage keys `passages`, in one query."""
    comments = Comment.objects.first_versions().standing(recorded_by).filter(thread__passage__in=set(passages))
    return dict(comments.order_by().values_list("thread__passage").annotate(Count("pk")))


def place_of(thread):
    """Return the place of `thread`."""
    return Place(claim=thread.claim, passage=thread.passage)
