import pytest
from django.core.management import call_command

from claims.models import ArticleCopy
from tests.factories import make_article
from tests.services.test_copies import REPORT

pytestmark = pytest.mark.django_db


def test_lost_copies_are_found_anew(capsys):
    make_article(REPORT)
    make_article(f"{REPORT} More soon.")

    call_command("rebuild_copies")

    assert ArticleCopy.objects.count() == 1
    assert capsys.readouterr().out == "Compared 2 articles.\n"
