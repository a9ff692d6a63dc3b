"""The demo desk: the starter corpus, three people, and what they made of it, played through the services."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from claims.errors import Refused
from claims.models import Article, Claim, Event, User
from claims.services import demo_story, importing, log
from claims.services.source_lists import read_source_list
from claims.vocabulary import Noun, Verb

SOURCES, STORY = "sources.csv", "demo.toml"
PEOPLE = {
    "analyst": {"first_name": "Ana", "last_name": "Lindqvist", "groups": ["Analyst"]},
    "reviewer": {"first_name": "Ravi", "last_name": "Menon", "groups": ["Reviewer"], "is_staff": True},
    "admin": {"first_name": "Ada", "last_name": "Moreau", "groups": [], "is_staff": True, "is_superuser": True},
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was loaded. `locked_out` names the people who got no password and cannot log in yet."""

    articles: int
    claims: int
    locked_out: tuple[str, ...]


def is_loaded():
    """Whether the demo desk was loaded into this database once."""
    return Event.objects.filter(noun=Noun.DESK, verb=Verb.CREATED).exists()


def is_empty():
    """Whether this database holds nothing of a desk yet."""
    return not any(model.objects.exists() for model in (User, Article, Claim))


@transaction.atomic
def load(folder):
    """Load the corpus in `folder` and the demo desk; return what was loaded, or None when it was loaded before.

    All or nothing: raises `Refused` with a sentence when a file is missing or a name is taken.
    """
    if is_loaded():
        return None
    folder = Path(folder)
    listed = read_source_list(_read(folder, SOURCES))
    story = tomllib.loads(_read(folder, STORY).decode())
    people = {name: _make_person(name, **about) for name, about in PEOPLE.items()}
    articles = {Path(name).stem: _import(folder, name, listed[name]) for name in sorted(listed)}
    demo_story.play(story, articles=articles, people=people, today=timezone.localdate())
    # The log cannot be rewritten, so this line shows for good that the desk was loaded, whatever people change in it.
    Event.objects.create(
        at=timezone.now(), verb=Verb.CREATED, noun=Noun.DESK, object_id=0, reason="The demo desk was loaded."
    )
    locked_out = tuple(name for name, person in people.items() if not person.has_usable_password())
    return Loaded(articles=len(articles), claims=len(story["claim"]), locked_out=locked_out)


def _read(folder, name):
    try:
        return (folder / name).read_bytes()
    except OSError:
        raise Refused(f"The demo needs the file {name} in {folder}, and it cannot be read.") from None


def _import(folder, name, listed):
    outcome = importing.import_file(name=name, raw=_read(folder, name), listed=listed)
    if outcome.article is None:
        raise Refused(f"{name} could not be imported: {outcome.reason}")
    return outcome.article


def _make_person(username, *, groups, **about):
    if User.objects.filter(username=username).exists():
        raise Refused(f"There is a person called “{username}” already, and the demo desk needs that name.")
    # No password at all rather than an empty one, which would let anybody in.
    person = User.objects.create_user(username, password=settings.FACTCHECK_DEMO_PASSWORDS[username] or None, **about)
    person.groups.set(Group.objects.filter(name__in=groups))
    log.record(by=None, verb=Verb.CREATED, on=person, after={"username": username, "groups": groups})
    return person
