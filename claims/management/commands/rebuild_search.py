from django.core.management.base import BaseCommand

from claims.services import search_index


class Command(BaseCommand):
    help = "Build the full-text index of the articles anew from their titles and newest texts."

    def handle(self, **options):
        count = search_index.rebuild()
        self.stdout.write(f"Indexed {count:,} article{'' if count == 1 else 's'}.")
