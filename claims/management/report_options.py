"""Reads the options of reports: days, moments, and the records that narrow them; each refusal names its option."""

from datetime import UTC, date, datetime, time

from django.core.management.base import CommandError
from django.utils import timezone

from claims.forms.claims import NUMBER
from claims.forms.cut_offs import FIRST_YEAR, begins_with_day, day_alone
from claims.models import Claim, Source, Topic, User

# A refusal names no more than so many of the choices.
MOST_NAMED = 10


def calendar_day(text, option):
    """Return `text` as a date, whether past or to come, or None when it is None."""
    if text is None or isinstance(text, date):
        return text
    read = day_alone(text)
    if read is None:
        raise CommandError(f"{option}: “{text}” is no date. Write it as 2021-11-09.")
    return read


def day(text, option="--as-of"):
    """Return `text` as a date up to today, or None when it is None."""
    read = calendar_day(text, option)
    if read is not None:
        _refuse_outside_the_records(read, read > timezone.localdate(), text, option)
    return read


def moment(value, option="--recorded-by"):
    """Return `value` as a moment in UTC up to now; a day alone means its end, and today alone means now.

    Now is None, as is no value.
    """
    if value is None or (isinstance(value, str) and day_alone(value) == timezone.localdate()):
        return None
    try:
        read = value if isinstance(value, datetime) else _read_moment(value)
        read = timezone.make_aware(read) if timezone.is_naive(read) else read
        _refuse_outside_the_records(timezone.localdate(read), read > timezone.now(), value, option)
        return read.astimezone(UTC)
    except (ValueError, OverflowError):
        raise CommandError(f"{option}: “{value}” is no moment. Write it as 2021-11-09T18:00.") from None


def _refuse_outside_the_records(day, is_ahead, said, option):
    """Refuse a day or moment, on `day`, of which nothing is on record: before there were any, or still to come."""
    if day.year < FIRST_YEAR:
        raise CommandError(f"{option}: “{said}” is too early. Write a year from {FIRST_YEAR} on.")
    if is_ahead:
        raise CommandError(f"{option}: “{said}” is still to come.")


def _read_moment(text):
    """Return the moment that `text` names; raises `ValueError` where it names none, or a week."""
    day = day_alone(text)
    if day:
        return datetime.combine(day, time.max)
    if not begins_with_day(text):
        raise ValueError(text)
    return datetime.fromisoformat(text.strip())


def claim(text):
    """Return the claim of this number, such as C-12, or None when `text` is None."""
    if text is None:
        return None
    typed = NUMBER.fullmatch(text)
    found = Claim.objects.filter(number=int(typed[1])).first() if typed else None
    if found is None:
        raise CommandError(f"--claim: there is no claim “{text}”. Write its number, such as C-12.")
    return found


def topic(text):
    """Return the topic of this name or slug, or None when `text` is None."""
    if text is None:
        return None
    found = Topic.objects.filter(slug=text).first() or Topic.objects.filter(name__iexact=text).first()
    return found or _refuse("--topic", text, "topic", Topic.objects, "slug")


def owner(text):
    """Return the person of this user name, or None when `text` is None."""
    if text is None:
        return None
    return User.objects.filter(username=text).first() or _refuse("--owner", text, "person", User.objects, "username")


def outlet(text):
    """Return the outlet of this name, or None when `text` is None."""
    if text is None:
        return None
    outlets = Source.objects.outlets()
    return outlets.named(text).first() or _refuse("--outlet", text, "outlet", outlets, "name")


def _refuse(option, text, what, known, name):
    first = ", ".join(known.order_by(name).values_list(name, flat=True)[:MOST_NAMED])
    raise CommandError(f"{option}: there is no {what} “{text}”. Known are: {first or 'none yet'}.")
