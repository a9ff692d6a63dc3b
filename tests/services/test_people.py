import pytest
from django.contrib.auth.models import Group

from claims.errors import NotAllowed, Refused
from claims.models import Event, User
from claims.services import people
from tests.factories import make_administrator, make_analyst, make_reviewer

pytestmark = pytest.mark.django_db
STRONG = "seven green lanterns"


def events():
    return Event.objects.filter(noun="user").count()


@pytest.mark.parametrize("make", [make_analyst, make_reviewer])
def test_only_administrators_manage_people(make):
    by, amina = make(), make_analyst()
    acts = [
        lambda: people.create(username="rahul", password=STRONG, by=by),
        lambda: people.change(user=amina, by=by, is_active=False),
        lambda: people.set_password(user=amina, password=STRONG, by=by),
    ]

    for act in acts:
        with pytest.raises(NotAllowed):
            act()

    assert events() == 0


def test_a_user_name_is_taken_whatever_its_case():
    make_analyst("amina")

    with pytest.raises(Refused, match="is taken"):
        people.create(username="Amina", password=STRONG, by=make_administrator())

    assert User.objects.filter(username__iexact="amina").count() == 1


def test_a_weak_password_changes_nothing():
    amina, admin = make_analyst(), make_administrator()

    with pytest.raises(Refused, match="too short"):
        people.set_password(user=amina, password="short", by=admin)
    with pytest.raises(Refused, match="too short"):
        people.create(username="rahul", password="short", by=admin)

    assert not User.objects.filter(username="rahul").exists()
    assert events() == 0


def test_no_password_stands_in_the_log():
    admin = make_administrator()
    rahul = people.create(username="rahul", password=STRONG, by=admin, groups=Group.objects.filter(name="Analyst"))
    people.set_password(user=rahul, password=f"{STRONG} again", by=admin)
    rahul.refresh_from_db()

    told = [str(event.before) + str(event.after) for event in Event.objects.filter(noun="user")]

    assert len(told) == 2
    assert not any(STRONG in line or rahul.password in line for line in told)


def test_a_change_of_nothing_is_not_logged():
    amina = make_analyst()

    people.change(user=amina, by=make_administrator(), groups=amina.groups.all(), is_active=True)

    assert events() == 0


def test_an_administrator_can_demote_another_but_not_themselves():
    admin, other = make_administrator(), make_administrator()

    people.change(user=other, by=admin, is_superuser=False)
    with pytest.raises(Refused, match="You cannot deactivate yourself"):
        people.change(user=admin, by=admin, is_active=False)

    other.refresh_from_db()
    admin.refresh_from_db()
    assert (other.is_superuser, admin.is_active) == (False, True)
