"""`manage.py send_digests`: mails people what is unread in their inbox, as often as each has chosen."""

from datetime import date, datetime, time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from claims.services import digests

NO_SERVER = (
    "No mail server is named, so no digest is sent. Set EMAIL_URL to that of your mail server and FACTCHECK_URL to "
    "the address of this desk; --print shows what would be sent."
)


class Command(BaseCommand):
    help = (
        "Mail what is unread in their inbox to the people who want it, to each at most once a day and of each item "
        "once. Run it once a day, as from cron."
    )

    def add_arguments(self, parser):
        parser.add_argument("--since", metavar="DATE", help="leave out what happened before this day")
        parser.add_argument(
            "--print",
            action="store_true",
            dest="prints",
            help="print what would be sent, and send and record nothing",
        )

    def handle(self, *, since, prints, **options):
        since, today = _moment(since), timezone.localdate()
        if prints:
            return self._print(today, since)
        if not (settings.EMAIL_HOST and settings.FACTCHECK_URL):
            raise CommandError(NO_SERVER)
        return self._send(today, since)

    def _print(self, today, since):
        letters = [digests.letter_to(person, since=since) for person in digests.wanting(today)]
        for letter in filter(None, letters):
            self.stdout.write(f"To: {letter.person.email}\nSubject: {letter.subject}\n\n{letter.text}\n")
        self.stdout.write(f"{_mails(sum(map(bool, letters)))} would be sent")

    def _send(self, today, since):
        told = {person: digests.send(person, today=today, since=since) for person in digests.wanting(today)}
        self.stdout.write(f"{_mails(sum(bool(count) for count in told.values()))} sent")
        failed = [person.username for person, count in told.items() if count is None]
        if failed:
            raise CommandError(f"Not sent, and tried again with the next run: {', '.join(failed)}. The log says why.")


def _mails(count):
    return f"{count} mail{'' if count == 1 else 's'}"


def _moment(text):
    if text is None:
        return None
    try:
        return timezone.make_aware(datetime.combine(date.fromisoformat(text), time.min))
    except (ValueError, OverflowError):
        raise CommandError(f"--since: “{text}” is no date. Write it as 2021-11-09.") from None
