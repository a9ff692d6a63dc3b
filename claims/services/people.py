"""People of the desk: added, given roles, deactivated; never deleted, because the records name them."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from claims.errors import Refused
from claims.models import User
from claims.services import log, roles
from claims.vocabulary import Verb

ADMINISTRATION = ("is_active", "is_superuser")


@transaction.atomic
def create(*, username, password, by, groups=(), **details):
    """Add a person who logs in with `password` and return them.

    `details` may hold first_name, last_name, email, is_active, is_staff and is_superuser.
    """
    roles.must_administer(by)
    username = roles.must_say(username, "A person needs a user name.")
    if User.objects.filter(username__iexact=username).exists():
        raise Refused(f"The user name “{username}” is taken.")
    user = User(username=username, **details)
    _must_be_strong(password, user)
    user.set_password(password)
    user.save()
    user.groups.set(groups)
    after = {"username": username, **details, "groups": _group_names(user)}
    log.record(by=by, verb=Verb.CREATED, on=user, after=after)
    return user


def check_change(*, user, by, **values):
    """Raise `Refused` when `by` may not give `user` these values."""
    roles.must_administer(by)
    if user.pk == by.pk and any(values.get(name) is False for name in ADMINISTRATION):
        raise Refused("You cannot deactivate yourself or give up your own administration; another administrator can.")


@transaction.atomic
def change(*, user, by, groups=None, **values):
    """Change what is known of a person and what they may do, and return them. `groups` replaces their groups."""
    check_change(user=user, by=by, **values)
    user = User.objects.select_for_update().get(pk=user.pk)
    before, after = log.changes(user, values)
    log.apply(user, after)
    if groups is not None:
        old = _group_names(user)
        user.groups.set(groups)
        if old != _group_names(user):
            before["groups"], after["groups"] = old, _group_names(user)
    if after:
        log.record(by=by, verb=Verb.CHANGED, on=user, before=before, after=after)
    return user


@transaction.atomic
def set_password(*, user, password, by):
    """Give a person another password. The log tells that it changed and by whom, never what it is."""
    roles.must_administer(by)
    _must_be_strong(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    log.record(by=by, verb=Verb.CHANGED, on=user, after={"password": "replaced"})
    return user


def _must_be_strong(password, user):
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from None


def _group_names(user):
    return list(user.groups.order_by("name").values_list("name", flat=True))
