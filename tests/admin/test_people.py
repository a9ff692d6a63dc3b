import pytest
from django.contrib.auth.models import Group

from claims.models import Event, User
from tests.factories import PASSWORD, make_administrator, make_analyst, make_reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return make_administrator("admin")


@pytest.fixture
def desk(client, administrator):
    client.force_login(administrator)
    return client


def form(user, **changes):
    groups = [group.pk for group in user.groups.all()]
    flags = {name: "on" for name in ("is_active", "is_staff", "is_superuser") if getattr(user, name)}
    return {"username": user.username, "email": user.email, "groups": groups} | flags | changes


def test_an_administrator_adds_a_person_with_a_role(desk):
    reviewers = Group.objects.get(name="Reviewer")
    typed = {"username": "rahul", "password1": "seven green lanterns", "password2": "seven green lanterns"}

    answer = desk.post("/admin/claims/user/add/", typed | {"is_active": "on", "groups": [reviewers.pk]})

    assert answer.status_code == 302
    rahul = User.objects.get(username="rahul")
    assert rahul.check_password("seven green lanterns")
    assert rahul.may_review
    event = Event.objects.get(noun="user", object_id=rahul.pk)
    assert (event.verb, event.after["groups"]) == ("created", ["Reviewer"])


def test_a_weak_password_is_refused(desk):
    typed = {"username": "rahul", "password1": "12345678", "password2": "12345678", "is_active": "on"}

    answer = desk.post("/admin/claims/user/add/", typed)

    assert answer.status_code == 200
    assert "too common" in answer.content.decode()
    assert not User.objects.filter(username="rahul").exists()


def test_roles_and_deactivation_are_logged(desk):
    amina = make_analyst("amina")
    reviewers = Group.objects.get(name="Reviewer")
    typed = form(amina, groups=[reviewers.pk], first_name="Amina")
    del typed["is_active"]

    desk.post(f"/admin/claims/user/{amina.pk}/change/", typed)

    amina = User.objects.get(pk=amina.pk)
    assert (amina.is_active, amina.first_name) == (False, "Amina")
    assert [group.name for group in amina.groups.all()] == ["Reviewer"]
    event = Event.objects.filter(noun="user", object_id=amina.pk).first()
    assert event.before == {"is_active": True, "first_name": "", "groups": ["Analyst"]}
    assert event.after == {"is_active": False, "first_name": "Amina", "groups": ["Reviewer"]}


@pytest.mark.parametrize("flag", ["is_active", "is_superuser"])
def test_administrators_cannot_shut_themselves_out(desk, administrator, flag):
    typed = form(administrator)
    del typed[flag]

    answer = desk.post(f"/admin/claims/user/{administrator.pk}/change/", typed)

    assert "You cannot deactivate yourself" in answer.content.decode()
    administrator.refresh_from_db()
    assert administrator.is_active
    assert administrator.is_superuser


def test_a_password_is_replaced_and_the_log_never_tells_it(desk):
    amina = make_analyst("amina")
    new = "seven green lanterns"

    answer = desk.post(f"/admin/claims/user/{amina.pk}/password/", {"new_password1": new, "new_password2": new})

    assert answer.status_code == 302
    amina.refresh_from_db()
    assert amina.check_password(new)
    event = Event.objects.filter(noun="user", object_id=amina.pk).first()
    assert (event.before, event.after) == ({}, {"password": "replaced"})


def test_ones_own_new_password_keeps_one_logged_in(desk, administrator):
    new = "seven green lanterns"

    desk.post(f"/admin/claims/user/{administrator.pk}/password/", {"new_password1": new, "new_password2": new})

    assert desk.get("/admin/").status_code == 200


@pytest.mark.parametrize("path", ["add/", "{pk}/change/", "{pk}/password/"])
def test_reviewers_manage_nobody(client, path):
    amina = make_analyst("amina")
    client.force_login(make_reviewer())
    typed = {"new_password1": "seven green lanterns", "new_password2": "seven green lanterns", "username": "x"}

    answer = client.post(f"/admin/claims/user/{path.format(pk=amina.pk)}", typed)

    assert answer.status_code == 403
    amina.refresh_from_db()
    assert amina.username == "amina"
    assert amina.check_password(PASSWORD)


def test_the_page_of_a_person_shows_no_hash(desk, administrator):
    page = desk.get(f"/admin/claims/user/{administrator.pk}/change/").content.decode()

    assert administrator.password not in page
    assert "Replace the password" in page
