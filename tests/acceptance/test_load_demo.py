"""What `load_demo` promises: the demo desk is loaded whole, once, and where nobody else works."""

import io
import shutil

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from claims.models import Article, Claim, User
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def load(*arguments):
    out = io.StringIO()
    call_command("load_demo", *arguments, stdout=out)
    return out.getvalue()


def everything():
    """Return how many rows each table of the product holds."""
    return {model.__name__: model.objects.count() for model in apps.get_app_config("claims").get_models()}


def test_loading_twice_changes_nothing():
    load()
    before = everything()

    said = load()

    assert "nothing was changed" in said
    assert everything() == before


def test_demo_gives_the_passwords_of_the_settings(settings):
    settings.FACTCHECK_DEMO_PASSWORDS = {"analyst": "correct horse battery", "reviewer": "", "admin": ""}

    said = load()

    assert "analyst has no password" not in said
    assert "reviewer has no password and cannot log in" in said
    assert User.objects.get(username="analyst").check_password("correct horse battery")
    assert not User.objects.get(username="reviewer").has_usable_password()


def test_if_empty_leaves_a_database_with_records_alone():
    make_article()
    before = everything()

    said = load("--if-empty")

    assert "holds records already" in said
    assert everything() == before


def test_if_empty_loads_into_an_empty_database():
    load("--if-empty")

    assert Claim.objects.exists()


@pytest.mark.parametrize("missing", ["sources.csv", "demo.toml", "2021-11-11-troika-plus-meets.txt"])
def test_missing_file_is_named_and_nothing_is_loaded(missing, settings, tmp_path):
    shutil.copytree(settings.BASE_DIR / "seeds", tmp_path / "seeds")
    (tmp_path / "seeds" / missing).unlink()
    settings.BASE_DIR = tmp_path

    with pytest.raises(CommandError, match=missing):
        load()

    assert not any(everything().values())


def test_demo_does_not_take_the_name_of_somebody_else():
    User.objects.create_user("reviewer")

    with pytest.raises(CommandError, match="“reviewer” already"):
        load()

    assert not Article.objects.exists()
