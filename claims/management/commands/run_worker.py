"""`manage.py run_worker`: reads what is imported and claimed, and stores what the assistant suggests."""

import logging
import signal
import threading

from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError, close_old_connections

from claims.services import assistant

PAUSE = 1.0
AT_A_TIME = 5.0
logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Read new articles and claims and store what the assistant suggests. Runs until it is stopped; several may "
        "run at once. What one was stopped in the middle of, another reads again."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="stop when nothing is waiting any more")

    def handle(self, *, once, **options):
        assistant.catch_up()
        if once:
            self.stdout.write(f"{assistant.work_off()} read")
            return
        stop = self._stopped_by_signal()
        while not stop.is_set():
            if not self._read_some():
                stop.wait(PAUSE)

    def _read_some(self):
        """Read for a while and return how much; a database that is away for now, or busy, is waited for."""
        try:
            return assistant.work_off(seconds=AT_A_TIME)
        except (OperationalError, InterfaceError):
            logger.exception("The database could not be reached; the assistant tries again")
            return 0
        finally:
            close_old_connections()

    def _stopped_by_signal(self):
        """Return the event that ends the work between two readings, not in the middle of one."""
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        return stop
