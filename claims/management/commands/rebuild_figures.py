from django.core.management.base import BaseCommand

from claims.services import figures


class Command(BaseCommand):
    help = "Compute the figures kept for lists anew, and say which of them were wrong."

    def handle(self, **options):
        wrong = sorted(figures.rebuild())
        for number in wrong:
            self.stdout.write(f"C-{number}: the kept figures were wrong and have been put right.")
        self.stdout.write(f"{len(wrong)} wrong." if wrong else "The kept figures of every claim were right.")
