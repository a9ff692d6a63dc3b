"""What the tests of the assistant ask for, and what they let happen while it reads."""

from datetime import date

from claims.models import Suggestion
from claims.services import assistant, finding, reading
from tests.factories import ARRIVED, make_article


def pending(kind, **fields):
    return Suggestion.objects.pending().filter(kind=kind, **fields)


def arrival(**fields):
    return make_article(f"{ARRIVED} on Wednesday. He met Qureshi.", published_on=date(2021, 11, 10), **fields)


def meanwhile(monkeypatch, name, act):
    """Let `act` happen once, after the assistant has found what it offers and before it stores that."""
    find = getattr(reading, name)

    def find_and_act(of):
        monkeypatch.setattr(reading, name, find)
        found = find(of)
        found = found if isinstance(found, tuple) else list(found)
        act()
        return found

    monkeypatch.setattr(reading, name, find_and_act)


def failing(error):
    """Return a function that raises `error`."""

    def fail():
        raise error

    return fail


def upgrade(monkeypatch):
    """Let the rules be of the next release."""
    for module in (finding, assistant):
        monkeypatch.setattr(module, "RULES", finding.RULES + 1)
