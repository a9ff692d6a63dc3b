"""A text file as a whole, for commands that read one and write nothing."""

from datetime import date
from pathlib import Path

from django.core.management.base import CommandError

from claims.management.article_files import ArticleFile
from claims.text.article_text import read_article
from claims.text.decode import Undecodable, decode
from claims.text.hints import Hints
from claims.text.normalise import normalise


def read_whole_text(name):
    """Return the normalised text of the file `name`, as a whole; a CommandError says what bars it."""
    path = Path(name)
    if path.is_dir():
        raise CommandError(f"{name} is a folder; give one text file.")
    raw, refusal = ArticleFile(path).read()
    if refusal:
        raise CommandError(f"{name}: {refusal}")
    try:
        return normalise(decode(raw).text)
    except Undecodable as undecodable:
        raise CommandError(f"{name}: {undecodable.reason}") from undecodable


def publication_day(published, name, text):
    """Return the day given as `published`, else the one that the text of the file `name` states, or None.

    As at import, the file's name lends a day without a year its year, and dates nothing by itself.
    """
    if published is None:
        return read_article(text, hints=Hints(file_name=Path(name).name)).published_on
    if isinstance(published, date):
        return published
    try:
        return date.fromisoformat(published)
    except ValueError:
        raise CommandError(f"--published: “{published}” is no date. Write it as 2021-11-09.") from None


def add_text_arguments(parser):
    """Let the command of `parser` take FILE, --published and --json."""
    parser.add_argument("file", metavar="FILE", help="a text file, as it would be imported")
    parser.add_argument(
        "--published", metavar="DATE", help="the day of publication, such as 2021-11-09; else the text's own"
    )
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
