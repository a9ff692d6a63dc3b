"""Topics: the subjects under which claims are filed."""

from django.utils.text import slugify

from claims.errors import Refused
from claims.models import Topic


def find_or_create_all(names):
    """Return the topics called `names`, whatever their case; new ones are made."""
    return [_find_or_create(" ".join(name.split())) for name in names if name.strip()]


def _find_or_create(name):
    if len(name) > 100:
        raise Refused(f"A topic has at most 100 characters: “{name[:40]}…” is longer.")
    known = Topic.objects.filter(name__iexact=name).first()
    # Somebody else may make the same topic at this very moment.
    return known or Topic.objects.get_or_create(name=name, defaults={"slug": _free_slug(name)})[0]


def _free_slug(name):
    stem = slugify(name, allow_unicode=False)[:90] or "topic"
    slug, count = stem, 1
    while Topic.objects.filter(slug=slug).exists():
        count += 1
        slug = f"{stem}-{count}"
    return slug
