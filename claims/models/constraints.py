"""Check constraints that several tables share."""

from django.db.models import CheckConstraint, Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThan


def one_of(field, choices, name):
    """Return the constraint that `field` holds a value of `choices` (or NULL where the column allows it).

    `choices=` binds forms only; a constraint binds the database.
    """
    return CheckConstraint(condition=Q(**{f"{field}__in": choices.values}), name=name)


def filled(field):
    """Return the condition that the text of `field` holds more than spaces."""
    return Q(GreaterThan(Length(Trim(field)), 0))


def not_blank(field, name):
    """Return the constraint that the text of `field` holds more than spaces."""
    return CheckConstraint(condition=filled(field), name=name)
