"""`manage.py suggest_claims`: the claims that a text makes, ranked; needs no database and stores nothing."""

import json

from django.core.management.base import BaseCommand
from django.utils.text import Truncator

from claims.management.whole_texts import add_text_arguments, publication_day, read_whole_text
from claims.text.claiming.suggest import suggest_claims

STATEMENT_WIDTH = 90


class Command(BaseCommand):
    help = "Suggest the claims that a text makes, best first, each with its reasons. Stores nothing."
    # The database is not asked.
    requires_system_checks = []

    def add_arguments(self, parser):
        add_text_arguments(parser)

    def handle(self, *, file, published, **options):
        text = read_whole_text(file)
        found = suggest_claims(text, published_on=publication_day(published, file, text))
        if options["json"]:
            self.stdout.write(json.dumps([_as_object(one) for one in found], ensure_ascii=False, indent=2))
        else:
            self._write_table(found)

    def _write_table(self, found):
        for one in found:
            statement = Truncator(one.statement).chars(STATEMENT_WIDTH)
            self.stdout.write(f"{one.score:.2f}  {one.kind:<10}  {statement}")
            self.stdout.write(f"                  {'; '.join(one.reasons)}")
        self.stdout.write(f"{len(found)} claim{'' if len(found) == 1 else 's'}")


def _as_object(one):
    return {
        "start": one.span.start,
        "end": one.span.end,
        "quote": one.quote,
        "statement": one.statement,
        "kind": one.kind,
        "score": one.score,
        "reasons": list(one.reasons),
        "certainty": one.certainty,
        "polarity": one.polarity,
        "speaker": one.speaker,
        "speaker_kind": one.speaker_kind,
        "chain": [link.name for link in one.chain],
        "window": one.window and _window_as_object(one.window),
    }


def _window_as_object(window):
    return {
        "start": window.start and window.start.isoformat(),
        "end": window.end and window.end.isoformat(),
        "text": window.text,
        "value": window.value,
    }
