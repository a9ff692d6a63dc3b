from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from claims.errors import Refused
from claims.services import demo


class Command(BaseCommand):
    help = "Load the starter corpus in seeds/ and a demo desk of three people who worked on it."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="do nothing when the database holds any person, article or claim",
        )

    def handle(self, *, if_empty, **options):
        if if_empty and not demo.is_empty():
            self.stdout.write(
                "The demo desk was loaded before; your records are kept."
                if demo.is_loaded()
                else "The database holds records already; the demo desk was not loaded."
            )
            return
        try:
            loaded = demo.load(settings.BASE_DIR / "seeds")
        except Refused as refused:
            raise CommandError(f"{refused} Nothing was loaded.") from refused
        self._tell(loaded)

    def _tell(self, loaded):
        if loaded is None:
            self.stdout.write("The demo desk was loaded before; nothing was changed.")
            return
        self.stdout.write(
            f"Loaded {loaded.articles} articles and {loaded.claims} claims with the work of the demo desk."
        )
        for name in loaded.locked_out:
            self.stdout.write(
                f"{name} has no password and cannot log in: give one with `manage.py changepassword {name}`, "
                f"or set FACTCHECK_DEMO_PASSWORD_{name.upper()} before the demo is loaded."
            )
