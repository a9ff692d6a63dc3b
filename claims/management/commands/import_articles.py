import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.errors import Refused
from claims.management.article_files import find_files
from claims.services import assistant, importing, known_articles
from claims.services.source_lists import ListedFiles, read_source_list

# So many articles are asked about in one query.
AT_ONCE = 1_000


class Command(BaseCommand):
    help = (
        "Import articles from text files. What is imported already is left alone; a changed text becomes a new "
        "version. A bad file is reported and stops nothing. Exits with 1 when anything was refused."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a text file, or a folder of .txt files")
        parser.add_argument(
            "--sources",
            metavar="CSV",
            help="a list with the columns file, publisher, url and title; it fills what the texts do not state",
        )
        parser.add_argument(
            "--leave-reading",
            action="store_true",
            help="leave it to the worker to read the articles for suggestions, and be done sooner; "
            "nothing is said then of texts that look like changed ones",
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object a line and nothing else")

    def handle(self, *, paths, sources, **options):
        as_json = options["json"]
        files = find_files(paths)
        listed = ListedFiles(self._read_list(sources), [file.place for file in files if not file.refusal])
        statuses, imported = [], {}
        for file in tqdm(files, unit="file", file=sys.stderr, disable=None, leave=False):
            outcome = self._import(file, listed)
            statuses.append(outcome.status)
            if outcome.status == importing.IMPORTED:
                imported[outcome.article.pk] = outcome.file
            with tqdm.external_write_mode(file=sys.stderr):
                self.stdout.write(self._as_json(outcome) if as_json else self._as_line(file, outcome))
        if not options["leave_reading"]:
            assistant.work_off()
            self._name_changed(imported)
        self._conclude(statuses, listed.warnings(), as_json)
        if importing.REFUSED in statuses:
            sys.exit(1)

    def _read_list(self, sources):
        if not sources:
            return {}
        try:
            return read_source_list(Path(sources).read_bytes())
        except OSError as error:
            raise CommandError(f"The list of sources {sources} cannot be read: {error.strerror}.") from error
        except Refused as refused:
            raise CommandError(str(refused)) from refused

    def _import(self, file, listed):
        raw, refusal = file.read()
        if refusal:
            return importing.Outcome(importing.shown(file.name), importing.REFUSED, reason=refusal)
        return importing.import_file(name=file.name, raw=raw, listed=listed.get(file.place), folder=file.folder)

    def _as_json(self, outcome):
        return json.dumps(outcome.as_row(), ensure_ascii=False)

    def _as_line(self, file, outcome):
        what = f"{outcome.status_in_words}: {importing.shown(str(file.path))}"
        if outcome.status == importing.IMPORTED:
            article = outcome.article
            dated = article.published_on.isoformat() if article.published_on else "date not stated"
            what += f" (article {article.pk}, {dated}, {outcome.sentences} sentences)"
        return f"{what}: {outcome.reason}" if outcome.reason else what

    def _name_changed(self, imported):
        """Say of which of the `imported` articles ({id: file}) nearly all words stood on record already."""
        for ids in _batches(list(imported)):
            for article, earlier in known_articles.look_changed(ids):
                compared = f"{article.get_absolute_url()}?beside=article-{earlier.pk}"
                self.stderr.write(
                    f"Warning: {imported[article.pk]} (article {article.pk}) looks like a changed text of article "
                    f"{earlier.pk}, {earlier.title or earlier.imported_from or earlier}. It was imported as an "
                    f"article of its own; compare them at {compared}"
                )

    def _conclude(self, statuses, warnings, as_json):
        for warning in warnings:
            self.stderr.write(f"Warning: {warning}")
        if not as_json:
            self.stdout.write(importing.summarise(statuses))


def _batches(ids):
    """Cut `ids` into lists that a database takes at once."""
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
