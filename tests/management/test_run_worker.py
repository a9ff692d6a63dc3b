"""A worker of its own: a process that reads what was imported, and stops when it is told to."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import call_command

from claims.models import AssistantRun, Suggestion
from tests.factories import make_article

HOME = Path(__file__).parents[2]
PATIENCE = 60.0


@pytest.fixture
def desk(tmp_path):
    """Return a function that runs a command of manage.py on a database of its own, as an operator would."""
    environment = os.environ | {
        "FACTCHECK_ENV_FILE": os.devnull,
        "DJANGO_SETTINGS_MODULE": "factcheck.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'desk.sqlite3'}",
        "SECRET_KEY": "only for this test",
    }

    def run(*arguments, start=subprocess.check_output):
        return start([sys.executable, HOME / "manage.py", *arguments], env=environment, cwd=HOME, text=True)

    run("migrate", "--verbosity", "0")
    return run


def read_of(desk):
    return desk("shell", "-v", "0", "-c", "from claims.models import *; print(Suggestion.objects.count())").strip()


def wait_until(holds):
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "the worker did not get there"
        time.sleep(0.2)


def test_worker_reads_what_is_imported_and_stops_when_told(desk, tmp_path):
    worker = desk("run_worker", start=subprocess.Popen)
    article = tmp_path / "article.txt"
    article.write_text("Muttaqi is expected to visit Islamabad this week. Talks follow.")
    desk("import_articles", str(article), "--leave-reading")

    wait_until(lambda: read_of(desk) != "0")
    worker.send_signal(signal.SIGTERM)

    assert worker.wait(PATIENCE) == 0


# A text at which the process dies at once, as it would for want of memory.
POISON = """
import os
from django.core.management import call_command
from claims.services import finding
read = finding.suggest_claims
finding.suggest_claims = lambda text, **said: os._exit(9) if "poison" in text else read(text, **said)
call_command("run_worker", "--once")
"""


def test_text_that_ends_the_worker_three_times_is_left_alone_and_the_others_are_read(desk, tmp_path):
    for name, text in (("a.txt", "This is poison for the worker."), ("b.txt", "Karzai will visit Doha on Monday.")):
        (tmp_path / name).write_text(text)
        desk("import_articles", str(tmp_path / name), "--leave-reading")

    ends = [desk("shell", "-v", "0", "-c", POISON, start=subprocess.call) for _ in range(4)]

    assert ends == [9, 9, 9, 0]
    assert read_of(desk) != "0"
    resting = "from claims.models import *; print([run.error for run in AssistantRun.objects.failed()])"
    assert "stopped 3 times" in desk("shell", "-v", "0", "-c", resting)


@pytest.mark.django_db
def test_worker_can_be_asked_to_read_just_what_is_waiting(capsys):
    make_article()
    AssistantRun.objects.all().delete()

    call_command("run_worker", "--once")

    assert capsys.readouterr().out == "1 read\n"
    assert Suggestion.objects.pending().exists()
