"""Desks on which pages break: one where all is as long as it may be, in any script, and one with nothing on it."""

from django.contrib.auth.models import Group

from claims.models import Article, Claim, ClaimSet, Source, Topic, User
from tests.pages import desk

WORD = "Konstantinopolitanischer" * 4
HOSTILE = "<b>&amp;</b> “¿” 👩🏽‍🚒 وزير الخارجية e\u0301\u0302\u0303 "


def make_empty():
    """Make the people of the desk and nothing else; return their sessions by role."""
    desk.make_people()
    for name in ("analyst", "reviewer"):
        User.objects.create_user(name, is_staff=name == "reviewer").groups.set(
            Group.objects.filter(name=name.title())
        )
    User.objects.create_superuser("admin")
    return desk.sessions()


def lengthen():
    """Write words of the greatest length, of markup and of other scripts into all that people name, as if typed.

    What cannot change, such as texts, editions and the log, stays as it is.
    """
    for model, field in (
        (Claim, "statement"), (Claim, "criteria"), (Article, "title"), (Article, "byline"), (Source, "name"),
        (Topic, "name"), (ClaimSet, "name"), (User, "first_name"), (User, "last_name"),
    ):  # fmt: skip
        for row in model.objects.all():
            _write(row, field)


def _write(row, field):
    longest = row._meta.get_field(field).max_length or 1000
    words = f"{row.pk} {HOSTILE}{getattr(row, field)} {WORD} " + "and so on, to whoever will listen to it " * 20
    type(row).objects.filter(pk=row.pk).update(**{field: words[:longest].rstrip()})
