from django.core.management.base import BaseCommand

from claims.services import copies


class Command(BaseCommand):
    help = "Find near-duplicate articles anew, from the newest text of each."

    def handle(self, **options):
        count = copies.rebuild()
        self.stdout.write(f"Compared {count:,} article{'' if count == 1 else 's'}.")
