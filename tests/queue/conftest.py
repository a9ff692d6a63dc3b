import pytest

from tests.factories import make_analyst
from tests.queue.suggesting import suggest_claim


@pytest.fixture
def amina(client):
    """An analyst who is logged in."""
    person = make_analyst("amina")
    client.force_login(person)
    return person


@pytest.fixture
def two(db):
    """Two suggested claims, the better one first."""
    return suggest_claim(score=0.9), suggest_claim(score=0.8)
