"""`manage.py annotate_text`: sentences, times and attributions of a text; needs no database and stores nothing."""

import json

from django.core.management.base import BaseCommand

from claims.management.whole_texts import add_text_arguments, publication_day, read_whole_text
from claims.text.attribution.find import find_attributions
from claims.text.sentences import split_sentences
from claims.text.time.find import find_times


class Command(BaseCommand):
    help = "Find the sentences, the times and the attributions of a text. Stores nothing."
    # The database is not asked.
    requires_system_checks = []

    def add_arguments(self, parser):
        add_text_arguments(parser)

    def handle(self, *, file, published, **options):
        text = read_whole_text(file)
        day = publication_day(published, file, text)
        sentences = split_sentences(text)
        times, attributions = find_times(text, published_on=day), find_attributions(text, sentences)
        if options["json"]:
            self.stdout.write(json.dumps(_as_object(sentences, times, attributions), ensure_ascii=False, indent=2))
        else:
            self._write_table(text, day, sentences, times, attributions)

    def _write_table(self, text, day, sentences, times, attributions):
        self.stdout.write(f"Published {day.isoformat() if day else 'on a day that is not stated'}")
        self.stdout.write(f"{len(sentences)} sentences")
        for one in times:
            self.stdout.write(f"time         {_line(one.text)}: {one.value}")
        for one in attributions:
            source = one.source.of(text) if one.source else "–"
            content = " … ".join(span.of(text) for span in one.content)
            self.stdout.write(f"attribution  {_line(source)} | {_line(one.cue.of(text))} | {_line(content)}")


def _as_object(sentences, times, attributions):
    """Return what was found in the format of the public sets: spans as [start, end] in code points."""
    return {
        "sentences": _pairs(sentences),
        "timexes": [
            {"start": one.span.start, "end": one.span.end, "text": one.text, "type": one.type, "value": one.value}
            for one in times
        ],
        "attributions": [
            {
                "source": _pairs([one.source] if one.source else []),
                "cue": _pairs([one.cue]),
                "content": _pairs(one.content),
            }
            for one in attributions
        ],
    }


def _pairs(spans):
    return [[span.start, span.end] for span in spans]


def _line(words):
    return " ".join(words.split())
