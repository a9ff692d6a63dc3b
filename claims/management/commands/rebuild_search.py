from django.core.management.base import BaseCommand

from claims.services import search_index, sentence_index


class Command(BaseCommand):
    help = "Build the full-text index anew: of the articles by title and newest text, and of their sentences."

    def handle(self, **options):
        count = search_index.rebuild()
        sentence_index.rebuild()
        self.stdout.write(f"Indexed {count:,} article{'' if count == 1 else 's'}.")
