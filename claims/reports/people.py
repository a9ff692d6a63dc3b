"""Who is meant by a name that somebody typed, and what people were called at an earlier moment."""

from collections import Counter
from dataclasses import dataclass

from claims.models import User
from claims.reports.history import Past
from claims.vocabulary import Noun

MOST_OFFERED = 8
NAMES = ("first_name", "last_name", "username")


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a name means: a person, or a sentence that says why nobody."""

    name: str
    person: User | None = None
    doubt: str = ""


def who_is_meant(names):
    """Return a `Meant` for each of `names`: a user name, or a first, last or full name (its spaces as full stops).

    A user name goes before the names of others, and only who is active can be meant.
    """
    people = list(User.objects.order_by("username")) if names else []
    return [_meant(name, people) for name in names]


def _meant(name, people):
    called = [person for person in people if person.username.casefold() == name]
    called = called or [person for person in people if name in _names(person)]
    active = [person for person in called if person.is_active]
    if len(active) == 1:
        return Meant(name, person=active[0])
    if active:
        return Meant(name, doubt=f"@{name} may mean {_listed(active)}. Write the user name.")
    if called:
        return Meant(name, doubt=f"{_shown(called[0])} is not active here any more and cannot be mentioned.")
    return Meant(name, doubt=f"Nobody here is called @{name}.")


def _names(person):
    first, last = person.first_name.casefold(), person.last_name.casefold()
    return {first, last, f"{first}.{last}", f"{first}{last}"} - {"", "."}


def _shown(person):
    return f"{person} (@{person.username})" if person.get_full_name() else f"@{person.username}"


def _listed(people):
    shown = [_shown(person) for person in people]
    return f"{', '.join(shown[:-1])} or {shown[-1]}"


def find_people(typed):
    """Return the active people one of whose names begins with `typed`, by user name; the first few of all."""
    typed = typed.strip().casefold()
    people = User.objects.filter(is_active=True).order_by("username")
    return [person for person in people if _begins(person, typed)][:MOST_OFFERED]


def _begins(person, typed):
    names = (person.username, person.first_name, person.last_name, person.get_full_name())
    return any(name.casefold().startswith(typed) for name in names)


def user_names(past):
    """Return {user id: the user name on record then}; `past` is a `history.Past`."""
    earlier = past.of(Noun.USER)
    names = User.objects.values_list("pk", "username")
    return {pk: earlier.get(pk, {}).get("username", name) for pk, name in names}


def names_then(past):
    """Return {user id: what the person was called on record then}: the full name, else the user name.

    `past` is a `history.Past`. Where several were called the same, the user name stands behind the name, as in
    “Sara Khan (@sara)”; who joined after that moment shares no name then.
    """
    earlier, called = past.of(Noun.USER), {}
    for pk, *names, joined in User.objects.values_list("pk", *NAMES, "date_joined"):
        changed = earlier.get(pk, {})
        first, last, username = (changed.get(name, value) for name, value in zip(NAMES, names, strict=True))
        called[pk] = f"{first} {last}".strip(), username, past.at is None or joined <= past.at
    shared = Counter(name for name, _, was_there in called.values() if was_there)
    return {
        pk: (f"{name} (@{username})" if shared[name] > 1 else name) if name else username
        for pk, (name, username, _) in called.items()
    }


def called_then(person, at):
    """Return what `person` was called on record at the moment `at` (None: now), as `names_then` says it."""
    return names_then(Past(at))[person.pk]
