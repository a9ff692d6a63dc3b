"""The two cut-offs as people type them: a day of publication, and a moment of the record. Neither lies ahead."""

import re
from datetime import UTC, date, datetime, time

from django import forms
from django.utils import timezone

MOMENT = "%Y-%m-%dT%H:%M"
EXACT = f"{MOMENT}:%S"
# From the year 1 on, sums of days leave the calendar.
FIRST_YEAR = 1900
TOO_EARLY = f"Write a year from {FIRST_YEAR} on."
# Python reads weeks as well, and takes them for their Monday.
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class DayField(forms.DateField):
    """A day from 1900 to today."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_error_messages = {
        "invalid": "This is no day. Write it as 2021-11-09.",
        "early": TOO_EARLY,
        "ahead": "This day is still to come; nothing was published by then.",
    }

    def validate(self, value):
        super().validate(value)
        if value and value.year < FIRST_YEAR:
            raise forms.ValidationError(self.error_messages["early"], "early")
        if value and value > timezone.localdate():
            raise forms.ValidationError(self.error_messages["ahead"], "ahead")


class MomentInput(forms.DateTimeInput):
    """Shows the moment that an address names, in whichever way, as the control of a browser reads it."""

    input_type = "datetime-local"

    def format_value(self, value):
        day = day_alone(value)
        named = datetime.combine(day, time(23, 59, 59)) if day else _with_zone(value)
        return f"{named:{EXACT}}" if named else super().format_value(value)


class MomentField(forms.DateTimeField):
    """A moment in UTC from 1900 to now; a day alone means its end, and today alone means now, which is None."""

    widget = MomentInput
    input_formats = [MOMENT, EXACT]
    default_error_messages = {
        "invalid": "This is no moment. Write it as 2021-11-09T17:30.",
        "early": TOO_EARLY,
        "ahead": "This moment is still to come; nothing was recorded by then.",
    }

    def to_python(self, value):
        day = day_alone(value)
        if day == timezone.localdate():
            return None
        if value and isinstance(value, str) and not begins_with_day(value):
            raise forms.ValidationError(self.error_messages["invalid"], "invalid")
        return super().to_python(datetime.combine(day, time.max) if day else value)

    def validate(self, value):
        super().validate(value)
        if value and value.year < FIRST_YEAR:
            raise forms.ValidationError(self.error_messages["early"], "early")
        if value and value > timezone.now():
            raise forms.ValidationError(self.error_messages["ahead"], "ahead")

    def clean(self, value):
        moment = super().clean(value)
        return moment and moment.astimezone(UTC)


def _with_zone(value):
    """Return the moment that a text names with its time zone, as the clocks of the desk show it; else None."""
    try:
        return timezone.localtime(datetime.fromisoformat(value))
    except (TypeError, ValueError, OverflowError):
        return None


def begins_with_day(text):
    """Return whether `text` begins with a day in figures, as every day and moment that is typed here does."""
    return DAY.match(text.strip()) is not None


def day_alone(value):
    """Return the day that `value` is, written as 2021-11-09, or None where it is no text or says anything else."""
    try:
        return date.fromisoformat(value.strip()) if DAY.fullmatch(value.strip()) else None
    except (AttributeError, ValueError):
        return None
